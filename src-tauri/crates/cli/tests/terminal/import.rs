//! Files of other tools at the terminal: recognised, tried dry, mapped, reported.

use std::fs;

use crate::desk::Desk;

const VISITS: &str = "Date;Visitor;Host country;City\n13/02/2025;Lee Jae-myung;Japan;Tokyo\n04/03/2025;Xi Jinping;South Korea;Gyeongju\n31/02/2025;Somebody;Japan;\n";

fn desk(name: &str, text: &str) -> Desk {
    let desk = Desk::with_sample();
    fs::write(desk.path(name), text).unwrap();
    desk
}

#[test]
fn a_spreadsheet_comes_in_and_what_could_not_be_read_is_in_the_report() {
    let desk = desk("visits.csv", VISITS);
    let answer = desk.json(["import", "a.dossier", "visits.csv", "--report", "report.csv"]);
    let document = &answer["documents"][0];
    assert_eq!((&document["format"], &document["fault_count"]), (&"table".into(), &1.into()));
    let report = fs::read_to_string(desk.path("report.csv")).unwrap();
    let lines: Vec<&str> = report.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "file,row,column,value,problem,left_out");
    assert_eq!(lines[1], "visits.csv,4,Date,31/02/2025,date-unread,false");
    let found = desk.json(["search", "a.dossier", "Gyeongju"]);
    assert!(found.to_string().contains("Gyeongju"));
    assert_eq!(desk.json(["undo", "a.dossier"])["operation"]["name"], "import");
    assert_eq!(desk.json(["check", "a.dossier"])["sound"], true);
}

#[test]
fn a_dry_run_keeps_nothing() {
    let desk = desk("visits.csv", VISITS);
    let before = desk.json(["info", "a.dossier"]);
    let answer = desk.json(["import", "a.dossier", "visits.csv", "--dry-run"]);
    assert_eq!(answer["dry_run"], true);
    assert!(answer["documents"][0]["items"].as_u64().unwrap() >= 3);
    assert_eq!(desk.json(["info", "a.dossier"])["counts"], before["counts"]);
}

#[test]
fn an_order_of_dates_that_nothing_tells_is_asked_for_and_given_by_a_mapping() {
    let desk = desk(
        "talks.csv",
        "date,actor,title\n03/04/2026,Japan,Talks\n05/06/2026,Japan,Talks again\n",
    );
    let (_, refused) = desk.refused(["import", "a.dossier", "talks.csv"]);
    assert!(refused.contains("date_order"), "{refused}");
    desk.text(["import", "a.dossier", "talks.csv", "--write-mapping", "map.toml"]);
    let mapping = fs::read_to_string(desk.path("map.toml")).unwrap();
    fs::write(desk.path("map.toml"), format!("date_order = \"day-first\"\n{mapping}")).unwrap();
    desk.text(["import", "a.dossier", "talks.csv", "--mapping", "map.toml"]);
    let events = desk.json(["events", "a.dossier", "--text", "Talks again"]);
    assert!(events.to_string().contains("2026-06-05"), "{events}");
}

#[test]
fn a_dossier_is_made_of_a_file_and_a_file_of_no_known_form_makes_none() {
    let desk = desk("visits.csv", VISITS);
    desk.text(["import", "made.dossier", "visits.csv"]);
    assert_eq!(desk.json(["info", "made.dossier"])["counts"]["events"], 3);
    fs::write(desk.path("prose.txt"), "One line of prose.\nAnd one, or two, more.\n").unwrap();
    let (_, refused) = desk.refused(["import", "none.dossier", "prose.txt"]);
    assert!(refused.contains("prose.txt") && refused.contains("no format"), "{refused}");
    assert!(!desk.path("none.dossier").exists());
}

#[test]
fn a_calendar_and_references_are_told_by_what_stands_in_them() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;VALUE=DATE:20260301\r\nDTEND;VALUE=DATE:20260302\r\nSUMMARY:Samil Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let desk = desk("days.txt", calendar);
    let answer = desk.json(["import", "a.dossier", "days.txt"]);
    assert_eq!(answer["documents"][0]["format"], "icalendar");
    let events = desk.json(["events", "a.dossier", "--text", "Samil"]);
    assert!(events.to_string().contains("2026-03-01"), "{events}");
    fs::write(desk.path("refs"), "TY  - NEWS\nTI  - A headline\nPY  - 2025/03/04\nER  - \n").unwrap();
    assert_eq!(desk.json(["import", "a.dossier", "refs"])["documents"][0]["format"], "ris");
}

#[test]
fn a_vault_of_notes_comes_in_with_its_links() {
    let desk = Desk::with_sample();
    fs::create_dir_all(desk.path("vault/People")).unwrap();
    fs::create_dir_all(desk.path("vault/.obsidian")).unwrap();
    fs::write(
        desk.path("vault/Trip.md"),
        "---\nstart: 2025-02-13\n---\nMet [[People/Host|the host]] and [[Nobody]].\n",
    )
    .unwrap();
    fs::write(desk.path("vault/People/Host.md"), "# Host\nSee [[Trip]].\n").unwrap();
    fs::write(desk.path("vault/.obsidian/app.md"), "hidden\n").unwrap();
    let answer = desk.json(["import", "a.dossier", "vault"]);
    assert_eq!(answer["documents"][0]["format"], "markdown");
    let export = {
        desk.text(["export", "a.dossier", "--format", "json", "-o", "a.json"]);
        fs::read_to_string(desk.path("a.json")).unwrap()
    };
    let trip = export
        .lines()
        .find(|line| line.contains("Met [[note:"))
        .expect("a link that points at its note");
    assert!(trip.contains("|the host]]") && trip.contains("[[Nobody]]"), "{trip}");
    assert!(!export.contains("hidden"));
    assert_eq!(desk.json(["check", "a.dossier"])["sound"], true);
}
