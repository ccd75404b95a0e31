//! What a brief prints: plain values, resolved by the caller. Nothing here needs a look-up, a clock or a file.
//!
//! Every text is shown as it stands, in the brief's language; only the fields named `markdown` are read as Markdown (see [`crate::markdown`]).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::Language;
use serde::Serialize;

mod figure;

pub use figure::{Extent, Figure, Mark};

/// A whole brief. Field order is page order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Brief {
    pub language: Language,
    pub paper: Paper,
    pub parts: Parts,
    pub title: String,
    /// One line under the title; may be empty.
    pub subtitle: String,
    /// What was selected, in words: "China, South Korea, Japan; 1 November 2025 – 8 January 2026".
    pub scope: String,
    /// The as-of date in words.
    pub as_of: String,
    /// Printed on the cover and written as the creation date of the file.
    pub generated_on: NaiveDate,
    /// TLP or house marking, on every page; empty for none.
    pub marking: String,
    /// Naming of disputed territories, time zone, half-life, formula, ontology version.
    pub conventions: Vec<Convention>,
    pub judgements: Vec<Judgement>,
    #[serde(skip)]
    pub figure: Option<Figure>,
    /// In the order printed. Each event stands here once.
    pub chronology: Vec<Entry>,
    pub matrix: Option<Matrix>,
    pub dyads: Vec<Dyad>,
    /// Days until an event counts half in the dyads.
    pub half_life_days: u32,
    /// What the standing ties weigh against events in the dyads.
    pub prior_weight: f64,
    pub notes: Vec<Note>,
    pub sources: Vec<Source>,
    /// SVG text by country code, before the bundled ones (ISO alpha-3); a country without any, or with one that cannot be read, gets its code in a box.
    #[serde(skip)]
    pub flags: BTreeMap<String, Vec<u8>>,
}

/// Paper size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Paper {
    #[default]
    #[serde(rename = "a4")]
    A4,
    #[serde(rename = "us-letter")]
    Letter,
}

/// Which parts are printed; the cover always is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Parts {
    pub judgements: bool,
    pub figure: bool,
    pub chronology: bool,
    pub matrix: bool,
    pub dyads: bool,
    pub notes: bool,
    pub sources: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            judgements: true,
            figure: true,
            chronology: true,
            matrix: true,
            dyads: true,
            notes: true,
            sources: true,
        }
    }
}

/// One line of the conventions box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Convention {
    pub label: String,
    pub text: String,
}

/// A country as the brief names it. `code` finds the flag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Country {
    pub code: String,
    pub name: String,
}

/// A note that commits. Likelihood and confidence are printed apart, never in one sentence (ICD 203).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// What is held to be so, or the note's title.
    pub title: String,
    pub markdown: String,
    pub likelihood: Option<Likelihood>,
    /// "moderate"
    pub confidence: Option<String>,
    /// "to 31 December 2026"
    pub horizon: Option<String>,
    pub evidence_for: Vec<Evidence>,
    pub evidence_against: Vec<Evidence>,
}

/// A likelihood band and its range: "likely", "55–80 %".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Likelihood {
    pub band: String,
    pub range: String,
}

/// What a judgement leans on; `number` points into the chronology where it is an event printed there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub title: String,
    pub number: Option<u32>,
}

/// One event of the chronology.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Printed beside the entry; unique.
    pub number: u32,
    /// Heading it stands under: "2026", "2010s", "Date unknown". Neighbours with the same heading are one group.
    pub year: String,
    /// Heading under that of the year, where a month is known: "January 2026". Those without one come first.
    pub month: Option<String>,
    /// The date in words at the precision it has.
    pub date: String,
    /// "after entry 3", where the date was told from another event.
    pub relative: Option<String>,
    pub title: String,
    /// "Summit"
    pub kind: String,
    /// "announced", in words.
    pub status: String,
    /// A plan whose last date has passed without an outcome.
    pub overdue: bool,
    pub participants: Vec<Participant>,
    pub place: Option<String>,
    pub topics: Vec<String>,
    pub summary: Option<String>,
    pub quotes: Vec<Quote>,
    pub contested: Vec<Contested>,
    pub links: Vec<Related>,
}

/// Who took part, and as what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Participant {
    pub name: String,
    /// Country it counts for; empty for none.
    pub code: String,
    pub role: String,
}

/// Words of a source, or a place in it where it has none here. `source` is a [`Source::number`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quote {
    pub text: String,
    /// "p. 12"
    pub locator: String,
    pub translation: Option<String>,
    pub source: u32,
    /// Information credibility, "2"; empty where none was given.
    pub credibility: String,
}

/// An attribute on which sources differ, with every claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contested {
    /// "Date", "Place"
    pub attribute: String,
    pub claims: Vec<Claim>,
    /// Why the chosen one was chosen.
    pub reason: Option<String>,
}

/// One value a source gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Claim {
    pub value: String,
    pub source: Option<u32>,
    pub chosen: bool,
}

/// A typed link to another event; `number` where that event is printed too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Related {
    /// "follows up"
    pub label: String,
    pub title: String,
    pub number: Option<u32>,
}

/// Tone between every two countries; `cells[row][column]`, `None` where there is no record.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Matrix {
    pub countries: Vec<Country>,
    pub cells: Vec<Vec<Option<Cell>>>,
}

/// One cell of the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// −10 … +10
    pub tone: f64,
    pub intensity: f64,
    /// The tone rests on standing ties alone.
    pub prior_only: bool,
}

/// Where two countries stand, and why. Tone, prior and shares are in hundredths, and every whole is the sum of its parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dyad {
    pub a: Country,
    pub b: Country,
    /// −10 … +10: the share of the prior and those of the contributions.
    pub tone: f64,
    pub intensity: f64,
    /// The shares of the ties.
    pub prior: f64,
    pub prior_share: f64,
    /// Tone by date, in date order.
    #[serde(skip)]
    pub line: Vec<(NaiveDate, f64)>,
    /// "7 meetings in 24 months; last 63 days ago; longest gap 411 days."
    pub cadence: String,
    pub assessment: Option<Assessment>,
    pub ties: Vec<TieLine>,
    pub contributions: Vec<Contribution>,
}

/// The analyst's own arrow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    pub arrow: Arrow,
    pub reason: String,
    pub date: String,
}

/// Direction of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Arrow {
    Better,
    Unchanged,
    Worse,
}

/// A standing tie in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TieLine {
    pub text: String,
    /// "since 1953", "start unknown"
    pub period: String,
    /// What it says of the tone by itself, −10 … +10.
    pub weight: f64,
    /// What it adds to the prior.
    pub share: f64,
}

/// One event's part of a tone.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Contribution {
    pub title: String,
    /// In the chronology, where it is an event printed there.
    pub number: Option<u32>,
    pub date: String,
    /// The event's weight, −10 … +10.
    pub weight: f64,
    /// 0 … 1
    pub certainty: f64,
    /// 0 … 1
    pub recency: f64,
    /// What it adds to the tone.
    pub share: f64,
}

/// The analyst's text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Note {
    pub title: String,
    pub date: String,
    pub markdown: String,
    /// Titles of the items it is attached to.
    pub about: Vec<String>,
}

/// A captured document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    pub number: u32,
    pub title: String,
    pub publisher: String,
    pub author: String,
    pub published: String,
    pub accessed: String,
    /// Opened by a click where it is http, https or mailto; printed in any case.
    pub url: String,
    /// Admiralty reliability with its words: "B, usually reliable".
    pub grade: String,
    pub origin: String,
    pub sha256: String,
}
