//! Gathers the words of one date, in whatever order the language puts them.

mod number;

use super::{
    lex::{Tok, Token},
    value::Unit,
};

/// What the words of one date say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Bag {
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
}

/// Reads a date from the tokens; gives it with the position after its last word.
pub(super) fn gather(tokens: &[Token<'_>], from: usize, typed: bool) -> Option<(Bag, usize)> {
    let mut bag = Bag::default();
    let mut at = from;
    let mut end = from;
    while let Some(token) = tokens.get(at) {
        match bag.take(tokens, at) {
            Some(used) => {
                at += used;
                end = at;
            }
            None if (token.is(Tok::Fill) || bag.joins(tokens, at)) && at - end < 2 => at += 1,
            None => break,
        }
    }
    // A unit alone means the present one only where nothing stands before it: "the year", but not "several days ago".
    let opens = typed && (from == 0 || tokens.get(from).is_some_and(|token| token.is(Tok::Fill)) && !token_has_unit(tokens, from));
    (end > from && bag != Bag::default() && (opens || !bag.is_bare_unit())).then_some((bag, end))
}

fn set<T>(slot: &mut Option<T>, value: T) -> bool {
    let free = slot.is_none();
    if free {
        *slot = Some(value);
    }
    free
}

/// "今四半期": this one of a unit, not the present moment.
fn token_has_unit(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|token| token.readings().iter().any(|tok| matches!(tok, Tok::Unit(_))))
}

fn is_month(token: &Token<'_>) -> bool {
    token
        .readings()
        .iter()
        .any(|tok| matches!(tok, Tok::Month(_) | Tok::Quarter(_) | Tok::Half(_)))
}

impl Bag {
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

    fn is_bare_unit(&self) -> bool {
        let Self { unit, count, part, .. } = *self;
        let only = Self {
            unit,
            count: None,
            part,
            ..Self::default()
        };
        *self == only && !(part.is_some() && unit.is_some()) && count.is_none()
    }

    /// Takes the token at `at`, and those that complete it; how many, or none if it does not belong here.
    fn take(&mut self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        let token = tokens.get(at)?;
        token.readings().iter().find_map(|reading| self.fits(*reading, tokens, at))
    }

    fn fits(&mut self, reading: Tok, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        let next = |offset: usize, wanted: Tok| tokens.get(at + offset).is_some_and(|token| token.is(wanted));
        let fits = match reading {
            Tok::Num { value, digits, ordinal } => return self.number(value, digits, ordinal, tokens, at),
            Tok::Ymd(year, month, day) => {
                if self.month.is_some() || (year.is_some() && self.year.is_some()) {
                    return None;
                }
                (self.year, self.month, self.day) = (year.or(self.year), month, day);
                true
            }
            Tok::Month(month) => !next(1, Tok::Unit(Unit::Day)) && set(&mut self.month, month),
            Tok::Weekday(day) => set(&mut self.weekday, day),
            Tok::Unit(unit) => set(&mut self.unit, unit),
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
            Tok::Now if token_has_unit(tokens, at + 1) => false,
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
            Tok::Approx if self.month.is_none() && self.unit.is_none() => {
                self.approx = true;
                true
            }
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
