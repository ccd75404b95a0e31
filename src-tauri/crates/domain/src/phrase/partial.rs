use super::error::PhraseError;
use super::token::{Era, Third};
use chrono::{NaiveDate, Weekday};

/// What has been said of one date so far, in any order; every part at most once.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Partial {
    pub year: Option<i32>,
    pub era: Option<Era>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    /// Set when the day was a bare number, which after a year may be the short form of another year.
    pub bare_number: bool,
    /// Season, quarter or half of the year, by its EDTF code.
    pub season: Option<u32>,
    pub third: Option<Third>,
    /// The first year of a decade or century, and its length.
    pub years: Option<(i32, i32)>,
    pub weekday: Option<Weekday>,
    /// The first and last day of a week, or of what is left or past of a longer unit.
    pub run: Option<(NaiveDate, NaiveDate)>,
    /// Hour, minute and the second when written.
    pub clock: Option<(u32, u32, Option<u32>)>,
    pub approximate: bool,
    pub uncertain: bool,
    /// Whether the year was taken over from the other date of the phrase.
    pub year_inherited: bool,
}

impl Partial {
    /// A whole day.
    pub fn set_date(&mut self, date: NaiveDate) -> Result<(), PhraseError> {
        use chrono::Datelike;
        self.set_year(date.year())?;
        self.set_month(date.month())?;
        set(&mut self.day, date.day(), "day")
    }

    pub fn set_year(&mut self, year: i32) -> Result<(), PhraseError> {
        set(&mut self.year, year, "year")
    }

    pub fn set_month(&mut self, month: u32) -> Result<(), PhraseError> {
        if (1..=12).contains(&month) {
            return set(&mut self.month, month, "month");
        }
        Err(PhraseError::new(format!("there is no month {month}"), "months are 1 to 12"))
    }

    pub fn set_day(&mut self, day: i32) -> Result<(), PhraseError> {
        match u32::try_from(day) {
            Ok(day @ 1..=31) => set(&mut self.day, day, "day"),
            _ => Err(no_day(day)),
        }
    }

    pub fn set_season(&mut self, code: u32) -> Result<(), PhraseError> {
        set(&mut self.season, code, "season")
    }

    pub fn set_years(&mut self, first: i32, length: i32) -> Result<(), PhraseError> {
        set(&mut self.years, (first, length), "decade or century")
    }

    pub fn set_third(&mut self, third: Third) -> Result<(), PhraseError> {
        set(&mut self.third, third, "part")
    }

    pub fn set_weekday(&mut self, weekday: Weekday) -> Result<(), PhraseError> {
        set(&mut self.weekday, weekday, "weekday")
    }

    /// Whether no date has been named; marks alone name none.
    pub fn is_empty(&self) -> bool {
        let bare = Partial {
            approximate: false,
            uncertain: false,
            ..self.clone()
        };
        bare == Partial::default()
    }

    /// Whether only a part like "early" has been named, of something still to come.
    pub fn is_only_third(&self) -> bool {
        let rest = Partial {
            third: None,
            ..self.clone()
        };
        self.third.is_some() && rest.is_empty()
    }
}

/// Fills a slot that must be empty.
pub(super) fn set<T: PartialEq>(slot: &mut Option<T>, value: T, name: &str) -> Result<(), PhraseError> {
    match slot {
        Some(_) => {
            let problem = format!("the date names two {name}s");
            Err(PhraseError::new(
                problem,
                "write one date, or two with \"to\", \"or\" or \"and\" between them",
            ))
        }
        None => {
            *slot = Some(value);
            Ok(())
        }
    }
}

pub(super) fn no_day(day: impl std::fmt::Display) -> PhraseError {
    PhraseError::new(
        format!("there is no day {day}"),
        "write the year in four digits, or a day from 1 to 31",
    )
}
