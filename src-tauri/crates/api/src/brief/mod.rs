//! From the record to the value the brief is printed from: everything resolved, numbered and in words.

mod chronology;
mod figure;
mod notes;
mod relations;
mod sources;

use chrono::NaiveDate;
use domain::{Moment, event::Event, id::EventId};
use engine::index::Row;
use report::model;
use std::{collections::HashMap, rc::Rc};

use crate::{
    view::Viewer,
    wire::{ApiError, BriefPart, BriefRequest, PaperSize},
};
use sources::Sources;
use words::{Words, capital};

/// What the parts of a brief share while it is put together.
struct Builder<'a> {
    viewer: &'a Viewer<'a>,
    words: &'static Words,
    as_of: Moment,
    /// In the order printed: the first has number 1.
    rows: Rc<Vec<(&'a Row, Event)>>,
    /// Numbers of the events printed.
    numbers: HashMap<EventId, u32>,
    sources: Sources,
}

/// Resolves a brief of what a filter leaves.
pub fn build(viewer: &Viewer<'_>, request: &BriefRequest, as_of: Moment) -> Result<model::Brief, ApiError> {
    let mut rows = Vec::new();
    for row in viewer.record.select(viewer.index()?, &request.filter)? {
        let item = viewer.record.get(domain::ItemRef::new(domain::ItemKind::Event, row.id))?;
        if let Some(domain::Item::Event(event)) = item {
            rows.push((row, event));
        }
    }
    // Of one heading they stay in order of time.
    rows.sort_by_key(|(_, event)| {
        let heading = chronology::heading(event);
        (heading.is_none(), heading)
    });
    let numbers = rows.iter().zip(1..).map(|((row, _), number)| (row.id, number)).collect();
    let sources = Sources::default();
    let mut builder = Builder {
        viewer,
        words: Words::of(viewer.language),
        as_of,
        rows: Rc::new(rows),
        numbers,
        sources,
    };
    builder.brief(request)
}

impl Builder<'_> {
    fn brief(&mut self, request: &BriefRequest) -> Result<model::Brief, ApiError> {
        let settings = &self.viewer.settings;
        let wanted = |part| request.parts.is_empty() || request.parts.contains(&part);
        let chronology = self.chronology()?;
        let dyads = self.dyads()?;
        let notes = self.notes()?;
        let judgements = self.judgements()?;
        Ok(model::Brief {
            language: self.viewer.language,
            paper: match request.paper {
                PaperSize::A4 => model::Paper::A4,
                PaperSize::Letter => model::Paper::Letter,
            },
            parts: model::Parts {
                judgements: wanted(BriefPart::Judgements) && !judgements.is_empty(),
                figure: wanted(BriefPart::Timeline),
                chronology: wanted(BriefPart::Chronology),
                matrix: wanted(BriefPart::Matrix),
                dyads: wanted(BriefPart::Dyads),
                notes: wanted(BriefPart::Notes) && !notes.is_empty(),
                sources: wanted(BriefPart::Sources),
            },
            title: request
                .title
                .clone()
                .filter(|title| !title.trim().is_empty())
                .unwrap_or_else(|| settings.title.to_string()),
            subtitle: String::new(),
            scope: self.scope(),
            as_of: self.day_words(self.as_of.date()),
            generated_on: self.viewer.today,
            marking: request.marking.clone().unwrap_or_default(),
            conventions: self.conventions(settings),
            judgements,
            figure: Some(self.figure()?),
            chronology,
            matrix: Some(self.matrix()?),
            dyads,
            half_life_days: settings.half_life_days.days(),
            prior_weight: ::relations::PRIOR_WEIGHT,
            notes,
            sources: std::mem::take(&mut self.sources).list,
            flags: std::collections::BTreeMap::new(),
        })
    }

    fn day_words(&self, day: Option<NaiveDate>) -> String {
        day.map(|day| domain::Edtf::from_day(day).describe(self.viewer.language))
            .unwrap_or_default()
    }

    /// What was selected, in words: the countries, the days, the number of events.
    fn scope(&self) -> String {
        let mut countries: Vec<String> = Vec::new();
        for (row, _) in self.rows.iter() {
            for &country in &row.countries {
                let name = self.viewer.actor_name(country);
                if !countries.contains(&name) {
                    countries.push(name);
                }
            }
        }
        let days = self.days();
        let events = self.words.count("count_events", self.rows.len());
        [countries.join(", "), days, events]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// From the first date to the last, each as exactly as it is known.
    fn days(&self) -> String {
        let dated = |bound: fn(&Row) -> Option<Moment>| {
            let known = move |(row, event): &'_ (&Row, Event)| {
                chronology::heading(event)?;
                Some((bound(row)?, event.when.as_ref()?.edtf.clone()))
            };
            self.rows.iter().filter_map(known)
        };
        let first = dated(Row::earliest).min_by_key(|(at, _)| *at);
        let last = dated(Row::latest).max_by_key(|(at, _)| *at);
        match (first, last) {
            (Some((_, first)), Some((_, last))) => first.describe_through(&last, self.viewer.language),
            _ => String::new(),
        }
    }

    fn conventions(&self, settings: &domain::settings::Settings) -> Vec<model::Convention> {
        let mut conventions: Vec<model::Convention> = settings
            .namings
            .iter()
            .map(|naming| {
                let grouped = naming.grouped_under.as_ref().map_or_else(String::new, |code| {
                    self.words.with("printed_grouped_under", &[("code", code.as_str())])
                });
                model::Convention {
                    label: naming.code.as_str().to_owned(),
                    text: format!("{}{grouped}", naming.name),
                }
            })
            .collect();
        let line = |label: &str, text: String| model::Convention {
            label: label.to_owned(),
            text,
        };
        conventions.push(line(self.words.text("term_time_zone"), settings.time_zone.to_string()));
        conventions.push(line(
            self.words.text("term_half_life"),
            self.words.count("count_days", settings.half_life_days.days() as usize),
        ));
        conventions.push(line(
            self.words.text("term_offices"),
            self.words.with("printed_offices", &[("date", &self.viewer.tables_end())]),
        ));
        conventions.push(line(self.words.text("term_tone"), self.words.text("printed_formula").to_owned()));
        conventions
    }
}
