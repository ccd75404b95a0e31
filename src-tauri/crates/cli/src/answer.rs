use api::shown;
use serde::Serialize;

use crate::{failure::Failure, print};

/// How an answer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Json,
}

/// What goes to the standard output, and why the exit code is not 0 all the same.
pub struct Answer {
    pub shown: String,
    pub refused: Option<Failure>,
}

impl Answer {
    pub fn of<T: Serialize>(form: Form, value: &T, text: impl FnOnce(&T) -> String) -> Result<Self, Failure> {
        let shown = match form {
            Form::Json => print::json(value)?,
            Form::Text => shown::lines(&text(value)),
        };
        let shown = if shown.is_empty() || shown.ends_with('\n') {
            shown
        } else {
            shown + "\n"
        };
        Ok(Self { shown, refused: None })
    }

    /// Everything has been written already.
    pub fn nothing() -> Self {
        Self {
            shown: String::new(),
            refused: None,
        }
    }

    pub fn refusing(mut self, failure: Option<Failure>) -> Self {
        self.refused = failure;
        self
    }
}
