//! Phrases of a form of their own: the week of a date, so long from a date, longer ago than.

use super::{Parser, Phrase};
use crate::dates::{
    Tense,
    bag::Bag,
    lex::Tok,
    resolve::Seen,
    value::{self, Unit, Value},
};
use chrono::NaiveDate;

impl Parser<'_> {
    /// "the week of 4 February", "the week beginning February 4".
    pub(super) fn week_of(&self, at: usize) -> Option<Phrase> {
        let from = at + usize::from(self.is(at, Tok::Fill));
        if !self.is(from, Tok::WeekOf) {
            return None;
        }
        let (bag, end) = self.bag(from + 1)?;
        let Value::Day(day) = self.seen.resolve(&bag)? else { return None };
        Some(Phrase {
            edtf: value::unit_at(day, 0, Unit::Week)?.edtf(),
            end,
        })
    }

    /// "for three days from Monday", "3 days starting on Monday".
    pub(super) fn lasting(&self, at: usize) -> Option<Phrase> {
        let told = self.is(at, Tok::For);
        let (bag, mut end) = self.bag(at + usize::from(told))?;
        let (count, unit) = bag.count.zip(bag.unit)?;
        while told && self.is(end, Tok::Fill) {
            end += 1;
        }
        let starts = self.is(end, Tok::Starting) || (told && self.is(end, Tok::Since));
        let only = Bag {
            count: Some(count),
            unit: Some(unit),
            ..Bag::default()
        };
        if !starts || bag != only {
            return None;
        }
        let (anchor, end) = self.bag(end + 1)?;
        let first = Seen {
            tense: Tense::Future,
            ..self.seen
        }
        .resolve(&anchor)?
        .first()?;
        let last = value::shift_days(value::shift(first, count, unit)?, -1)?;
        Some(Phrase {
            edtf: Value::Span(first, last).edtf(),
            end,
        })
    }

    /// "more than two weeks ago", "more than 2 days before yesterday": any time up to then.
    pub(super) fn farther(&self, at: usize) -> Option<Phrase> {
        if !self.is(at, Tok::MoreThan) {
            return None;
        }
        let near = self.distance(at + 1)?;
        let day = near.edtf.trim_end_matches('~').parse::<NaiveDate>().ok()?;
        (day < self.seen.from).then(|| Phrase {
            edtf: format!("../{day}"),
            end: near.end,
        })
    }
}
