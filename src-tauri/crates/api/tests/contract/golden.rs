//! What the page's tests are answered: questions about the sample and a few changes, recorded from the core in `ui/tests/golden`, a file for
//! each command. `GOLDEN=write cargo test -p api --test contract golden` records anew.

use crate::sample::{BEIJING, CHINA, KOREA, LEE, SUMMIT, Sample};
use api::{Api, wire::*};
use domain::kind::KindId;
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::PathBuf};

const XI: &str = "actor:fdfb89e5-2f16-5557-9973-83f0e4fbc040";
const STATEMENT: &str = "event:019b9cd5-8e80-7007-8000-000000000007";
const TROOPS: &str = "tie:019b9cd5-8e80-7008-8000-000000000003";
const SOURCE: &str = "source:019b9cd5-8e80-7006-8000-000000000002";
const NOTE: &str = "note:019b9cd5-8e80-700c-8000-000000000001";
const JUDGEMENT: &str = "note:019b9cd5-8e80-700c-8000-000000000002";
const TOPIC: &str = "topic:019b9cd5-8e80-7005-8000-00000000000a";
const ASSESSMENT: &str = "assessment:019b9cd5-8e80-700d-8000-000000000001";

macro_rules! parsed {
    ($request:ident: $kind:ty) => {
        serde_json::from_value::<$kind>($request.clone()).unwrap()
    };
}

macro_rules! dispatch {
    (core { $($core:ident($($core_in:ty)?) -> $core_out:ty;)* } bytes $bytes:tt shell $shell:tt) => {
        /// Answers a command as the bridge does: JSON in, JSON out.
        fn call(api: &Api, command: &str, request: &Value) -> Result<Value, ApiError> {
            match command {
                $(stringify!($core) => api.$core($(parsed!(request: $core_in))?).map(|answer| serde_json::to_value(answer).unwrap()),)*
                _ => panic!("{command} is not a command of the core"),
            }
        }
    };
}
api::commands!(dispatch);

fn questions() -> Vec<(&'static str, Value)> {
    let filter = |kinds: &[&str]| {
        serde_json::to_value(Filter {
            kinds: kinds.iter().map(|kind| KindId::new(kind).unwrap()).collect(),
            ..Filter::default()
        })
        .unwrap()
    };
    let events = |kinds: &[&str]| json!({ "filter": filter(kinds), "known_on": null, "offset": 0, "limit": 200, "language": "en" });
    let relations = |day: &str| json!({ "as_of": day, "known_on": null, "language": "en" });
    let dyad = |a: &str, b: &str| json!({ "a": a, "b": b, "as_of": "2026-01-08", "known_on": null, "language": "en" });
    let list = |kind: &str| json!({ "kind": kind, "offset": 0, "limit": 500, "language": "en" });
    let complete = |prefix: &str, kinds: &[&str], reference: bool| json!({ "prefix": prefix, "kinds": kinds, "reference": reference, "limit": 8, "language": "en" });
    let mut all = vec![
        ("session", Value::Null),
        ("vocabulary", json!({ "language": "en" })),
        ("events", events(&[])),
        ("events", events(&["summit"])),
        ("facets", json!({ "filter": filter(&[]), "known_on": null, "language": "en" })),
        ("density", json!({ "filter": filter(&[]), "known_on": null, "buckets": 300 })),
        ("search", json!({ "words": "summit", "limit": 8, "language": "en" })),
        ("search", json!({ "words": "Courier", "limit": 8, "language": "en" })),
        ("history", json!({ "limit": 20 })),
        ("dyad", dyad("CHN", "JPN")),
        ("dyad", dyad("CHN", "KOR")),
        ("dyad", dyad("CHN", "XXX")),
        ("list", list("source")),
        ("list", list("note")),
        ("list", list("lesson")),
        ("complete", complete("Fra", &["actor"], true)),
        ("complete", complete("Micah Xu", &["actor"], true)),
        ("complete", complete("Lee", &["actor"], true)),
        ("complete", complete("Lee", &[], false)),
    ];
    all.extend(["2026-01-08", "2025-06-01", "2016-01-01"].map(|day| ("relations", relations(day))));
    all.extend(
        ["2026-01-05", "2026-01-08", "2026-01", "2031-05-01", "sometime"]
            .map(|text| ("resolve_date", json!({ "text": text, "language": "en" }))),
    );
    let items = [
        SUMMIT, STATEMENT, TROOPS, SOURCE, NOTE, JUDGEMENT, LEE, XI, CHINA, KOREA, BEIJING, TOPIC, ASSESSMENT,
    ];
    all.push(("labels", json!({ "items": items, "known_on": null, "language": "en" })));
    all.extend(items.map(|item| ("item", json!({ "item": item, "language": "en" }))));
    all
}

/// Changes that the tests make, each undone and done again.
fn changes(sample: &Sample) -> Vec<Value> {
    let assessment = call(&sample.api, "item", &json!({ "item": ASSESSMENT, "language": "en" })).unwrap();
    let mut item = assessment["fields"].clone();
    item["reason"] = json!("Second summit in two months");
    vec![
        json!({ "edit": { "verb": "remove", "items": [SUMMIT] } }),
        json!({ "edit": { "verb": "put", "item": item, "typing": false } }),
    ]
}

/// A question with its answer. Where this machine keeps the dossier is left out.
fn answered(api: &Api, command: &str, request: &Value) -> Value {
    match call(api, command, request) {
        Ok(mut answer) if command == "session" => {
            answer["recent"] = json!([{ "key": "1", "title": "Beijing, January 2026", "file": "sample.dossier", "folder": "Documents" }]);
            json!({ "request": request, "answer": answer })
        }
        Ok(answer) => json!({ "request": request, "answer": answer }),
        Err(error) => json!({ "request": request, "error": error }),
    }
}

/// Everything the page's tests may hear, by command.
fn golden() -> BTreeMap<String, String> {
    let sample = Sample::open();
    let mut by_command: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    let mut ask = |command, request: &Value| by_command.entry(command).or_default().push(answered(&sample.api, command, request));
    for (command, request) in questions() {
        ask(command, &request);
    }
    for change in changes(&sample) {
        for (command, request) in [
            ("apply", &change),
            ("undo", &Value::Null),
            ("redo", &Value::Null),
            ("undo", &Value::Null),
        ] {
            ask(command, request);
        }
    }
    let text = |entries: Vec<Value>| serde_json::to_string_pretty(&entries).unwrap() + "\n";
    by_command
        .into_iter()
        .map(|(command, entries)| (format!("{command}.json"), text(entries)))
        .collect()
}

#[test]
fn golden_answers_are_what_the_core_says() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/tests/golden"));
    let fresh = golden();
    if std::env::var_os("GOLDEN").is_some_and(|wish| wish == "write") {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fresh.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
    }
    let mut kept: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    kept.sort();
    assert_eq!(
        kept,
        fresh.keys().cloned().collect::<Vec<_>>(),
        "record the golden answers anew: GOLDEN=write"
    );
    for (name, text) in &fresh {
        let kept = fs::read_to_string(folder.join(name)).unwrap().replace("\r\n", "\n");
        let line = kept.lines().zip(text.lines()).position(|(old, new)| old != new);
        assert!(
            kept == *text,
            "{name} is not what the core says (line {line:?}): record it anew with GOLDEN=write"
        );
    }
}
