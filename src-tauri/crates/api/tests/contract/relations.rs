//! Where things stood on 8 January 2026, each number with its parts.

use api::wire::{DyadRequest, DyadResponse, Language, RelationsRequest, RelationsResponse};
use domain::assessment::Direction;

use crate::sample::Sample;

/// The weight of the standing ties beside that of the events.
const PRIOR_WEIGHT: f64 = 2.0;

fn request() -> RelationsRequest {
    RelationsRequest {
        as_of: Some("2026-01-08".to_owned()),
        known_on: None,
        language: Language::English,
    }
}

fn tone(relations: &RelationsResponse, a: &str, b: &str) -> f64 {
    relations.dyads.iter().find(|dyad| dyad.a == a && dyad.b == b).unwrap().tone
}

fn sheet(sample: &Sample, a: &str, b: &str) -> DyadResponse {
    let request = DyadRequest {
        a: a.to_owned(),
        b: b.to_owned(),
        as_of: Some("2026-01-08".to_owned()),
        known_on: None,
        language: Language::English,
    };
    sample.api.dyad(request).unwrap()
}

#[test]
fn the_picture_is_that_of_the_record() {
    let sample = Sample::open();
    let relations = sample.api.relations(request()).unwrap();
    assert!(tone(&relations, "CHN", "JPN") < -1.0, "{}", tone(&relations, "CHN", "JPN"));
    assert!(tone(&relations, "KOR", "USA") > 1.0, "{}", tone(&relations, "KOR", "USA"));
    assert!(tone(&relations, "CHN", "PRK") > 1.0, "{}", tone(&relations, "CHN", "PRK"));
    let codes: Vec<&str> = relations.countries.iter().map(|country| country.code.as_str()).collect();
    for code in ["CHN", "JPN", "KOR", "PRK", "TWN", "USA"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
    for triad in &relations.triads {
        assert!(triad.tones.iter().product::<f64>() < 0.0);
    }
}

#[test]
fn every_number_is_the_sum_of_its_parts_as_shown() {
    let sample = Sample::open();
    let hundredths = |value: f64| (value * 100.0).round() as i64;
    for dyad in &sample.api.relations(request()).unwrap().dyads {
        let sheet = sheet(&sample, &dyad.a, &dyad.b);
        let working = &sheet.working;
        let worth: f64 = working.contributions.iter().map(|part| part.credibility * part.decay).sum();
        assert!((worth - dyad.intensity).abs() < 1e-9, "{}–{}", dyad.a, dyad.b);
        let shares = working.contributions.iter().map(|part| hundredths(part.share)).sum::<i64>();
        assert_eq!(shares + hundredths(working.prior_share), hundredths(working.tone), "{working:?}");
        let ties = sheet.standing.iter().map(|tie| hundredths(tie.share)).sum::<i64>();
        assert_eq!(ties, hundredths(working.prior), "{:?}", sheet.standing);
        for (shown, exact) in [
            (working.tone, dyad.tone),
            (working.prior, dyad.prior),
            (working.prior_share, PRIOR_WEIGHT * dyad.prior / (PRIOR_WEIGHT + dyad.intensity)),
        ] {
            assert!((shown - exact).abs() < 0.01, "{shown} for {exact}");
        }
        let sizes: Vec<f64> = working.contributions.iter().map(|part| part.share.abs()).collect();
        assert!(sizes.is_sorted_by(|one, other| one >= other), "{sizes:?}");
    }
}

#[test]
fn a_sheet_holds_all_that_is_known_of_two_countries() {
    let sample = Sample::open();
    let sheet = sheet(&sample, "KOR", "CHN");
    assert!((sheet.series.last().unwrap().tone - sheet.dyad.tone).abs() < 1e-9);
    assert_eq!(sheet.series.last().unwrap().day, "2026-01-08");
    assert_eq!(sheet.flow.len(), 2);
    assert!(!sheet.standing.is_empty() && !sheet.ticks.is_empty());
    assert!(sheet.cadence.meetings_24_months >= 1);
    assert_eq!(sheet.assessment.unwrap().direction, Direction::Better);
}

#[test]
fn countries_are_named_by_code_or_by_any_name_only_one_has() {
    let sample = Sample::open();
    let by_code = sheet(&sample, "KOR", "CHN").dyad;
    assert_eq!(sheet(&sample, "대한민국", "中国").dyad, by_code);
    let ask = |a: &str, b: &str| {
        let request = DyadRequest {
            a: a.to_owned(),
            b: b.to_owned(),
            as_of: None,
            known_on: None,
            language: Language::English,
        };
        sample.api.dyad(request).unwrap_err()
    };
    assert!(
        ask("KOR", "Atlantis")
            .message
            .contains("no actor of the dossier is called “Atlantis”")
    );
    assert_eq!(ask("KOR", "KOR").hint.as_deref(), Some("choose two different countries"));
    let day = sample
        .api
        .relations(RelationsRequest {
            as_of: Some("soon".to_owned()),
            ..request()
        })
        .unwrap_err();
    assert_eq!(
        (day.field.as_deref(), day.message.as_str()),
        (Some("as_of"), "not understood: \"soon\"")
    );
}

#[test]
fn what_comes_later_changes_nothing_now() {
    let sample = Sample::open();
    let before = sample.api.relations(request()).unwrap();
    let mut later = crate::edits::event("A clash to come");
    later["kind"] = "clash".into();
    later["when"]["edtf"] = "2026-03-01".into();
    later["status"][0]["status"] = "occurred".into();
    sample.put(later).unwrap();
    let after = sample.api.relations(request()).unwrap();
    assert_eq!(after.dyads, before.dyads);
}
