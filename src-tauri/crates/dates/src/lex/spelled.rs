//! Numbers of several words: "nineteen ninety six", "two thousand and fifteen"; and of several figures: "18 8 78".

use super::{Readings, Tok, Token, figures::two_figure_year};

fn spelled(token: &Token<'_>) -> Option<i64> {
    token.readings().iter().find_map(|tok| {
        if let Tok::Num {
            value,
            digits: 0,
            ordinal: false,
        } = tok
        {
            Some(*value)
        } else {
            None
        }
    })
}

fn figures(token: &Token<'_>) -> Option<(i64, u8)> {
    token
        .readings()
        .iter()
        .find_map(|tok| {
            if let Tok::Num {
                value,
                digits,
                ordinal: false,
            } = tok
            {
                Some((*value, *digits))
            } else {
                None
            }
        })
        .filter(|(_, digits)| *digits > 0)
}

/// The tokens, those that make one number or one date joined.
pub(crate) fn joined(tokens: Vec<Token<'_>>, day_first: bool) -> Vec<Token<'_>> {
    let mut all = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let found = year(rest)
            .map(|(value, used)| {
                (
                    Tok::Num {
                        value,
                        digits: 4,
                        ordinal: false,
                    },
                    used,
                )
            })
            .or_else(|| date(rest).filter(|_| day_first));
        match found {
            Some((tok, used)) => {
                let end = tokens.get(at + used - 1).map_or(token.end, |last| last.end);
                all.push(Token {
                    start: token.start,
                    end,
                    readings: Readings::One(tok),
                });
                at += used;
            }
            None => {
                all.push(token.clone());
                at += 1;
            }
        }
    }
    all
}

/// "two thousand and fifteen", "nineteen eighty six", "seventeen hundred thirty three".
fn year(tokens: &[Token<'_>]) -> Option<(i64, usize)> {
    let first = spelled(tokens.first()?)?;
    let is = |at: usize, wanted: Tok| tokens.get(at).is_some_and(|token| token.is(wanted));
    let (base, mut used) = if is(1, Tok::Thousand) && first < 3 {
        (first * 1000, 2)
    } else if is(1, Tok::Hundred) && (10..21).contains(&first) {
        (first * 100, 2)
    } else if (13..21).contains(&first) && tokens.get(1).and_then(spelled).is_some_and(|next| (10..100).contains(&next)) {
        (first * 100, 1)
    } else {
        return None;
    };
    let joined =
        tokens.get(used).is_some_and(|token| token.is(Tok::Link) || token.is(Tok::And)) && tokens.get(used + 1).and_then(spelled).is_some();
    used += usize::from(joined);
    let Some(tens) = tokens.get(used).and_then(spelled).filter(|tens| *tens < 100) else {
        return Some((base, used - usize::from(joined)));
    };
    let ones = tokens
        .get(used + 1)
        .and_then(spelled)
        .filter(|ones| *ones < 10 && tens >= 20 && tens % 10 == 0);
    Some((base + tens + ones.unwrap_or(0), used + 1 + usize::from(ones.is_some())))
}

/// "2 4 2009", "18 8 78": day, month, year.
fn date(tokens: &[Token<'_>]) -> Option<(Tok, usize)> {
    let [day, month, year] = [tokens.first()?, tokens.get(1)?, tokens.get(2)?].map(figures);
    let ((day, _), (month, _), (year, digits)) = (day?, month?, year?);
    let year = match digits {
        4 => i32::try_from(year).ok()?,
        2 => two_figure_year(year)?,
        _ => return None,
    };
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    fits.then_some((Tok::Ymd(Some(year), u32::try_from(month).ok(), u32::try_from(day).ok()), 3))
}
