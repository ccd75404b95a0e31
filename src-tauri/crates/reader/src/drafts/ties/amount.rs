//! Amounts with the words that qualify them.

use crate::{drafts::Sentence, words};
use domain::amount::Amount;

fn number(word: &str) -> Option<f64> {
    word.replace(',', "").parse::<f64>().ok().filter(|value| value.is_finite())
}

fn share(word: &str) -> Option<f64> {
    Some(match word {
        "half" => 0.5,
        "third" => 1.0 / 3.0,
        "quarter" => 0.25,
        _ => return None,
    })
}

/// "roughly 28,500" right before a word.
pub(super) fn before(sentence: &Sentence<'_>, at: usize, unit: &str) -> Option<Amount> {
    let number_at = at.checked_sub(1)?;
    let value = number(sentence.word(number_at))?;
    let qualifier = number_at
        .checked_sub(1)
        .map(|before| sentence.word(before))
        .filter(|word| words::is_about(word));
    Amount::of_words(Some(value), unit, qualifier.unwrap_or_default())
}

/// "nearly half of its rare earth minerals", "60 percent of its oil".
pub(super) fn share_of(sentence: &Sentence<'_>, at: usize) -> Option<Amount> {
    let end = (at..sentence.list.len())
        .find(|at| matches!(sentence.word(*at), "," | ";" | "." | "and" | "which"))
        .unwrap_or(sentence.list.len());
    let of = (at..end).find(|at| sentence.word(*at) == "of").filter(|of| *of < at + 5);
    let from = of.map_or(at, |of| of + 1);
    let skip = usize::from(matches!(sentence.word(from), "its" | "their" | "the" | "all"));
    let unit = sentence.written(from + skip, end.min(from + 7));
    let (value, qualifier) = match of {
        Some(of) => {
            let value = (at..of).find_map(|at| share(sentence.word(at)).or_else(|| number(sentence.word(at)).map(|value| value / 100.0)));
            (value, sentence.written(at, of))
        }
        None => (None, ""),
    };
    Amount::of_words(value, unit, qualifier).filter(|amount| amount.unit().is_some())
}

/// "the largest market for its chip exports".
pub(super) fn position(sentence: &Sentence<'_>, at: usize) -> Option<Amount> {
    let end = (at..sentence.list.len())
        .find(|at| matches!(sentence.word(*at), "," | ";" | "."))
        .unwrap_or(sentence.list.len());
    let of = (at..end)
        .find(|at| matches!(sentence.word(*at), "for" | "of"))
        .filter(|of| *of < at + 6)?;
    let skip = usize::from(matches!(sentence.word(of + 1), "its" | "their" | "the"));
    let first = at + usize::from(matches!(sentence.word(at), "the" | "a" | "its"));
    let unit = sentence.written(of + 1 + skip, end.min(of + 7));
    Amount::of_words(None, unit, sentence.written(first, of))
}
