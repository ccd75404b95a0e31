//! Capture and review, command by command.

use api::wire::*;
use domain::{
    ItemKind,
    actor::ActorKind,
    draft::DraftState,
    event::Role,
    named::{NamedParticipant, Noun},
};
use serde_json::{Value, json};

use crate::sample::{KOREA, Sample};

const TEXT: &str =
    "Japan criticized China on Monday. South Korean President Lee Jae Myung will meet Chinese President Xi Jinping in Beijing next week.";

fn source(text: &str) -> Value {
    json!({ "id": engine::fresh_id(), "title": "A report", "publisher": "Wire", "url": "https://example.org/report",
        "published": "2026-01-08", "reliability": "B", "origin": "agency", "text": text })
}

fn capture(sample: &Sample, source: Value) -> Result<CaptureResponse, ApiError> {
    sample.api.capture(CaptureRequest {
        source,
        language: Language::English,
    })
}

fn review(sample: &Sample, source: Option<ItemRef>) -> ReviewResponse {
    let request = ReviewRequest {
        source,
        language: Language::English,
    };
    sample.api.review(request).unwrap()
}

fn draft(sample: &Sample, source: ItemRef, kind: &str) -> DraftView {
    let drafts = review(sample, Some(source)).drafts;
    drafts
        .iter()
        .find(|draft| draft.item.kind == kind)
        .cloned()
        .unwrap_or_else(|| panic!("no {kind} in {drafts:?}"))
}

fn captured() -> (Sample, ItemRef) {
    let sample = Sample::open();
    let response = capture(&sample, source(TEXT)).unwrap();
    let reference = response.captured[0].source.reference;
    (sample, reference)
}

#[test]
fn a_captured_text_waits_in_the_queue_with_its_drafts() {
    let (sample, source) = captured();
    let answer = review(&sample, None);
    assert_eq!(answer.queue[0].source.reference, source);
    assert_eq!(answer.queue[0].open as usize, answer.drafts.len());
    let text = answer.source.unwrap();
    assert_eq!(
        (text.text.as_str(), text.reliability.as_str(), text.language.as_deref()),
        (TEXT, "B", Some("en"))
    );
    let criticism = draft(&sample, source, "criticism");
    assert_eq!((criticism.item.noun, criticism.state), (Noun::Statement, DraftState::Open));
    assert_eq!(criticism.item.participants[0].country.as_deref(), Some("JPN"));
    let span = &criticism.spans[0];
    let words: String = TEXT
        .chars()
        .skip(span.start as usize)
        .take((span.end - span.start) as usize)
        .collect();
    assert!(words.contains("criticized"), "{words}");
    assert!(criticism.trigger.unwrap().contains("criticized"));
}

#[test]
fn a_draft_is_amended_then_accepted_as_edited() {
    let (sample, source) = captured();
    let criticism = draft(&sample, source, "criticism");
    let mut item = criticism.item.clone();
    item.title = "Tokyo objects".to_owned();
    item.participants[1].key = KOREA.to_owned();
    item.participants.push(NamedParticipant {
        key: "new:A. Newcomer".to_owned(),
        name: "A. Newcomer".to_owned(),
        kind: Some(ActorKind::Group),
        country: Some("FJI".to_owned()),
        role: Role::Mentioned,
    });
    let amend = |draft: ItemRef, item: &Value| sample.apply(Edit::AmendDraft { draft, item: item.clone() });
    let change = amend(criticism.reference, &json!(item)).unwrap();
    assert_eq!(change.state.undo.unwrap().name, "amend-draft");
    let amended = review(&sample, Some(source))
        .drafts
        .into_iter()
        .find(|draft| draft.reference == criticism.reference)
        .unwrap();
    assert_eq!((amended.state, amended.item.title.as_str()), (DraftState::Open, "Tokyo objects"));
    let newcomer = |part: &&NamedParticipant| part.is_new() && part.country.as_deref() == Some("FJI");
    let kind = amended.item.participants.iter().find(newcomer).unwrap().kind;
    assert_eq!(kind, Some(ActorKind::Group));
    let drafts = vec![criticism.reference];
    sample.apply(Edit::AcceptDrafts { drafts }).unwrap();
    let accepted = review(&sample, Some(source))
        .drafts
        .into_iter()
        .find(|draft| draft.reference == criticism.reference)
        .unwrap();
    assert_eq!(accepted.state, DraftState::Edited);
    assert_eq!(accepted.became.unwrap().title, "Tokyo objects");
    let other = draft(&sample, source, "summit");
    let mut wrong = json!(other.item);
    wrong["kind"] = json!("nonsense kind");
    assert_eq!(amend(other.reference, &wrong).unwrap_err().field.as_deref(), Some("kind"));
    let mut wrong = json!(other.item);
    wrong["participants"][1]["role"] = json!("friend");
    let refused = amend(other.reference, &wrong).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("participants[1].role"));
}

#[test]
fn the_summit_of_the_sample_is_offered_as_the_same_or_not_at_all() {
    let (sample, source) = captured();
    for draft in review(&sample, Some(source)).drafts {
        for duplicate in draft.duplicates {
            assert!(
                duplicate.likeness >= 0.7 && duplicate.reasons.contains(&"actors".to_owned()),
                "{duplicate:?}"
            );
        }
    }
}

#[test]
fn pasted_words_are_known_again() {
    let (sample, source) = captured();
    let preview = |text: &str, address: Option<&str>| {
        let request = PreviewRequest {
            text: Some(text.to_owned()),
            html: None,
            address: address.map(str::to_owned),
            language: Language::English,
        };
        sample.api.preview(request).unwrap()
    };
    let same = preview(TEXT, None).known.unwrap();
    assert_eq!((same.source.reference, same.same_text), (source, true));
    let newer = preview("Another text.", Some("https://example.org/report")).known.unwrap();
    assert!(!newer.same_text);
    assert!(preview("Another text.", None).known.is_none());
}

#[test]
fn html_is_captured_as_words_and_nothing_else() {
    let (sample, _) = captured();
    let html = "<html><head><title>Talks</title><script>alert(1)</script></head><body><article><h1>Talks in Seoul</h1><p>Japan and China held talks on trade in Seoul on Monday, officials said after the meeting.</p><p onclick=\"x()\">They will meet again next month, the ministry added in a statement.</p></article></body></html>";
    let request = PreviewRequest {
        text: None,
        html: Some(html.to_owned()),
        address: Some("https://example.org/talks".to_owned()),
        language: Language::English,
    };
    let view = sample.api.preview(request).unwrap();
    assert!(
        view.text.contains("held talks") && !view.text.contains("alert") && !view.text.contains('<'),
        "{}",
        view.text
    );
    assert_eq!(view.address.as_deref(), Some("https://example.org/talks"));
}

#[test]
fn a_newer_text_reports_how_quotes_fared() {
    let (sample, reference) = captured();
    let drafts = vec![draft(&sample, reference, "criticism").reference];
    sample.apply(Edit::AcceptDrafts { drafts }).unwrap();
    let mut newer = source(&format!("Corrected. {TEXT}"));
    newer["id"] = json!(reference.id);
    let response = capture(&sample, newer).unwrap();
    let quotes = response.captured[0].quotes.clone().unwrap();
    assert_eq!((quotes.moved, quotes.exact + quotes.changed + quotes.lost), (1, 0));
    assert_eq!(review(&sample, None).queue.len(), 1);
}

#[test]
fn what_is_taught_is_listed_and_removable() {
    let (sample, source) = captured();
    let teach = |actor: Option<&str>, kind: Option<&str>, words: &str| {
        sample.apply(Edit::Teach {
            lesson: LessonInput {
                words: words.to_owned(),
                actor: actor.map(str::to_owned),
                kind: kind.map(str::to_owned),
            },
        })
    };
    let lesson = teach(None, Some("protest-note"), "criticized").unwrap().created.unwrap();
    teach(Some("country:FJI"), None, "The Isles").unwrap();
    assert!(teach(None, None, "x").is_err());
    assert!(teach(None, Some("criticism"), "the").is_err());
    sample.apply(Edit::ReadAgain { source }).unwrap();
    assert!(
        review(&sample, Some(source))
            .drafts
            .iter()
            .any(|draft| draft.item.kind == "protest-note")
    );
    let rows = sample
        .api
        .list(ListRequest {
            kind: ItemKind::Lesson,
            offset: 0,
            limit: 10,
            known_on: None,
            language: Language::English,
        })
        .unwrap()
        .rows;
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .any(|row| row.item.title == "The Isles" && row.item.detail.as_deref() == Some("Fiji"))
    );
    sample.apply(Edit::Remove { items: vec![lesson] }).unwrap();
    sample.apply(Edit::ReadAgain { source }).unwrap();
    assert_eq!(draft(&sample, source, "criticism").state, DraftState::Open);
}

#[test]
fn the_review_survives_undo_and_redo() {
    let (sample, source) = captured();
    let counts = || sample.api.session().unwrap().dossier.unwrap().counts;
    let before = counts();
    let drafts: Vec<ItemRef> = review(&sample, Some(source))
        .drafts
        .into_iter()
        .map(|draft| draft.reference)
        .collect();
    for draft in &drafts {
        sample.apply(Edit::AcceptDrafts { drafts: vec![*draft] }).unwrap();
    }
    for _ in &drafts {
        sample.api.undo().unwrap();
    }
    assert_eq!(counts(), before);
    assert!(
        review(&sample, Some(source))
            .drafts
            .iter()
            .all(|draft| draft.state == DraftState::Open)
    );
    for _ in &drafts {
        sample.api.redo().unwrap();
    }
    assert!(
        review(&sample, Some(source))
            .drafts
            .iter()
            .all(|draft| draft.state == DraftState::Accepted)
    );
}
