//! Topics and the words that name them.

use super::split;
use crate::words::ByWord;
use std::collections::BTreeMap;

/// Topics by the words that name them.
#[derive(Debug, Default)]
pub(crate) struct Topics {
    /// Topic by its first word; the words that follow.
    by_word: ByWord<String, Vec<(Vec<String>, String)>>,
    stems: Vec<(String, String)>,
}

impl Topics {
    pub fn of(table: BTreeMap<String, Vec<String>>) -> Self {
        let mut topics = Self::default();
        for (topic, words) in table {
            topics.add(&topic, &words);
        }
        topics
    }

    fn add(&mut self, topic: &str, all: &[String]) {
        for words in all {
            match words.strip_suffix('*') {
                Some(stem) if !stem.contains(' ') => self.stems.push((stem.to_owned(), topic.to_owned())),
                stem => {
                    let words = split(stem.unwrap_or(words));
                    if let Some(first) = words.first() {
                        self.by_word.entry(first.clone()).or_default().push((words, topic.to_owned()));
                    }
                }
            }
        }
    }

    /// Topics named by words, in their order, each once.
    pub fn named<'a>(&'a self, words: &[&str]) -> Vec<&'a str> {
        let mut found: Vec<&str> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let exact = self
                .by_word
                .get(*word)
                .into_iter()
                .flatten()
                .filter(|(all, _)| starts_with(words.get(at..).unwrap_or_default(), all))
                .map(|(_, topic)| topic.as_str());
            let stems = self
                .stems
                .iter()
                .filter(|(stem, _)| word.starts_with(stem.as_str()))
                .map(|(_, topic)| topic.as_str());
            for topic in exact.chain(stems) {
                if !found.contains(&topic) {
                    found.push(topic);
                }
            }
        }
        found
    }
}

/// Whether words begin with these; the last may be a longer form.
fn starts_with(words: &[&str], all: &[String]) -> bool {
    let last = all.len().saturating_sub(1);
    words.len() >= all.len()
        && all
            .iter()
            .zip(words)
            .enumerate()
            .all(|(at, (wanted, word))| word == wanted || (at == last && at > 0 && word.starts_with(wanted.as_str())))
}
