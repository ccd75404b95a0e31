//! PDF → text: the words in reading order, their lines joined into paragraphs.

mod paragraphs;

use super::{CaptureError, Document, DocumentFormat, clean, complete, html};
use encoding_rs::{UTF_16BE, WINDOWS_1252};
use pdf_oxide::{PdfDocument, converters::ConversionOptions, object::Object};

/// Further pages are left out, so that no document costs more than the time it is given.
const PAGES: usize = 2_000;

/// The document's text and what its information dictionary says. The day it was made is not that of publication.
pub fn read(bytes: &[u8]) -> Result<Document, CaptureError> {
    let damaged = |error: pdf_oxide::Error| CaptureError::damaged(DocumentFormat::Pdf, error);
    let pdf = PdfDocument::from_bytes(bytes.to_vec()).map_err(damaged)?;
    if !pdf.is_authenticated() {
        return Err(CaptureError::Locked {
            format: Some(DocumentFormat::Pdf),
        });
    }
    let count = pdf.page_count().map_err(damaged)?.min(PAGES);
    let options = ConversionOptions {
        extract_tables: false,
        ..ConversionOptions::default()
    };
    let mut pages: Vec<String> = Vec::new();
    let mut wrapped = Vec::new();
    for page in 0..count {
        let Ok(text) = pdf.extract_text_with_options(page, &options) else {
            continue;
        };
        wrapped.push(wrapped_words(&pdf, page, &text));
        pages.push(text);
    }
    paragraphs::give_hyphens_back(&mut pages, &wrapped);
    if pages.is_empty() {
        return Err(CaptureError::damaged(DocumentFormat::Pdf, "no page of it can be read"));
    }
    let mut document = about(&pdf);
    document.text = clean::text(&paragraphs::join(&pages));
    complete(&mut document);
    Ok(document)
}

/// The two parts of each word that has a hyphen where a line of the page ends: the library has made one word of them, whether or not
/// the hyphen belonged to it.
fn wrapped_words(pdf: &PdfDocument, page: usize, text: &str) -> Vec<(String, String)> {
    let spans = pdf.extract_spans(page).unwrap_or_default();
    let parts = spans.windows(2).filter_map(|pair| {
        let [line, next] = pair else { return None };
        let first = line.text.trim_end().strip_suffix('-')?.split_whitespace().next_back()?;
        let second = next.text.split_whitespace().next()?;
        text.contains(&format!("{first}{second}"))
            .then(|| (first.to_owned(), second.to_owned()))
    });
    parts.collect()
}

fn about(pdf: &PdfDocument) -> Document {
    let info = pdf.trailer().as_dict().and_then(|trailer| resolved(pdf, trailer.get("Info")?));
    let entry = |key: &str| {
        let value = resolved(pdf, info.as_ref()?.as_dict()?.get(key)?)?;
        clean::entry(&text_string(value.as_string()?))
    };
    let language = || {
        let language = resolved(pdf, pdf.catalog().ok()?.as_dict()?.get("Lang")?)?;
        html::two_letters(&text_string(language.as_string()?))
    };
    Document {
        title: entry("Title").filter(|title| !is_file_name(title)),
        author: entry("Author"),
        language: language(),
        ..Document::default()
    }
}

fn resolved(pdf: &PdfDocument, object: &Object) -> Option<Object> {
    pdf.resolve_object(object).ok()
}

/// A text string: UTF-16 or UTF-8 with its mark, else bytes that are nearly those of windows-1252 (ISO 32000-1, 7.9.2.2).
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Whether a title is what a word processor wrote by itself.
fn is_file_name(title: &str) -> bool {
    let lower = title.to_lowercase();
    let endings = [".doc", ".docx", ".pdf", ".rtf", ".odt", ".hwp", ".indd", ".qxd"];
    lower.starts_with("microsoft word") || lower == "untitled" || endings.iter().any(|ending| lower.ends_with(ending))
}
