use api::record::{RecordItem, RecordRequest};
use serde::Serialize;
use std::path::Path;

use super::filter::filter;
use crate::{
    answer::{Answer, Form},
    arguments::FilterArguments,
    failure::Failure,
    session,
    table::Table,
    wording::Wording,
};

#[derive(Serialize)]
struct Events {
    events: Vec<RecordItem>,
}

pub fn events(form: Form, dossier: &Path, asked: &FilterArguments) -> Result<Answer, Failure> {
    let api = session::open(dossier)?;
    let language = api.language()?;
    let request = RecordRequest {
        filter: filter(&api, asked)?,
        known_on: asked.known_on.clone(),
        as_of: asked.as_of.clone(),
        limit: asked.limit,
        language,
    };
    let events = Events {
        events: api.record(&request)?,
    };
    let wording = Wording::of(&api, language)?;
    Answer::of(form, &events, |events| table(&events.events, &wording))
}

fn table(items: &[RecordItem], wording: &Wording) -> String {
    if items.is_empty() {
        return "Nothing in the record matches.\n".to_owned();
    }
    let mut table = Table::new(&["when", "kind", "status", "countries", "sources", "title"]).right(&[4]);
    for item in items {
        let contested = if item.contested { " (contested)" } else { "" };
        table.row([
            wording.date_or_dash(item.when.as_ref().map(|when| when.edtf.as_str())),
            wording.kind(&item.kind),
            state(item, wording),
            countries(item),
            item.citations.len().to_string(),
            format!("{}{contested}", item.title),
        ]);
    }
    table.show()
}

/// Where an event stands; what else it is.
fn state(item: &RecordItem, wording: &Wording) -> String {
    let word = match item.status {
        Some(status) => wording.words.of_list(status),
        None => wording.words.of_list(item.noun),
    };
    word.to_owned()
}

/// "KOR → CHN", or "CHN, KOR" where it goes both ways.
pub fn countries(item: &RecordItem) -> String {
    let (from, to) = (item.source_countries.join(", "), item.target_countries.join(", "));
    let both = item.source_countries.iter().all(|code| item.target_countries.contains(code));
    if to.is_empty() || both { from } else { format!("{from} → {to}") }
}
