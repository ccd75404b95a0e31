//! Window, brief and terminal say one date alike, and print words where JSON has codes.

use api::{
    Api,
    wire::{EventsRequest, Filter, Language},
};
use serde_json::json;
use std::fs;

use crate::desk::Desk;

/// Every form a date can have.
const FORMS: [&str; 30] = [
    "2026-01-05",
    "2026-01",
    "2026",
    "202",
    "20",
    "2026-01-05T09:30:00",
    "2026-01-05T09:30:00Z",
    "2026-21",
    "2026~",
    "2026-01?",
    "2026-01-05%",
    "2026-~01-05",
    "202X",
    "2026-XX",
    "2026-01-XX",
    "-0043",
    "Y17000",
    "Y-17E3",
    "1950S2",
    "[2026-01-05,2026-01-07]",
    "[2026-01-01..2026-01-15]",
    "[..2025]",
    "{2026-01-05,2026-01-07}",
    "2026-01-05/2026-01-07",
    "2026-01/2026-03",
    "2026-01~/2026-03?",
    "2026-01-05/..",
    "../2026-01-05",
    "2026-01-05/",
    "/2026-01-05",
];

/// A dossier in one language with an event of every form of date; the title of each is its form.
fn desk_in(language: Language) -> Desk {
    let desk = Desk::empty();
    desk.text(["new", "a.dossier", "--language", language.as_str()]);
    let event = |(number, form): (usize, &&str)| {
        json!({ "recorded_at": "2026-01-09T09:00:00Z", "type": "event", "id": format!("00000000-0000-4000-8000-{number:012}"),
            "kind": "summit", "title": format!("No {number}"), "when": { "edtf": form }, "status": [{ "status": "occurred" }], "participants": [] })
    };
    let items: Vec<_> = FORMS.iter().enumerate().map(event).collect();
    let document = json!({ "format": "summitry-dossier", "version": 1, "items": items, "superseded": [] });
    fs::write(desk.path("dates.json"), document.to_string()).unwrap();
    desk.text(["import", "a.dossier", "dates.json"]);
    desk
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_date_is_said_alike_in_window_brief_and_terminal() {
    for language in Language::ALL {
        let desk = desk_in(language);
        let api = Api::without_home(chrono::Utc::now).with_capture_program(env!("CARGO_BIN_EXE_summitry").into());
        api.open_to_read(&desk.path("a.dossier")).unwrap();
        let request = EventsRequest {
            known_on: None,
            filter: Filter::default(),
            offset: 0,
            limit: 100,
            language,
        };
        let rows = api.events(request).unwrap().rows;
        assert_eq!(rows.len(), FORMS.len());
        let terminal = desk.text(["events", "a.dossier"]);
        desk.text(["brief", "a.dossier", "-o", "a.pdf", "--parts", "chronology"]);
        let brief = api.texts_of(&fs::read(desk.path("a.pdf")).unwrap(), Some("a.pdf")).unwrap();
        let brief = without_blanks(&brief[0].text);
        for row in rows {
            let said = row.when_label.unwrap();
            let line = terminal.lines().find(|line| line.ends_with(&format!("  {}", row.title))).unwrap();
            assert!(line.starts_with(&format!("{said}  ")), "{said} in {line}");
            assert!(brief.contains(&without_blanks(&said)), "{said} in {brief}");
        }
    }
}

#[test]
fn tables_print_words_and_json_codes() {
    let desk = desk_in(Language::Korean);
    let line = |command: &str| desk.text([command, "a.dossier"]).lines().nth(1).unwrap().to_owned();
    let event = line("events");
    assert!(event.contains("정상회담") && event.contains("발생"), "{event}");
    assert!(line("history").contains("가져오기"), "{}", line("history"));
    let json = desk.json(["events", "a.dossier"]);
    assert_eq!(
        (&json["events"][0]["kind"], &json["events"][0]["status"]),
        (&"summit".into(), &"occurred".into())
    );
}
