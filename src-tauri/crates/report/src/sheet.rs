//! Turns a brief into the values a template reads, and refuses one that contradicts itself.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use domain::Edtf;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use typst::{
    foundations::{Bytes, Dict, Str, Value},
    visualize::SvgImage,
};
use words::Words;

use crate::{
    Brief, ReportError, braid,
    fonts::Fonts,
    markdown,
    model::{Dyad, Paper},
    text::Cleaner,
};

/// The values of one brief as Typst sees them in `sys.inputs`.
pub struct Sheet {
    pub inputs: Dict,
    pub missing: BTreeSet<char>,
}

/// Longest title written into the file's metadata, in characters.
const LONGEST_METADATA_TITLE: usize = 400;

impl Sheet {
    /// `refused` are characters that must not be printed although a font claims them.
    pub fn new(brief: &Brief, fonts: &Fonts, refused: &BTreeSet<char>) -> Self {
        let mut fields = fields(brief, fonts);
        let mut cleaner = Cleaner::new(fonts, refused);
        cleaner.clean(&mut fields);
        let missing = cleaner.missing;
        if let Json::Object(fields) = &mut fields {
            fields.insert(
                "missing".to_owned(),
                missing.iter().map(|character| format!("U+{:04X}", u32::from(*character))).collect(),
            );
            fields.insert("counts".to_owned(), counts(brief, missing.len()));
        }
        let mut inputs = Dict::deserialize(fields).unwrap_or_default();
        inputs.insert(Str::from("words"), Value::Dict(words_of(brief)));
        inputs.insert(Str::from("flags"), Value::Dict(flags(brief)));
        Self { inputs, missing }
    }
}

fn words_of(brief: &Brief) -> Dict {
    let texts = Words::of(brief.language).texts();
    texts.map(|(key, text)| (Str::from(key), Value::Str(Str::from(text)))).collect()
}

fn counts(brief: &Brief, missing: usize) -> Json {
    let words = Words::of(brief.language);
    json!({
        "events": words.count("count_events", brief.chronology.len()),
        "sources": words.count("count_sources", brief.sources.len()),
        "missing": words.count("printed_missing", missing),
    })
}

fn fields(brief: &Brief, fonts: &Fonts) -> Json {
    let mut fields = plain(brief);
    for (index, judgement) in brief.judgements.iter().enumerate() {
        fields["judgements"][index]["blocks"] = plain(&markdown::blocks(&judgement.markdown));
    }
    for (index, note) in brief.notes.iter().enumerate() {
        fields["notes"][index]["blocks"] = plain(&markdown::blocks(&note.markdown));
    }
    for (index, dyad) in brief.dyads.iter().enumerate() {
        fields["dyads"][index]["line"] = tone_line(dyad, brief);
    }
    let cited = cited_by(brief);
    for (index, source) in brief.sources.iter().enumerate() {
        fields["sources"][index]["cited"] = json!(cited.get(&source.number).cloned().unwrap_or_default());
        fields["sources"][index]["href"] = json!(if markdown::opens(&source.url) { source.url.as_str() } else { "" });
    }
    fields["braid"] = figure(brief, fonts);
    let day = brief.generated_on;
    fields["created"] = json!({ "year": day.year().clamp(0, 9999), "month": day.month(), "day": day.day(), "text": Edtf::from_day(day).describe(brief.language) });
    fields["half_life"] = json!(Words::of(brief.language).count("count_days", brief.half_life_days as usize));
    fields["running"] = running(brief, fonts);
    fields["document_title"] = json!(brief.title.chars().take(LONGEST_METADATA_TITLE).collect::<String>());
    fields["printed"] = json!({
        "entries": numbered(brief.parts.chronology, brief.chronology.iter().map(|entry| entry.number)),
        "sources": numbered(brief.parts.sources, brief.sources.iter().map(|source| source.number)),
    });
    fields
}

/// Size of the lines in the page's head and foot, in points.
const RUNNING_SIZE: f64 = 8.0;

/// What every page repeats, cut to one line: title and marking share the head, as-of date, marking and page number the foot.
fn running(brief: &Brief, fonts: &Fonts) -> Json {
    let line = |text: &str, width: f64| {
        let measure = |text: &str| fonts.label_width_em(text) * RUNNING_SIZE;
        braid::fitted(&text.replace(char::is_control, " "), width, &measure)
    };
    json!({ "title": line(&brief.title, 270.0), "marking": line(&brief.marking, 170.0), "as_of": line(&brief.as_of, 112.0) })
}

/// The value as JSON. Only maps with keys other than text fail to convert, and the model has none.
fn plain(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

fn numbered(printed: bool, numbers: impl Iterator<Item = u32>) -> BTreeMap<String, bool> {
    numbers.filter(|_| printed).map(|number| (number.to_string(), true)).collect()
}

/// Which entries cite each source.
fn cited_by(brief: &Brief) -> BTreeMap<u32, BTreeSet<u32>> {
    let mut cited: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for entry in &brief.chronology {
        for source in entry_sources(entry) {
            cited.entry(source).or_default().insert(entry.number);
        }
    }
    cited
}

fn entry_sources(entry: &crate::model::Entry) -> impl Iterator<Item = u32> {
    let claims = entry
        .contested
        .iter()
        .flat_map(|contested| &contested.claims)
        .filter_map(|claim| claim.source);
    entry.quotes.iter().map(|quote| quote.source).chain(claims)
}

fn figure(brief: &Brief, fonts: &Fonts) -> Json {
    let Some(figure) = brief.figure.as_ref().filter(|_| brief.parts.figure) else {
        return Json::Null;
    };
    let measure = |text: &str| fonts.label_width_em(text) * braid::TEXT_SIZE;
    plain(&braid::lay_out(figure, text_width(brief.paper), brief.language, &measure))
}

/// Width of the text column in points; the page margins of `style.typ` leave it.
fn text_width(paper: Paper) -> f64 {
    match paper {
        Paper::A4 => 471.0,
        Paper::Letter => 488.0,
    }
}

/// A dyad's tone over time: points from 0 to 1 in time, −1 to 1 in tone.
fn tone_line(dyad: &Dyad, brief: &Brief) -> Json {
    let (Some((first, _)), Some((last, _))) = (dyad.line.first(), dyad.line.last()) else {
        return Json::Null;
    };
    let span = ((*last - *first).num_days() as f64).max(1.0);
    let points: Vec<_> = dyad
        .line
        .iter()
        .map(|(day, tone)| json!([(*day - *first).num_days() as f64 / span, (tone / 10.0).clamp(-1.0, 1.0)]))
        .collect();
    // Where the line begins is no date of the record, where it ends is the as-of date.
    let from = Edtf::from_month(first.year(), first.month()).describe(brief.language);
    json!({ "points": points, "from": from, "to": Edtf::from_day(*last).describe(brief.language) })
}

/// The flags of the countries that appear, as far as they can be read.
fn flags(brief: &Brief) -> Dict {
    let lanes = brief.figure.iter().flat_map(|figure| &figure.lanes).map(|lane| &lane.code);
    let participants = brief
        .chronology
        .iter()
        .flat_map(|entry| &entry.participants)
        .map(|participant| &participant.code);
    let countries = brief
        .matrix
        .iter()
        .flat_map(|matrix| &matrix.countries)
        .map(|country| &country.code);
    let dyads = brief.dyads.iter().flat_map(|dyad| [&dyad.a.code, &dyad.b.code]);
    let codes: BTreeSet<&String> = lanes.chain(participants).chain(countries).chain(dyads).collect();
    codes
        .into_iter()
        .filter_map(|code| flag(brief, code).map(|svg| (Str::from(code.as_str()), Value::Bytes(svg))))
        .collect()
}

fn flag(brief: &Brief, code: &str) -> Option<Bytes> {
    let svg = match brief.flags.get(code) {
        Some(own) => Bytes::new(own.clone()),
        None => Bytes::new(crate::flags::svg(code)?.as_bytes()),
    };
    SvgImage::new(svg.clone()).is_ok().then_some(svg)
}

/// Refuses numbers used twice, references to nothing, tones that are no numbers, and those that are not the sum of their parts.
pub fn check(brief: &Brief) -> Result<(), ReportError> {
    let mut sources = BTreeSet::new();
    for source in &brief.sources {
        if !sources.insert(source.number) {
            return Err(ReportError::DuplicateSource(source.number));
        }
    }
    let mut entries = BTreeSet::new();
    for entry in &brief.chronology {
        if !entries.insert(entry.number) {
            return Err(ReportError::DuplicateEntry(entry.number));
        }
        if let Some(unknown) = entry_sources(entry).find(|number| !sources.contains(number)) {
            return Err(ReportError::UnknownSource {
                entry: entry.number,
                source_number: unknown,
            });
        }
    }
    check_lanes(brief)?;
    check_numbers(brief)
}

fn check_lanes(brief: &Brief) -> Result<(), ReportError> {
    let Some(figure) = &brief.figure else { return Ok(()) };
    let lanes = figure.lanes.len();
    for mark in &figure.marks {
        if let Some(lane) = mark.lanes.iter().copied().find(|lane| *lane >= lanes) {
            return Err(ReportError::UnknownLane {
                mark: mark.number,
                lane,
                lanes,
            });
        }
    }
    Ok(())
}

fn check_numbers(brief: &Brief) -> Result<(), ReportError> {
    for dyad in &brief.dyads {
        let names = || format!("{}–{}", dyad.a.name, dyad.b.name);
        let line = dyad.line.iter().map(|(_, tone)| *tone);
        let ties = dyad.ties.iter().flat_map(|tie| [tie.weight, tie.share]);
        let parts = dyad.contributions.iter();
        let parts = parts.flat_map(|part| [part.weight, part.certainty, part.recency, part.share]);
        let wholes = [dyad.tone, dyad.intensity, dyad.prior, dyad.prior_share];
        if !line.chain(ties).chain(parts).chain(wholes).all(f64::is_finite) {
            return Err(ReportError::NotANumber(names()));
        }
        let events = dyad.contributions.iter().map(|part| part.share);
        let adds_up = is_sum(dyad.tone, events.chain([dyad.prior_share])) && is_sum(dyad.prior, dyad.ties.iter().map(|tie| tie.share));
        if !adds_up {
            return Err(ReportError::DoesNotAddUp(names()));
        }
    }
    let cells = brief.matrix.iter().flat_map(|matrix| matrix.cells.iter().flatten().flatten());
    if cells.flat_map(|cell| [cell.tone, cell.intensity]).all(f64::is_finite) {
        Ok(())
    } else {
        Err(ReportError::NotANumber("the matrix".to_owned()))
    }
}

/// Whether a number is the sum of its parts as printed, in hundredths.
fn is_sum(whole: f64, parts: impl Iterator<Item = f64>) -> bool {
    let hundredths = |value: f64| (value * 100.0).round();
    hundredths(whole) == parts.map(hundredths).sum::<f64>()
}
