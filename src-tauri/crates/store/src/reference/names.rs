//! The names of the shipped tables, sorted for looking up by their beginning.

use crate::search::script::folded;

use super::Reference;

/// Points at a row of the shipped tables by its code or id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    Country(String),
    Organisation(String),
    Office(String),
    Person(String),
}

/// A row found by one of its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMatch<'a> {
    pub entry: &'a Entry,
    /// The name that was found, as the table writes it.
    pub name: &'a str,
}

/// A name without case and accents, from one of its words on.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    text: String,
    /// Whether it is the whole name.
    whole: bool,
    name: usize,
}

#[derive(Debug)]
pub(super) struct Names {
    keys: Vec<Key>,
    names: Vec<(Entry, String)>,
}

impl Names {
    pub(super) fn of(reference: &Reference) -> Self {
        let names = all(reference);
        let mut keys: Vec<Key> = names
            .iter()
            .enumerate()
            .flat_map(|(number, (_, name))| keys(number, name))
            .collect();
        keys.sort_unstable();
        Self { keys, names }
    }

    fn from(&self, beginning: &str) -> impl Iterator<Item = &Key> {
        let first = self.keys.partition_point(|key| key.text.as_str() < beginning);
        self.keys[first..].iter().take_while(move |key| key.text.starts_with(beginning))
    }

    pub(super) fn beginning_with<'a>(&'a self, prefix: &str, limit: usize) -> Vec<NameMatch<'a>> {
        let prefix = folded(prefix.trim());
        if prefix.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<&Key> = self.from(&prefix).collect();
        found.sort_by_key(|key| (key.text != prefix || !key.whole, !key.whole, key.text.len(), key.name));
        let mut matches: Vec<NameMatch<'a>> = Vec::new();
        for key in found {
            let (entry, name) = &self.names[key.name];
            if !matches.iter().any(|known| known.entry == entry) {
                matches.push(NameMatch { entry, name });
            }
            if matches.len() >= limit {
                break;
            }
        }
        matches
    }

    pub(super) fn exactly(&self, name: &str) -> Vec<&Entry> {
        let name = folded(name.trim());
        let mut entries: Vec<&Entry> = self
            .from(&name)
            .take_while(|key| key.text == name)
            .filter(|key| key.whole)
            .map(|key| &self.names[key.name].0)
            .collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }
}

/// The whole name, and what is left of it from each later word on.
fn keys(number: usize, name: &str) -> Vec<Key> {
    let text = folded(name);
    let starts = text.match_indices([' ', '-']).map(|(at, _)| at + 1).filter(|at| *at < text.len());
    let parts: Vec<Key> = starts
        .map(|at| Key {
            text: text[at..].to_owned(),
            whole: false,
            name: number,
        })
        .collect();
    [Key {
        text,
        whole: true,
        name: number,
    }]
    .into_iter()
    .chain(parts)
    .collect()
}

fn all(reference: &Reference) -> Vec<(Entry, String)> {
    let mut names = Vec::new();
    let mut add = |entry: Entry, texts: Vec<&str>| {
        names.extend(
            texts
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(|text| (entry.clone(), text.to_owned())),
        )
    };
    for row in &reference.countries {
        let mut texts = vec![
            row.name_en.as_str(),
            &row.name_ko,
            &row.name_zh,
            &row.name_ja,
            &row.name_fr,
            row.code.as_str(),
        ];
        texts.extend(row.aliases.iter().map(String::as_str));
        add(Entry::Country(row.code.as_str().to_owned()), texts);
    }
    for row in &reference.organisations {
        let mut texts = vec![row.name_en.as_str()];
        texts.extend(
            [&row.name_ko, &row.name_zh, &row.name_ja, &row.name_fr, &row.acronym]
                .into_iter()
                .flatten()
                .chain(&row.aliases)
                .map(String::as_str),
        );
        add(Entry::Organisation(row.id.clone()), texts);
    }
    for row in &reference.offices {
        let mut texts = vec![row.post_en.as_str()];
        texts.extend([&row.post_ko, &row.post_zh, &row.post_ja].into_iter().flatten().map(String::as_str));
        add(Entry::Office(row.id.clone()), texts);
    }
    for row in &reference.persons {
        let mut texts = vec![row.name.as_str()];
        texts.extend(
            [&row.name_ko, &row.name_zh, &row.name_ja]
                .into_iter()
                .flatten()
                .chain(&row.aliases)
                .map(String::as_str),
        );
        add(Entry::Person(row.id.clone()), texts);
    }
    names
}
