//! Words a dossier has taught: what may be taught, and which words to remember of a text.

use crate::{act, inflect, lexicon::Lexicon, text, words};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The longest phrase that can be taught, in characters.
pub const LONGEST_TAUGHT: usize = 80;

/// The most phrases a reader can be taught.
pub const MOST_TAUGHT: usize = 5_000;

/// A dossier's own words for a kind of event: a verb in its base form and what follows ("hold ~ talks with", `~` for a gap),
/// a noun ("powwow"), or words of a script without spaces ("회동").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taught {
    pub words: String,
    /// Id of a kind the reader knows.
    pub kind: String,
}

/// Words that cannot be taught, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TeachError {
    #[error("there are no words to remember for the kind “{kind}”: give a verb or a noun")]
    Empty { kind: String },
    #[error("“{words}…” is longer than {LONGEST_TAUGHT} characters: give only the verb and the words that belong to it")]
    TooLong { words: String },
    #[error("“{words}” stands in every other sentence: add the words that belong to it")]
    TooCommon { words: String },
    #[error("“{words}” has a gap (~) that is not between words: begin and end with a word")]
    LooseGap { words: String },
    #[error("“{words}” holds a mark that is no word: leave out “{mark}”")]
    Mark { words: String, mark: String },
    #[error("the kind “{kind}” of “{words}” is not one of the reader's kinds: choose another kind")]
    UnknownKind { words: String, kind: String },
    #[error("more than {MOST_TAUGHT} phrases are taught: remove some first")]
    TooMany,
}

/// The phrase in lower case with single blanks.
pub(crate) fn checked(phrase: &Taught, known: bool) -> Result<String, TeachError> {
    let tidy: String = phrase.words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if !tidy.chars().any(char::is_alphanumeric) {
        return Err(TeachError::Empty { kind: phrase.kind.clone() });
    }
    if tidy.chars().count() > LONGEST_TAUGHT {
        let words = tidy.chars().take(24).collect();
        return Err(TeachError::TooLong { words });
    }
    let pieces: Vec<&str> = tidy.split(' ').collect();
    let loose = pieces.first() == Some(&"~") || pieces.last() == Some(&"~") || pieces.windows(2).any(|pair| pair == ["~", "~"]);
    if loose {
        return Err(TeachError::LooseGap { words: tidy });
    }
    let mark = text::words(&tidy, &(0..tidy.len()))
        .into_iter()
        .find(|word| word.is_mark() && !word.is("~"));
    if let Some(mark) = mark {
        return Err(TeachError::Mark {
            words: tidy,
            mark: mark.lower,
        });
    }
    let common = pieces.iter().all(|word| *word == "~" || is_common(word));
    if common {
        return Err(TeachError::TooCommon { words: tidy });
    }
    if !known {
        return Err(TeachError::UnknownKind {
            words: tidy,
            kind: phrase.kind.clone(),
        });
    }
    Ok(tidy)
}

fn is_common(word: &str) -> bool {
    word.chars().count() < 2
        || words::is_preposition(word)
        || words::is_determiner(word)
        || words::is_be(word)
        || words::is_have(word)
        || words::is_modal(word)
        || words::is_pronoun(word)
        || words::is_negation(word)
        || words::opens_clause(word)
        || matches!(word, "and" | "or" | "but" | "do" | "did" | "does")
}

/// The phrase to remember for words found in a text.
pub(crate) fn words_to_remember(trigger: &str, lexicon: &Lexicon) -> String {
    let tidy = trigger.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let list = text::words(&tidy, &(0..tidy.len()));
    let plain: Vec<&str> = list.iter().map(|word| word.lower.as_str()).collect();
    if !tidy.is_ascii() || lexicon.is_noun(&plain) {
        return tidy;
    }
    let best = (0..list.len())
        .flat_map(|at| {
            lexicon
                .acts(plain.get(at).copied().unwrap_or_default())
                .iter()
                .map(move |known| (at, known.0))
        })
        .filter_map(|(at, index)| lexicon.patterns.get(index).map(|pattern| (at, pattern)))
        .filter(|(at, pattern)| act::matched(&list, at + 1, list.len(), &pattern.rest).is_some())
        .max_by_key(|(at, pattern)| (pattern.rest.len(), std::cmp::Reverse(*at)));
    best.map_or_else(|| plainly(&plain, lexicon), |(_, pattern)| pattern.words.clone())
}

/// Without auxiliaries, the verb in its base form, a gap for articles and numbers.
fn plainly(list: &[&str], lexicon: &Lexicon) -> String {
    let is_auxiliary = |word: &str| {
        words::is_modal(word)
            || words::is_be(word)
            || words::is_have(word)
            || words::is_adverb(word)
            || word == "to"
            || words::is_negation(word)
    };
    let first = list.iter().position(|word| !is_auxiliary(word)).unwrap_or_default();
    let mut phrase: Vec<String> = Vec::new();
    for (at, word) in list.iter().enumerate().skip(first) {
        let gap = words::is_determiner(word)
            || word.starts_with(|letter: char| letter.is_ascii_digit())
            || *word == "'s"
            || !word.starts_with(char::is_alphanumeric);
        if at == first {
            phrase.push(lexicon.base(word).unwrap_or_else(|| inflect::base(word)));
        } else if !gap {
            phrase.push((*word).to_owned());
        } else if phrase.ends_with(&["~".to_owned(), "of".to_owned()]) {
            // "300 of its cadets": one gap.
            phrase.pop();
        } else if phrase.last().is_some_and(|last| last != "~") {
            phrase.push("~".to_owned());
        }
    }
    while phrase.last().is_some_and(|last| last == "~") {
        phrase.pop();
    }
    phrase.join(" ")
}
