//! Entities of Wikidata as its interface and its pages hand them out: who held which office.
//!
//! Statements point at other entities by their numbers. What these are called is known only where they are in the same file; else the number stands for
//! the name and is reported.

mod time;

use domain::{
    Edtf,
    actor::ActorKind,
    event::Role,
    incoming::{IncomingTenure, Party, Problem, Thing},
    period::End,
};
use serde_json::Value;
use std::collections::HashMap;

use super::{ImportError, Out, Stopped, json, names};
use time::Time;

const INSTANCE_OF: &str = "P31";
const HUMAN: &str = "Q5";
const POSITION_HELD: &str = "P39";
const COUNTRY_OF_CITIZENSHIP: &str = "P27";
const DATE_OF_BIRTH: &str = "P569";
const START: &str = "P580";
const END: &str = "P582";
/// Of what an office is, where a statement says so itself: its jurisdiction, or the plain *of*.
const OF: [&str; 2] = ["P1001", "P642"];

pub(super) fn is(start: &str) -> bool {
    let has = |key: &str| json::has_key(start, key);
    let told = has("labels") || has("claims");
    start.trim_start().starts_with(['{', '[']) && told && (has("entities") || json::has_pair(start, "type", "item"))
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let whole = json::parse(text)?;
    let entities = entities(&whole);
    let names = entities.iter().map(|entity| (json::text(entity, "id"), label(entity))).collect();
    for (row, entity) in (1..).zip(&entities) {
        one(row, entity, &names, out)?;
    }
    Ok(())
}

/// The entities of an answer, of a list or the one that a file is.
fn entities(whole: &Value) -> Vec<&Value> {
    match whole.get("entities").unwrap_or(whole) {
        Value::Array(list) => list.iter().collect(),
        Value::Object(object) if !object.contains_key("claims") && !object.contains_key("labels") => object.values().collect(),
        one => vec![one],
    }
}

/// Its name in English, else for all languages, else in any.
fn label(entity: &Value) -> &str {
    let labels = entity.get("labels").unwrap_or(&Value::Null);
    let of = |language: &str| labels.get(language).map(|label| json::text(label, "value"));
    let any = || labels.as_object()?.values().next().map(|label| json::text(label, "value"));
    of("en").or_else(|| of("mul")).or_else(any).unwrap_or_default()
}

/// Statements of a property, without those that are known to be wrong.
fn statements<'a>(entity: &'a Value, property: &str) -> impl Iterator<Item = &'a Value> {
    let claims = entity.get("claims").unwrap_or(&Value::Null);
    json::list(claims, property)
        .iter()
        .filter(|statement| json::text(statement, "rank") != "deprecated")
}

/// The value of a snak; `None` where there is none or an unknown one.
fn value(snak: &Value) -> Option<&Value> {
    snak.get("datavalue")?.get("value")
}

fn entity_of(snak: &Value) -> Option<&str> {
    value(snak).map(|value| json::text(value, "id")).filter(|id| !id.is_empty())
}

/// The entity that a property names, where it names one: a preferred one before others.
fn only<'a>(entity: &'a Value, property: &str) -> Option<&'a str> {
    let all: Vec<&Value> = statements(entity, property).collect();
    let preferred: Vec<&Value> = all
        .iter()
        .copied()
        .filter(|statement| json::text(statement, "rank") == "preferred")
        .collect();
    match if preferred.is_empty() { all } else { preferred }.as_slice() {
        [one] => entity_of(one.get("mainsnak")?),
        _ => None,
    }
}

type Names<'a> = HashMap<&'a str, &'a str>;

fn one(row: u64, entity: &Value, names: &Names<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let id = json::text(entity, "id");
    let mut kinds = statements(entity, INSTANCE_OF).filter_map(|statement| entity_of(statement.get("mainsnak")?));
    let is_human = kinds.any(|kind| kind == HUMAN) || statements(entity, POSITION_HELD).next().is_some();
    let holder = match party(entity, id) {
        Some(party) if is_human => party,
        // Offices and countries only lend their names.
        Some(_) => return Ok(()),
        None => return out.fault(row, "labels", id, Problem::NoTitle),
    };
    out.put(row, Some(id.to_owned()).filter(|id| !id.is_empty()), Thing::Actor(holder.clone()))?;
    out.note_about(row, id, &holder.name, said(entity))?;
    for statement in statements(entity, POSITION_HELD) {
        tenure(row, entity, statement, &holder, names, out)?;
    }
    Ok(())
}

fn party(entity: &Value, id: &str) -> Option<Party> {
    let mut party = Party::named(label(entity), Role::Party)?;
    let objects = |key: &str| entity.get(key).and_then(Value::as_object).into_iter().flatten();
    let labels = objects("labels").map(|(_, label)| label);
    let aliases = objects("aliases").filter_map(|(_, aliases)| aliases.as_array()).flatten();
    names::add(&mut party, labels.chain(aliases).map(|name| json::text(name, "value")));
    party.kind = Some(ActorKind::Person);
    party.id = Some(id.to_owned()).filter(|id| !id.is_empty());
    Some(party)
}

/// The description, the day of birth and the page to read on.
fn said(entity: &Value) -> String {
    let descriptions = entity
        .get("descriptions")
        .and_then(|all| all.get("en"))
        .map(|text| json::text(text, "value"));
    let born = statements(entity, DATE_OF_BIRTH).find_map(|statement| Time::of(statement.get("mainsnak")?).known());
    let pages = entity
        .get("sitelinks")
        .and_then(|all| all.get("enwiki"))
        .map(|page| json::text(page, "url"));
    let lines = [
        descriptions.unwrap_or_default().to_owned(),
        born.map(|born| format!("Born: {born}")).unwrap_or_default(),
        pages
            .filter(|page| !page.is_empty())
            .map(|page| format!("<{page}>"))
            .unwrap_or_default(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn tenure(row: u64, entity: &Value, statement: &Value, holder: &Party, names: &Names<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let Some(post) = statement.get("mainsnak").and_then(entity_of) else {
        return out.fault(row, POSITION_HELD, json::text(statement, "id"), Problem::NothingToKeep);
    };
    let qualifiers = statement.get("qualifiers").unwrap_or(&Value::Null);
    let own = OF
        .iter()
        .find_map(|property| json::list(qualifiers, property).iter().find_map(entity_of));
    let Some(of) = own.or_else(|| only(entity, COUNTRY_OF_CITIZENSHIP)) else {
        return out.fault(row, POSITION_HELD, post, Problem::NothingToKeep);
    };
    let post = name(row, POSITION_HELD, post, names, out)?;
    let body = name(row, if own.is_some() { OF[0] } else { COUNTRY_OF_CITIZENSHIP }, of, names, out)?;
    let (start, end) = period(row, qualifiers, out)?;
    let tenure = IncomingTenure {
        acting: post.to_lowercase().starts_with("acting "),
        holder: holder.clone(),
        post,
        of: Party {
            id: Some(of.to_owned()),
            kind: own.is_none().then_some(ActorKind::Country),
            ..Party::named(&body, Role::Party).unwrap_or_else(|| holder.clone())
        },
        start,
        end,
    };
    let id = json::text(statement, "id");
    out.put(
        row,
        Some(id.to_owned()).filter(|id| !id.is_empty()),
        Thing::Tenure(Box::new(tenure)),
    )
}

/// What an entity is called; its number, which is reported, where the file does not say.
fn name(row: u64, property: &str, id: &str, names: &Names<'_>, out: &mut Out<'_>) -> Result<String, Stopped> {
    match names.get(id).filter(|name| !name.is_empty()) {
        Some(name) => Ok((*name).to_owned()),
        None => {
            out.fault(row, property, id, Problem::PointsNowhere)?;
            Ok(id.to_owned())
        }
    }
}

fn period(row: u64, qualifiers: &Value, out: &mut Out<'_>) -> Result<(Option<Edtf>, End), Stopped> {
    let time = |property: &str| json::list(qualifiers, property).first().map(Time::of);
    let start = match time(START) {
        Some(Time::Unread(text)) => {
            out.fault(row, START, &text, Problem::DateUnread)?;
            None
        }
        Some(Time::Known(start)) => Some(start),
        _ => None,
    };
    let end = match time(END) {
        None | Some(Time::None) => End::Ongoing,
        Some(Time::Unknown) => End::Unknown,
        Some(Time::Unread(text)) => {
            out.fault(row, END, &text, Problem::EndUnread)?;
            End::Unknown
        }
        Some(Time::Known(end)) => match start.as_ref().and_then(Edtf::earliest) > end.latest() {
            true => {
                out.fault(row, END, end.as_str(), Problem::EndBeforeStart)?;
                End::Unknown
            }
            false => End::On(end),
        },
    };
    Ok((start, end))
}
