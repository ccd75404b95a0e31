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
};

#[derive(Serialize)]
struct Events {
    events: Vec<RecordItem>,
}

pub fn events(form: Form, dossier: &Path, asked: &FilterArguments) -> Result<Answer, Failure> {
    let api = session::open(dossier)?;
    let request = RecordRequest {
        filter: filter(&api, asked)?,
        as_of: asked.as_of.clone(),
        limit: asked.limit,
        language: api.language()?,
    };
    let events = Events {
        events: api.record(&request)?,
    };
    Answer::of(form, &events, |events| table(&events.events))
}

fn table(items: &[RecordItem]) -> String {
    if items.is_empty() {
        return "Nothing in the record matches.\n".to_owned();
    }
    let mut table = Table::new(&["when", "kind", "status", "countries", "sources", "title"]).right(&[4]);
    for item in items {
        let contested = if item.contested { " (contested)" } else { "" };
        table.row([
            item.when.as_ref().map_or_else(|| "–".to_owned(), |when| when.edtf.clone()),
            item.kind.clone(),
            item.status.map_or(item.noun.as_str(), |status| status.as_str()).to_owned(),
            countries(item),
            item.citations.len().to_string(),
            format!("{}{contested}", item.title),
        ]);
    }
    table.show()
}

/// "KOR → CHN", or "CHN, KOR" where it goes both ways.
fn countries(item: &RecordItem) -> String {
    let (from, to) = (item.source_countries.join(", "), item.target_countries.join(", "));
    let both = item.source_countries.iter().all(|code| item.target_countries.contains(code));
    if to.is_empty() || both { from } else { format!("{from} → {to}") }
}
