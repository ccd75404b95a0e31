//! What the page sends as values of the domain. A refusal names the path of the field: `participants[1].role`.

use domain::{Invalid, Item, ItemKind, Reason};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Deserializer, Path, Segment, Track};

/// Reads an item in its lossless form.
pub fn item(sent: &Value) -> Result<Item, Invalid> {
    let mut fields = sent.clone();
    let kind = fields.as_object_mut().and_then(|fields| fields.remove("type"));
    let kind = ItemKind::parse(kind.as_ref().and_then(Value::as_str).unwrap_or_default()).map_err(|error| error.within("type"))?;
    read(&fields, |fields| Item::of_kind(kind, fields))
}

/// Reads any other value.
pub fn value<T: DeserializeOwned>(sent: &Value) -> Result<T, Invalid> {
    read(sent, |fields| T::deserialize(fields))
}

fn read<'a, T>(sent: &'a Value, make: impl FnOnce(Deserializer<'_, '_, &'a Value>) -> Result<T, serde_json::Error>) -> Result<T, Invalid> {
    let mut track = Track::new();
    make(Deserializer::new(sent, &mut track)).map_err(|error| refusal(sent, &track.path(), &error.to_string()))
}

/// The refusal behind the words of an error. Serde hands on no more of an [`Invalid`] than what it displays: `field: message; hint`.
fn refusal(sent: &Value, path: &Path, words: &str) -> Invalid {
    if let Some(field) = words.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        return Invalid::of(joined(path, Some(field)), Reason::Missing);
    }
    let (field, words) = match words.split_once(": ") {
        Some((field, rest)) if field.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') => (Some(field), rest),
        _ => (None, words),
    };
    // A refused whole names the part that is wrong.
    let part = field.filter(|field| at(sent, path).is_some_and(|whole| whole.get(field).is_some()));
    let at = joined(path, part);
    let (message, hint) = words
        .rsplit_once("; ")
        .map_or((words, None), |(message, hint)| (message, Some(hint)));
    match (Reason::behind(message, hint), hint) {
        (Some(why), _) => Invalid::because(at, why),
        (None, Some(hint)) => Invalid::new(at, message).hint(hint),
        (None, None) => Invalid::new(at, message),
    }
}

fn joined(path: &Path, part: Option<&str>) -> String {
    let whole = (path.iter().next().is_some()).then(|| path.to_string());
    [whole.as_deref(), part].into_iter().flatten().collect::<Vec<_>>().join(".")
}

fn at<'a>(sent: &'a Value, path: &Path) -> Option<&'a Value> {
    path.iter().try_fold(sent, |value, segment| match segment {
        Segment::Map { key } => value.get(key),
        Segment::Seq { index } => value.get(index),
        Segment::Enum { variant } => value.get(variant),
        Segment::Unknown => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(item: Value, path: &str, words: &str) {
        let refused = super::item(&item).unwrap_err();
        assert_eq!(
            (refused.field.as_str(), refused.to_string()),
            (path, format!("{path}: {words}")),
            "{item}"
        );
    }

    #[test]
    fn a_refusal_names_its_path_what_is_wrong_and_what_to_do() {
        let id = "00000000-0000-4000-8000-000000000001";
        let event = |part: &str, value: Value| {
            let mut event = json!({ "type": "event", "id": id, "kind": "summit", "title": "T", "status": [{ "status": "occurred" }] });
            event[part] = value;
            event
        };
        check(event("title", json!(" ")), "title", "is blank; type at least one character");
        check(
            event(
                "participants",
                json!([{ "actor": id, "role": "host" }, { "actor": id, "role": "friend" }]),
            ),
            "participants[1].role",
            "unknown variant `friend`, expected one of `actor`, `recipient`, `host`, `guest`, `party`, `speaker`, `mediator`, `mentioned`",
        );
        check(
            event("statement", json!({ "issue": "trade" })),
            "statement.speaker",
            "is missing; choose one",
        );
        check(
            event("statement", json!({ "speaker": "" })),
            "statement.speaker",
            "is missing; choose one",
        );
        check(
            json!({ "type": "tenure", "id": id, "office": id, "holder": id, "period": { "start": "2026", "end": "2025" } }),
            "period.end",
            "2025 is before the start, 2026; swap the two dates or correct one",
        );
        check(
            json!({ "type": "claim", "id": id, "item": format!("event:{id}"), "value": { "attribute": "amount", "value": {} } }),
            "value.value",
            "has neither a number nor words; give the number, or the words of the source such as “nearly half”",
        );
        check(
            json!({ "title": "T" }),
            "type",
            "“” is not a kind of item; use settings, actor, office, tenure, place, topic, source, event, tie, link, citation, claim, note, assessment, draft or lesson",
        );
    }
}
