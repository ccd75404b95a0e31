//! Patterns of standing ties, as `english.toml` writes them.

use domain::tie::{Sign, TieKind};
use serde::Deserialize;

/// A `[[tie]]` of the lexicon.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TieRow {
    pub kind: TieKind,
    pub sign: Sign,
    /// Its name in drafts: `tie.presence`.
    pub rule: String,
    /// Holds both ways alike.
    #[serde(default)]
    pub mutual: bool,
    /// What the sentence tells of behind "after" or "over" brought it about.
    #[serde(default)]
    pub caused: bool,
    /// In the order in which they are tried: the first that fits is taken.
    pub words: Vec<TiePattern>,
}

/// Words and sides around a word that makes the rule look.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct TiePattern {
    pub trigger: Vec<String>,
    /// What stands before the trigger, the nearest first.
    pub before: Vec<TiePiece>,
    pub after: Vec<TiePiece>,
}

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TiePiece {
    /// One of these words. `triggers`: it belongs to what made the rule fire.
    Words {
        words: Vec<String>,
        triggers: bool,
    },
    /// One of these words, or none.
    Maybe(Vec<String>),
    Gap {
        least: usize,
        most: usize,
    },
    Side(Side),
    /// Where words of the draft begin or end.
    Mark(Mark),
    /// A number right before here counts the next words.
    Count,
    /// "nearly half of its oil", from here on.
    Share,
    /// "the largest market for its exports", from here on.
    Position,
    /// What it is about, from here to the end of the clause.
    Rest,
}

/// Who stands at a place of the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// A name here. `place`: also one that is named as a place; `group`: with those joined to it.
    Name { second: bool, place: bool, group: bool },
    /// Two names joined by "and": both sides.
    Both,
    /// The subject of the verb that follows: whoever acted last where it has none.
    Subject,
    /// The subject of the verb that follows: the first name of the sentence where it has none.
    SubjectOrFirst,
    /// The first name of the sentence.
    First,
    /// A thing that belongs to a country: K-pop.
    Thing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Quote,
    Issue,
    Amount,
    End,
}

/// Longest gap that is given no length.
const ANY: usize = 60;

impl TryFrom<String> for TiePattern {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let pieces: Vec<TiePiece> = written.split_whitespace().map(piece).collect::<Result<_, _>>()?;
        let trigger = pieces
            .iter()
            .position(|piece| matches!(piece, TiePiece::Words { triggers: true, .. }))
            .ok_or_else(|| format!("no word of “{written}” has a * before it"))?;
        let named = |second: bool| {
            pieces.iter().any(|piece| match piece {
                TiePiece::Side(Side::Name { second: it, .. }) => *it == second,
                TiePiece::Side(Side::Both) => true,
                TiePiece::Side(Side::Thing) => second,
                TiePiece::Side(_) => !second,
                _ => false,
            })
        };
        if !named(false) || !named(true) {
            return Err(format!("“{written}” does not name two sides"));
        }
        let before = pieces.get(..trigger).unwrap_or_default().iter().rev().cloned().collect();
        let after = pieces.get(trigger + 1..).unwrap_or_default().to_vec();
        let Some(TiePiece::Words { words: trigger, .. }) = pieces.into_iter().nth(trigger) else {
            return Err(written);
        };
        Ok(Self { trigger, before, after })
    }
}

fn piece(written: &str) -> Result<TiePiece, String> {
    let words = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
    Ok(match written {
        "AB" => TiePiece::Side(Side::Both),
        "S" => TiePiece::Side(Side::Subject),
        "N" => TiePiece::Side(Side::SubjectOrFirst),
        "F" => TiePiece::Side(Side::First),
        "T" => TiePiece::Side(Side::Thing),
        "#" => TiePiece::Count,
        "share…" => TiePiece::Share,
        "position…" => TiePiece::Position,
        "issue…" => TiePiece::Rest,
        "quote(" => TiePiece::Mark(Mark::Quote),
        "issue(" => TiePiece::Mark(Mark::Issue),
        "amount(" => TiePiece::Mark(Mark::Amount),
        ")" => TiePiece::Mark(Mark::End),
        "~" => TiePiece::Gap { least: 0, most: ANY },
        _ => match written.split_at(written.len().min(1)) {
            ("~", most) => gap(most).ok_or_else(|| format!("“{written}” is no gap: write ~3 or ~1-3"))?,
            ("?", rest) => TiePiece::Maybe(words(rest)),
            ("*", rest) => TiePiece::Words {
                words: words(rest),
                triggers: true,
            },
            ("A" | "B", rest) if rest.chars().all(|c| matches!(c, '@' | '+')) => TiePiece::Side(Side::Name {
                second: written.starts_with('B'),
                place: rest.contains('@'),
                group: rest.contains('+'),
            }),
            _ => TiePiece::Words {
                words: words(written),
                triggers: false,
            },
        },
    })
}

fn gap(written: &str) -> Option<TiePiece> {
    let (least, most) = written.split_once('-').unwrap_or(("0", written));
    Some(TiePiece::Gap {
        least: least.parse().ok()?,
        most: most.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_nothing_could_fit_are_refused_in_words() {
        let refusal = |written: &str| TiePattern::try_from(written.to_owned()).err().unwrap_or_default();
        assert_eq!(refusal("A *alliance B"), "");
        assert_eq!(refusal("A alliance B"), "no word of “A alliance B” has a * before it");
        assert_eq!(refusal("A *alliance"), "“A *alliance” does not name two sides");
        assert_eq!(refusal("A ~x *alliance B"), "“~x” is no gap: write ~3 or ~1-3");
    }
}
