//! Amounts with the words that qualify them.

use crate::{drafts::Sentence, proposal::Quantity};

fn qualifies(word: &str) -> bool {
    matches!(
        word,
        "roughly" | "about" | "around" | "nearly" | "almost" | "some" | "approximately" | "over" | "up" | "least" | "most"
    )
}

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
pub(super) fn before(sentence: &Sentence<'_>, at: usize, unit: &str) -> Option<Quantity> {
    let number_at = at.checked_sub(1)?;
    let value = number(sentence.word(number_at))?;
    let qualifier = number_at
        .checked_sub(1)
        .map(|before| sentence.word(before))
        .filter(|word| qualifies(word));
    Some(Quantity {
        value: Some(value),
        unit: Some(unit.to_owned()),
        qualifier: qualifier.map(str::to_owned),
    })
}

/// "nearly half of its rare earth minerals", "60 percent of its oil".
pub(super) fn after(sentence: &Sentence<'_>, at: usize) -> Option<Quantity> {
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
            (value, Some(sentence.written(at, of).to_owned()))
        }
        None => (None, None),
    };
    (!unit.is_empty()).then(|| Quantity {
        value,
        unit: Some(unit.to_owned()),
        qualifier,
    })
}

/// "the largest market for its chip exports".
pub(super) fn role(sentence: &Sentence<'_>, at: usize) -> Option<Quantity> {
    let end = (at..sentence.list.len())
        .find(|at| matches!(sentence.word(*at), "," | ";" | "."))
        .unwrap_or(sentence.list.len());
    let of = (at..end)
        .find(|at| matches!(sentence.word(*at), "for" | "of"))
        .filter(|of| *of < at + 6)?;
    let skip = usize::from(matches!(sentence.word(of + 1), "its" | "their" | "the"));
    let first = at + usize::from(matches!(sentence.word(at), "the" | "a" | "its"));
    Some(Quantity {
        value: None,
        unit: Some(sentence.written(of + 1 + skip, end.min(of + 7)).to_owned()),
        qualifier: Some(sentence.written(first, of).to_owned()),
    })
}
