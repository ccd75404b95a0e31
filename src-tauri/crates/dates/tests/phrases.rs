//! Date phrases of our own in five languages: what they mean, and that they mean it alone and inside a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use chrono::NaiveDate;
use dates::{Sentence, Tense, typed};
use domain::{Edtf, Moment};
use std::{collections::BTreeMap, path::Path};

/// Language, phrase, and the bounds it may have, seen from Tuesday, 20 January 2026.
const BOUNDS: &str = include_str!("phrases.tsv");
/// Language, phrase, EDTF, seen from Wednesday, 14 October 2026.
const EXACT: &str = include_str!("exact.tsv");
const CORPUS: &str = "dates/dates.jsonl";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut parts = line.splitn(3, '\t');
        [parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap()]
    })
}

fn bounds(phrase: &str, language: &str) -> String {
    let bound = |moment: Option<Moment>| moment.map_or_else(|| "..".to_owned(), Moment::iso_date);
    typed(phrase, day("2026-01-20"), Some(language)).map_or_else(
        |_| String::new(),
        |date| format!("{}\t{}", bound(date.earliest()), bound(date.latest())),
    )
}

#[test]
fn most_phrases_mean_the_days_they_say() {
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for [language, phrase, wanted] in rows(BOUNDS) {
        let ours = bounds(phrase, language);
        let right = wanted.split('|').any(|one| one == ours);
        if !right {
            println!("{language} «{phrase}» {ours:?}, not {wanted:?}");
        }
        let entry = tally.entry(language).or_default();
        entry.0 += usize::from(right);
        entry.1 += 1;
    }
    println!("{tally:?}");
    for (language, (right, all)) in tally {
        assert!(right * 100 >= all * 93, "{language}: {right} of {all}");
    }
}

#[test]
fn phrases_are_as_exact_as_their_words() {
    let wrong: Vec<String> = rows(EXACT)
        .filter_map(|[language, phrase, wanted]| {
            let found = typed(phrase, day("2026-10-14"), Some(language)).map(|date| date.to_string());
            (found.as_deref() != Ok(wanted)).then(|| format!("{language} {phrase}: {found:?}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A phrase with the day it is seen from.
struct Phrase {
    language: &'static str,
    text: String,
    reference: NaiveDate,
}

fn ours() -> Vec<Phrase> {
    let of = |table, reference: NaiveDate| {
        rows(table).map(move |[language, phrase, _]| Phrase {
            language,
            text: phrase.to_owned(),
            reference,
        })
    };
    of(BOUNDS, day("2026-01-20")).chain(of(EXACT, day("2026-10-14"))).collect()
}

/// The phrases of the corpus; none, and a word about it, where it is not here.
fn of_corpus() -> Vec<Phrase> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let folder = std::env::var_os("SUMMITRY_CORPUS").unwrap_or_else(|| "../shared/corpus".into());
    let path = root.join(folder).join(CORPUS);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("the test corpus is not here: {CORPUS}; let SUMMITRY_CORPUS name the folder that holds it");
        return Vec::new();
    };
    text.lines()
        .flat_map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let reference = row["ref"]
                .as_str()
                .and_then(|day| day.get(..10)?.parse().ok())
                .unwrap_or_else(|| day("2026-01-20"));
            let language = match row["lang"].as_str().unwrap() {
                "English" => "en",
                "French" => "fr",
                "Korean" => "ko",
                "Chinese" => "zh",
                _ => "ja",
            };
            let is_date = |result: &&serde_json::Value| matches!(result["type"].as_str(), Some("date" | "daterange"));
            let phrase = |result: &serde_json::Value| Phrase {
                language,
                text: result["text"].as_str().unwrap().to_owned(),
                reference,
            };
            row["results"]
                .as_array()
                .unwrap()
                .iter()
                .filter(is_date)
                .map(phrase)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The phrase between words that are no part of a date.
fn in_sentence(phrase: &Phrase) -> Option<Edtf> {
    let (before, after) = match phrase.language {
        "en" => ("Both sides talked: ", "; nothing else was agreed."),
        "fr" => ("Les deux parties se parlent : ", " ; rien d'autre."),
        "ko" => ("양측 회담: ", "; 합의문 없음."),
        "zh" => ("双方会谈：", "；没有协议。"),
        _ => ("両国会談：", "；合意なし。"),
    };
    let text = format!("{before}{}{after}", phrase.text);
    let found = Sentence::of(&text, phrase.language).find(phrase.reference, Tense::Unknown);
    // More than one date is no answer to the whole phrase.
    match found.as_slice() {
        [one] => Some(one.edtf.clone()),
        _ => None,
    }
}

#[test]
fn a_phrase_means_the_same_alone_and_inside_a_sentence() {
    let mut differing = Vec::new();
    let (mut all, mut both) = (0_usize, 0_usize);
    for phrase in ours().into_iter().chain(of_corpus()) {
        all += 1;
        let alone = typed(&phrase.text, phrase.reference, Some(phrase.language));
        let inside = in_sentence(&phrase);
        match (alone, inside) {
            (Ok(alone), Some(inside)) if alone == inside => both += 1,
            (Ok(alone), Some(inside)) => differing.push(format!("{} «{}»: {alone} alone, {inside} inside", phrase.language, phrase.text)),
            (alone, inside) => println!("{} «{}»: {alone:?} alone, {inside:?} inside", phrase.language, phrase.text),
        }
    }
    println!("{both} of {all} are understood both ways");
    assert!(differing.is_empty(), "{differing:#?}");
    assert!(both * 100 >= all * 85, "{both} of {all}");
}
