use api::{
    Api,
    wire::{Edit, EditRequest, HistoryRequest, ItemDetails, ItemRequest, Language},
};
use domain::{ItemKind, status::Status};
use engine::Workspace;
use serde_json::{Value, json};
use testkit::{Editor, build, time, times};

use crate::sample::{BEIJING, CHINA, KOREA, LEE, SUMMIT, Sample, id, item, noon};

pub fn event(title: &str) -> Value {
    json!({ "type": "event", "kind": "summit", "title": title, "when": { "edtf": "2026-02-10" }, "status": [{ "status": "announced" }],
        "place": id(BEIJING), "participants": [{ "actor": id(KOREA), "role": "guest" }, { "actor": id(CHINA), "role": "host" }], "salience": 50 })
}

pub fn source() -> Value {
    json!({ "type": "source", "title": "A second report", "publisher": "Wire", "url": "https://example.org/a", "published": "2026-01-08",
        "accessed": "2026-01-08", "language": "en", "reliability": "B", "origin": "agency", "text": "The two will meet again. 두 정상은 다시 만난다." })
}

/// Words of a source as a form cites them: where they stand is for the core to find.
pub fn words(exact: &str) -> Value {
    json!({ "exact": exact, "prefix": "", "suffix": "", "start": 0, "end": exact.chars().count() })
}

/// One item of every noun; `office`, `event` and `source` are references of items that stand.
fn items_of(office: &str, event: &str, source: &str) -> Vec<Value> {
    let (korea, china) = (id(KOREA), id(CHINA));
    vec![
        json!({ "type": "actor", "kind": "company", "name": "Samsung", "other_names": [{ "text": "삼성", "language": "ko" }], "acts_for": korea }),
        json!({ "type": "tenure", "office": id(office), "holder": id(LEE), "period": { "start": "2025-06-04", "end": "ongoing" } }),
        json!({ "type": "place", "name": "Incheon", "country": korea, "coordinates": { "latitude": 37.45, "longitude": 126.7 } }),
        json!({ "type": "topic", "name": "Fisheries" }),
        json!({ "type": "tie", "kind": "partnership", "title": "Hotline", "from": korea, "to": china, "mutual": true, "sign": 1,
            "period": { "start": "2014", "end": "ongoing" }, "cause": id(event) }),
        json!({ "type": "link", "kind": "follows-up", "from": id(event), "to": id(SUMMIT) }),
        json!({ "type": "citation", "item": event, "source": id(source), "anchor": words("meet again"), "credibility": 2 }),
        json!({ "type": "citation", "item": event, "source": id(source), "locator": "p. 12" }),
        json!({ "type": "claim", "item": event, "value": { "attribute": "when", "value": "2026-02-11" } }),
        json!({ "type": "claim", "item": event, "value": { "attribute": "amount", "value": { "value": 28500, "unit": "troops", "qualifier": "roughly" } } }),
        json!({ "type": "note", "title": "What follows", "body": format!("See [[{event}]]."), "attached_to": [event],
            "judgement": { "proposition": "They meet again by May", "likelihood": "likely", "confidence": "low", "horizon": "2026", "evidence_for": [event] } }),
        json!({ "type": "assessment", "a": korea, "b": china, "direction": "better", "reason": "They meet again", "on": "2026-01-08" }),
    ]
}

#[test]
fn every_noun_is_added_read_back_undone_and_redone() {
    let sample = Sample::open();
    let before = sample.export();
    let office = sample.add(json!({ "type": "office", "post": "Envoy", "of": id(KOREA) }));
    let (event, source) = (sample.add(event("Second summit of the year")), sample.add(source()));
    let forms = items_of(&office, &event, &source);
    for form in &forms {
        let change = sample.put(form.clone()).unwrap();
        let kind = form["type"].as_str().unwrap();
        assert_eq!(change.state.undo.unwrap().name, format!("add-{kind}"));
        let created = change.created.unwrap();
        assert_eq!(created.kind.as_str(), kind, "{created}");
        let read = sample.item(&created.to_string()).unwrap();
        // What a form gets is what it can send back: nothing changes by it.
        let again = sample
            .apply(Edit::Put {
                item: json!(read.fields),
                typing: false,
            })
            .unwrap();
        assert_eq!(again.created, None);
        assert_eq!(sample.item(&created.to_string()).unwrap().fields, read.fields);
        sample.api.undo().unwrap();
    }
    let after = sample.export();
    for _ in 0..forms.len() + 3 {
        sample.api.undo().unwrap();
    }
    assert_eq!(items(&sample.export()), items(&before));
    for _ in 0..forms.len() + 3 {
        sample.api.redo().unwrap();
    }
    assert_eq!(items(&sample.export()), items(&after));
    assert_eq!(sample.api.check().unwrap(), Vec::<String>::new());
}

/// The items of a document without the times at which they were recorded: an undo records anew.
fn items(document: &str) -> Vec<Value> {
    let mut document: Value = serde_json::from_str(document).unwrap();
    let mut items = std::mem::take(document["items"].as_array_mut().unwrap());
    for item in &mut items {
        item.as_object_mut().unwrap().remove("recorded_at");
    }
    items
}

#[test]
fn settings_are_changed_and_never_removed() {
    let sample = Sample::open();
    let own = sample.api.session().unwrap().dossier.unwrap().id;
    let form = json!({ "type": "settings", "id": own, "title": "Renamed", "language": "ko", "time_zone": "Asia/Seoul", "half_life_days": 90,
        "opens_as_of": "2026-01-05", "namings": [{ "code": "TWN", "name": "Taiwan" }] });
    let change = sample.put(form).unwrap();
    assert_eq!(
        (change.created, change.state.undo.unwrap().name.as_str()),
        (None, "change-settings")
    );
    let dossier = sample.api.session().unwrap().dossier.unwrap();
    assert_eq!((dossier.title.as_str(), dossier.half_life_days), ("Renamed", 90));
    assert_eq!(dossier.opens_as_of.as_deref(), Some("2026-01-05"));
    let gone = sample
        .apply(Edit::Remove {
            items: vec![item(&format!("settings:{}", dossier.id))],
        })
        .unwrap_err();
    assert!(gone.message.contains("cannot be removed"), "{gone}");
}

#[test]
fn a_removed_event_takes_citations_claims_and_links_along_and_brings_them_back() {
    let sample = Sample::open();
    let before = sample.export();
    let change = sample.apply(Edit::Remove { items: vec![item(SUMMIT)] }).unwrap();
    assert_eq!(change.state.undo.unwrap().name, "remove-event");
    for kind in [ItemKind::Citation, ItemKind::Claim, ItemKind::Link, ItemKind::Note] {
        assert!(
            change.touched.iter().any(|item| item.kind == kind),
            "{kind} in {:?}",
            change.touched
        );
    }
    assert_eq!(
        sample.item(SUMMIT).unwrap_err().message,
        "that event is not in the dossier; it may have been removed"
    );
    assert_eq!(sample.api.check().unwrap(), Vec::<String>::new());
    sample.api.undo().unwrap();
    assert_eq!(items(&sample.export()), items(&before));
}

#[test]
fn a_step_of_life_is_added_with_its_date() {
    let sample = Sample::open();
    let step = |status: &str, on: &str| Edit::SetStatus {
        event: item(SUMMIT),
        step: json!({ "status": status, "on": on, "remark": "by the office" }),
    };
    let change = sample.apply(step("occurred", "2026-01-05")).unwrap();
    assert_eq!(change.state.undo.unwrap().name, "set-status");
    let ItemDetails::Event(details) = sample.item(SUMMIT).unwrap().details else {
        panic!()
    };
    assert_eq!(details.status, Status::Occurred);
    assert_eq!(details.statuses.last().unwrap().on.as_deref(), Some("2026-01-05"));
    let backwards = sample.apply(step("cancelled", "2025-12-01")).unwrap_err();
    assert_eq!(backwards.field.as_deref(), Some("status"));
    assert_eq!(backwards.hint.as_deref(), Some("order the steps by date"));
}

/// Random edits before every item is shown and sent back; `SUMMITRY_EDITS` asks for more.
const EDITS: usize = 60;

#[test]
fn any_item_shown_in_a_form_and_sent_back_is_unchanged() {
    for seed in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("random.dossier");
        let mut workspace = Workspace::create(&path, &build::settings(), time(0)).unwrap();
        let mut editor = Editor::new(seed);
        for number in 1..=times("SUMMITRY_EDITS", EDITS) {
            // Some are refused.
            let _ = editor.next(&workspace).make(&mut workspace, time(number as i64));
        }
        let kinds = ItemKind::ALL
            .into_iter()
            .filter(|kind| !matches!(kind, ItemKind::Draft | ItemKind::Lesson));
        let items: Vec<_> = kinds.flat_map(|kind| workspace.list(kind).unwrap()).collect();
        drop(workspace);
        let api = Api::without_home(noon);
        api.open_path(&path).unwrap();
        for item in items {
            let request = ItemRequest {
                item: item.item_ref(),
                known_on: None,
                language: Language::English,
            };
            let shown = api.item(request.clone()).unwrap().fields;
            assert_eq!(shown, item);
            let edit = Edit::Put {
                item: json!(shown),
                typing: false,
            };
            api.apply(EditRequest { edit }).unwrap();
            assert_eq!(api.item(request).unwrap().fields, item, "seed {seed}");
        }
    }
}

#[test]
fn a_form_that_was_overtaken_keeps_the_life_and_the_choice_that_stand() {
    let sample = Sample::open();
    let shown = json!(sample.item(SUMMIT).unwrap().fields);
    let step = json!({ "status": "cancelled", "on": "2026-01-07" });
    sample.apply(Edit::SetStatus { event: item(SUMMIT), step }).unwrap();
    let lived = json!(sample.item(SUMMIT).unwrap().fields)["status"].clone();
    assert_ne!(lived, shown["status"]);
    let mut renamed = shown;
    renamed["title"] = json!("Renamed meanwhile");
    sample.put(renamed).unwrap();
    let kept = json!(sample.item(SUMMIT).unwrap().fields);
    assert_eq!((&kept["title"], &kept["status"]), (&json!("Renamed meanwhile"), &lived));
}

#[test]
fn a_chosen_claim_gives_its_value() {
    let sample = Sample::open();
    let claims = sample.item(SUMMIT).unwrap().claims;
    let when = claims.iter().find(|group| group.attribute == "when").unwrap();
    assert!(when.contested);
    let other = when.claims.iter().find(|claim| !claim.chosen).unwrap();
    let choice = Edit::ChooseClaim {
        claim: other.reference,
        reason: Some("the office corrected itself".to_owned()),
    };
    assert_eq!(sample.apply(choice).unwrap().state.undo.unwrap().name, "choose-claim");
    let item = sample.item(SUMMIT).unwrap();
    let ItemDetails::Event(details) = item.details else { panic!() };
    assert_eq!(details.when.unwrap().edtf, "2026-01-06");
    let when = item.claims.iter().find(|group| group.attribute == "when").unwrap();
    assert_eq!(when.claims.iter().filter(|claim| claim.chosen).count(), 1);
    sample.api.undo().unwrap();
    let ItemDetails::Event(details) = sample.item(SUMMIT).unwrap().details else {
        panic!()
    };
    assert_eq!(details.when.unwrap().edtf, "2026-01-05");
}

#[test]
fn what_is_shipped_is_added_once() {
    let sample = Sample::open();
    let key = Edit::AddReference {
        key: "person:emmanuel-macron".to_owned(),
    };
    let first = sample.apply(key.clone()).unwrap();
    let created = first.created.unwrap();
    assert!(
        first.touched.iter().any(|item| item.kind == ItemKind::Tenure),
        "{:?}",
        first.touched
    );
    let second = sample.apply(key).unwrap();
    assert_eq!((second.created.unwrap(), second.touched), (created, Vec::new()));
}

#[test]
fn the_journal_names_what_was_done() {
    let sample = Sample::open();
    sample.put(event("Third summit")).unwrap();
    sample
        .apply(Edit::Remove {
            items: vec![item(BEIJING)],
        })
        .unwrap();
    let undone = sample.api.undo().unwrap();
    let (undo, redo) = (undone.state.undo.unwrap(), undone.state.redo.unwrap());
    assert_eq!((undo.name.as_str(), undo.subject.as_str()), ("add-event", "Third summit"));
    assert_eq!((redo.name.as_str(), redo.subject.as_str()), ("remove-place", "Beijing"));
    let history = sample.api.history(HistoryRequest { limit: 10 }).unwrap().operations;
    assert_eq!(history.iter().map(|operation| operation.undone).collect::<Vec<_>>(), [true, false]);
    sample.put(event("Fourth summit")).unwrap();
    let nothing = sample.api.redo().unwrap_err();
    assert_eq!(nothing.message, "there is nothing to redo");
}

#[test]
fn edits_outlive_a_restart_and_can_be_undone_after_it() {
    let mut sample = Sample::open();
    let created = sample.add(event("Kept"));
    sample.restart();
    assert_eq!(sample.item(&created.to_string()).unwrap().title, "Kept");
    let undone = sample.api.undo().unwrap();
    assert_eq!(undone.state.redo.unwrap().subject, "Kept");
    assert!(sample.item(&created.to_string()).is_err());
}

#[test]
fn a_dossier_that_is_open_is_not_opened_against_itself() {
    let sample = Sample::open();
    let session = sample.api.open_path(&sample.path()).unwrap();
    assert_eq!(session.dossier.unwrap().read_only, None);
    sample.put(event("Still written")).unwrap();
}

#[test]
fn an_item_and_the_words_that_say_so_are_one_operation() {
    let sample = Sample::open();
    let (event, source) = (sample.add(event("Third summit of the year")), sample.add(source()));
    let before = sample.export();
    let (claim, citation) = (engine::fresh_id(), engine::fresh_id());
    let cited = |exact: &str| Edit::PutCited {
        item: json!({ "type": "claim", "id": claim, "item": event, "citation": citation, "value": { "attribute": "when", "value": "2026-02-12" } }),
        citation: json!({ "type": "citation", "id": citation, "item": event, "source": id(&source), "anchor": words(exact), "credibility": 3, "coder": "person" }),
    };

    let refused = sample.apply(cited("never said")).unwrap_err();
    assert!(refused.field.unwrap().starts_with("citation.anchor"));
    assert_eq!(sample.export(), before);

    let change = sample.apply(cited("meet again")).unwrap();
    assert_eq!(change.created, Some(item(&format!("claim:{claim}"))));
    assert_eq!(change.state.undo.unwrap().name, "add-claim");
    let contested = sample.item(&event).unwrap().claims;
    assert_eq!(
        contested[0].claims[0].citation.as_ref().unwrap().anchor.as_ref().unwrap().exact(),
        "meet again"
    );
    assert!(sample.apply(cited("meet again")).is_err(), "a second time it is no new item");

    sample.api.undo().unwrap();
    for gone in [format!("claim:{claim}"), format!("citation:{citation}")] {
        assert!(sample.item(&gone).is_err(), "one step takes both back");
    }
    assert_eq!(sample.item(&event).unwrap().citations.len(), 0);
}

#[test]
fn a_reference_that_is_missing_is_refused_without_the_shape_of_one() {
    let sample = Sample::open();
    let refused = sample.put(json!({ "type": "claim", "item": "", "value": { "attribute": "when", "value": "2026-02-12" } }));
    let refused = refused.unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("item"));
    assert!(!format!("{} {:?}", refused.message, refused.hint).contains("0192"));
}
