use std::fs;

use crate::desk::Desk;

fn export(desk: &Desk, dossier: &str) -> String {
    desk.text(["export", dossier, "--format", "json", "-o", "x.json", "--force"]);
    fs::read_to_string(desk.path("x.json")).unwrap()
}

/// A document with one item that the sample lacks.
const ONE_TOPIC: &str = r#"{"format":"summitry-dossier","version":1,"items":[
{"recorded_at":"2026-01-09T09:00:00Z","type":"topic","id":"00000000-0000-4000-8000-0000000000aa","name":"Fisheries"}
],"superseded":[]}"#;

#[test]
fn a_backup_restores_to_the_same_record() {
    let desk = Desk::with_sample();
    let before = export(&desk, "a.dossier");
    let backup = desk.json(["backup", "a.dossier"])["file"].as_str().unwrap().to_owned();
    assert!(backup.starts_with("a-2") && backup.ends_with(".dossier"), "{backup}");
    fs::write(desk.path("more.json"), ONE_TOPIC).unwrap();
    desk.text(["import", "a.dossier", "more.json"]);
    assert!(export(&desk, "a.dossier") != before);
    let (code, line) = desk.refused(["restore", &backup, "-o", "a.dossier"]);
    assert!(code == 1 && line.contains("already exists"), "{line}");
    desk.text(["restore", &backup, "-o", "a.dossier", "--force"]);
    assert!(export(&desk, "a.dossier") == before);
    let left: Vec<_> = fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn a_damaged_backup_is_refused_and_a_damaged_dossier_replaced() {
    let desk = Desk::with_sample();
    desk.text(["backup", "a.dossier", "-o", "good.dossier"]);
    let mut bytes = fs::read(desk.path("good.dossier")).unwrap();
    let half = bytes.len() / 2;
    bytes[half..half + 4_096].fill(0x5a);
    fs::write(desk.path("bad.dossier"), &bytes).unwrap();
    let checked = desk.run(["check", "bad.dossier"]);
    assert_eq!(checked.status.code(), Some(1));
    let (code, line) = desk.refused(["restore", "bad.dossier", "-o", "new.dossier"]);
    assert!(code == 1 && line.contains("bad.dossier") && line.contains("damaged"), "{line}");
    assert!(!desk.path("new.dossier").exists());
    desk.text(["restore", "good.dossier", "-o", "bad.dossier", "--force"]);
    assert_eq!(desk.json(["check", "bad.dossier"])["sound"], true);
}
