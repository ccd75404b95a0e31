//! News sentences of our own, scored as pairs of countries with the quad class of what one does to the other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod support;

use std::collections::BTreeSet;

const SENTENCES: &str = include_str!("news/sentences.tsv");

type Told = BTreeSet<String>;

fn ours(reader: &reader::Reader, sentence: &str) -> Told {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 20);
    let reading = reader.read(sentence, day, Some("en"));
    let mut all = Told::new();
    for draft in &reading.drafts {
        let Some(quad) = draft.quad else { continue };
        for source in &draft.source_countries {
            let others = draft.target_countries.iter().filter(|target| *target != source);
            all.extend(others.map(|target| format!("{source}>{target} {quad}")));
        }
    }
    all
}

/// The reading of the sentence that is nearest to ours.
fn wanted(expected: &str, ours: &Told) -> Told {
    let readings = expected.split('|').map(|reading| {
        let words: Vec<&str> = reading.split_whitespace().collect();
        words.chunks(2).map(|pair| pair.join(" ")).collect::<Told>()
    });
    readings
        .max_by_key(|reading| (reading == ours, reading.intersection(ours).count()))
        .unwrap_or_default()
}

#[test]
fn most_sentences_of_news_are_read_rightly() {
    let reader = support::reader();
    let (mut hit, mut found, mut all, mut exact, mut count) = (0, 0, 0, 0, 0);
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let (sentence, expected) = line.split_once('\t').unwrap();
        let ours = ours(&reader, sentence);
        let wanted = wanted(expected, &ours);
        count += 1;
        if ours == wanted {
            exact += 1;
        } else {
            println!("{sentence}\n    wanted {wanted:?}\n    ours   {ours:?}");
        }
        hit += ours.intersection(&wanted).count();
        found += ours.len();
        all += wanted.len();
    }
    let f1 = 200 * hit / (found + all);
    println!("{exact} of {count} sentences as expected; right {hit}, found {found}, expected {all}: F1 {f1} %");
    assert!(f1 >= 90, "F1 {f1} %");
}
