use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{Format, Problem},
};
use exchange::import::recognise;

use crate::support::{Told, damage, told, told_of};

const SMALL: &str = r#"{"response": [
 {"Event": {"uuid": "u1", "date": "2024-03-05", "info": "Night Heron returns", "publish_timestamp": "1709900000", "Orgc": {"name": "Watchers"},
  "Attribute": [
   {"type": "domain", "category": "Network activity", "to_ids": true, "value": "a.example",
    "first_seen": "2024-02-01T22:00:00.000000+00:00", "last_seen": "2024-02-09T22:00:00.000000+00:00", "ShadowAttribute": [{"value": "b.example"}]},
   {"type": "link", "category": "External analysis", "value": "https://example.org/heron"},
   {"type": "domain", "deleted": true, "value": "c.example"}],
  "Galaxy": [{"type": "threat-actor", "GalaxyCluster": [{"value": "Night Heron", "meta": {"synonyms": ["Heron"], "country": ["no"]}}]}],
  "Tag": [{"name": "misp-galaxy:threat-actor=\"Night Heron\""}, {"name": "misp-galaxy:mitre-attack-pattern=\"Phishing - T1566\""},
   {"name": "tlp:green"}, {"name": "energy"}]}},
 {"Event": {"uuid": "u2", "info": "", "date": "2024-03-06"}},
 {"Event": {"uuid": "u3", "info": "No day", "date": "2024-13-01"}}
]}"#;

#[test]
fn an_event_with_its_actors_tags_and_source() {
    let told = told(Format::Misp, SMALL);
    assert_eq!(told.lines(), ["2024-03-05 Night Heron returns", "- No day"]);
    assert_eq!(told.problems(), ["2 no-title", "3 date-unread"]);
    let event = told.event("u1");
    let [heron] = event.parties.as_slice() else {
        panic!("{:?}", event.parties)
    };
    assert_eq!(
        (heron.name.as_str(), heron.role, heron.kind),
        ("Night Heron", Role::Actor, Some(ActorKind::Group))
    );
    assert_eq!(
        (heron.other_names.as_slice(), heron.country.as_ref().unwrap().code.as_str()),
        (["Heron".to_owned()].as_slice(), "NO")
    );
    assert_eq!(event.topics, ["Phishing - T1566", "energy"]);
    let source = event.source.as_ref().unwrap();
    assert_eq!(
        (source.author.as_str(), source.url.as_str()),
        ("Watchers", "https://example.org/heron")
    );
    assert_eq!(
        event.summary,
        "Attributes: 2 (1 domain, 1 link)\n\nSeen: 2024-02-01T22:00:00+00:00 to 2024-02-09T22:00:00+00:00\n\nProposals, not taken: 1\n\nMarked: tlp:green"
    );
}

#[test]
fn wrapped_and_bare_events_are_known() {
    assert_eq!(recognise(r#"{"Event": {"info": "a"}}"#), Some(Format::Misp));
    assert_eq!(
        recognise(r#"{"Attribute": [{"category": "x", "to_ids": false}], "info": "a"}"#),
        Some(Format::Misp)
    );
    assert_eq!(recognise(r#"{"events": [{"info": "a"}]}"#), None);
}

#[test]
fn events_of_the_corpus() {
    let of = |path: &str| -> Option<(Told, String)> {
        let told = told_of(Format::Misp, path)?;
        let line = told.lines().join("; ");
        Some((told, line))
    };
    let Some((told, line)) = of("misp/eset_2018-11-20_Zebrocy.json") else {
        return;
    };
    assert_eq!(line, "2018-11-06 Zebrocy blogpost November 2018");
    let event = told.event("5be1e65d-8198-497b-bdf5-5ec20a016219");
    assert_eq!(event.parties[0].name, "Sofacy");
    assert!(
        event.summary.contains("Attributes: 32 (") && event.summary.contains("Related events: 1"),
        "{}",
        event.summary
    );

    let (told, line) = of("misp/eset_oceanlotus-macOS.misp.event.json").unwrap();
    assert!(line.starts_with("2019-04-08 "), "{line}");
    assert_eq!(told.events()[0].topics[1], "File Deletion - T1107");
    assert!(told.events()[0].summary.contains("Attributes: 9 ("));

    let (told, line) = of("misp/eset_signsight-misp-event.json").unwrap();
    assert!(line.starts_with("2020-12-16 "), "{line}");
    assert!(
        told.events()[0]
            .summary
            .contains("Seen: 2020-07-22T22:00:00+00:00 to 2020-08-15T22:00:00+00:00")
    );

    let (told, line) = of("misp/eset_misp.event_2021-06-10_backdoordiplomacy.json").unwrap();
    assert!(line.starts_with("2021-06-07 "), "{line}");
    assert_eq!(told.events()[0].topics, ["ESET", "osint:source-type=\"blog-post\""]);
    assert!(told.events()[0].summary.contains("Attributes: 67 ("));

    let (told, line) = of("misp/eset_misp-xdspy-event.json").unwrap();
    assert!(line.starts_with("2020-10-01 ") && told.events()[0].topics.is_empty(), "{line}");
    assert!(told.events()[0].summary.contains("Attributes: 71 ("));

    let (told, line) = of("misp/pymisp_existing_event.json").unwrap();
    assert_eq!(line, "2017-12-21 OSINT - Sednit update: How Fancy Bear Spent the Year");
    let event = told.events()[0];
    assert!(
        event.summary.contains("Attributes: 9 (")
            && event.summary.contains("Objects: 49 (")
            && event.summary.contains("Related events: 20")
    );
    let actor = &event.parties[0];
    assert_eq!(
        (actor.name.as_str(), actor.country.as_ref().unwrap().code.as_str()),
        ("Sofacy", "RU")
    );

    assert_eq!(of("misp/pymisp_misp_event.json").unwrap().1, "2016-06-09 A Random Event");
    let (told, line) = of("misp/pymisp_shadow.json").unwrap();
    assert_eq!(line, "2018-01-03 Test proposals / ShadowAttributes");
    assert!(told.events()[0].summary.contains("Attributes: 1 (") && told.events()[0].summary.contains("Objects: 1 ("));
    assert!(told.faults.iter().all(|fault| fault.problem != Problem::Malformed));
}

#[test]
fn damaged_events_do_no_harm() {
    damage(Format::Misp, SMALL);
    if let Some(text) = crate::support::text("misp/eset_signsight-misp-event.json") {
        damage(Format::Misp, &text);
    }
}
