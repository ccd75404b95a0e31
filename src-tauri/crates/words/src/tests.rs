use domain::{
    ItemKind, Language,
    actor::ActorKind,
    amount::{Amount, Number},
    assessment::Direction,
    event::{Role, TemporalRelation},
    grade::{Credibility, Reliability},
    incoming::{CodeList, DateOrder, Format, Problem, RowNoun, Use},
    kind::Quad,
    link::LinkKind,
    note::{Confidence, Likelihood},
    source::Origin,
    statement::Stance,
    status::Status,
    text::Title,
    tie::Sign,
};
use serde::Deserialize;
use std::collections::BTreeSet;

use crate::{Gap, LastMeeting, Listed, Meetings, Words, amount, capital};

const LANGUAGES: [Language; 2] = [Language::English, Language::Korean];

/// Every value has words in every language, and no two of a list have the same.
fn complete<T: Listed + Copy>(values: &[T]) {
    for words in LANGUAGES.map(Words::of) {
        let said: BTreeSet<&str> = values.iter().map(|value| words.of_list(*value)).collect();
        let keys: Vec<String> = values.iter().map(Listed::key).collect();
        assert!(!said.contains(""), "one of {keys:?} has no words");
        assert_eq!(said.len(), values.len(), "two of {keys:?} have the same words");
    }
}

#[test]
fn every_word_of_every_fixed_list_is_there_in_every_language() {
    complete(&ActorKind::ALL);
    complete(&CodeList::ALL);
    complete(&DateOrder::ALL);
    complete(&Format::ALL);
    complete(&Problem::ALL);
    complete(&RowNoun::ALL);
    complete(&Use::ALL);
    complete(&Confidence::ALL);
    complete(&Credibility::ALL);
    complete(&Direction::ALL);
    complete(&ItemKind::ALL);
    complete(&Likelihood::ALL);
    complete(&LinkKind::ALL);
    complete(&Origin::ALL);
    complete(&Quad::ALL);
    complete(&Reliability::ALL);
    complete(&Role::ALL);
    complete(&Sign::ALL);
    complete(&Stance::ALL);
    complete(&Status::ALL);
    complete(&TemporalRelation::ALL);
    for words in LANGUAGES.map(Words::of) {
        for link in LinkKind::ALL {
            let key = link.key().replace("link_", "link_in_");
            assert_ne!(words.text(&key), key);
        }
    }
}

#[test]
fn the_languages_have_the_same_keys_with_the_same_places() {
    let [english, korean] = LANGUAGES.map(|language| Words::of(language).texts().map(|(key, _)| key));
    let keys: Vec<&str> = english.collect();
    assert!(keys.iter().copied().eq(korean));
    for key in keys {
        let places = |text: &str| -> BTreeSet<String> {
            let inside = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
            inside.map(|(place, _)| place.to_owned()).collect()
        };
        let [first, second] = LANGUAGES.map(|language| places(Words::of(language).text(key)));
        assert_eq!(first, second, "{key}");
    }
}

#[test]
fn counts_agree_with_their_number() {
    let [english, korean] = LANGUAGES.map(Words::of);
    assert_eq!(english.count("count_events", 1), "1 event");
    assert_eq!(english.count("count_events", 1_234), "1,234 events");
    assert_eq!(korean.count("count_events", 1), "사건 1건");
}

#[test]
fn an_office_is_said_with_its_body() {
    let said = |language: Language, post: &str, body: &str, acting| Words::of(language).office(language, post, body, acting);
    for (post, body, acting, expected) in [
        ("President", "South Korea", false, "President of South Korea"),
        ("President", "United States", false, "President of the United States"),
        ("Prime Minister", "Netherlands", true, "acting Prime Minister of the Netherlands"),
        ("Acting President", "South Korea", true, "Acting President of South Korea"),
    ] {
        assert_eq!(said(Language::English, post, body, acting), expected);
    }
    assert_eq!(said(Language::Korean, "대통령", "대한민국", false), "대한민국 대통령");
    assert_eq!(said(Language::Korean, "대통령", "대한민국", true), "대한민국 대통령 권한대행");
    assert_eq!(
        said(Language::Korean, "대통령 권한대행", "대한민국", true),
        "대한민국 대통령 권한대행"
    );
}

#[test]
fn a_cadence_is_one_sentence() {
    let [english, korean] = LANGUAGES.map(Words::of);
    let often = Meetings {
        in_24_months: 7,
        last: Some(LastMeeting::DaysAgo(63)),
        longest_gap: Some(Gap { days: 411, exact: true }),
    };
    assert_eq!(
        english.cadence(often.clone()),
        "7 meetings in 24 months; last 63 days ago; longest gap 411 days."
    );
    assert_eq!(
        korean.cadence(often),
        "최근 24개월간 회동 7회; 마지막 회동 63일 전; 최장 공백 411일."
    );
    let long_ago = Meetings {
        last: Some(LastMeeting::DaysAgo(1_000)),
        ..Meetings::default()
    };
    assert_eq!(english.cadence(long_ago), "No meeting in 24 months; last 1,000 days ago.");
    let vague = |language: Language, date: &str| {
        Words::of(language).cadence(Meetings {
            in_24_months: 1,
            last: Some(LastMeeting::On(date.to_owned())),
            longest_gap: Some(Gap { days: 60, exact: false }),
        })
    };
    assert_eq!(
        vague(Language::English, "c. November 2025"),
        "1 meeting in 24 months; last c. November 2025; longest gap about 60 days."
    );
    assert_eq!(
        vague(Language::Korean, "2025년 11월경"),
        "최근 24개월간 회동 1회; 마지막 회동 2025년 11월경; 최장 공백 약 60일."
    );
    assert_eq!(english.cadence(Meetings::default()), "No meeting on record by this date.");
}

#[test]
fn operations_are_named_by_verb_and_noun() {
    let [english, korean] = LANGUAGES.map(Words::of);
    for (name, subject, en, ko) in [
        ("add-event", "Summit", "add event “Summit”", "사건 추가 “Summit”"),
        ("change-settings", "", "change settings", "설정 변경"),
        ("accept-drafts", "3", "accept 3 drafts", "초안 3건 수락"),
        ("something-new", "", "last change", "마지막 변경"),
        ("set-status", "Summit", "change status “Summit”", "상태 변경 “Summit”"),
    ] {
        assert_eq!(english.operation(name, subject), en);
        assert_eq!(korean.operation(name, subject), ko);
    }
}

#[derive(Deserialize)]
struct GoldenAmount {
    value: Option<f64>,
    unit: Option<String>,
    qualifier: Option<String>,
    words: String,
}

/// The page's tests read the same list.
#[test]
fn amounts_are_worded_as_the_page_words_them() {
    let golden: Vec<GoldenAmount> = serde_json::from_str(include_str!("tests/amounts.json")).unwrap();
    for GoldenAmount {
        value,
        unit,
        qualifier,
        words,
    } in golden
    {
        let title = |text: Option<String>| text.map(|text| Title::new(&text).unwrap());
        let value = value.map(|value| Number::new(value).unwrap());
        assert_eq!(amount(&Amount::new(value, title(unit), title(qualifier)).unwrap()), words);
    }
}

#[test]
fn only_the_first_letter_becomes_a_capital() {
    assert_eq!(capital("leans for"), "Leans for");
    assert_eq!(capital("지지"), "지지");
    assert_eq!(capital(""), "");
}
