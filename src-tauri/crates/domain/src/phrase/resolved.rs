//! From the words of one date to EDTF.

use super::error::PhraseError;
use super::partial::Partial;
use super::relative::plus_days;
use super::thirds::{no_part, part_of};
use crate::edtf::Edtf;
use crate::moment::written_year;
use chrono::{Datelike, NaiveDate};

/// One unit of time.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Simple {
    Day(NaiveDate),
    Month(i32, u32),
    Year(i32),
    /// A season, decade or century, as EDTF.
    Other(String),
}

/// One date: some time in `first`, or some time from `first` through `last`.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Resolved {
    pub first: Simple,
    pub last: Option<Simple>,
    clock: Option<String>,
    mark: &'static str,
}

impl Simple {
    pub fn text(&self) -> String {
        match self {
            Simple::Day(day) => Edtf::from_day(*day).to_string(),
            Simple::Month(year, month) => format!("{}-{month:02}", written_year(i64::from(*year))),
            Simple::Year(year) => written_year(i64::from(*year)),
            Simple::Other(text) => text.clone(),
        }
    }

    fn edge(&self, latest: bool) -> Option<NaiveDate> {
        let edtf = Edtf::parse(&self.text()).ok()?;
        if latest { edtf.latest()?.date() } else { edtf.earliest()?.date() }
    }

    pub fn first_day(&self) -> Option<NaiveDate> {
        self.edge(false)
    }

    pub fn last_day(&self) -> Option<NaiveDate> {
        self.edge(true)
    }

    /// The month or year `step` units on; of anything else, the day `step` days beyond its edge.
    pub fn neighbour(&self, step: i32) -> Option<Simple> {
        match self {
            Simple::Year(year) => Some(Simple::Year(year + step)),
            Simple::Month(year, month) => {
                let months = year * 12 + i32::try_from(*month).ok()? - 1 + step;
                Some(Simple::Month(months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1))
            }
            Simple::Day(_) | Simple::Other(_) => {
                let edge = if step < 0 { self.first_day()? } else { self.last_day()? };
                plus_days(edge, i64::from(step)).ok().map(Simple::Day)
            }
        }
    }
}

impl Resolved {
    /// The whole as EDTF.
    pub fn text(&self) -> String {
        match &self.last {
            None => self.item(),
            Some(_) => format!("[{}]", self.item()),
        }
    }

    /// As a member of a list.
    pub fn item(&self) -> String {
        let mark = self.mark;
        match (&self.last, &self.clock) {
            (Some(last), _) => format!("{}{mark}..{}{mark}", self.first.text(), last.text()),
            (None, Some(clock)) => format!("{}{clock}", self.first.text()),
            (None, None) => self.marked(&self.first),
        }
    }

    pub fn marked(&self, simple: &Simple) -> String {
        format!("{}{}", simple.text(), self.mark)
    }

    pub fn has_time(&self) -> bool {
        self.clock.is_some()
    }

    pub fn last(&self) -> &Simple {
        self.last.as_ref().unwrap_or(&self.first)
    }

    /// As the end of an interval, where no list may stand: the month, year, decade or century that holds it.
    pub fn end_of_interval(&self) -> Result<String, PhraseError> {
        if self.last.is_none() {
            return Ok(self.item());
        }
        let holder = || {
            let (first, last) = (self.first.first_day()?, self.last().last_day()?);
            let (a, b) = (first.year(), last.year());
            let run = |length: i32, mask: &str| {
                (a / length == b / length && (1_000..=9_999).contains(&a)).then(|| Simple::Other(format!("{}{mask}", a / length)))
            };
            match (a == b, first.month() == last.month()) {
                (true, true) => Some(Simple::Month(a, first.month())),
                (true, false) => Some(Simple::Year(a)),
                _ => run(10, "X").or_else(|| run(100, "XX")),
            }
        };
        match holder() {
            Some(simple) => Ok(self.marked(&simple)),
            None => Err(PhraseError::new("this cannot end an interval", "write a month or a year there")),
        }
    }
}

impl Partial {
    /// The date, with what is missing taken from the reference day.
    pub fn resolve(&self, reference: NaiveDate) -> Result<Resolved, PhraseError> {
        let whole = self.whole(reference)?;
        self.check_weekday(&whole)?;
        let (first, last) = match (self.third, whole) {
            (None, (first, last)) => (first, last),
            (Some(third), (first, None)) => part_of(&first, self.years, third)?,
            (Some(_), _) => return Err(no_part()),
        };
        let clock = self.clock_text(&first)?;
        let mark = match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        if clock.is_some() && !mark.is_empty() {
            return Err(PhraseError::new(
                "a time cannot be approximate or uncertain",
                "leave out the time or the mark",
            ));
        }
        Ok(Resolved { first, last, clock, mark })
    }

    fn whole(&self, reference: NaiveDate) -> Result<(Simple, Option<Simple>), PhraseError> {
        self.check_combination()?;
        let year = self.written_year().unwrap_or(reference.year());
        if !(-9_999..=9_999).contains(&year) {
            return Err(PhraseError::new(
                "the year is out of range",
                "write years beyond 9999 as EDTF, with Y",
            ));
        }
        if let Some(run) = self.run {
            return self.in_run(run);
        }
        if let Some((first, length)) = self.years {
            return run_of_years(first, length).map(|run| (run, None));
        }
        if let Some(code) = self.season {
            return Ok((Simple::Other(format!("{}-{code}", written_year(i64::from(year)))), None));
        }
        let simple = match (self.month, self.day) {
            (month, Some(day)) => {
                let month = month.unwrap_or(reference.month());
                let date = NaiveDate::from_ymd_opt(year, month, day);
                Simple::Day(date.ok_or_else(|| no_such_day(year, month, day))?)
            }
            (Some(month), None) => Simple::Month(year, month),
            (None, None) if self.year.is_some() => Simple::Year(year),
            (None, None) => return Err(self.nothing_named()),
        };
        Ok((simple, None))
    }

    /// A run of days, or its weekday.
    fn in_run(&self, (first, last): (NaiveDate, NaiveDate)) -> Result<(Simple, Option<Simple>), PhraseError> {
        let Some(weekday) = self.weekday else {
            return Ok((Simple::Day(first), Some(Simple::Day(last))));
        };
        let days: Vec<_> = first.iter_days().take_while(|day| *day <= last).take(8).collect();
        let day = days.iter().find(|day| day.weekday() == weekday && days.len() == 7);
        match day {
            Some(day) => Ok((Simple::Day(*day), None)),
            None => Err(PhraseError::new("the weekday has no week", "write for example Friday next week")),
        }
    }

    fn check_combination(&self) -> Result<(), PhraseError> {
        let in_year = self.month.is_some() || self.day.is_some();
        let others = [self.run.is_some(), self.years.is_some(), self.season.is_some(), in_year];
        let dated = self.run.is_some() || self.years.is_some();
        if others.iter().filter(|named| **named).count() > 1 || (dated && self.year.is_some()) {
            return Err(PhraseError::new("the parts do not make one date", PhraseError::EXAMPLES));
        }
        if self.bare_number && self.month.is_none() && self.year.is_none() {
            let hint = "write for example 5 January 2026, 201X for a decade, 19XX for a century";
            return Err(PhraseError::new("a number alone is no date", hint));
        }
        if let Some(day) = self.day.filter(|day| !(1..=31).contains(day)) {
            return Err(super::partial::no_day(day));
        }
        if self.day.is_some() && self.month.is_none() && self.year.is_some() {
            return Err(PhraseError::new("the day has no month", "write for example 5 January 2026"));
        }
        if self.weekday.is_some() && self.run.is_none() && self.day.is_none() {
            return Err(PhraseError::new(
                "a weekday alone may be past or to come",
                "write \"next Monday\" or \"last Monday\", or the date",
            ));
        }
        match (self.year, self.era) {
            (None, Some(_)) => Err(PhraseError::new("the era has no year", "write for example 44 BCE")),
            (Some(0), Some(_)) => Err(PhraseError::new("there is no year 0 in an era", "1 BCE comes before 1 CE")),
            _ => Ok(()),
        }
    }

    fn nothing_named(&self) -> PhraseError {
        if self.clock.is_some() {
            return PhraseError::new("the time has no day", "write for example 2026-01-05T14:30");
        }
        no_part()
    }

    fn check_weekday(&self, whole: &(Simple, Option<Simple>)) -> Result<(), PhraseError> {
        let (Some(weekday), (Simple::Day(day), None)) = (self.weekday, whole) else {
            return Ok(());
        };
        if day.weekday() == weekday {
            return Ok(());
        }
        let problem = format!("{day} is not a {}", day_name(weekday));
        Err(PhraseError::new(
            problem,
            format!("it is a {}; leave out the weekday or change the date", day_name(day.weekday())),
        ))
    }

    fn clock_text(&self, first: &Simple) -> Result<Option<String>, PhraseError> {
        let Some((hour, minute, second)) = self.clock else {
            return Ok(None);
        };
        if !matches!(first, Simple::Day(_)) {
            return Err(PhraseError::new("the time has no day", "write for example 2026-01-05T14:30"));
        }
        let seconds = second.map_or_else(String::new, |second| format!(":{second:02}"));
        Ok(Some(format!("T{hour:02}:{minute:02}{seconds}")))
    }
}

fn run_of_years(first: i32, length: i32) -> Result<Simple, PhraseError> {
    match length {
        10 if (0..=9_990).contains(&first) => Ok(Simple::Other(format!("{:03}X", first / 10))),
        100 if (0..=9_900).contains(&first) => Ok(Simple::Other(format!("{:02}XX", first / 100))),
        _ => Err(PhraseError::new(
            "the years are out of range",
            "write decades and centuries from 0 to 9999",
        )),
    }
}

fn no_such_day(year: i32, month: u32, day: u32) -> PhraseError {
    let date = format!("{}-{month:02}-{day:02}", written_year(i64::from(year)));
    PhraseError::new(
        format!("{date} is not in the calendar"),
        "check the length of the month and the leap year",
    )
}

fn day_name(weekday: chrono::Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday.num_days_from_monday() as usize % 7]
}
