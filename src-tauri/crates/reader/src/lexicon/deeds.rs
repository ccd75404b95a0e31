//! Words for deeds in a language read by the words a sentence holds, found by the letter they begin with.

use super::rows::Meetings;
use std::collections::HashMap;

/// One word, or the parts of one with gaps between them.
#[derive(Debug)]
pub(crate) struct DeedWord {
    pub kind: String,
    pub parts: Vec<String>,
    /// Its letters count twice, a gap once: the longest decides.
    pub length: usize,
    /// The country that the word itself names as host.
    pub host: Option<String>,
}

impl DeedWord {
    pub fn new(kind: &str, written: &str, host: Option<String>) -> Self {
        let letters = written.chars().filter(|letter| *letter != '~').count();
        Self {
            kind: kind.to_owned(),
            parts: written.split('~').map(str::to_owned).collect(),
            length: letters * 2 + usize::from(written.contains('~')),
            host,
        }
    }
}

/// All words of a language.
#[derive(Debug, Default)]
pub(crate) struct DeedWords {
    words: Vec<DeedWord>,
    by_letter: HashMap<char, Vec<usize>>,
}

impl DeedWords {
    pub fn of(meetings: &Meetings) -> Self {
        let host = |word: &String| {
            let mut hosts = meetings.hosts.iter();
            hosts.find(|(_, all)| all.contains(word)).map(|(code, _)| code.clone())
        };
        let mut found = Self::default();
        for (kind, all) in meetings.kinds.iter().chain(&meetings.deeds) {
            for word in all {
                let Some(letter) = word.chars().next() else { continue };
                found.by_letter.entry(letter).or_default().push(found.words.len());
                found.words.push(DeedWord::new(kind, word, host(word)));
            }
        }
        found
    }

    /// The words that may begin with a letter.
    pub fn beginning(&self, letter: char) -> impl Iterator<Item = &DeedWord> {
        let known = self.by_letter.get(&letter).into_iter().flatten();
        known.filter_map(|at| self.words.get(*at))
    }
}
