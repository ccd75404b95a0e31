use api::wire::{BriefRequest, EventsRequest, LanguageCode, PaperSize};
use std::process::Command;

use crate::sample::{Sample, nothing};

fn request() -> BriefRequest {
    BriefRequest {
        title: None,
        filter: nothing(),
        as_of: Some("2026-01-08".to_owned()),
        parts: vec![],
        paper: PaperSize::A4,
        marking: None,
        language: LanguageCode::En,
    }
}

#[test]
fn the_brief_is_the_same_twice_and_holds_every_event_once() {
    let sample = Sample::open();
    let (first, second) = (sample.folder.path().join("first.pdf"), sample.folder.path().join("second.pdf"));
    let saved = sample.api.brief_to(&request(), &first, &[]).unwrap();
    assert_eq!(
        (saved.file.as_str(), saved.events, saved.missing_glyphs.as_str()),
        ("first.pdf", 36, "")
    );
    sample.api.brief_to(&request(), &second, &[]).unwrap();
    assert!(
        std::fs::read(&first).unwrap() == std::fs::read(&second).unwrap(),
        "same dossier, same bytes"
    );
    // Where the reader of PDFs is not installed, the crate that lays the brief out has its own tests of the text.
    let Ok(read) = Command::new("pdftotext").arg("-raw").arg(&first).arg("-").output() else {
        return;
    };
    let text = squeezed(&String::from_utf8(read.stdout).unwrap());
    let all = EventsRequest {
        filter: nothing(),
        offset: 0,
        limit: 100,
        language: LanguageCode::En,
    };
    for event in sample.api.events(all).unwrap().rows {
        assert_eq!(text.matches(&squeezed(&event.title)).count(), 1, "{}", event.title);
    }
}

/// Without spaces and line breaks, which follow the page.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

#[test]
fn a_brief_that_cannot_be_written_says_so() {
    let sample = Sample::open();
    let refused = sample
        .api
        .brief_to(&request(), &sample.path().join("inside-a-file.pdf"), &[])
        .unwrap_err();
    assert_eq!(refused.code, api::wire::ErrorCode::Io);
    assert_eq!(refused.hint.as_deref(), Some("choose another folder"));
}
