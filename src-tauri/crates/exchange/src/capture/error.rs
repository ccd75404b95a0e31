//! Why a document was not taken.

use super::DocumentFormat;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Says what is wrong; `hint` says what to do.
#[derive(Debug, Error, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaptureError {
    #[error("this kind of file is not known: it is not text, HTML, PDF, DOCX or a feed")]
    Unrecognised,
    #[error("{} is larger than {limit_mb} MB", name(*format))]
    TooLarge { format: Option<DocumentFormat>, limit_mb: usize },
    #[error("the file is not text: it holds bytes that no encoding of text has")]
    NotText,
    #[error("the document holds no text; it may consist of pictures")]
    NoText,
    #[error("the HTML is nested more than {} levels deep", super::depth::DEEPEST)]
    TooDeep,
    #[error("{} is locked with a password", name(*format))]
    Locked { format: Option<DocumentFormat> },
    #[error("{} could not be read: {message}", name(*format))]
    Damaged { format: Option<DocumentFormat>, message: String },
    #[error("{address} could not be fetched: {message}")]
    Network { address: String, message: String },
    #[error("the address is not one of a page: it must begin with http:// or https:// and name a host")]
    Address,
    #[error("the part of Summitry that reads documents could not be started: {message}")]
    Worker { message: String },
}

impl CaptureError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unrecognised => "Save it as PDF, DOCX, HTML or plain text, or copy its words and paste them.",
            Self::TooLarge { .. } => "Cut it into parts, or copy the passages you need and paste them.",
            Self::NotText => "Save it as plain text in UTF-8, or copy its words and paste them.",
            Self::NoText => "Run it through text recognition first, or type the passages you need.",
            Self::TooDeep => "Copy the words from the page and paste them.",
            Self::Locked { .. } => "Save a copy without the password, or copy its words and paste them.",
            Self::Damaged { .. } => "Open it in the program it comes from and save it anew, or copy its words and paste them.",
            Self::Network { .. } => "Check the address and the connection; or open the page in a browser, copy its words and paste them.",
            Self::Address => "Copy the whole address from the browser.",
            Self::Worker { .. } => "Start Summitry anew; if this stays, install it anew.",
        }
    }

    pub(super) fn damaged(format: DocumentFormat, message: impl ToString) -> Self {
        Self::Damaged {
            format: Some(format),
            message: message.to_string(),
        }
    }
}

fn name(format: Option<DocumentFormat>) -> &'static str {
    match format {
        None => "the file",
        Some(DocumentFormat::Text) => "the text",
        Some(DocumentFormat::Html) => "the HTML page",
        Some(DocumentFormat::Pdf) => "the PDF",
        Some(DocumentFormat::Docx) => "the Word document",
        Some(DocumentFormat::Feed) => "the feed",
    }
}
