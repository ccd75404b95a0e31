use std::fs;

use crate::desk::Desk;

#[test]
fn a_brief_is_a_pdf_of_what_was_selected() {
    let desk = Desk::with_sample();
    let printed = desk.json([
        "brief",
        "a.dossier",
        "-o",
        "b.pdf",
        "--actor",
        "PRK",
        "--as-of",
        "2026-01-08",
        "--parts",
        "chronology,sources",
        "--paper",
        "letter",
    ]);
    assert_eq!(printed["missing_glyphs"], "");
    assert!(printed["events"].as_u64().unwrap() >= 5);
    let bytes = fs::read(desk.path("b.pdf")).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    let (code, line) = desk.refused(["brief", "a.dossier", "-o", "b.pdf"]);
    assert!(code == 1 && line.contains("b.pdf already exists"), "{line}");
    let (code, line) = desk.refused(["brief", "a.dossier", "-o", "c.pdf", "--limit", "3"]);
    assert!(code == 2 && line.contains("--limit"), "{line}");
}
