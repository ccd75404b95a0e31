//! Dates in words, at the precision they have; what is common to all languages.

pub mod axis;
mod english;
mod heading;
mod korean;

pub use heading::Heading;

use super::Language;
use super::shape::{Clock, Date, Digits, End, Item, Part, Point, Qualifier, Rest, Shape, Year};
use crate::moment::{CivilDay, Moment};

/// The part of a date a mark stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum PartName {
    Year,
    Month,
    Season,
    Day,
}

/// The words and order of one language.
trait Wording {
    /// A date without its marks.
    fn bare(&self, date: &Date) -> String;
    /// A date of which everything carries the same mark.
    fn marked(&self, bare: String, mark: Qualifier) -> String;
    /// A date of which some parts carry marks.
    fn partly_marked(&self, bare: String, marks: &[(PartName, Qualifier)]) -> String;
    fn at_time(&self, day: String, clock: Clock) -> String;
    /// From `from` through `to`, both unmarked.
    fn through(&self, from: &Date, to: &Date) -> String;
    /// The same when one of them carries a mark or a time, already in words.
    fn through_text(&self, from: String, to: String) -> String;
    /// One date from `from` through `to`.
    fn between(&self, from: &Date, to: &Date) -> String;
    fn since(&self, start: String, end: NoDate) -> String;
    fn until(&self, end: String, start: NoDate) -> String;
    fn undated(&self, start: NoDate, end: NoDate) -> &'static str;
    fn before(&self, day: String) -> String;
    fn after(&self, day: String) -> String;
    fn or_earlier(&self, date: String) -> String;
    fn or_later(&self, date: String) -> String;
    fn one_of(&self, members: &[String]) -> String;
    fn all_of(&self, members: &[String]) -> String;
}

/// Why an end of an interval has no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NoDate {
    Open,
    Unknown,
}

fn wording(language: Language) -> &'static dyn Wording {
    match language {
        Language::English => &english::English,
        Language::Korean => &korean::Korean,
    }
}

pub(super) fn describe(shape: &Shape, language: Language) -> String {
    let wording = wording(language);
    match shape {
        Shape::Point(point) => point_text(point, wording),
        Shape::Interval(start, end) => interval_text(start, end, wording),
        Shape::OneOf(items) => one_of_text(items, wording),
        Shape::AllOf(items) => wording.all_of(&member_texts(items, wording)),
    }
}

/// From where one date begins to where another ends, each as exactly as it is written: "c. November 2025 – 2027".
pub(super) fn describe_range(first: &Shape, last: &Shape, language: Language) -> String {
    let wording = wording(language);
    let point = |date: Option<&&Date>| date.map_or(End::Unknown, |date| End::Point(Point { date: **date, clock: None }));
    let (start, end) = (point(first.dates().first()), point(last.dates().last()));
    if start == end {
        return start.point().map_or_else(String::new, |point| point_text(point, wording));
    }
    interval_text(&start, &end, wording)
}

fn date_text(date: &Date, wording: &dyn Wording) -> String {
    let bare = wording.bare(date);
    let parts = date.known().marks();
    let first = parts.first().map_or(Qualifier::default(), |(_, mark)| *mark);
    if parts.iter().all(|(_, mark)| *mark == first) {
        return wording.marked(bare, first);
    }
    let marks: Vec<_> = parts.into_iter().filter(|(_, mark)| mark.any()).collect();
    wording.partly_marked(bare, &marks)
}

fn point_text(point: &Point, wording: &dyn Wording) -> String {
    let day = date_text(&point.date, wording);
    match point.clock {
        Some(clock) => wording.at_time(day, clock),
        None => day,
    }
}

fn interval_text(start: &End, end: &End, wording: &dyn Wording) -> String {
    match (start, end) {
        (End::Point(from), End::Point(to)) if from.is_unmarked() && to.is_unmarked() => wording.through(&from.date, &to.date),
        (End::Point(from), End::Point(to)) => wording.through_text(point_text(from, wording), point_text(to, wording)),
        (End::Point(from), end) => wording.since(point_text(from, wording), no_date(end)),
        (start, End::Point(to)) => wording.until(point_text(to, wording), no_date(start)),
        (start, end) => wording.undated(no_date(start), no_date(end)).to_owned(),
    }
}

fn no_date(end: &End) -> NoDate {
    if *end == End::Open { NoDate::Open } else { NoDate::Unknown }
}

fn one_of_text(items: &[Item], wording: &dyn Wording) -> String {
    match items {
        [Item::Through(from, to)] if !from.qualifier().any() && !to.qualifier().any() => wording.between(from, to),
        [Item::OrEarlier(date)] if date.is_unmarked_day() => match neighbour(date, 1) {
            Some(next) => wording.before(wording.bare(&next)),
            None => item_text(&items[0], wording),
        },
        [Item::OrLater(date)] if date.is_unmarked_day() => match neighbour(date, -1) {
            Some(previous) => wording.after(wording.bare(&previous)),
            None => item_text(&items[0], wording),
        },
        [single @ (Item::One(_) | Item::OrEarlier(_) | Item::OrLater(_))] => item_text(single, wording),
        _ => wording.one_of(&member_texts(items, wording)),
    }
}

fn member_texts(items: &[Item], wording: &dyn Wording) -> Vec<String> {
    items.iter().map(|item| item_text(item, wording)).collect()
}

fn item_text(item: &Item, wording: &dyn Wording) -> String {
    match item {
        Item::One(date) => date_text(date, wording),
        Item::OrEarlier(date) => wording.or_earlier(date_text(date, wording)),
        Item::OrLater(date) => wording.or_later(date_text(date, wording)),
        Item::Through(from, to) if !from.qualifier().any() && !to.qualifier().any() => wording.through(from, to),
        Item::Through(from, to) => wording.through_text(date_text(from, wording), date_text(to, wording)),
    }
}

/// The day `days` after a day.
fn neighbour(date: &Date, days: i64) -> Option<Date> {
    let first = date.bounds().earliest?;
    let moved = Moment(first.0.checked_add(days * crate::moment::SECONDS_PER_DAY)?);
    Some(Date::of_day(moved.civil()))
}

impl Point {
    fn is_unmarked(&self) -> bool {
        self.clock.is_none() && !self.date.qualifier().any()
    }
}

impl Date {
    /// One whole day, without marks.
    fn of_day(day: CivilDay) -> Date {
        let part = |number: u32| {
            let digit = |number: u32| u8::try_from(number % 10).ok();
            Part {
                digits: Digits([digit(number / 10), digit(number)]),
                qualifier: Qualifier::default(),
            }
        };
        Date {
            year: Year::Exact(day.year),
            year_qualifier: Qualifier::default(),
            rest: Rest::Day {
                month: part(day.month),
                day: part(day.day),
            },
        }
    }

    fn is_unmarked_day(&self) -> bool {
        self.exact_day().is_some() && !self.qualifier().any()
    }

    /// Year, month and day, when all are written.
    fn exact_day(&self) -> Option<(i64, u32, u32)> {
        match (self.year, self.rest) {
            (Year::Exact(year), Rest::Day { month, day }) => Some((year, month.digits.value()?, day.digits.value()?)),
            _ => None,
        }
    }

    /// Year and month, when both are written and nothing finer is known.
    fn exact_month(&self) -> Option<(i64, u32)> {
        match (self.year, self.known().rest) {
            (Year::Exact(year), Rest::Month(month)) => Some((year, month.digits.value()?)),
            _ => None,
        }
    }

    /// The year, when it is written and nothing finer is known.
    fn exact_year(&self) -> Option<i64> {
        match (self.year, self.known().rest) {
            (Year::Exact(year), Rest::Nothing) => Some(year),
            _ => None,
        }
    }

    /// The mark of each written part.
    fn marks(&self) -> Vec<(PartName, Qualifier)> {
        let mut marks = vec![(PartName::Year, self.year_qualifier)];
        match self.rest {
            Rest::Nothing => {}
            Rest::Season { qualifier, .. } => marks.push((PartName::Season, qualifier)),
            Rest::Month(month) => marks.push((PartName::Month, month.qualifier)),
            Rest::Day { month, day } => {
                marks.push((PartName::Month, month.qualifier));
                marks.push((PartName::Day, day.qualifier));
            }
        }
        marks
    }

    /// Its first and last day as dates, for those that fit no simpler words.
    fn span(&self) -> Option<(Date, Date)> {
        self.days().map(|(first, last)| (Date::of_day(first), Date::of_day(last)))
    }
}

impl Year {
    /// The first and last year it can be.
    fn span(self) -> Option<(i64, i64)> {
        Some((self.candidates().next()?, self.candidates().next_back()?))
    }

    fn is_unknown(self) -> bool {
        matches!(self, Year::Masked { negative: false, digits } if digits.all_masked())
    }
}

/// `14:30`, `14:30:05`, with ` UTC` or ` UTC+09:00` where a zone is written.
fn clock_text(clock: Clock) -> String {
    let mut text = format!("{:02}:{:02}", clock.hour, clock.minute);
    if let Some(second) = clock.second {
        text.push_str(&format!(":{second:02}"));
    }
    match clock.offset_minutes {
        None => {}
        Some(0) => text.push_str(" UTC"),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            text.push_str(&format!(" UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60));
        }
    }
    text
}
