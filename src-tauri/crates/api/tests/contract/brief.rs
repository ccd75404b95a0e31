use api::wire::{BriefPart, BriefRequest, EventsRequest, Language, PaperSize, RelationsRequest};
use std::{path::Path, process::Command};

use crate::sample::{Sample, nothing};

fn request() -> BriefRequest {
    BriefRequest {
        title: None,
        filter: nothing(),
        known_on: None,
        as_of: Some("2026-01-08".to_owned()),
        parts: vec![],
        paper: PaperSize::A4,
        marking: None,
        language: Language::English,
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
        known_on: None,
        filter: nothing(),
        offset: 0,
        limit: 100,
        language: Language::English,
    };
    for event in sample.api.events(all).unwrap().rows {
        assert_eq!(text.matches(&squeezed(&event.title)).count(), 1, "{}", event.title);
    }
}

/// The page as it is laid out, line by line; `None` where the reader of PDFs is not installed.
fn lines(path: &Path) -> Option<Vec<String>> {
    let read = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().ok()?;
    Some(String::from_utf8(read.stdout).unwrap().lines().map(str::to_owned).collect())
}

/// The numbers at the end of a printed line, in hundredths: "12 Summit  5 January 2026  +5.00  0.83  −1.20" ends in three.
fn numbers(line: &str) -> Vec<i64> {
    let number = |word: &str| {
        let (whole, hundredths) = word.trim_start_matches(['+', '−']).split_once('.')?;
        let value: i64 = format!("{whole}{hundredths}").parse().ok().filter(|_| hundredths.len() == 2)?;
        Some(if word.starts_with('−') { -value } else { value })
    };
    let mut found: Vec<i64> = line.split_whitespace().rev().map_while(number).collect();
    found.reverse();
    found
}

#[test]
fn the_parts_printed_of_every_dyad_add_up_to_the_number_printed() {
    let sample = Sample::open();
    let path = sample.folder.path().join("sums.pdf");
    let parts = vec![BriefPart::Dyads];
    sample.api.brief_to(&BriefRequest { parts, ..request() }, &path, &[]).unwrap();
    let Some(lines) = lines(&path) else { return };
    let mut dyads = 0;
    let (mut tone, mut prior, mut sum) = (None, None, 0);
    for line in &lines {
        let words = line.trim();
        let number = numbers(words).last().copied();
        if words.starts_with("TONE ") {
            tone = words.split_whitespace().nth(1).and_then(|word| numbers(word).first().copied());
        } else if words.ends_with("ADDS") {
            sum = 0;
        } else if words.starts_with("Prior ") && number.is_some() {
            assert_eq!(number, Some(sum), "the prior is not the sum of the ties: {lines:#?}");
            prior = number;
        } else if words.starts_with("Tone ") && number.is_some() {
            assert_eq!(
                (number, tone),
                (Some(sum), number),
                "the tone is not the sum of its parts: {lines:#?}"
            );
            (dyads, tone, prior) = (dyads + 1, None, None);
        } else {
            let named = words.starts_with("Standing ties (prior)");
            assert!(!named || prior.is_none_or(|prior| words.contains(&format!("{:.2}", prior.abs() as f64 / 100.0))));
            sum += number.unwrap_or_default();
        }
    }
    let expected = sample.api.relations(relations()).unwrap().dyads;
    assert_eq!(dyads, expected.len().min(12), "{lines:#?}");
}

fn relations() -> RelationsRequest {
    RelationsRequest {
        as_of: request().as_of,
        known_on: None,
        language: Language::English,
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
