//! The day a dossier opens as of: what is asked without a date is answered for it.

use crate::desk::Desk;

#[test]
fn the_sample_is_seen_from_8_january_2026() {
    let desk = Desk::with_sample();
    assert_eq!(desk.json(["info", "a.dossier"])["opens_as_of"], "2026-01-08");
    for question in [vec!["relations"], vec!["relations", "--between", "KOR", "CHN"], vec!["triads"]] {
        let (command, rest) = question.split_first().unwrap();
        let ask = |date: &[&str]| desk.json([&[*command, "a.dossier"], rest, date].concat());
        assert_eq!(ask(&[]), ask(&["--as-of", "2026-01-08"]), "{question:?}");
    }
    let triads = desk.text(["triads", "a.dossier"]);
    assert!(
        triads.starts_with("As of 8 January 2026 (the day the dossier opens as of), "),
        "{triads}"
    );
    assert!(!triads.contains(", 0 triads in tension"), "{triads}");
    let asked = desk.text(["triads", "a.dossier", "--as-of", "2026-01-07"]);
    assert!(asked.starts_with("As of 7 January 2026, "), "{asked}");
}

#[test]
fn a_brief_says_which_day_it_took() {
    let desk = Desk::with_sample();
    let printed = desk.text(["brief", "a.dossier", "-o", "own.pdf", "--parts", "matrix"]);
    assert!(
        printed.contains("as of 8 January 2026 (the day the dossier opens as of)"),
        "{printed}"
    );
    let printed = desk.json([
        "brief",
        "a.dossier",
        "-o",
        "asked.pdf",
        "--parts",
        "matrix",
        "--as-of",
        "2026-01-07",
    ]);
    assert_eq!(printed["as_of"], "2026-01-07");
}

#[test]
fn a_dossier_without_a_day_of_its_own_is_seen_from_today() {
    let desk = Desk::empty();
    desk.text(["new", "b.dossier"]);
    let today = chrono::Utc::now().date_naive();
    let relations = desk.text(["relations", "b.dossier"]);
    // Midnight may fall between the two.
    let days = [today, today.succ_opt().unwrap()].map(|day| format!("As of {} (today), half-life 180 days", day.format("%-d %B %Y")));
    assert!(days.iter().any(|start| relations.starts_with(start)), "{relations}");
    assert!(desk.json(["info", "b.dossier"])["opens_as_of"].is_null());
}
