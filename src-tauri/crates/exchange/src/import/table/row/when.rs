//! When a row says that it was.

use domain::{
    Edtf,
    event::When,
    incoming::{Column, Problem, Use},
    text::Title,
};

use super::Row;
use crate::import::{
    dates::{interval, iso, of_parts},
    table::cells::{date, part},
};

/// A date as a row gives it, and the column that it is from.
pub(in crate::import::table) struct Dated<'m> {
    pub column: &'m str,
    pub when: When,
}

impl<'m> Row<'_, 'm> {
    /// Every date of the row with its end; several columns of dates are several events.
    pub fn dates(&mut self) -> Vec<Dated<'m>> {
        let words = Title::of_words(self.first(Use::DateWords));
        let precision = self.first(Use::DatePrecision);
        let mut starts: Vec<(&'m str, Edtf)> = Vec::new();
        for (column, cell) in self.each(Use::Date) {
            if let Some(date) = self.date(column, cell) {
                starts.push((&column.header, less_exact(date, precision)));
            }
        }
        if let Some(date) = self.in_parts([Use::Year, Use::Month, Use::Day, Use::Time]) {
            starts.push(("", date));
        }
        let end = self.end();
        let mut dated = Vec::with_capacity(starts.len());
        for (column, start) in starts {
            let edtf = match &end {
                Some(end) => interval(&start, end).unwrap_or_else(|| {
                    self.fault(column, end.as_str(), Problem::EndBeforeStart);
                    start.clone()
                }),
                None => start,
            };
            dated.push(Dated {
                column,
                when: When {
                    text: words.clone(),
                    ..When::on(edtf)
                },
            });
        }
        dated
    }

    /// The end that the row gives.
    pub fn end(&mut self) -> Option<Edtf> {
        let cell = self.each(Use::EndDate).next();
        match cell.and_then(|(column, cell)| self.date(column, cell)) {
            Some(end) => Some(end),
            None => self.in_parts([Use::EndYear, Use::EndMonth, Use::EndDay, Use::EndTime]),
        }
    }

    pub fn date(&mut self, column: &'m Column, cell: &str) -> Option<Edtf> {
        let read = date(cell, self.layout.mapping.date_order, self.layout.today);
        if read.is_unread() {
            self.fault(&column.header, cell, Problem::DateUnread);
        }
        read.value()
    }

    fn in_parts(&mut self, [year, month, day, time]: [Use; 4]) -> Option<Edtf> {
        let (column, cell) = self.each(year).next()?;
        let mut number = |is: Use| {
            let (column, cell) = self.each(is).next()?;
            let read = part(cell);
            if read.is_unread() {
                self.fault(&column.header, cell, Problem::DateUnread);
            }
            read.value()
        };
        let year = number(year)?;
        let month = number(month).and_then(|month| u32::try_from(month).ok());
        let day = number(day).and_then(|day| u32::try_from(day).ok());
        let Some(date) = of_parts(year, month, day) else {
            self.fault(&column.header, cell, Problem::DateUnread);
            // A day that no month has leaves the month.
            return of_parts(year, month, None).or_else(|| of_parts(year, None, None));
        };
        let time = self.first(time);
        let timed = || iso(&format!("{date} {time}")).filter(|_| day.is_some());
        Some(if time.is_empty() { date } else { timed().unwrap_or(date) })
    }
}

/// A day known to the month or the year only, as the number beside it says: 9, 10 of Wikidata, 2 (a week), 3 (a month) of ACLED.
fn less_exact(date: Edtf, precision: &str) -> Edtf {
    let text = date.as_str();
    let cut = match precision {
        "9" => text.get(..4).map(str::to_owned),
        "10" | "3" => text.get(..7).map(str::to_owned),
        "2" => Some(format!("{text}~")),
        _ => None,
    };
    cut.and_then(|cut| Edtf::parse(&cut).ok()).unwrap_or(date)
}
