use thiserror::Error;

/// Why a value was refused: the field it was meant for, what is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{field}: {message}{}", hint.as_deref().map(|hint| format!("; {hint}")).unwrap_or_default())]
pub struct Invalid {
    pub field: String,
    pub message: String,
    pub hint: Option<String>,
}

impl Invalid {
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            message: message.into(),
            hint: None,
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
