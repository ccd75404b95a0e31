//! From an article to the record: `read`, `add`, `drafts`, `accept`, `reject`.

use serde_json::Value;
use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use crate::desk::Desk;

const ARTICLE: &str = "By A. Author\nJanuary 8, 2026\n\nSouth Korean President Lee Jae Myung will meet Chinese President Xi Jinping in Beijing next week. \
    Japan criticized China on Monday. Roughly 28,500 U.S. troops are stationed in South Korea.\n";

fn desk() -> Desk {
    let desk = Desk::empty();
    std::fs::write(desk.path("article.txt"), ARTICLE).unwrap();
    desk.text(["new", "a.dossier"]);
    desk
}

fn drafts(desk: &Desk, more: &[&str]) -> Vec<Value> {
    let asked = ["drafts", "a.dossier"].iter().chain(more);
    desk.json(asked)["drafts"].as_array().unwrap().clone()
}

fn of_kind<'a>(drafts: &'a [Value], kind: &str) -> &'a Value {
    drafts
        .iter()
        .find(|draft| draft["kind"] == kind)
        .unwrap_or_else(|| panic!("no {kind} among {drafts:?}"))
}

/// Gives lines to a command that reads them; returns its lines.
fn fed(mut command: Command, input: &str) -> Vec<Value> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_text_is_read_without_being_kept() {
    let desk = desk();
    let reading = desk.json(["read", "article.txt"]);
    assert_eq!(reading["language"], "en");
    let drafts = reading["drafts"].as_array().unwrap();
    let criticism = of_kind(drafts, "criticism");
    assert_eq!(criticism["source_countries"], serde_json::json!(["JPN"]));
    assert_eq!(criticism["target_countries"], serde_json::json!(["CHN"]));
    assert_eq!(criticism["when"]["edtf"], "2026-01-05");
    assert_eq!(criticism["quad"], 3);
    assert!(criticism["confidence"].as_f64().unwrap() > 0.5);
    assert!(criticism["rule"].as_str().is_some());
    let cited = &criticism["citations"][0];
    let (start, end) = (cited["start"].as_u64().unwrap() as usize, cited["end"].as_u64().unwrap() as usize);
    let words: String = ARTICLE.chars().skip(start).take(end - start).collect();
    assert_eq!(cited["exact"].as_str().unwrap(), words);
    assert_eq!(of_kind(drafts, "presence")["amount"]["value"], 28_500.0);
    assert!(
        desk.text(["read", "article.txt", "--published", "2026-01-08"])
            .contains("criticism")
    );
}

#[test]
fn lines_are_answered_in_order() {
    let desk = Desk::empty();
    let mut command = desk.command();
    command.args(["read", "--jsonl"]);
    let lines = fed(
        command,
        "{\"id\":1,\"text\":\"Japan criticized China on Monday.\",\"published\":\"2026-01-08\"}\n\n{\"id\":\"b\",\"text\":\"It rained.\"}\n\
         {\"id\":3,\"text\":\"x\",\"published\":\"soonish\"}\n{\"id\":4,\"text\":\"한국과 중국이 5일 정상회담을 열었다.\",\"published\":\"2026-01-08\"}\n",
    );
    assert_eq!(
        lines.iter().map(|line| line["id"].to_string()).collect::<Vec<_>>(),
        ["1", "\"b\"", "3", "4"]
    );
    assert_eq!(lines[0]["drafts"][0]["kind"], "criticism");
    assert_eq!(lines[1]["drafts"], serde_json::json!([]));
    assert!(lines[2]["error"].as_str().unwrap().contains("published"));
    assert_eq!(lines[3]["drafts"][0]["kind"], "summit");
}

#[test]
fn an_article_is_added_reviewed_and_undone() {
    let desk = desk();
    let added = desk.json(["add", "a.dossier", "article.txt", "--reliability", "B", "--publisher", "The Daily"]);
    assert_eq!(added["sources"][0]["drafts"], drafts(&desk, &[]).len());
    let all = drafts(&desk, &[]);
    assert_eq!(desk.json(["events", "a.dossier"])["events"], serde_json::json!([]));
    let criticism = of_kind(&all, "criticism")["id"].as_str().unwrap().to_owned();
    assert!(desk.text(["accept", "a.dossier", &criticism]).starts_with("accepted: 1 drafts"));
    let events = desk.json(["events", "a.dossier"]);
    assert_eq!(events["events"][0]["kind"], "criticism");
    assert_eq!(
        events["events"][0]["citations"][0]["grade"].as_str().unwrap().chars().next(),
        Some('B')
    );
    desk.text(["reject", "a.dossier", "--all"]);
    assert_eq!(drafts(&desk, &[]), Vec::<Value>::new());
    assert_eq!(drafts(&desk, &["--all"]).len(), all.len());
    for _ in 0..2 {
        desk.text(["undo", "a.dossier"]);
    }
    assert_eq!(drafts(&desk, &[]).len(), all.len());
    desk.text(["accept", "a.dossier", "--at-least", "0.5"]);
    let left = drafts(&desk, &[]);
    assert!(left.iter().all(|draft| draft["confidence"].as_f64().unwrap() < 0.5));
}

#[test]
fn the_same_words_count_once() {
    let desk = desk();
    desk.text(["add", "a.dossier", "article.txt"]);
    let again = desk.json(["add", "a.dossier", "article.txt"]);
    assert_eq!(
        (&again["sources"][0]["known"], &again["sources"][0]["drafts"]),
        (&true.into(), &0.into())
    );
    assert!(desk.text(["add", "a.dossier", "article.txt"]).contains("is in the dossier already"));
    // Another paper prints it with a line of its own.
    std::fs::write(desk.path("copy.txt"), format!("{ARTICLE}\nRead more in the evening edition.\n")).unwrap();
    desk.text(["add", "a.dossier", "copy.txt"]);
    let waiting = drafts(&desk, &[]).len();
    let accepted = desk.json(["accept", "a.dossier", "--all"]);
    assert_eq!(accepted["drafts"].as_u64().unwrap() * 2, waiting as u64, "{accepted}");
    assert_eq!((&accepted["copies"], &accepted["open"]), (&accepted["drafts"], &accepted["drafts"]));
    assert!(
        desk.refused(["accept", "a.dossier", "--all"])
            .1
            .contains("likely tell of what is told already")
    );
}

#[test]
fn what_cannot_be_captured_is_named_and_the_rest_is_kept() {
    let desk = desk();
    std::fs::write(desk.path("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\0").unwrap();
    let output = desk.run(["add", "a.dossier", "picture.png", "article.txt", "none.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let line = String::from_utf8(output.stderr).unwrap();
    assert!(line.contains("picture.png") && line.contains("none.txt"), "{line}");
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(!drafts(&desk, &[]).is_empty());
    let (code, line) = desk.refused(["accept", "a.dossier", "--at-least", "1"]);
    assert_eq!(code, 1);
    assert!(line.contains("summitry drafts"), "{line}");
    assert_eq!(desk.refused(["accept", "a.dossier", "not-an-id"]).0, 1);
    assert_eq!(desk.refused(["add", "a.dossier", "article.txt", "--reliability", "Z"]).0, 2);
}
