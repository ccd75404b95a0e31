//! The words around a hit, cut from the item's own text.

use std::ops::Range;

use super::{
    query::Term,
    script::{folded_char, is_unspaced},
};

/// Characters before the first hit, and the most characters shown.
const BEFORE: usize = 40;
const LENGTH: usize = 160;

/// A piece of text with the places in it that were looked for, in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// The piece of the first text in which a term occurs, else the beginning of the first text.
pub(crate) fn snippet(texts: &[&str], terms: &[Term]) -> Snippet {
    let hit = texts.iter().find_map(|text| {
        let marks = marks(text, terms);
        (!marks.is_empty()).then_some((*text, marks))
    });
    match hit {
        Some((text, marks)) => cut(text, marks),
        None => cut(texts.first().copied().unwrap_or_default(), Vec::new()),
    }
}

fn cut(text: &str, marks: Vec<Range<usize>>) -> Snippet {
    let first = marks.first().map_or(0, |mark| mark.start);
    let from = first.saturating_sub(BEFORE);
    let piece: Vec<char> = text.chars().skip(from).take(LENGTH).collect();
    let inside = |mark: Range<usize>| (mark.start >= from && mark.end <= from + piece.len()).then(|| mark.start - from..mark.end - from);
    Snippet {
        marks: marks.into_iter().filter_map(inside).collect(),
        text: piece.iter().map(|c| if c.is_control() { ' ' } else { *c }).collect(),
    }
}

/// Where the terms occur, in characters of the text, in order and not overlapping.
fn marks(text: &str, terms: &[Term]) -> Vec<Range<usize>> {
    let folded = Folded::new(text.chars());
    let mut marks: Vec<Range<usize>> = Vec::new();
    for term in terms {
        let wanted = Folded::new(term.text.chars()).characters;
        marks.extend(folded.find(&wanted, term.unspaced, term.prefix));
    }
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    marks.dedup_by(|later, earlier| later.start < earlier.end);
    marks
}

/// A text without case and accents, each character with the position of the one it came from.
struct Folded {
    characters: Vec<char>,
    positions: Vec<usize>,
}

impl Folded {
    fn new(text: impl Iterator<Item = char>) -> Self {
        let mut folded = Self {
            characters: Vec::new(),
            positions: Vec::new(),
        };
        for (position, c) in text.enumerate() {
            for part in folded_char(c) {
                folded.characters.push(part);
                folded.positions.push(position);
            }
        }
        folded
    }

    fn find(&self, wanted: &[char], anywhere: bool, prefix: bool) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while !wanted.is_empty() && at + wanted.len() <= self.characters.len() {
            let end = at + wanted.len();
            let begins = anywhere || at == 0 || !continues(self.characters[at - 1]);
            let ends = anywhere || prefix || self.characters.get(end).is_none_or(|next| !continues(*next));
            if begins && ends && self.characters[at..end] == *wanted {
                found.push(self.positions[at]..self.positions[end - 1] + 1);
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }
}

/// Whether a character is a part of a spaced word.
fn continues(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::terms;

    fn marked(text: &str, words: &str) -> String {
        let snippet = snippet(&[text], &terms(words));
        let characters: Vec<char> = snippet.text.chars().collect();
        snippet
            .marks
            .iter()
            .map(|mark| characters[mark.clone()].iter().collect::<String>())
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn marks_what_was_found() {
        for (text, words, wanted) in [
            ("Lee met Xi in Beijing", "xi", "Xi"),
            ("A summit of summits", "summit", "summit|summit"),
            ("A summit of summits", "summit ", "summit"),
            ("한중 정상회담이 열렸다", "회담", "회담"),
            ("Président Macron", "president macron", "Président|Macron"),
            ("nothing here", "else", ""),
            ("习近平 met Lee", "近平 lee", "近平|Lee"),
        ] {
            assert_eq!(marked(text, words), wanted, "{text} / {words}");
        }
    }

    #[test]
    fn cuts_around_the_first_hit() {
        let text = format!("{}summit{}", "x ".repeat(300), " y".repeat(300));
        let snippet = snippet(&[&text], &terms("summit"));
        assert_eq!(snippet.marks.first(), Some(&(BEFORE..BEFORE + 6)));
        assert_eq!(snippet.text.chars().count(), LENGTH);
    }
}
