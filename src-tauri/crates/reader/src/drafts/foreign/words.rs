//! Words for deeds held by a sentence.

use crate::{lexicon::DeedWord, reader::Reader};

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
pub(super) fn deeds<'a>(reader: &'a Reader, language: &str, written: &str) -> Vec<Deed<'a>> {
    let lower = written.to_lowercase();
    // Lower case must not move the letters.
    let text = if lower.len() == written.len() { lower.as_str() } else { written };
    let taught = reader.lexicon().held();
    let shipped = reader.lexicon().deed_words(language);
    let mut found: Vec<(bool, usize, Deed<'a>)> = Vec::new();
    for (start, letter) in text.char_indices() {
        let own = taught.iter().map(|word| (true, word));
        let known = shipped
            .into_iter()
            .flat_map(|words| words.beginning(letter))
            .map(|word| (false, word));
        for (taught, word) in own.chain(known) {
            if let Some(end) = end_of(text, start, word) {
                found.push((
                    taught,
                    word.length,
                    Deed {
                        kind: &word.kind,
                        start,
                        end,
                        host: word.host.as_deref(),
                    },
                ));
            }
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

/// Where a word ends that begins at a place, its parts with gaps between them.
fn end_of(text: &str, start: usize, word: &DeedWord) -> Option<usize> {
    let mut parts = word.parts.iter();
    let first = parts.next()?;
    let mut end = start + first.len();
    if !text.get(start..)?.starts_with(first.as_str()) {
        return None;
    }
    for part in parts {
        let rest = text.get(end..)?;
        let reach = rest.char_indices().nth(LONGEST_GAP + part.chars().count());
        let near = rest.get(..reach.map_or(rest.len(), |(at, _)| at))?;
        let stop = near.find(['.', '。', ';', '；']).unwrap_or(near.len());
        end += near.get(..stop)?.find(part.as_str())? + part.len();
    }
    Some(end)
}
