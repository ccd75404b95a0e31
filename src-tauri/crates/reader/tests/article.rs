//! A whole article of our own: meetings, agenda, company, ties, plans, attributions and links between them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use chrono::NaiveDate;
use domain::{
    event::{Role, TemporalRelation},
    link::LinkKind,
    named::Noun,
    status::Status,
    tie::Sign,
};
use reader::{DraftProposal, Reader, Reading, proposal::Relation};
use std::sync::OnceLock;

const ARTICLE: &str = "By A. Writer\nNovember 12, 2025\nIndian Prime Minister Narendra Modi will visit Tokyo for a third summit with Japanese Prime Minister Sanae Takaichi, officials said.\n\
Modi will meet Takaichi in Tokyo before travelling to Osaka to see a memorial. The leaders are expected to discuss investment, tourism and climate. Modi will also seek Japan’s help in building a railway.\n\
This will be the third meeting between the two leaders in just six months, ahead of India’s next summit with Australia. Relations between India and Pakistan remain tense after Pakistani Prime Minister Shehbaz Sharif warned of a military response if India diverts the river.\n\
France reaffirmed its adherence to the one China policy while maintaining cultural relations with Taiwan. The Modi government has stressed “strategic autonomy,” hoping to keep good terms with all.\n\
The Japan-U.S. alliance rests on some 54,000 U.S. troops based in Japan. Nepal, whose leaders have maintained close cooperation with India, relies on India for nearly two thirds of its fuel.\n\
Samsung is set to launch its new chips in India next year. Modi’s delegation will include scientists and students. The talks may also cover the old Indian restrictions on Chinese apps.";

fn shared() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(support::reader)
}

fn reading() -> &'static Reading {
    static READING: OnceLock<Reading> = OnceLock::new();
    READING.get_or_init(|| shared().read(ARTICLE, NaiveDate::from_ymd_opt(2025, 11, 12), None))
}

fn all() -> String {
    reading()
        .drafts
        .iter()
        .enumerate()
        .map(|(at, draft)| {
            format!(
                "{at} {:?} {} {:?} {:?}>{:?} {:?} {:?}\n",
                draft.item.noun,
                draft.item.kind,
                draft.item.status,
                draft.source_countries,
                draft.target_countries,
                draft.item.when.as_ref().map(|when| &when.edtf),
                draft.item.topics
            )
        })
        .collect()
}

fn find(wanted: impl Fn(&DraftProposal) -> bool) -> (usize, &'static DraftProposal) {
    reading()
        .drafts
        .iter()
        .enumerate()
        .find(|(_, draft)| wanted(draft))
        .unwrap_or_else(|| panic!("not among\n{}", all()))
}

fn tie(kind: &str, one: &str, other: &str) -> &'static DraftProposal {
    let has = |draft: &DraftProposal, code: &str| draft.item.participants.iter().any(|party| party.country.as_deref() == Some(code));
    find(|draft| draft.item.noun == Noun::Tie && draft.item.kind == kind && has(draft, one) && has(draft, other)).1
}

fn summit() -> (usize, &'static DraftProposal) {
    find(|draft| draft.item.kind == "summit" && draft.item.place.as_ref().is_some_and(|place| place.name == "Tokyo"))
}

#[test]
fn the_meeting_has_host_guest_agenda_and_company() {
    let (_, summit) = summit();
    let role = |key: &str| summit.item.participants.iter().find(|one| one.key == key).map(|one| one.role);
    assert_eq!(summit.item.status, Status::Announced);
    assert_eq!(role("person:narendra-modi"), Some(Role::Guest));
    assert_eq!(role("person:sanae-takaichi"), Some(Role::Host));
    assert!(
        ["investment", "tourism", "climate"]
            .iter()
            .all(|topic| summit.item.topics.iter().any(|known| known == topic)),
        "{:?}",
        summit.item.topics
    );
    assert!(summit.item.participants.iter().any(|one| one.key == "new:scientists and students"));
}

#[test]
fn earlier_and_later_meetings_are_linked() {
    let (position, summit) = summit();
    let (earlier, past) = find(|draft| draft.rule == "meet.again");
    assert_eq!(past.item.when.as_ref().map(|when| when.edtf.as_str()), Some("2025-05~"));
    assert!(
        summit
            .links
            .iter()
            .any(|link| link.relation == Relation::Link(LinkKind::FollowsUp) && link.draft == earlier)
    );
    let (_, next) = find(|draft| draft.item.kind == "summit" && draft.item.participants.iter().any(|one| one.key == "country:AUS"));
    assert_eq!((next.item.status, next.item.when.is_none()), (Status::Announced, true));
    let (_, onward) = find(|draft| draft.item.kind == "visit" && draft.item.place.as_ref().is_some_and(|place| place.name == "Osaka"));
    assert!(
        onward.item.status == Status::Announced
            && onward
                .links
                .iter()
                .any(|link| link.relation == Relation::Time(TemporalRelation::After) && link.draft == position)
    );
}

#[test]
fn words_are_statements_of_their_speaker() {
    let (_, appeal) = find(|draft| draft.item.kind == "appeal");
    assert_eq!(
        (
            appeal.source_countries.as_slice(),
            appeal.target_countries.as_slice(),
            appeal.item.status
        ),
        (&["IND".to_owned()][..], &["JPN".to_owned()][..], Status::Announced)
    );
    let (_, warning) = find(|draft| draft.item.kind == "warning");
    assert_eq!(
        (
            warning.source_countries.first().map(String::as_str),
            warning.target_countries.first().map(String::as_str)
        ),
        (Some("PAK"), Some("IND"))
    );
    let (dispute, _) = find(|draft| draft.item.kind == "dispute");
    assert!(
        warning
            .links
            .iter()
            .any(|link| link.relation == Relation::Link(LinkKind::Causes) && link.draft == dispute)
    );
    let (_, quoted) = find(|draft| draft.item.quote.as_deref() == Some("strategic autonomy"));
    assert_eq!(quoted.item.noun, Noun::Statement);
    let (_, policy) = find(|draft| draft.item.kind == "statement" && draft.item.topics.iter().any(|topic| topic == "one-china"));
    assert_eq!(policy.item.stance, Some(domain::statement::Stance::Supports));
}

#[test]
fn standing_ties_have_amounts_and_signs() {
    assert_eq!(tie("dispute", "IND", "PAK").item.sign, Sign::Negative);
    assert_eq!(tie("partnership", "NPL", "IND").item.sign, Sign::Positive);
    tie("partnership", "FRA", "TWN");
    tie("policy", "FRA", "CHN");
    tie("alliance", "JPN", "USA");
    tie("restriction", "IND", "CHN");
    let presence = tie("presence", "USA", "JPN").item.amount.as_ref().unwrap();
    assert_eq!(
        (presence.value(), presence.unit(), presence.qualifier()),
        (Some(54_000.0), Some("troops"), Some("some"))
    );
    let fuel = tie("dependence", "NPL", "IND").item.amount.as_ref().unwrap();
    assert_eq!((fuel.unit(), fuel.qualifier()), (Some("fuel"), Some("nearly two thirds")));
}

#[test]
fn a_launch_is_dated_from_the_day_of_publication() {
    let (_, launch) = find(|draft| draft.item.kind == "launch");
    assert_eq!(launch.item.when.as_ref().map(|when| when.edtf.as_str()), Some("2026"));
    assert_eq!(
        (launch.source_countries.as_slice(), launch.target_countries.as_slice()),
        (&["KOR".to_owned()][..], &["IND".to_owned()][..])
    );
}

#[test]
fn little_is_found_beyond_and_every_draft_cites_its_words() {
    assert!(reading().drafts.len() <= 20, "{}", all());
    for draft in &reading().drafts {
        let span = draft.citations[0];
        let cited: String = ARTICLE.chars().skip(span.start).take(span.end - span.start).collect();
        assert_eq!(cited, draft.words);
        assert!(!draft.rule.is_empty() && !draft.item.title.is_empty());
    }
}

#[test]
fn reading_twice_gives_the_same() {
    assert_eq!(reading(), &shared().read(ARTICLE, NaiveDate::from_ymd_opt(2025, 11, 12), None));
}

#[test]
fn meetings_are_read_in_four_more_languages() {
    let texts = [
        (
            "이재명 대통령이 2026년 1월 5일 베이징에서 시진핑 국가주석과 정상회담을 했다.",
            "ko",
            Some("2026-01-05"),
        ),
        ("李在明总统1月5日在北京与习近平主席举行会谈。", "zh", Some("2026-01-05")),
        ("高市早苗首相は1月13日、奈良で李在明大統領と会談した。", "ja", Some("2026-01-13")),
        (
            "Le président Emmanuel Macron a rencontré Xi Jinping à Pékin le 4 décembre 2025.",
            "fr",
            Some("2025-12-04"),
        ),
    ];
    for (text, language, date) in texts {
        let reading = shared().read(text, NaiveDate::from_ymd_opt(2026, 1, 20), None);
        assert_eq!(reading.language, language, "{text}");
        let draft = reading.drafts.first().unwrap_or_else(|| panic!("no draft in {text}"));
        assert!(
            matches!(draft.item.kind.as_str(), "summit" | "talks"),
            "{text}: {}",
            draft.item.kind
        );
        assert_eq!(draft.item.when.as_ref().map(|when| when.edtf.as_str()), date, "{text}");
        assert_eq!(
            draft.item.participants.iter().filter(|one| one.key.starts_with("person:")).count(),
            2,
            "{text}: {:?}",
            draft.item.participants
        );
    }
}

#[test]
fn names_are_found_in_every_order_and_by_their_short_forms() {
    for name in [
        "Lee Jae Myung",
        "Lee Jae-myung",
        "LEE Jae-myung",
        "Jae-myung Lee",
        "이재명",
        "李在明",
    ] {
        let text = format!("{name} met Xi Jinping in Beijing on Monday.");
        let reading = shared().read(&text, NaiveDate::from_ymd_opt(2026, 1, 8), Some("en"));
        assert!(
            reading
                .drafts
                .iter()
                .any(|draft| draft.item.participants.iter().any(|one| one.key == "person:lee-jae-myung")),
            "{name}"
        );
    }
    let short = shared().read(
        "French President Emmanuel Macron spoke on Monday. Macron condemned Iran.",
        NaiveDate::from_ymd_opt(2026, 1, 8),
        None,
    );
    assert!(
        short
            .drafts
            .iter()
            .any(|draft| draft.item.kind == "criticism" && draft.item.participants.iter().any(|one| one.key == "person:emmanuel-macron"))
    );
    let office = shared().read(
        "The Japanese prime minister criticised Russia.",
        NaiveDate::from_ymd_opt(2026, 1, 8),
        None,
    );
    assert!(
        office
            .drafts
            .iter()
            .any(|draft| draft.item.participants.iter().any(|one| one.key == "person:sanae-takaichi")),
        "{:?}",
        office.drafts
    );
    let new = shared().read(
        "Chilean President Juana Testigo criticised Bolivia.",
        NaiveDate::from_ymd_opt(2026, 1, 8),
        None,
    );
    assert!(
        new.drafts.iter().any(|draft| draft
            .item
            .participants
            .iter()
            .any(|one| one.key == "new:Juana Testigo" && one.country.as_deref() == Some("CHL"))),
        "{:?}",
        new.drafts
    );
}

#[test]
fn a_relative_date_without_a_day_of_publication_stays_open() {
    let reading = shared().read("Norway condemned Sweden on Monday.", None, Some("en"));
    assert!(reading.drafts.iter().all(|draft| draft.item.when.is_none()) && !reading.drafts.is_empty());
}

#[test]
fn a_text_without_a_day_of_publication_has_the_dates_it_gives_in_full() {
    let text = "France and Germany signed a treaty in Paris on 12 March 1997. In 2024 France protested to Germany over a dam. \
        Japan and India signed an agreement in Tokyo last year.";
    let read = shared().read(text, None, None);
    let date = |draft: &DraftProposal| draft.item.when.as_ref().map(|when| when.edtf.to_string());
    let dates: Vec<_> = read.drafts.iter().map(date).collect();
    assert_eq!(dates, [Some("1997-03-12".to_owned()), Some("2024".to_owned()), None]);
}

#[test]
fn a_text_is_read_in_the_language_it_is_in() {
    let english = "The foreign ministers of France and Germany met in Paris on Monday, and the talks were held with the help of others.";
    let korean = "이재명 대통령은 5일 베이징에서 시진핑 주석과 정상회담을 했다.";
    let language = |text: &str, said: &str| shared().read(text, None, Some(said)).language;
    assert_eq!(
        [language(english, "de"), language(korean, "en"), language(english, "en")],
        ["en", "ko", "en"]
    );
    assert_eq!(language("Die Minister trafen sich in Berlin und sprachen lange.", "de"), "de");
}

#[test]
fn words_without_a_day_are_said_about_the_day_of_publication() {
    let when = |text: &str| {
        let reading = shared().read(text, NaiveDate::from_ymd_opt(2026, 1, 8), Some("en"));
        let first = reading
            .drafts
            .first()
            .map(|draft| draft.item.when.as_ref().map(|when| when.edtf.as_str().to_owned()));
        first.unwrap_or_default()
    };
    assert_eq!(when("Norway condemned Sweden."), Some("2026-01-08?".to_owned()));
    // At the head of a text the news is told; what stands farther down is of no known day.
    assert_eq!(when("Norway expelled three Swedish diplomats."), Some("2026-01-08?".to_owned()));
    let far = format!("{} Norway expelled three Swedish diplomats.", "It rained and rained. ".repeat(40));
    assert_eq!(when(&far), None);
    assert_eq!(when("Norway had condemned Sweden."), None);
}
