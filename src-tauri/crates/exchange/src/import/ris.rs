//! RIS, and the two-letter tags of the Web of Science that are often stored under the same name.

use domain::{
    Edtf,
    incoming::{IncomingSource, Problem},
};

use super::{ImportError, Out, Stopped, bibliography, dates};

pub(super) fn is(start: &str) -> bool {
    is_ris(start) || is_web_of_science(start)
}

fn is_ris(start: &str) -> bool {
    let is_kind = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_uppercase());
    start.lines().filter_map(ris_line).any(|(tag, value)| tag == "TY" && is_kind(value))
}

/// Its first line names the maker of the file or the kind of the first record.
fn is_web_of_science(start: &str) -> bool {
    let first = start.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_kind = |line: &str| matches!(line.trim_end(), "PT J" | "PT B" | "PT S" | "PT P");
    let begins = first.starts_with("FN ") || is_kind(first);
    let told = |line: &str| line.starts_with("AU ") || line.starts_with("TI ");
    begins && start.lines().any(is_kind) && start.lines().any(told)
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let all = if is_ris(text) {
        records(text, ris_line, "TY")
    } else {
        records(text, web_of_science_line, "PT")
    };
    for (row, record) in (1..).zip(&all) {
        source(row, record, out)?;
    }
    Ok(())
}

/// A tag, two letters or a letter and a figure, and what follows it.
fn tag(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = (line.get(..2)?, line.get(2..)?);
    let mut bytes = tag.bytes();
    let is_tag = bytes.next()?.is_ascii_uppercase() && bytes.next().is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    is_tag.then_some((tag, rest))
}

/// `TY  - JOUR`.
fn ris_line(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = tag(line)?;
    let value = rest.strip_prefix("  -").or_else(|| rest.strip_prefix(" -"))?;
    Some((tag, value.trim()))
}

/// `PT J`.
fn web_of_science_line(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = tag(line)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| (tag, rest.trim()))
}

/// The tags of a record and their lines.
#[derive(Default)]
struct Record {
    is_ris: bool,
    cells: Vec<(String, Vec<String>)>,
    ended: bool,
}

impl Record {
    fn all<'a>(&'a self, tags: &'a [&str]) -> impl Iterator<Item = &'a str> {
        tags.iter().flat_map(move |wanted| {
            let cells = self.cells.iter().filter(move |(tag, _)| tag == wanted);
            cells.flat_map(|(_, lines)| lines).map(String::as_str)
        })
    }

    /// The lines of the first of these tags that has any, joined.
    fn text(&self, tags: &[&str]) -> String {
        let cells = tags.iter().filter_map(|wanted| self.cells.iter().find(|(tag, _)| tag == wanted));
        let texts = cells.map(|(_, lines)| bibliography::line(&lines.join(" ")));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }
}

/// Records from the tag that begins one to `ER`; what stands between them is the provider's.
fn records(text: &str, read: fn(&str) -> Option<(&str, &str)>, first: &str) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    for line in text.lines() {
        let cell = read(line);
        if let Some((tag, _)) = cell
            && tag == first
        {
            records.push(Record {
                is_ris: first == "TY",
                ..Record::default()
            });
        }
        let Some(record) = records.last_mut().filter(|record| !record.ended) else {
            continue;
        };
        match cell {
            Some(("ER" | "EF", _)) => record.ended = true,
            Some((tag, value)) => record.cells.push((tag.to_owned(), vec![value.to_owned()])),
            None => {
                if let Some((_, lines)) = record.cells.last_mut().filter(|_| !line.trim().is_empty()) {
                    lines.push(line.trim().to_owned());
                }
            }
        }
    }
    records
}

fn source(row: u64, record: &Record, out: &mut Out<'_>) -> Result<(), Stopped> {
    if !record.ended {
        out.fault(row, "ER", "", Problem::Malformed)?;
    }
    let addresses = record.all(&["UR", "L2", "LK"]).flat_map(|line| line.split(';')).map(str::trim);
    let url = addresses.filter(|address| !address.is_empty()).map(str::to_owned).next();
    let authors: Vec<&str> = record.all(&["AU", "A1"]).map(str::trim).filter(|name| !name.is_empty()).collect();
    let source = IncomingSource {
        title: record.text(&["TI", "T1", "CT", "BT"]),
        publisher: record.text(&["JF", "JO", "T2", "JA", "SO", "BT", "PB", "PU"]),
        author: authors.join("; "),
        url: url.unwrap_or_else(|| bibliography::page_of_doi(&record.text(&["DO", "DI"]))),
        published: published(row, record, out)?,
        language: bibliography::language(&record.text(&["LA"])),
        text: record.text(&["AB", "N2"]),
    };
    // In the Web of Science `ID` holds words for searching.
    let id = record.text(if record.is_ris { &["ID"] } else { &["UT"] });
    bibliography::put(out, row, &id, source)
}

/// The most exact of the dates that a record gives: `DA`, else `PY` or `Y1`. In the Web of Science the month is a cell of its own, and `DA` the day of the
/// export.
fn published(row: u64, record: &Record, out: &mut Out<'_>) -> Result<Option<Edtf>, Stopped> {
    let year = record.text(&["PY", "Y1"]);
    let part = record.text(&["PD"]);
    let within = web_of_science_date(&year, &part);
    let day = Some(record.text(&["DA"])).filter(|date| record.is_ris && !date.is_empty());
    let read = day.as_deref().and_then(date).or(within).or_else(|| date(&year));
    let text = if year.is_empty() { day.unwrap_or_default() } else { year };
    bibliography::reported(out, row, "PY", &text, read)
}

/// `1948/07//`: year, month and day, as far as they are filled; words after the third stroke are none of it.
fn date(text: &str) -> Option<Edtf> {
    let parts = text.split('/').take(3).map(str::trim).take_while(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    dates::iso(&parts.join("-"))
}

/// `MAR 25` or `MAR` of a year.
fn web_of_science_date(year: &str, part: &str) -> Option<Edtf> {
    let mut words = part.split_whitespace();
    let month = bibliography::month(words.next()?)?;
    let day = words.next().map_or(Some(None), |day| day.parse().ok().map(Some))?;
    dates::of_parts(year.parse().ok()?, Some(month), day)
}
