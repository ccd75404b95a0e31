//! Sanctions, payments, events and what was published.

use domain::{
    actor::ActorKind,
    event::{Role, When},
    incoming::{IncomingEvent, IncomingPlace, IncomingSource, Party, Problem, Thing},
};

use super::{
    Entity,
    actors::{Known, coded},
};
use crate::import::{
    Out, Stopped,
    dated::{self, Cell},
};

/// The country of the authority acts on whom it lists, from the day it takes effect: the day of the listing is only said.
pub(super) fn sanction(entity: &Entity<'_>, known: &Known, out: &mut Out<'_>) -> Result<(), Stopped> {
    let when = when(entity, "startDate", "", out)?;
    let mut parties: Vec<Party> = entity
        .all("country")
        .into_iter()
        .filter_map(|code| Some(Party::country(coded(code)?, Role::Actor)))
        .collect();
    if parties.is_empty() {
        let authority = Party::named(entity.first("authority"), Role::Actor);
        parties.extend(authority.map(|party| Party {
            kind: Some(ActorKind::Organisation),
            ..party
        }));
    }
    parties.extend(known.all(entity, "entity", Role::Recipient, out)?);
    let said = entity.said(&[
        ("summary", ""),
        ("description", ""),
        ("authority", "Authority"),
        ("program", "Programme"),
        ("provisions", "Provisions"),
        ("reason", "Reason"),
        ("listingDate", "Listed"),
        ("endDate", "Until"),
        ("duration", "Duration"),
        ("status", "Status"),
    ]);
    let event = IncomingEvent {
        kind: Some("sanction".to_owned()),
        when,
        parties,
        summary: with_contested(entity, said, "startDate"),
        source: page(entity, entity.first("authority")),
        ..IncomingEvent::default()
    };
    out.event(entity.row, entity.own_id(), event)
}

pub(super) fn payment(entity: &Entity<'_>, known: &Known, out: &mut Out<'_>) -> Result<(), Stopped> {
    let date = if entity.first("date").is_empty() { "startDate" } else { "date" };
    let when = when(entity, date, "endDate", out)?;
    let mut parties = known.all(entity, "payer", Role::Actor, out)?;
    parties.extend(known.all(entity, "beneficiary", Role::Recipient, out)?);
    let amount = amount(entity);
    let said = entity.said(&[("purpose", "Purpose"), ("summary", ""), ("programme", "Programme")]);
    let said = if amount.is_empty() {
        said
    } else {
        format!("Amount: {amount}\n\n{said}")
    };
    let event = IncomingEvent {
        title: if amount.is_empty() {
            "Payment".to_owned()
        } else {
            format!("Payment of {amount}")
        },
        when,
        parties,
        summary: with_contested(entity, said, date),
        source: page(entity, entity.first("publisher")),
        ..IncomingEvent::default()
    };
    out.event(entity.row, entity.own_id(), event)
}

/// The amount as it stands, with its currency.
fn amount(entity: &Entity<'_>) -> String {
    let currency = entity.first("currency");
    let all = [
        (entity.first("amount"), currency),
        (entity.first("amountEur"), "EUR"),
        (entity.first("amountUsd"), "USD"),
    ];
    let amount = all.into_iter().find(|(amount, _)| !amount.is_empty());
    amount
        .map(|(amount, currency)| format!("{amount} {currency}").trim_end().to_owned())
        .unwrap_or_default()
}

pub(super) fn event(entity: &Entity<'_>, known: &Known, out: &mut Out<'_>) -> Result<(), Stopped> {
    let date = if entity.first("startDate").is_empty() {
        "date"
    } else {
        "startDate"
    };
    let when = when(entity, date, "endDate", out)?;
    let mut parties = known.all(entity, "organizer", Role::Actor, out)?;
    parties.extend(known.all(entity, "involved", Role::Party, out)?);
    let place = IncomingPlace {
        name: entity.first("location").to_owned(),
        country: coded(entity.first("country")),
        coordinates: None,
    };
    let said = entity.said(&[("summary", ""), ("description", ""), ("notes", "")]);
    let event = IncomingEvent {
        title: entity.title().to_owned(),
        when,
        parties,
        place: Some(place).filter(|place| *place != IncomingPlace::default()),
        summary: with_contested(entity, said, date),
        source: page(entity, entity.first("publisher")),
        ..IncomingEvent::default()
    };
    out.event(entity.row, entity.own_id(), event)
}

pub(super) fn source(entity: &Entity<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let dated = ["publishedAt", "date", "authoredAt"].map(|property| entity.cell(property));
    let date = dated.into_iter().find(|cell| !cell.text.is_empty());
    let published = dated::date(out, entity.row, date.unwrap_or(Cell::new("publishedAt", "")))?;
    let url = ["sourceUrl", "publisherUrl"].map(|property| entity.first(property));
    let source = IncomingSource {
        title: [entity.first("title"), entity.title()]
            .into_iter()
            .find(|title| !title.is_empty())
            .unwrap_or_default()
            .to_owned(),
        publisher: entity.first("publisher").to_owned(),
        author: entity.all("author").join("; "),
        url: url.into_iter().find(|url| !url.is_empty()).unwrap_or_default().to_owned(),
        published,
        language: String::new(),
        text: entity.first("bodyText").to_owned(),
    };
    out.put(entity.row, entity.own_id(), Thing::Source(Box::new(source)))
}

fn when(entity: &Entity<'_>, first: &'static str, last: &'static str, out: &mut Out<'_>) -> Result<Option<When>, Stopped> {
    let (first, last) = (entity.cell(first), entity.cell(last));
    if first.text.is_empty() && last.text.is_empty() {
        out.fault(entity.row, first.column, "", Problem::NoDate)?;
    }
    dated::when(out, entity.row, first, last)
}

fn with_contested(entity: &Entity<'_>, said: String, date: &str) -> String {
    let lines = [said, entity.contested(date)];
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join("\n\n")
}

/// The page that it was taken from.
fn page(entity: &Entity<'_>, publisher: &str) -> Option<IncomingSource> {
    let url = entity.first("sourceUrl");
    (!url.is_empty()).then(|| IncomingSource {
        publisher: publisher.to_owned(),
        url: url.to_owned(),
        ..IncomingSource::default()
    })
}
