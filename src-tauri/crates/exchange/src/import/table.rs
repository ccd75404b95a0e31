//! Tables in text: known data sets by their headers, all others by a mapping that is guessed and can be corrected.

mod cells;
mod dialect;
mod guess;
mod known;
pub(super) mod records;
mod row;
mod things;

use chrono::NaiveDate;
use domain::incoming::{Mapping, Problem, RowNoun, Use};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead};

use super::{ImportError, Out};
use known::known;
use records::{Dialect, Record, Records};
use row::{Layout, Row};
use things::{events, source, tenure};

/// Rows that a survey shows.
const SHOWN: usize = 50;
/// Rows above a header that may be notes.
const NOTES: usize = 20;

/// Rows of a table, wherever they come from.
pub(super) trait Rows {
    /// The next row with its number; `None` at the end.
    fn next(&mut self) -> io::Result<Option<(u64, Record)>>;
}

impl<R: BufRead> Rows for Records<R> {
    fn next(&mut self) -> io::Result<Option<(u64, Record)>> {
        Records::next(self)
    }
}

/// What a table looks like before it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    pub headers: Vec<String>,
    /// The row of the headers; 0 where there is none.
    pub header_row: u64,
    /// The first rows below the headers, cell by cell.
    pub rows: Vec<Vec<String>>,
    pub mapping: Mapping,
    /// Whether the columns are those of a known data set.
    pub known: bool,
}

/// How the cells of a text are told apart; `None` for what is no table.
pub(super) fn dialect(start: &str) -> Option<Dialect> {
    dialect::of(start).map(|(dialect, _)| dialect)
}

/// Finds the headers, a few rows, and what the columns are likely to mean.
pub(super) fn survey(rows: &mut dyn Rows, today: NaiveDate) -> io::Result<Option<Survey>> {
    let mut first = Vec::new();
    while first.len() < SHOWN + NOTES {
        match rows.next()? {
            Some((row, Record::Cells(cells))) => first.push((row, cells)),
            Some((_, Record::Bad { .. })) => {}
            None => break,
        }
    }
    let Some((_, top)) = first.first() else { return Ok(None) };
    if let Some((table, headers)) = known().by_row(top) {
        let rows = first.into_iter().map(|(_, cells)| cells).take(SHOWN).collect();
        return Ok(Some(Survey {
            headers,
            header_row: 0,
            rows,
            mapping: table.mapping.clone(),
            known: true,
        }));
    }
    let at = header_at(&first);
    let (header_row, headers) = first.get(at).cloned().unwrap_or_default();
    let headers = named(headers);
    let rows: Vec<Vec<String>> = first.into_iter().skip(at + 1).map(|(_, cells)| cells).take(SHOWN).collect();
    let found = known().by_headers(&headers);
    Ok(Some(Survey {
        mapping: found.map_or_else(|| guess::mapping(&headers, &rows, today), |table| table.mapping.clone()),
        known: found.is_some(),
        headers,
        header_row,
        rows,
    }))
}

/// The row of headers: the last that holds only words, is as wide as the rows are, and stands above the first with a figure. Notes may stand above it.
fn header_at(rows: &[(u64, Vec<String>)]) -> usize {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let mut widths: Vec<usize> = rows.iter().map(|(_, cells)| filled(cells)).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    let is_wide = |cells: &[String]| filled(cells) * 10 >= usual * 8;
    let has_figure = |cells: &[String]| cells.iter().any(|cell| cell.trim().starts_with(|c: char| c.is_ascii_digit()));
    let top = rows.iter().take(NOTES);
    let figures = top.clone().position(|(_, cells)| is_wide(cells) && has_figure(cells));
    let headers = top
        .take(figures.unwrap_or(NOTES))
        .enumerate()
        .filter(|(_, (_, cells))| is_wide(cells));
    let mut headers = headers.map(|(at, _)| at);
    // Without a figure anywhere, what stands first is taken for the headers.
    let found = if figures.is_some() { headers.next_back() } else { headers.next() };
    found.unwrap_or(0)
}

/// Headers with their numbers where they are blank or come twice.
fn named(headers: Vec<String>) -> Vec<String> {
    let mut named: Vec<String> = Vec::with_capacity(headers.len());
    for (at, header) in headers.into_iter().enumerate() {
        let header = header.trim().to_owned();
        let taken = header.is_empty() || named.contains(&header);
        named.push(match taken {
            true if header.is_empty() => (at + 1).to_string(),
            true => format!("{header} {}", at + 1),
            false => header,
        });
    }
    named
}

/// Settles the order of day and month by all cells of the mapping's date columns. `false` where nothing tells it.
pub(super) fn settle_order(rows: &mut dyn Rows, survey: &Survey, mapping: &mut Mapping, today: NaiveDate) -> io::Result<bool> {
    if mapping.date_order.is_some() {
        return Ok(true);
    }
    let columns: Vec<usize> = Layout::new(mapping, &survey.headers, today).dates().collect();
    let mut open = false;
    while let Some((row, record)) = rows.next()? {
        let Record::Cells(cells) = record else { continue };
        if row <= survey.header_row {
            continue;
        }
        match guess::order(columns.iter().filter_map(|at| cells.get(*at)).map(String::as_str)) {
            Ok(Some(order)) => {
                mapping.date_order = Some(order);
                return Ok(true);
            }
            Ok(None) => {}
            Err(()) => open = true,
        }
    }
    Ok(!open)
}

/// Titles of rows by their ids, where the mapping has cells that point at rows.
fn titles(rows: &mut dyn Rows, survey: &Survey, layout: &mut Layout<'_>) -> io::Result<()> {
    while let Some((row, record)) = rows.next()? {
        if let Record::Cells(cells) = record
            && row > survey.header_row
        {
            let row = Row::new(layout, &cells);
            if let (Some(id), title) = (row.id(), row.first(Use::Title).to_owned()) {
                layout.titles.insert(id, title);
            }
        }
    }
    Ok(())
}

/// Reads all rows by the mapping of a survey. `again` begins the table anew, for cells that point at other rows.
pub(super) fn read(
    rows: &mut dyn Rows,
    again: impl FnOnce() -> Result<Box<dyn Rows>, ImportError>,
    survey: &Survey,
    out: &mut Out<'_>,
) -> Result<(), ImportError> {
    let mut layout = Layout::new(&survey.mapping, &survey.headers, out.today);
    if layout.points_at_rows() {
        titles(&mut *again()?, survey, &mut layout)?;
    }
    while let Some((row, record)) = rows.next()? {
        if row <= survey.header_row {
            continue;
        }
        match record {
            Record::Bad { problem, value } => out.fault(row, "", &value, problem)?,
            Record::Cells(cells) => read_row(row, &cells, survey, &layout, out)?,
        }
    }
    Ok(())
}

fn read_row(number: u64, cells: &[String], survey: &Survey, layout: &Layout<'_>, out: &mut Out<'_>) -> Result<(), ImportError> {
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(());
    }
    let beyond = cells.iter().skip(survey.headers.len()).any(|cell| !cell.trim().is_empty());
    if beyond || !layout.is_whole(cells.len()) {
        let value = format!("{} / {}", cells.len(), survey.headers.len());
        return Ok(out.fault(number, "", &value, Problem::Ragged)?);
    }
    let mut row = Row::new(layout, cells);
    if !row.is_wanted() {
        return Ok(());
    }
    let id = row.id();
    let things = match layout.mapping.noun {
        RowNoun::Event => events(&mut row),
        RowNoun::Tenure => tenure(&mut row).into_iter().collect(),
        RowNoun::Source => source(&mut row).into_iter().collect(),
    };
    let faults = std::mem::take(&mut row.faults);
    let said = faults.iter().any(|(_, _, problem)| problem.leaves_out());
    for (column, value, problem) in faults {
        out.fault(number, column, &value, problem)?;
    }
    if things.is_empty() && !said {
        return Ok(out.fault(number, "", &cells.join(" "), Problem::NothingToKeep)?);
    }
    for (suffix, thing) in things {
        let id = id
            .as_ref()
            .map(|id| if suffix.is_empty() { id.clone() } else { format!("{id}/{suffix}") });
        out.put(number, id, thing)?;
    }
    Ok(())
}
