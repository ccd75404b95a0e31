//! Whom an office means after the day on which the shipped tables end.

use chrono::NaiveDate;
use domain::{ItemKind, actor::ActorKind, draft::Doubt, id::OfficeId};
use engine::{Operation, Transaction, Workspace, shipped_id};
use reader::DraftProposal;
use testkit::{TestDossier, build, time};

const BY_OFFICE: &str = "The Brazilian president met the Portuguese prime minister in Lisbon on Monday.";

/// The first draft of a text published on the day.
fn read(workspace: &mut Workspace, text: &str, day: &str) -> DraftProposal {
    let day: NaiveDate = day.parse().unwrap();
    let reading = workspace.reader().unwrap().read(text, Some(day), Some("en"));
    reading.drafts.into_iter().next().unwrap()
}

fn people(draft: &DraftProposal) -> Vec<&str> {
    let people = draft.item.participants.iter().filter(|one| one.key.starts_with("person:"));
    people.map(|one| one.name.as_str()).collect()
}

#[test]
fn who_is_called_by_an_office_alone_is_doubted_after_the_tables_end() {
    let mut dossier = TestDossier::new();
    let workspace = dossier.workspace_mut();
    let within = read(workspace, BY_OFFICE, "2026-01-27");
    assert_eq!(people(&within).len(), 2, "{within:?}");
    assert!(!within.doubts.contains(&Doubt::OfficeAssumed));
    let after = read(workspace, BY_OFFICE, "2026-05-12");
    assert_eq!(people(&after), people(&within));
    assert!(after.doubts.contains(&Doubt::OfficeAssumed), "{after:?}");
    assert!(
        after.confidence < within.confidence && after.confidence < 0.8,
        "{}",
        after.confidence
    );
}

#[test]
fn who_is_named_is_not_doubted() {
    let mut dossier = TestDossier::new();
    let text = "Brazilian President Luiz Inácio Lula da Silva met Portuguese Prime Minister Luís Montenegro in Lisbon on Monday. \
        The Brazilian president also criticized Israel.";
    let reader = dossier.workspace_mut().reader().unwrap();
    let reading = reader.read(text, NaiveDate::from_ymd_opt(2026, 5, 12), Some("en"));
    assert!(reading.drafts.len() > 1, "{reading:?}");
    for draft in reading.drafts {
        assert!(!draft.doubts.contains(&Doubt::OfficeAssumed), "{draft:?}");
    }
}

fn draft_of_a_visit(workspace: &mut Workspace) -> DraftProposal {
    read(workspace, "The Brazilian president visited China on Monday.", "2026-05-12")
}

#[test]
fn what_the_dossier_says_of_an_office_stands_instead_of_the_tables() {
    let mut dossier = TestDossier::new();
    let workspace = dossier.workspace_mut();
    workspace
        .add_reference(&"person:luiz-inacio-lula-da-silva".parse().unwrap(), time(4))
        .unwrap();
    let lula = draft_of_a_visit(workspace);
    assert!(
        lula.doubts.contains(&Doubt::OfficeAssumed),
        "the dossier says what the tables say: {lula:?}"
    );
    let newcomer = build::actor(77, ActorKind::Person, "Marta Figueiredo");
    let tenure = build::tenure(
        78,
        OfficeId(shipped_id("office:bra-president")),
        newcomer.id,
        "2026-03-01",
        "ongoing",
    );
    let put = |tx: &mut Transaction<'_, '_>| [newcomer.into(), tenure.into()].iter().try_for_each(|item| tx.put(item));
    workspace
        .transact(Operation::Add(ItemKind::Tenure), "tenure", time(5), put)
        .unwrap();
    let draft = draft_of_a_visit(workspace);
    assert!(
        draft.item.participants.iter().any(|one| one.name == "Marta Figueiredo"),
        "{draft:?}"
    );
    assert!(!draft.doubts.contains(&Doubt::OfficeAssumed), "the dossier knows");
}
