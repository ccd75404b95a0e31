//! Words of a dossier, and the words that made a rule fire.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use reader::{DraftProposal, Reader, Taught, TeachError};

fn taught(phrases: &[(&str, &str)]) -> Result<Reader, TeachError> {
    let mut reader = support::reader();
    let all: Vec<Taught> = phrases
        .iter()
        .map(|(words, kind)| Taught {
            words: (*words).to_owned(),
            kind: (*kind).to_owned(),
        })
        .collect();
    reader.teach(&all).map(|()| reader)
}

fn read(reader: &Reader, text: &str) -> Vec<DraftProposal> {
    reader.read(text, chrono::NaiveDate::from_ymd_opt(2026, 1, 20), None).drafts
}

fn told(reader: &Reader, text: &str) -> String {
    read(reader, text)
        .iter()
        .map(|draft| {
            format!(
                "{}>{} {} «{}»",
                draft.source_countries.join("+"),
                draft.target_countries.join("+"),
                draft.item.kind,
                draft.trigger
            )
        })
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn taught_words_are_read_in_their_forms_and_win_over_shipped_ones() {
    let reader = taught(&[
        ("jawbone", "demand"),
        ("visit ~ yard", "investigation"),
        ("powwow", "talks"),
        ("회동", "summit"),
    ])
    .unwrap();
    let cases = [
        ("Norway jawboned Sweden over fish.", "NOR>SWE demand «jawboned»"),
        (
            "Norway will visit a Swedish yard on Monday.",
            "NOR>SWE investigation «will visit a Swedish yard»",
        ),
        ("A powwow between Norway and Sweden ended.", "NOR+SWE>NOR+SWE talks «powwow»"),
        ("한국과 중국이 회동을 했다.", "KOR+CHN>KOR+CHN summit «회동»"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(&reader, text), expected, "{text}");
    }
}

#[test]
fn unusable_words_are_refused_and_nothing_is_taught() {
    let long = "a ".repeat(60);
    let cases = [
        (
            "",
            "talks",
            "there are no words to remember for the kind “talks”: give a verb or a noun",
        ),
        (
            " ~ ",
            "talks",
            "there are no words to remember for the kind “talks”: give a verb or a noun",
        ),
        (
            long.as_str(),
            "talks",
            "“a a a a a a a a a a a a …” is longer than 80 characters: give only the verb and the words that belong to it",
        ),
        (
            "of the",
            "talks",
            "“of the” stands in every other sentence: add the words that belong to it",
        ),
        (
            "~ talks",
            "talks",
            "“~ talks” has a gap (~) that is not between words: begin and end with a word",
        ),
        ("meet, greet", "talks", "“meet, greet” holds a mark that is no word: leave out “,”"),
        (
            "meet",
            "tea",
            "the kind “tea” of “meet” is not one of the reader's kinds: choose another kind",
        ),
    ];
    for (words, kind, expected) in cases {
        let error = taught(&[("jawbone", "demand"), (words, kind)]).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let mut reader = support::reader();
    let one = |words: &str| Taught {
        words: words.to_owned(),
        kind: "talks".to_owned(),
    };
    assert!(reader.teach(&[one("jawbone"), one("")]).is_err());
    assert_eq!(told(&reader, "Norway jawboned Sweden over fish."), "");
    assert_eq!(
        reader.teach(&vec![one("jawbone"); reader::MOST_TAUGHT + 1]),
        Err(TeachError::TooMany)
    );
}

#[test]
fn words_of_a_text_become_the_words_to_remember() {
    let cases = [
        ("will hold three days of talks", "hold ~ talks"),
        ("suggested", "suggest"),
        ("has met", "meet"),
        ("meeting", "meeting"),
        ("jawboned", "jawbone"),
        ("is jawboning", "jawbone"),
        ("were trolled by", "troll by"),
        ("rallied", "rally"),
        ("will send 300 of its cadets to", "send ~ cadets to"),
        ("회동", "회동"),
        ("峰会", "峰会"),
    ];
    let reader = support::reader();
    for (trigger, expected) in cases {
        assert_eq!(reader.taught_words(trigger), expected, "{trigger}");
    }
}

#[test]
fn every_draft_shows_the_words_that_made_it() {
    let text = "The alliance stands. South Korean President Lee Jae Myung will meet Xi Jinping in Beijing. The U.S.-Japan alliance is old.";
    let drafts = read(&support::reader(), text);
    let shown: Vec<&str> = drafts.iter().map(|draft| draft.trigger.as_str()).collect();
    assert_eq!(shown, ["will meet", "alliance"]);
    for draft in &drafts {
        let span = draft.trigger_span.unwrap();
        let words: String = text.chars().skip(span.start).take(span.end - span.start).collect();
        assert_eq!(words, draft.trigger);
    }
}
