use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{Format, Problem},
    period::End,
    tie::TieKind,
};
use exchange::import::recognise;

use crate::support::{Told, damage, told, told_of};

const SMALL: &str = r#"{"id": "p1", "caption": "Анна Вяли", "schema": "Person", "properties": {"name": ["Анна Вяли", "Anna Vali"], "nationality": ["ee"], "birthDate": ["1970", "1971"]}}
{"id": "c1", "schema": "Company", "properties": {"name": ["Vali AS"], "jurisdiction": ["ee"], "country": ["ee", "lv"]}}

{"id": "o1", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["c1"], "startDate": ["2001"], "endDate": ["2005-03"], "percentage": ["51"]}}
{"id": "s1", "schema": "Sanction", "properties": {"entity": ["c1"], "country": ["no"], "authority": ["Ministry"], "startDate": ["2022-03-01", "2022-03-02"], "listingDate": ["2023-01-01"]}}
{"id": "s2", "schema": "Sanction", "properties": {"entity": ["zz"], "country": ["fi"], "listingDate": ["2023-01-01"]}}
{"id": "post", "schema": "Position", "properties": {"name": ["Minister of Energy"], "country": ["ee"]}}
{"id": "held", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["post"], "startDate": ["2011-04"], "status": ["ended"]}}
{"id": "pay", "schema": "Payment", "properties": {"payer": ["c1"], "beneficiary": ["p1"], "date": ["2012-07-04"], "amount": ["10000.50"], "currency": ["NOK"]}}
{"id": "a1", "schema": "Address", "properties": {"full": ["Pikk 1, Tallinn"]}}
{"id": "n1", "schema": "Article", "properties": {"title": ["Who owns Vali"], "publishedAt": ["2020-05-06"], "sourceUrl": ["https://example.org/v"]}}
{"id": "e1", "schema": "Event", "properties": {"name": ["Fair"], "startDate": ["2013-01-02"], "endDate": ["2013-01-04"], "involved": ["c1"], "country": ["se"]}}
{"op": "MOD", "entity": {"id": "c1"}}
{"id": "broken
{"id": "k1", "schema": "Family", "properties": {"person": ["p1"], "relative": ["p9"]}}"#;

#[test]
fn actors_ties_and_tenures_of_a_file() {
    let told = told(Format::FollowTheMoney, SMALL);
    let anna = told.actor("p1");
    assert_eq!((anna.name.as_str(), anna.kind), ("Anna Vali", Some(ActorKind::Person)));
    assert_eq!(anna.other_names, ["Анна Вяли"]);
    assert_eq!(anna.country.as_ref().unwrap().code, "EE");
    assert_eq!(told.note("p1#note").body, "Born: 1970 or 1971 (contested)");

    let owned = told.tie("o1");
    assert_eq!(
        (owned.from.name.as_str(), owned.to.name.as_str(), owned.kind),
        ("Vali AS", "Anna Vali", TieKind::Dependence)
    );
    assert_eq!(owned.start.as_ref().unwrap().to_string(), "2001");
    assert_eq!(owned.end.to_string(), "2005-03");

    let [tenure] = told.tenures()[..] else { panic!() };
    assert_eq!(
        (tenure.holder.name.as_str(), tenure.post.as_str()),
        ("Anna Vali", "Minister of Energy")
    );
    assert_eq!((tenure.of.code.as_ref().unwrap().code.as_str(), &tenure.end), ("EE", &End::Unknown));
}

#[test]
fn sanctions_payments_and_events_of_a_file() {
    let told = told(Format::FollowTheMoney, SMALL);
    assert_eq!(
        told.lines(),
        [
            "2022-03-01 ",
            "- ",
            "2012-07-04 Payment of 10000.50 NOK",
            "2013-01-02/2013-01-04 Fair"
        ]
    );
    let sanction = told.event("s1");
    assert_eq!(sanction.kind.as_deref(), Some("sanction"));
    let parties: Vec<_> = sanction.parties.iter().map(|party| party.role).collect();
    assert_eq!(parties, [Role::Actor, Role::Recipient]);
    assert_eq!(sanction.parties[0].code.as_ref().unwrap().code, "NO");
    assert_eq!(
        sanction.summary,
        "Authority: Ministry\n\nListed: 2023-01-01\n\nAlso given as the date: 2022-03-02"
    );
    assert_eq!(told.published(), ["2020-05-06 Who owns Vali"]);
    assert_eq!(
        told.problems(),
        [
            "6 no-date",
            "6 points-nowhere",
            "10 nothing-to-keep",
            "13 nothing-to-keep",
            "14 malformed",
            "15 points-nowhere"
        ]
    );
}

#[test]
fn other_lines_of_json_are_no_entities() {
    for text in [
        "",
        "{}",
        "{\"$schema\": \"x\", \"properties\": {}}",
        "{\"id\": 1, \"date\": \"2020-01-01\"}\n{\"id\": 2}",
    ] {
        assert_ne!(recognise(text), Some(Format::FollowTheMoney), "{text}");
    }
}

#[test]
fn a_sanctioned_company_and_its_people() {
    let Some(told) = told_of(Format::FollowTheMoney, "ftm/yente_zala_entities.ftm.json") else {
        return;
    };
    let sanctions = told.events();
    assert_eq!(sanctions.len(), 41);
    assert!(sanctions.iter().all(|event| event.kind.as_deref() == Some("sanction")));
    assert_eq!(sanctions.iter().filter(|event| event.when.is_some()).count(), 25);
    assert_eq!(told.count(Problem::NoDate), 16);
    let last = told.event("usgsa-ba113227e99428330534da99ddc61b6a34bec89a");
    assert_eq!(last.when.as_ref().unwrap().edtf.to_string(), "2023-11-02");
    assert!(
        last.summary.contains("Authority: OFAC") && last.summary.contains("Listed: 2025-02-13"),
        "{}",
        last.summary
    );
    assert_eq!(last.parties[0].code.as_ref().unwrap().code, "US");

    let of = |kind: &str| {
        told.ties()
            .iter()
            .filter(|tie| tie.title.ends_with(kind) || tie.summary.contains(kind))
            .count()
    };
    assert_eq!(told.ties().iter().filter(|tie| tie.kind == TieKind::Dependence).count(), 14);
    assert_eq!(of("Family member of"), 4);
    let bought = told.tie("ru-1099d5efed93ff280a45471ee42a16e6a2960c98");
    assert_eq!(
        (bought.start.as_ref().unwrap().as_str(), bought.end.to_string().as_str()),
        ("2005-09-16", "2005-11-03")
    );

    assert!(
        told.note("NK-56Edov9bas9puzaChH5pBy#note")
            .body
            .contains("Dissolved: 2012-06-30 or 2025-04-03 (contested)")
    );
    let maria = told.actor("NK-2Tbri3s6GgNtAwsSXh4qpL");
    assert_eq!(maria.name, "Maria Aleksandrovna Osetrova");
    assert!(maria.other_names.iter().any(|name| name == "Мария Александровна Осетрова"));
}

#[test]
fn donations_to_parties() {
    let Some(told) = told_of(Format::FollowTheMoney, "ftm/yente_parteispenden_entities.ftm.json") else {
        return;
    };
    assert_eq!((told.events().len(), told.actors().len()), (290, 96));
    assert_eq!(told.count(Problem::PointsNowhere), 0);
    let last = told.event("08a8e8bdd2da027fbe75de2ea54dec406a66422a");
    assert_eq!(last.when.as_ref().unwrap().edtf.to_string(), "2002-07-04");
    assert!(last.summary.contains("200000 EUR") && last.kind.is_none());
    let names: Vec<_> = last.parties.iter().map(|party| party.name.as_str()).collect();
    assert_eq!(names, ["Tchibo Holding AG", "SPD"]);
}

#[test]
fn names_in_many_languages_and_changes() {
    let Some(told) = told_of(Format::FollowTheMoney, "ftm/yente_t1_entities.ftm.json") else {
        return;
    };
    assert_eq!(told.actors().len(), 6);
    let tatiana = told.actor("NK-2KeUB68qUJtykm3BuAcazG");
    assert_eq!(
        (tatiana.name.as_str(), tatiana.other_names.len()),
        ("Tatiana Vladimirovna ZJURAVLEVA", 4)
    );
    assert!(told.note("NK-2KeUB68qUJtykm3BuAcazG#note").body.contains("Born: 1967-12-19"));
    let guard = told.actor("NK-2PacmNpiLUmoz4XD2mSt7A");
    assert_eq!((guard.name.as_str(), guard.country.as_ref().unwrap().code.as_str()), ("IRGC", "IR"));

    let told: Told = told_of(Format::FollowTheMoney, "ftm/yente_t2_20240528014702-pfh_entities.delta.json").unwrap();
    assert!(told.things.is_empty());
    assert_eq!(told.problems(), ["1 nothing-to-keep", "2 nothing-to-keep"]);
    assert_eq!(told.faults[1].value, "MOD NK-2T3S8Hu29ktYnKSTgQp2wL");
}

#[test]
fn damaged_lines_do_no_harm() {
    damage(Format::FollowTheMoney, SMALL);
    if let Some(text) = crate::support::text("ftm/yente_zala_entities.ftm.json") {
        damage(Format::FollowTheMoney, &text);
    }
}
