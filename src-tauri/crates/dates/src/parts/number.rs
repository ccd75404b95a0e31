//! What a number stands for among the words of a date: a year, a day, a count.

use super::{Manner, Parts, set};
use crate::{
    lex::{Tok, Token, two_figure_year},
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

/// A word right before, such as that of "April of 87".
fn before_is(tokens: &[Token<'_>], at: usize, wanted: Tok) -> bool {
    at.checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.is(wanted))
}

/// Whether a comma stands before, with nothing but filling words between.
fn after_comma(tokens: &[Token<'_>], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    before.take_while(|token| token.is(Tok::Fill)).any(|token| token.is(Tok::Comma))
}

/// The unit a token names.
fn unit_of(token: Option<&Token<'_>>) -> Option<Unit> {
    token?
        .readings()
        .iter()
        .find_map(|tok| if let Tok::Unit(unit) = tok { Some(*unit) } else { None })
}

impl Parts {
    pub(super) fn number(
        &mut self,
        value: i64,
        digits: u8,
        ordinal: bool,
        tokens: &[Token<'_>],
        at: usize,
        manner: Manner,
    ) -> Option<usize> {
        let is = |offset: usize, wanted: Tok| tokens.get(at + offset).is_some_and(|token| token.is(wanted));
        let unit_at = |offset: usize| unit_of(tokens.get(at + offset));
        let small = u32::try_from(value).ok();
        if let Some(used) = self.counted_by_era(value, digits, tokens, at, manner) {
            return Some(used);
        }
        let fiscal = tokens.get(at + 1).and_then(|token| {
            token
                .readings()
                .iter()
                .find_map(|tok| if let Tok::FiscalMark(month) = tok { Some(*month) } else { None })
        });
        if let Some(month) = fiscal.filter(|_| digits == 4 && self.is_unnamed()) {
            self.year = i32::try_from(value).ok();
            return set(&mut self.fiscal, (month, None)).then_some(2);
        }
        if is(1, Tok::YearMark) {
            return self.year_mark(value, digits, tokens, at, manner);
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
        if ordinal && weekday_next {
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
        if digits == 4 && ((1000..3000).contains(&value) || manner.typed) {
            self.bare_year = self.bare_year || self.year.is_none();
            return set(&mut self.year, i32::try_from(value).ok()?).then_some(1);
        }
        let after_comma = after_comma(tokens, at);
        let follows_of = before_is(tokens, at, Tok::Fill) && !after_comma;
        if digits == 2 && self.month.is_some() && self.year.is_none() && follows_of && !ordinal && (value > 31 || self.day.is_some()) {
            return set(&mut self.year, two_figure_year(value)?).then_some(1);
        }
        let may_be = self.day.is_none() && self.is_day(value, digits, ordinal, tokens, at, manner);
        (may_be && set(&mut self.day, small?)).then_some(1)
    }

    /// Whether a number that nothing counts is the day of a month: "5 January", "Friday the 13th".
    fn is_day(&self, value: i64, digits: u8, ordinal: bool, tokens: &[Token<'_>], at: usize, manner: Manner) -> bool {
        let is = |offset: usize, wanted: Tok| tokens.get(at + offset).is_some_and(|token| token.is(wanted));
        let of_month = (1..=3).any(|offset| {
            tokens
                .get(at + offset)
                .is_some_and(|token| token.readings().iter().any(|tok| matches!(tok, Tok::Month(_))))
                && (1..offset).all(|gap| is(gap, Tok::Fill) || (offset == 2 && is_stroke(tokens, at + gap)))
        });
        let alone = digits != 0 && self.count.is_none() && self.year.is_none() && (ordinal || before_is(tokens, at, Tok::Fill));
        // "on Friday, two officials said", "in April, 10 ships": behind a comma a number counts what follows.
        let counts = manner.spaced && !manner.typed && after_comma(tokens, at) && (!ordinal || digits == 0);
        // "on Wednesday, the 10th of this year" is no tenth day.
        let of_other = ordinal && !of_month && !manner.typed && is(1, Tok::Fill) && !is(1, Tok::Comma);
        let counts = counts || (!manner.typed && digits == 0 && !ordinal && is(1, Tok::Other));
        let beside = !counts && !of_other && (self.month.is_some() || alone || (self.weekday.is_some() && (digits != 0 || ordinal)));
        let of_weekday = value > 10
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.readings().iter().any(|tok| matches!(tok, Tok::Weekday(_))));
        (1..=31).contains(&value) && (of_month || beside || of_weekday)
    }

    fn counted(&mut self, value: i64, ordinal: bool, unit: Unit) -> bool {
        if ordinal && unit == Unit::Day && value > 0 {
            return u32::try_from(value).is_ok_and(|day| set(&mut self.day, day));
        }
        let is_ordinal = ordinal || unit == Unit::Century || (unit == Unit::Decade && value > 10);
        let slot = if is_ordinal { &mut self.ordinal } else { &mut self.count };
        set(slot, value) && set(&mut self.unit, unit)
    }

    /// "昭和20年", "Reiwa 7", "44 BC", "서기 409년", "AD 409": the year of an era that is named.
    fn counted_by_era(&mut self, value: i64, digits: u8, tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<usize> {
        let year = i32::try_from(value).ok()?;
        let is = |offset: usize, wanted: Tok| tokens.get(at + offset).is_some_and(|token| token.is(wanted));
        let marked = usize::from(is(1, Tok::YearMark));
        let told = manner.spaced || marked == 1 || is(1, Tok::Open);
        if let Some(base) = self.era.filter(|_| self.year.is_none() && digits < 4 && told) {
            return set(&mut self.year, base.checked_add(year)?).then_some(1 + marked);
        }
        if self.bce.is_some() && self.year.is_none() && unit_of(tokens.get(at + 1)).is_none() && !is(1, Tok::MonthMark) {
            return set(&mut self.year, year).then_some(1 + marked);
        }
        let before = [true, false].into_iter().find(|before| is(1, Tok::Bce(*before)))?;
        // "in 2019 BC ministers": of four digits it is the province.
        let plausible = value > 0 && (digits < 4 || manner.typed || !before);
        (plausible && set(&mut self.bce, before) && set(&mut self.year, year)).then_some(2)
    }

    fn year_mark(&mut self, value: i64, digits: u8, tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<usize> {
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
            // "相隔36年": in a text, so many years, unless a month follows.
            let named = manner.typed
                || matches!(
                    tokens.get(at + 2).and_then(|token| token.readings().first()),
                    Some(Tok::Num { .. } | Tok::Month(_))
                );
            return (digits == 2 && named && set(&mut self.year, two_figure_year(value)?)).then_some(2);
        }
        // Three figures are of an era that is not named: "114年" in Taiwan.
        ((1000..10_000).contains(&value) && set(&mut self.year, i32::try_from(value).ok()?)).then_some(2)
    }
}
