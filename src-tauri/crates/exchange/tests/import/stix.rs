use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{CodeList, Format, Problem},
    period::End,
    tie::{Sign, TieKind},
};
use exchange::import::recognise;

use crate::support::{damage, told, told_of};

const SMALL: &str = r#"{"type": "bundle", "id": "bundle--1", "objects": [
 {"type": "intrusion-set", "id": "intrusion-set--1", "name": "Night Heron", "aliases": ["Heron"], "first_seen": "2019-05-02T00:00:00.000Z"},
 {"type": "identity", "id": "identity--1", "name": "Ministry of Energy", "identity_class": "organization"},
 {"type": "identity", "id": "identity--2", "name": "Energy", "identity_class": "class"},
 {"type": "location", "id": "location--1", "name": "Norway", "country": "no"},
 {"type": "location", "id": "location--2", "name": "Bergen", "country": "no", "city": "Bergen"},
 {"type": "incident", "id": "incident--1", "name": "Outage", "first_seen": "2020-01-02T10:00:00.000Z", "last_seen": "2020-01-03T10:00:00.000Z"},
 {"type": "relationship", "id": "relationship--1", "relationship_type": "targets", "source_ref": "intrusion-set--1", "target_ref": "identity--1",
  "start_time": "1900-02-01T00:00:00.000Z", "stop_time": "1900-02-01T00:00:00.000Z"},
 {"type": "relationship", "id": "relationship--2", "relationship_type": "attributed-to", "source_ref": "incident--1", "target_ref": "intrusion-set--1"},
 {"type": "relationship", "id": "relationship--3", "relationship_type": "targets", "source_ref": "incident--1", "target_ref": "location--1"},
 {"type": "relationship", "id": "relationship--4", "relationship_type": "located-at", "source_ref": "incident--1", "target_ref": "location--2"},
 {"type": "relationship", "id": "relationship--5", "relationship_type": "part-of", "source_ref": "identity--1", "target_ref": "identity--2"},
 {"type": "relationship", "id": "relationship--6", "relationship_type": "targets", "source_ref": "intrusion-set--1", "target_ref": "identity--9"},
 {"type": "threat-actor", "id": "threat-actor--1", "name": "Withdrawn", "revoked": true},
 {"type": "report", "id": "report--1", "name": "Herons", "published": "2020-02-01T00:00:00.000Z", "created_by_ref": "identity--1",
  "description": "Who they are", "object_refs": ["intrusion-set--1", "malware--9"], "external_references": [{"source_name": "a", "url": "https://example.org/h"}]},
 {"type": "intrusion-set", "id": "intrusion-set--1", "name": "Old name", "modified": "", "first_seen": "1999-01-01T00:00:00.000Z"},
 3
]}"#;

#[test]
fn actors_ties_and_events_of_a_bundle() {
    let told = told(Format::Stix, SMALL);
    let heron = told.actor("intrusion-set--1");
    assert_eq!((heron.name.as_str(), heron.kind), ("Night Heron", Some(ActorKind::Group)));
    assert_eq!(heron.other_names, ["Heron"]);
    assert_eq!(told.note("intrusion-set--1#note").body, "First seen: 2019-05-02");

    let norway = told.actor("location--1").code.clone().unwrap();
    assert_eq!((norway.list, norway.code.as_str()), (CodeList::Alpha2, "NO"));

    let tie = told.tie("relationship--1");
    assert_eq!((tie.kind, tie.sign), (TieKind::Dispute, Sign::Negative));
    assert_eq!((&tie.start, &tie.end), (&None, &End::Ongoing), "1900 is a filler");

    let outage = told.event("incident--1");
    assert_eq!(told.lines(), ["2020-01-02T10:00:00Z/2020-01-03T10:00:00Z Outage"]);
    let parties: Vec<_> = outage.parties.iter().map(|party| (party.name.as_str(), party.role)).collect();
    assert_eq!(parties, [("Night Heron", Role::Actor), ("Norway", Role::Recipient)]);
    assert_eq!(outage.place.as_ref().unwrap().name, "Bergen");
    assert_eq!(told.note("relationship--5").title, "Ministry of Energy part of Energy");
}

#[test]
fn reports_are_sources_and_what_leads_nowhere_is_said() {
    let told = told(Format::Stix, SMALL);
    assert_eq!(told.published(), ["2020-02-01 Herons"]);
    let source = told.sources()[0];
    assert_eq!(
        (source.author.as_str(), source.url.as_str()),
        ("Ministry of Energy", "https://example.org/h")
    );
    assert_eq!(told.note("report--1#note").about, ["intrusion-set--1"]);
    assert_eq!(
        told.problems(),
        [
            "3 nothing-to-keep",
            "5 nothing-to-keep",
            "12 points-nowhere",
            "13 nothing-to-keep",
            "14 points-nowhere",
            "16 malformed"
        ]
    );
}

#[test]
fn other_json_is_no_bundle() {
    for text in ["", "{}", "[]", r#"{"type": "FeatureCollection", "features": []}"#, "type: bundle"] {
        assert_ne!(recognise(text), Some(Format::Stix), "{text}");
    }
}

#[test]
fn a_bundle_of_opencti() {
    let Some(told) = told_of(Format::Stix, "stix/opencti_DATA-TEST-STIX2_v2.json") else {
        return;
    };
    let report = told.note("report--a445d22a-db0c-4b5d-9ec8-e9ad0b6dbdd7#note");
    assert!(
        report.body.ends_with("About 26 objects of its file.\n\nConfidence: 3 of 100"),
        "{}",
        report.body
    );
    assert!(
        report
            .about
            .contains(&"intrusion-set--18854f55-ac7c-4634-bd9a-352dd07613b7".to_owned())
    );
    assert!(
        !report.about.contains(&"malware--faa5b705-cf44-4e50-8472-29e5fec43c3c".to_owned()),
        "not kept"
    );
    assert_eq!(told.published(), ["2020-03-01T14:02:48Z A demo report for testing purposes"]);

    let opinion = told.note("opinion--fab0d63d-e1be-4771-9c14-043b76f71d4f");
    assert_eq!(opinion.title, "Opinion: strongly agree");
    assert_eq!(
        opinion.about[..2],
        [
            "incident--0b626d41-1d8d-4b96-86fa-ad49cea2cfd4",
            "note--573f623c-bf68-4f19-9500-d618f0d00af0"
        ]
    );

    let uses = told.note("relationship--9f999fc5-5c74-4964-ab87-ee4c7cdc37a3");
    assert_eq!(uses.title, "APT41 uses Paradise Ransomware");
    assert!(uses.body.contains("2020-02-28T23:00:00Z/2020-02-29T23:00:00Z"));

    let works = told.tie("relationship--10f2228d-cc68-45e3-bce2-53b1841b01c2");
    assert_eq!((works.kind, &works.start, &works.end), (TieKind::Membership, &None, &End::Ongoing));
    assert_eq!(told.tie("relationship--3541149d-1af6-4688-993c-dc32c7ee3880").sign, Sign::Negative);
    assert_eq!(
        told.actor("location--5acd8b26-51c2-4608-86ed-e9edd43ad971").kind,
        Some(ActorKind::Country)
    );
    assert_eq!(
        told.actor("identity--72de07e8-e6ed-4dfe-b906-1e82fae1d132").other_names,
        ["Computer Incident", "Incident"]
    );

    let campaign = told.event("campaign--92d46985-17a6-4610-8be8-cc70c82ed214");
    assert_eq!(campaign.when.as_ref().unwrap().edtf.to_string(), "2020-02-27T08:45:43Z");
    assert_eq!(campaign.parties[0].name, "APT41");
    assert_eq!(told.event("incident--0b626d41-1d8d-4b96-86fa-ad49cea2cfd4").title, "A new incident");
    assert_eq!(told.count(Problem::PointsNowhere), 0);
}

#[test]
fn references_that_lead_nowhere_or_by_internal_ids() {
    let Some(told) = told_of(Format::Stix, "stix/opencti_missing_refs.json") else {
        return;
    };
    assert_eq!(
        told.problems(),
        ["1 nothing-to-keep", "2 nothing-to-keep", "3 nothing-to-keep", "4 points-nowhere"]
    );
    let told = told_of(Format::Stix, "stix/opencti_bundle_with_internal_ids.json").unwrap();
    assert_eq!(told.count(Problem::PointsNowhere), 0);
    assert!(
        told.faults
            .iter()
            .any(|fault| fault.row == 4 && fault.value == "malware 01 – malware 02")
    );
}

#[test]
fn countries_companies_and_sectors_of_opencti() {
    let Some(told) = told_of(Format::Stix, "stix/opencti_datasets_geography.json") else {
        return;
    };
    let japan = told.things.iter().find(|thing| thing.row == 269).unwrap();
    let japan = told.actor(japan.id.as_deref().unwrap());
    assert_eq!((japan.name.as_str(), japan.code.as_ref().unwrap().code.as_str()), ("Japan", "JPN"));
    let taiwan = told.actors().into_iter().find(|actor| actor.name == "Taiwan").unwrap();
    assert_eq!(taiwan.code.as_ref().unwrap().code, "TWA", "kept as it is; the name says who it is");
    assert!(told.faults.iter().any(|fault| fault.row == 2 && fault.value == "Africa"));
    assert_eq!(told.count(Problem::PointsNowhere), 0);

    let told = told_of(Format::Stix, "stix/opencti_datasets_companies.json").unwrap();
    assert_eq!(told.actors().len(), 32);
    assert_eq!(told.count(Problem::PointsNowhere), 31);

    let told = told_of(Format::Stix, "stix/opencti_datasets_sectors.json").unwrap();
    assert_eq!((told.actors().len(), told.events().len(), told.ties().len()), (1, 0, 0));
    assert!(
        told.note("identity--7095afff-2cf3-47a7-b782-7613f58b50f4")
            .body
            .ends_with("Part of [[Culture and entertainment]]")
    );
}

#[test]
fn examples_of_the_standard() {
    let Some(told) = told_of(Format::Stix, "stix/oasis_apt1.json") else {
        return;
    };
    assert_eq!(told.published(), ["2013-02-19 APT1: Exposing One of China's Cyber Espionage Units"]);
    let note = told.note("report--e33ffe07-2f4c-48d8-b0af-ee2619d765cf#note");
    assert!(note.body.contains("About 75 objects of its file."), "{}", note.body);
    let apt1 = told.note("intrusion-set--da1065ce-972c-4605-8755-9cd1074e3b5a#note");
    assert!(apt1.body.contains("First seen: 2006-06-01T18:13:15Z"), "{}", apt1.body);
    assert_eq!(
        told.note("relationship--6598bf44-1c10-4218-af9f-75b5b71c23a7").title,
        "Ugly Gorilla uses MANITSME"
    );
    let party = told
        .actors()
        .into_iter()
        .find(|actor| actor.name == "Communist Party of China")
        .unwrap();
    assert_eq!(party.kind, Some(ActorKind::Group));

    let told = told_of(Format::Stix, "stix/oasis_poisonivy.json").unwrap();
    assert_eq!(
        told.published(),
        ["2013-08-21 Poison Ivy: Assessing Damage and Extracting Intelligence"]
    );
    assert!(told.lines().contains(&"2008-01-07 admin@338".to_owned()), "{:?}", told.lines());

    let told = told_of(Format::Stix, "stix/oasis_identifying-a-threat-actor-profile.json").unwrap();
    assert_eq!((told.actors().len(), told.ties().len()), (2, 1));
    assert_eq!(told.ties()[0].title, "Disco Team Threat Actor Group attributed to Disco Team");

    for (file, sources) in [("stix/misp_test_event1_stix21.json", 2), ("stix/misp_test_event2_stix21.json", 2)] {
        assert_eq!(told_of(Format::Stix, file).unwrap().sources().len(), sources, "{file}");
    }
}

#[test]
fn damaged_bundles_do_no_harm() {
    damage(Format::Stix, SMALL);
    for file in ["stix/oasis_apt1.json", "stix/opencti_bundle_with_internal_ids.json"] {
        if let Some(text) = crate::support::text(file) {
            damage(Format::Stix, &text);
        }
    }
}
