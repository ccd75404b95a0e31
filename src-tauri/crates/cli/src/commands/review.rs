use api::{
    Api, CaptureOptions,
    record::{DraftRecord, DraftsRequest, OpenDrafts, published},
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
    /// Per cent of a page's prose that was left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<u32>,
    /// The same text was here already: nothing was done.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    known: bool,
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
                left_out: text.left_out,
                known: text.known,
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
        if source.known {
            return format!("{}: “{}” is in the dossier already\n", source.file, source.title);
        }
        let mut cut: String = source.truncated.iter().map(|words| format!("; {words}")).collect();
        if let Some(share) = source.left_out {
            cut.push_str(&format!("; some {share} % of the page's text was left out: paste it to see what"));
        }
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
    /// Left open, since they are likely the same as an event of the record or as another draft.
    #[serde(skip_serializing_if = "is_none")]
    copies: usize,
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

pub fn decide(form: Form, asked: &DecideArguments, decision: Decision) -> Result<Answer, Failure> {
    let api = session::open_to_write(&asked.dossier)?;
    let OpenDrafts { new: drafts, copies } = chosen(&api, asked, decision)?;
    if drafts.is_empty() {
        return Err(Failure::failed(match copies.len() {
            0 => "no draft is that sure and open; “summitry drafts” lists what waits".to_owned(),
            count => format!("all {count} likely tell of what is told already; merge them in the window, or name them by id"),
        }));
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
        copies: copies.len(),
    };
    Answer::of(form, &decided, |decided| {
        let copies = match decided.copies {
            0 => String::new(),
            count => format!("; {count} of them likely tell of what is told already: merge them in the window, or name them by id"),
        };
        format!(
            "{}: {} drafts, {} items touched, {} open{copies}",
            decided.decision, decided.drafts, decided.touched, decided.open
        )
    })
}

/// The drafts that are meant. Of many at once, those that may be copies are not accepted unseen.
fn chosen(api: &Api, asked: &DecideArguments, decision: Decision) -> Result<OpenDrafts, Failure> {
    if !asked.all && asked.at_least.is_none() {
        let named = asked.ids.iter().map(|id| api.draft(id)).collect::<Result<_, _>>()?;
        return Ok(OpenDrafts {
            new: named,
            copies: Vec::new(),
        });
    }
    let mut open = api.open_drafts(asked.at_least.unwrap_or(0.0))?;
    if decision == Decision::Reject {
        open.new.append(&mut open.copies);
    }
    Ok(open)
}
