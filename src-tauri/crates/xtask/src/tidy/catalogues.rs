//! The catalogues of messages and of words: every language has every message, and none is empty.

use super::{Finding, Source};
use serde_json::Value;
use std::collections::BTreeMap;

const FOLDERS: [&str; 2] = ["ui/messages/", "data/words/"];

/// Keys that one language has and another lacks, and messages without words.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    FOLDERS.iter().flat_map(|folder| check_folder(folder, sources)).collect()
}

fn check_folder(folder: &str, sources: &[Source]) -> Vec<Finding> {
    let files: Vec<_> = sources
        .iter()
        .filter(|source| source.path.starts_with(folder) && source.is_any_of(&["json"]))
        .collect();
    let mut findings = Vec::new();
    let mut catalogues = Vec::new();
    for file in files {
        match serde_json::from_str::<Value>(&file.text) {
            Ok(value) => catalogues.push((file.path.as_str(), flatten(&value))),
            Err(error) => findings.push(format!("{}: not JSON: {error}", file.path)),
        }
    }
    findings.extend(catalogues.iter().flat_map(|(path, messages)| empty_messages(path, messages)));
    findings.extend(
        catalogues
            .iter()
            .flat_map(|(path, messages)| missing_messages(path, messages, &catalogues)),
    );
    findings
}

type Messages = BTreeMap<String, bool>;

/// Every message by its dotted key, and whether it has words. Lists are one message (variants of a plural).
fn flatten(value: &Value) -> Messages {
    let mut messages = Messages::new();
    let mut open = vec![(String::new(), value)];
    while let Some((prefix, value)) = open.pop() {
        match value {
            Value::Object(entries) => {
                let named = entries.iter().filter(|(key, _)| *key != "$schema");
                open.extend(named.map(|(key, value)| (format!("{prefix}.{key}"), value)));
            }
            Value::String(text) => drop(messages.insert(prefix, !text.trim().is_empty())),
            _ => drop(messages.insert(prefix, true)),
        }
    }
    messages
}

fn empty_messages(path: &str, messages: &Messages) -> Vec<Finding> {
    let empty = messages.iter().filter(|(_, has_words)| !**has_words);
    empty
        .map(|(key, _)| format!("{path}: message `{}` is empty", key.trim_start_matches('.')))
        .collect()
}

fn missing_messages(path: &str, messages: &Messages, all: &[(&str, Messages)]) -> Vec<Finding> {
    all.iter()
        .flat_map(|(other, theirs)| theirs.keys().map(move |key| (other, key)))
        .filter(|(_, key)| !messages.contains_key(*key))
        .map(|(other, key)| format!("{path}: message `{}` of {other} is missing", key.trim_start_matches('.')))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(en: &str, ko: &str, expected: &[&str]) {
        let sources = [Source::new("ui/messages/en.json", en), Source::new("ui/messages/ko.json", ko)];
        let findings = super::check(&sources);
        assert_eq!(findings.len(), expected.len(), "{findings:?}");
        for (finding, word) in findings.iter().zip(expected) {
            assert!(finding.contains(word), "{finding}");
        }
    }

    #[test]
    fn same_keys_pass() {
        check(
            r#"{"$schema":"x","undo":"Undo","a":{"b":"c"}}"#,
            r#"{"undo":"실행 취소","a":{"b":"d"}}"#,
            &[],
        );
    }

    #[test]
    fn gaps_are_named_in_either_language() {
        check(r#"{"undo":"Undo"}"#, "{}", &["ko.json: message `undo`"]);
        check("{}", r#"{"a":{"b":"x"}}"#, &["en.json: message `a.b`"]);
        check(r#"{"undo":""}"#, r#"{"undo":"x"}"#, &["en.json: message `undo` is empty"]);
        check("{", "{}", &["en.json: not JSON"]);
    }
}
