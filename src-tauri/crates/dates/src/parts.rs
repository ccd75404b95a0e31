//! Gathers the words of one date, in whatever order the language puts them.

mod brackets;
mod number;
mod said;

use crate::{
    lex::{Tok, Token},
    value::Unit,
};

/// What the words of one date say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Parts {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    pub weekday: Option<u32>,
    pub rel: Option<i64>,
    pub near: Option<i64>,
    pub unit: Option<Unit>,
    pub count: Option<i64>,
    pub ordinal: Option<i64>,
    pub this: Option<(Unit, i64)>,
    pub from_today: Option<i64>,
    pub season: Option<u32>,
    pub part: Option<u8>,
    pub quarter: Option<u32>,
    pub half: Option<u32>,
    pub half_of: Option<(Unit, u8)>,
    pub era: Option<i32>,
    pub now: bool,
    pub to_date: bool,
    pub easter: bool,
    pub decade: Option<i32>,
    pub approx: bool,
    pub uncertain: bool,
    /// Before the common era (true) or of it.
    pub bce: Option<bool>,
    pub clock: Option<(u32, u32, Option<u32>)>,
    /// The month a fiscal year begins in, and how many from the present one where it is told so.
    pub fiscal: Option<(u32, Option<i64>)>,
    /// Whether the year is a figure of four digits and no word says that it is one.
    pub bare_year: bool,
}

/// How the words are taken.
#[derive(Clone, Copy)]
pub(crate) struct Manner {
    /// Whether the text is nothing but a date.
    pub typed: bool,
    /// Whether the words that open or qualify a date stand before it and never behind.
    pub spaced: bool,
}

/// Reads a date from the tokens; gives it with the position after its last word.
pub(crate) fn gather(tokens: &[Token<'_>], from: usize, manner: Manner) -> Option<(Parts, usize)> {
    let mut parts = Parts::default();
    let mut at = from;
    let mut end = from;
    while let Some(token) = tokens.get(at) {
        match parts.take(tokens, at, manner) {
            Some(used) => {
                at += used;
                end = at;
            }
            None if (token.is(Tok::Fill) || parts.joins(tokens, at)) && at - end < 2 => at += 1,
            None => break,
        }
    }
    // A unit alone means the present one only where nothing stands before it: "the year", but not "several days ago".
    let opens = manner.typed && (from == 0 || tokens.get(from).is_some_and(|token| token.is(Tok::Fill)) && !token_has_unit(tokens, from));
    let named = Parts {
        approx: false,
        uncertain: false,
        bce: None,
        ..parts
    };
    (end > from && named != Parts::default() && (opens || !named.is_bare_unit()) && parts.has_its_era())
        .then_some((parts.in_common_era(), end))
}

fn set<T>(slot: &mut Option<T>, value: T) -> bool {
    let free = slot.is_none();
    if free {
        *slot = Some(value);
    }
    free
}

fn token_has_unit(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|token| token.readings().iter().any(|tok| matches!(tok, Tok::Unit(_))))
}

/// "今四半期", "今夏": this one of its kind, not the present moment.
fn names_kind(tokens: &[Token<'_>], at: usize) -> bool {
    let kind = |tok: &Tok| {
        matches!(
            tok,
            Tok::Unit(_) | Tok::Season(_) | Tok::Quarter(_) | Tok::Half(_) | Tok::Weekday(_)
        )
    };
    tokens.get(at).is_some_and(|token| token.readings().iter().any(kind))
}

/// Whether a word is joined to the one before and to no other word behind.
fn is_suffix(tokens: &[Token<'_>], at: usize) -> bool {
    let pair = |first: usize| tokens.get(first).zip(tokens.get(first + 1));
    let touching = |(first, second): (&Token<'_>, &Token<'_>)| first.end == second.start;
    let joined = at.checked_sub(1).and_then(pair).is_some_and(touching);
    joined && !pair(at).is_some_and(|pair| touching(pair) && pair.1.is(Tok::Other) && !pair.1.is(Tok::Sign))
}

/// Whether a date ends here, for another to follow or none.
fn ends_date(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        [Tok::Link, Tok::And, Tok::Or, Tok::Uncertain, Tok::Slash]
            .iter()
            .any(|tok| token.is(*tok))
    })
}

fn is_month(token: &Token<'_>) -> bool {
    token
        .readings()
        .iter()
        .any(|tok| matches!(tok, Tok::Month(_) | Tok::Quarter(_) | Tok::Half(_)))
}

impl Parts {
    /// A stroke inside a date ("23-Sep-2020", "2017-Q1"), or "in" before its year.
    fn joins(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let (Some(token), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else {
            return false;
        };
        let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
            return false;
        };
        let year_next = next.readings().iter().any(|tok| matches!(tok, Tok::Num { digits: 4, .. }));
        if token.is(Tok::In) && self.month.is_some() && self.year.is_none() && year_next {
            return true;
        }
        let tight = before.end == token.start && token.end == next.start && token.end - token.start == 1;
        let day_next = next.readings().iter().any(|tok| matches!(tok, Tok::Num { digits: 1..=2, .. }))
            && self.month.is_some()
            && self.year.is_some()
            && self.day.is_none();
        let inside = day_next || is_month(before) != is_month(next) || (self.month.is_some() && self.year.is_none() && year_next);
        token.is(Tok::Link) && tight && inside
    }

    /// Takes the token at `at`, and those that complete it; how many, or none if it does not belong here.
    fn take(&mut self, tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<usize> {
        let token = tokens.get(at)?;
        token.readings().iter().find_map(|reading| self.fits(*reading, tokens, at, manner))
    }

    fn fits(&mut self, reading: Tok, tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<usize> {
        let next = |offset: usize, wanted: Tok| tokens.get(at + offset).is_some_and(|token| token.is(wanted));
        let fits = match reading {
            Tok::Num { value, digits, ordinal } => return self.number(value, digits, ordinal, tokens, at, manner),
            Tok::Open => return self.brackets(tokens, at, manner),
            Tok::Ymd(year, month, day) => {
                if self.month.is_some() || (year.is_some() && self.year.is_some()) {
                    return None;
                }
                (self.year, self.month, self.day) = (year.or(self.year), month, day);
                true
            }
            Tok::Month(month) => !next(1, Tok::Unit(Unit::Day)) && set(&mut self.month, month),
            Tok::Weekday(day) => set(&mut self.weekday, day),
            // "the first quarter of the year".
            Tok::Unit(Unit::Year) if matches!(self.unit, Some(Unit::Quarter | Unit::Half)) && self.ordinal.is_some() => {
                set(&mut self.this, (Unit::Year, 0))
            }
            Tok::Unit(unit) => set(&mut self.unit, unit),
            Tok::DayPart => manner.typed && !self.is_unnamed(),
            // "possibly in March".
            Tok::In => self.is_unnamed() && (self.approx || self.uncertain) && next(0, Tok::Year),
            Tok::Rel(rel)
                if self.unit.is_some()
                    && self.this.is_none()
                    && (next(1, Tok::Unit(Unit::Year)) || next(1, Tok::Unit(Unit::Month)) && self.unit == Some(Unit::Week)) =>
            {
                let unit = if next(1, Tok::Unit(Unit::Year)) { Unit::Year } else { Unit::Month };
                self.this = Some((unit, rel));
                return Some(2);
            }
            // "2주 전": behind a count these words say how far, not which.
            Tok::Rel(_)
                if self.count.is_some()
                    && tokens
                        .get(at)
                        .is_some_and(|token| token.is(Tok::Ago) || token.is(Tok::In) || token.is(Tok::Within)) =>
            {
                false
            }
            // "1월 8일 전": before that day.
            Tok::Rel(_) if self.month.or(self.day).is_some() && next(0, Tok::Ago) => false,
            // "ce mois-ci" says it twice, "ce vendredi à venir" which of two.
            Tok::Rel(rel) if self.rel == Some(rel) => true,
            Tok::Rel(rel) if self.rel == Some(0) && self.weekday.is_some() => {
                self.rel = None;
                set(&mut self.near, rel)
            }
            Tok::Rel(rel) => self.belongs(tokens, at) && set(&mut self.rel, rel),
            Tok::Near(near) => set(&mut self.near, near),
            // "하루 전": a day counted, not today.
            Tok::Day(_) if next(1, Tok::Ago) && tokens.get(at)?.readings().iter().any(|tok| matches!(tok, Tok::Days(_))) => false,
            Tok::Day(days) => set(&mut self.from_today, days),
            Tok::Days(days) => self.unit.is_none() && set(&mut self.count, days) && set(&mut self.unit, Unit::Day),
            Tok::This(unit, count) => set(&mut self.this, (unit, count)),
            Tok::Season(season) => set(&mut self.season, season),
            Tok::Part(part) => set(&mut self.part, part),
            Tok::Quarter(quarter) => set(&mut self.quarter, quarter),
            Tok::Half(half) => set(&mut self.half, half),
            Tok::Decade(year) => set(&mut self.decade, year),
            Tok::PartOf(Unit::Month | Unit::Year, part) if self.this.is_some() || self.month.is_some() || self.year.is_some() => {
                set(&mut self.part, if part == 1 { 0 } else { 2 })
            }
            Tok::PartOf(unit, part) => set(&mut self.half_of, (unit, part)),
            Tok::Era(base) => set(&mut self.era, base),
            Tok::Fixed(month, day) => set(&mut self.month, month) && set(&mut self.day, day),
            Tok::Now if names_kind(tokens, at + 1) => false,
            Tok::Now => {
                self.now = true;
                true
            }
            Tok::Easter => {
                self.easter = true;
                true
            }
            Tok::ToDate => {
                self.to_date = true;
                true
            }
            Tok::Approx if manner.typed || self.is_unnamed() => {
                self.approx = true;
                true
            }
            // "11월경", but not "3월 경제".
            Tok::ApproxBehind if !self.is_unnamed() && (manner.typed || is_suffix(tokens, at)) => {
                self.approx = true;
                true
            }
            Tok::Tilde if manner.typed && (self.is_unnamed() || ends_date(tokens, at + 1)) => {
                self.approx = true;
                true
            }
            Tok::Doubtful if manner.typed => {
                (self.approx, self.uncertain) = (true, true);
                true
            }
            Tok::Uncertain if manner.typed || self.is_unnamed() => {
                self.uncertain = true;
                true
            }
            Tok::Clock(hour, minute, second) => manner.typed && set(&mut self.clock, (hour, minute, second)),
            Tok::Bce(before) => {
                let number = |token: &Token<'_>| token.readings().iter().any(|tok| matches!(tok, Tok::Num { .. }));
                let opens = self.year.is_none() && tokens.get(at + 1).is_some_and(number);
                (opens || self.unit == Some(Unit::Century)) && set(&mut self.bce, before)
            }
            Tok::FiscalAway(month, away) => set(&mut self.fiscal, (month, Some(away))),
            // "주체115(2026)년": the mark behind the bracket.
            Tok::YearMark => self.era.is_some() && self.year.is_some() && self.month.is_none(),
            _ => false,
        };
        fits.then_some(1)
    }

    /// "next" and "last" belong to a date only beside a unit, a weekday, a month, a season or a number.
    fn belongs(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let dated = |token: &Token<'_>| {
            token.is(Tok::Easter)
                || token.readings().iter().any(|tok| {
                    matches!(
                        tok,
                        Tok::Unit(_)
                            | Tok::Weekday(_)
                            | Tok::Month(_)
                            | Tok::Season(_)
                            | Tok::Num { .. }
                            | Tok::Quarter(_)
                            | Tok::YearMark
                            | Tok::Part(_)
                            | Tok::Ymd(..)
                            | Tok::Days(_)
                            | Tok::Fixed(..)
                    )
                })
        };
        tokens.get(at + 1).is_some_and(dated)
            || (tokens.get(at + 1).is_some_and(|token| token.is(Tok::Fill)) && tokens.get(at + 2).is_some_and(dated))
            || at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| {
                dated(token) && (self.unit.is_some() || self.weekday.is_some() || self.month.is_some() || self.season.is_some())
            })
    }
}
