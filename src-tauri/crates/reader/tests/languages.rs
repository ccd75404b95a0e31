//! Constructions of Korean, Chinese, Japanese and French, in sentences of our own: who acts where the sentence does not say so itself.

#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use reader::{DraftProposal, Reader};
use std::sync::LazyLock;

static READER: LazyLock<Reader> = LazyLock::new(support::reader);

fn told(draft: &DraftProposal) -> String {
    let side = |codes: &[String]| codes.join("+");
    format!(
        "{}>{} {}",
        side(&draft.source_countries),
        side(&draft.target_countries),
        draft.item.kind
    )
}

fn read(text: &str, language: &str) -> Vec<String> {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 20);
    READER.read(text, day, Some(language)).drafts.iter().map(told).collect()
}

#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    for (text, language, wanted) in cases {
        let given = read(text, language);
        assert!(given.iter().any(|one| one.starts_with(wanted)), "{text}: {given:?}, not {wanted}");
    }
}

#[test]
fn a_body_without_a_country_is_of_the_country_of_the_language() {
    check(&[
        ("외교부는 몽골의 결정을 환영한다고 밝혔다.", "ko", "KOR>MNG praise"),
        ("外務省はモンゴルの決定を歓迎すると発表した。", "ja", "JPN>MNG praise"),
        ("外交部发言人谴责蒙古国的决定。", "zh", "CHN>MNG criticism"),
    ]);
}

#[test]
fn a_short_name_before_a_post_is_its_country() {
    check(&[
        ("미 재무부는 쿠바를 제재한다고 발표했다.", "ko", "USA>CUB sanction"),
        ("仏大統領はチュニジアを訪問した。", "ja", "FRA>TUN visit"),
        ("德方强烈谴责古巴。", "zh", "DEU>CUB criticism"),
        (
            "Le ministre norvégien de la Défense s'est entretenu avec son homologue danois.",
            "fr",
            "NOR+DNK>NOR+DNK talks",
        ),
    ]);
}

#[test]
fn who_was_introduced_stands_by_the_name_alone() {
    check(&[
        (
            "크로아티아 외무장관은 몬테네그로 총리 마르코와 회담했다. 두 장관은 협력을 강화하기로 합의했다.",
            "ko",
            "HRV+MNE>HRV+MNE talks",
        ),
        (
            "パラグアイのドローレス外相は記者会見した。ドローレス氏はボリビアを非難した。",
            "ja",
            "PRY>BOL criticism",
        ),
        ("巴拉圭外长多洛雷抵达。多洛雷谴责玻利维亚。", "zh", "PRY>BOL criticism"),
    ]);
}

#[test]
fn both_are_the_two_last_told_of() {
    check(&[
        (
            "노르웨이 총리는 덴마크 총리와 회담했다. 양국은 협정에 서명했다.",
            "ko",
            "NOR+DNK>NOR+DNK agreement",
        ),
        (
            "ノルウェーの首相はデンマークの首相と会談した。両国は協定に署名した。",
            "ja",
            "NOR+DNK>NOR+DNK agreement",
        ),
        ("挪威首相与丹麦首相举行会谈。双方签署协议。", "zh", "NOR+DNK>NOR+DNK agreement"),
        (
            "Le Maroc s'est entretenu avec le Mali. Les deux pays ont signé un accord.",
            "fr",
            "MAR+MLI>MAR+MLI agreement",
        ),
    ]);
}

#[test]
fn a_deed_that_is_only_spoken_of_has_its_own_doer() {
    check(&[
        ("노르웨이는 페루의 볼리비아 침공을 규탄했다.", "ko", "PER>BOL attack"),
        ("ノルウェーはペルーのボリビア侵攻を非難した。", "ja", "PER>BOL attack"),
    ]);
    for (text, language) in [
        ("노르웨이는 페루에 병력을 철수하라고 요구했다.", "ko"),
        ("ノルウェーはペルーに部隊を撤退するよう求めた。", "ja"),
        ("挪威要求秘鲁释放船员。", "zh"),
    ] {
        let given = read(text, language);
        assert!(given.iter().any(|one| one.starts_with("NOR>PER demand")), "{text}: {given:?}");
        assert_eq!(given.len(), 1, "{text}: {given:?}");
    }
}

#[test]
fn two_countries_in_one_word_are_no_date() {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 20);
    let drafts = READER.read("양국 외교장관이 한일 회담을 열었다.", day, Some("ko")).drafts;
    for draft in drafts {
        let when = draft.item.when.map(|when| when.edtf.as_str().to_owned());
        assert_ne!(when.as_deref(), Some("2024-05-01"));
    }
}

#[test]
fn who_acts_at_the_end_is_of_whom_the_sentence_tells() {
    check(&[
        ("노르웨이는 페루 정부가 어선을 나포한 데 대해 항의했다.", "ko", "NOR>PER criticism"),
        ("페루가 노르웨이에 억류된 선원의 석방을 요구했다.", "ko", "NOR>PER detention"),
        ("应秘鲁总统邀请，挪威国王访问秘鲁。", "zh", "NOR>PER visit"),
        ("秘鲁总统感谢挪威提供人道主义援助。", "zh", "NOR>PER humanitarian-aid"),
        ("挪威派出200名士兵赴马里。", "zh", "NOR>MLI deployment"),
        ("据秘鲁媒体报道,挪威外长抵达玻利维亚访问。", "zh", "NOR>BOL visit"),
    ]);
}

#[test]
fn a_day_alone_beside_a_plan_is_that_of_telling_it() {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 5, 20);
    for (text, language, status, wanted) in [
        ("挪威外长将于6月1日访问秘鲁。", "zh", "announced", Some("2024-06-01")),
        ("挪威外长下周一访问秘鲁。", "zh", "announced", Some("2024-05-27")),
        (
            "노르웨이는 15일(현지시간) 페루와 대사를 교환하기로 했다.",
            "ko",
            "announced",
            Some("2024-05-15"),
        ),
        (
            "노르웨이는 페루산 커피 수입을 금지한다고 15일 발표했다.",
            "ko",
            "occurred",
            Some("2024-05-15"),
        ),
    ] {
        let drafts = READER.read(text, day, Some(language)).drafts;
        let item = &drafts[0].item;
        let when = item.when.as_ref().map(|when| when.edtf.as_str());
        assert_eq!((item.status.as_str(), when), (status, wanted), "{text}");
    }
}
