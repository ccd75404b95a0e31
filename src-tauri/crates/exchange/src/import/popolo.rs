//! Popolo, the form of EveryPolitician: persons, organisations and who was in which for how long.
//!
//! A membership without dates has those of its legislative period, which stands among the events. Rows are numbers within their own list.

use domain::{
    Edtf,
    actor::ActorKind,
    event::Role,
    incoming::{IncomingEvent, IncomingTenure, IncomingTie, Party, Problem, Thing},
    period::End,
    tie::{Sign, TieKind},
};
use serde_json::Value;
use std::collections::HashMap;

use super::{
    ImportError, Out, Stopped,
    dated::{self, Cell},
    json, names,
};

pub(super) fn is(start: &str) -> bool {
    let has = |key: &str| json::has_key(start, key);
    json::is_object(start) && (has("persons") && (has("id") || has("name")) || has("memberships") && has("organizations"))
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let whole = json::parse(text)?;
    let known = Known::of(&whole);
    for (column, kind) in [("persons", ActorKind::Person), ("organizations", ActorKind::Organisation)] {
        for (row, object) in (1..).zip(json::list(&whole, column)) {
            actor(row, object, column, kind, out)?;
        }
    }
    for (row, object) in (1..).zip(json::list(&whole, "events")) {
        event(row, object, out)?;
    }
    for (row, object) in (1..).zip(json::list(&whole, "memberships")) {
        membership(row, object, &known, out)?;
    }
    Ok(())
}

/// What memberships point at, by its id.
struct Known<'a> {
    parties: HashMap<&'a str, Party>,
    posts: HashMap<&'a str, &'a str>,
    areas: HashMap<&'a str, &'a str>,
    periods: HashMap<&'a str, &'a Value>,
}

impl<'a> Known<'a> {
    fn of(whole: &'a Value) -> Self {
        let named = |column: &str, key: &'static str| {
            let all = json::list(whole, column).iter();
            all.map(move |object| (json::text(object, "id"), json::text(object, key))).collect()
        };
        let parties = [("persons", ActorKind::Person), ("organizations", ActorKind::Organisation)];
        let parties = parties.into_iter().flat_map(|(column, kind)| {
            let all = json::list(whole, column).iter();
            all.filter_map(move |object| Some((json::text(object, "id"), party(object, kind)?)))
        });
        Self {
            parties: parties.collect(),
            posts: named("posts", "label"),
            areas: named("areas", "name"),
            periods: json::list(whole, "events")
                .iter()
                .map(|event| (json::text(event, "id"), event))
                .collect(),
        }
    }
}

/// Somebody by name; `None` where the name has neither letters nor figures, as that of *no party*.
fn party(object: &Value, kind: ActorKind) -> Option<Party> {
    let name = json::text(object, "name");
    let mut party = Party::named(name, Role::Party).filter(|_| name.chars().any(char::is_alphanumeric))?;
    let others = json::list(object, "other_names").iter();
    names::add(&mut party, others.map(|other| json::text(other, "name")));
    party.kind = Some(kind);
    party.id = own_id(object);
    Some(party)
}

fn own_id(object: &Value) -> Option<String> {
    Some(json::text(object, "id").to_owned()).filter(|id| !id.is_empty())
}

fn actor(row: u64, object: &Value, column: &str, kind: ActorKind, out: &mut Out<'_>) -> Result<(), Stopped> {
    let Some(party) = party(object, kind) else {
        return out.fault(row, column, json::text(object, "id"), Problem::NoTitle);
    };
    let name = party.name.clone();
    out.put(row, own_id(object), Thing::Actor(party))?;
    let said = [
        ("summary", ""),
        ("biography", ""),
        ("birth_date", "Born: "),
        ("death_date", "Died: "),
    ];
    let lines: Vec<String> = said
        .iter()
        .map(|(key, words)| (words, json::text(object, key)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(words, text)| format!("{words}{text}"))
        .collect();
    out.note_about(row, json::text(object, "id"), &name, lines.join("\n\n"))
}

/// Elections and their like; legislative periods are told with the memberships.
fn event(row: u64, object: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
    let (title, kind) = (json::text(object, "name"), json::text(object, "classification"));
    if kind == "legislative period" {
        return Ok(());
    }
    if title.is_empty() {
        return out.fault(row, "events", json::text(object, "id"), Problem::NoTitle);
    }
    let (first, last) = (
        Cell::new("start_date", json::text(object, "start_date")),
        Cell::new("end_date", json::text(object, "end_date")),
    );
    if first.text.is_empty() && last.text.is_empty() {
        out.fault(row, first.column, "", Problem::NoDate)?;
    }
    let event = IncomingEvent {
        title: title.to_owned(),
        kind: kind.contains("election").then(|| "election".to_owned()),
        when: dated::when(out, row, first, last)?,
        ..IncomingEvent::default()
    };
    out.event(row, own_id(object), event)
}

fn membership(row: u64, object: &Value, known: &Known<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let mut ends = Vec::new();
    for column in ["person_id", "organization_id"] {
        let id = json::text(object, column);
        match known.parties.get(id) {
            Some(party) => ends.push(party),
            None => return out.fault(row, column, id, Problem::PointsNowhere),
        }
    }
    let [holder, of] = ends.as_slice() else { return Ok(()) };
    let (start, end) = period(row, object, known, out)?;
    let tenure = IncomingTenure {
        holder: (*holder).clone(),
        post: post(object, known),
        of: (*of).clone(),
        start: start.clone(),
        end: end.clone(),
        acting: false,
    };
    out.put(row, own_id(object), Thing::Tenure(Box::new(tenure)))?;
    on_behalf(row, object, (*holder).clone(), (start, end), known, out)
}

/// `member (Ngozi)`: the post, else the role, and the area that it is for.
fn post(object: &Value, known: &Known<'_>) -> String {
    let label = known.posts.get(json::text(object, "post_id")).copied();
    let words = [
        label.unwrap_or_default(),
        json::text(object, "label"),
        json::text(object, "role"),
        "member",
    ];
    let post = words.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
    match known.areas.get(json::text(object, "area_id")) {
        Some(area) if !area.is_empty() => format!("{post} ({area})"),
        _ => post.to_owned(),
    }
}

/// The dates of the membership itself or, where it has none, those of its legislative period.
fn period(row: u64, object: &Value, known: &Known<'_>, out: &mut Out<'_>) -> Result<(Option<Edtf>, End), Stopped> {
    let id = json::text(object, "legislative_period_id");
    let of_period = known.periods.get(id).copied();
    if !id.is_empty() && of_period.is_none() {
        out.fault(row, "legislative_period_id", id, Problem::PointsNowhere)?;
    }
    let cell = |column: &'static str| {
        let own = json::text(object, column);
        let other = of_period.map(|period| json::text(period, column)).unwrap_or_default();
        Cell::new(column, if own.is_empty() { other } else { own })
    };
    let start = dated::date(out, row, cell("start_date"))?;
    let end = dated::end(out, row, start.as_ref(), cell("end_date"))?;
    Ok((start, end))
}

/// The party that somebody sat for, over the same time.
fn on_behalf(
    row: u64,
    object: &Value,
    holder: Party,
    (start, end): (Option<Edtf>, End),
    known: &Known<'_>,
    out: &mut Out<'_>,
) -> Result<(), Stopped> {
    let id = json::text(object, "on_behalf_of_id");
    let Some(party) = known.parties.get(id) else {
        return match id.chars().any(char::is_alphanumeric) {
            true => out.fault(row, "on_behalf_of_id", id, Problem::PointsNowhere),
            false => Ok(()),
        };
    };
    let tie = IncomingTie {
        kind: TieKind::Membership,
        title: format!("{} – {}", holder.name, party.name),
        from: Party {
            role: Role::Actor,
            ..holder
        },
        to: Party {
            role: Role::Recipient,
            ..party.clone()
        },
        mutual: false,
        sign: Sign::Neutral,
        start,
        end,
        summary: String::new(),
    };
    out.put(row, own_id(object).map(|id| format!("{id}#party")), Thing::Tie(Box::new(tie)))
}
