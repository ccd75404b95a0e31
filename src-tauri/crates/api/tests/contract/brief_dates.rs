//! One event of every form of date, read back from the brief in every place where its date stands.

use api::wire::{BriefPart, BriefRequest, Filter, Language, PaperSize};
use domain::{Edtf, Moment};
use serde_json::json;
use std::process::Command;

use crate::sample::{CHINA, KOREA, Sample, id};

/// A date, its words, and the headings it stands under, in their order.
const FORMS: [(&str, &str, &str, Option<&str>); 22] = [
    ("17XX", "between 1700 and 1799", "1700–1799", None),
    ("196X", "1960s", "1960s", None),
    ("[..2021-03-07]", "before 8 March 2021", "2021 or earlier", None),
    ("../2021-02", "until February 2021", "2021 or earlier", None),
    ("/2021-01", "until January 2021, start unknown", "2021 or earlier", None),
    ("2021", "2021", "2021", None),
    ("2021~", "c. 2021", "2021", None),
    ("2021-22%", "c. summer 2021 (uncertain)", "2021", None),
    ("2021-04", "April 2021", "2021", Some("April 2021")),
    ("2021-05?", "May 2021 (uncertain)", "2021", Some("May 2021")),
    ("2021-06-2X", "between 20 and 29 June 2021", "2021", Some("June 2021")),
    ("[2021-07-01..2021-07-10]", "between 1 and 10 July 2021", "2021", Some("July 2021")),
    ("2021-08-05", "5 August 2021", "2021", Some("August 2021")),
    (
        "2021-09-01T02:30+09:00",
        "1 September 2021, 02:30 UTC+09:00",
        "2021",
        Some("September 2021"),
    ),
    ("2021-10-03/2021-10-05", "3–5 October 2021", "2021", Some("October 2021")),
    ("2021-11/..", "since November 2021", "2021", Some("November 2021")),
    ("2021-12/", "from December 2021, end unknown", "2021", Some("December 2021")),
    (
        "[2021-12-30..2022-01-10]",
        "between 30 December 2021 and 10 January 2022",
        "2021–2022",
        None,
    ),
    ("[2021-12-31..]", "after 30 December 2021", "2021 or later", None),
    ("2022-02-05~", "c. 5 February 2022", "2022", Some("February 2022")),
    ("[2022-03-02..]", "after 1 March 2022", "2022 or later", None),
    ("XXXX-12-25", "25 December, unknown year", "Date unknown", None),
];

fn title(number: usize) -> String {
    format!("Vintage {}", char::from(b'A' + number as u8))
}

/// A dossier with an event of each form; the last but one is told from another event.
fn dossier() -> Sample {
    let sample = Sample::open();
    let mut told_from = String::new();
    for (number, (edtf, ..)) in FORMS.iter().enumerate() {
        let mut when = json!({ "edtf": edtf });
        if *edtf == "[2022-03-02..]" {
            when["relative"] = json!({ "relation": "after", "event": id(&told_from), "within_days": 60 });
        }
        let added = sample.add(json!({ "type": "event", "kind": "summit", "title": title(number), "when": when,
            "status": [{ "status": "occurred" }], "participants": [{ "actor": id(KOREA), "role": "guest" }, { "actor": id(CHINA), "role": "host" }] }));
        if *edtf == "2021-08-05" {
            told_from = added;
        }
    }
    sample
}

/// The text of the brief, without spaces and line breaks; `None` where the reader of PDFs is not installed.
fn printed(sample: &Sample) -> Option<String> {
    let path = sample.folder.path().join("dates.pdf");
    let request = BriefRequest {
        known_on: None,
        title: None,
        filter: Filter {
            text: Some("Vintage".to_owned()),
            ..Filter::default()
        },
        as_of: Some("2100-01-01".to_owned()),
        parts: vec![BriefPart::Chronology, BriefPart::Dyads],
        paper: PaperSize::A4,
        marking: None,
        language: Language::English,
    };
    sample.api.brief_to(&request, &path, &[]).unwrap();
    let read = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output().ok()?;
    Some(squeezed(&String::from_utf8(read.stdout).unwrap()))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Where the titles stand, in the order of the forms.
fn places(text: &str) -> Vec<usize> {
    let place = |number| {
        text.find(&squeezed(&title(number)))
            .unwrap_or_else(|| panic!("{} in {text}", title(number)))
    };
    (0..FORMS.len()).map(place).collect()
}

/// What is printed before an entry's number and date, which are the first things of it.
fn before<'a>(text: &'a str, place: usize, printed: usize, date: &str) -> &'a str {
    let before = &text[..place];
    let before = before.strip_suffix("within60daysafterentry13").unwrap_or(before);
    before
        .strip_suffix(&format!("{printed}{}", squeezed(date)))
        .unwrap_or_else(|| panic!("{printed} {date:?} before …{}", tail(before)))
}

fn tail(text: &str) -> String {
    text.chars().skip(text.chars().count().saturating_sub(60)).collect()
}

#[test]
fn every_form_of_date_is_printed_as_exactly_as_it_is_known() {
    let sample = dossier();
    let Some(text) = printed(&sample) else { return };
    let places = places(&text);
    for (form, (edtf, date, year, month)) in FORMS.iter().enumerate() {
        let printed = places.iter().filter(|place| **place <= places[form]).count();
        let before = before(&text, places[form], printed, date);
        // Its row in the sheet of the two countries; one of an unknown year counts on no date.
        let row = format!("{printed}Summit{}+4.00", squeezed(date));
        assert!(text.contains(&row) || edtf.starts_with("XXXX"), "{row} in {text}");
        let same = FORMS.iter().zip(&places).filter(|(other, _)| (other.2, other.3) == (*year, *month));
        if same.map(|(_, place)| place).min() == Some(&places[form]) {
            let heading = month.unwrap_or(year);
            assert!(before.ends_with(&squeezed(heading)), "{heading} over {date}: …{}", tail(before));
        }
    }
    assert!(text.contains("within60daysafterentry13"), "{text}");
    let in_order = |pair: &[usize]| {
        let [(_, _, year, month), (_, _, next_year, next_month)] = [FORMS[pair[0]], FORMS[pair[1]]];
        (year, month) == (next_year, next_month) || places[pair[0]] < places[pair[1]]
    };
    assert!((0..FORMS.len()).collect::<Vec<_>>().windows(2).all(in_order), "{places:?}");
}

#[test]
fn no_day_is_printed_that_nobody_wrote() {
    let sample = dossier();
    let Some(text) = printed(&sample) else { return };
    let said: Vec<String> = FORMS.iter().map(|(_, date, ..)| squeezed(date)).collect();
    for (edtf, ..) in FORMS {
        let date = Edtf::parse(edtf).unwrap();
        for bounds in [date.start(), date.end()] {
            let (Some(Moment(first)), Some(Moment(last))) = (bounds.earliest, bounds.latest) else {
                continue;
            };
            for moment in [first, last, first.midpoint(last)] {
                let day = squeezed(&Edtf::from_day(Moment(moment).date().unwrap()).describe(Language::English));
                let wrote = said.iter().any(|said| said.contains(&day));
                assert!(wrote || !text.contains(&day), "{day} for {edtf}");
            }
        }
    }
}
