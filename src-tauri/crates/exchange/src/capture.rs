//! Bytes of a document → its text and what it says about itself.
//!
//! Everything but `fetch` and `worker::ask` is pure over bytes. Parsers of hostile files may panic, hang or grow, so a
//! shell calls `documents` and `page` through `worker`, in a process that may die.

mod byline;
mod clean;
mod dateline;
mod dates;
mod depth;
mod docx;
pub(crate) mod encoding;
mod error;
mod feed;
mod fetch;
mod format;
pub(crate) mod html;
mod pdf;
pub mod worker;

pub use byline::{Byline, byline};
pub use error::CaptureError;
pub use fetch::fetch;
pub use format::{DocumentFormat, recognise};

use chrono::NaiveDate;
use domain::Edtf;
use serde::{Deserialize, Serialize};

/// The largest document taken, in bytes.
pub const LARGEST: usize = 64 << 20;

/// What was left out of a page is spoken of from so many characters, and so many per cent, on.
const MUCH: usize = 300;
const MUCH_OF_ALL: u32 = 15;

/// What a document says of itself; `None` where it does not say.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub title: Option<String>,
    pub author: Option<String>,
    pub publisher: Option<String>,
    /// EDTF, as exact as stated: of a date with a time the date as written there, never shifted by a zone.
    pub published: Option<String>,
    /// ISO 639-1, from the markup only.
    pub language: Option<String>,
    /// An http or https address.
    pub address: Option<String>,
    /// Paragraphs with one blank line between them, no blanks at the ends of lines, no control characters but `\n` and `\t`.
    /// Plain text keeps its own line ends.
    pub text: String,
    /// Prose of a page that was not taken for a part of its article.
    pub left_out: String,
}

impl Document {
    /// How much of the page's prose was left out, in per cent; `None` where it is too little to speak of.
    pub fn share_left_out(&self) -> Option<u32> {
        let (kept, left) = (self.text.chars().count(), self.left_out.chars().count());
        let share = (100 * left / (kept + left).max(1)) as u32;
        (left >= MUCH && share >= MUCH_OF_ALL).then_some(share)
    }

    /// When it was published: what it says of itself, else the dateline that its text opens with, which may need the day it was seen on.
    pub fn dated(&self, seen: NaiveDate) -> Option<Edtf> {
        let stated = self.published.as_deref().and_then(|date| Edtf::parse(date).ok());
        stated.or_else(|| Edtf::parse(&dateline::dateline(&self.text, seen)?).ok())
    }
}

/// The documents in the bytes of a file: one, or one for each item of a feed. `name` is the file's, where it has one.
pub fn documents(bytes: &[u8], name: Option<&str>) -> Result<Vec<Document>, CaptureError> {
    if bytes.len() > LARGEST {
        return Err(CaptureError::TooLarge {
            format: None,
            limit_mb: LARGEST >> 20,
        });
    }
    match recognise(bytes, name)? {
        DocumentFormat::Text => one(plain(bytes)?),
        DocumentFormat::Html => one(html::read(&encoding::of_html(bytes)?, None)?),
        DocumentFormat::Pdf => one(pdf::read(bytes)?),
        DocumentFormat::Docx => one(docx::read(bytes)?),
        DocumentFormat::Feed => feed::read(bytes),
    }
}

/// The document that pasted words are, with what their first lines say of it.
pub fn text(words: &str) -> Result<Document, CaptureError> {
    with_text(plain(words.as_bytes())?)
}

/// The document in HTML that was copied or fetched from an address. An address that is not http or https is left out.
pub fn page(html: &str, address: Option<&str>) -> Result<Document, CaptureError> {
    with_text(html::read(html, address)?)
}

fn one(document: Document) -> Result<Vec<Document>, CaptureError> {
    Ok(vec![with_text(document)?])
}

fn with_text(document: Document) -> Result<Document, CaptureError> {
    if document.text.is_empty() {
        Err(CaptureError::NoText)
    } else {
        Ok(document)
    }
}

fn plain(bytes: &[u8]) -> Result<Document, CaptureError> {
    let text = clean::text(&encoding::of_text(bytes)?);
    let mut document = Document {
        text,
        ..Document::default()
    };
    complete(&mut document);
    Ok(document)
}

/// Takes from the first lines of the text what the document has not said elsewhere.
fn complete(document: &mut Document) {
    let found = byline(&document.text);
    document.title = document.title.take().or(found.title);
    document.author = document.author.take().or(found.author);
    document.published = document.published.take().or(found.published);
}
