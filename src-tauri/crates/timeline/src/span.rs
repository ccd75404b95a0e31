use domain::Moment;

/// The seconds a date leaves open for its start and its end; a side without bound is `None`.
///
/// A date that is no interval has the same bounds for both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    pub start_earliest: Option<Moment>,
    pub start_latest: Option<Moment>,
    pub end_earliest: Option<Moment>,
    pub end_latest: Option<Moment>,
}

/// Stands for "no bound before" and "no bound after" in the columns.
pub(crate) const OPEN_BEFORE: i64 = i64::MIN;
pub(crate) const OPEN_AFTER: i64 = i64::MAX;

/// Where a day stands among its seconds, and its last one.
const NOON: i64 = 43_199;
const LAST_OF_DAY: i64 = 86_399;

/// A span as stored: four ordered seconds, with the two constants above for open sides, and the second its node stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stored {
    pub start_earliest: i64,
    pub start_latest: i64,
    pub end_earliest: i64,
    pub end_latest: i64,
    pub anchor: i64,
}

impl Span {
    /// The bounds of a date that is no interval.
    pub fn instant(earliest: Option<Moment>, latest: Option<Moment>) -> Self {
        Self {
            start_earliest: earliest,
            start_latest: latest,
            end_earliest: earliest,
            end_latest: latest,
        }
    }

    /// The stored form; `None` when no side is bounded, which is the same as having no date.
    pub(crate) fn stored(&self, interval: bool) -> Option<Stored> {
        let known = [self.start_earliest, self.start_latest, self.end_earliest, self.end_latest];
        if known.iter().all(Option::is_none) {
            return None;
        }
        let seconds = |moment: Option<Moment>, open: i64| moment.map_or(open, |moment| clamp(moment.0));
        let start_earliest = seconds(self.start_earliest, OPEN_BEFORE);
        let end_latest = seconds(self.end_latest, OPEN_AFTER).max(start_earliest);
        // An end that may lie before the start (2026-01/2026-01) leaves no second that is certainly inside.
        let start_latest = seconds(
            self.start_latest,
            if self.start_earliest.is_some() { end_latest } else { OPEN_BEFORE },
        );
        let end_earliest = seconds(
            self.end_earliest,
            if self.end_latest.is_some() { start_earliest } else { OPEN_AFTER },
        );
        let start_latest = start_latest.clamp(start_earliest, end_latest);
        let end_earliest = end_earliest.clamp(start_earliest, end_latest);
        let stored = Stored {
            start_earliest,
            start_latest,
            end_earliest,
            end_latest,
            anchor: 0,
        };
        Some(Stored {
            anchor: stored.anchor(interval),
            ..stored
        })
    }
}

impl Stored {
    /// An interval stands on its start, anything else in the middle of what its date leaves open; beside an open side, on the
    /// noon of the first or last day it may be: with what happens on that day, neither before nor after it.
    fn anchor(&self, interval: bool) -> i64 {
        let whole = (self.start_earliest, self.end_latest);
        let sides = [(self.start_earliest, self.start_latest), (self.end_earliest, self.end_latest)];
        let order = if interval {
            [sides[0], sides[1], whole]
        } else {
            [whole, sides[0], sides[1]]
        };
        let bounded = |&(from, to): &(i64, i64)| from != OPEN_BEFORE && to != OPEN_AFTER;
        if let Some((from, to)) = order.into_iter().find(bounded) {
            return from + (to - from) / 2;
        }
        let sides = [
            (self.start_earliest, NOON),
            (self.end_latest, NOON - LAST_OF_DAY),
            (self.start_latest, 0),
            (self.end_earliest, 0),
        ];
        let known = sides.into_iter().find(|&(second, _)| second != OPEN_BEFORE && second != OPEN_AFTER);
        known.map_or(0, |(second, inwards)| second + inwards)
    }

    /// Seconds from the first to the last it may touch; `None` when a side is open.
    pub(crate) fn length(&self) -> Option<i64> {
        let bounded = self.start_earliest != OPEN_BEFORE && self.end_latest != OPEN_AFTER;
        bounded.then(|| self.end_latest - self.start_earliest)
    }
}

/// Keeps a second far enough from the ends of `i64` that sums and differences of two never overflow.
pub(crate) fn clamp(second: i64) -> i64 {
    const FAR: i64 = 1 << 61;
    second.clamp(-FAR, FAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Option<Moment> {
        Some(Moment(second))
    }

    #[test]
    fn a_day_stands_on_its_noon_and_an_interval_on_its_start() {
        let day = Span::instant(at(0), at(86_399));
        assert_eq!(day.stored(false).unwrap().anchor, 43_199);
        let stay = Span {
            start_earliest: at(0),
            start_latest: at(100),
            end_earliest: at(1_000),
            end_latest: at(1_100),
        };
        assert_eq!(stay.stored(true).unwrap().anchor, 50);
    }

    #[test]
    fn an_open_side_stands_on_the_bound_that_is_known() {
        let by_a_day = Span::instant(None, at(86_399)).stored(false).unwrap();
        assert_eq!(
            (by_a_day.anchor, by_a_day.start_earliest, by_a_day.end_latest),
            (43_199, OPEN_BEFORE, 86_399)
        );
        let from_a_day = Span::instant(at(0), None).stored(false).unwrap();
        assert_eq!((from_a_day.anchor, from_a_day.end_latest), (43_199, OPEN_AFTER));
        let since = Span {
            start_earliest: at(10),
            start_latest: at(20),
            end_earliest: None,
            end_latest: None,
        };
        let since = since.stored(true).unwrap();
        assert_eq!((since.anchor, since.end_earliest, since.end_latest), (15, OPEN_AFTER, OPEN_AFTER));
        let until = Span {
            start_earliest: None,
            start_latest: None,
            end_earliest: at(10),
            end_latest: at(20),
        };
        assert_eq!(until.stored(true).unwrap().anchor, 15);
        assert_eq!(Span::instant(None, None).stored(false), None);
    }

    #[test]
    fn extremes_and_reversed_bounds_stay_ordered() {
        for (from, to) in [(i64::MIN, i64::MAX), (i64::MAX, i64::MIN), (5, -5)] {
            let stored = Span::instant(at(from), at(to)).stored(false).unwrap();
            assert!(stored.start_earliest <= stored.anchor && stored.anchor <= stored.end_latest);
            assert!(stored.length().unwrap() >= 0);
        }
    }
}
