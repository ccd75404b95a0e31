use domain::Language;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

use crate::{amount::number, lists::Listed};

/// Everything said in one language, by key.
#[derive(Debug)]
pub struct Words(BTreeMap<String, Message>);

/// A text with places such as `{date}` to be filled, or one for a single thing and one for several.
#[derive(Debug, PartialEq, Eq)]
enum Message {
    Plain(String),
    Counted { one: String, other: String },
}

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("../../../../data/words/en.json")));
static KOREAN: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("../../../../data/words/ko.json")));

impl Words {
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Korean => &KOREAN,
        }
    }

    /// A catalogue in the page's message format. One that cannot be read has no words; a test reads the shipped ones.
    fn parse(text: &str) -> Self {
        let entries: BTreeMap<String, Entry> = serde_json::from_str(text).unwrap_or_default();
        let messages = entries.into_iter().filter(|(key, _)| !key.starts_with('$'));
        Self(messages.map(|(key, entry)| (key, entry.into())).collect())
    }

    /// The words of a key, or the key itself where there are none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        match self.0.get(key) {
            Some(message) => message.text(),
            None => key,
        }
    }

    /// The words of a key with its places filled.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The words of a key for a number of things.
    pub fn count(&self, key: &str, count: usize) -> String {
        let text = match self.0.get(key) {
            Some(Message::Counted { one, .. }) if count == 1 => one,
            _ => self.text(key),
        };
        fill(text, &[("count", &count.to_string()), ("shown", &number(count as f64))])
    }

    /// The words for a value of a fixed list.
    pub fn of_list<T: Listed>(&self, value: T) -> &str {
        self.0.get(&value.key()).map_or("", Message::text)
    }

    /// Every key with its words; with those for several things where they depend on the number.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, message)| (key.as_str(), message.text()))
    }
}

impl Message {
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Counted { other: text, .. } => text,
        }
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let put = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
    values.iter().fold(text.to_owned(), put)
}

/// An entry as the page's compiler of messages reads it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Plain(String),
    Variants([Variants; 1]),
}

#[derive(Deserialize)]
struct Variants {
    r#match: Amounts,
}

#[derive(Deserialize)]
struct Amounts {
    #[serde(rename = "amount=one")]
    one: String,
    #[serde(rename = "amount=other")]
    other: String,
}

impl From<Entry> for Message {
    fn from(entry: Entry) -> Self {
        match entry {
            Entry::Plain(text) => Self::Plain(text),
            Entry::Variants(
                [
                    Variants {
                        r#match: Amounts { one, other },
                    },
                ],
            ) => Self::Counted { one, other },
        }
    }
}
