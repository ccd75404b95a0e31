//! TimelineJS and the Timeline Project.

use crate::support::{Told, damage, text, told};
use domain::incoming::{Format, Problem};

const TODAYS: &str = r#"{
  "title": {"text": {"headline": "Relations since 2020"}},
  "events": [
    {"start_date": {"year": "2026", "month": "1", "day": 5, "hour": "10", "minute": "30"}, "text": {"headline": "<b>Summit</b> in Beijing", "text": "<p>They met.</p><p>They <i>spoke</i>.</p>"},
     "group": "Meetings", "unique_id": "summit", "media": {"url": "https://example.org/readout", "credit": "Xinhua", "caption": "Readout"}},
    {"start_date": {"year": 2026, "month": "2", "display_date": "early 2026"}, "end_date": {"year": 2026, "month": 3}, "text": {"headline": "Talks", "text": "Said."},
     "media": {"url": "photo.jpg", "credit": "Ministry"}},
    {"text": {"headline": "Some day"}},
    {"start_date": {"year": -200}, "text": {"headline": "", "text": ""}},
    {"start_date": {"year": 2026, "month": 13}, "text": {"headline": "Never"}},
    {"start_date": {"year": -200, "month": 0}, "end_date": {"year": -300}, "text": {"headline": "Wall"}}
  ],
  "eras": [{"start_date": {"year": 2017}, "end_date": {"year": 2022}, "text": {"headline": "A first era"}}]
}"#;

#[test]
fn slides_and_eras_are_events_and_the_title_is_none() {
    let told = told(Format::TimelineJs, TODAYS);
    assert_eq!(
        told.lines(),
        [
            "2026-01-05T10:30:00 Summit in Beijing",
            "2026-02/2026-03 Talks",
            "- Some day",
            "- Never",
            "-0200 Wall",
            "2017/2022 A first era"
        ]
    );
    assert_eq!(told.problems(), ["3 no-date", "4 no-title", "5 date-unread", "6 end-before-start"]);
    let events = told.events();
    assert_eq!(
        (events[0].summary.as_str(), events[0].topics.as_slice()),
        ("They met.\n\nThey spoke.", ["Meetings".to_owned()].as_slice())
    );
    let source = events[0].source.as_ref().unwrap();
    assert_eq!(
        (source.url.as_str(), source.publisher.as_str(), source.title.as_str()),
        ("https://example.org/readout", "Xinhua", "Readout")
    );
    assert_eq!(
        (events[1].summary.as_str(), &events[1].source),
        ("Said.\n\nphoto.jpg; Ministry", &None)
    );
    assert_eq!(events[1].when.as_ref().unwrap().text.as_ref().unwrap().as_str(), "early 2026");
    assert_eq!(
        (told.things[0].id.as_deref(), told.things[5 - 1].row, told.things[5].row),
        (Some("summit"), 6, 7)
    );
}

#[test]
fn the_first_form_is_read_as_well() {
    let told = told(
        Format::TimelineJs,
        r#"{"timeline": {"headline": "Old", "type": "default", "startDate": "2011", "date": [
            {"startDate": "2011,3,23", "endDate": "2011,3,24", "headline": "Visit", "text": "<p>Said</p>", "tag": "Visits", "asset": {"media": "https://www.youtube.com/watch?v=1"}},
            {"startDate": "3/23/2012", "headline": "Year"},
            {"startDate": "2012,2,30", "headline": "Never"}],
            "era": [{"startDate": "2011,1", "endDate": "2012,6", "headline": "Era"}]}}"#,
    );
    assert_eq!(
        told.lines(),
        ["2011-03-23/2011-03-24 Visit", "2012-03-23 Year", "- Never", "2011-01/2012-06 Era"]
    );
    assert_eq!(told.events()[0].topics, ["Visits"]);
    assert_eq!(told.events()[0].summary, "Said\n\nhttps://www.youtube.com/watch?v=1");
    assert_eq!(told.problems(), ["3 date-unread"]);
}

#[test]
fn damaged_slides_do_no_harm() {
    damage(Format::TimelineJs, TODAYS);
}

fn project(events: &str) -> Told {
    let text =
        format!("<?xml version=\"1.0\"?>\n<timeline>\n<timetype>gregoriantime</timetype>\n<events>\n{events}\n</events>\n</timeline>");
    told(Format::TimelineProject, &text)
}

fn entry(start: &str, end: &str, rest: &str) -> String {
    format!("<event>\n<start>{start}</start>\n<end>{end}</end>\n{rest}\n</event>\n")
}

#[test]
fn midnight_is_a_day_and_other_times_are_kept() {
    let text = |name: &str| format!("<text>{name}</text>");
    let told = project(
        &[
            entry("2026-01-05 00:00:00", "2026-01-05 00:00:00", &text("Day")),
            entry("2026-01-05 10:30:00", "2026-01-05 11:00:00", &text("Talks")),
            entry("-473-03-15 08:47:24", "-473-03-15 08:47:24", &text("Long ago")),
            entry("52-05-08 02:20:00", "1200-01-01 00:00:00", &text("Age")),
            entry(
                "2026-01-05 00:00:00",
                "2026-01-07 00:00:00",
                &format!("{}<fuzzy>True</fuzzy>", text("About")),
            ),
            entry(
                "2026-01-05 00:00:00",
                "2026-01-05 00:00:00",
                &format!("{}<ends_today>True</ends_today>", text("Since")),
            ),
            entry("2026-02-30 00:00:00", "2026-02-30 00:00:00", &text("Never")),
            entry("2026-01-05 00:00:00", "2026-01-04 00:00:00", &text("Backwards")),
        ]
        .concat(),
    );
    assert_eq!(
        told.lines(),
        [
            "2026-01-05 Day",
            "2026-01-05T10:30:00/2026-01-05T11:00:00 Talks",
            "-0473-03-15T08:47:24 Long ago",
            "0052-05-08/1200-01-01 Age",
            "2026-01-05~/2026-01-07~ About",
            "2026-01-05/.. Since",
            "- Never",
            "2026-01-05 Backwards",
        ]
    );
    assert_eq!((told.count(Problem::DateUnread), told.count(Problem::EndBeforeStart)), (1, 1));
}

#[test]
fn where_nothing_lasts_times_mean_nothing() {
    let told = project(
        &[
            entry("2026-01-05 00:00:00", "2026-01-05 00:00:00", "<text>One</text>"),
            entry("2026-01-06 11:16:00", "2026-01-06 11:16:00", "<text>Two</text>"),
        ]
        .concat(),
    );
    assert_eq!(told.lines(), ["2026-01-05 One", "2026-01-06 Two"]);
}

#[test]
fn marks_of_containers_are_no_part_of_a_title() {
    let told = project(
        &[
            entry(
                "2026-01-05 00:00:00",
                "2026-01-09 00:00:00",
                "<text>[2]Round of &lt;talks&gt;</text>",
            ),
            entry(
                "2026-01-06 00:00:00",
                "2026-01-06 00:00:00",
                "<text> (2)First day</text><category>Talks</category><labels>A:1</labels><description>Said &amp; done</description>",
            ),
            entry(
                "2026-01-06 00:00:00",
                "2026-01-06 00:00:00",
                "<text></text><description>First line\nSecond</description>",
            ),
            entry("2026-01-06 00:00:00", "2026-01-06 00:00:00", "<text/>"),
        ]
        .concat(),
    );
    assert_eq!(
        told.lines(),
        [
            "2026-01-05/2026-01-09 Round of <talks>",
            "2026-01-06 First day",
            "2026-01-06 First line"
        ]
    );
    assert_eq!(told.events()[1].topics, ["Talks", "A:1", "Round of <talks>"]);
    assert_eq!(told.events()[1].summary, "Said & done");
    assert_eq!((told.things[1].row, told.problems()), (10, vec!["21 no-title".to_owned()]));
}

fn project_file(name: &str) -> Option<Told> {
    text(&format!("timeline/{name}")).map(|text| told(Format::TimelineProject, &text))
}

#[test]
fn project_files_come_out_as_they_are_meant() {
    let Some(told) = project_file("yw_normal.timeline") else { return };
    let lines = told.lines();
    assert_eq!((lines.len(), told.faults.len()), (8, 0));
    assert_eq!(
        (lines[0].as_str(), lines[2].as_str()),
        ("-0473-03-15T08:47:24 Containy", "2016-12-26T14:11:16 Die <zweite> Szene")
    );
    assert_eq!(
        (told.events()[2].topics.as_slice(), lines[7].as_str()),
        (["ScID:1".to_owned()].as_slice(), "0243-04-22T23:23:00 Bird")
    );
    let lines = project_file("yw_modified2.timeline").unwrap().lines();
    assert_eq!(
        (lines.len(), lines[2].as_str(), lines[10].as_str()),
        (11, "1844-02-10/2000-01-01 Die <zweite> Szene", "1743-06-04/1850-02-20 An event")
    );
    let lines = project_file("yw_new.timeline").unwrap().lines();
    assert_eq!(lines.len(), 6);
    assert_eq!(
        (lines[0].as_str(), lines[2].as_str()),
        (
            "2021-08-06T12:05:00/2021-08-06T13:25:00 New Scene",
            "0166-05-12T09:33:00 Die erste Szene"
        )
    );
    let told = project_file("timelineproj_versions.timeline").unwrap();
    let lines = told.lines();
    assert_eq!(
        (lines.len(), lines[0].as_str(), lines[58].as_str()),
        (59, "2013-03-30 Timeline 0.20.0", "2020-10-18 Timeline 2.3.0")
    );
    assert_eq!(told.events()[58].topics, ["Future Release"]);
}

#[test]
fn damaged_projects_do_no_harm() {
    if let Some(text) = text("timeline/yw_normal.timeline") {
        damage(Format::TimelineProject, &text);
    }
    damage(
        Format::TimelineProject,
        "<timeline><events><event><start>-5-01-01 00:00:00</start><end>2026-01-01 10:00:00</end><text>(1)A</text></event></events></timeline>",
    );
}
