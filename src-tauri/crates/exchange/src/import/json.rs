//! What the readers of JSON formats share: a missing key, a null and a value of another type all read as nothing.

use serde_json::Value;

use super::ImportError;

pub(super) fn parse(text: &str) -> Result<Value, ImportError> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| ImportError::Malformed(error.to_string()))
}

/// Whether a text begins as an object of JSON does.
pub(super) fn is_object(start: &str) -> bool {
    start.trim_start().starts_with('{')
}

/// Whether `"key":` stands in a text, with or without blanks.
pub(super) fn has_key(text: &str, key: &str) -> bool {
    values_of(text, key).next().is_some()
}

/// Whether `"key": "value"` stands in a text, with or without blanks.
pub(super) fn has_pair(text: &str, key: &str, value: &str) -> bool {
    let quoted = format!("\"{value}\"");
    values_of(text, key).any(|rest| rest.starts_with(&quoted))
}

/// What follows each `"key":` of a text.
fn values_of<'a>(text: &'a str, key: &str) -> impl Iterator<Item = &'a str> {
    let quoted = format!("\"{key}\"");
    let ends: Vec<usize> = text.match_indices(&quoted).map(|(at, found)| at + found.len()).collect();
    ends.into_iter()
        .filter_map(move |at| Some(text.get(at..)?.trim_start().strip_prefix(':')?.trim_start()))
}

/// A text without the blanks around it; empty where there is none.
pub(super) fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default().trim()
}

/// A text or a number as a text, where programs write either; empty where there is neither.
pub(super) fn written(object: &Value, key: &str) -> String {
    match object.get(key) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A whole number, also where it is written as a text, with blanks and commas in it or as `3.0`.
pub(super) fn whole(object: &Value, key: &str) -> Option<i64> {
    let text: String = written(object, key).chars().filter(|c| !matches!(c, ' ' | ',')).collect();
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

pub(super) fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The texts of a list, without blank ones.
pub(super) fn texts<'a>(object: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(object, key)
        .iter()
        .filter_map(Value::as_str)
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

pub(super) fn is_true(object: &Value, key: &str) -> bool {
    object.get(key).and_then(Value::as_bool).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_pairs_are_found_with_and_without_blanks() {
        assert!(has_key(r#"{"a" : 1}"#, "a"));
        assert!(!has_key(r#"{"b": "a"}"#, "a"));
        assert!(has_pair("{\"type\":\n \"bundle\"}", "type", "bundle"));
        assert!(!has_pair(r#"{"type": "bundles"}"#, "type", "bundle"));
    }
}
