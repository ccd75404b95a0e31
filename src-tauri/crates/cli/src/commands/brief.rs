use api::wire::{BriefPart, BriefRequest, PaperSize};
use serde::Serialize;

use super::filter::filter;
use crate::{
    answer::{Answer, Form},
    arguments::{BriefArguments, Paper, Part},
    failure::Failure,
    files, session,
};

#[derive(Serialize)]
struct Printed {
    file: String,
    pages: u32,
    events: u32,
    as_of: String,
    /// Characters no font has.
    missing_glyphs: String,
}

pub fn brief(form: Form, asked: &BriefArguments) -> Result<Answer, Failure> {
    if asked.filter.limit.is_some() {
        return Err(Failure::usage(
            "--limit: a brief prints everything that was selected; narrow it with another filter",
        ));
    }
    let api = session::open(&asked.dossier)?;
    let dossier = session::dossier(&api)?;
    let path = &asked.output.output;
    files::refuse_existing(path, asked.output.force)?;
    files::refuse_dossier(path)?;
    let request = BriefRequest {
        title: asked.title.clone(),
        filter: filter(&api, &asked.filter)?,
        known_on: asked.filter.known_on.clone(),
        as_of: asked.filter.as_of.clone(),
        parts: asked.parts.iter().map(|part| part_of(*part)).collect(),
        paper: match asked.paper {
            Paper::A4 => PaperSize::A4,
            Paper::Letter => PaperSize::Letter,
        },
        marking: asked.marking.clone(),
        language: asked.language.unwrap_or(dossier.language),
    };
    let saved = api.brief_to(&request, path, &[]).map_err(|error| Failure::at(path, &error))?;
    let printed = Printed {
        file: path.display().to_string(),
        pages: saved.pages,
        events: saved.events,
        as_of: saved.as_of,
        missing_glyphs: saved.missing_glyphs,
    };
    Answer::of(form, &printed, |printed| {
        let missing = match printed.missing_glyphs.as_str() {
            "" => String::new(),
            characters => format!("; no font has {characters}"),
        };
        let as_of = session::day_taken(&dossier, asked.filter.as_of.as_deref(), &printed.as_of);
        format!(
            "{}: {} pages, {} events, as of {as_of}{missing}",
            printed.file, printed.pages, printed.events
        )
    })
}

fn part_of(part: Part) -> BriefPart {
    match part {
        Part::Judgements => BriefPart::Judgements,
        Part::Timeline => BriefPart::Timeline,
        Part::Chronology => BriefPart::Chronology,
        Part::Matrix => BriefPart::Matrix,
        Part::Dyads => BriefPart::Dyads,
        Part::Notes => BriefPart::Notes,
        Part::Sources => BriefPart::Sources,
    }
}
