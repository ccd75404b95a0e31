//! Phrases made of dates: ranges, lists, open ends, distances from today or from another date.

mod distance;
mod joined;
mod special;

use crate::{
    Tense,
    lex::{Tok, Token, Vocabulary},
    parts::{self, Manner, Parts},
    resolve::Viewpoint,
    value::Date,
};
use chrono::NaiveDate;

/// What a phrase comes to, and the position after its last token.
pub(crate) struct Phrase {
    pub edtf: String,
    pub end: usize,
}

impl Phrase {
    fn of(edtf: Option<String>, end: usize) -> Option<Self> {
        edtf.map(|edtf| Self { edtf, end })
    }
}

/// Reads the phrases of one list of tokens.
pub(crate) struct Parser<'a> {
    tokens: &'a [Token<'a>],
    view: Viewpoint,
    pub manner: Manner,
}

impl<'a> Parser<'a> {
    /// `typed` where the text is nothing but a date.
    pub fn new(vocabulary: &Vocabulary, tokens: &'a [Token<'a>], reference: NaiveDate, tense: Tense, typed: bool) -> Self {
        Self {
            tokens,
            view: Viewpoint {
                from: reference,
                tense,
                last_is_latest: vocabulary.last_is_latest,
            },
            manner: Manner {
                typed,
                spaced: vocabulary.spaced,
            },
        }
    }

    /// The ways to read the phrase that begins at a token, the likeliest first.
    pub fn readings(&self, at: usize) -> impl Iterator<Item = Phrase> + '_ {
        let ways: [fn(&Self, usize) -> Option<Phrase>; 9] = [
            Self::week_of,
            Self::lasting,
            Self::farther,
            Self::distance_from_day,
            Self::range,
            Self::list,
            Self::distance,
            Self::open,
            Self::single,
        ];
        ways.into_iter().filter_map(move |way| way(self, at))
    }

    fn is(&self, at: usize, wanted: Tok) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(wanted))
    }

    /// The first of several words that a token may be.
    fn one_of<const N: usize>(&self, at: usize, wanted: [Tok; N]) -> Option<Tok> {
        wanted.into_iter().find(|tok| self.is(at, *tok))
    }

    pub fn parts(&self, at: usize) -> Option<(Parts, usize)> {
        parts::gather(self.tokens, at, self.manner)
    }

    /// The same, a filling word before it left out.
    fn parts_after(&self, at: usize) -> Option<(Parts, usize)> {
        self.parts(at)
            .or_else(|| self.is(at, Tok::Fill).then(|| self.parts(at + 1)).flatten())
    }

    /// The date that parts name, with what is said of how sure it is.
    fn date(&self, parts: &Parts) -> Option<Date> {
        (!self.manner.typed || parts.names_one_date())
            .then(|| self.view.date(parts))
            .flatten()
    }

    fn single(&self, at: usize) -> Option<Phrase> {
        let (parts, end) = self.parts(at)?;
        let date = self.date(&parts)?;
        if let Some(open) = self.open_after(&parts, date, end) {
            return Some(open);
        }
        let sure = self.manner.typed || !parts.is_bare_year() || self.opens_year(at);
        sure.then(|| Phrase::of(date.alone(), end)).flatten()
    }

    /// Whether the word before makes a figure a year: "in 1950", but not "Resolution 1929" or "sent 1950 soldiers".
    fn opens_year(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        self.is(at, Tok::Year) || before.is_some_and(|before| self.is(before, Tok::Year))
    }

    /// "since June", "before 2015", "by the end of the month".
    fn open(&self, at: usize) -> Option<Phrase> {
        let edge = self.one_of(at, [Tok::By, Tok::NotBefore, Tok::Since, Tok::Until, Tok::Before, Tok::After])?;
        let (parts, mut end) = self.parts_after(at + 1)?;
        // "by 2000 soldiers".
        if edge == Tok::By && !self.manner.typed && parts.is_bare_year() && self.is(end, Tok::Other) && !self.is(end, Tok::Sign) {
            return None;
        }
        let again = self.is(end, Tok::Onwards) || (!self.manner.spaced && self.is(end, Tok::Since));
        if edge == Tok::Since && again {
            end += 1;
        }
        Phrase::of(open_edtf(edge, &parts, self.date(&parts)?), end)
    }

    /// The same with the word behind: "8월부터", "2018年之后", "2012 or later".
    fn open_after(&self, parts: &Parts, date: Date, at: usize) -> Option<Phrase> {
        let at = at + usize::from(self.is(at, Tok::Fill) && !self.is(at, Tok::Until));
        // In English most of these words stand before their date; here they would begin the next one.
        let edge = self.one_of(at, [Tok::OrAfter, Tok::OrBefore, Tok::Onwards]).or_else(|| {
            let behind = [Tok::Since, Tok::Until, Tok::Before, Tok::After, Tok::Ago, Tok::In];
            self.one_of(at, behind).filter(|_| !self.manner.spaced)
        })?;
        Phrase::of(open_edtf(edge, parts, date), at + 1)
    }
}

/// One date before, after or up to another, or what lasts since or until then.
fn open_edtf(edge: Tok, parts: &Parts, date: Date) -> Option<String> {
    // "before the end of 2027" leaves out nothing of 2027: the end is the bound.
    let ends = parts.part == Some(2) || matches!(parts.half_of, Some((_, 2)));
    match edge {
        Tok::Since | Tok::Onwards => date.since(),
        Tok::Until => date.until(),
        Tok::OrAfter | Tok::NotBefore => date.not_before(),
        Tok::After | Tok::In => date.after(),
        Tok::Before | Tok::Ago if !ends => date.before(),
        _ => date.up_to(),
    }
}
