use std::{io::Write as _, process::Stdio};

use crate::desk::Desk;

#[test]
fn phrases_become_edtf_with_bounds() {
    let desk = Desk::empty();
    for (phrase, edtf, earliest, latest) in [
        ("2025-11~", "2025-11~", "2025-11-01", "2025-11-30"),
        ("early January 2026", "[2026-01-01..2026-01-15]", "2026-01-01", "2026-01-15"),
        ("next year", "2027", "2027-01-01", "2027-12-31"),
        ("지난달", "2025-12", "2025-12-01", "2025-12-31"),
    ] {
        let found = desk.json(["when", phrase, "--reference", "2026-01-08"]);
        assert_eq!(
            (&found["edtf"], &found["earliest"], &found["latest"]),
            (&edtf.into(), &earliest.into(), &latest.into()),
            "{phrase}"
        );
    }
}

#[test]
fn a_phrase_is_never_another_year() {
    let desk = Desk::empty();
    for (phrase, edtf) in [
        ("15 March 44 BC", "-0043-03-15"),
        ("2024/25", "2024/2025"),
        ("before 2026", "[..2025]"),
        ("昭和20年8月15日", "1945-08-15"),
        ("民國115年1月5日", "2026-01-05"),
        ("주체115(2026)년 1월 5일", "2026-01-05"),
    ] {
        let found = desk.json(["when", phrase, "--reference", "2026-01-08"]);
        assert_eq!(found["edtf"], edtf, "{phrase}");
    }
    for (phrase, said) in [
        ("2024-25", "2024 to 2025 or spring"),
        ("FY2025", "\"FY2025\""),
        ("the day after the party", "\"party\""),
    ] {
        let (_, error) = desk.refused(["when", phrase]);
        assert!(error.contains(said), "{phrase}: {error}");
    }
}

#[test]
fn every_place_that_takes_a_date_takes_the_same_words() {
    let desk = Desk::with_sample();
    for words in ["8 Jan 2026", "January 8, 2026", "2026년 1월 8일", "8 janvier 2026"] {
        for (question, option) in [
            (vec!["relations", "a.dossier"], "--as-of"),
            (vec!["relations", "a.dossier"], "--known-on"),
            (vec!["triads", "a.dossier"], "--as-of"),
            (vec!["events", "a.dossier"], "--from"),
            (vec!["events", "a.dossier"], "--to"),
            (vec!["events", "a.dossier"], "--as-of"),
            (vec!["events", "a.dossier"], "--known-on"),
            (vec!["when", "tomorrow"], "--reference"),
            (vec!["brief", "a.dossier", "-o", "a.pdf", "--force", "--parts", "matrix"], "--as-of"),
        ] {
            let ask = |date| desk.json(question.iter().chain(&[option, date]));
            assert_eq!(ask(words), ask("2026-01-08"), "{question:?} {option} {words}");
        }
    }
    let within = |from, to| desk.json(["events", "a.dossier", "--from", from, "--to", to]);
    assert_eq!(within("early January 2026", "January 2026"), within("2026-01-01", "2026-01-31"));
}

#[test]
fn lines_in_are_lines_out_in_order() {
    let mut child = Desk::empty()
        .command()
        .args(["when", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "{\"id\":\"a\",\"phrase\":\"next year\",\"reference\":\"2026-01-08\"}\n\n{\"id\":2,\"phrase\":\"once upon a time\"}\n{\"id\":3,\"phrase\":\"2026-01\",\"language\":\"ko\"}\n";
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let out = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let answers: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        answers.iter().map(|answer| answer["id"].clone()).collect::<Vec<_>>(),
        ["a".into(), serde_json::json!(2), 3.into()]
    );
    assert_eq!(answers[0]["edtf"], "2027");
    assert!(answers[1].get("edtf").is_none() && !answers[1]["error"].as_str().unwrap().is_empty());
    assert_eq!(answers[2]["label"], "2026년 1월");
}
