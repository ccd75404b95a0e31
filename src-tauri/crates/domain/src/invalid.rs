use std::collections::BTreeMap;
use thiserror::Error;

use crate::reason::{Reason, Why};

/// Why a value was refused: the field it was meant for, what is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{field}: {message}{}", hint.as_deref().map(|hint| format!("; {hint}")).unwrap_or_default())]
pub struct Invalid {
    pub field: String,
    pub message: String,
    pub hint: Option<String>,
    /// The code of what a person meets, by which it is worded in other languages.
    pub why: Option<Why>,
}

impl Invalid {
    /// A refusal in words of its own.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
            hint: None,
            why: None,
        }
    }

    /// A refusal for a reason that has words in every language.
    pub fn of(field: impl Into<String>, reason: Reason) -> Self {
        Self::with(field, reason, &[])
    }

    /// The same, with the values that fill the words.
    pub fn with(field: impl Into<String>, reason: Reason, values: &[(&str, &dyn ToString)]) -> Self {
        let values: BTreeMap<String, String> = (values.iter())
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .collect();
        Self::because(field, (reason, values))
    }

    pub fn because(field: impl Into<String>, why: Why) -> Self {
        Self {
            field: field.into(),
            message: why.0.message(&why.1),
            hint: why.0.hint(&why.1),
            why: Some(why),
        }
    }

    /// The same refusal with a sentence on what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same refusal, named for the field of the larger thing it was part of.
    pub fn within(mut self, field: &str) -> Self {
        self.field = field.to_owned();
        self
    }
}
