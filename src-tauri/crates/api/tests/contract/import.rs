//! Files of other tools, from the file to the record and back.

use api::{
    Fault, Format, ImportOptions, ImportSource,
    wire::{Edit, EventRow, EventsRequest, Filter, ItemRef, Language, TakenView},
};
use serde_json::Value;
use std::{fs, path::PathBuf};

use crate::sample::{KOREA, Sample, id};

const HEADER: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";
const MEETING: &str = "1\t2018-06-01\tForeign Affairs (Japan)\t\tJapan\tConsult\t040\t1\tMoon Jae-in\t\tSouth Korea\t900\t2\tKBS\tSeoul\t\t\tSouth Korea\t37.5\t127.0\n\
    2\t2018-06-01\tMoon Jae-in\t\tSouth Korea\tConsult\t040\t1\tForeign Affairs (Japan)\t\tJapan\t900\t2\tKBS\tSeoul\t\t\tSouth Korea\t37.5\t127.0\n";
const REST: &str = "3\t2018-06-02\tChina\t\tChina\tAccuse\t112\t-2\tUnited States\t\tUnited States\t901\t1\tXinhua\t\t\t\t\tNA\tNA\n\
    4\tsoon\tChina\t\tChina\tAccuse\t112\t-2\tUnited States\t\tUnited States\t902\t1\tXinhua\t\t\t\t\tNA\tNA\n";

struct Desk {
    sample: Sample,
}

impl Desk {
    fn new() -> Self {
        Self { sample: Sample::open() }
    }

    fn file(&self, name: &str, text: &str) -> ImportSource {
        let path: PathBuf = self.sample.folder.path().join(name);
        fs::write(&path, text).unwrap();
        ImportSource::File(path)
    }

    #[track_caller]
    fn take(&self, source: &ImportSource) -> TakenView {
        self.take_with(source, &ImportOptions::default()).1
    }

    #[track_caller]
    fn take_with(&self, source: &ImportSource, options: &ImportOptions) -> (Format, TakenView) {
        let (format, taken, _) = self.sample.api.import_from(source, options, &mut |_: &Fault| {}).unwrap();
        (format, taken)
    }

    /// Titles of the events that hold the words.
    fn titles(&self, words: &str) -> Vec<String> {
        self.rows(words).into_iter().map(|row| row.title).collect()
    }

    fn rows(&self, words: &str) -> Vec<EventRow> {
        let filter = Filter {
            text: Some(words.to_owned()),
            ..Filter::default()
        };
        let request = EventsRequest {
            filter,
            known_on: None,
            offset: 0,
            limit: 50,
            language: Language::English,
        };
        self.sample.api.events(request).unwrap().rows
    }

    /// The one event that holds the words, or is called so.
    #[track_caller]
    fn found(&self, words: &str) -> ItemRef {
        let rows = self.rows(words);
        let called = rows.iter().find(|row| row.title == words);
        assert!(called.is_some() || rows.len() == 1, "{words}: {}", rows.len());
        called.unwrap_or(&rows[0]).reference
    }

    /// An item as the export has it.
    #[track_caller]
    fn json(&self, id: &str) -> Value {
        let export = self.sample.export();
        let is_it = |value: &Value| value["id"] == id;
        let mut items = export
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line.trim_end_matches(',')).ok());
        let mut found = items.find(is_it).expect("an item of that id");
        found.as_object_mut().unwrap().remove("recorded_at");
        found
    }
}

fn added(taken: &TakenView) -> String {
    let added = taken.added.iter().map(|added| format!("{} {}", added.count, added.kind.as_str()));
    added.collect::<Vec<_>>().join(", ")
}

#[test]
fn two_sides_of_one_meeting_are_one_event_and_bad_rows_are_said() {
    let desk = Desk::new();
    let taken = desk.take(&desk.file("icews.tab", &format!("{HEADER}{MEETING}{REST}")));
    assert!(added(&taken).contains("3 event"), "{}", added(&taken));
    assert_eq!(taken.other_sides, 1);
    let faults: Vec<String> = taken
        .faults
        .iter()
        .map(|fault| format!("{} {} {}", fault.row, fault.value, fault.problem))
        .collect();
    assert_eq!(faults, ["5 soon date-unread"]);
    assert_eq!(desk.titles("Foreign Affairs"), ["Foreign Affairs (Japan) – Moon Jae-in: Talks"]);
}

#[test]
fn the_same_file_again_adds_nothing_and_a_newer_edition_updates() {
    let desk = Desk::new();
    let file = |text: &str| desk.file("visits.csv", text);
    let first = "id,start_date,end_date,visitor,from_country,description\n1,2025-02-13,2025-02-14,Prime Minister X,Japan,First.\n2,2025-03-01,,Y,France,Second.\n";
    assert!(added(&desk.take(&file(first))).contains("2 event"));
    let again = desk.take(&file(first));
    assert_eq!((added(&again).as_str(), again.updated), ("", 0));
    assert!(again.unchanged >= 2);
    let newer = first.replace("Second.", "Second; corrected.").replace("2025-03-01", "2025-03-02");
    let updated = desk.take(&file(&newer));
    assert_eq!((added(&updated).as_str(), updated.updated), ("", 1));
}

#[test]
fn what_was_edited_or_removed_here_stays_so() {
    let desk = Desk::new();
    let first = "id,start_date,end_date,visitor,from_country,description\n1,2025-02-13,,Prime Minister X,Japan,Alpha.\n2,2025-03-01,,Y,France,Beta.\n";
    desk.take(&desk.file("visits.csv", first));
    let mut edited = desk.json(&desk.found("Alpha").id.to_string());
    edited["title"] = "My own title".into();
    desk.sample.put(edited).unwrap();
    let items = vec![desk.found("Beta")];
    desk.sample.apply(Edit::Remove { items }).unwrap();
    let newer = first.replace("Alpha.", "Alpha; corrected.").replace("Beta.", "Beta; corrected.");
    let taken = desk.take(&desk.file("visits.csv", &newer));
    assert_eq!((taken.edited_here, taken.removed_here, taken.updated), (1, 1, 0));
    assert_eq!(desk.titles("My own title"), ["My own title"]);
    assert!(desk.titles("Beta").is_empty());
}

#[test]
fn an_import_is_undone_and_redone_as_one() {
    let desk = Desk::new();
    let before = desk.sample.export();
    desk.take(&desk.file("icews.tab", &format!("{HEADER}{MEETING}{REST}")));
    let after = desk.sample.export();
    desk.sample.api.undo().unwrap();
    assert_eq!(without_times(&desk.sample.export()), without_times(&before));
    desk.sample.api.redo().unwrap();
    assert_eq!(without_times(&desk.sample.export()), without_times(&after));
}

/// The items of an export: undo records them anew, and keeps what once stood.
fn without_times(export: &str) -> Vec<String> {
    let items = export.split("\"superseded\":[").next().unwrap().lines();
    let mut items: Vec<String> = items
        .filter_map(|line| Some(line.trim_end_matches(',').split_once("\"type\":")?.1.to_owned()))
        .collect();
    items.sort();
    items
}

#[test]
fn a_dry_run_and_a_look_leave_nothing() {
    let desk = Desk::new();
    let before = desk.sample.export();
    let file = desk.file("icews.tab", &format!("{HEADER}{MEETING}{REST}"));
    let options = ImportOptions {
        dry_run: true,
        ..ImportOptions::default()
    };
    let (format, taken) = desk.take_with(&file, &options);
    assert_eq!(format, Format::Table);
    assert!(added(&taken).contains("3 event"));
    let plan = desk
        .sample
        .api
        .look_at_import(&file, &ImportOptions::default(), Language::Korean)
        .unwrap();
    assert!(plan.whole && plan.tables[0].known);
    assert_eq!(plan.shown.len(), 3);
    assert_eq!(plan.shown[0].item.participants.len(), 2);
    assert_eq!(desk.sample.export(), before);
}

#[test]
fn countries_are_those_of_the_record_and_codes_are_of_their_lists() {
    let desk = Desk::new();
    let mut row = vec![""; 61];
    for (at, cell) in [
        (0, "77"),
        (1, "20260105"),
        (5, "KOR"),
        (6, "SEOUL"),
        (7, "KOR"),
        (15, "CHN"),
        (16, "BEIJING"),
        (17, "CHN"),
        (26, "042"),
        (30, "1.9"),
        (52, "Beijing, Beijing, China"),
        (53, "CH"),
        (56, "39.9"),
        (57, "116.4"),
        (60, "https://example.org/a"),
    ] {
        row[at] = cell;
    }
    let taken = desk.take(&desk.file("20260105.export.CSV", &(row.join("\t") + "\n")));
    assert_eq!((taken.fault_count, added(&taken).contains("actor")), (0, false), "{taken:?}");
    let event = desk.json(&desk.found("South Korea – China: Visit").id.to_string());
    let guest = &event["participants"][0];
    assert_eq!((guest["actor"].as_str(), guest["role"].as_str()), (Some(id(KOREA)), Some("guest")));
    assert_eq!(event["original"]["code"], "042");
    let place = desk.json(event["place"].as_str().unwrap());
    assert_eq!(place["country"], event["participants"][1]["actor"], "FIPS CH is China");
}

#[test]
fn a_file_of_no_known_form_is_refused_with_what_can_come_in() {
    let desk = Desk::new();
    let file = desk.file("prose.txt", "One line of prose.\nAnd one, or two, more.\n");
    let refused = desk
        .sample
        .api
        .import_from(&file, &ImportOptions::default(), &mut |_| {})
        .unwrap_err();
    assert!(refused.message.contains("no format"), "{refused}");
    assert!(refused.hint.unwrap().contains("CSV"));
}
