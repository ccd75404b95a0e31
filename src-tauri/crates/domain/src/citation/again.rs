//! Finding a quote again in a text that was captured anew.

use std::collections::HashMap;

use super::{Anchor, Fate};

/// Least likeness (Dice coefficient of letter pairs, 0 to 1) at which other words count as the same passage.
const ALIKE: f64 = 0.6;
/// A passage may grow to this many times the length of the words cited.
const GROWTH: usize = 3;

/// Where the words of an anchor stand in a new text and what became of them; `None` where they are gone.
///
/// The same words are looked for at their place, then elsewhere (of several places the one with the most of their old surroundings, then the
/// nearest), then the passage between their old surroundings, then the sentence most like them.
pub fn found_again(anchor: &Anchor, text: &str) -> Option<(Anchor, Fate)> {
    if anchor.stands_in(text) {
        return Some((anchor.clone(), Fate::Exact));
    }
    if let Some(start) = same_words(anchor, text) {
        return Some((anchored(text, start, anchor.exact())?, Fate::Moved));
    }
    let words = between(anchor, text).or_else(|| most_alike(anchor, text))?;
    let was = anchor.exact().to_owned();
    Some((anchored(text, words.0, words.1)?, Fate::Changed { was }))
}

/// The anchor of words that begin at a byte of the text.
fn anchored(text: &str, at: usize, words: &str) -> Option<Anchor> {
    let start = text.get(..at)?.chars().count();
    Anchor::in_text(text, start, start + words.chars().count()).ok()
}

/// The byte at which the same words stand with the most of their surroundings.
fn same_words(anchor: &Anchor, text: &str) -> Option<usize> {
    let from = text.char_indices().nth(anchor.start()).map_or(text.len(), |(at, _)| at);
    text.match_indices(anchor.exact())
        .map(|(at, words)| {
            let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + words.len()..).unwrap_or_default());
            let ahead = before
                .chars()
                .rev()
                .zip(anchor.prefix().chars().rev())
                .take_while(|(a, b)| a == b)
                .count();
            let behind = after.chars().zip(anchor.suffix().chars()).take_while(|(a, b)| a == b).count();
            (ahead + behind, std::cmp::Reverse(at.abs_diff(from)), at)
        })
        .max()
        .map(|(_, _, at)| at)
}

/// What now stands between the words that stood before and after, where both still do and what is between them is like the words cited.
fn between<'a>(anchor: &Anchor, text: &'a str) -> Option<(usize, &'a str)> {
    let (prefix, suffix) = (anchor.prefix().trim(), anchor.suffix().trim());
    if prefix.is_empty() || suffix.is_empty() {
        return None;
    }
    text.match_indices(prefix).find_map(|(at, _)| {
        let from = at + prefix.len();
        let rest = text.get(from..)?;
        let words = rest.get(..rest.find(suffix)?)?;
        let start = from + (words.len() - words.trim_start().len());
        let words = words.trim();
        let short = !words.is_empty() && words.chars().count() <= GROWTH * anchor.exact().chars().count();
        (short && likeness(words, anchor.exact()) >= ALIKE / 2.0).then_some((start, words))
    })
}

/// The sentence most like the words cited.
fn most_alike<'a>(anchor: &Anchor, text: &'a str) -> Option<(usize, &'a str)> {
    let likely = sentences(text).map(|(at, words)| (likeness(words, anchor.exact()), at, words));
    let best = likely.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= ALIKE).then_some((best.1, best.2))
}

/// Stretches between full stops and line breaks, with the byte at which they begin.
fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(['.', '!', '?', '\n', '。', '！', '？'])
        .filter_map(move |piece| {
            let start = at + (piece.len() - piece.trim_start().len());
            at += piece.len();
            let words = piece.trim();
            (!words.is_empty()).then_some((start, words))
        })
}

/// Dice coefficient of the pairs of neighbouring letters, 0 (nothing in common) to 1. Case and spaces do not count.
fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (pairs(a), pairs(b));
    let size = |pairs: &HashMap<(char, char), u32>| f64::from(pairs.values().sum::<u32>());
    let common: u32 = a.iter().map(|(pair, count)| (*count).min(b.get(pair).copied().unwrap_or(0))).sum();
    let all = size(&a) + size(&b);
    if all == 0.0 { 0.0 } else { 2.0 * f64::from(common) / all }
}

fn pairs(text: &str) -> HashMap<(char, char), u32> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut pairs = HashMap::new();
    for pair in letters.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_insert(0) += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Lee will meet Xi in Beijing. Relations remain strained. They will discuss trade.";

    fn check(quote: &str, now: &str, expected: Option<(&str, &str)>) {
        let anchor = Anchor::of_words(TEXT, quote).unwrap();
        let found = found_again(&anchor, now);
        let found = found.as_ref().map(|(anchor, fate)| (fate.as_str(), anchor.exact()));
        assert_eq!(found, expected, "{quote} in {now}");
        if let Some((anchor, _)) = found_again(&anchor, now) {
            assert!(anchor.stands_in(now));
        }
    }

    #[test]
    fn words_at_their_place_are_exact() {
        check("meet Xi in Beijing", TEXT, Some(("exact", "meet Xi in Beijing")));
    }

    #[test]
    fn words_elsewhere_have_moved() {
        check(
            "Relations remain strained.",
            "UPDATED 한국. Lee will meet Xi in Beijing. Relations remain strained. They",
            Some(("moved", "Relations remain strained.")),
        );
        check(
            "Beijing",
            "Beijing said so. Lee will meet Xi in Beijing. Relations",
            Some(("moved", "Beijing")),
        );
        let anchor = Anchor::of_words(TEXT, "Beijing").unwrap();
        let now = "Beijing said so. Lee will meet Xi in Beijing. Relations";
        assert_eq!(found_again(&anchor, now).unwrap().0.start(), 37);
    }

    #[test]
    fn a_reworded_passage_has_changed() {
        check(
            "Relations remain strained.",
            "Lee will meet Xi in Beijing. Relations remained very strained. They will discuss trade.",
            Some(("changed", "Relations remained very strained.")),
        );
        check(
            "They will discuss trade.",
            "Something new. They would discuss trades! And more.",
            Some(("changed", "They would discuss trades!")),
        );
    }

    #[test]
    fn what_is_gone_is_lost() {
        check("Relations remain strained.", "Nothing of the kind stands here. Only this.", None);
        check("Relations remain strained.", "", None);
    }
}
