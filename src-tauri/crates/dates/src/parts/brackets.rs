//! What stands in brackets behind a date: its weekday, or its year by another count.

use super::{Manner, Parts, gather};
use crate::lex::{Tok, Token};

impl Parts {
    /// "1월 5일(월)", "令和7年(2025年)", "(uncertain)"; how many tokens, or none where it says something else.
    pub(super) fn brackets(&mut self, tokens: &[Token<'_>], at: usize, manner: Manner) -> Option<usize> {
        let short = tokens.get(at + 1).and_then(|token| {
            token
                .readings()
                .iter()
                .find_map(|tok| if let Tok::ShortWeekday(day) = tok { Some(*day) } else { None })
        });
        let closes = |at: usize| tokens.get(at).is_some_and(|token| token.is(Tok::Close));
        if let Some(weekday) = short.filter(|_| closes(at + 2)) {
            self.weekday = Some(weekday);
            return Some(3);
        }
        if manner.typed && closes(at + 2) && tokens.get(at + 1).is_some_and(|token| token.is(Tok::Uncertain)) {
            self.uncertain = true;
            return Some(3);
        }
        let (inner, end) = gather(tokens, at + 1, Manner { typed: true, ..manner }).filter(|(_, end)| closes(*end))?;
        let weekday = Self {
            weekday: inner.weekday,
            ..Self::default()
        };
        let year = Self {
            year: inner.year,
            era: inner.era,
            bare_year: inner.bare_year,
            ..Self::default()
        };
        // "Friday this week (15 June)".
        let date = Self {
            month: inner.month,
            day: inner.day,
            ..Self::default()
        };
        if inner == date && inner.day.is_some() && inner.month.is_some() && self.month.is_none() && self.day.is_none() {
            (self.month, self.day, self.this, self.rel) = (inner.month, inner.day, None, None);
            return Some(end + 1 - at);
        }
        match (inner == weekday, inner == year && inner.year == self.year) {
            (true, _) if self.weekday.is_none() => self.weekday = inner.weekday,
            (_, true) => self.bare_year = false,
            _ => return None,
        }
        Some(end + 1 - at)
    }
}
