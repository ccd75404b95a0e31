//! One row of a table → what it tells, by a mapping.

mod when;
mod who;

use chrono::NaiveDate;
use domain::{
    incoming::{Coded, Column, IncomingPlace, IncomingSource, Mapping, Problem, Use},
    place::Coordinates,
    status::Status,
};
use std::collections::HashMap;

use super::cells::{Cell, is_blank, number};
use crate::import::words::plain;

pub(super) use when::Dated;

/// A mapping laid over the columns of a file.
pub(super) struct Layout<'m> {
    pub mapping: &'m Mapping,
    pub today: NaiveDate,
    /// Columns of the mapping with their places in a row.
    columns: Vec<(usize, &'m Column)>,
    /// Titles of rows by their ids, where cells point at rows.
    pub titles: HashMap<String, String>,
}

/// One row, looked at through a layout. What cannot be read is noted and left out.
pub(super) struct Row<'a, 'm> {
    layout: &'a Layout<'m>,
    cells: &'a [String],
    pub faults: Vec<(&'m str, String, Problem)>,
}

impl<'m> Layout<'m> {
    pub fn new(mapping: &'m Mapping, headers: &[String], today: NaiveDate) -> Self {
        let place = |column: &Column| {
            headers
                .iter()
                .position(|header| header.trim().eq_ignore_ascii_case(column.header.trim()))
        };
        Self {
            mapping,
            today,
            columns: mapping.columns.iter().filter_map(|column| Some((place(column)?, column))).collect(),
            titles: HashMap::new(),
        }
    }

    pub fn points_at_rows(&self) -> bool {
        self.columns.iter().any(|(_, column)| column.by_id)
    }

    /// Whether a row of so many cells has all that a row must have.
    pub fn is_whole(&self, cells: usize) -> bool {
        let needed = |is: Use| matches!(is, Use::Date | Use::Year | Use::Title | Use::Id | Use::Code | Use::Post);
        self.columns.iter().all(|(at, column)| *at < cells || !needed(column.is))
    }

    pub fn dates(&self) -> impl Iterator<Item = usize> {
        let dates = |is: Use| matches!(is, Use::Date | Use::EndDate | Use::Published);
        self.columns.iter().filter(move |(_, column)| dates(column.is)).map(|(at, _)| *at)
    }
}

impl<'a, 'm> Row<'a, 'm> {
    pub fn new(layout: &'a Layout<'m>, cells: &'a [String]) -> Self {
        Self {
            layout,
            cells,
            faults: Vec::new(),
        }
    }

    /// The filled cells of a use.
    pub fn each(&self, is: Use) -> impl Iterator<Item = (&'m Column, &'a str)> + use<'a, 'm> {
        let cells = self.cells;
        self.layout
            .columns
            .iter()
            .filter(move |(_, column)| column.is == is)
            .filter_map(move |(at, column)| {
                let cell = cells.get(*at)?.trim();
                (!cell.is_empty()).then_some((*column, cell))
            })
    }

    pub fn first(&self, is: Use) -> &'a str {
        self.each(is).next().map_or("", |(_, cell)| cell)
    }

    /// As `first`, but nothing for the words that mean *not known*.
    pub fn known(&self, is: Use) -> &'a str {
        self.each(is).map(|(_, cell)| cell).find(|cell| !is_blank(cell)).unwrap_or("")
    }

    pub fn id(&self) -> Option<String> {
        let parts: Vec<&str> = self.each(Use::Id).map(|(_, cell)| cell).collect();
        (!parts.is_empty()).then(|| parts.join("/"))
    }

    pub fn is_wanted(&self) -> bool {
        let conditions = self.layout.columns.iter().filter(|(_, column)| column.is == Use::OnlyIf);
        conditions.into_iter().all(|(at, column)| {
            let cell = self.cells.get(*at).map_or("", |cell| cell.trim());
            if column.only.is_empty() {
                !is_blank(cell) && !["0", "false", "no", "f", "n"].iter().any(|word| cell.eq_ignore_ascii_case(word))
            } else {
                column.only.iter().any(|word| cell.eq_ignore_ascii_case(word))
            }
        })
    }

    pub fn mapping(&self) -> &'m Mapping {
        self.layout.mapping
    }

    pub fn title(&self) -> String {
        let titles: Vec<&str> = self.each(Use::Title).map(|(_, cell)| cell).collect();
        titles.join(" – ")
    }

    /// Notes that a row has no date, unless that was said of a cell that could not be read.
    pub fn without_date(&mut self) {
        let column = self
            .mapping()
            .columns
            .iter()
            .find(|column| matches!(column.is, Use::Date | Use::Year));
        if let Some(column) = column
            && self.faults.is_empty()
        {
            self.fault(&column.header, "", Problem::NoDate);
        }
    }

    /// Notes that a row names a holder of an office and no country.
    pub fn without_country(&mut self, holder: &str) {
        self.fault("", holder, Problem::NoCountry);
    }

    fn fault(&mut self, column: &'m str, value: &str, problem: Problem) {
        self.faults.push((column, value.to_owned(), problem));
    }

    pub fn topics(&self) -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        for (column, cell) in self.each(Use::Topic).filter(|(_, cell)| !is_blank(cell)) {
            for (_, topic) in self.names(column, cell) {
                if !topics.contains(&topic) {
                    topics.push(topic);
                }
            }
        }
        topics
    }

    /// The summary, and what else the mapping keeps, a line each.
    pub fn summary(&self) -> String {
        let summary = self.each(Use::Summary).map(|(_, cell)| plain(cell));
        let remarks = self.each(Use::Remark).filter(|(_, cell)| !is_blank(cell));
        let remarks = remarks.map(|(column, cell)| format!("{}: {}", column.header, plain(cell)));
        summary.chain(remarks).collect::<Vec<_>>().join("\n")
    }

    /// The code of what was done. CAMEO's codes have three or four figures and roots up to 20: one that is shorter or higher has lost a nought.
    pub fn code(&mut self, cameo: bool) -> String {
        let Some((column, code)) = self.each(Use::Code).find(|(_, cell)| !is_blank(cell)) else {
            return String::new();
        };
        let figures = cameo && code.bytes().all(|b| b.is_ascii_digit());
        let beyond = code.get(..2).and_then(|root| root.parse::<u8>().ok()).is_none_or(|root| root > 20);
        if figures && (code.len() < 3 || beyond) && !code.starts_with('0') {
            self.fault(&column.header, code, Problem::NoughtLost);
            return format!("0{code}");
        }
        code.to_owned()
    }

    pub fn number(&mut self, is: Use) -> Option<f64> {
        let (column, cell) = self.each(is).next()?;
        let read = number(cell);
        if read.is_unread() {
            self.fault(&column.header, cell, Problem::NumberUnread);
        }
        match read {
            Cell::Value(number) => Some(number),
            Cell::Blank | Cell::Unread => None,
        }
    }

    pub fn place(&mut self) -> Option<IncomingPlace> {
        let coordinates = match (self.number(Use::Latitude), self.number(Use::Longitude)) {
            (Some(latitude), Some(longitude)) => match Coordinates::new(latitude, longitude) {
                Ok(coordinates) => Some(coordinates),
                Err(_) => {
                    let column = self.each(Use::Latitude).next().map_or("", |(column, _)| column.header.as_str());
                    self.fault(column, &format!("{latitude}, {longitude}"), Problem::OffTheGlobe);
                    None
                }
            },
            _ => None,
        };
        let name = self.known(Use::Place);
        let country = self
            .each(Use::PlaceCountry)
            .next()
            .and_then(|(column, cell)| Coded::new(column.list?, cell));
        (!name.is_empty()).then(|| IncomingPlace {
            name: name.to_owned(),
            country,
            coordinates,
        })
    }

    pub fn status(&mut self) -> Option<Status> {
        let (column, cell) = self.each(Use::Status).next()?;
        let status = Status::parse(cell).ok();
        if status.is_none() {
            self.fault(&column.header, cell, Problem::KindUnknown);
        }
        status
    }

    /// Where the row was told, if it says so.
    pub fn source(&mut self) -> Option<IncomingSource> {
        let published = self.each(Use::Published).next();
        let text = |is: Use| self.known(is).to_owned();
        let source = IncomingSource {
            title: text(Use::SourceTitle),
            publisher: text(Use::Publisher),
            author: text(Use::Author),
            url: text(Use::SourceUrl),
            ..IncomingSource::default()
        };
        let said = [&source.title, &source.publisher, &source.url]
            .into_iter()
            .any(|text| !text.is_empty());
        said.then(|| IncomingSource {
            published: published.and_then(|(column, cell)| self.date(column, day_of_stamp(cell))),
            ..source
        })
    }
}

/// The day of a time stamp in fourteen figures.
fn day_of_stamp(cell: &str) -> &str {
    let stamp = cell.len() == 14 && cell.bytes().all(|b| b.is_ascii_digit());
    if stamp { cell.get(..8).unwrap_or(cell) } else { cell }
}
