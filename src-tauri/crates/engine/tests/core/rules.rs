//! Rules across items, one case each.

use domain::{
    Filter, Item, ItemKind, ItemRef,
    actor::{Actor, ActorKind},
    citation::Fate,
    claim::{Claim, ClaimValue},
    event::{Event, Role, When},
    grade::Reliability,
    id::{ActorId, CitationId, ClaimId, TopicId},
    source::Source,
    status::Status,
};
use engine::{
    EngineError, Record,
    store::{Read, StoreError},
};
use testkit::{TestDossier, build, time};

use crate::same_index::assert_same_index;

const TEXT: &str = "Lee met Xi in Beijing on 5 January. They spoke of trade.";

/// Two countries, a source, and an event with a citation.
fn dossier() -> TestDossier {
    let source = build::source(10, "Wire", TEXT);
    let event = Event {
        participants: build::participants(&[(ActorId(build::id(1)), Role::Guest), (ActorId(build::id(2)), Role::Host)]),
        ..build::event(20, "summit", "Lee meets Xi", Some("2026-01-05"))
    };
    let citation = build::citation(30, event_ref(), &source, "Lee met Xi");
    TestDossier::with([
        build::country(1, "KOR", "South Korea").into(),
        build::country(2, "CHN", "China").into(),
        source.into(),
        event.into(),
        citation.into(),
    ])
}

fn event_ref() -> ItemRef {
    ItemRef::new(ItemKind::Event, build::id(20))
}

fn event(dossier: &TestDossier) -> Event {
    match dossier.workspace().require(event_ref()).unwrap() {
        Item::Event(event) => event,
        other => panic!("{other:?}"),
    }
}

fn put(dossier: &mut TestDossier, item: impl Into<Item>) -> Result<(), EngineError> {
    let outcome = dossier.workspace_mut().put_item(&item.into(), false, time(50)).map(drop);
    assert_same_index(dossier, "after a put");
    assert!(dossier.workspace().store().check().unwrap().is_sound());
    outcome
}

/// The field and the words of a refusal.
fn refusal<T: std::fmt::Debug>(outcome: Result<T, EngineError>) -> (String, String) {
    match outcome.unwrap_err() {
        EngineError::Invalid(invalid) => (invalid.field, invalid.message),
        other => (String::new(), other.to_string()),
    }
}

#[test]
fn nothing_points_at_what_is_not_there() {
    let mut dossier = dossier();
    let mut lost = event(&dossier);
    lost.topics.push(TopicId(build::id(99)));
    let (field, message) = refusal(put(&mut dossier, lost));
    assert_eq!(field, "item");
    assert!(message.contains("topic:"), "{message}");
}

#[test]
fn what_one_operation_removes_it_cannot_point_at() {
    let mut dossier = dossier();
    let note = domain::note::Note {
        attached_to: vec![event_ref()],
        ..build::note(40, "About it", "")
    };
    let outcome = dossier.workspace_mut().transact(engine::Operation::Import, "both", time(50), |tx| {
        tx.remove(event_ref())?;
        tx.put(&note.into())
    });
    assert_eq!(refusal(outcome).0, "item");
    assert_eq!(event(&dossier).title.as_str(), "Lee meets Xi");
}

#[test]
fn what_is_changed_twice_in_one_operation_may_let_go_again() {
    let mut dossier = dossier();
    let mut lost = event(&dossier);
    lost.topics.push(TopicId(build::id(99)));
    let sound = event(&dossier);
    let outcome = dossier.workspace_mut().transact(engine::Operation::Import, "both", time(50), |tx| {
        tx.put(&lost.into())?;
        tx.put(&sound.into())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn quotes_follow_their_words_into_a_changed_text() {
    let mut dossier = dossier();
    let longer = build::source(10, "Wire", &format!("Seoul. {TEXT}"));
    put(&mut dossier, longer).unwrap();
    let citations = dossier.workspace().store().citations_of(event_ref()).unwrap();
    assert_eq!(citations[0].span().0, 7);
}

#[test]
fn a_text_that_loses_a_quote_says_so_and_finds_it_again() {
    let fate = |dossier: &TestDossier| dossier.workspace().store().citations_of(event_ref()).unwrap()[0].fate.clone();
    let mut dossier = dossier();
    put(&mut dossier, build::source(10, "Wire", "Nothing of it.")).unwrap();
    assert_eq!(fate(&dossier), Fate::Lost);
    let moved = build::source(10, "Wire", "They said: Lee met Xi.");
    dossier.import([moved.into()]).unwrap();
    let citations = dossier.workspace().store().citations_of(event_ref()).unwrap();
    assert_eq!((citations[0].span().0, &citations[0].fate), (11, &Fate::Moved));
    put(&mut dossier, build::source(10, "Wire", "They said: Lee meets Xi.")).unwrap();
    let was = "Lee met Xi".to_owned();
    assert_eq!(fate(&dossier), Fate::Changed { was: was.clone() });
    put(&mut dossier, build::source(10, "Wire", "They say: Lee meets Xi.")).unwrap();
    assert_eq!(fate(&dossier), Fate::Changed { was });
}

#[test]
fn a_removed_actor_takes_its_ties_and_leaves_the_events() {
    let mut dossier = dossier();
    put(
        &mut dossier,
        build::tie(60, domain::tie::TieKind::Partnership, ActorId(build::id(1)), ActorId(build::id(2))),
    )
    .unwrap();
    let china = ItemRef::new(ItemKind::Actor, build::id(2));
    dossier.workspace_mut().remove_items(&[china], time(60)).unwrap();
    assert_same_index(&dossier, "after a removal");
    assert_eq!(event(&dossier).participants.as_slice().len(), 1);
    assert_eq!(dossier.workspace().list(ItemKind::Tie).unwrap(), []);
    dossier.workspace_mut().undo(time(61)).unwrap();
    assert_same_index(&dossier, "after its undo");
    assert_eq!(event(&dossier).participants.as_slice().len(), 2);
}

#[test]
fn a_speaker_stays_while_the_statement_does() {
    let mut dossier = dossier();
    let mut spoken = build::event(21, "statement", "Seoul speaks", None);
    spoken.statement = Some(build::statement(ActorId(build::id(1))));
    put(&mut dossier, spoken).unwrap();
    let korea = ItemRef::new(ItemKind::Actor, build::id(1));
    assert_eq!(refusal(dossier.workspace_mut().remove_items(&[korea], time(60))).0, "speaker");
    let both = [ItemRef::new(ItemKind::Event, build::id(21)), korea];
    dossier.workspace_mut().remove_items(&both, time(60)).unwrap();
}

#[test]
fn a_chosen_claim_gives_its_value_without_the_words_of_another() {
    let mut dossier = dossier();
    let mut told = event(&dossier);
    told.when = Some(When {
        text: Some(build::title("5 January")),
        ..When::on(build::date("2026-01-05"))
    });
    put(&mut dossier, told).unwrap();
    let fifth = Claim {
        chosen: true,
        citation: Some(CitationId(build::id(30))),
        ..build::claim(70, event_ref(), ClaimValue::When(build::date("2026-01-05")))
    };
    put(&mut dossier, fifth).unwrap();
    put(
        &mut dossier,
        build::claim(71, event_ref(), ClaimValue::When(build::date("2026-01-06"))),
    )
    .unwrap();
    assert!(dossier.workspace().index().unwrap().rows().next().unwrap().contested());

    dossier
        .workspace_mut()
        .choose_claim(ClaimId(build::id(71)), Some(build::title("later reports")), time(60))
        .unwrap();
    assert_same_index(&dossier, "after a choice");
    let when = event(&dossier).when.unwrap();
    assert_eq!((when.edtf.as_str(), when.text), ("2026-01-06", None));
    let chosen: Vec<bool> = dossier
        .workspace()
        .store()
        .claims_of(event_ref())
        .unwrap()
        .iter()
        .map(|claim| claim.chosen)
        .collect();
    assert_eq!(chosen, [false, true]);
}

#[test]
fn two_claims_on_one_attribute_cannot_both_be_chosen() {
    let mut dossier = dossier();
    let claim = |number, day| Claim {
        chosen: true,
        ..build::claim(number, event_ref(), ClaimValue::When(build::date(day)))
    };
    put(&mut dossier, claim(70, "2026-01-05")).unwrap();
    assert_eq!(refusal(put(&mut dossier, claim(71, "2026-01-06"))).0, "chosen");
}

#[test]
fn an_agency_moved_to_another_country_moves_those_who_hold_its_offices() {
    let mut dossier = dossier();
    let agency = |of| Actor {
        acts_for: Some(ActorId(build::id(of))),
        ..build::actor(3, ActorKind::Organisation, "Trade Agency")
    };
    let head = build::actor(4, ActorKind::Person, "Its Head");
    let office = build::office(5, "Head", agency(1).id);
    let mut visit = build::event(22, "visit", "The head travels", Some("2026-01-06"));
    visit.participants = build::participants(&[(head.id, Role::Actor)]);
    let tenure = build::tenure(6, office.id, head.id, "2020", "ongoing");
    dossier
        .import([agency(1).into(), head.into(), office.into(), tenure.into(), visit.into()])
        .unwrap();
    put(&mut dossier, agency(2)).unwrap();
    let index = dossier.workspace().index().unwrap();
    assert_eq!(index.rows().nth(1).unwrap().countries, [ActorId(build::id(2))]);
}

#[test]
fn lanes_keep_their_numbers_when_topics_and_actors_come_and_go() {
    let mut dossier = dossier();
    put(&mut dossier, build::topic(81, "Trade")).unwrap();
    put(&mut dossier, build::topic(82, "Chips")).unwrap();
    let lane = |dossier: &TestDossier| dossier.workspace().index().unwrap().topics.lane(TopicId(build::id(82)));
    let before = lane(&dossier);
    assert!(before.is_some());
    dossier
        .workspace_mut()
        .remove_items(&[ItemRef::new(ItemKind::Topic, build::id(81))], time(60))
        .unwrap();
    assert_eq!(lane(&dossier), before);
    // Also through a change that has everything read anew.
    dossier.workspace_mut().undo(time(200_000)).unwrap();
    assert_eq!(lane(&dossier), before);
}

#[test]
fn another_grade_of_a_source_reaches_its_events() {
    let mut dossier = dossier();
    let graded = Source {
        reliability: Reliability::A,
        ..build::source(10, "Wire", TEXT)
    };
    put(&mut dossier, graded).unwrap();
    assert_eq!(
        dossier.workspace().index().unwrap().rows().next().unwrap().support.grade,
        Some(Reliability::A)
    );
}

#[test]
fn overdue_is_one_more_status_to_choose() {
    let mut dossier = dossier();
    let mut planned = build::event(22, "visit", "A plan", Some("2026-01-02"));
    planned.status = domain::status::StatusHistory::of(Status::Announced);
    put(&mut dossier, planned).unwrap();
    let workspace = dossier.workspace();
    let index = workspace.index().unwrap();
    let count = |statuses: &[Status], overdue| {
        let filter = Filter {
            statuses: statuses.to_vec(),
            overdue,
            ..Filter::default()
        };
        workspace.record().select(&index, &filter).unwrap().len()
    };
    assert_eq!(
        [
            count(&[], true),
            count(&[Status::Occurred], false),
            count(&[Status::Occurred], true)
        ],
        [1, 1, 2]
    );
}

#[test]
fn keystrokes_are_undone_together_and_a_pause_ends_them() {
    let mut dossier = dossier();
    for (second, name) in [(50, "L"), (51, "Le"), (53, "Lee"), (90, "Lee and Xi")] {
        let mut typed = event(&dossier);
        typed.title = build::title(name);
        dossier.workspace_mut().put_item(&typed.into(), true, time(second)).unwrap();
    }
    dossier.workspace_mut().undo(time(91)).unwrap();
    assert_eq!(event(&dossier).title.as_str(), "Lee");
    dossier.workspace_mut().undo(time(92)).unwrap();
    assert_eq!(event(&dossier).title.as_str(), "Lee meets Xi");
}

#[test]
fn a_second_instance_reads_and_says_so() {
    let dossier = dossier();
    let mut second = engine::Workspace::open(dossier.path(), time(60)).unwrap();
    assert!(second.read_only().is_some());
    assert_eq!(second.index().unwrap().len(), 1);
    let outcome = second.put_item(&build::topic(80, "Trade").into(), false, time(61));
    assert!(matches!(outcome, Err(EngineError::Store(StoreError::ReadOnly(_)))), "{outcome:?}");
    assert!(matches!(second.undo(time(62)), Err(EngineError::Store(StoreError::ReadOnly(_)))));
}

#[test]
fn what_was_known_on_a_day_comes_back_without_what_came_later() {
    let mut dossier = dossier();
    let day = |second| time(second).date_naive();
    let mut renamed = event(&dossier);
    renamed.when = None;
    dossier.workspace_mut().put_item(&renamed.into(), false, time(200_000)).unwrap();
    let dated = |known_on| {
        let published = dossier.workspace().published();
        let ask = |record: &Record<'_>| Ok::<_, EngineError>(record.index()?.rows().next().unwrap().span.is_some());
        published.read(Some(known_on), day(200_000), ask).unwrap()
    };
    assert!(dated(day(0)));
    assert!(!dated(day(200_000)));
}

#[test]
fn an_event_of_very_many_is_no_stall() {
    const MANY: u64 = 6_000;
    let country = |number| build::country(1_000 + number, "KOR", "One of many");
    let countries: Vec<Actor> = (0..MANY).map(country).collect();
    let mut gathering = build::event(900, "multilateral-meeting", "All of them", Some("2026-01-05"));
    gathering.participants = build::participants(&countries.iter().map(|country| (country.id, Role::Party)).collect::<Vec<_>>());
    let mut spoken = build::statement(countries[0].id);
    spoken.audience = countries.iter().map(|country| country.id).collect();
    gathering.statement = Some(spoken);
    let begin = std::time::Instant::now();
    let dossier = TestDossier::with(countries.into_iter().map(Item::from).chain([gathering.into()]));
    assert_eq!(
        dossier.workspace().index().unwrap().rows().next().unwrap().countries.len(),
        MANY as usize
    );
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}
