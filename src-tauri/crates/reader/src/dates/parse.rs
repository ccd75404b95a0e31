//! Phrases made of dates: ranges, open ends, distances from today or from another date.

mod distance;
mod special;

use super::{
    FoundDate, Tense,
    bag::{self, Bag},
    lex::{Tok, Token, Vocabulary},
    resolve::Seen,
    value::{Unit, Value},
};
use chrono::NaiveDate;

/// What a phrase comes to.
struct Phrase {
    edtf: String,
    end: usize,
}

/// From where and which way dates are seen, and whether the text is nothing but a date.
#[derive(Clone, Copy)]
pub(super) struct Looking {
    pub reference: NaiveDate,
    pub tense: Tense,
    pub typed: bool,
}

/// The dates in a text, left to right, none inside another.
pub(super) fn find(text: &str, vocabulary: &Vocabulary, tokens: &[Token<'_>], looking: Looking) -> Vec<FoundDate> {
    let Looking { reference, tense, typed } = looking;
    let parser = Parser {
        tokens,
        seen: Seen {
            from: reference,
            tense,
            last_is_latest: vocabulary.last_is_latest,
        },
        typed,
        spaced: vocabulary.spaced,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is(Tok::Other) || !parser.may_begin(at) || (!typed && (is_common_word(text, token) || parser.is_mere_number(at))) {
            at += 1;
            continue;
        }
        let phrase = parser.phrase(at);
        let end = phrase.as_ref().map_or(at, |phrase| phrase.end);
        let last = end.checked_sub(1).and_then(|last| tokens.get(last));
        let date = phrase.zip(last).and_then(|(phrase, last)| {
            let written = text.get(token.start..last.end)?;
            Some(FoundDate {
                start: token.start,
                end: last.end,
                when: super::dated(&phrase.edtf, written)?,
            })
        });
        match date {
            Some(date) => {
                found.push(date);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// "may", "march", "second", "sun" in small letters are other words in running text.
fn is_common_word(text: &str, token: &Token<'_>) -> bool {
    matches!(
        text.get(token.start..token.end),
        Some("may" | "march" | "sat" | "mar" | "dec" | "fall" | "second" | "mars" | "back")
    )
}

struct Parser<'a> {
    tokens: &'a [Token<'a>],
    seen: Seen,
    typed: bool,
    /// Whether the words that open a date stand before it and never behind.
    spaced: bool,
}

impl Parser<'_> {
    fn is(&self, at: usize, wanted: Tok) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(wanted))
    }

    /// "a 25 percent tariff": in running text a number in figures alone is no day.
    fn is_mere_number(&self, at: usize) -> bool {
        let mut from = at;
        while self.is(from, Tok::Fill) || self.is(from, Tok::Approx) {
            from += 1;
        }
        let figures = |tok: &Tok| {
            matches!(
                tok,
                Tok::Num {
                    digits: 1..,
                    ordinal: false,
                    ..
                }
            )
        };
        let is_number = self.tokens.get(from).is_some_and(|token| token.readings().iter().any(figures));
        is_number
            && self.bag(at).is_some_and(|(bag, end)| {
                end == from + 1
                    && bag
                        == Bag {
                            day: bag.day,
                            approx: bag.approx,
                            ..Bag::default()
                        }
            })
    }

    /// Whether a word that names a time stands here or close behind.
    fn may_begin(&self, at: usize) -> bool {
        let near = self.tokens.get(at..).unwrap_or_default().iter().take(6);
        near.take_while(|token| !token.is(Tok::Other))
            .any(|token| token.readings().iter().any(|tok| names_time(*tok)))
    }

    fn bag(&self, at: usize) -> Option<(Bag, usize)> {
        bag::gather(self.tokens, at, self.typed)
    }

    fn phrase(&self, at: usize) -> Option<Phrase> {
        if let Some(special) = self.week_of(at).or_else(|| self.lasting(at)).or_else(|| self.farther(at)) {
            return Some(special);
        }
        let approximate = self.is(at, Tok::Approx);
        let from = at + usize::from(approximate);
        let phrase = self
            .distance(from)
            .filter(|_| self.bag(from).is_some_and(|(bag, _)| bag.from_today.is_some()))
            .or_else(|| self.range(from))
            .or_else(|| self.distance(from))
            .or_else(|| self.open(from))
            .or_else(|| self.single(from))?;
        let qualified = approximate && !phrase.edtf.contains(['/', '~', '[']);
        Some(Phrase {
            edtf: if qualified { format!("{}~", phrase.edtf) } else { phrase.edtf },
            ..phrase
        })
    }

    fn single(&self, at: usize) -> Option<Phrase> {
        let (bag, end) = self.bag(at)?;
        let value = self.seen.resolve(&bag)?;
        if let Some(open) = self.open_after(&bag, value, end) {
            return Some(open);
        }
        Some(Phrase { edtf: value.edtf(), end })
    }

    /// "A to B", "between A and B", "A부터 B까지".
    fn range(&self, at: usize) -> Option<Phrase> {
        let opened = self.is(at, Tok::Start) || self.is(at, Tok::Since);
        let from = at + usize::from(opened);
        let (first, link) = self.bag(from).or_else(|| self.bare_number(from))?;
        if !(self.is(link, Tok::Link) || self.is(link, Tok::And)) || first.count.is_some() && first.rel.is_none() && first.unit.is_some() {
            return None;
        }
        if let Some(years) = self.short_year(&first, link) {
            return Some(years);
        }
        let (second, mut end) = self.bag(link + 1).or_else(|| self.bare_number(link + 1))?;
        // Two dates told together are two, unless "between" stands before or behind them.
        let between = self.is(end, Tok::Between);
        if self.is(link, Tok::And) && !opened && !between {
            return None;
        }
        end += usize::from(between);
        let (first, second) = inherit(first, second);
        let (start, finish) = self.ends(&first, &second)?;
        if self.is(end, Tok::Until) {
            end += 1;
        }
        Some(Phrase {
            edtf: format!("{}/{}", start.written(true), finish.written(false)),
            end,
        })
    }

    /// "1997-98": the second year without its century.
    fn short_year(&self, first: &Bag, link: usize) -> Option<Phrase> {
        let only = Bag {
            year: first.year,
            ..Bag::default()
        };
        let (mark, number) = (self.tokens.get(link)?, self.tokens.get(link + 1)?);
        let tight = mark.end == number.start && !self.is(link, Tok::And);
        let year = first.year.filter(|_| *first == only && tight)?;
        let short = number.readings().iter().find_map(|tok| match tok {
            Tok::Num { value, digits: 2, .. } => i32::try_from(*value).ok(),
            _ => None,
        })?;
        let later = year - year.rem_euclid(100) + short;
        (later > year).then(|| Phrase {
            edtf: format!("{year:04}/{later:04}"),
            end: link + 2,
        })
    }

    fn bare_number(&self, at: usize) -> Option<(Bag, usize)> {
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
        Some((
            Bag {
                day: Some(day),
                ..Bag::default()
            },
            at + 1,
        ))
    }

    fn ends(&self, first: &Bag, second: &Bag) -> Option<(Value, Value)> {
        let start = self.seen.resolve(first)?;
        let after = Seen {
            from: start.first()?,
            tense: Tense::Future,
            ..self.seen
        };
        let loose = second.year.is_none()
            && (second.month.is_some() || second.day.is_some() || (second.weekday.is_some() && second.rel.is_none()))
            && second.this.is_none()
            && second.rel.is_none();
        let finish = if loose {
            after.resolve(second)?
        } else {
            self.seen.resolve(second)?
        };
        if start.first()? <= finish.first()? {
            return Some((start, finish));
        }
        // "November to 5 February 2017": the first lies in the year before.
        let year = first.year.filter(|_| first.month > second.month)?;
        let earlier = Bag {
            year: Some(year - 1),
            ..*first
        };
        Some((self.seen.resolve(&earlier)?, finish))
    }

    /// "since June", "before 2015", "by the end of the month".
    fn open(&self, at: usize) -> Option<Phrase> {
        let token = self.tokens.get(at)?;
        let edge = [Tok::Since, Tok::Until, Tok::Before, Tok::After]
            .into_iter()
            .find(|edge| token.is(*edge))?;
        let (bag, end) = self
            .bag(at + 1)
            .or_else(|| self.is(at + 1, Tok::Fill).then(|| self.bag(at + 2)).flatten())?;
        let value = self.seen.resolve(&bag)?;
        Some(Phrase {
            edtf: open_edtf(up_to(edge, &bag), value)?,
            end,
        })
    }

    /// The same with the word behind: "8월부터", "2018年之后", "2012 or later".
    fn open_after(&self, bag: &Bag, value: Value, at: usize) -> Option<Phrase> {
        let at = at + usize::from(self.is(at, Tok::Fill) && !self.is(at, Tok::Until));
        let token = self.tokens.get(at)?;
        let edge = [
            Tok::OrAfter,
            Tok::OrBefore,
            Tok::Since,
            Tok::Until,
            Tok::Before,
            Tok::After,
            Tok::Ago,
            Tok::In,
        ]
        .into_iter()
        .find(|edge| token.is(*edge))?;
        // In English these words stand before their date; here they would begin the next one.
        let behind = matches!(edge, Tok::OrAfter | Tok::OrBefore) || !self.spaced;
        let edge = match edge {
            Tok::Ago => up_to(Tok::Before, bag),
            Tok::In => Tok::After,
            other => up_to(other, bag),
        };
        behind.then_some(())?;
        Some(Phrase {
            edtf: open_edtf(edge, value)?,
            end: at + 1,
        })
    }
}

/// Whether a word is more than one that opens, joins or fills a date.
fn names_time(tok: Tok) -> bool {
    !matches!(
        tok,
        Tok::Fill
            | Tok::And
            | Tok::Link
            | Tok::In
            | Tok::Within
            | Tok::Ago
            | Tok::Since
            | Tok::Until
            | Tok::Before
            | Tok::After
            | Tok::OrAfter
            | Tok::OrBefore
            | Tok::Start
            | Tok::Between
            | Tok::Approx
            | Tok::MoreThan
            | Tok::For
            | Tok::Starting
            | Tok::Other
    )
}

/// "before the end of 2027" leaves out nothing of 2027: the end is the bound.
fn up_to(edge: Tok, bag: &Bag) -> Tok {
    let ends = bag.part == Some(2) || matches!(bag.half_of, Some((_, 2)));
    if edge == Tok::Before && ends { Tok::Until } else { edge }
}

fn open_edtf(edge: Tok, value: Value) -> Option<String> {
    Some(match edge {
        Tok::Since | Tok::OrAfter => format!("{}/..", value.written(true)),
        Tok::After => format!("{}/..", value.after()?.written(true)),
        Tok::Before => format!("../{}", value.before()?.written(false)),
        _ => format!("../{}", value.written(false)),
    })
}

/// What one end of a range leaves out, the other says.
fn inherit(mut first: Bag, mut second: Bag) -> (Bag, Bag) {
    if first.year.is_none() && first.this.is_none() && first.rel.is_none() && second.year.is_some() {
        first.year = second.year;
    }
    if second.year.is_none() && second.month.is_none() && second.day.is_some() && second.this.is_none() {
        (second.month, second.year, second.this) = (first.month, first.year, first.this);
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
