//! Any text gives a reading, never a panic, and costs no more than its length.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use chrono::NaiveDate;
use proptest::prelude::*;
use reader::{
    Reader, Truncation,
    proposal::{CharSpan, LONGEST_TEXT, MOST_CITATIONS},
};
use std::{path::Path, sync::OnceLock};

fn shared() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(support::reader)
}

fn check(text: &str) {
    let letters: Vec<char> = text.chars().collect();
    let written = |span: &CharSpan| -> String { letters[span.start..span.end].iter().collect() };
    for language in [None, Some("en"), Some("ko"), Some("zh"), Some("ja"), Some("fr")] {
        let reading = shared().read(text, NaiveDate::from_ymd_opt(2026, 1, 8), language);
        assert!(
            reading
                .sentences
                .iter()
                .all(|span| span.start < span.end && span.end <= letters.len())
        );
        for draft in &reading.drafts {
            assert!(
                draft
                    .citations
                    .iter()
                    .all(|span| span.start < span.end && span.end <= letters.len())
            );
            assert_eq!(written(draft.citations.first().unwrap()), draft.words);
            assert_eq!(written(&draft.trigger_span.unwrap()), draft.trigger);
            assert!((0.0..=1.0).contains(&draft.confidence));
            assert!(draft.links.iter().all(|link| link.draft < reading.drafts.len()));
        }
        let again = shared().read(text, NaiveDate::from_ymd_opt(2026, 1, 8), language);
        assert_eq!(again, reading);
    }
}

/// Every word of the shipped lexicons, and a few names.
fn lexicon_words() -> &'static Vec<String> {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../data/lexicon");
        let mut words: Vec<String> = ["english", "meetings", "places", "topics", "dates"]
            .iter()
            .map(|file| std::fs::read_to_string(folder.join(format!("{file}.toml"))).unwrap())
            .flat_map(|text| text.split(['"', ' ', '|', '\n', '~']).map(str::to_owned).collect::<Vec<_>>())
            .filter(|word| !word.is_empty())
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    })
}

fn recombined() -> impl Strategy<Value = String> {
    let names = vec![
        "China",
        "Japan's",
        "U.S.",
        "Israeli",
        "President Xi Jinping",
        "Seoul",
        "the Kremlin",
        "said",
        "by",
        "to",
        "2025",
        ".",
    ];
    let word = prop_oneof![
        2 => any::<prop::sample::Index>().prop_map(|index| index.get(lexicon_words()).clone()),
        1 => prop::sample::select(names).prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

/// Words that rules look at, thrown together.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "South Korea",
        "China",
        "Xi",
        "President",
        "Lee Jae Myung",
        "said",
        "that",
        "will",
        "meet",
        "with",
        "and",
        ",",
        ".",
        "“",
        "”",
        "\"",
        "'s",
        "’s",
        "not",
        "to",
        "the",
        "of",
        "by",
        "after",
        "second",
        "meeting",
        "in",
        "two",
        "months",
        "relations",
        "between",
        "remain",
        "strained",
        "troops",
        "28,500",
        "stationed",
        "relies",
        "on",
        "for",
        "half",
        "as",
        "largest",
        "market",
        "summit",
        "ahead",
        "its",
        "next",
        "visit",
        "Beijing",
        "if",
        "who",
        "which",
        "(",
        ")",
        "\n",
        "refused",
        "threatened",
        "attack",
        "since",
        "June",
        "2026",
        "last",
        "Monday",
        "early",
        "-",
        "/",
        "U.S.",
        "한국",
        "중국",
        "정상회담",
        "3월",
        "日本",
        "访问",
        "2024年",
        "5日",
        "前",
        "到",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn words_of_the_rules_in_any_order_are_read(text in words()) {
        check(&text);
    }

    #[test]
    fn words_of_the_lexicons_in_any_order_are_read(text in recombined()) {
        check(&text);
    }
}

#[test]
fn great_and_strange_texts_are_read() {
    let many = [
        "a".repeat(2_000_000),
        "China ".repeat(100_000),
        "“".repeat(200_000),
        "( [ « „ ".repeat(50_000),
        "Lee said that Xi said that ".repeat(20_000),
        "China attacked Japan. ".repeat(20_000),
        "1/2/".repeat(200_000),
        "二".repeat(300_000),
        "\u{202E}مرحبا بالعالم \u{202C}".repeat(20_000),
        "e\u{301}".repeat(200_000),
        "\n".repeat(500_000),
        "the ".repeat(200_000),
        "and ".repeat(200_000),
        "is ".repeat(200_000),
    ];
    for text in &many {
        let reading = shared().read(text, NaiveDate::from_ymd_opt(2026, 1, 8), None);
        assert!(reading.drafts.iter().all(|draft| draft.citations.len() <= MOST_CITATIONS));
    }
}

#[test]
fn what_is_left_out_of_a_great_text_is_told() {
    let cases = [
        ("a".repeat(5_000_000), vec![Truncation::Sentence]),
        ("A line.\n".repeat(LONGEST_TEXT / 8 + 1), vec![Truncation::Text]),
        ("China attacked Japan. ".repeat(200), vec![Truncation::Citations]),
        (
            "China attacked Japan. ".repeat(21_000),
            vec![Truncation::Drafts, Truncation::Citations],
        ),
        ("China attacked Japan.".to_owned(), vec![]),
    ];
    for (text, truncations) in cases {
        let reading = shared().read(&text, NaiveDate::from_ymd_opt(2026, 1, 8), None);
        assert_eq!(reading.truncated, truncations, "{}", text.chars().take(30).collect::<String>());
    }
    assert_eq!(
        Truncation::Text.to_string(),
        "only the first 10 MB of the text were read: split it to read the rest"
    );
}
