//! Phrases of a form of their own: the week of a date, so long from a date, longer ago than.

use super::{Parser, Phrase};
use crate::{
    Tense,
    lex::Tok,
    parts::Parts,
    resolve::Viewpoint,
    value::{self, Date, Unit, Value},
};
use chrono::NaiveDate;

impl Parser<'_> {
    /// "the week of 4 February", "the week beginning February 4".
    pub(super) fn week_of(&self, at: usize) -> Option<Phrase> {
        let from = at + usize::from(self.is(at, Tok::Fill));
        if !self.is(from, Tok::WeekOf) {
            return None;
        }
        let (parts, end) = self.parts(from + 1)?;
        let Value::Day(day) = self.view.resolve(&parts)? else { return None };
        Phrase::of(Date::from(value::unit_at(day, 0, Unit::Week)?).alone(), end)
    }

    /// "for three days from Monday", "3 days starting on Monday".
    pub(super) fn lasting(&self, at: usize) -> Option<Phrase> {
        let told = self.is(at, Tok::For);
        let (parts, mut end) = self.parts(at + usize::from(told))?;
        let (count, unit) = parts.count.zip(parts.unit)?;
        while told && self.is(end, Tok::Fill) {
            end += 1;
        }
        let starts = self.is(end, Tok::Starting) || (told && self.is(end, Tok::Since));
        let only = Parts {
            count: Some(count),
            unit: Some(unit),
            ..Parts::default()
        };
        if !starts || parts != only {
            return None;
        }
        let (anchor, end) = self.parts(end + 1)?;
        let first = Viewpoint {
            tense: Tense::Future,
            ..self.view
        }
        .resolve(&anchor)?
        .first()?;
        let last = value::shift_days(value::shift(first, count, unit)?, -1)?;
        Phrase::of(Date::from(Value::Day(first)).interval(Date::from(Value::Day(last))), end)
    }

    /// "more than two weeks ago", "more than 2 days before yesterday": any time up to then.
    pub(super) fn farther(&self, at: usize) -> Option<Phrase> {
        if !self.is(at, Tok::MoreThan) {
            return None;
        }
        let near = self.distance(at + 1)?;
        let day = near.edtf.trim_end_matches('~').parse::<NaiveDate>().ok()?;
        let up_to = || Date::from(Value::Day(day)).up_to();
        (day < self.view.from).then(|| Phrase::of(up_to(), near.end)).flatten()
    }
}
