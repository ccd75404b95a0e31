//! From a captured text to the record, decision by decision.

use domain::{
    Edtf, Item, ItemKind, ItemRef,
    draft::{Draft, DraftState},
    event::Event,
    id::{DraftId, EventId},
    kind::KindId,
    link::LinkKind,
    source::Source,
    status::Status,
    text::Title,
};
use engine::{
    EngineError,
    reading::{Captured, told_on},
    store::Read,
};
use testkit::{TestDossier, build, time};

use crate::same_index::assert_same_index;

const TEXT: &str = "South Korean President Lee Jae Myung will meet Chinese President Xi Jinping in Beijing next week. \
    Japan criticized China on Monday. Roughly 28,500 U.S. troops are stationed in South Korea.";

fn source(text: &str) -> Source {
    Source {
        published: Some(Edtf::parse("2026-01-08").unwrap()),
        ..build::source(10, "Wire", text)
    }
}

fn capture(dossier: &mut TestDossier, source: &Source) -> Captured {
    let reader = dossier.workspace_mut().reader().unwrap();
    let reading = reader.read(source.text.as_str(), told_on(source.published.as_ref()), None);
    let (captured, _) = dossier.workspace_mut().capture(source, &reading, time(10)).unwrap();
    check(dossier, "after a capture");
    captured
}

fn captured() -> TestDossier {
    let mut dossier = TestDossier::new();
    capture(&mut dossier, &source(TEXT));
    dossier
}

fn check(dossier: &TestDossier, when: &str) {
    assert_same_index(dossier, when);
    let integrity = dossier.workspace().store().check().unwrap();
    assert!(integrity.is_sound(), "{when}: {integrity:?}");
}

fn drafts(dossier: &TestDossier) -> Vec<Draft> {
    dossier.workspace().store().drafts_in(source(TEXT).id).unwrap()
}

fn draft(dossier: &TestDossier, kind: &str) -> Draft {
    let is_kind = |draft: &Draft| match &*draft.proposal {
        Item::Event(event) => event.kind.as_str() == kind,
        Item::Tie(tie) => tie.kind.as_str() == kind,
        _ => false,
    };
    drafts(dossier)
        .into_iter()
        .find(is_kind)
        .unwrap_or_else(|| panic!("no draft of a {kind}"))
}

fn accept(dossier: &mut TestDossier, drafts: &[DraftId]) -> Result<(), EngineError> {
    let outcome = dossier.workspace_mut().accept_drafts(drafts, time(20)).map(drop);
    check(dossier, "after accepting");
    outcome
}

fn event(dossier: &TestDossier, id: EventId) -> Event {
    match dossier.workspace().require(ItemRef::new(ItemKind::Event, id)).unwrap() {
        Item::Event(event) => event,
        other => panic!("{other:?}"),
    }
}

fn meeting(dossier: &TestDossier) -> Draft {
    drafts(dossier)
        .into_iter()
        .find(|draft| matches!(&*draft.proposal, Item::Event(event) if event.place.is_some() || event.kind.as_str() == "summit" || event.kind.as_str() == "talks"))
        .unwrap()
}

#[test]
fn nothing_enters_the_record_unreviewed() {
    let dossier = captured();
    assert!(drafts(&dossier).len() >= 3, "{:?}", drafts(&dossier));
    for kind in [ItemKind::Event, ItemKind::Tie, ItemKind::Actor, ItemKind::Place] {
        assert_eq!(dossier.workspace().list(kind).unwrap(), [], "{kind:?}");
    }
}

#[test]
fn an_accepted_draft_comes_with_its_actors_and_its_words() {
    let mut dossier = captured();
    let before = dossier.workspace().store().digest().unwrap();
    let draft = meeting(&dossier);
    accept(&mut dossier, &[draft.id]).unwrap();
    let standing = event(&dossier, EventId(draft.proposal.id()));
    assert_eq!(standing.current_status(), Status::Announced);
    let index = dossier.workspace().index().unwrap();
    for part in standing.parts() {
        assert!(index.actors.get(part.actor).is_some());
    }
    let citations = dossier.workspace().store().citations_of(Item::Event(standing).item_ref()).unwrap();
    assert!(citations[0].exact().contains("will meet"));
    assert_eq!(self::draft(&dossier, "criticism").state, DraftState::Open);
    dossier.workspace_mut().undo(time(21)).unwrap();
    check(&dossier, "after undoing an acceptance");
    assert_eq!(meeting(&dossier).state, DraftState::Open);
    assert_ne!(dossier.workspace().store().digest().unwrap(), String::new());
    dossier.workspace_mut().undo(time(22)).unwrap();
    assert_ne!(dossier.workspace().store().digest().unwrap(), before);
    assert_eq!(drafts(&dossier), []);
    dossier.workspace_mut().redo(time(23)).unwrap();
    dossier.workspace_mut().redo(time(24)).unwrap();
    check(&dossier, "after redoing it");
    assert_eq!(meeting(&dossier).state, DraftState::Accepted);
}

#[test]
fn a_draft_is_decided_on_once() {
    let mut dossier = captured();
    let id = meeting(&dossier).id;
    accept(&mut dossier, &[id]).unwrap();
    assert!(matches!(accept(&mut dossier, &[id]), Err(EngineError::Invalid(_))));
    let all: Vec<DraftId> = drafts(&dossier).iter().map(|draft| draft.id).collect();
    dossier.workspace_mut().reject_drafts(&all, time(30)).unwrap();
    let states: Vec<DraftState> = drafts(&dossier).iter().map(|draft| draft.state).collect();
    assert_eq!(states.iter().filter(|state| **state == DraftState::Accepted).count(), 1);
    assert_eq!(states.iter().filter(|state| **state == DraftState::Open).count(), 0);
    let rejected = draft(&dossier, "criticism").id;
    accept(&mut dossier, &[rejected]).unwrap();
    assert_eq!(draft(&dossier, "criticism").state, DraftState::Accepted);
}

#[test]
fn what_was_decided_on_is_not_proposed_again() {
    let mut dossier = captured();
    let rejected = draft(&dossier, "criticism").id;
    dossier.workspace_mut().reject_drafts(&[rejected], time(30)).unwrap();
    let count = drafts(&dossier).len();
    let again = capture(&mut dossier, &source(TEXT));
    assert_eq!(drafts(&dossier).len(), count);
    assert_eq!(again.drafts, count - 1);
    assert_eq!(again.quotes, None);
}

#[test]
fn a_newer_text_keeps_what_rests_on_the_old_one() {
    let mut dossier = captured();
    let draft = meeting(&dossier);
    accept(&mut dossier, &[draft.id]).unwrap();
    let longer = format!("UPDATED. {TEXT} China rejected the criticism.");
    let captured = capture(&mut dossier, &source(&longer));
    let quotes = captured.quotes.unwrap();
    assert_eq!((quotes.moved, quotes.lost), (1, 0));
    assert!(drafts(&dossier).iter().any(|draft| draft.state == DraftState::Accepted));
    let captured = capture(&mut dossier, &source("All was withdrawn."));
    assert_eq!(captured.quotes.unwrap().lost, 1);
    assert!(drafts(&dossier).is_empty());
    assert_eq!(dossier.workspace().list(ItemKind::Event).unwrap().len(), 1);
}

#[test]
fn the_same_event_is_proposed_as_a_duplicate_and_merged() {
    let mut dossier = captured();
    let first = meeting(&dossier);
    accept(&mut dossier, &[first.id]).unwrap();
    let target = EventId(first.proposal.id());
    let other = Source {
        id: domain::id::SourceId(build::id(11)),
        ..source("Xi Jinping will meet Lee Jae Myung in Beijing next week. The weather is cold.")
    };
    capture(&mut dossier, &other);
    let told = dossier.workspace().store().drafts_in(other.id).unwrap().remove(0);
    let alike = dossier.workspace().record().alike(&told).unwrap();
    assert_eq!(alike[0].item, ItemRef::new(ItemKind::Event, target));
    assert!(
        dossier
            .workspace()
            .record()
            .alike(&draft(&dossier, "criticism"))
            .unwrap()
            .is_empty()
    );
    dossier
        .workspace_mut()
        .merge_draft(told.id, ItemRef::new(ItemKind::Event, target), time(40))
        .unwrap();
    check(&dossier, "after a merge");
    assert_eq!(dossier.workspace().list(ItemKind::Event).unwrap().len(), 1);
    let citations = dossier
        .workspace()
        .store()
        .citations_of(ItemRef::new(ItemKind::Event, target))
        .unwrap();
    assert_eq!(citations.len(), 2);
    dossier.workspace_mut().undo(time(41)).unwrap();
    dossier.workspace_mut().link_draft(told.id, target, time(42)).unwrap();
    check(&dossier, "after linking");
    let links = dossier.workspace().store().links_of(target).unwrap();
    assert_eq!(links[0].kind, LinkKind::SameAs);
}

#[test]
fn the_same_tie_is_proposed_as_a_duplicate_and_merged() {
    let mut dossier = captured();
    let first = draft(&dossier, "presence");
    accept(&mut dossier, &[first.id]).unwrap();
    let target = first.proposal.item_ref();
    let mut told_in = |words: &str, number: u64| {
        let other = Source {
            id: domain::id::SourceId(build::id(number)),
            ..source(words)
        };
        capture(&mut dossier, &other);
        let told = dossier.workspace().store().drafts_in(other.id).unwrap().remove(0);
        let alike = dossier.workspace().record().alike(&told).unwrap();
        if let Some(known) = alike.first() {
            dossier.workspace_mut().merge_draft(told.id, known.item, time(40)).unwrap();
            check(&dossier, "after a merge");
        }
        let store = dossier.workspace().store();
        let claims = store.claims_of(target).unwrap();
        (
            alike.len(),
            store.citations_of(target).unwrap().len(),
            claims.iter().filter(|claim| claim.chosen).count(),
            claims.len(),
        )
    };
    assert_eq!(
        told_in("Roughly 28,500 U.S. troops are stationed in South Korea.", 11),
        (1, 2, 0, 0)
    );
    assert_eq!(
        told_in("Roughly 30,000 U.S. troops are stationed in South Korea.", 12),
        (1, 3, 1, 2),
        "another amount stands beside its own, which stays chosen"
    );
    assert_eq!(
        told_in("Roughly 28,500 U.S. troops are stationed in Japan.", 13),
        (0, 3, 1, 2),
        "between others it is another tie"
    );
    assert_eq!(dossier.workspace().list(ItemKind::Tie).unwrap().len(), 1);
    let meeting = meeting(&dossier);
    let refused = dossier.workspace_mut().merge_draft(meeting.id, target, time(41)).unwrap_err();
    assert!(refused.to_string().contains("is a tie"), "{refused}");
}

#[test]
fn a_visit_elsewhere_is_not_the_meeting() {
    let mut dossier = captured();
    let first = meeting(&dossier);
    accept(&mut dossier, &[first.id]).unwrap();
    let offered = |dossier: &mut TestDossier, place: &str, kind: Option<&str>| {
        let other = Source {
            id: domain::id::SourceId(build::id(11)),
            ..source(&format!(
                "Xi Jinping will meet Lee Jae Myung in {place} next week. The weather is cold."
            ))
        };
        capture(dossier, &other);
        let mut told = dossier.workspace().store().drafts_in(other.id).unwrap().remove(0);
        if let (Item::Event(event), Some(kind)) = (&mut *told.proposal, kind) {
            assert!(event.place.is_some());
            event.kind = KindId::new(kind).unwrap();
        }
        dossier.workspace().record().alike(&told).unwrap()
    };
    let reasons = |dossier: &mut TestDossier, place: &str, kind: Option<&str>| {
        let found = offered(dossier, place, kind);
        found.first().map(|found| {
            (
                found.reasons.clone(),
                (found.likeness * 100.0).round() as u32,
                found.elsewhere.is_some(),
            )
        })
    };
    use engine::reading::Reason::{Actors, Date, Kind, Place};
    assert_eq!(
        reasons(&mut dossier, "Beijing", None),
        Some((vec![Actors, Kind, Date, Place], 100, false))
    );
    assert_eq!(
        reasons(&mut dossier, "Beijing", Some("visit")),
        Some((vec![Actors, Date, Place], 100, false))
    );
    assert_eq!(reasons(&mut dossier, "Shanghai", None), Some((vec![Actors, Kind, Date], 70, true)));
    assert_eq!(reasons(&mut dossier, "Shanghai", Some("visit")), None);
}

#[test]
fn a_name_taught_is_read_from_then_on_and_forgotten_when_removed() {
    let mut dossier = TestDossier::new();
    let text = source("The Hermit Panda criticized Japan on Monday.");
    capture(&mut dossier, &text);
    let names_china = |dossier: &TestDossier| {
        drafts(dossier)
            .iter()
            .any(|draft| draft.shipped.iter().any(|key| key.as_str() == "country:CHN") || matches!(&*draft.proposal, Item::Event(event) if event.parts().iter().any(|part| part.actor.0 == engine::shipped_id("country:CHN"))))
    };
    assert!(!names_china(&dossier));
    let words = Title::new("Hermit Panda").unwrap();
    let (lesson, _) = dossier.workspace_mut().teach_name(&words, "country:CHN", time(50)).unwrap();
    capture(&mut dossier, &text);
    assert!(names_china(&dossier));
    dossier.workspace_mut().remove_items(&[lesson], time(51)).unwrap();
    capture(&mut dossier, &text);
    assert!(!names_china(&dossier));
}
