use domain::{event::Role, incoming::Format};

use crate::support::{damage, told, told_of};

const SMALL: &str = r#"{"csw:GetRecordsResponse": {"csw:SearchResults": {"iStoreRecord": [
 {"id": 7, "title": "Exchange of Notes", "signed_event_date": "04/11/1947", "signed_event_location": "London", "subject": "TRADE",
  "country_name": "Aden Colony ; FRANCE ; UNITED KINGDOM", "definative_eif_event_date": "01/10/1947", "document_url": "https://example.org/a\\b.html"},
 {"id": 8, "title": "No day", "signed_event_date": "31/02/1947"},
 {"id": 9, "title": "", "signed_event_date": "01/02/1947"}]}}}"#;

#[test]
fn treaties_are_events_of_their_signature() {
    let told = told(Format::UkTreaties, SMALL);
    assert_eq!(told.lines(), ["1947-11-04 Exchange of Notes", "- No day"]);
    assert_eq!(told.problems(), ["2 date-unread", "3 no-title"]);
    let treaty = told.event("7");
    assert_eq!(treaty.kind.as_deref(), Some("agreement"));
    let parties: Vec<_> = treaty.parties.iter().map(|party| (party.name.as_str(), party.role)).collect();
    assert_eq!(
        parties,
        [
            ("Aden Colony", Role::Mentioned),
            ("FRANCE", Role::Party),
            ("UNITED KINGDOM", Role::Party)
        ]
    );
    assert_eq!(treaty.summary, "In force: 1947-10-01", "force may begin before signature");
    assert_eq!(treaty.source.as_ref().unwrap().url, "https://example.org/a/b.html");
    assert_eq!(treaty.topics, ["TRADE"]);
}

#[test]
fn treaties_of_the_corpus() {
    let Some(told) = told_of(Format::UkTreaties, "treaty/uk_treaties_4000_batch.json") else {
        return;
    };
    assert_eq!((told.events().len(), told.faults.len()), (100, 0));
    let third = told.event("70265");
    assert!(told.lines()[2].starts_with("1947-11-04 Protocol between"));
    let states: Vec<_> = third.parties.iter().map(|party| party.name.as_str()).collect();
    assert_eq!(states, ["AUSTRIA", "FRANCE", "UNITED KINGDOM", "UNITED STATES OF AMERICA"]);
    assert!(third.summary.starts_with("In force: 1947-11-04"), "{}", third.summary);
    assert_eq!(
        (third.place.as_ref().unwrap().name.as_str(), third.topics[0].as_str()),
        ("London", "COMPENSATION")
    );
    assert_eq!(
        told.events().iter().filter(|event| event.summary.contains("In force: ")).count(),
        50
    );
    assert!(told.lines()[99].starts_with("1948-04-20 Trade: Agreed Minute"));
    assert!(!told.event("59082").summary.contains("In force"));

    let told = told_of(Format::UkTreaties, "treaty/uk_treaties_5000_batch.json").unwrap();
    assert!(told.lines()[0].starts_with("1952-12-22 International Telecommunication Convention"));
    assert_eq!(told.events()[0].place.as_ref().unwrap().name, "Buenos Aires");
    assert!(told.events()[0].summary.starts_with("In force: 1954-01-01"));
    assert!(told.lines()[99].starts_with("1953-09-05 ") && told.events()[99].summary.starts_with("In force: 1953-01-01"));
}

#[test]
fn damaged_answers_do_no_harm() {
    damage(Format::UkTreaties, SMALL);
}
