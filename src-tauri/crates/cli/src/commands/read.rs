use api::{
    Api,
    record::{DraftRecord, ReadingRecord, TextReader, published},
    wire::Language,
};
use serde::{Deserialize, Serialize};
use std::{
    io::{self, Read as _},
    path::Path,
};

use super::events::countries;
use crate::{
    answer::{Answer, Form},
    arguments::ReadArguments,
    failure::Failure,
    print, session,
    table::Table,
    wording::Wording,
};

/// The largest text taken from standard input, in bytes.
const LARGEST: u64 = 64 << 20;

pub fn read(form: Form, asked: &ReadArguments) -> Result<Answer, Failure> {
    let api = session::api();
    let reader = TextReader::shipped()?;
    let Some(file) = &asked.file else {
        let form = "{\"id\",\"text\",\"published\"}";
        return print::each_line(form, |given| answer(&api, &reader, asked, given)).map(|()| Answer::nothing());
    };
    let told = match &asked.published {
        Some(date) => Some(published(date, api.today())?),
        None => None,
    };
    let mut drafts = Vec::new();
    let mut language = String::new();
    for document in documents(&api, file)? {
        let date = told.clone().or_else(|| document.dated(api.today()));
        let reading = reader.read(&document.text, date.as_ref(), asked.language.as_deref());
        language = reading.language;
        drafts.extend(reading.drafts);
    }
    let wording = Wording::of(&api, Language::default())?;
    Answer::of(form, &ReadingRecord { language, drafts }, |reading| {
        table(&reading.drafts, &wording)
    })
}

fn documents(api: &Api, file: &Path) -> Result<Vec<api::Document>, Failure> {
    let unreadable = |error: io::Error| Failure::failed(format!("{}: could not be read: {error}; check the name", file.display()));
    let (bytes, name) = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        (bytes, None)
    } else {
        (
            std::fs::read(file).map_err(unreadable)?,
            file.file_name().map(|name| name.to_string_lossy().into_owned()),
        )
    };
    api.texts_of(&bytes, name.as_deref()).map_err(|error| Failure::at(file, &error))
}

/// Drafts in columns, for people.
pub fn table(drafts: &[DraftRecord], wording: &Wording) -> String {
    if drafts.is_empty() {
        return "Nothing was found that the record could hold.\n".to_owned();
    }
    let mut table = Table::new(&["id", "sure", "type", "kind", "status", "when", "countries", "title"]).right(&[1]);
    for DraftRecord { item, confidence, .. } in drafts {
        table.row([
            item.id.clone(),
            format!("{confidence:.2}"),
            wording.words.of_list(item.noun).to_owned(),
            wording.kind(&item.kind),
            item.status.map_or("–", |status| wording.words.of_list(status)).to_owned(),
            wording.date_or_dash(item.when.as_ref().map(|when| when.edtf.as_str())),
            countries(item),
            item.title.clone(),
        ]);
    }
    table.show()
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
    published: Option<String>,
    language: Option<String>,
}

#[derive(Serialize)]
struct Line {
    id: serde_json::Value,
    drafts: Vec<DraftRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

fn answer(api: &Api, reader: &TextReader, asked: &ReadArguments, given: Asked) -> Line {
    let date = given.published.as_ref().or(asked.published.as_ref());
    let date = date.filter(|date| !date.trim().is_empty()).map(|date| published(date, api.today()));
    let (date, error) = match date {
        Some(Err(error)) => (None, Some(error.to_string())),
        Some(Ok(date)) => (Some(date), None),
        None => (None, None),
    };
    let language = given.language.as_deref().or(asked.language.as_deref());
    let drafts = if error.is_some() {
        Vec::new()
    } else {
        reader.read(&given.text, date.as_ref(), language).drafts
    };
    Line {
        id: given.id,
        drafts,
        error,
    }
}
