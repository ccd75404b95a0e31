use crate::made::{docx, paragraph, pdf};
use exchange::capture::{
    CaptureError, Document,
    worker::{Kind, Request, ask},
};
use std::path::Path;

const PROGRAM: &str = env!("CARGO_BIN_EXE_capture-worker");

pub fn file<'a>(bytes: &'a [u8], name: Option<&'a str>) -> Request<'a> {
    Request {
        kind: Kind::File,
        name,
        address: None,
        bytes,
    }
}

pub fn answer(request: &Request, arguments: &[&str]) -> Result<Vec<Document>, CaptureError> {
    ask(Path::new(PROGRAM), arguments, request)
}

#[track_caller]
fn refused(outcome: Result<Vec<Document>, CaptureError>, words: &str) {
    let error = outcome.unwrap_err().to_string();
    assert!(error.contains(words), "{error}");
}

#[test]
fn files_and_pages_are_read_in_another_process() {
    let text = answer(&file("Summit\nBy Ann Lee\n\n한중".as_bytes(), Some("a.txt")), &[]).unwrap();
    assert_eq!(
        (text[0].author.as_deref(), text[0].text.as_str()),
        (Some("Ann Lee"), "Summit\nBy Ann Lee\n\n한중")
    );
    let page = Request {
        kind: Kind::Page,
        name: None,
        address: Some("https://example.com/a"),
        bytes: b"<p>Lee met Xi.</p>",
    };
    let page = answer(&page, &[]).unwrap();
    assert_eq!(
        (page[0].address.as_deref(), page[0].text.as_str()),
        (Some("https://example.com/a"), "Lee met Xi.")
    );
    assert_eq!(
        answer(&file(&pdf(&[&["Lee met Xi."]], ""), None), &[]).unwrap()[0].text,
        "Lee met Xi."
    );
    assert_eq!(answer(&file(&docx(&paragraph("Lee"), ""), None), &[]).unwrap()[0].text, "Lee");
}

#[test]
fn refusals_come_back_as_they_are() {
    assert_eq!(
        answer(&file(b"<div>".repeat(2_000).as_slice(), None), &[]),
        Err(CaptureError::TooDeep)
    );
    assert_eq!(answer(&file(b"\x89PNG\r\n\x1a\n", None), &[]), Err(CaptureError::Unrecognised));
}

#[test]
fn a_large_text_goes_there_and_back() {
    let line = "Lee met Xi in Beijing. 한중 정상회담.\n";
    let text = line.repeat((50 << 20) / line.len());
    let found = answer(&file(text.as_bytes(), None), &[]).unwrap();
    assert_eq!(found[0].text.len(), text.len() - 1);
    refused(answer(&file(&vec![b'a'; (64 << 20) + 1], None), &[]), "larger than 64 MB");
}

#[test]
fn a_child_that_dies_makes_the_document_damaged() {
    let request = pdf(&[&["Lee"]], "");
    refused(answer(&file(&request, None), &["abort"]), "the PDF could not be read: it broke off");
    refused(
        answer(&file(&request, None), &["babble"]),
        "the PDF could not be read: it broke off",
    );
    // More than a pipe holds, so that the child dies while it is written to.
    refused(answer(&file(&vec![b'a'; 8 << 20], None), &["abort"]), "the text could not be read");
}

#[test]
fn a_page_that_grows_without_bound_is_given_up() {
    // Each division opens again all that was left open before it: the square of the page's length.
    let page: String = (0..60_000).map(|number| format!("<div><b a={number}></div>")).collect();
    refused(
        answer(&file(format!("<html>{page}").as_bytes(), None), &[]),
        "the HTML page could not be read",
    );
}

#[test]
fn a_program_that_is_not_there_is_named() {
    let outcome = ask(Path::new("/no/such/program"), &[], &file(b"a", None));
    assert!(matches!(outcome, Err(CaptureError::Worker { .. })), "{outcome:?}");
}

#[test]
fn a_child_that_hangs_is_killed() {
    refused(answer(&file(&vec![b'a'; 8 << 20], None), &["hang"]), "took more than 20 seconds");
}
