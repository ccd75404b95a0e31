//! From written parts to the days they leave open.

use super::Bounds;
use super::shape::{Clock, Date, Digits, End, Item, Part, Point, Rest, Shape, Year};
use crate::moment::{CivilDay, Moment, days_in_month};

impl Year {
    /// The years it can be, earliest first; of a run, to which no month is ever added, its ends only.
    pub(super) fn candidates(self) -> Box<dyn DoubleEndedIterator<Item = i64>> {
        match self {
            Year::Exact(year) => Box::new(std::iter::once(year)),
            Year::Run { first, last } | Year::Estimate { first, last, .. } => Box::new([first, last].into_iter()),
            Year::Masked { negative: false, digits } => Box::new(masked_years(digits)),
            // There is no year -0000, so a negative mask never means year 0.
            Year::Masked { negative: true, digits } => Box::new(masked_years(digits).rev().filter(|year| *year != 0).map(|year| -year)),
        }
    }
}

fn masked_years(digits: Digits<4>) -> impl DoubleEndedIterator<Item = i64> {
    (0..=9999_u32).filter(move |year| digits.matches(*year)).map(i64::from)
}

/// The days of one year that a month and a day part fit, in order.
fn days_of_year(year: i64, month: Part, day: Option<Part>) -> impl DoubleEndedIterator<Item = CivilDay> {
    (1..=12).filter(move |number| month.digits.matches(*number)).flat_map(move |month| {
        (1..=days_in_month(year, month))
            .filter(move |number| day.is_none_or(|day| day.digits.matches(*number)))
            .map(move |day| CivilDay { year, month, day })
    })
}

impl Date {
    /// The first and last day it can be; `None` when no day of the calendar fits.
    pub(super) fn days(&self) -> Option<(CivilDay, CivilDay)> {
        let (month, day) = match self.rest {
            Rest::Nothing => {
                let first = CivilDay {
                    year: self.year.candidates().next()?,
                    month: 1,
                    day: 1,
                };
                let last = CivilDay {
                    year: self.year.candidates().next_back()?,
                    month: 12,
                    day: 31,
                };
                return Some((first, last));
            }
            Rest::Season { season, .. } => {
                let first = season.first_day(self.year.candidates().next()?);
                let last = season.last_day(self.year.candidates().next_back()?);
                return Some((first, last));
            }
            Rest::Month(month) => (month, None),
            Rest::Day { month, day } => (month, Some(day)),
        };
        let first = self.year.candidates().find_map(|year| days_of_year(year, month, day).next())?;
        let last = self
            .year
            .candidates()
            .rev()
            .find_map(|year| days_of_year(year, month, day).next_back())?;
        Some((first, last))
    }

    pub(super) fn bounds(&self) -> Bounds {
        let days = self.days();
        Bounds {
            earliest: days.map(|(first, _)| Moment::from_civil(first)),
            latest: days.map(|(_, last)| Moment::end_of_civil(last)),
        }
    }
}

impl Clock {
    /// The first and last second it can be, counted from midnight of its date in UTC.
    fn seconds(self) -> (i64, i64) {
        let offset = i64::from(self.offset_minutes.unwrap_or(0)) * 60;
        let minute = i64::from(self.hour) * 3_600 + i64::from(self.minute) * 60 - offset;
        match self.second {
            Some(second) => (minute + i64::from(second), minute + i64::from(second)),
            None => (minute, minute + 59),
        }
    }
}

impl Point {
    pub(super) fn bounds(&self) -> Bounds {
        let date = self.date.bounds();
        let Some(clock) = self.clock else { return date };
        let (first, last) = clock.seconds();
        let midnight = date.earliest.map(|moment| moment.0);
        Bounds {
            earliest: midnight.map(|seconds| Moment(seconds.saturating_add(first))),
            latest: midnight.map(|seconds| Moment(seconds.saturating_add(last))),
        }
    }
}

impl End {
    pub(super) fn bounds(&self) -> Bounds {
        self.point().map_or(Bounds::NONE, Point::bounds)
    }
}

impl Item {
    pub(super) fn bounds(&self) -> Bounds {
        match self {
            Item::One(date) => date.bounds(),
            Item::Through(from, to) => Bounds {
                earliest: from.bounds().earliest,
                latest: to.bounds().latest,
            },
            Item::OrEarlier(to) => Bounds {
                earliest: None,
                latest: to.bounds().latest,
            },
            Item::OrLater(from) => Bounds {
                earliest: from.bounds().earliest,
                latest: None,
            },
        }
    }
}

impl Shape {
    /// The bounds of the start and of the end; both the same when it is no interval.
    pub(super) fn bounds(&self) -> (Bounds, Bounds) {
        let whole = match self {
            Shape::Interval(start, end) => return (start.bounds(), end.bounds()),
            Shape::Point(point) => point.bounds(),
            Shape::OneOf(items) | Shape::AllOf(items) => hull(items.iter().map(Item::bounds)),
        };
        (whole, whole)
    }
}

/// The smallest bounds around all; without bound on a side where any is.
fn hull(all: impl Iterator<Item = Bounds>) -> Bounds {
    all.reduce(|a, b| Bounds {
        earliest: a.earliest.zip(b.earliest).map(|(a, b)| a.min(b)),
        latest: a.latest.zip(b.latest).map(|(a, b)| a.max(b)),
    })
    .unwrap_or(Bounds::NONE)
}
