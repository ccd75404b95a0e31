use serde_json::json;

use crate::desk::Desk;

#[test]
fn each_filter_narrows_the_chronology() {
    let desk = Desk::with_sample();
    let all = desk.record(&[]).len();
    for (filter, wanted) in [
        (vec!["--kind", "launch"], 1),
        (vec!["--kind", "launch", "--kind", "alliance"], 2),
        (vec!["--topic", "semiconductors"], 1),
        (vec!["--status", "announced"], 5),
        (vec!["--status", "overdue", "--kind", "summit"], 1),
        (vec!["--actor", "Huawei"], 1),
        (vec!["--actor", "PRK", "--actor", "KOR", "--kind", "missile-test"], 1),
        (
            vec!["--actor", "이재명", "--from", "2025-08", "--to", "2025-08", "--kind", "summit"],
            2,
        ),
        (vec!["--from", "2026-06", "--to", "2027", "--kind", "launch"], 1),
        (vec!["--text", "Ascend"], 1),
        (vec!["--limit", "3"], 3),
        (vec!["--known-on", "2026-01-07"], 0),
        (vec!["--known-on", "2026-01-08"], all),
    ] {
        assert_eq!(desk.record(&filter).len(), wanted, "{filter:?}");
    }
}

#[test]
fn as_of_a_date_only_what_was_announced_lies_ahead() {
    let desk = Desk::with_sample();
    let titles = |date| {
        desk.record(&["--kind", "summit", "--as-of", date])
            .into_iter()
            .map(|item| item["title"].to_string())
            .collect::<Vec<_>>()
    };
    assert!(
        !titles("2025-12-01")
            .iter()
            .any(|title| title.contains("in Beijing\"") && title.contains("Lee"))
    );
    assert!(
        titles("2025-12-31")
            .iter()
            .any(|title| title.contains("in Beijing\"") && title.contains("Lee"))
    );
    assert!(titles("2025-08-24").iter().all(|title| !title.contains("Washington")));
}

#[test]
fn time_orders_the_chronology_and_the_table_is_aligned() {
    let desk = Desk::with_sample();
    let dates: Vec<String> = desk
        .record(&["--status", "occurred"])
        .iter()
        .filter_map(|item| item["when"]["earliest"].as_str().map(str::to_owned))
        .collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let table = desk.text(["events", "a.dossier", "--kind", "summit"]);
    let column = table.lines().next().unwrap().find("title").unwrap();
    for line in table.lines() {
        let around: Vec<char> = line.chars().skip(column - 1).take(2).collect();
        assert!(around[0] == ' ' && around[1] != ' ', "{line}");
    }
    assert!(table.contains("(contested)"));
    assert!(
        desk.text(["events", "a.dossier", "--text", "nothing-like-this"])
            .contains("Nothing in the record")
    );
}

#[test]
fn what_an_info_says_agrees_with_the_record() {
    let desk = Desk::with_sample();
    let info = desk.json(["info", "a.dossier"]);
    assert_eq!(info["title"], "Beijing, January 2026");
    assert_eq!((&info["time_zone"], &info["half_life_days"]), (&json!("Asia/Seoul"), &json!(180)));
    let counts = &info["counts"];
    let record = desk.record(&[]).len() as u64;
    assert_eq!(counts["events"].as_u64().unwrap() + counts["ties"].as_u64().unwrap(), record);
    assert_eq!((&info["first"], &info["last"]), (&json!("2025-01-20"), &json!("2027-12-31")));
    assert_eq!((&info["findings"], &info["schema_version"]), (&json!([]), &json!(4)));
    assert!(desk.text(["info", "a.dossier"]).contains("summitry check"));
}
