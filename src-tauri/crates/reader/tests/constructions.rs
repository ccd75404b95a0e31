//! What a construction of English gives: sentences of our own, each with one draft that it must give or with none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use domain::named::Noun;
use reader::{DraftProposal, Reader};
use std::sync::OnceLock;

const SENTENCES: &str = include_str!("news/constructions.tsv");

fn shared() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(support::reader)
}

fn read(text: &str, language: &str) -> Vec<DraftProposal> {
    shared()
        .read(text, chrono::NaiveDate::from_ymd_opt(2025, 11, 20), Some(language))
        .drafts
}

fn told(draft: &DraftProposal) -> String {
    let when = draft
        .item
        .when
        .as_ref()
        .map(|when| when.edtf.as_str().replace(['[', ']'], "").replace("..", "/"));
    format!(
        "{}>{} {} {} {}",
        draft.source_countries.join("+"),
        draft.target_countries.join("+"),
        draft.item.kind,
        draft.item.status.as_str(),
        when.unwrap_or_default()
    )
}

/// Of visits the guest stands first, whoever is named first.
fn guests_first(draft: &DraftProposal) -> String {
    let code = |role| {
        let all = draft.item.participants.iter().filter(|one| one.role == role);
        all.filter_map(|one| one.country.clone()).collect::<Vec<_>>().join("+")
    };
    let (guests, hosts) = (code(domain::event::Role::Guest), code(domain::event::Role::Host));
    let rest = told(draft).split_once(' ').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    format!("{guests}>{hosts} {rest}")
}

#[test]
fn each_construction_gives_its_draft() {
    let mut wrong = Vec::new();
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (_, sentence, wanted) = (columns.next().unwrap(), columns.next().unwrap(), columns.next().unwrap_or_default());
        let drafts = read(sentence, "en");
        let given: Vec<String> = drafts
            .iter()
            .filter(|draft| draft.item.noun != Noun::Tie)
            .flat_map(|draft| [told(draft), guests_first(draft)])
            .collect();
        let good = match wanted {
            "" => given.is_empty(),
            wanted => given.iter().any(|one| one.starts_with(wanted)),
        };
        if !good {
            wrong.push(format!("{sentence}\n    {given:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn deeds_are_read_in_four_more_languages() {
    for (text, language, wanted) in [
        ("한국 정부는 17일 북한에 대해 독자 제재를 부과했다.", "ko", "KOR>PRK sanction"),
        ("일본 외무성은 중국 대사를 초치했다.", "ko", "JPN>CHN summons"),
        ("프랑스와 독일은 협력을 강화하기로 합의했다.", "ko", "FRA+DEU>FRA+DEU pledge"),
        ("브라질 총리는 다음 달 페루를 방문할 예정이다.", "ko", "BRA>PER visit"),
        (
            "프랑스 외무장관은 러시아가 우크라이나에서 철수할 것을 촉구했다.",
            "ko",
            "FRA>RUS demand",
        ),
        (
            "브라운 영국 총리는 짐바브웨 제재에 착수할 것이라며 유럽연합(EU)도 동참할 것을 촉구했다.",
            "ko",
            "GBR>ZWE sanction announced",
        ),
        ("所羅門與台灣斷交。", "zh", "SLB+TWN>SLB+TWN rupture"),
        ("日本は北朝鮮がミサイルを発射したと非難した。", "ja", "JPN>PRK criticism"),
        ("한미 정상은 전화 통화를 했다.", "ko", "KOR+USA>KOR+USA call"),
        ("中国外交部召见日本大使。", "zh", "CHN>JPN summons"),
        ("美国宣布对俄罗斯实施制裁。", "zh", "USA>RUS sanction"),
        ("法国与德国在柏林举行会谈。", "zh", "FRA+DEU>FRA+DEU talks"),
        ("日本は北朝鮮に追加制裁を科した。", "ja", "JPN>PRK sanction"),
        ("韓国は日本に抗議した。", "ja", "KOR>JPN criticism"),
        (
            "Le président brésilien se rendra au Pérou et en Bolivie lundi.",
            "fr",
            "BRA>PER+BOL visit",
        ),
        ("Le Maroc a condamné l'Algérie.", "fr", "MAR>DZA criticism"),
    ] {
        let given: Vec<String> = read(text, language).iter().map(told).collect();
        assert!(given.iter().any(|one| one.starts_with(wanted)), "{text}: {given:?}, not {wanted}");
    }
}

#[test]
fn a_short_name_in_hangul_is_no_part_of_another_word() {
    for text in ["말리키 총리가 미국을 방문했다.", "우리가 미국을 방문했다."] {
        let given: Vec<String> = read(text, "ko").iter().map(told).collect();
        assert!(
            given.iter().all(|one| !one.contains("MLI") && !one.contains("LVA")),
            "{text}: {given:?}"
        );
    }
}

#[test]
fn a_draft_without_a_second_side_is_not_sure_and_says_so() {
    for draft in read("Norway's prime minister stressed the need for calm.", "en") {
        assert!(
            draft.confidence < 0.8 && !draft.doubts.is_empty(),
            "{} {:?}",
            draft.confidence,
            draft.doubts
        );
    }
}

#[test]
fn the_date_of_what_an_act_goes_back_to_is_not_its_own() {
    let drafts = read("Japan has imposed sanctions on Belarus since its attack on Poland in 2022.", "en");
    let sanction = drafts.iter().find(|draft| draft.item.kind == "sanction").unwrap();
    assert_eq!(sanction.item.when, None);
}

#[test]
fn words_are_read_as_they_look() {
    let plain: Vec<String> = read("Norway condemned Sweden on Monday.", "en").iter().map(told).collect();
    for text in [
        "Nor\u{AD}way con\u{AD}demned Swe\u{AD}den on Mon\u{AD}day.",
        "Norway\u{200B} condemned Sweden on Monday.",
    ] {
        let drafts = read(text, "en");
        assert_eq!(drafts.iter().map(told).collect::<Vec<_>>(), plain);
        for draft in &drafts {
            let span = draft.citations[0];
            let cited: String = text.chars().skip(span.start).take(span.end - span.start).collect();
            assert_eq!(cited, draft.words);
        }
    }
}

#[test]
fn what_one_says_of_another_is_a_statement_to_it() {
    for (text, wanted) in [
        (
            "“Peru is hiding its ships,” the Norwegian foreign minister said.",
            "NOR>PER statement",
        ),
        ("Norway said it would not join the Peruvian mission.", "NOR>PER rejection"),
        ("Norway's government stressed that Peru had kept its word.", "NOR>PER statement"),
    ] {
        let given: Vec<String> = read(text, "en").iter().map(told).collect();
        assert!(given.iter().any(|one| one.starts_with(wanted)), "{text}: {given:?}, not {wanted}");
    }
}

#[test]
fn what_is_done_by_deciding_it_is_done_on_the_day_it_is_announced() {
    let drafts = read("Norway announced on Monday it would suspend its treaty with Peru.", "en");
    let draft = drafts.iter().find(|draft| draft.item.kind == "suspension").unwrap();
    assert_eq!(draft.item.status, domain::status::Status::Occurred);
    let planned = read("Norway announced on Monday it would send troops to Peru.", "en");
    let draft = planned.iter().find(|draft| draft.item.kind == "deployment").unwrap();
    assert_eq!(draft.item.status, domain::status::Status::Announced);
    assert_eq!(draft.item.when, None, "the day is that of the announcement");
}

#[test]
fn what_looks_like_a_deed_and_is_none() {
    for text in [
        "Chile reported attacks following the Norwegian strikes, with Peru intercepting drones.",
        "Norwegian refugees have been arriving in Peru by boat.",
        "Norway's prime minister praised the Armed Forces of Peru.",
    ] {
        let given: Vec<String> = read(text, "en").iter().map(told).collect();
        let none = ["airstrike", "visit", "arms-transfer"];
        assert!(
            given.iter().all(|one| none.iter().all(|kind| !one.contains(kind))),
            "{text}: {given:?}"
        );
    }
}

#[test]
fn a_noun_beside_a_light_verb_says_what_is_said() {
    for (text, wanted) in [
        ("Norway reaffirmed its “firm rejection” of Peruvian claims.", "NOR>PER criticism"),
        ("Norway voiced its appreciation for Peru's help.", "NOR>PER praise"),
        ("Norway renewed its call on Peru to open the harbour.", "NOR>PER appeal"),
        ("Norway is considering sanctions on Peru.", "NOR>PER threat"),
        ("Two Peruvian diplomats were expelled from Norway.", "NOR>PER expulsion"),
    ] {
        let given: Vec<String> = read(text, "en").iter().map(told).collect();
        assert!(given.iter().any(|one| one.starts_with(wanted)), "{text}: {given:?}, not {wanted}");
    }
}

#[test]
fn words_have_the_day_beside_their_verb() {
    let drafts = read("Last week Norway's government stressed that Peru had kept its word.", "en");
    let when = drafts[0].item.when.as_ref().map(|when| when.edtf.as_str());
    assert_eq!(when, Some("[2025-11-10..2025-11-16]"));
}
