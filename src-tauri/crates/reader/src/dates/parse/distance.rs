//! Distances from today or from another date.

use super::{Parser, Phrase};
use crate::dates::{
    Tense,
    bag::Bag,
    lex::Tok,
    resolve::Seen,
    value::{self, Unit},
};
use chrono::NaiveDate;

impl Parser<'_> {
    /// "two months ago", "in three weeks", "3 days from Tuesday", "2주 전".
    pub(super) fn distance(&self, at: usize) -> Option<Phrase> {
        if let Some(summed) = self.summed(at) {
            return Some(summed);
        }
        let (ahead, back) = (self.is(at, Tok::In) || self.is(at, Tok::Within), self.is(at, Tok::Ago));
        let from = at + usize::from(ahead || back);
        let (mut bag, end) = self.bag(from)?;
        let base = value::shift_days(self.seen.from, bag.from_today.unwrap_or(0))?;
        if bag.from_today.is_some() && bag.count.is_none() {
            return self.beyond_day(bag, base, end);
        }
        let anchored = bag.from_today.take().is_some();
        // "半年前": half a year needs no number.
        let half = bag.unit == Some(Unit::Half) && (self.is(end, Tok::Ago) || self.is(end, Tok::In));
        let (count, unit) = bag.count.or(half.then_some(1)).zip(bag.unit)?;
        if bag.rel.is_some()
            || bag.near.is_some()
            || bag.ordinal.is_some()
            || bag.month.is_some()
            || bag.year.is_some()
            || bag.weekday.is_some()
        {
            return None;
        }
        if let Some(anchored) = self.anchored(count, unit, end) {
            return Some(anchored);
        }
        let within = self.is(at, Tok::Within) || self.is(end, Tok::Within);
        // "two days after", with nothing behind it.
        let later = within || self.is(end, Tok::In) || self.is(end, Tok::After);
        if let Some(part) = bag.part.filter(|_| !ahead && !back) {
            let day = value::shift(self.seen.from, if part == 3 { -count } else { count }, unit)?;
            return (part >= 3).then(|| Phrase {
                edtf: day.to_string(),
                end,
            });
        }
        let (sign, end) = match (back || self.is(end, Tok::Ago), ahead || later) {
            (true, _) => (-1, end + usize::from(self.is(end, Tok::Ago) && !back)),
            (_, true) => (1, end + usize::from(later && !ahead)),
            _ if anchored => (1, end),
            _ => return None,
        };
        let day = value::shift(base, sign * count, unit)?;
        if within && sign > 0 {
            return Some(Phrase {
                edtf: value::Value::Span(base, day).edtf(),
                end,
            });
        }
        let exact = matches!(unit, Unit::Day | Unit::Week);
        Some(Phrase {
            edtf: if exact && !bag.approx { day.to_string() } else { format!("{day}~") },
            end,
        })
    }

    /// "two weeks and two days ago".
    pub(super) fn summed(&self, at: usize) -> Option<Phrase> {
        let (first, link) = self.bag(at)?;
        let (count, unit) = first.count.zip(first.unit)?;
        let (second, end) = (self.is(link, Tok::Link) || self.is(link, Tok::And))
            .then(|| self.bag(link + 1))
            .flatten()?;
        let (more, small) = second.count.zip(second.unit)?;
        let plain = |bag: &Bag| bag.rel.is_none() && bag.month.is_none() && bag.year.is_none();
        if !self.is(end, Tok::Ago) || !plain(&first) || !plain(&second) {
            return None;
        }
        let day = value::shift(value::shift(self.seen.from, -count, unit)?, -more, small)?;
        Some(Phrase {
            edtf: day.to_string(),
            end: end + 1,
        })
    }

    /// "今日から2日後", "내일부터 3주": so far from a day named.
    pub(super) fn beyond_day(&self, bag: Bag, base: NaiveDate, at: usize) -> Option<Phrase> {
        let linked = self.is(at, Tok::Since) || self.is(at, Tok::OrAfter);
        if !linked || bag.part.is_some() {
            return None;
        }
        let (far, end) = self.bag(at + 1)?;
        let (count, unit) = far.count.zip(far.unit)?;
        let only = Bag {
            count: Some(count),
            unit: Some(unit),
            ..Bag::default()
        };
        if far != only {
            return None;
        }
        let day = value::shift(base, if self.is(end, Tok::Ago) { -count } else { count }, unit)?;
        let post = usize::from(self.is(end, Tok::Ago) || self.is(end, Tok::In));
        Some(Phrase {
            edtf: day.to_string(),
            end: end + post,
        })
    }

    pub(super) fn anchored(&self, count: i64, unit: Unit, at: usize) -> Option<Phrase> {
        let sign = match () {
            () if self.is(at, Tok::After) || self.is(at, Tok::Since) || self.is(at, Tok::Start) => 1,
            () if self.is(at, Tok::Before) => -1,
            () => return None,
        };
        let mut anchor = self
            .bag(at + 1)
            .or_else(|| self.is(at + 1, Tok::Fill).then(|| self.bag(at + 2)).flatten())?;
        if anchor.0.weekday.is_some() && sign > 0 && anchor.0.rel.is_none() {
            anchor.0.near = Some(1);
        }
        let ahead = Seen {
            tense: Tense::Future,
            ..self.seen
        };
        let day = value::shift(ahead.resolve(&anchor.0)?.first()?, sign * count, unit)?;
        Some(Phrase {
            edtf: day.to_string(),
            end: anchor.1,
        })
    }
}
