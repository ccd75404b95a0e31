//! Text that has been looked at once: titles are one line and not blank; prose holds no control characters.

use serde::{Deserialize, Serialize};
use std::fmt;

use crate::{Invalid, Reason};

/// Longest title, in characters.
pub const TITLE_LIMIT: usize = 1_000;
/// Longest prose, in bytes: a 50 MB article is refused by its reader, not cut.
pub const PROSE_LIMIT: usize = 64 * 1024 * 1024;

/// One line of text, trimmed and not blank.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
pub struct Title(String);

impl Title {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::of("title", Reason::Blank));
        }
        if text.chars().count() > TITLE_LIMIT {
            return Err(Invalid::with("title", Reason::TooLong, &[("limit", &TITLE_LIMIT)]));
        }
        if text.chars().any(char::is_control) {
            return Err(Invalid::of("title", Reason::OneLine));
        }
        Ok(Self(text.to_owned()))
    }

    /// Words of a text as one line, ended where a title ends; `None` where there are none.
    pub fn of_words(words: &str) -> Option<Self> {
        let line: String = words
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(TITLE_LIMIT)
            .collect();
        Self::new(&line).ok()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Text of any length, kept exactly as given. Line breaks and tabs are allowed, other control characters are not.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
pub struct Prose(String);

impl Prose {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        if text.len() > PROSE_LIMIT {
            return Err(Invalid::of("text", Reason::TextTooLarge));
        }
        if let Some(position) = text.chars().position(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            return Err(Invalid::with("text", Reason::ControlCharacter, &[("position", &position)]));
        }
        Ok(Self(text.to_owned()))
    }

    /// The prose, or `None` where there is nothing but white space.
    pub fn optional(text: &str) -> Result<Option<Self>, Invalid> {
        if text.trim().is_empty() {
            Ok(None)
        } else {
            Self::new(text).map(Some)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A BCP 47 language tag as far as names and quotes need it: `en`, `ko`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let sound = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if sound {
            Ok(Self(text.to_owned()))
        } else {
            let text: String = text.chars().take(20).collect();
            Err(Invalid::with("language", Reason::NotLanguage, &[("text", &text)]))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl TryFrom<String> for $name {
            type Error = Invalid;
            fn try_from(text: String) -> Result<Self, Invalid> {
                Self::new(&text)
            }
        }
        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
as_text!(Title, Prose, LanguageTag);

/// Another name of something, in a language where that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OtherName {
    pub text: Title,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line_and_not_blank() {
        assert_eq!(Title::new("  Summit ").unwrap().as_str(), "Summit");
        for bad in ["", "   ", "two\nlines", "bell\u{7}"] {
            assert!(Title::new(bad).is_err(), "{bad:?}");
        }
        assert_eq!(Title::of_words("two\nlines").unwrap().as_str(), "two lines");
        assert_eq!(Title::of_words(&"x".repeat(2 * TITLE_LIMIT)).unwrap().as_str().len(), TITLE_LIMIT);
        assert_eq!(Title::of_words(" \n"), None);
    }

    #[test]
    fn prose_keeps_line_breaks_and_refuses_control_characters() {
        assert_eq!(Prose::new("a\n b\t").unwrap().as_str(), "a\n b\t");
        assert!(Prose::new("a\0b").is_err());
        assert_eq!(Prose::optional(" \n").unwrap(), None);
    }

    #[test]
    fn language_tags() {
        for good in ["en", "zh-Hant", "kor"] {
            assert!(LanguageTag::new(good).is_ok(), "{good}");
        }
        for bad in ["", "EN", "e", "en-", "english"] {
            assert!(LanguageTag::new(bad).is_err(), "{bad}");
        }
    }
}
