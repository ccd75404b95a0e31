//! Which format bytes are in.

use super::{CaptureError, encoding};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentFormat {
    Text,
    Html,
    Pdf,
    Docx,
    /// RSS, Atom or a JSON feed.
    Feed,
}

/// How far into a file its kind shows, in bytes.
const START: usize = 4096;

/// Starts of files that are neither text nor anything read here: images, sound, archives, programs, old Office, RTF, mail.
const STRANGERS: [&[u8]; 13] = [
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"SQLite format 3",
    b"MIME-Version:",
];

/// What an HTML page may begin with (WHATWG MIME sniffing, and what editors leave out before it).
const HTML_STARTS: [&str; 26] = [
    "!doctype html",
    "html",
    "head",
    "script",
    "iframe",
    "h1",
    "h2",
    "div",
    "font",
    "table",
    "a",
    "style",
    "title",
    "b",
    "body",
    "br",
    "p",
    "meta",
    "link",
    "article",
    "section",
    "main",
    "span",
    "ul",
    "ol",
    "img",
];

/// The format by the bytes, then by the file's name; text where neither says more.
pub fn recognise(bytes: &[u8], name: Option<&str>) -> Result<DocumentFormat, CaptureError> {
    let start = bytes.get(..START).unwrap_or(bytes);
    if position(start.get(..1024).unwrap_or(start), b"%PDF-").is_some() {
        return Ok(DocumentFormat::Pdf);
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        let is_word = position(bytes, b"word/").is_some();
        return if is_word {
            Ok(DocumentFormat::Docx)
        } else {
            Err(CaptureError::Unrecognised)
        };
    }
    if STRANGERS.iter().any(|stranger| start.starts_with(stranger)) {
        return Err(CaptureError::Unrecognised);
    }
    of_text(start, name)
}

fn of_text(start: &[u8], name: Option<&str>) -> Result<DocumentFormat, CaptureError> {
    // A letter cut in two at the end of the start is no reason to refuse.
    let text = match std::str::from_utf8(start) {
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(start),
        _ => encoding::of_html(start)?,
    };
    let text = text.trim_start().to_lowercase();
    if text.starts_with('{') && text.contains("jsonfeed.org/version") {
        return Ok(DocumentFormat::Feed);
    }
    if let Some(root) = root_of(&text) {
        return of_markup(root, text.starts_with("<?xml"));
    }
    Ok(if is_named(name, &[".html", ".htm", ".xhtml"]) {
        DocumentFormat::Html
    } else {
        DocumentFormat::Text
    })
}

fn of_markup(root: &str, is_xml: bool) -> Result<DocumentFormat, CaptureError> {
    let element = root.split([' ', '\t', '\n', '\r', '>', '/']).next().unwrap_or_default();
    let is_html = HTML_STARTS.contains(&element) || root.starts_with("!doctype html");
    match element {
        "rss" | "feed" | "rdf:rdf" => Ok(DocumentFormat::Feed),
        _ if is_html => Ok(DocumentFormat::Html),
        _ if is_xml => Err(CaptureError::Unrecognised),
        _ => Ok(DocumentFormat::Text),
    }
}

/// What follows the first `<` that begins neither a comment nor a processing instruction; `None` where words come first.
fn root_of(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let inside = rest.strip_prefix('<')?;
        let end = match inside {
            _ if inside.starts_with('?') => "?>",
            _ if inside.starts_with("!--") => "-->",
            _ if inside.starts_with("!doctype") && !inside.starts_with("!doctype html") => ">",
            _ => return Some(inside),
        };
        rest = inside.split_once(end)?.1;
    }
}

fn is_named(name: Option<&str>, endings: &[&str]) -> bool {
    let name = name.unwrap_or_default().to_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

fn position(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, name: Option<&str>, expected: DocumentFormat) {
        assert_eq!(recognise(bytes.as_bytes(), name), Ok(expected), "{bytes}");
    }

    #[test]
    fn bytes_decide_before_the_name() {
        check("%PDF-1.4\n", Some("a.txt"), DocumentFormat::Pdf);
        check("junk\n%PDF-1.4\n", None, DocumentFormat::Pdf);
        check("PK\x03\x04....word/document.xml", Some("a.zip"), DocumentFormat::Docx);
        check("  <!DOCTYPE html><p>", Some("a.txt"), DocumentFormat::Html);
        check("<!-- saved --><html>", None, DocumentFormat::Html);
        check("<?xml version='1.0'?>\n<html xmlns='x'>", None, DocumentFormat::Html);
        check("<p>a", None, DocumentFormat::Html);
        check("<?xml version='1.0'?><!-- x --><rss version='2.0'>", None, DocumentFormat::Feed);
        check("<feed xmlns='http://www.w3.org/2005/Atom'>", None, DocumentFormat::Feed);
        check("<rdf:RDF xmlns='x'>", None, DocumentFormat::Feed);
        check(
            "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
            Some("feed.json"),
            DocumentFormat::Feed,
        );
    }

    #[test]
    fn names_decide_where_bytes_do_not() {
        check("words first <p>", Some("page.HTML"), DocumentFormat::Html);
        check("words first <p>", Some("notes.txt"), DocumentFormat::Text);
        check("한국", None, DocumentFormat::Text);
        check("<placeholder> is not a page", None, DocumentFormat::Text);
        check(&"한".repeat(5000), None, DocumentFormat::Text);
    }

    #[test]
    fn strangers_are_refused() {
        let check = |bytes: &[u8]| assert_eq!(recognise(bytes, Some("a.txt")), Err(CaptureError::Unrecognised));
        check(b"\x89PNG\r\n\x1a\n");
        check(b"\xd0\xcf\x11\xe0\xa1\xb1");
        check(b"PK\x03\x04....xl/workbook.xml");
        check(b"{\\rtf1\\ansi");
        check(b"<?xml version='1.0'?><svg>");
    }
}
