//! Two dates or more: "5 to 7 January", "between 2024 and 2026", "5 or 6 January", "January and March".

use super::{Parser, Phrase};
use crate::{
    Tense,
    lex::Tok,
    parts::Parts,
    resolve::Viewpoint,
    value::{Date, Unit, Value, WINTER},
};

impl Parser<'_> {
    /// "A to B", "between A and B", "A부터 B까지".
    pub(super) fn range(&self, at: usize) -> Option<Phrase> {
        let opened = self.is(at, Tok::Start) || self.is(at, Tok::Since);
        let from = at + usize::from(opened);
        let (first, link) = self
            .parts(from)
            .or_else(|| self.bare_number(from))
            .or_else(|| self.bare_part(from))?;
        let joint = self.one_of(link, [Tok::Link, Tok::And, Tok::Slash])?;
        if first.count.is_some() && first.rel.is_none() && first.unit.is_some() {
            return None;
        }
        if let Some((winter, end)) = self.winter(&first, link) {
            let lasts = self.is(at, Tok::Since);
            return Phrase::of(if lasts { winter.since() } else { winter.alone() }, end);
        }
        if let Some(years) = self.short_year(&first, link) {
            return Some(years);
        }
        let named = self.parts(link + 1);
        let is_bare = named.is_none();
        let (second, mut end) = named.or_else(|| self.bare_number(link + 1))?;
        // Two dates told together are two, unless "between" stands before or behind them.
        let said = self.is(at, Tok::Between);
        let behind = self.is(end, Tok::Between);
        let skips = (joint == Tok::Slash && !self.manner.typed) || (joint == Tok::And && !opened && !behind);
        // "3-2": a score.
        let score = !self.manner.typed && !opened && first.is_bare_day() && is_bare;
        let years = !self.manner.typed && !opened && first.is_bare_year() && second.is_bare_year();
        // "23-2020-September": a day goes to no month.
        let uneven = first.is_bare_day() && second.day.is_none();
        if skips || score || uneven || (years && !(are_plausible(&first) && are_plausible(&second))) {
            return None;
        }
        end += usize::from(behind);
        let parts_of_one = first.part.is_some() && second.part.is_some() && same_whole(&first, &second);
        let (first, second) = inherit(first, second);
        let (start, finish) = self.ends(&first, &second)?;
        end += usize::from(self.is(end, Tok::Until));
        let within = said || behind || parts_of_one;
        Phrase::of(if within { start.within(finish) } else { start.interval(finish) }, end)
    }

    /// "5 or 6 January" is one of them, "5 and 7 January" all of them.
    pub(super) fn list(&self, at: usize) -> Option<Phrase> {
        let (first, mut end) = self.parts(at).or_else(|| self.bare_number(at))?;
        let joint = self.one_of(end, [Tok::Or, Tok::And])?;
        let mut all = vec![first];
        while self.is(end, joint) {
            // "on 5 January and 12 ships": what is counted is no day.
            let counts = |end: usize| !self.manner.typed && self.is(end, Tok::Other) && !self.is(end, Tok::Sign);
            let bare = || self.bare_number(end + 1).filter(|(_, end)| !counts(*end));
            let Some((next, after)) = self.parts(end + 1).or_else(bare) else {
                break;
            };
            all.push(next);
            end = after;
        }
        for index in (1..all.len()).rev() {
            if let Some([.., first, second]) = all.get_mut(..=index) {
                (*first, *second) = inherit(*first, *second);
            }
        }
        let alike = all.windows(2).all(|pair| matches!(pair, [a, b] if a.names_as_much_as(b)));
        let bare = all.iter().any(Parts::is_bare_day) || all.iter().any(Parts::is_bare_year) && !self.manner.typed && !self.opens_year(at);
        if all.len() < 2 || bare || !(alike || self.manner.typed) {
            return None;
        }
        let members: Option<Vec<String>> = all.iter().map(|parts| self.date(parts)?.member()).collect();
        let (open, close) = if joint == Tok::Or { ('[', ']') } else { ('{', '}') };
        Phrase::of(members.map(|members| format!("{open}{}{close}", members.join(","))), end)
    }

    /// "1997-98", "2024/25": the second year without its century.
    fn short_year(&self, first: &Parts, link: usize) -> Option<Phrase> {
        let only = Parts {
            year: first.year,
            bare_year: first.bare_year,
            approx: first.approx,
            uncertain: first.uncertain,
            ..Parts::default()
        };
        let (mark, number) = (self.tokens.get(link)?, self.tokens.get(link + 1)?);
        let tight = mark.end == number.start && !self.is(link, Tok::And);
        let year = first.year.filter(|_| *first == only && tight)?;
        let short = number.readings().iter().find_map(|tok| match tok {
            Tok::Num {
                value,
                digits: 2,
                ordinal: false,
            } => i32::try_from(*value).ok(),
            _ => None,
        })?;
        let later = year - year.rem_euclid(100) + short;
        // "2005–08" may be a month too.
        if later <= year || (self.manner.typed && short <= 12) {
            return None;
        }
        let end = link + 2;
        let mark = usize::from(self.is(end, Tok::YearMark));
        let season = self
            .parts(end + mark)
            .filter(|(parts, _)| parts.season == Some(WINTER) && later == year + 1);
        if let Some((winter, end)) = season {
            let winter = Parts {
                year: Some(year),
                ..winter
            };
            return Phrase::of(self.date(&winter)?.alone(), end);
        }
        let start = self.date(first)?;
        Phrase::of(start.interval(Date::from(Value::Year(later))), end + mark)
    }

    /// "winter 2025–26", "2025~2026년 겨울": one season named by both its years.
    fn winter(&self, first: &Parts, link: usize) -> Option<(Date, usize)> {
        let (before, mark, next) = (
            self.tokens.get(link.checked_sub(1)?)?,
            self.tokens.get(link)?,
            self.tokens.get(link + 1)?,
        );
        let year = first.year.filter(|_| before.end == mark.start && mark.end == next.start)?;
        let names_next = |tok: &Tok| match *tok {
            Tok::Num { value, digits: 4, .. } => value == i64::from(year) + 1,
            Tok::Num { value, digits: 2, .. } => value == (i64::from(year) + 1).rem_euclid(100),
            _ => false,
        };
        if first.season == Some(WINTER) && next.readings().iter().any(names_next) {
            return Some((self.date(first)?, link + 2));
        }
        let (second, end) = self.parts(link + 1)?;
        let winter = Parts {
            year: Some(year),
            ..second
        };
        let one = first.season.is_none() && second.season == Some(WINTER) && second.year == Some(year + 1);
        one.then(|| Some((self.date(&winter)?, end))).flatten()
    }

    fn bare_number(&self, at: usize) -> Option<(Parts, usize)> {
        let mut at = at;
        while self.is(at, Tok::Fill) {
            at += 1;
        }
        let number = self.tokens.get(at)?.readings().iter().find_map(|tok| {
            if let Tok::Num { value, digits, ordinal } = tok {
                Some((*value, *digits > 0 || *ordinal))
            } else {
                None
            }
        })?;
        let day = u32::try_from(number.0).ok().filter(|day| (1..=31).contains(day) && number.1)?;
        // "February 3-7, 2025".
        let year = self
            .is(at + 1, Tok::Comma)
            .then(|| self.parts(at + 2))
            .flatten()
            .filter(|(parts, _)| parts.is_bare_year());
        let parts = Parts {
            day: Some(day),
            year: year.and_then(|(parts, _)| parts.year),
            ..Parts::default()
        };
        Some((parts, year.map_or(at + 1, |(_, end)| end)))
    }

    /// "early" of "early to mid January".
    fn bare_part(&self, at: usize) -> Option<(Parts, usize)> {
        let part = [0, 1, 2].into_iter().find(|part| self.is(at, Tok::Part(*part)))?;
        let parts = Parts {
            part: Some(part),
            ..Parts::default()
        };
        Some((parts, at + 1))
    }

    fn ends(&self, first: &Parts, second: &Parts) -> Option<(Date, Date)> {
        let start = self.date(first)?;
        let after = Viewpoint {
            from: start.value.first()?,
            tense: Tense::Future,
            ..self.view
        };
        let loose = second.year.is_none()
            && (second.month.is_some() || second.day.is_some() || (second.weekday.is_some() && second.rel.is_none()))
            && second.this.is_none()
            && second.rel.is_none();
        let finish = if loose { after.date(second)? } else { self.date(second)? };
        if start.value.first()? <= finish.value.first()? {
            return Some((start, finish));
        }
        // "November to 5 February 2017": the first lies in the year before.
        let Some(year) = first.year.filter(|_| first.month > second.month) else {
            return self.manner.typed.then_some((start, finish));
        };
        let earlier = Parts {
            year: Some(year - 1),
            ..*first
        };
        Some((self.date(&earlier)?, finish))
    }
}

/// Years that figures without a word may mean.
fn are_plausible(parts: &Parts) -> bool {
    parts.year.is_some_and(|year| (1800..2100).contains(&year))
}

/// Whether both are parts of the same: "early to mid January".
fn same_whole(first: &Parts, second: &Parts) -> bool {
    let whole = |parts: &Parts| Parts { part: None, ..*parts };
    whole(first) == whole(second) || whole(first) == Parts::default()
}

/// What one end of a range leaves out, the other says.
fn inherit(mut first: Parts, mut second: Parts) -> (Parts, Parts) {
    if first.part.is_some()
        && first
            == (Parts {
                part: first.part,
                ..Parts::default()
            })
    {
        first = Parts {
            part: first.part,
            ..second
        };
    }
    if first.year.is_none() && first.this.is_none() && first.rel.is_none() && first.from_today.is_none() && second.year.is_some() {
        first.year = second.year;
    }
    if second.month.is_none() && second.day.is_some() && second.this.is_none() {
        (second.month, second.year, second.this) = (first.month, second.year.or(first.year), first.this);
    }
    if first.month.is_none() && first.day.is_some() && first.year == second.year && first.this.is_none() {
        first.month = second.month;
        (first.rel, first.this) = (second.rel.or(first.rel), second.this);
        if second.month.is_none() && second.unit == Some(Unit::Month) {
            first.unit = second.unit;
        }
    }
    if second.year.is_none() && first.year.is_some() && second.month.is_some() && second.month >= first.month {
        second.year = first.year;
    }
    (first, second)
}
