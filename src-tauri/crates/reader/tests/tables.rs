//! A kind of event is rows in tables and no code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::{event::Role, kind::Kind, named::Noun, statement::Stance};
use reader::{LexiconError, Reader, Tables};
use std::{fs, path::Path};

/// A reader of the shipped tables with rows added to copies of them in a folder.
fn reader_with(kinds: &str, english: &str) -> Result<Reader, LexiconError> {
    let folder = tempfile::tempdir().unwrap();
    let copy = |shipped: &str, rows: &str| {
        let file = folder.path().join(Path::new(shipped).file_name().unwrap());
        let text = fs::read_to_string(support::data(shipped)).unwrap();
        fs::write(&file, format!("{rows}\n{text}")).unwrap();
        fs::read_to_string(file).unwrap()
    };
    let mut table: toml::Table = toml::from_str(&copy("ontology/kinds.toml", kinds)).unwrap();
    let kinds: Vec<Kind> = table.remove("kind").unwrap().try_into().unwrap();
    let english = copy("lexicon/english.toml", english);
    let tables = Tables {
        english: &english,
        ..Tables::SHIPPED
    };
    Reader::new(support::shipped(), &kinds, &tables)
}

const GIFT: &str = r#"
[[kind]]
id = "panda-loan"
label = { en = "Panda loan", ko = "판다 대여" }
plover = "COOPERATE"
cameo = "060"
planned = "030"
quad = 2
weight = 5.0
icon = "paw-print"
"#;

const GIFT_WORDS: &str = r#"
[[act]]
kind = "panda-loan"
words = ["lend|lease ~ panda|pandas"]
to = ["to"]
"#;

#[test]
fn a_kind_added_to_the_tables_is_read() {
    let reader = reader_with(GIFT, GIFT_WORDS).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 8);
    let reading = reader.read(
        "China leased two pandas to Qatar on Monday. China will lend a panda to Chile.",
        day,
        None,
    );
    let [past, ahead] = reading.drafts.as_slice() else {
        panic!("{:#?}", reading.drafts)
    };
    assert_eq!((past.item.noun, past.item.kind.as_str()), (Noun::Event, "panda-loan"));
    assert_eq!(past.item.title, "China – Qatar: panda loan");
    assert_eq!((past.cameo.as_deref(), past.quad), (Some("060"), Some(2)));
    assert_eq!(past.item.when.as_ref().unwrap().edtf.as_str(), "2026-01-05");
    assert_eq!(
        (past.source_countries.as_slice(), past.target_countries.as_slice()),
        (&["CHN".to_owned()][..], &["QAT".to_owned()][..])
    );
    assert_eq!((ahead.cameo.as_deref(), ahead.quad), (Some("030"), Some(1)));
}

#[test]
fn the_columns_of_a_kind_say_how_it_is_read() {
    let words = GIFT.replace("icon =", "words = true\nstance = \"opposes\"\nicon =");
    let reader = reader_with(&words, GIFT_WORDS).unwrap();
    let spoken = &reader.read("China leased two pandas to Qatar.", None, None).drafts[0].item;
    assert_eq!((spoken.noun, spoken.stance), (Noun::Statement, Some(Stance::Opposes)));
    assert_eq!(spoken.participants[0].role, Role::Speaker);

    let joint = GIFT.replace("icon =", "together = \"joint\"\nparties = true\nicon =");
    let reader = reader_with(&joint, GIFT_WORDS).unwrap();
    let both = &reader.read("China and Qatar leased two pandas.", None, None).drafts[0].item;
    assert!(both.participants.iter().all(|one| one.role == Role::Party), "{both:?}");
}

#[test]
fn words_for_a_kind_that_the_table_lacks_are_refused() {
    let refusal = reader_with("", GIFT_WORDS).err().unwrap().to_string();
    assert_eq!(
        refusal,
        "the lexicon english.toml cannot be read: it gives words for the kind “panda-loan”, which kinds.toml does not list"
    );
}

#[test]
fn summoning_and_giving_an_ultimatum_are_words_of_somebody() {
    let reader = support::reader();
    for text in ["India summoned the Pakistani ambassador.", "Israel issued an ultimatum to Lebanon."] {
        let reading = reader.read(text, None, None);
        let draft = &reading.drafts.first().unwrap_or_else(|| panic!("{text}")).item;
        assert_eq!(draft.noun, Noun::Statement, "{text}");
        assert!(
            draft.participants.iter().any(|one| one.role == Role::Speaker),
            "{text}: {:?}",
            draft.participants
        );
    }
}
