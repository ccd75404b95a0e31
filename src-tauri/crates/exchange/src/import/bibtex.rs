//! BibTeX and BibLaTeX. A bad entry costs itself alone: entries are told apart first and each is read on its own.

use biblatex::{Bibliography, ChunksExt, Entry, Pair, RawBibliography, RawChunk, RawEntry, Spanned};
use domain::{
    Edtf,
    incoming::{IncomingSource, Problem},
};
use std::collections::HashMap;

use super::{ImportError, Out, Stopped, bibliography, dates};

/// Braces within braces of one field; what is deeper is not read, since the reading of commands goes down with them.
const DEEPEST: usize = 64;

/// The longest text that an abbreviation may stand for, in bytes.
const LONGEST_ABBREVIATION: usize = 512;

/// The longest text that a field may be put together to, in bytes.
const LONGEST_FIELD: usize = 1 << 20;

pub(super) fn is(start: &str) -> bool {
    let mut lines = start.lines().filter_map(head);
    lines.any(|(kind, rest)| {
        let rest = rest.trim_start();
        let opened = rest.strip_prefix('{').or(rest.strip_prefix('(')).unwrap_or_default();
        let key = opened.split(',').next().unwrap_or_default().trim();
        match kind.as_str() {
            "comment" | "preamble" | "string" => !opened.is_empty(),
            _ => opened.contains(',') && !key.is_empty() && !key.contains([' ', '"']),
        }
    })
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let mut abbreviations = HashMap::new();
    let mut row = 0;
    for (kind, entry) in entries(text) {
        match kind.as_str() {
            "comment" | "preamble" => {}
            "string" => abbreviate(entry, &mut abbreviations),
            _ => {
                row += 1;
                one(row, entry, &abbreviations, out)?;
            }
        }
    }
    Ok(())
}

/// The kind of an entry in lower case and what follows it, where a line begins one.
fn head(line: &str) -> Option<(String, &str)> {
    let rest = line.trim_start().strip_prefix('@')?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let (kind, rest) = rest.split_at(end);
    (!kind.is_empty() && rest.trim_start().starts_with(['{', '('])).then(|| (kind.to_lowercase(), rest))
}

/// Entries as they stand: each from the line that begins it to the line before the next.
fn entries(text: &str) -> Vec<(String, &str)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((kind, _)) = head(line.trim_start_matches('\u{feff}')) {
            starts.push((at, kind));
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]).collect();
    let pieces = starts.into_iter().zip(ends);
    pieces
        .filter_map(|((from, kind), to)| Some((kind, text.get(from..to)?.trim())))
        .collect()
}

/// Keeps `@string{name = "text"}`. Names that it is made of must stand before it, so that none is made of itself.
fn abbreviate(entry: &str, abbreviations: &mut HashMap<String, String>) {
    let Ok(raw) = RawBibliography::parse(entry) else { return };
    for pair in &raw.abbreviations {
        let text = content(pair, abbreviations);
        if text.len() <= LONGEST_ABBREVIATION {
            abbreviations.insert(pair.key.v.to_lowercase(), text);
        }
    }
}

/// What a field says, with its abbreviations written out.
fn content(pair: &Pair<'_>, abbreviations: &HashMap<String, String>) -> String {
    let pieces = pair.value.v.iter().map(|chunk| match chunk.v {
        RawChunk::Normal(text) => text,
        RawChunk::Abbreviation(name) => abbreviations.get(&name.to_lowercase()).map_or(name, String::as_str),
    });
    let mut whole = String::new();
    for piece in pieces {
        if whole.len() + piece.len() > LONGEST_FIELD {
            break;
        }
        whole.push_str(piece);
    }
    whole
}

fn one(row: u64, entry: &str, abbreviations: &HashMap<String, String>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let raw = match RawBibliography::parse(entry) {
        Ok(raw) => raw,
        Err(error) => return out.fault(row, &error.kind.to_string(), entry, Problem::Malformed),
    };
    let Some(entry) = raw.entries.first() else {
        return out.fault(row, "", entry, Problem::Malformed);
    };
    let fields: HashMap<String, String> = entry
        .v
        .fields
        .iter()
        .rev()
        .map(|pair| (pair.key.v.to_lowercase(), content(pair, abbreviations)))
        .collect();
    source(row, entry.v.key.v, &Fields(fields), out)
}

/// The fields of an entry by their names.
struct Fields(HashMap<String, String>);

impl Fields {
    /// As it stands, but for braces around it.
    fn raw(&self, name: &str) -> &str {
        self.0
            .get(name)
            .map_or("", |text| text.trim_matches(['{', '}', ' ', '\n', '\t', '\r']))
    }

    fn entry(&self, name: &str) -> Option<Entry> {
        let text = self.0.get(name)?;
        (depth(text) <= DEEPEST).then(|| latex(name, text)).flatten()
    }

    /// Without braces and commands; as it stands where these are broken.
    fn text(&self, name: &str) -> String {
        let read = self.entry(name).and_then(|entry| Some(entry.get(name)?.format_verbatim()));
        bibliography::line(&read.unwrap_or_else(|| self.raw(name).replace(['{', '}'], "")))
    }

    fn first(&self, names: &[&str]) -> String {
        names
            .iter()
            .map(|name| self.text(name))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    /// `Family, Given`, joined by semicolons.
    fn people(&self, name: &str) -> String {
        let people = self.entry(name).and_then(|entry| entry.get_as::<Vec<biblatex::Person>>(name).ok());
        let names = people.unwrap_or_default().into_iter().map(|person| {
            let family = [person.prefix, person.name].join(" ");
            let parts = [family, person.given_name, person.suffix];
            let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        });
        names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// How deep braces stand within braces, at most.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// An entry of one field, read on its own so that a broken neighbour does no harm.
fn latex(name: &str, text: &str) -> Option<Entry> {
    let pair = Pair::new(Spanned::zero(name), Spanned::zero(vec![Spanned::zero(RawChunk::Normal(text))]));
    let entry = RawEntry {
        key: Spanned::zero("key"),
        kind: Spanned::zero("misc"),
        fields: vec![pair],
    };
    let raw = RawBibliography {
        preamble: String::new(),
        entries: vec![Spanned::zero(entry)],
        abbreviations: Vec::new(),
    };
    Bibliography::from_raw(raw).ok()?.into_vec().into_iter().next()
}

fn source(row: u64, key: &str, fields: &Fields, out: &mut Out<'_>) -> Result<(), Stopped> {
    let titles = [fields.first(&["title", "shorttitle"]), fields.text("subtitle")];
    let title: Vec<String> = titles.into_iter().filter(|title| !title.is_empty()).collect();
    let url = match fields.raw("url") {
        "" => bibliography::page_of_doi(&fields.text("doi")),
        url => url.to_owned(),
    };
    let authors = ["author", "editor"].map(|name| fields.people(name));
    let source = IncomingSource {
        title: title.join(": "),
        publisher: fields.first(&[
            "journaltitle",
            "journal",
            "booktitle",
            "publisher",
            "institution",
            "organization",
            "school",
            "howpublished",
        ]),
        author: authors.into_iter().find(|author| !author.is_empty()).unwrap_or_default(),
        url,
        published: published(row, fields, out)?,
        language: bibliography::language(&fields.first(&["langid", "language"])),
        text: fields.text("abstract"),
    };
    bibliography::put(out, row, key, source)
}

/// `date`, else `year` and `month`. The day that somebody looked at it (`urldate`) says nothing of when it was published.
fn published(row: u64, fields: &Fields, out: &mut Out<'_>) -> Result<Option<Edtf>, Stopped> {
    let date = fields.raw("date");
    if !date.is_empty() {
        return bibliography::reported(out, row, "date", date, dates::edtf(date));
    }
    let (year, month) = (fields.raw("year"), fields.raw("month"));
    let read = dates::edtf(year);
    let with_month = bibliography::month(month)
        .filter(|_| year.len() == 4)
        .and_then(|month| dates::of_parts(year.parse().ok()?, Some(month), None));
    bibliography::reported(out, row, "year", year, with_month.or(read))
}
