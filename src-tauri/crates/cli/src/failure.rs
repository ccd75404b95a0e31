use api::wire::{ApiError, ErrorCode};
use std::{fmt, path::Path};

/// Wrong usage that only the contract could see: the field it names, and the option behind it.
const OPTIONS: [(&str, &str); 9] = [
    ("published", "--published"),
    ("reliability", "--reliability"),
    ("as_of", "--as-of"),
    ("known_on", "--known-on"),
    ("from", "--from"),
    ("to", "--to"),
    ("status", "--status"),
    ("kinds", "--kind"),
    ("reference", "--reference"),
];

/// One line: what, why, what to do.
#[derive(Debug)]
pub struct Failure {
    usage: bool,
    message: String,
}

impl Failure {
    pub fn failed(message: impl Into<String>) -> Self {
        Self {
            usage: false,
            message: message.into(),
        }
    }

    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            usage: true,
            message: message.into(),
        }
    }

    /// An error about a file.
    pub fn at(path: &Path, error: &ApiError) -> Self {
        let failure = Self::from(error.clone());
        let place = path.display().to_string();
        if failure.usage || failure.message.contains(&place) {
            return failure;
        }
        Self::failed(format!("{place}: {}", failure.message))
    }

    /// 1 refused or failed, 2 wrong usage.
    pub fn exit_code(&self) -> u8 {
        if self.usage { 2 } else { 1 }
    }
}

impl From<ApiError> for Failure {
    fn from(mut error: ApiError) -> Self {
        let option = error
            .field
            .as_deref()
            .and_then(|field| OPTIONS.iter().find(|(known, _)| *known == field));
        if let (ErrorCode::Invalid, Some((_, option))) = (&error.code, option) {
            error.field = Some((*option).to_owned());
            return Self::usage(error.to_string());
        }
        Self::failed(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.message.split_whitespace();
        f.write_str(&words.collect::<Vec<_>>().join(" "))
    }
}
