//! Why a document was not taken.

use super::DocumentFormat;
use domain::{Invalid, Reason};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Says what is wrong in English; `refusal` has the code of it and what to do.
#[derive(Debug, Error, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[error("{}{}", self.refusal().message, self.cause())]
pub enum CaptureError {
    Unrecognised,
    TooLarge {
        format: Option<DocumentFormat>,
        limit_mb: usize,
    },
    /// It holds bytes that no encoding of text has.
    NotText,
    NoText,
    TooDeep,
    Locked {
        format: Option<DocumentFormat>,
    },
    Damaged {
        format: Option<DocumentFormat>,
        message: String,
    },
    Network {
        address: String,
        message: String,
    },
    Address,
    /// The part that reads documents could not be started.
    Worker {
        message: String,
    },
}

impl CaptureError {
    /// What is wrong and what to do about it.
    pub fn refusal(&self) -> Invalid {
        let of = |reason, values: &[(&str, &dyn ToString)]| Invalid::with("document", reason, values);
        match self {
            Self::Unrecognised => of(Reason::FileUnknown, &[]),
            Self::TooLarge { format, limit_mb } => of(Reason::FileTooLarge, &[("document", &name(*format)), ("limit", limit_mb)]),
            Self::NotText => of(Reason::FileNotText, &[]),
            Self::NoText => of(Reason::FileNoText, &[]),
            Self::TooDeep => of(Reason::FileNested, &[("limit", &super::depth::DEEPEST)]),
            Self::Locked { format } => of(Reason::FileLocked, &[("document", &name(*format))]),
            Self::Damaged { format, .. } => of(Reason::FileDamaged, &[("document", &name(*format))]),
            Self::Network { address, .. } => of(Reason::PageUnreached, &[("address", address)]),
            Self::Address => of(Reason::PageAddress, &[]),
            Self::Worker { .. } => of(Reason::ReaderUnstarted, &[]),
        }
    }

    /// What a library or the system said of it.
    fn cause(&self) -> String {
        match self {
            Self::Damaged { message, .. } | Self::Network { message, .. } | Self::Worker { message } => format!(": {message}"),
            _ => String::new(),
        }
    }

    pub(super) fn damaged(format: DocumentFormat, message: impl ToString) -> Self {
        Self::Damaged {
            format: Some(format),
            message: message.to_string(),
        }
    }
}

/// What a document is called, as a word of ours.
fn name(format: Option<DocumentFormat>) -> &'static str {
    match format {
        None => "@file",
        Some(DocumentFormat::Text) => "@text",
        Some(DocumentFormat::Html) => "@html",
        Some(DocumentFormat::Pdf) => "@pdf",
        Some(DocumentFormat::Docx) => "@docx",
        Some(DocumentFormat::Feed) => "@feed",
    }
}
