use serde_json::{Value, json};

use crate::desk::Desk;

/// The record of the sample, with what a fact asks of it.
struct Record(Vec<Value>);

impl Record {
    /// The one item of a kind whose title holds the words.
    fn one(&self, noun: &str, kind: &str, words: &str) -> &Value {
        let fits = |item: &&Value| item["type"] == noun && item["kind"] == kind && item["title"].as_str().unwrap().contains(words);
        let found: Vec<_> = self.0.iter().filter(fits).collect();
        assert_eq!(found.len(), 1, "{noun} {kind} “{words}”");
        found[0]
    }
}

fn part(item: &Value, actor: &str, role: &str, country: &str) -> bool {
    item["participants"]
        .as_array()
        .unwrap()
        .iter()
        .any(|part| part["actor"] == actor && part["role"] == role && part["country"] == country)
}

fn quoted(item: &Value, words: &str) -> bool {
    item["citations"]
        .as_array()
        .unwrap()
        .iter()
        .any(|citation| citation["exact"].as_str().unwrap().contains(words))
}

#[test]
fn the_sample_holds_the_seventeen_facts_each_with_its_quote() {
    let record = Record(Desk::with_sample().record(&[]));
    let summit = record.one("event", "summit", "Lee Jae Myung – Xi Jinping summit in Beijing");
    assert_eq!(summit["status"], "announced");
    assert_eq!((&summit["cameo"], &summit["quad"]), (&json!("036"), &json!(1)));
    assert_eq!(summit["place"]["name"], "Beijing");
    assert_eq!(summit["place"]["country"], "CHN");
    assert!(part(summit, "Xi Jinping", "host", "CHN") && part(summit, "Lee Jae Myung", "guest", "KOR"));
    assert!(quoted(summit, "summit number two"));

    let shanghai = record.one("event", "visit", "Shanghai");
    assert_eq!(
        shanghai["when"]["relative"],
        json!({"relation": "after", "event": summit["id"], "within_days": null})
    );
    assert!(quoted(shanghai, "35 years"));

    let topics = [
        "Supply chains",
        "Tourism",
        "Transnational crime",
        "Critical minerals",
        "Green industry",
        "Artificial intelligence",
    ];
    assert_eq!(summit["topics"], json!(topics));
    assert!(quoted(summit, "critical minerals"));

    let appeal = record.one("statement", "appeal", "dialogue with North Korea");
    assert_eq!((&appeal["status"], &appeal["cameo"]), (&json!("announced"), &json!("020")));
    assert_eq!(
        (&appeal["source_countries"], &appeal["target_countries"]),
        (&json!(["KOR"]), &json!(["CHN"]))
    );
    assert!(part(appeal, "North Korea", "mentioned", "PRK") && quoted(appeal, "talks on the peninsula"));

    let earlier = record.one("event", "summit", "first of the two");
    assert_eq!(
        (&earlier["when"]["edtf"], &earlier["status"]),
        (&json!("2025-11~"), &json!("occurred"))
    );
    assert_eq!(summit["links"], json!([{"kind": "follows-up", "to": earlier["id"]}]));
    assert!(quoted(earlier, "two months"));

    let ahead = record.one("event", "summit", "China–Japan");
    assert_eq!(
        (&ahead["when"]["earliest"], &ahead["when"]["latest"]),
        (&json!("2026-01-08"), &json!(null))
    );
    assert_eq!(ahead["when"]["relative"]["event"], summit["id"]);
    assert!(quoted(ahead, "nobody has named a date"));
}

#[test]
fn its_statements_and_ties_say_who_whom_and_how_much() {
    let record = Record(Desk::with_sample().record(&[]));
    let warning = record.one("statement", "warning", "Takaichi");
    assert_eq!(
        (&warning["source_countries"], &warning["target_countries"]),
        (&json!(["JPN"]), &json!(["CHN"]))
    );
    assert_eq!(
        (&warning["when"]["earliest"], &warning["when"]["latest"]),
        (&json!(null), &json!("2026-01-07"))
    );
    assert_eq!((&warning["issue"], &warning["sign"]), (&json!("Taiwan"), &json!(-1)));
    assert!(quoted(warning, "met by force"));

    let strained = record.one("tie", "dispute", "China–Japan");
    assert_eq!((&strained["sign"], &strained["cause"]), (&json!(-1), &warning["id"]));
    assert_eq!(strained["when"]["edtf"], "/..");

    let policy = record.one("statement", "statement", "one-China");
    assert_eq!(
        (&policy["stance"], &policy["issue"]),
        (&json!("supports"), &json!("One-China policy"))
    );
    assert_eq!(
        record.one("tie", "partnership", "Taiwan")["source_countries"],
        json!(["KOR", "TWN"])
    );
    assert_eq!(record.one("tie", "policy", "one-China")["target_countries"], json!(["CHN"]));

    assert_eq!(record.one("statement", "statement", "practical")["quote"], "practical diplomacy");

    assert_eq!(record.one("tie", "alliance", "")["source_countries"], json!(["KOR", "USA"]));
    let troops = record.one("tie", "presence", "troops");
    assert_eq!(
        troops["amount"],
        json!({"value": 28500.0, "unit": "troops", "qualifier": "roughly"})
    );

    assert_eq!(
        record.one("tie", "partnership", "close coordination")["source_countries"],
        json!(["PRK", "CHN"])
    );

    let earths = record.one("tie", "dependence", "rare earths");
    assert_eq!(
        (&earths["source_countries"], &earths["target_countries"]),
        (&json!(["KOR"]), &json!(["CHN"]))
    );
    assert_eq!(earths["amount"]["qualifier"], "nearly half");
    assert!(quoted(record.one("tie", "dependence", "chips"), "chips"));

    let launch = record.one("event", "launch", "Ascend 950");
    assert_eq!((&launch["when"]["edtf"], &launch["status"]), (&json!("2027"), &json!("announced")));
    assert!(part(launch, "Huawei", "actor", "CHN") && part(launch, "Nvidia", "mentioned", "USA"));

    let summit = record.one("event", "summit", "Lee Jae Myung – Xi Jinping");
    assert!(part(
        summit,
        "Business and cultural leaders travelling with the president",
        "guest",
        "KOR"
    ));

    let restriction = record.one("tie", "restriction", "K-pop");
    assert_eq!(
        (&restriction["source_countries"], &restriction["target_countries"]),
        (&json!(["CHN"]), &json!(["KOR"]))
    );
    assert_eq!(restriction["when"]["earliest"], json!(null));
}

#[test]
fn the_day_and_the_place_are_contested_and_chosen_with_reasons() {
    let desk = Desk::with_sample();
    let summit = Record(desk.record(&["--kind", "summit", "--status", "announced", "--actor", "KOR"]))
        .0
        .remove(0);
    assert_eq!(
        (&summit["contested"], &summit["when"]["edtf"]),
        (&json!(true), &json!("2026-01-05"))
    );
    desk.text(["export", "a.dossier", "--format", "json", "-o", "a.json"]);
    let whole: Value = serde_json::from_str(&std::fs::read_to_string(desk.path("a.json")).unwrap()).unwrap();
    let claims: Vec<&Value> = whole["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["type"] == "claim")
        .collect();
    let values = |attribute: &str| claims.iter().filter(|claim| claim["value"]["attribute"] == attribute).count();
    assert_eq!((values("when"), values("place")), (2, 3));
    let chosen: Vec<_> = claims.iter().filter(|claim| claim["chosen"] == true).collect();
    assert_eq!(chosen.len(), 2);
    assert!(chosen.iter().all(|claim| !claim["reason"].as_str().unwrap().is_empty()));
}

#[test]
fn every_item_is_cited_at_its_place_in_a_source() {
    let desk = Desk::with_sample();
    desk.text(["export", "a.dossier", "--format", "json", "-o", "a.json"]);
    let whole: Value = serde_json::from_str(&std::fs::read_to_string(desk.path("a.json")).unwrap()).unwrap();
    let text_of = |id: &Value| {
        let source = whole["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|item| item["type"] == "source" && item["id"] == *id)
            .unwrap();
        source["text"].as_str().unwrap().chars().collect::<Vec<char>>()
    };
    let record = desk.record(&[]);
    assert!(record.len() >= 45);
    for item in record {
        let citations = item["citations"].as_array().unwrap().clone();
        assert!(!citations.is_empty(), "{}", item["title"]);
        for citation in citations {
            let text = text_of(&citation["source"]);
            let at = |key: &str| usize::try_from(citation[key].as_u64().unwrap()).unwrap();
            let (start, end) = (at("start"), at("end"));
            let slice = |from: usize, to: usize| text[from..to.min(text.len())].iter().collect::<String>();
            assert_eq!(slice(start, end), citation["exact"].as_str().unwrap());
            assert_eq!(slice(start.saturating_sub(32), start), citation["prefix"].as_str().unwrap());
            assert_eq!(slice(end, end + 32), citation["suffix"].as_str().unwrap());
        }
    }
}
