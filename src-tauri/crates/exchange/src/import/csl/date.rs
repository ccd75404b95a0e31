//! Dates of CSL. It counts years without a nought, as people do: −1 is 1 BC, which EDTF writes as 0.

use domain::{Edtf, incoming::Problem};
use serde_json::Value;

use crate::import::{Out, Stopped, bibliography, dates, json};

/// When a record was published. When it was looked at (`accessed`) says nothing of that.
pub(super) fn published(row: u64, record: &Value, out: &mut Out<'_>) -> Result<Option<Edtf>, Stopped> {
    if let Some(issued) = record.get("issued") {
        return read(row, issued, out);
    }
    let of_bibjson = record.get("date").map(|date| json::text(date, "published")).unwrap_or_default();
    let text = if of_bibjson.is_empty() {
        json::written(record, "year")
    } else {
        of_bibjson.to_owned()
    };
    bibliography::reported(out, row, "year", &text, dates::edtf(&text))
}

fn read(row: u64, issued: &Value, out: &mut Out<'_>) -> Result<Option<Edtf>, Stopped> {
    let words = words(issued);
    let ends = match issued {
        Value::Array(list) => list.iter().map(of_keys).collect(),
        _ if !words.is_empty() => vec![],
        _ => of_parts(issued),
    };
    let Some(ends) = ends.into_iter().collect::<Option<Vec<String>>>().filter(|ends| !ends.is_empty()) else {
        let text = if words.is_empty() { issued.to_string() } else { words };
        return bibliography::reported(out, row, "issued", &text, dates::edtf(&text));
    };
    if let Ok(edtf) = Edtf::parse(&ends.join("/")) {
        return Ok(Some(edtf));
    }
    let first = ends.first().and_then(|end| Edtf::parse(end).ok());
    let problem = if first.is_some() {
        Problem::EndBeforeStart
    } else {
        Problem::DateUnread
    };
    out.fault(row, "issued", &ends.join("/"), problem)?;
    Ok(first)
}

/// A date in words, or one that somebody else is to read.
fn words(issued: &Value) -> String {
    let object = match issued {
        Value::String(text) => return text.trim().to_owned(),
        Value::Number(number) => return number.to_string(),
        Value::Array(list) => list.first().unwrap_or(&Value::Null),
        object => object,
    };
    let found = ["raw", "literal"].map(|key| json::written(object, key));
    found.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// `{"date-parts": [[2011, 5, 25], [2012, 6]], "season": 4, "circa": true}`: both ends in EDTF.
fn of_parts(issued: &Value) -> Vec<Option<String>> {
    let season = season(issued.get("season"));
    let parts = json::list(issued, "date-parts").iter().map(|parts| {
        let mut numbers = parts
            .as_array()
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .map(|part| number(Some(part)));
        let (year, month, day) = (numbers.next().flatten(), numbers.next().flatten(), numbers.next().flatten());
        (year, month, day)
    });
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() && issued.get("year").is_some() {
        return vec![of_keys(issued)];
    }
    parts
        .into_iter()
        .enumerate()
        .map(|(at, (year, month, day))| match year {
            // An end that is left open.
            None | Some(0) if at > 0 => Some("..".to_owned()),
            _ => end(year?, month.or(season), day, is_circa(issued)),
        })
        .collect()
}

/// `{year: 2017, season: 3}` of CSL-YAML.
fn of_keys(part: &Value) -> Option<String> {
    let month = number(part.get("month")).or_else(|| season(part.get("season")));
    end(number(part.get("year"))?, month, number(part.get("day")), is_circa(part))
}

fn end(year: i64, month: Option<i64>, day: Option<i64>, circa: bool) -> Option<String> {
    let year = if year < 0 { year + 1 } else { year };
    let month = match month {
        // Seasons as months beyond the year, of two kinds.
        Some(season @ 13..=16) => Some(season + 8),
        Some(season @ 17..=20) => Some(season + 4),
        other => other,
    };
    let small = |number: Option<i64>| number.map_or(Some(None), |number| u32::try_from(number).ok().map(Some));
    let edtf = dates::of_parts(year, small(month)?, small(day)?)?;
    Some(format!("{edtf}{}", if circa { "~" } else { "" }))
}

/// A season as EDTF counts them: 21 is spring.
fn season(value: Option<&Value>) -> Option<i64> {
    let named = value
        .and_then(Value::as_str)
        .and_then(|name| match name.trim().to_lowercase().as_str() {
            "spring" => Some(1),
            "summer" => Some(2),
            "autumn" | "fall" => Some(3),
            "winter" => Some(4),
            _ => None,
        });
    named
        .or_else(|| number(value))
        .filter(|season| (1..=4).contains(season))
        .map(|season| season + 20)
}

fn is_circa(value: &Value) -> bool {
    match value.get("circa") {
        Some(Value::Bool(circa)) => *circa,
        Some(Value::String(circa)) => !matches!(circa.as_str(), "" | "0" | "false"),
        Some(Value::Number(circa)) => circa.as_f64() != Some(0.0),
        _ => false,
    }
}

/// Numbers are written as texts too.
fn number(value: Option<&Value>) -> Option<i64> {
    match value? {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_i64(),
    }
}
