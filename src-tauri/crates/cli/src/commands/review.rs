use api::{
    Api, CaptureOptions,
    record::{DraftRecord, DraftsRequest, published},
    wire::{Edit, EditRequest},
};
use serde::Serialize;
use std::path::Path;

use super::read::table;
use crate::{
    answer::{Answer, Form},
    arguments::{AddArguments, DecideArguments},
    failure::Failure,
    session,
    wording::Wording,
};

#[derive(Serialize)]
struct Added {
    sources: Vec<AddedSource>,
}

#[derive(Serialize)]
struct AddedSource {
    file: String,
    source: String,
    title: String,
    drafts: usize,
    /// What was too much to be read to its end.
    truncated: Vec<String>,
}

/// Captures files one after the other. One that is refused does not keep the others out.
pub fn add(form: Form, asked: &AddArguments) -> Result<Answer, Failure> {
    let api = session::open_to_write(&asked.dossier)?;
    let options = options(&api, asked)?;
    let (mut added, mut refused) = (Added { sources: Vec::new() }, Vec::new());
    for file in &asked.files {
        match api.capture_path(file, &options) {
            Ok(texts) => added.sources.extend(texts.into_iter().map(|text| AddedSource {
                file: file.display().to_string(),
                source: text.source.to_string(),
                title: text.title,
                drafts: text.drafts,
                truncated: text.truncated,
            })),
            Err(error) => refused.push(Failure::at(file, &error).to_string()),
        }
    }
    let failure = (!refused.is_empty()).then(|| Failure::failed(refused.join("; ")));
    Ok(Answer::of(form, &added, describe)?.refusing(failure))
}

fn options(api: &Api, asked: &AddArguments) -> Result<CaptureOptions, Failure> {
    Ok(CaptureOptions::new(
        asked.published.as_deref().map(|date| published(date, api.today())).transpose()?,
        asked.publisher.as_deref(),
        asked.reliability.as_deref(),
    )?)
}

fn describe(added: &Added) -> String {
    let line = |source: &AddedSource| {
        let cut: String = source.truncated.iter().map(|words| format!("; {words}")).collect();
        format!("{}: “{}”, {} drafts{cut}\n", source.file, source.title, source.drafts)
    };
    added.sources.iter().map(line).collect()
}

#[derive(Serialize)]
struct Drafts {
    drafts: Vec<DraftRecord>,
}

pub fn drafts(form: Form, dossier: &Path, all: bool, at_least: f64) -> Result<Answer, Failure> {
    let api = session::open(dossier)?;
    let language = api.language()?;
    let drafts = api.drafts(&DraftsRequest { all, at_least }, language)?;
    let wording = Wording::of(&api, language)?;
    Answer::of(form, &Drafts { drafts }, |drafts| {
        if drafts.drafts.is_empty() {
            "No drafts wait for review.\n".to_owned()
        } else {
            table(&drafts.drafts, &wording)
        }
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Accept,
    Reject,
}

#[derive(Serialize)]
struct Decided {
    /// `accepted` or `rejected`.
    decision: &'static str,
    drafts: usize,
    touched: usize,
    /// Still open in the dossier.
    open: u32,
}

pub fn decide(form: Form, asked: &DecideArguments, decision: Decision) -> Result<Answer, Failure> {
    let api = session::open_to_write(&asked.dossier)?;
    let drafts: Vec<String> = if asked.all || asked.at_least.is_some() {
        let open = api.open_drafts(asked.at_least.unwrap_or(0.0))?;
        open.iter().map(ToString::to_string).collect()
    } else {
        asked.ids.clone()
    };
    if drafts.is_empty() {
        return Err(Failure::failed(
            "no draft is that sure and open; “summitry drafts” lists what waits",
        ));
    }
    let count = drafts.len();
    let (word, edit) = match decision {
        Decision::Accept => ("accepted", Edit::AcceptDrafts { drafts }),
        Decision::Reject => ("rejected", Edit::RejectDrafts { drafts }),
    };
    let change = api
        .apply(EditRequest { edit })
        .map_err(|error| Failure::at(&asked.dossier, &error))?;
    let decided = Decided {
        decision: word,
        drafts: count,
        touched: change.touched.len(),
        open: change.counts.drafts,
    };
    Answer::of(form, &decided, |decided| {
        format!(
            "{}: {} drafts, {} items touched, {} open",
            decided.decision, decided.drafts, decided.touched, decided.open
        )
    })
}
