//! What the columns of an unknown table may mean, from their headers and what stands in them.

use chrono::NaiveDate;
use domain::{
    event::Role,
    incoming::{CodeList, Column, DateOrder, Mapping, RowNoun, Use},
};

use super::{
    cells::{date, is_blank, order_shown},
    known::{HeaderWord, known},
};

/// The order of day and month that the cells of date columns prove: `Err` where figures stand there whose order nothing tells.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Result<Option<DateOrder>, ()> {
    let mut open = false;
    for cell in cells {
        match order_shown(cell) {
            Some(Some(order)) => return Ok(Some(order)),
            Some(None) => open = true,
            None => {}
        }
    }
    if open { Err(()) } else { Ok(None) }
}

/// A mapping by headers, then by contents.
pub(super) fn mapping(headers: &[String], rows: &[Vec<String>], today: NaiveDate) -> Mapping {
    let mut columns: Vec<Column> = headers.iter().map(|header| by_header(header, headers)).collect();
    let cells = |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(String::as_str);
    let has = |columns: &[Column], is: Use| columns.iter().any(|column| column.is == is);
    let of_dates = |is: Use| matches!(is, Use::Date | Use::EndDate | Use::Published);
    let (dated, ended) = (has(&columns, Use::Year), has(&columns, Use::EndDate));
    for (at, column) in columns.iter_mut().enumerate() {
        let dates = mostly_dates(cells(at), today);
        // A header may promise dates and hold none, or hold them and not say so: then each of its dates is an event of its own.
        if of_dates(column.is) && !dates {
            column.is = Use::Nothing;
        } else if column.is == Use::Nothing && dates && !dated && !ended {
            column.is = Use::Date;
        }
    }
    // A year of its own beside whole dates repeats them.
    if has(&columns, Use::Date) {
        for column in &mut columns {
            if matches!(column.is, Use::Year | Use::Month | Use::Day) {
                column.is = Use::Nothing;
            }
        }
    }
    let noun = if has(&columns, Use::Post) {
        RowNoun::Tenure
    } else {
        RowNoun::Event
    };
    if noun == RowNoun::Event && !has(&columns, Use::Title) && !has(&columns, Use::Code) {
        let longest = (0..columns.len()).filter(|&at| columns[at].is == Use::Nothing).max_by_key(|&at| {
            cells(at)
                .map(|cell| cell.chars().filter(|c| c.is_alphabetic()).count())
                .sum::<usize>()
        });
        if let Some(column) = longest.and_then(|at| columns.get_mut(at)) {
            column.is = Use::Title;
        }
    }
    for (at, column) in columns.iter_mut().enumerate() {
        if column.is == Use::Nothing && cells(at).any(|cell| !is_blank(cell)) {
            column.is = Use::Remark;
        } else if column.is == Use::ActorName {
            as_codes(column, cells(at));
        }
    }
    // A table of guests is one of visits.
    let visits = columns.iter().any(|column| column.role == Some(Role::Guest)) && !has(&columns, Use::Kind);
    Mapping {
        noun,
        kind: visits.then(|| "visit".to_owned()),
        scheme: has(&columns, Use::Code).then(|| "CAMEO".to_owned()),
        columns,
        ..Mapping::default()
    }
}

fn by_header(header: &str, headers: &[String]) -> Column {
    let plain = folded(header);
    let present = |word: &String| headers.iter().any(|header| folded(header) == *word);
    let fits = |row: &&HeaderWord| row.words.contains(&plain) && (row.with.is_empty() || row.with.iter().any(present));
    let Some(row) = known().headers.iter().find(fits) else {
        return Column {
            header: header.to_owned(),
            ..Column::default()
        };
    };
    Column {
        header: header.to_owned(),
        is: row.is,
        list: row.list,
        role: row.role,
        side: row.side,
        kind: row.kind,
        between: row.between.clone(),
        ..Column::default()
    }
}

/// Small letters, with a blank for every sign.
fn folded(header: &str) -> String {
    let letters: String = header
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn mostly_dates<'a>(cells: impl Iterator<Item = &'a str>, today: NaiveDate) -> bool {
    let (mut dates, mut all) = (0, 0);
    for cell in cells.filter(|cell| !is_blank(cell)) {
        all += 1;
        let cell = cell.trim();
        // Four figures may be a year or any number; eight are a day.
        let number = cell.len() != 8 && cell.bytes().all(|b| b.is_ascii_digit());
        dates += usize::from(!number && date(cell, Some(DateOrder::DayFirst), today).value().is_some());
    }
    // Half of them: a file that is dirty is still one of dates.
    dates * 2 >= all && dates > 0
}

/// Turns names that are codes by their shape into codes.
fn as_codes<'a>(column: &mut Column, cells: impl Iterator<Item = &'a str>) {
    let filled: Vec<&str> = cells.map(str::trim).filter(|cell| !is_blank(cell)).collect();
    let capitals = |length: usize| {
        let fits = |cell: &&str| cell.len() == length && cell.bytes().all(|b| b.is_ascii_uppercase());
        filled.len() > 1 && filled.iter().filter(|cell| fits(cell)).count() * 10 >= filled.len() * 9
    };
    let list = if capitals(2) {
        CodeList::Alpha2
    } else if capitals(3) {
        CodeList::Alpha3
    } else {
        return;
    };
    column.is = Use::ActorCode;
    column.list = Some(list);
    column.role.get_or_insert(Role::Party);
}
