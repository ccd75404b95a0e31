//! Words and names that would act on a terminal if they reached it as they are.

use std::fs;

use crate::{desk::Desk, strict};

/// An escape sequence, its one-byte form, and marks that turn or break the line.
const HOSTILE: &str = "\u{1b}[31mred\u{9b}2J\u{202e}dne\u{2066}x\u{7}";

#[track_caller]
fn harmless(output: &std::process::Output) -> String {
    let said = String::from_utf8(output.stdout.clone()).unwrap() + &String::from_utf8(output.stderr.clone()).unwrap();
    let acting = said.chars().find(|&letter| letter != '\n' && acts(letter));
    assert!(acting.is_none(), "{acting:?} in {said:?}");
    said
}

fn acts(letter: char) -> bool {
    letter.is_control() || "\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(letter)
}

#[test]
fn messages_name_what_was_given_without_obeying_it() {
    let desk = Desk::with_sample();
    fs::write(
        desk.path("bad.json"),
        format!(
            "{{\"format\":\"summitry-dossier\",\"version\":1,\"items\":[{{\"type\":{}}}]}}",
            serde_json::json!(HOSTILE)
        ),
    )
    .unwrap();
    for arguments in [
        vec!["info", HOSTILE],
        vec![HOSTILE],
        vec!["events", "a.dossier", "--kind", HOSTILE],
        vec!["events", "a.dossier", "--actor", HOSTILE],
        vec!["events", "a.dossier", "--topic", HOSTILE],
        vec!["events", "a.dossier", "--status", HOSTILE],
        vec!["events", "a.dossier", "--from", HOSTILE],
        vec!["events", "a.dossier", "--limit", HOSTILE],
        vec!["when", HOSTILE],
        vec!["accept", "a.dossier", HOSTILE],
        vec!["import", "a.dossier", "bad.json"],
        vec!["export", "a.dossier", "--format", HOSTILE, "-o", "x"],
    ] {
        let output = desk.run(&arguments);
        assert!(!output.status.success(), "{arguments:?}");
        harmless(&output);
    }
    #[cfg(unix)]
    {
        fs::write(desk.path(HOSTILE), "no dossier").unwrap();
        assert!(harmless(&desk.run(["info", HOSTILE])).contains("\\u{1b}[31mred"));
    }
}

#[test]
fn a_table_of_another_dossier_is_named_and_not_obeyed() {
    let desk = Desk::with_sample();
    let mut bytes = fs::read(desk.path("a.dossier")).unwrap();
    // Type, name and table stand side by side in the row that tells of a table.
    let row = b"tableactoractor";
    let places: Vec<_> = (0..bytes.len() - row.len()).filter(|&at| bytes[at..].starts_with(row)).collect();
    for at in places {
        bytes[at + 5..at + 10].copy_from_slice(b"\x1b[31m");
    }
    fs::write(desk.path("bad.dossier"), bytes).unwrap();
    let output = desk.run(["info", "bad.dossier"]);
    assert_eq!(output.status.code(), Some(1));
    harmless(&output);
}

#[test]
fn titles_that_turn_the_line_are_shown_and_kept() {
    let desk = Desk::with_sample();
    let title = "a\u{202e}b\u{2028}c";
    let document = format!(
        "{{\"format\":\"summitry-dossier\",\"version\":1,\"items\":[{{\"recorded_at\":\"2026-01-09T09:00:00Z\",\"type\":\"event\",\
         \"id\":\"00000000-0000-4000-8000-0000000000aa\",\"kind\":\"summit\",\"title\":{},\"when\":{{\"edtf\":\"2026-01-05\"}},\
         \"status\":[{{\"status\":\"occurred\"}}],\"participants\":[]}}],\"superseded\":[]}}",
        serde_json::json!(title)
    );
    fs::write(desk.path("title.json"), document).unwrap();
    desk.text(["import", "a.dossier", "title.json"]);
    for command in ["events", "history"] {
        harmless(&desk.run([command, "a.dossier"]));
    }
    assert!(harmless(&desk.run(["events", "a.dossier"])).contains("a\\u{202e}b c"));
    let answer = harmless(&desk.run(["events", "a.dossier", "--json"]));
    let events = strict::read(&answer);
    assert!(events["events"].as_array().unwrap().iter().any(|event| event["title"] == title));
}
