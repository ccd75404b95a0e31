use super::calendar::span_seconds;
use super::shape::{Date, End, Qualifier, Rest, Shape};
use crate::moment::SECONDS_PER_DAY;

/// How far a qualified date is drawn beyond its bounds; it never changes what a filter finds.
///
/// The rule: `~` and `?` each pad by a quarter of the length of the finest part they stand on, `%` by half; a day
/// counts as four (so that the padding can be seen), a month as 30, a year as 365. `2026-01~` is drawn a week wider
/// on each side. A part with masked or missing digits has the length of its bounds: `201X~` pads by 2½ years.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Padding {
    pub before_seconds: i64,
    pub after_seconds: i64,
}

const DAY_PART: i64 = 4 * SECONDS_PER_DAY;
const MONTH_PART: i64 = 30 * SECONDS_PER_DAY;
const YEAR_PART: i64 = 365 * SECONDS_PER_DAY;

impl Shape {
    pub(super) fn padding(&self) -> Padding {
        let of_end = |end: &End| end.point().map_or(0, |point| point.date.padding_seconds());
        match self {
            Shape::Interval(start, end) => Padding {
                before_seconds: of_end(start),
                after_seconds: of_end(end),
            },
            Shape::Point(_) | Shape::OneOf(_) | Shape::AllOf(_) => {
                let widest = self.dates().into_iter().map(Date::padding_seconds).max().unwrap_or(0);
                Padding {
                    before_seconds: widest,
                    after_seconds: widest,
                }
            }
        }
    }
}

impl Date {
    fn padding_seconds(&self) -> i64 {
        let (qualifier, length) = self.finest_qualified();
        let quarters = i64::from(qualifier.uncertain) + i64::from(qualifier.approximate);
        length / 4 * quarters
    }

    /// The qualifier of the finest part that has one, and the length of that part in seconds.
    fn finest_qualified(&self) -> (Qualifier, i64) {
        let whole = span_seconds(self.bounds());
        let year_length = if self.rest == Rest::Nothing { whole } else { YEAR_PART };
        let mut parts = vec![(self.year_qualifier, year_length)];
        match self.rest {
            Rest::Nothing => {}
            Rest::Season { qualifier, .. } => parts.push((qualifier, whole)),
            Rest::Month(month) => parts.push((month.qualifier, whole)),
            Rest::Day { month, day } => {
                parts.push((month.qualifier, MONTH_PART));
                parts.push((day.qualifier, whole.max(DAY_PART)));
            }
        }
        let finest = parts.into_iter().rev().find(|(qualifier, _)| qualifier.any());
        finest.unwrap_or((Qualifier::default(), 0))
    }
}
