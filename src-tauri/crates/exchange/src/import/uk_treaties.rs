//! Answers of the catalogue of UK Treaties Online: one event a treaty, on the day of its signature.
//!
//! Days are written day first. When it entered into force and ended is said in words; force may begin before signature. Of the countries, states are
//! in capitals: the others are territories that it reaches and are only mentioned.

use domain::{
    Edtf,
    actor::ActorKind,
    event::{Role, When},
    incoming::{CodeList, Coded, IncomingEvent, IncomingPlace, IncomingSource, Party, Problem},
};
use serde_json::Value;

use super::{ImportError, Out, Stopped, dates, json};

const RECORDS: &str = "iStoreRecord";

pub(super) fn is(start: &str) -> bool {
    json::is_object(start) && json::has_key(start, RECORDS) && json::has_key(start, "signed_event_date")
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let whole = json::parse(text)?;
    let answer = whole
        .get("csw:GetRecordsResponse")
        .and_then(|answer| answer.get("csw:SearchResults"));
    let found = answer.unwrap_or(&whole).get(RECORDS).unwrap_or(&Value::Null);
    let records = found.as_array().map_or(std::slice::from_ref(found), Vec::as_slice);
    for (row, record) in (1..).zip(records.iter().filter(|record| !record.is_null())) {
        treaty(row, record, out)?;
    }
    Ok(())
}

fn treaty(row: u64, record: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
    let title = json::text(record, "title");
    let id = json::written(record, "id");
    if title.is_empty() {
        return out.fault(row, "title", &id, Problem::NoTitle);
    }
    let signed = json::text(record, "signed_event_date");
    let when = day(signed);
    match (&when, signed) {
        (Some(_), _) => {}
        (None, "") => out.fault(row, "signed_event_date", "", Problem::NoDate)?,
        (None, text) => out.fault(row, "signed_event_date", text, Problem::DateUnread)?,
    }
    let place = json::text(record, "signed_event_location");
    let event = IncomingEvent {
        title: title.to_owned(),
        kind: Some("agreement".to_owned()),
        when: when.map(When::on),
        parties: json::text(record, "country_name").split(';').filter_map(party).collect(),
        place: (!place.is_empty()).then(|| IncomingPlace {
            name: place.to_owned(),
            ..IncomingPlace::default()
        }),
        topics: json::text(record, "subject")
            .split(';')
            .map(str::trim)
            .filter(|topic| !topic.is_empty())
            .map(str::to_owned)
            .collect(),
        summary: summary(row, record, out)?,
        source: Some(source(record, title)),
        ..IncomingEvent::default()
    };
    out.event(row, Some(id).filter(|id| !id.is_empty()), event)
}

/// `04/11/1947` is the 4th of November.
fn day(text: &str) -> Option<Edtf> {
    let mut parts = text.trim().split('/').map(|part| part.parse::<u32>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    parts
        .next()
        .is_none()
        .then(|| dates::of_parts(i64::from(year), Some(month), Some(day)))?
}

fn party(name: &str) -> Option<Party> {
    let party = Party::named(name, Role::Mentioned)?;
    if party.name.chars().any(char::is_lowercase) {
        return Some(party);
    }
    Some(Party {
        code: Coded::new(CodeList::Name, &party.name),
        kind: Some(ActorKind::Country),
        role: Role::Party,
        ..party
    })
}

fn summary(row: u64, record: &Value, out: &mut Out<'_>) -> Result<String, Stopped> {
    let columns = [
        ("definative_eif_event_date", "In force: "),
        ("definative_eif_event_effective_date", "In force with effect from: "),
        ("provisional_eif_event_date", "Provisionally in force: "),
        ("terminated_event_date", "Ended: "),
        ("terminated_event_effective_date", "Ended with effect from: "),
    ];
    let mut lines = Vec::new();
    for (column, words) in columns {
        let text = json::text(record, column);
        match day(text) {
            Some(day) => lines.push(format!("{words}{day}")),
            None if text.is_empty() => {}
            None => out.fault(row, column, text, Problem::DateUnread)?,
        }
    }
    let printed = json::text(record, "references");
    if !printed.is_empty() {
        lines.push(format!("Printed in: {}", printed.replace("||", " ").replace(';', "; ")));
    }
    Ok(lines.join("\n\n"))
}

fn source(record: &Value, title: &str) -> IncomingSource {
    // The catalogue joins the folder of a page with strokes of another system.
    let page = json::text(record, "document_url").replace('\\', "/");
    IncomingSource {
        title: title.to_owned(),
        publisher: "UK Treaties Online".to_owned(),
        url: page,
        ..IncomingSource::default()
    }
}
