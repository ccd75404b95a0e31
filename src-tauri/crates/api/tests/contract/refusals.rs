//! Each refusal names the field, says what is wrong, and what to do.

use api::wire::{Edit, ErrorCode};
use serde_json::{Value, json};

use crate::{
    edits::{event, source, words},
    sample::{CHINA, KOREA, LEE, SUMMIT, Sample, id, item},
};

/// A form with one field set otherwise.
fn but(mut form: Value, field: &str, value: Value) -> Value {
    form[field] = value;
    form
}

fn tie() -> Value {
    json!({ "type": "tie", "kind": "alliance", "title": "Pact", "from": id(KOREA), "to": id(CHINA), "mutual": true, "sign": 1,
        "period": { "start": "2014", "end": "ongoing" } })
}

fn place() -> Value {
    json!({ "type": "place", "name": "Nowhere" })
}

#[test]
fn forms_are_refused_with_the_path_of_the_field_and_words() {
    let sample = Sample::open();
    let before = sample.export();
    let lost = "00000000-0000-4000-8000-000000000000";
    let note = json!({ "type": "note", "title": "N", "body": "" });
    let citation = json!({ "type": "citation", "item": SUMMIT, "source": "019b9cd5-8e80-7006-8000-000000000001",
        "anchor": words("words that stand nowhere in it"), "credibility": 2 });
    let assessment =
        json!({ "type": "assessment", "a": id(KOREA), "b": id(CHINA), "direction": "better", "reason": "R", "on": "2026-01-08" });
    let part = |actor: &str, role: &str| json!({ "actor": id(actor), "role": role });
    for (form, field, words) in [
        (but(event("E"), "title", json!("  ")), "title", "is blank"),
        (but(event("E"), "when", json!({ "edtf": "sometime soon-ish" })), "when.edtf", ""),
        (but(event("E"), "kind", json!("Two Words")), "kind", "is not the name of a kind"),
        (
            but(event("E"), "status", json!([{ "status": "perhaps" }])),
            "status[0].status",
            "unknown variant",
        ),
        (but(event("E"), "status", json!([])), "status", "is missing"),
        (but(event("E"), "place", json!(SUMMIT)), "place", "is not an identifier"),
        (but(event("E"), "place", json!(id(SUMMIT))), "item", "not in the dossier"),
        (
            but(event("E"), "participants", json!([part(CHINA, "host"), part(KOREA, "friend")])),
            "participants[1].role",
            "unknown variant",
        ),
        (
            but(event("E"), "participants", json!([part(KOREA, "host"), part(KOREA, "host")])),
            "participants",
            "twice",
        ),
        (
            but(event("E"), "statement", json!({ "issue": "trade" })),
            "statement.speaker",
            "is missing",
        ),
        (but(event("E"), "topics", json!([lost])), "item", "not in the dossier"),
        (but(event("E"), "salience", json!(101)), "salience", ""),
        (
            but(event("E"), "weight", json!({ "value": 11.0, "reason": "much" })),
            "weight",
            "outside",
        ),
        (
            but(event("E"), "weight", json!({ "value": 1.0, "reason": "" })),
            "weight.reason",
            "is blank",
        ),
        (
            but(source(), "url", json!("javascript:alert(1)")),
            "url",
            "is not a web or mail address",
        ),
        (but(source(), "reliability", json!("G")), "reliability", "unknown variant"),
        (but(source(), "accessed", json!("yesterday")), "accessed", ""),
        (but(tie(), "to", json!(id(KOREA))), "to", "same actor"),
        (but(tie(), "to", json!("")), "to", "is missing"),
        (but(tie(), "sign", json!(2)), "sign", "is not a sign"),
        (
            but(tie(), "period", json!({ "start": "2014", "end": "2010" })),
            "period.end",
            "is before the start",
        ),
        (but(tie(), "kind", json!("friendship")), "kind", "unknown variant"),
        (
            but(place(), "coordinates", json!({ "latitude": 91.0, "longitude": 0.0 })),
            "coordinates.latitude",
            "",
        ),
        (
            but(place(), "coordinates", json!({ "latitude": 9.0 })),
            "coordinates.longitude",
            "is missing",
        ),
        (
            but(note.clone(), "judgement", json!({ "likelihood": "maybe", "confidence": "low" })),
            "judgement.likelihood",
            "unknown variant",
        ),
        (
            but(note, "judgement", json!({ "likelihood": "likely", "confidence": "low" })),
            "judgement.proposition",
            "is missing",
        ),
        (citation, "anchor", "does not stand in the source"),
        (but(assessment, "b", json!(id(KOREA))), "b", "same country"),
        (json!({ "type": "topic", "name": "T", "parent": "1" }), "parent", "identifier"),
        (
            json!({ "type": "settings", "title": "T", "language": "en", "time_zone": "UTC", "half_life_days": 0 }),
            "half_life_days",
            "outside",
        ),
        (
            json!({ "type": "settings", "title": "T", "language": "en", "time_zone": "UTC", "half_life_days": 9 }),
            "id",
            "another dossier",
        ),
        (
            json!({ "type": "settings", "title": "T", "language": "en", "time_zone": "UTC", "half_life_days": 9, "opens_as_of": "2026-13" }),
            "opens_as_of",
            "",
        ),
        (
            json!({ "type": "link", "kind": "follows-up", "from": id(SUMMIT), "to": id(SUMMIT) }),
            "to",
            "same event",
        ),
        (
            json!({ "type": "lesson", "words": "W", "teaches": { "kind": "summit" } }),
            "type",
            "not put by a form",
        ),
    ] {
        let refused = sample.put(form.clone()).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Invalid, "{form}");
        assert_eq!(refused.field.as_deref(), Some(field), "{form} → {refused}");
        assert!(refused.message.contains(words), "{form} → {refused}");
    }
    assert_eq!(sample.export(), before);
    assert_eq!(sample.api.session().unwrap().dossier.unwrap().change.undo, None);
}

#[test]
fn what_is_not_there_is_said_not_to_be() {
    let sample = Sample::open();
    let nobody = |kind: &str| item(&format!("{kind}:00000000-0000-4000-8000-000000000000"));
    let status = Edit::SetStatus {
        event: nobody("event"),
        step: json!({ "status": "occurred" }),
    };
    let claim = Edit::ChooseClaim {
        claim: nobody("claim"),
        reason: None,
    };
    for edit in [
        Edit::Remove {
            items: vec![nobody("event")],
        },
        status,
        claim,
    ] {
        let refused = sample.apply(edit).unwrap_err();
        assert_eq!(refused.code, ErrorCode::NotFound);
        assert!(
            refused.message.ends_with("is not in the dossier; it may have been removed"),
            "{refused}"
        );
    }
    for (key, hint) in [
        ("KOR", Some("write it as country:KOR, organisation:nato or person:lee-jae-myung")),
        ("country:XXX", None),
    ] {
        let refused = sample.apply(Edit::AddReference { key: key.to_owned() }).unwrap_err();
        assert_eq!((refused.field.as_deref(), refused.hint.as_deref()), (Some("key"), hint), "{key}");
    }
    let none = sample.apply(Edit::Remove { items: vec![] }).unwrap_err();
    assert_eq!(none.field.as_deref(), Some("items"));
}

#[test]
fn a_statement_keeps_its_speaker() {
    let sample = Sample::open();
    let statement = json!({ "speaker": id(LEE), "on_behalf_of": id(KOREA), "targets": [id(CHINA)], "issue": "trade", "stance": "supports",
        "quote": { "text": "함께", "language": "ko", "translation": "Together" } });
    sample
        .put(but(but(event("He speaks"), "statement", statement), "kind", json!("statement")))
        .unwrap();
    let refused = sample.apply(Edit::Remove { items: vec![item(LEE)] }).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("speaker"));
    assert_eq!(
        refused.hint.as_deref(),
        Some("give the statement another speaker, or remove it first")
    );
}

#[test]
fn nothing_is_asked_of_no_dossier() {
    let api = api::Api::without_home(crate::sample::noon);
    let refused = api.undo().unwrap_err();
    assert_eq!(
        (refused.code, refused.hint.as_deref()),
        (ErrorCode::NoDossier, Some("Open one or begin a new one."))
    );
}

#[test]
fn a_second_instance_reads_and_says_why_it_cannot_write() {
    let sample = Sample::open();
    let second = api::Api::without_home(crate::sample::noon);
    let session = second.open_path(&sample.path()).unwrap();
    let dossier = session.dossier.unwrap();
    assert!(dossier.read_only.is_some_and(|why| why.code == api::wire::ObstacleCode::InUse));
    assert_eq!(dossier.counts.events, 36);
    let refused = second
        .apply(api::wire::EditRequest {
            edit: Edit::AddReference {
                key: "country:FRA".to_owned(),
            },
        })
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::ReadOnly);
    assert_eq!(refused.hint.as_deref(), Some("close it elsewhere, or save a copy and work on that"));
}

#[test]
fn a_file_that_was_not_closed_here_is_looked_through_before_it_is_shown() {
    const PAGE: usize = 4096;
    let sample = Sample::open();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.dossier");
    sample.api.save_copy_to(&copy).unwrap();
    let sound = std::fs::read(&copy).unwrap();
    let (mut unseen, mut pages) = (0, 0);
    for page in (1..sound.len() / PAGE).step_by(3) {
        let mut bytes = sound.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0x5a);
        std::fs::write(&copy, bytes).unwrap();
        let window = api::Api::new(&folder.path().join("home"), crate::sample::noon);
        assert_eq!(window.open_path(&copy).unwrap_err().code, ErrorCode::Damaged, "page {page}");
        unseen += usize::from(api::Api::without_home(crate::sample::noon).open_path(&copy).is_ok());
        pages += 1;
    }
    assert!(unseen > 0, "{pages} pages were seen to be damaged without being looked for");
}
