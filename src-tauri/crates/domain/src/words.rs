//! Fixed lists of words. A word stands once, beside its variant: the file, the wire, the terminal and the page all have it from here.

use crate::Invalid;

/// An enum whose variants are words, with `ALL` of them, `as_str` and `parse`.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident ($field:literal: $what:literal) { $($(#[$of:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $word)] $variant),*
        }

        impl $name {
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

            /// Its place in `ALL`, by which frames know it.
            pub fn code(self) -> u8 {
                self as u8
            }

            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),*
                }
            }

            /// Reads the word; blanks around it and capitals do not matter.
            pub fn parse(text: &str) -> Result<Self, $crate::Invalid> {
                let found = Self::ALL.into_iter().find(|word| word.as_str().eq_ignore_ascii_case(text.trim()));
                found.ok_or_else(|| $crate::words::unknown($field, $what, text, &[$($word),*]))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

/// The refusal of a word that is not on its list.
pub(crate) fn unknown(field: &str, what: &str, text: &str, words: &[&str]) -> Invalid {
    let text: String = text.trim().chars().take(30).collect();
    let list = match words {
        [others @ .., last] if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        words => words.concat(),
    };
    Invalid::new(field, format!("“{text}” is not {what}")).hint(format!("use {list}"))
}
