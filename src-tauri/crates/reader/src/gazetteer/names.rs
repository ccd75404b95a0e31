//! Looks names up in a text by their first word, or by their first two letters in scripts without spaces.

use super::{Meaning, is_joined, is_whole};
use std::collections::{BTreeMap, HashMap};

/// Names and what they mean, ready to be searched for.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    by_start: HashMap<String, Vec<Entry>>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    meanings: Vec<Meaning>,
}

impl NameIndex {
    pub fn of(names: BTreeMap<String, Vec<Meaning>>) -> Self {
        let mut by_start: HashMap<String, Vec<Entry>> = HashMap::new();
        for (name, meanings) in names {
            let Some(start) = start_of(&name).filter(|start| !start.is_empty()) else {
                continue;
            };
            match by_start.get_mut(start) {
                Some(list) => list.push(Entry { name, meanings }),
                None => {
                    by_start.insert(start.to_owned(), vec![Entry { name, meanings }]);
                }
            }
        }
        for list in by_start.values_mut() {
            list.sort_by_key(|entry| std::cmp::Reverse(entry.name.len()));
        }
        Self { by_start }
    }

    /// The first name at or after a byte: its start and end, and what it means; the longest where several begin there.
    pub fn next(&self, text: &str, from: usize) -> Option<(usize, usize, &[Meaning])> {
        let mut at = from;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let start = start_of(rest)?;
            let entries = self.by_start.get(start).map_or(&[][..], Vec::as_slice);
            let found = entries
                .iter()
                .find(|entry| rest.starts_with(entry.name.as_str()) && is_whole(text, at, at + entry.name.len()));
            if let Some(entry) = found {
                return Some((at, at + entry.name.len(), &entry.meanings));
            }
            // Scripts without spaces may have a name begin at every letter.
            let first = rest.chars().next()?;
            at += if is_joined(first) {
                first.len_utf8()
            } else {
                start.len().max(first.len_utf8())
            };
        }
        None
    }
}

/// What a text or name is looked up by: its first word, two letters of a script without spaces, or a mark.
fn start_of(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let end = if is_joined(first) {
        text.char_indices().nth(2).map_or(text.len(), |(at, _)| at)
    } else if first.is_alphanumeric() {
        text.char_indices()
            .find(|(_, letter)| !letter.is_alphanumeric() || is_joined(*letter))
            .map_or(text.len(), |(at, _)| at)
    } else {
        first.len_utf8()
    };
    text.get(..end)
}
