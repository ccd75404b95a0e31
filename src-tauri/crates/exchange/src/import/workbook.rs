//! Workbooks (XLSX, XLS, ODS) → rows of cells, a table for every sheet.

use calamine::{Data, Reader as _, Sheets, open_workbook_auto_from_rs};
use std::{
    collections::VecDeque,
    io::{self, Cursor},
};

use super::{
    ImportError,
    table::{Rows, records::Record},
};

/// The widest and longest sheet that is read, in cells.
const LARGEST: usize = 20_000_000;

/// A sheet by its name, cell by cell as text; dates as in ISO 8601.
pub(super) struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

pub(super) fn is(bytes: &[u8]) -> bool {
    // XLSX and ODS are ZIP archives, XLS a compound file.
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// Every sheet that holds anything.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, ImportError> {
    let damaged = |error: calamine::Error| ImportError::Malformed(error.to_string());
    let mut book: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(damaged)?;
        let (height, width) = range.get_size();
        if height.saturating_mul(width) > LARGEST {
            return Err(ImportError::TooLarge((LARGEST >> 20) as u64));
        }
        // Rows above the first that is filled count: a row's number is the one that the program shows.
        let above = range.start().map_or(0, |(row, _)| row as usize);
        let mut rows = vec![Vec::new(); above];
        rows.extend(range.rows().map(|row| row.iter().map(text).collect::<Vec<_>>()));
        if rows.iter().any(|row| !row.is_empty()) {
            sheets.push(Sheet { name, rows });
        }
    }
    Ok(sheets)
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string().to_uppercase(),
        Data::DateTime(date) => match date.as_datetime() {
            Some(time) if date.is_datetime() => time.format("%Y-%m-%dT%H:%M:%S").to_string(),
            _ => date.as_f64().to_string(),
        },
    }
}

/// The rows of a sheet, from the first.
pub(super) struct SheetRows {
    rows: VecDeque<(u64, Vec<String>)>,
}

impl SheetRows {
    pub fn new(sheet: &Sheet) -> Self {
        Self {
            rows: (1..)
                .zip(sheet.rows.iter().cloned())
                .filter(|(_, cells)| !cells.is_empty())
                .collect(),
        }
    }
}

impl Rows for SheetRows {
    fn next(&mut self) -> io::Result<Option<(u64, Record)>> {
        Ok(self.rows.pop_front().map(|(row, cells)| (row, Record::Cells(cells))))
    }
}
