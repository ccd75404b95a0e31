//! Date phrases of our own in five languages, compared by the first and the last day they allow.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;

const PHRASES: &str = include_str!("news/dates.tsv");

fn bounds(phrase: &str, language: &str) -> String {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
    let open = || "..".to_owned();
    reader::when(phrase, day, language).map_or_else(String::new, |when| {
        format!("{}\t{}", when.earliest.unwrap_or_else(open), when.latest.unwrap_or_else(open))
    })
}

#[test]
fn most_phrases_mean_the_days_they_say() {
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in PHRASES.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.splitn(3, '\t');
        let (language, phrase, wanted) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
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
