use super::super::{Edtf, Language};
use super::{Date, End, Item, Shape};
use crate::moment::{CivilDay, written_year};

/// Under which year, and which month of it, a date stands in a list: by where it begins, no more exactly than that is written.
///
/// In order of time. What is known to its year alone comes before the months of the year, what may begin in a later one too after them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Heading {
    year: i64,
    reach: Reach,
    month: Option<u32>,
}

/// A first and a last day; `None` is without such a bound.
type Days = (Option<CivilDay>, Option<CivilDay>);

/// Where it may begin beside its year.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Reach {
    OrEarlier,
    Within,
    Through(i64),
    OrLater,
}

impl Edtf {
    /// `None` where nothing is known of the year.
    pub fn heading(&self) -> Option<Heading> {
        Heading::of(begins(&self.shape))
    }
}

impl Heading {
    fn of(begins: Days) -> Option<Self> {
        let (year, reach) = match begins {
            (Some(first), Some(last)) if first.year == last.year => (first.year, Reach::Within),
            (Some(first), Some(last)) => (first.year, Reach::Through(last.year)),
            (Some(first), None) => (first.year, Reach::OrLater),
            (None, Some(last)) => (last.year, Reach::OrEarlier),
            (None, None) => return None,
        };
        let month = match begins {
            (Some(first), Some(last)) if reach == Reach::Within && first.month == last.month => Some(first.month),
            _ => None,
        };
        Some(Self { year, reach, month })
    }

    /// "2026", "2010s", "2025–2026", "2026 or later".
    pub fn year_words(&self, language: Language) -> String {
        let year = written_year(self.year);
        let text = match self.reach {
            Reach::Within => year,
            Reach::OrEarlier => format!("[..{year}]"),
            Reach::OrLater => format!("[{year}..]"),
            Reach::Through(last) if (0..=9_990).contains(&self.year) && self.year % 10 == 0 && last == self.year + 9 => {
                format!("{}X", &year[..3])
            }
            Reach::Through(last) => format!("{year}/{}", written_year(last)),
        };
        Edtf::from_valid(text).describe(language)
    }

    /// "January 2026"; `None` where no month is known.
    pub fn month_words(&self, language: Language) -> Option<String> {
        let month = self.month?;
        Some(Edtf::from_valid(format!("{}-{month:02}", written_year(self.year))).describe(language))
    }
}

/// The first and the last day it may begin on, as the day is written: a time of another zone is not moved.
fn begins(shape: &Shape) -> Days {
    match shape {
        Shape::Point(point) => days(&point.date),
        Shape::Interval(End::Point(start), _) => days(&start.date),
        Shape::Interval(_, End::Point(end)) => (None, days(&end.date).1),
        Shape::Interval(..) => (None, None),
        Shape::OneOf(items) => items.iter().map(item_days).reduce(around).unwrap_or_default(),
        Shape::AllOf(items) => items.iter().map(item_days).reduce(earlier).unwrap_or_default(),
    }
}

fn days(date: &Date) -> Days {
    let known = date.days().filter(|_| !date.year.is_unknown());
    known.map_or((None, None), |(first, last)| (Some(first), Some(last)))
}

fn item_days(item: &Item) -> Days {
    match item {
        Item::One(date) => days(date),
        Item::Through(from, to) => (days(from).0, days(to).1),
        Item::OrEarlier(to) => (None, days(to).1),
        Item::OrLater(from) => (days(from).0, None),
    }
}

/// The smallest stretch around both.
fn around(one: Days, other: Days) -> Days {
    (
        one.0.zip(other.0).map(|(one, other)| one.min(other)),
        one.1.zip(other.1).map(|(one, other)| one.max(other)),
    )
}

/// The one that begins first: all of them are meant.
fn earlier(one: Days, other: Days) -> Days {
    if other.0 < one.0 { other } else { one }
}
