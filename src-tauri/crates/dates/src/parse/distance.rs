//! Distances from today or from another date.

use super::{Parser, Phrase};
use crate::{
    Tense,
    lex::Tok,
    parts::Parts,
    resolve::Viewpoint,
    value::{self, Date, Unit, Value},
};
use chrono::NaiveDate;

/// A day reached by counting: exact in days and weeks, about then in what is longer.
fn counted(day: NaiveDate, approximate: bool, end: usize) -> Option<Phrase> {
    let date = Date {
        approximate,
        ..Date::from(Value::Day(day))
    };
    Phrase::of(date.alone(), end)
}

impl Parser<'_> {
    /// "tomorrow", "오늘부터 3주": told from today by a word for a day.
    pub(super) fn distance_from_day(&self, at: usize) -> Option<Phrase> {
        let told = self.parts(at).is_some_and(|(parts, _)| parts.from_today.is_some());
        told.then(|| self.distance(at)).flatten()
    }

    /// "two months ago", "in three weeks", "3 days from Tuesday", "2주 전".
    pub(super) fn distance(&self, at: usize) -> Option<Phrase> {
        if let Some(summed) = self.summed(at) {
            return Some(summed);
        }
        let (ahead, back) = (self.is(at, Tok::In) || self.is(at, Tok::Within), self.is(at, Tok::Ago));
        let from = at + usize::from(ahead || back);
        let (mut parts, end) = self.parts(from)?;
        let base = value::shift_days(self.view.from, parts.from_today.unwrap_or(0))?;
        if parts.from_today.is_some() && parts.count.is_none() {
            return self.beyond_day(parts, base, end);
        }
        let anchored = parts.from_today.take().is_some();
        // "半年前": half a year needs no number.
        let half = parts.unit == Some(Unit::Half) && (self.is(end, Tok::Ago) || self.is(end, Tok::In));
        let (count, unit) = parts.count.or(half.then_some(1)).zip(parts.unit)?;
        // "within the next ten months".
        if parts.rel.is_some_and(|rel| rel > 0) && self.is(at, Tok::Within) {
            return Phrase::of(self.date(&parts)?.alone(), end);
        }
        if parts.rel.is_some()
            || parts.near.is_some()
            || parts.ordinal.is_some()
            || parts.month.is_some()
            || parts.year.is_some()
            || parts.weekday.is_some()
        {
            return None;
        }
        if let Some(anchored) = self.anchored(count, unit, end) {
            return Some(anchored);
        }
        let within = self.is(at, Tok::Within) || self.is(end, Tok::Within);
        // "two days after", with nothing behind it.
        let later = within || self.is(end, Tok::In) || self.is(end, Tok::After);
        if let Some(part) = parts.part.filter(|_| !ahead && !back) {
            let day = value::shift(self.view.from, if part == 3 { -count } else { count }, unit)?;
            return (part >= 3).then(|| counted(day, parts.approx, end)).flatten();
        }
        let (sign, end) = match (back || self.is(end, Tok::Ago), ahead || later) {
            (true, _) => (-1, end + usize::from(self.is(end, Tok::Ago) && !back)),
            (_, true) => (1, end + usize::from(later && !ahead)),
            _ if anchored => (1, end),
            _ => return None,
        };
        let day = value::shift(base, sign * count, unit)?;
        if within && sign > 0 {
            return Phrase::of(Date::from(Value::Span(base, day)).alone(), end);
        }
        let exact = matches!(unit, Unit::Day | Unit::Week);
        counted(day, !exact || parts.approx, end)
    }

    /// "two weeks and two days ago".
    pub(super) fn summed(&self, at: usize) -> Option<Phrase> {
        let (first, link) = self.parts(at)?;
        let (count, unit) = first.count.zip(first.unit)?;
        let (second, end) = (self.is(link, Tok::Link) || self.is(link, Tok::And))
            .then(|| self.parts(link + 1))
            .flatten()?;
        let (more, small) = second.count.zip(second.unit)?;
        let plain = |parts: &Parts| parts.rel.is_none() && parts.month.is_none() && parts.year.is_none();
        if !self.is(end, Tok::Ago) || !plain(&first) || !plain(&second) {
            return None;
        }
        let day = value::shift(value::shift(self.view.from, -count, unit)?, -more, small)?;
        counted(day, false, end + 1)
    }

    /// "今日から2日後", "내일부터 3주": so far from a day named.
    pub(super) fn beyond_day(&self, parts: Parts, base: NaiveDate, at: usize) -> Option<Phrase> {
        let linked = self.is(at, Tok::Since) || self.is(at, Tok::OrAfter);
        if !linked || parts.part.is_some() {
            return None;
        }
        let (far, end) = self.parts(at + 1)?;
        let (count, unit) = far.count.zip(far.unit)?;
        let only = Parts {
            count: Some(count),
            unit: Some(unit),
            ..Parts::default()
        };
        if far != only {
            return None;
        }
        let day = value::shift(base, if self.is(end, Tok::Ago) { -count } else { count }, unit)?;
        let post = usize::from(self.is(end, Tok::Ago) || self.is(end, Tok::In));
        counted(day, false, end + post)
    }

    pub(super) fn anchored(&self, count: i64, unit: Unit, at: usize) -> Option<Phrase> {
        let sign = match () {
            () if self.is(at, Tok::After) || self.is(at, Tok::Since) || self.is(at, Tok::Start) => 1,
            () if self.is(at, Tok::Before) => -1,
            () => return None,
        };
        let mut anchor = self.parts_after(at + 1)?;
        if anchor.0.weekday.is_some() && sign > 0 && anchor.0.rel.is_none() {
            anchor.0.near = Some(1);
        }
        let ahead = Viewpoint {
            tense: Tense::Future,
            ..self.view
        };
        let day = value::shift(ahead.resolve(&anchor.0)?.first()?, sign * count, unit)?;
        counted(day, false, anchor.1)
    }
}
