use serde_json::Value;

use crate::desk::Desk;

const AS_OF: [&str; 4] = ["relations", "a.dossier", "--as-of", "2026-01-08"];

fn dyad<'a>(relations: &'a Value, a: &str, b: &str) -> &'a Value {
    relations["dyads"]
        .as_array()
        .unwrap()
        .iter()
        .find(|dyad| dyad["a"] == a && dyad["b"] == b)
        .unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn on_8_january_the_tones_are_as_the_record_has_them() {
    let relations = Desk::with_sample().json(AS_OF);
    assert_eq!(relations["as_of"], "2026-01-08");
    assert_eq!(relations["half_life_days"], 180);
    let tone = |a, b| number(&dyad(&relations, a, b)["tone"]);
    assert!(tone("CHN", "JPN") < -2.0);
    assert!(tone("KOR", "USA") > 2.0);
    assert!(tone("CHN", "PRK") > 2.0);
    assert!(dyad(&relations, "CHN", "JPN").get("contributions").is_none());
}

#[test]
fn contributions_add_up_to_every_tone() {
    let relations = Desk::with_sample().json(AS_OF.iter().chain(&["--explain"]));
    for dyad in relations["dyads"].as_array().unwrap() {
        let shares: f64 = dyad["contributions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| number(&part["share"]))
            .sum();
        let sum = shares + number(&dyad["prior_share"]);
        assert!((sum - number(&dyad["tone"])).abs() < 1e-9, "{dyad}");
        let intensity: f64 = dyad["contributions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| number(&part["credibility"]) * number(&part["decay"]))
            .sum();
        assert!((intensity - number(&dyad["intensity"])).abs() < 1e-9, "{dyad}");
    }
}

#[test]
fn nothing_after_the_date_counts() {
    let desk = Desk::with_sample();
    let early = desk.json([
        "relations",
        "a.dossier",
        "--as-of",
        "2025-11-13",
        "--between",
        "CHN",
        "JPN",
        "--explain",
    ]);
    let titles: Vec<&str> = early["dyads"][0]["contributions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["title"].as_str().unwrap())
        .collect();
    assert!(!titles.iter().any(|title| title.contains("travel")), "{titles:?}");
}

#[test]
fn two_countries_get_their_sheet_by_code_name_or_alias() {
    let desk = Desk::with_sample();
    let by_code = desk.json(AS_OF.iter().chain(&["--between", "CHN", "JPN"]));
    let by_name = desk.json(AS_OF.iter().chain(&["--between", "일본", "PRC"]));
    assert_eq!(by_code, by_name);
    assert_eq!(by_code["dyads"].as_array().unwrap().len(), 1);
    assert_eq!(by_code["cadence"]["last"], "2025-10-31");
    let sheet = desk.text(AS_OF.iter().chain(&["--between", "CHN", "KOR"]));
    for words in [
        "K-pop",
        "prior, from the ties in force",
        "Assessment of 8 January 2026: better",
        "1 meeting in 24 months; last c. November 2025",
        "+0.50 by itself",
    ] {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
}

#[test]
fn triads_in_tension_have_a_negative_product() {
    let found = Desk::with_sample().json(["triads", "a.dossier", "--as-of", "2026-01-08"]);
    let triads = found["triads"].as_array().unwrap();
    assert!(!triads.is_empty());
    for triad in triads {
        let product: f64 = triad["tones"].as_array().unwrap().iter().map(number).product();
        assert!(product < 0.0, "{triad}");
    }
}
