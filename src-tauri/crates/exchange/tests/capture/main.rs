//! Documents of every format, whole and broken, through the public door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod docx;
mod feed;
mod hostile;
mod html;
mod made;
mod pdf;
mod text;
mod worker;

use exchange::capture::{CaptureError, Document, documents};

/// The one document in the bytes.
#[track_caller]
fn read(bytes: &[u8]) -> Document {
    let mut found = documents(bytes, None).unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// Title, author, publisher, published, language, address; `-` for what is not said.
fn said(document: &Document) -> String {
    let entries = [
        &document.title,
        &document.author,
        &document.publisher,
        &document.published,
        &document.language,
        &document.address,
    ];
    entries.map(|entry| entry.as_deref().unwrap_or("-")).join(" / ")
}

#[track_caller]
fn refused(bytes: &[u8], words: &str) -> CaptureError {
    let error = documents(bytes, None).unwrap_err();
    assert!(error.to_string().contains(words), "{error}");
    assert!(error.refusal().hint.is_some());
    error
}
