use domain::ItemKind;
use proptest::prelude::*;

use super::build::{Dossier, actor, event, note, one_of_each, source, time, uuid};
use crate::Read as _;

/// The numbers of the items found, in order of number.
fn found(dossier: &Dossier, words: &str) -> Vec<u64> {
    let hits = dossier.store.search(words, 50).unwrap();
    let mut numbers: Vec<u64> = hits.iter().map(|hit| hit.item.id.as_u64_pair().1 & 0xffff).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn finds_words_in_any_script() {
    let dossier = Dossier::with(&[
        event(1, "한중 정상회담이 열렸다", &[]),
        event(2, "外交部发言人回应", &[]),
        event(3, "首脳会談のためトヨタを訪問", &[]),
        event(4, "Président Macron à Pékin", &[]),
        event(5, "EU-China talks", &[]),
        note(6, "Notes", "북한의 외교 정책"),
        note(7, "Rare", "𠮷野家 and Łódź, Đà Nẵng"),
    ]);
    for (words, wanted) in [
        ("회담", vec![1]),
        ("정상회담", vec![1]),
        ("상회", vec![1]),
        ("한중", vec![1]),
        ("담", vec![1]),
        ("외교", vec![6]),
        ("外交", vec![2]),
        ("交部", vec![2]),
        ("外交部", vec![2]),
        ("外部", vec![]),
        ("部", vec![2]),
        ("会談", vec![3]),
        ("トヨタ", vec![3]),
        ("ﾄﾖﾀ", vec![3]),
        ("president", vec![4]),
        ("PRÉSIDENT macron", vec![4]),
        ("Pé", vec![4]),
        ("ma", vec![4]),
        ("eu", vec![5]),
        ("EU-China", vec![5]),
        ("china eu", vec![5]),
        ("ch eu", vec![]),
        ("𠮷野", vec![7]),
        ("𠮷", vec![7]),
        ("lodz", vec![7]),
        ("da nang", vec![7]),
        ("nang", vec![7]),
        ("정책 북한", vec![6]),
        ("nothing", vec![]),
        ("", vec![]),
        ("*", vec![]),
    ] {
        assert_eq!(found(&dossier, words), wanted, "{words}");
    }
}

#[test]
fn names_weigh_more_than_text_and_hits_show_where() {
    let dossier = Dossier::with(&[
        source(1, "Wire", "A long text about the summit in Beijing."),
        event(2, "Summit", &[]),
    ]);
    let hits = dossier.store.search("summit", 9).unwrap();
    assert_eq!(
        hits.iter().map(|hit| hit.item.kind).collect::<Vec<_>>(),
        [ItemKind::Event, ItemKind::Source]
    );
    assert_eq!(hits[1].snippet.text, "A long text about the summit in Beijing.");
    assert_eq!(hits[1].snippet.marks.first(), Some(&(22..28)));
}

#[test]
fn the_index_follows_every_change() {
    let mut dossier = Dossier::with(&[actor(1, "Burma")]);
    dossier.put(&[actor(1, "Myanmar")], 2);
    assert_eq!((found(&dossier, "burma"), found(&dossier, "myanmar")), (vec![], vec![1]));
    dossier.undo(3);
    assert_eq!((found(&dossier, "burma"), found(&dossier, "myanmar")), (vec![1], vec![]));
    dossier.undo(4);
    assert_eq!(found(&dossier, "burma"), Vec::<u64>::new());
    dossier.redo(5);
    dossier.redo(6);
    assert_eq!(found(&dossier, "myanmar"), [1]);
    assert!(dossier.store.check().unwrap().is_sound());
}

#[test]
fn completes_names_in_any_script() {
    let dossier = Dossier::with(&one_of_each());
    for (prefix, kinds, wanted) in [
        ("sou", &[ItemKind::Actor][..], vec!["South Korea"]),
        ("kor", &[ItemKind::Actor], vec!["South Korea"]),
        ("south ko", &[], vec!["South Korea"]),
        ("대한", &[], vec!["South Korea"]),
        ("민국", &[], vec!["South Korea"]),
        ("대", &[], vec!["President", "South Korea"]),
        ("北", &[], vec!["Beijing"]),
        ("lee", &[ItemKind::Event], vec!["Lee meets Xi", "Lee backs dialogue"]),
        ("l", &[ItemKind::Actor], vec!["Lee Jae Myung"]),
        ("lee", &[ItemKind::Place], vec![]),
        ("", &[], vec![]),
    ] {
        let titles: Vec<String> = dossier
            .store
            .complete(prefix, kinds, 10)
            .unwrap()
            .into_iter()
            .map(|hit| hit.title)
            .collect();
        assert_eq!(titles, wanted, "{prefix}");
    }
    let hit = dossier.store.complete("대한", &[], 1).unwrap().remove(0);
    assert_eq!((hit.name.as_str(), hit.item.id), ("대한민국", uuid(1)));
    assert_eq!(dossier.store.get_recorded(hit.item).unwrap().unwrap().recorded_at, time(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]
    #[test]
    fn no_words_are_query_syntax(many in proptest::collection::vec("\\PC{0,20}", 300), marks in proptest::collection::vec("[\"'*^:(){}+\\-a外 NOTANDORE]{1,12}", 300)) {
        let dossier = Dossier::with(&one_of_each());
        for words in many.iter().chain(&marks).map(String::as_str).chain(["NEAR(a b)", "name: x", "a\0b", "\"", "^ a", "-x", "NOT"]) {
            prop_assert!(dossier.store.search(words, 5).is_ok(), "{words:?}");
            prop_assert!(dossier.store.complete(words, &[], 5).is_ok(), "{words:?}");
        }
    }
}

#[test]
fn a_filter_gets_all_that_hold_the_words_of_one_kind() {
    let dossier = Dossier::with(&[
        event(1, "한중 정상회담", &[]),
        event(2, "Trade talks", &[]),
        note(3, "About trade", ""),
    ]);
    let holding = |words: &str, kind| {
        let mut found: Vec<u64> = dossier
            .store
            .holding(words, kind)
            .unwrap()
            .iter()
            .map(|id| id.as_u64_pair().1 & 0xffff)
            .collect();
        found.sort_unstable();
        found
    };
    assert_eq!(holding("trade", ItemKind::Event), [2]);
    assert_eq!(holding("trade", ItemKind::Note), [3]);
    assert_eq!(holding("정상", ItemKind::Event), [1]);
    assert_eq!(holding(" - ", ItemKind::Event), Vec::<u64>::new());
}

#[test]
fn one_operation_may_say_more_than_is_held_back() {
    let mut dossier = Dossier::new();
    let long = "minerals ".repeat(200_000);
    let texts: Vec<_> = (1..6).map(|number| source(number, "Report", &long)).collect();
    dossier.put(&texts, 1);
    dossier.put(&[source(3, "Report", "tourism")], 2);
    assert_eq!(found(&dossier, "minerals"), [1, 2, 4, 5]);
    dossier.undo(3);
    assert_eq!(found(&dossier, "minerals"), [1, 2, 3, 4, 5]);
    assert!(dossier.store.check().unwrap().is_sound());
}
