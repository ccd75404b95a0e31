use api::wire::SearchRequest;
use serde::Serialize;
use std::path::Path;

use crate::{
    answer::{Answer, Form},
    failure::Failure,
    session,
    table::Table,
};
use words::Words;

#[derive(Serialize)]
struct Found {
    words: String,
    hits: Vec<Hit>,
}

#[derive(Serialize)]
struct Hit {
    #[serde(rename = "type")]
    noun: String,
    id: String,
    title: String,
    detail: Option<String>,
    snippet: String,
}

pub fn search(form: Form, dossier: &Path, words: &str, limit: u32) -> Result<Answer, Failure> {
    let api = session::open(dossier)?;
    let language = api.language()?;
    let answer = api.search(SearchRequest {
        words: words.to_owned(),
        limit,
        known_on: None,
        language,
    })?;
    let hits = answer.hits.into_iter().map(|hit| Hit {
        noun: hit.kind.to_string(),
        id: hit.item.reference.id.to_string(),
        title: hit.item.title,
        detail: hit.item.detail,
        snippet: hit.snippet,
    });
    let found = Found {
        words: words.to_owned(),
        hits: hits.collect(),
    };
    Answer::of(form, &found, |found| show(found, Words::of(language)))
}

fn show(found: &Found, words: &Words) -> String {
    if found.hits.is_empty() {
        return format!("Nothing holds “{}”.\n", found.words);
    }
    let mut table = Table::new(&["what", "title", "where"]);
    for hit in &found.hits {
        table.row([
            words.text(&format!("noun_{}", hit.noun)).to_owned(),
            hit.title.clone(),
            hit.snippet.split_whitespace().collect::<Vec<_>>().join(" "),
        ]);
    }
    table.show()
}
