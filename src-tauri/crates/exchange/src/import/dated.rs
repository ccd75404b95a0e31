//! Dates as cells of a row: an empty one is none, one that cannot be read is reported.

use domain::{Edtf, event::When, incoming::Problem, period::End};

use super::{Out, Stopped, dates};

/// A column and what stands in it.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub column: &'a str,
    pub text: &'a str,
}

impl<'a> Cell<'a> {
    pub fn new(column: &'a str, text: &'a str) -> Self {
        Self { column, text }
    }
}

/// The date of a cell.
pub(super) fn date(out: &mut Out<'_>, row: u64, cell: Cell<'_>) -> Result<Option<Edtf>, Stopped> {
    read(out, row, cell, Problem::DateUnread)
}

/// How something that began at `start` ended. An empty cell: no end is given, so it goes on.
pub(super) fn end(out: &mut Out<'_>, row: u64, start: Option<&Edtf>, cell: Cell<'_>) -> Result<End, Stopped> {
    let Some(last) = read(out, row, cell, Problem::EndUnread)? else {
        return Ok(if cell.text.trim().is_empty() { End::Ongoing } else { End::Unknown });
    };
    let backwards = start
        .and_then(Edtf::earliest)
        .is_some_and(|first| last.latest().is_some_and(|last| last < first));
    if backwards {
        out.fault(row, cell.column, cell.text, Problem::EndBeforeStart)?;
        return Ok(End::Unknown);
    }
    Ok(End::On(last))
}

/// When an event was, by its first and its last date.
pub(super) fn when(out: &mut Out<'_>, row: u64, first: Cell<'_>, last: Cell<'_>) -> Result<Option<When>, Stopped> {
    let from = date(out, row, first)?;
    let to = read(out, row, last, Problem::EndUnread)?;
    let (Some(from), Some(to)) = (&from, &to) else {
        return Ok(from.or(to).map(When::on));
    };
    match dates::interval(from, to) {
        Some(edtf) => Ok(Some(When::on(edtf))),
        None => {
            out.fault(row, last.column, last.text, Problem::EndBeforeStart)?;
            Ok(Some(When::on(from.clone())))
        }
    }
}

fn read(out: &mut Out<'_>, row: u64, cell: Cell<'_>, problem: Problem) -> Result<Option<Edtf>, Stopped> {
    if cell.text.trim().is_empty() {
        return Ok(None);
    }
    let edtf = dates::iso(cell.text);
    if edtf.is_none() {
        out.fault(row, cell.column, cell.text, problem)?;
    }
    Ok(edtf)
}
