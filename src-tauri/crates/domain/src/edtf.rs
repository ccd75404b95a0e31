//! Dates as vague as their source: EDTF (ISO 8601-2:2019, Library of Congress levels 0, 1 and 2).
//!
//! Read by hand here, because the published Rust library refuses forms the record needs: decades and centuries in
//! three and two digits, blanks in lists, minutes without seconds, 24:00. Beyond the levels: qualified and masked
//! seasons, seasons and times in intervals, as in edtf.js.
//!
//! `?`, `~` and `%` never move the bounds; they only widen the drawing.

mod calendar;
mod describe;
mod error;
mod language;
mod parse;
mod parse_date;
mod precision;
mod scanner;
mod season;
mod shape;

pub use describe::{Heading, axis};
pub use error::EdtfError;
pub use language::Language;
pub use precision::Precision;

use crate::moment::{Moment, written_year};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use shape::{End, Shape};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// One end of a when; `None` is without bound in that direction (open or unknown).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Bounds {
    pub earliest: Option<Moment>,
    pub latest: Option<Moment>,
}

impl Bounds {
    /// Without bound either way.
    pub const NONE: Bounds = Bounds {
        earliest: None,
        latest: None,
    };
}

/// A date expression, kept as written; equal when the texts are.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Edtf {
    text: String,
    /// Boxed, so that what holds dates stays small.
    shape: Box<Shape>,
    start: Bounds,
    end: Bounds,
}

impl Edtf {
    /// Parses EDTF; blanks around it are dropped.
    pub fn parse(text: &str) -> Result<Edtf, EdtfError> {
        let shape = parse::expression(text)?;
        let (start, end) = shape.bounds();
        Ok(Edtf {
            text: text.trim().to_owned(),
            shape: Box::new(shape),
            start,
            end,
        })
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bounds of the first end of an interval, else of the date.
    pub fn start(&self) -> Bounds {
        self.start
    }

    /// The bounds of the last end of an interval, else of the date.
    pub fn end(&self) -> Bounds {
        self.end
    }

    /// The earliest second it can touch; `None` without such a bound.
    pub fn earliest(&self) -> Option<Moment> {
        self.start.earliest
    }

    /// The latest second it can touch; `None` without such a bound.
    pub fn latest(&self) -> Option<Moment> {
        self.end.latest
    }

    /// Whether it is written with a `/`.
    pub fn is_interval(&self) -> bool {
        matches!(*self.shape, Shape::Interval(..))
    }

    /// How exact it is; of an interval or list, its least exact date.
    pub fn precision(&self) -> Precision {
        self.shape.precision()
    }

    /// `?` or `%` anywhere: the source is doubtful.
    pub fn uncertain(&self) -> bool {
        self.shape.dates().iter().any(|date| date.qualifier().uncertain)
    }

    /// `~` or `%` anywhere: an estimate.
    pub fn approximate(&self) -> bool {
        self.shape.dates().iter().any(|date| date.qualifier().approximate)
    }

    /// The date in words, at the precision it has.
    pub fn describe(&self, language: Language) -> String {
        describe::describe(&self.shape, language)
    }

    /// The stretch from where this begins to where `last` ends, in words, each at the precision it has.
    pub fn describe_through(&self, last: &Edtf, language: Language) -> String {
        describe::describe_range(&self.shape, &last.shape, language)
    }

    /// One day. Beyond the four-digit years, which EDTF cannot write with a day, its year.
    pub fn from_day(day: NaiveDate) -> Edtf {
        let year = i64::from(day.year());
        if !(-9_999..=9_999).contains(&year) {
            return Self::from_year(day.year());
        }
        Self::from_valid(format!("{}-{:02}-{:02}", written_year(year), day.month(), day.day()))
    }

    /// One month; its year alone when `month` is not 1 to 12 or the year has more than four digits.
    pub fn from_month(year: i32, month: u32) -> Edtf {
        if !(-9_999..=9_999).contains(&year) || !(1..=12).contains(&month) {
            return Self::from_year(year);
        }
        Self::from_valid(format!("{}-{month:02}", written_year(i64::from(year))))
    }

    /// One year, astronomical (0 is 1 BCE).
    pub fn from_year(year: i32) -> Edtf {
        Self::from_valid(written_year(i64::from(year)))
    }

    /// One date somewhere from `earliest` through `latest`, in either order: `[a..b]`, or the day when they are one.
    pub fn between(earliest: NaiveDate, latest: NaiveDate) -> Edtf {
        let (first, last) = (earliest.min(latest), earliest.max(latest));
        if first == last {
            return Self::from_day(first);
        }
        Self::from_valid(format!("[{}..{}]", Self::from_day(first), Self::from_day(last)))
    }

    /// The interval from `first` through `last`, in either order: `a/b`.
    pub fn spanning(first: NaiveDate, last: NaiveDate) -> Edtf {
        let (first, last) = (first.min(last), first.max(last));
        Self::from_valid(format!("{}/{}", Self::from_day(first), Self::from_day(last)))
    }

    /// Parses a text this module wrote itself; were it refused, the unknown date `/` would stand in its place.
    fn from_valid(text: String) -> Edtf {
        Self::parse(&text).unwrap_or(Edtf {
            text: "/".to_owned(),
            shape: Box::new(Shape::Interval(End::Unknown, End::Unknown)),
            start: Bounds::NONE,
            end: Bounds::NONE,
        })
    }
}

impl PartialEq for Edtf {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Edtf {}

impl Hash for Edtf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}
