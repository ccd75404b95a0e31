//! The shipped tables against each other.

use domain::{
    Edtf, Moment,
    kind::{KindId, Quad},
    period::End,
    tie::TieKind,
};
use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn shipped() -> &'static Reference {
    Reference::shipped().unwrap_or_else(|error| panic!("{error}"))
}

/// Names that occur twice.
fn twice<T: Ord + Clone>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|one| !seen.insert(one.clone())).collect()
}

#[test]
fn codes_and_ids_are_unique() {
    let tables = shipped();
    assert_eq!(twice(tables.countries.iter().map(|row| row.code.as_str())), [""; 0]);
    assert_eq!(
        twice(
            tables
                .countries
                .iter()
                .filter(|row| row.still_exists())
                .filter_map(|row| row.alpha2.as_ref())
        ),
        Vec::<&String>::new()
    );
    assert_eq!(twice(tables.organisations.iter().map(|row| &row.id)), Vec::<&String>::new());
    assert_eq!(twice(tables.offices.iter().map(|row| &row.id)), Vec::<&String>::new());
    assert_eq!(twice(tables.persons.iter().map(|row| &row.id)), Vec::<&String>::new());
    assert_eq!(twice(tables.topics.iter().map(|row| &row.id)), Vec::<&KindId>::new());
    assert_eq!(twice(tables.cameo.iter().map(|row| &row.code)), Vec::<&String>::new());
}

#[test]
fn the_tables_of_kinds_and_ties_hold_together() {
    assert_eq!(shipped().ontology.faults(), [""; 0]);
    let mut broken = shipped().ontology.clone();
    if let Some(first) = broken.kinds.first().cloned() {
        broken.kinds.push(first);
    }
    assert_eq!(broken.faults(), ["the kind “summit” stands there twice"]);
}

#[test]
fn every_name_of_a_country_belongs_to_one_country() {
    let tables = shipped();
    // States that are no more share names with those that followed them.
    let today: Vec<&Country> = tables.countries.iter().filter(|row| row.still_exists()).collect();
    for words in [
        |row: &Country| row.demonym.clone(),
        |row: &Country| row.adjective.clone(),
        |row: &Country| row.aliases.clone(),
        |row: &Country| vec![row.name_en.clone()],
    ] {
        assert_eq!(twice(today.iter().flat_map(|row| words(row))), Vec::<String>::new());
    }
    assert!(
        today
            .iter()
            .all(|row| !row.demonym.iter().chain(&row.adjective).any(|word| word == "Korean"))
    );
}

#[test]
fn every_reference_resolves() {
    let tables = shipped();
    let country = |code: &str| assert!(tables.country(code).is_some(), "no country {code}");
    for row in &tables.countries {
        row.successors.iter().for_each(|code| country(code));
        assert!(
            row.successors.is_empty() || !row.still_exists(),
            "{} has successors and still exists",
            row.code.as_str()
        );
    }
    tables
        .organisations
        .iter()
        .filter_map(|row| row.acts_for.as_ref())
        .for_each(|code| country(code));
    for row in &tables.memberships {
        country(&row.country);
        assert!(
            tables.organisation(&row.organisation).is_some(),
            "no organisation {}",
            row.organisation
        );
    }
    for row in &tables.offices {
        assert!(
            tables.country(&row.body).is_some() || tables.organisation(&row.body).is_some(),
            "no body {}",
            row.body
        );
    }
    tables
        .persons
        .iter()
        .filter_map(|row| row.country.as_ref())
        .for_each(|code| country(code));
    for row in &tables.holders {
        assert!(tables.office(&row.office).is_some(), "no office {}", row.office);
        assert!(tables.person(&row.person).is_some(), "no person {}", row.person);
    }
    for row in &tables.topics {
        assert!(
            row.parent.as_ref().is_none_or(|parent| tables.topic(parent.as_str()).is_some()),
            "no topic above {}",
            row.id
        );
    }
    let held: BTreeSet<&str> = tables.holders.iter().map(|row| row.person.as_str()).collect();
    let unheld: Vec<&str> = tables
        .offices
        .iter()
        .map(|row| row.id.as_str())
        .filter(|office| !tables.holders.iter().any(|row| row.office == *office))
        .collect();
    assert!(!held.is_empty());
    assert_eq!(unheld, [""; 0], "offices that nobody ever held");
}

/// Where an interval's side lies at the earliest; far out where it is not known.
fn first_second(date: Option<&Edtf>, otherwise: i64) -> i64 {
    date.and_then(Edtf::earliest).map_or(otherwise, |Moment(seconds)| seconds)
}

#[test]
fn a_single_seat_has_one_holder_at_a_time() {
    let tables = shipped();
    for office in tables.offices.iter().filter(|office| office.seats == Seats::Single) {
        let mut holders: Vec<&Holder> = tables.holders.iter().filter(|row| row.office == office.id).collect();
        holders.sort_by_key(|row| {
            (
                first_second(row.from.as_ref(), i64::MIN),
                if row.to == End::Ongoing { 1 } else { 0 },
            )
        });
        for pair in holders.windows(2) {
            let ended = match &pair[0].to {
                End::On(date) => first_second(Some(date), i64::MIN),
                End::Ongoing => i64::MAX,
                End::Unknown => i64::MIN,
            };
            assert!(
                ended <= first_second(pair[1].from.as_ref(), i64::MIN),
                "{}: {} and {} at one time",
                office.id,
                pair[0].person,
                pair[1].person
            );
        }
    }
    assert!(tables.holders.iter().all(|row| row.period().is_some()), "a tenure runs backwards");
}

#[test]
fn memberships_do_not_overlap_or_run_backwards() {
    let mut rows: BTreeMap<(&str, &str), Vec<&Membership>> = BTreeMap::new();
    for row in &shipped().memberships {
        rows.entry((&row.organisation, &row.country)).or_default().push(row);
    }
    for ((organisation, country), rows) in rows {
        let ongoing = rows
            .iter()
            .filter(|row| row.to == End::Ongoing && row.status != MembershipStatus::Former)
            .count();
        assert!(ongoing <= 1, "{country} in {organisation}: {ongoing} memberships at one time");
        assert!(
            rows.iter()
                .all(|row| domain::period::Period::new(row.from.clone(), row.to.clone()).is_ok()),
            "{country} in {organisation} runs backwards"
        );
    }
}

#[test]
fn nothing_began_after_the_day_of_the_tables() {
    let tables = shipped();
    let day = tables.as_of.latest().unwrap();
    let begins_later = |from: Option<&Edtf>| from.and_then(Edtf::earliest).is_some_and(|first| first > day);
    let late: Vec<&str> = tables
        .holders
        .iter()
        .filter(|row| begins_later(row.from.as_ref()))
        .map(|row| row.person.as_str())
        .collect();
    assert_eq!(late, [""; 0], "tenures after {}", tables.as_of.as_str());
    assert!(!tables.memberships.iter().any(|row| begins_later(row.from.as_ref())));
}

/// The quad class of a CAMEO root.
fn quad_of_root(code: &str) -> Quad {
    match code[..2].parse::<u8>().unwrap() {
        1..=5 => Quad::VerbalCooperation,
        6..=8 => Quad::MaterialCooperation,
        9..=13 => Quad::VerbalConflict,
        _ => Quad::MaterialConflict,
    }
}

#[test]
fn kinds_agree_with_cameo() {
    let tables = shipped();
    for row in &tables.cameo {
        assert_eq!(row.quad, quad_of_root(&row.code), "{}", row.code);
        assert!((-10.0..=10.0).contains(&row.goldstein), "{}", row.code);
        assert!(
            row.code.len() == 2 || tables.cameo(&row.code[..row.code.len() - 1]).is_some(),
            "{} hangs in the air",
            row.code
        );
    }
    for kind in &tables.ontology.kinds {
        let code = tables
            .cameo(&kind.cameo)
            .unwrap_or_else(|| panic!("{}: no CAMEO code {}", kind.id, kind.cameo));
        assert_eq!(kind.quad, code.quad, "{}", kind.id);
        assert!((-10.0..=10.0).contains(&kind.weight), "{}", kind.id);
        assert!(
            (kind.weight - code.goldstein).abs() <= 1.0 || kind.reason.is_some(),
            "{} departs from {} without a reason",
            kind.id,
            kind.cameo
        );
    }
    for kind in &tables.ontology.kinds {
        let planned = kind.planned.as_deref();
        assert!(planned.is_none_or(|code| tables.cameo(code).is_some()), "{} planned", kind.id);
    }
}

#[test]
fn ties_are_all_there() {
    let ontology = &shipped().ontology;
    for kind in TieKind::ALL {
        let row = ontology.tie(kind).unwrap_or_else(|| panic!("no tie {}", kind.as_str()));
        assert!(
            (-10.0..=10.0).contains(&row.prior) && row.prior * row.sign.factor() >= 0.0,
            "{}",
            kind.as_str()
        );
    }
}

#[test]
fn the_kinds_of_the_vocabulary_are_all_there() {
    let ontology = &shipped().ontology;
    for id in [
        "summit",
        "visit",
        "talks",
        "call",
        "multilateral-meeting",
        "statement",
        "appeal",
        "praise",
        "criticism",
        "accusation",
        "warning",
        "threat",
        "protest-note",
        "agreement",
        "accession",
        "aid",
        "trade-deal",
        "joint-exercise",
        "exercise",
        "deployment",
        "missile-test",
        "sanction",
        "restriction",
        "eased-restriction",
        "recall",
        "rupture",
        "recognition",
        "detention",
        "release",
        "incident",
        "clash",
        "attack",
        "election",
        "vote",
        "launch",
    ] {
        assert!(ontology.kind(&KindId::new(id).unwrap()).is_some(), "no kind {id}");
    }
}

#[test]
fn names_are_found_in_every_language() {
    let tables = shipped();
    let first = |prefix: &str| tables.find_names(prefix, 5).first().map(|found| found.entry.clone());
    let country = |code: &str| Some(Entry::Country(code.to_owned()));
    for (prefix, code) in [
        ("South Kor", "KOR"),
        ("대한민", "KOR"),
        ("韩国", "KOR"),
        ("中国", "CHN"),
        ("KOR", "KOR"),
        ("corée du n", "PRK"),
        ("COREE DU N", "PRK"),
        ("Taiwan", "TWN"),
    ] {
        assert_eq!(first(prefix), country(code), "{prefix}");
    }
    assert_eq!(tables.named("north korea"), [&Entry::Country("PRK".to_owned())]);
    assert_eq!(tables.named("nobody at all"), Vec::<&Entry>::new());
    assert!(
        tables
            .find_names("Xi Jin", 3)
            .iter()
            .any(|found| matches!(found.entry, Entry::Person(_)))
    );
    assert_eq!(tables.find_names("", 5), []);
    assert_eq!(tables.alpha2("KR").map(|row| row.code.as_str()), Some("KOR"));
    let lee = tables.find_names("lee jae myung", 1)[0].entry.clone();
    let Entry::Person(lee) = lee else { panic!("{lee:?}") };
    let day = Edtf::parse("2026-01-05").unwrap().earliest().unwrap();
    assert!(
        tables
            .tenures_of(&lee)
            .any(|row| row.office == "kor-president" && row.holds_at(day))
    );
}
