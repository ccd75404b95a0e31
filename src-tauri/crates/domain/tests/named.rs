//! An item in names and the item of the record are one thing told in two ways.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{
    Edtf, Invalid, Item, Moment,
    event::{Event, Role, When},
    id::{ActorId, PlaceId, SourceId, TopicId, parse_uuid},
    named::{NamedItem, NamedParticipant, NamedPlace, Naming, Noun, Reported, Resolve},
    status::Status,
};
use uuid::Uuid;

/// Names that say their identifiers.
struct Plain;

impl Naming for Plain {
    fn actor(&self, actor: ActorId, role: Role, _: Option<Moment>) -> NamedParticipant {
        NamedParticipant {
            key: actor.to_string(),
            name: actor.to_string(),
            kind: None,
            country: None,
            role,
        }
    }

    fn place(&self, place: PlaceId) -> Option<NamedPlace> {
        Some(NamedPlace {
            name: place.to_string(),
            ..NamedPlace::default()
        })
    }

    fn topic(&self, topic: TopicId) -> Option<String> {
        Some(topic.to_string())
    }
}

impl Resolve for Plain {
    fn actor(&mut self, who: &NamedParticipant) -> Result<ActorId, Invalid> {
        parse_uuid(&who.key).map(ActorId)
    }

    fn place(&mut self, place: &NamedPlace) -> Result<PlaceId, Invalid> {
        parse_uuid(&place.name).map(PlaceId)
    }

    fn topic(&mut self, name: &str) -> Result<TopicId, Invalid> {
        parse_uuid(name).map(TopicId)
    }
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn who(number: u128, role: Role) -> NamedParticipant {
    Plain.actor(ActorId(id(number)), role, None)
}

fn reported() -> Reported {
    Reported {
        source: SourceId(id(90)),
        published: Some(Edtf::parse("2026-01-08").unwrap()),
    }
}

fn spoken() -> NamedItem {
    NamedItem {
        noun: Noun::Statement,
        kind: "warning".to_owned(),
        title: "A – B, warning".to_owned(),
        status: Status::Announced,
        when: Some(When::on(Edtf::parse("2026-02").unwrap())),
        participants: vec![who(3, Role::Mentioned), who(1, Role::Speaker), who(2, Role::Recipient)],
        topics: vec![id(7).to_string()],
        issue: Some("the strait".to_owned()),
        quote: Some("Beware.".to_owned()),
        ..NamedItem::default()
    }
}

fn event(item: &NamedItem, before: Option<&Item>) -> Event {
    match item.resolved(id(50), &reported(), &mut Plain, before).unwrap() {
        Item::Event(event) => event,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_item_of_the_record_in_names_becomes_the_same_item() {
    let tie = NamedItem {
        noun: Noun::Tie,
        kind: "alliance".to_owned(),
        participants: vec![who(1, Role::Party), who(2, Role::Party)],
        when: Some(When::on(Edtf::parse("1953").unwrap())),
        ..spoken()
    };
    for named in [spoken(), tie] {
        let item = named.resolved(id(50), &reported(), &mut Plain, None).unwrap();
        let again = NamedItem::of(&item, &Plain).unwrap();
        assert_eq!(again.resolved(id(50), &reported(), &mut Plain, Some(&item)).unwrap(), item);
    }
}

#[test]
fn what_names_do_not_say_stays_as_it_was() {
    let first = event(&spoken(), None);
    let statement = first.statement.clone().unwrap();
    assert_eq!((statement.speaker, statement.targets), (ActorId(id(1)), vec![ActorId(id(2))]));
    assert_eq!(first.status.entries()[0].on, reported().published);

    let mut before = first.clone();
    before.salience = domain::event::Salience::new(80).unwrap();
    if let Some(statement) = &mut before.statement {
        statement.audience = vec![ActorId(id(4))];
        statement.on_behalf_of = Some(ActorId(id(5)));
    }
    let before = Item::Event(before);
    let mut named = NamedItem::of(&before, &Plain).unwrap();
    named.title = "Another title".to_owned();
    let after = event(&named, Some(&before));
    assert_eq!(after.salience.get(), 80);
    let statement = after.statement.unwrap();
    assert_eq!(
        (statement.audience, statement.on_behalf_of),
        (vec![ActorId(id(4))], Some(ActorId(id(5))))
    );
    assert_eq!(after.participants, first.participants);
}

#[test]
fn a_refusal_names_the_field() {
    let refusal = |named: NamedItem, before: Option<&Item>| named.resolved(id(50), &reported(), &mut Plain, before).unwrap_err().field;
    let speechless = NamedItem {
        participants: vec![who(2, Role::Recipient)],
        ..spoken()
    };
    let alone = NamedItem {
        noun: Noun::Tie,
        kind: "alliance".to_owned(),
        participants: vec![who(1, Role::Party)],
        ..spoken()
    };
    assert_eq!(refusal(speechless, None), "participants");
    assert_eq!(refusal(alone.clone(), None), "participants");
    assert_eq!(refusal(alone, Some(&Item::Event(event(&spoken(), None)))), "kind");
    let long = NamedItem {
        issue: Some("x".repeat(2_000)),
        ..spoken()
    };
    assert_eq!(refusal(long, None), "issue");
}
