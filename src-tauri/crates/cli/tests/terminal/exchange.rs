use std::fs;

use crate::desk::Desk;

const SHIPPED: &str = include_str!("../../../../../data/samples/beijing-2026/dossier.json");

fn export(desk: &Desk, dossier: &str, to: &str) -> String {
    desk.text(["export", dossier, "--format", "json", "-o", to]);
    fs::read_to_string(desk.path(to)).unwrap()
}

#[test]
fn the_shipped_sample_is_what_its_dossier_exports() {
    let desk = Desk::with_sample();
    assert!(export(&desk, "a.dossier", "a.json") == SHIPPED);
}

#[test]
fn export_import_export_changes_no_byte() {
    let desk = Desk::with_sample();
    let first = export(&desk, "a.dossier", "a.json");
    desk.text(["new", "b.dossier", "--title", "Empty"]);
    desk.text(["import", "b.dossier", "a.json"]);
    assert!(export(&desk, "b.dossier", "b.json") == first);
    // A dossier that does not exist is made of its first document.
    desk.text(["import", "c.dossier", "b.json", "--format", "json"]);
    assert!(export(&desk, "c.dossier", "c.json") == first);
    assert_eq!(desk.json(["check", "c.dossier"])["sound"], true);
}

#[test]
fn what_was_undone_and_earlier_wordings_come_along() {
    let desk = Desk::with_sample();
    let changed = SHIPPED
        .replace("Next China–Japan summit", "The China–Japan summit to come")
        .replace("T09:00:00Z", "T10:00:00Z");
    fs::write(desk.path("changed.json"), changed).unwrap();
    desk.text(["import", "a.dossier", "changed.json"]);
    let first = export(&desk, "a.dossier", "a.json");
    assert!(first.split("\"superseded\":[").nth(1).unwrap().contains("Next China–Japan summit"));
    desk.text(["import", "b.dossier", "a.json"]);
    assert!(export(&desk, "b.dossier", "b.json") == first);
}

#[test]
fn an_import_is_one_operation_that_can_be_undone_and_redone() {
    let desk = Desk::with_sample();
    fs::write(desk.path("a.json"), SHIPPED).unwrap();
    desk.text(["new", "b.dossier", "--title", "Empty"]);
    desk.text(["import", "b.dossier", "a.json"]);
    let undone = desk.json(["undo", "b.dossier"]);
    assert_eq!(
        (&undone["step"], &undone["operation"]["name"]),
        (&"undone".into(), &"import".into())
    );
    let info = desk.json(["info", "b.dossier"]);
    assert_eq!((&info["title"], &info["counts"]["events"]), (&"Empty".into(), &0.into()));
    assert_eq!(desk.json(["history", "b.dossier"])["operations"][0]["undone"], true);
    desk.text(["redo", "b.dossier"]);
    assert_eq!(desk.json(["info", "b.dossier"])["title"], "Beijing, January 2026");
    let (code, line) = desk.refused(["redo", "b.dossier"]);
    assert!(code == 1 && line.contains("nothing to redo"), "{line}");
}

#[test]
fn a_document_into_a_filled_dossier_leaves_its_title() {
    let desk = Desk::with_sample();
    let other = SHIPPED.replace("019b9cd5-8e80-7000-8000-000000000001", "019b9cd5-8e80-7000-8000-00000000ffff");
    fs::write(
        desk.path("other.json"),
        other.replace("\"title\":\"Beijing, January 2026\"", "\"title\":\"Another\""),
    )
    .unwrap();
    desk.text(["import", "a.dossier", "other.json"]);
    assert_eq!(desk.json(["info", "a.dossier"])["title"], "Beijing, January 2026");
}

#[test]
fn a_document_that_fails_half_way_leaves_nothing() {
    let desk = Desk::with_sample();
    let before = export(&desk, "a.dossier", "before.json");
    let cut = &SHIPPED[..SHIPPED.find("\"type\":\"citation\"").unwrap() + 40];
    fs::write(desk.path("cut.json"), cut).unwrap();
    let (code, line) = desk.refused(["import", "a.dossier", "cut.json"]);
    assert!(
        code == 1 && line.contains("cut.json") && line.contains("nothing was imported"),
        "{line}"
    );
    assert!(export(&desk, "a.dossier", "after.json") == before);
    let (code, _) = desk.refused(["import", "fresh.dossier", "cut.json"]);
    assert!(code == 1 && !desk.path("fresh.dossier").exists());
}
