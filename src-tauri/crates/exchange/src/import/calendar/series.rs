//! The occurrences of an event: those of its rules and further dates, without those that are taken out.

use chrono::{Months, NaiveDate, TimeDelta};
use domain::incoming::Problem;
use std::collections::BTreeMap;

use super::components::Component;
use super::rule::Rule;
use super::times::{Stamp, Time, span};

/// An endless rule is followed so far past today.
const HORIZON: Months = Months::new(24);

/// So many occurrences of one event at most.
const MOST: usize = 1_000;

/// What all occurrences of one event say together, in bytes: one with a long text may have fewer of them.
const LONGEST: usize = 16 << 20;

/// Each time once, and how long it lasts where that is its own.
pub(super) type Occurrences = BTreeMap<Time, Option<TimeDelta>>;

pub(super) struct Series {
    pub occurrences: Occurrences,
    /// Property, value and what is wrong with it.
    pub faults: Vec<(&'static str, String, Problem)>,
}

/// Whether an event happens more than once.
pub(super) fn is_series(component: &Component) -> bool {
    ["RRULE", "RDATE"].iter().any(|name| !component.values(name).is_empty())
}

pub(super) fn of(component: &Component, start: &Stamp, today: NaiveDate) -> Series {
    let mut series = Series {
        occurrences: Occurrences::from([(start.time, None)]),
        faults: Vec::new(),
    };
    series.add_rules(component, start, today);
    series.add_dates(component, start);
    series.take_out(component, start);
    let said: usize = component.values("DESCRIPTION").iter().map(|property| property.value.len()).sum();
    let most = MOST.min(LONGEST / said.max(1)).max(1);
    if series.occurrences.len() > most {
        series
            .faults
            .push(("RRULE", format!("more than {most} times"), Problem::RuleNotFollowed));
        series.occurrences = std::mem::take(&mut series.occurrences).into_iter().take(most).collect();
    }
    series
}

impl Series {
    fn add_rules(&mut self, component: &Component, start: &Stamp, today: NaiveDate) {
        let rules = component.values("RRULE");
        let excluded = component.values("EXRULE");
        if let Some(rule) = excluded.first() {
            self.faults.push(("EXRULE", rule.value.clone(), Problem::RuleNotFollowed));
            return;
        }
        let Some(horizon) = today.checked_add_months(HORIZON) else { return };
        for rule in rules {
            match Rule::parse(&rule.value, start) {
                Some(rule) => {
                    let times = rule.times(start.time, horizon, MOST + 1);
                    self.occurrences.extend(times.into_iter().map(|time| (time, None)));
                }
                None => self.faults.push(("RRULE", rule.value.clone(), Problem::RuleNotFollowed)),
            }
        }
    }

    fn add_dates(&mut self, component: &Component, start: &Stamp) {
        for property in component.values("RDATE") {
            for value in property.value.split(',').filter(|value| !value.trim().is_empty()) {
                let (first, rest) = value.split_once('/').map_or((value, None), |(first, rest)| (first, Some(rest)));
                let Some(first) = Stamp::read(first, property) else {
                    self.faults.push(("RDATE", value.to_owned(), Problem::DateUnread));
                    continue;
                };
                let length = rest.and_then(|rest| {
                    span(rest.trim()).or_else(|| Some(Stamp::read(rest, property)?.within(&first).clock() - first.time.clock()))
                });
                self.occurrences
                    .insert(first.within(start), length.filter(|length| *length >= TimeDelta::zero()));
            }
        }
    }

    fn take_out(&mut self, component: &Component, start: &Stamp) {
        for property in component.values("EXDATE") {
            for value in property.value.split(',').filter(|value| !value.trim().is_empty()) {
                match Stamp::read(value, property) {
                    Some(stamp) => {
                        self.occurrences.remove(&stamp.within(start));
                    }
                    None => self.faults.push(("EXDATE", value.to_owned(), Problem::DateUnread)),
                }
            }
        }
    }
}
