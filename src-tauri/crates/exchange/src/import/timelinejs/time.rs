//! Dates: objects of numbers, or the first form's texts such as `2011,3,23`.

use domain::Edtf;
use serde_json::{Value, json};

use crate::import::{dates, json, spoken};

const PARTS: [&str; 6] = ["year", "month", "day", "hour", "minute", "second"];

/// Whether a date says anything at all.
pub(super) fn is_given(date: &Value) -> bool {
    match date {
        Value::Object(_) => PARTS.iter().any(|part| !json::written(date, part).is_empty()),
        Value::String(text) => !text.trim().is_empty(),
        Value::Number(_) => true,
        _ => false,
    }
}

/// As exactly as it is given.
pub(super) fn edtf(date: &Value) -> Option<Edtf> {
    match date {
        Value::String(text) => of_text(text),
        Value::Number(year) => dates::of_parts(year.as_i64()?, None, None),
        date => of_object(date),
    }
}

fn of_text(text: &str) -> Option<Edtf> {
    // The first form also took dates as Americans write them.
    if let Some(edtf) = spoken::date(text).or_else(|| spoken::slashed(text, false)) {
        return Some(edtf);
    }
    let parts = PARTS
        .iter()
        .zip(text.split(','))
        .map(|(name, part)| ((*name).to_owned(), json!(part)));
    of_object(&Value::Object(parts.collect()))
}

fn of_object(date: &Value) -> Option<Edtf> {
    // The program takes a month and a day of nought for none.
    let part = |name: &str| match json::written(date, name).as_str() {
        "" | "0" | "00" => Some(None),
        _ => json::whole(date, name).and_then(|number| u32::try_from(number).ok()).map(Some),
    };
    let year = json::whole(date, "year")?;
    let (month, day) = (part("month")?, part("day")?);
    let day = if month.is_some() { day } else { None };
    let edtf = dates::of_parts(year, month, day)?;
    let [hour, minute, second] = [part("hour")?, part("minute")?, part("second")?];
    if day.is_none() || (hour, minute, second) == (None, None, None) {
        return Some(edtf);
    }
    let or_nought = |number: Option<u32>| number.unwrap_or_default();
    let clock = format!("{:02}:{:02}:{:02}", or_nought(hour), or_nought(minute), or_nought(second));
    Edtf::parse(&format!("{edtf}T{clock}")).ok()
}
