//! Words for deeds held by a sentence.

use crate::{lexicon::Meetings, reader::Reader};

/// A word for a deed; offsets are bytes of the sentence.
pub(super) struct Deed<'a> {
    pub kind: &'a str,
    pub start: usize,
    pub end: usize,
    /// The country that the word itself names as host: "방중".
    pub host: Option<&'a str>,
}

/// How many letters a gap takes at most.
const LONGEST_GAP: usize = 24;

/// The deeds of a sentence in their order; where words overlap the longest decides.
pub(super) fn deeds<'a>(reader: &'a Reader, words: &'a Meetings, written: &str) -> Vec<Deed<'a>> {
    let lower = written.to_lowercase();
    // Lower case must not move the letters.
    let text = if lower.len() == written.len() { lower.as_str() } else { written };
    let meetings = words.kinds.iter().chain(&words.deeds);
    let shipped = meetings.flat_map(|(kind, all)| all.iter().map(move |word| (kind.as_str(), word.as_str(), false)));
    let taught = reader
        .lexicon()
        .held()
        .iter()
        .map(|(word, kind)| (kind.as_str(), word.as_str(), true));
    let mut found: Vec<(bool, usize, Deed<'a>)> = Vec::new();
    for (kind, word, taught) in shipped.chain(taught) {
        let mut from = 0;
        while let Some((start, end)) = find(text, word, from) {
            let host = words
                .hosts
                .iter()
                .find(|(_, all)| all.iter().any(|one| one == word))
                .map(|(code, _)| code.as_str());
            let length = word.chars().filter(|letter| *letter != '~').count() * 2 + usize::from(word.contains('~'));
            found.push((taught, length, Deed { kind, start, end, host }));
            from = end;
        }
    }
    found.sort_by_key(|(taught, length, deed)| (!taught, std::cmp::Reverse(*length), deed.start));
    let mut kept: Vec<Deed<'a>> = Vec::new();
    for (_, _, deed) in found {
        if !kept.iter().any(|known| deed.start < known.end && known.start < deed.end) {
            kept.push(deed);
        }
    }
    kept.sort_by_key(|deed| deed.start);
    kept
}

/// The next place of a word, or of its parts with a gap between them.
fn find(text: &str, word: &str, from: usize) -> Option<(usize, usize)> {
    let mut parts = word.split('~');
    let first = parts.next()?;
    let mut low = from;
    'next: loop {
        let start = low + text.get(low..)?.find(first)?;
        let mut end = start + first.len();
        for part in parts.clone() {
            let rest = text.get(end..)?;
            let reach = rest
                .char_indices()
                .nth(LONGEST_GAP + part.chars().count())
                .map_or(rest.len(), |(at, _)| at);
            let near = rest.get(..reach)?;
            let stop = near.find(['.', '。', ';', '；']).unwrap_or(near.len());
            match near.get(..stop)?.find(part) {
                Some(at) => end += at + part.len(),
                None => {
                    low = start + first.len();
                    continue 'next;
                }
            }
        }
        return Some((start, end));
    }
}
