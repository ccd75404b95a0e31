//! What a number stands for among the words of a date: a year, a day, a count.

use super::{Bag, set};
use crate::dates::{
    lex::{Tok, Token},
    value::Unit,
};

/// A stroke without blanks on either side.
fn is_stroke(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(token), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    token.is(Tok::Link) && token.end - token.start == 1 && token.end == next.start && before.is_some_and(|before| before.end == token.start)
}

/// "April of 87": a filling word right before.
fn before_is_of(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.is(Tok::Fill))
}

impl Bag {
    pub(super) fn number(&mut self, value: i64, digits: u8, ordinal: bool, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        let is = |offset: usize, wanted: Tok| tokens.get(at + offset).is_some_and(|token| token.is(wanted));
        let unit_at = |offset: usize| {
            tokens.get(at + offset).and_then(|token| {
                token
                    .readings()
                    .iter()
                    .find_map(|tok| if let Tok::Unit(unit) = tok { Some(*unit) } else { None })
            })
        };
        let small = u32::try_from(value).ok();
        if is(1, Tok::YearMark) {
            return self.year_mark(value, digits, tokens, at);
        }
        // "5月底", "2025年底": the mark is part of the word for the end.
        let ends = |unit: Unit| (1..=2).find(|half| is(1, Tok::PartOf(unit, *half)));
        if let Some(half) = ends(Unit::Year).filter(|_| (1000..3000).contains(&value)) {
            self.part = Some(if half == 1 { 0 } else { 2 });
            return set(&mut self.year, i32::try_from(value).ok()?).then_some(2);
        }
        if let Some(half) = ends(Unit::Month).filter(|_| (1..=12).contains(&value)) {
            self.part = Some(if half == 1 { 0 } else { 2 });
            return set(&mut self.month, small?).then_some(2);
        }
        if is(1, Tok::MonthMark) && (1..=12).contains(&value) {
            return set(&mut self.month, small?).then_some(2);
        }
        if is(1, Tok::DayMark) && self.month.is_none() && self.this.is_none() && (is(2, Tok::Ago) || is(2, Tok::In) || is(2, Tok::Within)) {
            return self.counted(value, false, Unit::Day).then_some(2);
        }
        if is(1, Tok::DayMark) && (1..=31).contains(&value) {
            return set(&mut self.day, small?).then_some(2);
        }
        if let Some(unit) = unit_at(1).filter(|_| self.unit.is_none() || (ordinal && unit_at(1) == Some(Unit::Day))) {
            return self.counted(value, ordinal, unit).then_some(2);
        }
        if let Some(unit) = unit_at(2).filter(|_| ordinal && is(1, Tok::Fill) && self.unit.is_none()) {
            return self.counted(value, ordinal, unit).then_some(3);
        }
        let between = tokens.get(at + 1).and_then(|token| {
            token.readings().iter().find_map(|tok| {
                if let Tok::Rel(rel) | Tok::Near(rel) = tok {
                    Some(*rel)
                } else {
                    None
                }
            })
        });
        if let Some((rel, unit)) = between
            .zip(unit_at(2))
            .filter(|_| self.rel.is_none() && self.unit.is_none() && !ordinal)
        {
            self.rel = Some(rel);
            return self.counted(value, ordinal, unit).then_some(3);
        }
        // "the first Monday of March": which of the month's Mondays.
        let weekday_next = tokens
            .get(at + 1)
            .is_some_and(|token| token.readings().iter().any(|tok| matches!(tok, Tok::Weekday(_))));
        if ordinal && digits == 0 && weekday_next {
            return set(&mut self.ordinal, value).then_some(1);
        }
        // "20世纪80年代", "上世纪90年代": a decade of the century named.
        if self.unit == Some(Unit::Century) && unit_at(1) == Some(Unit::Decade) && value < 100 && value % 10 == 0 {
            return set(&mut self.decade, i32::try_from(value).ok()?).then_some(2);
        }
        if self.unit == Some(Unit::Decade) && self.count.is_none() && self.ordinal.is_none() && value % 10 == 0 && value < 100 {
            return set(&mut self.ordinal, value).then_some(1);
        }
        if self.unit == Some(Unit::Week) && self.ordinal.is_none() && self.rel.is_none() && (1..=53).contains(&value) && !ordinal {
            return set(&mut self.ordinal, value).then_some(1);
        }
        if digits == 4 && (1000..3000).contains(&value) {
            return set(&mut self.year, i32::try_from(value).ok()?).then_some(1);
        }
        if digits == 2
            && self.month.is_some()
            && self.year.is_none()
            && before_is_of(tokens, at)
            && !ordinal
            && (value > 31 || self.day.is_some())
        {
            return set(&mut self.year, i32::try_from(value).ok()? + if value < 50 { 2000 } else { 1900 }).then_some(1);
        }
        let of_month = (1..=3).any(|offset| {
            tokens
                .get(at + offset)
                .is_some_and(|token| token.readings().iter().any(|tok| matches!(tok, Tok::Month(_))))
                && (1..offset).all(|gap| is(gap, Tok::Fill) || (offset == 2 && is_stroke(tokens, at + gap)))
        });
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let alone = digits != 0 && (ordinal || before.is_some_and(|token| token.is(Tok::Fill)));
        let is_day =
            (1..=31).contains(&value) && (self.month.is_some() || of_month || (alone && self.count.is_none()) || self.weekday.is_some());
        if is_day && self.day.is_none() {
            return set(&mut self.day, small?).then_some(1);
        }
        None
    }

    fn counted(&mut self, value: i64, ordinal: bool, unit: Unit) -> bool {
        if ordinal && unit == Unit::Day && value > 0 {
            return u32::try_from(value).is_ok_and(|day| set(&mut self.day, day));
        }
        let is_ordinal = ordinal || unit == Unit::Century || (unit == Unit::Decade && value > 10);
        let slot = if is_ordinal { &mut self.ordinal } else { &mut self.count };
        set(slot, value) && set(&mut self.unit, unit)
    }

    fn year_mark(&mut self, value: i64, digits: u8, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        if let Some(base) = self.era {
            return set(&mut self.year, base + i32::try_from(value).ok()?).then_some(2);
        }
        if digits <= 2 && value < 100 {
            let counts = tokens
                .get(at + 2)
                .is_some_and(|token| token.is(Tok::Ago) || token.is(Tok::In) || token.is(Tok::Within));
            let follows = self.rel.is_some()
                || at
                    .checked_sub(1)
                    .and_then(|before| tokens.get(before))
                    .is_some_and(|token| token.is(Tok::Ago) || token.is(Tok::In) || token.is(Tok::Within));
            if counts || follows {
                return self.counted(value, false, Unit::Year).then_some(2);
            }
            let century = if value < 50 { 2000 } else { 1900 };
            return (digits == 2 && set(&mut self.year, century + i32::try_from(value).ok()?)).then_some(2);
        }
        (value < 3000 && set(&mut self.year, i32::try_from(value).ok()?)).then_some(2)
    }
}
