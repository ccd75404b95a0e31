use crate::support::{Told, damage, text, told};
use domain::{
    incoming::{Format, Problem},
    link::LinkKind,
    status::Status,
};
use std::collections::BTreeSet;

fn calendar(events: &str) -> Told {
    told(Format::Calendar, &format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n"))
}

fn event(lines: &str) -> Told {
    calendar(&format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))
}

#[track_caller]
fn check(lines: &str, expected: &[&str]) {
    assert_eq!(event(lines).lines(), expected, "{lines}");
}

fn file(name: &str) -> Option<Told> {
    text(&format!("ics/{name}")).map(|text| told(Format::Calendar, &text))
}

fn ids(told: &Told) -> Vec<&str> {
    told.things.iter().map(|thing| thing.id.as_deref().unwrap_or("-")).collect()
}

#[test]
fn days_end_before_the_day_of_their_end() {
    check(
        "SUMMARY:Visit\nDTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260106",
        &["2026-01-05 Visit"],
    );
    check(
        "SUMMARY:Visit\nDTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260108",
        &["2026-01-05/2026-01-07 Visit"],
    );
    check("SUMMARY:Visit\nDTSTART:20260105\nDTEND:20260105", &["2026-01-05 Visit"]);
    check(
        "SUMMARY:Visit\nDTSTART;VALUE=DATE:20260105\nDURATION:P3D",
        &["2026-01-05/2026-01-07 Visit"],
    );
}

#[test]
fn times_stay_those_of_the_place_and_only_z_is_utc() {
    check(
        "SUMMARY:Talks\nDTSTART;TZID=Asia/Seoul:20260105T100000\nDTEND;TZID=Asia/Seoul:20260105T113000",
        &["2026-01-05T10:00:00/2026-01-05T11:30:00 Talks"],
    );
    check(
        "SUMMARY:Talks\nDTSTART;TZID=Nowhere/City:20260105T100000",
        &["2026-01-05T10:00:00 Talks"],
    );
    check(
        "SUMMARY:Talks\nDTSTART:20260105T230000Z\nDURATION:PT2H",
        &["2026-01-05T23:00:00Z/2026-01-06T01:00:00Z Talks"],
    );
    check(
        "SUMMARY:Talks\nDTSTART;TZID=Etc/GMT:20260105T100000",
        &["2026-01-05T10:00:00Z Talks"],
    );
}

#[test]
fn an_end_that_is_none_is_reported_and_left_out() {
    let told = event("SUMMARY:Visit\nDTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260101");
    assert_eq!(
        (told.lines(), told.problems()),
        (vec!["2026-01-05 Visit".to_owned()], vec!["3 end-before-start".to_owned()])
    );
    assert_eq!(event("SUMMARY:Visit\nDTSTART:20260105\nDTEND:soon").problems(), ["3 end-unread"]);
}

#[test]
fn what_has_no_date_is_kept_without_one_and_what_has_no_name_is_not() {
    let told = calendar(
        "BEGIN:VEVENT\nSUMMARY:Some day\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261301\nSUMMARY:Never\nEND:VEVENT\n",
    );
    assert_eq!(told.lines(), ["- Some day", "- Never"]);
    assert_eq!(told.problems(), ["3 no-date", "6 no-date", "6 no-title", "9 date-unread"]);
}

#[test]
fn status_place_topics_source_and_links_are_read() {
    let told = event(
        "UID:2\nSUMMARY:Summit\\, second day\nDTSTART:20270105\nSTATUS:CONFIRMED\nLOCATION:Blue House\\, Seoul\nGEO:37.58;126.97\n\
         CATEGORIES:Talks\\, high level,Trade\nURL:https://example.org/a\nDESCRIPTION:First line\\nSecond\nRELATED-TO:1",
    );
    let events = told.events();
    let event = events[0];
    assert_eq!(
        (event.title.as_str(), event.status),
        ("Summit, second day", Some(Status::Scheduled))
    );
    let place = event.place.as_ref().unwrap();
    assert_eq!(
        (place.name.as_str(), place.coordinates.unwrap().longitude()),
        ("Blue House, Seoul", 126.97)
    );
    assert_eq!(event.topics, ["Talks, high level", "Trade"]);
    assert_eq!(event.source.as_ref().unwrap().url, "https://example.org/a");
    assert_eq!(event.summary, "First line\nSecond");
    assert_eq!(event.links, [(LinkKind::FollowsUp, "1".to_owned())]);
    assert_eq!(told.things[0].id.as_deref(), Some("2"));
}

#[test]
fn plans_and_what_was_called_off_are_told_apart() {
    let status = |lines: &str| event(&format!("SUMMARY:Visit\n{lines}")).events()[0].status;
    assert_eq!(status("DTSTART:20270105\nSTATUS:TENTATIVE"), Some(Status::Announced));
    assert_eq!(status("DTSTART:20270105\nSTATUS:CANCELLED"), Some(Status::Cancelled));
    assert_eq!(status("DTSTART:20250105"), None);
}

#[test]
fn occurrences_are_told_once_each() {
    let told = calendar(
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Round\nDTSTART;TZID=Europe/Paris:20250324T100000\nRRULE:FREQ=WEEKLY;UNTIL=20250414T080000Z\n\
         RDATE;TZID=Europe/Paris:20250331T100000,20250402T100000\nEXDATE:20250407T080000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nSUMMARY:Round\\, moved\nRECURRENCE-ID:20250331T080000Z\nDTSTART;TZID=Europe/Paris:20250401T100000\nEND:VEVENT\n",
    );
    assert_eq!(
        told.lines(),
        [
            "2025-03-24T10:00:00 Round",
            "2025-04-01T10:00:00 Round, moved",
            "2025-04-02T10:00:00 Round",
            "2025-04-14T10:00:00 Round",
        ]
    );
    assert_eq!(
        ids(&told),
        ["a/20250324T100000", "a/20250331T100000", "a/20250402T100000", "a/20250414T100000"]
    );
}

#[test]
fn what_was_called_off_may_name_only_what_it_was() {
    let told = calendar(
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Round\nDTSTART:20250324\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nSUMMARY:Round\nRECURRENCE-ID:20250325\nSTATUS:CANCELLED\nEND:VEVENT\n",
    );
    assert_eq!(told.lines(), ["2025-03-24 Round", "2025-03-25 Round"]);
    assert_eq!((told.events()[1].status, told.faults.len()), (Some(Status::Cancelled), 0));
}

#[test]
fn an_endless_rule_is_followed_for_two_years() {
    let told = event("UID:a\nSUMMARY:Round\nDTSTART:20260101\nRRULE:FREQ=YEARLY");
    assert_eq!(told.lines(), ["2026-01-01 Round", "2027-01-01 Round", "2028-01-01 Round"]);
    let told = event("UID:a\nSUMMARY:Round\nDTSTART:20000101\nRRULE:FREQ=DAILY");
    assert_eq!(
        (told.events().len(), told.problems()),
        (1_000, vec!["3 rule-not-followed".to_owned()])
    );
}

#[test]
fn a_rule_that_cannot_be_followed_leaves_its_first_occurrence() {
    for rule in [
        "RSCALE=CHINESE;FREQ=YEARLY",
        "FREQ=SOMETIMES",
        "FREQ=YEARLY;SKIP=FORWARD",
        "FREQ=SECONDLY",
        "nonsense",
        "FREQ=DAILY;COUNT=x",
    ] {
        let told = event(&format!("UID:a\nSUMMARY:Round\nDTSTART:20250101\nRRULE:{rule}"));
        assert_eq!(
            (told.lines(), told.problems()),
            (vec!["2025-01-01 Round".to_owned()], vec!["3 rule-not-followed".to_owned()]),
            "{rule}"
        );
    }
    assert!(event("SUMMARY:Round\nDTSTART:20250101\nRRULE:").problems().is_empty());
}

#[test]
fn one_uid_for_two_events_makes_two_ids() {
    let twice =
        "BEGIN:VEVENT\nUID:a\nSUMMARY:One\nDTSTART:20250101\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nSUMMARY:Two\nDTSTART:20250102\nEND:VEVENT\n";
    let told = calendar(&format!("{twice}{twice}"));
    assert_eq!(ids(&told), ["a", "a/20250102"]);
}

#[test]
fn parts_of_an_event_and_other_entries_are_no_events() {
    let nested = "BEGIN:X\n".repeat(100_000);
    let told = calendar(&format!(
        "BEGIN:VTODO\nSUMMARY:Do\nEND:VTODO\nBEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:Visit\n{nested}SUMMARY:Alarm\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Cut\n"
    ));
    assert_eq!(told.lines(), ["2025-01-01 Visit"]);
    assert_eq!((told.count(Problem::NothingToKeep), told.count(Problem::Malformed)), (1, 1));
}

#[test]
fn public_holidays_are_single_days() {
    let Some(told) = file("Germany.ics") else { return };
    let lines = told.lines();
    assert_eq!((lines.len(), told.faults.len()), (159, 0));
    assert_eq!(
        (lines[2].as_str(), lines[158].get(..10)),
        ("2008-03-21 Germany: Good Friday", Some("2020-12-26"))
    );
    let Some(told) = file("Germany_Holidays.ics") else { return };
    let lines = told.lines();
    assert_eq!((lines.len(), told.faults.len()), (34, 0));
    assert_eq!(
        (lines[2].as_str(), lines[33].get(..10)),
        ("2019-03-05 Carnival", Some("2020-12-26"))
    );
}

#[test]
fn long_folded_texts_are_read() {
    let Some(told) = file("fablab_cottbus.ics") else { return };
    let events = told.events();
    let rows: BTreeSet<_> = told.things.iter().map(|thing| thing.row).collect();
    assert_eq!((rows.len(), told.faults.len()), (28, 0));
    assert!(told.lines()[0].starts_with("2018-06-09 "));
    assert_eq!(told.lines()[2], "2017-03-11T17:00:00/2017-03-11T21:00:00 Vereinssitzung");
    assert_eq!(
        events[2].place.as_ref().unwrap().name,
        "FabLab Cottbus @ Walther-Pauer-Straße 5, 03044 Cottbus"
    );
    assert!(events.iter().all(|event| event.topics.is_empty()));
}

#[test]
fn weekly_rules_keep_the_local_hour() {
    let Some(told) = file("daylight_saving_time.ics") else { return };
    assert_eq!(told.faults, []);
    assert!(
        told.lines()
            .iter()
            .any(|line| line == "2019-03-09T08:30:00Z/2019-03-10T16:00:00Z Open Health HACKademy")
    );
    assert!(
        told.lines()
            .iter()
            .any(|line| line.starts_with("2019-04-04T08:30:00/2019-04-04T14:30:00 "))
    );
    let mut ids = ids(&told);
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let Some(told) = file("issue_48_dst.ics") else { return };
    let of = |id: &str| {
        told.things
            .iter()
            .filter(|thing| thing.id.as_deref().unwrap().starts_with(id))
            .count()
    };
    assert_eq!(told.lines()[0], "2020-11-16T08:15:00/2020-11-16T08:30:00 Event#1");
    assert_eq!(of("p1lg@"), 5);
    assert!(
        told.lines()
            .iter()
            .any(|line| line == "2028-01-31T12:30:00/2028-01-31T12:45:00 Event#3")
    );
    assert!(!told.lines().iter().any(|line| line.starts_with("2028-02")));
}

#[test]
fn moved_and_cancelled_occurrences_take_the_place_of_what_they_were() {
    let Some(told) = file("issue_62_moved_event_2.ics") else { return };
    assert_eq!(
        told.lines(),
        [
            "2023-08-08T14:00:00/2023-08-08T15:00:00 Datetime",
            "2023-08-14T14:00:00/2023-08-14T15:00:00 Datetime",
            "2023-08-22T14:00:00/2023-08-22T15:00:00 Datetime",
            "2023-08-10 All Day",
            "2023-08-16 All Day",
            "2023-08-24 All Day",
        ]
    );
    let Some(told) = file("issue_18_cancel_status.ics") else { return };
    let statuses: Vec<_> = told.events().iter().map(|event| event.status).collect();
    assert_eq!(statuses, [None, Some(Status::Cancelled), None]);
    assert!(told.lines()[1].starts_with("2020-01-29T22:00:00/"));
    let Some(told) = file("recurring_events_changed_duration.ics") else {
        return;
    };
    assert_eq!(told.faults, []);
    assert_eq!(
        told.lines()[3..],
        [
            "2019-03-07T02:00:00/2019-03-07T03:00:00 New Event",
            "2019-03-08T01:00:00/2019-03-08T03:00:00 New Event",
            "2019-03-09T03:00:00/2019-03-09T03:30:00 New Event",
            "2019-03-10 New Event",
        ]
    );
}

#[test]
fn odd_files_are_read_as_they_are_meant() {
    let Some(text) = text("ics/bom_calendar.ics") else {
        return;
    };
    assert!(told(Format::Calendar, &text).things.is_empty());
    assert!(file("blank_line_mid.ics").unwrap().things.is_empty());
    let lines = |name: &str| file(name).unwrap().lines();
    assert_eq!(
        lines("multiple_calendar_components.ics"),
        ["2003-12-25 Christmas Day", "2003-05-01 Boxing Day", "2003-12-25 Christmas again!"]
    );
    assert_eq!(lines("pacific_fiji.ics"), ["2014-08-29T08:00:00 an event with a custom tz name"]);
    assert_eq!(
        lines("utc_negative_zero.ics"),
        ["2012-08-21T21:00:00Z/2012-08-21T21:30:00Z And another"]
    );
    let calendars = file("rfc_7529.ics").unwrap();
    assert_eq!((calendars.events().len(), calendars.count(Problem::RuleNotFollowed)), (4, 4));
    let told = file("issue_127_categories_with_commas.ics").unwrap();
    assert_eq!(told.events()[0].topics, ["Meeting, John", "Work, Sarah", "Project"]);
    let told = file("issue_798_related_to.ics").unwrap();
    assert_eq!((told.things.len(), told.count(Problem::NoDate)), (0, 2));
}

#[test]
fn further_dates_and_exceptions_count_each_occurrence_once() {
    let Some(told) = file("google_birthday.ics") else { return };
    let mut lines = told.lines();
    lines.sort();
    assert_eq!(
        lines.iter().map(|line| &line[..10]).collect::<Vec<_>>(),
        ["2012-12-10", "2013-12-10", "2014-12-10"]
    );
    assert_eq!(told.count(Problem::DateUnread), 2);
    let told = file("recur_instances.ics").unwrap();
    let lines = told.lines();
    assert_eq!(
        lines[..4],
        [
            "2012-10-02T15:00:00/2012-10-02T15:30:00 Crazy Event Thingy!",
            "2012-11-06T20:00:00/2012-11-06T20:30:00 Crazy Event Thingy!",
            "2012-11-06T10:00:00/2012-11-06T10:30:00 Crazy Event Thingy!",
            "2012-11-10T10:00:00/2012-11-10T10:30:00 Crazy Event Thingy!",
        ]
    );
    assert!(
        !lines
            .iter()
            .any(|line| line.starts_with("2012-12-04") || line.starts_with("2013-04-02") || line.starts_with("2013-02-05"))
    );
    let told = file("day_long_recur_yearly.ics").unwrap();
    assert_eq!(told.lines()[..2], ["2012-08-03 Day Long Event", "2012-08-06 Day Long Event"]);
}

#[test]
fn damaged_calendars_do_no_harm() {
    damage(
        Format::Calendar,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Round\nDTSTART;TZID=Europe/Paris:20250324T100000\nRRULE:FREQ=MONTHLY;BYDAY=-1TU;BYSETPOS=1;UNTIL=20250414T080000Z\n\
         RDATE:20250402T100000\nEXDATE:20250407T080000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20250331T080000Z\nDTSTART:20250401T100000\nDURATION:PT1H\nEND:VEVENT\n\
         BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200229\nRRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;BYWEEKNO=9;COUNT=20\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    for name in ["google_birthday.ics", "multiple_calendar_components.ics"] {
        if let Some(text) = text(&format!("ics/{name}")) {
            damage(Format::Calendar, &text);
        }
    }
}
