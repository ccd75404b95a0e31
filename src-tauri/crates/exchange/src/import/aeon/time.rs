//! Seconds of a calendar → dates. Only the calendar of everyday is followed: worlds with years of their own have no date here.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, TimeDelta};
use domain::{Edtf, event::When, text::Title};
use serde_json::Value;

use crate::import::{dates, json};

const SECONDS_PER_DAY: i64 = 86_400;

/// Seconds from the first day of year 1 to that of 1970.
const TO_1970: i64 = 719_162 * SECONDS_PER_DAY;

const MONTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

pub(super) struct Calendar {
    everyday: bool,
    /// Whether years before year 1 leap.
    leaps_before: bool,
}

/// A moment by its parts.
#[derive(Clone, Copy)]
struct Parts {
    year: i64,
    month: u32,
    day: u32,
    of_day: i64,
}

impl Calendar {
    pub fn of(calendar: &Value) -> Self {
        let eras = json::list(calendar, "eras");
        let leaps = |era: Option<&Value>| {
            era.and_then(|era| era.get("hasLeapYears"))
                .and_then(Value::as_bool)
                .unwrap_or_default()
        };
        let months = json::list(calendar, "months");
        let lengths = months.iter().map(|month| json::whole(month, "normalDuration"));
        Self {
            everyday: eras.len() == 2
                && leaps(eras.last())
                && json::whole(calendar, "hoursInDay") == Some(24)
                && lengths.eq(MONTHS.iter().map(|length| Some(*length))),
            leaps_before: leaps(eras.first()),
        }
    }

    /// The date of a position and of what lasts from there.
    pub fn when(&self, position: &Value, span: Option<&Value>) -> Option<When> {
        let seconds = json::whole(position, "timestamp").filter(|_| self.everyday)?;
        let precision = json::written(position, "precision");
        let start = edtf(self.parts(seconds)?, &precision)?;
        let last = span.and_then(|span| self.last(seconds, span, &precision));
        let edtf = match last.and_then(|last| edtf(self.parts(last)?, &precision)) {
            Some(last) => dates::interval(&start, &last).unwrap_or(start),
            None => start,
        };
        // An hour is less than a day and more than a minute, which dates have no form for.
        let hour = (precision == "hour").then(|| self.parts(seconds)).flatten();
        let text = hour.and_then(|parts| Title::of_words(&format!("{edtf}, {:02} h", parts.of_day / 3_600)));
        Some(When { text, ..When::on(edtf) })
    }

    fn parts(&self, seconds: i64) -> Option<Parts> {
        let (days, of_day) = (seconds.div_euclid(SECONDS_PER_DAY), seconds.rem_euclid(SECONDS_PER_DAY));
        if days >= 0 || self.leaps_before {
            let day = DateTime::from_timestamp(seconds.checked_sub(TO_1970)?, 0)?.date_naive();
            return Some(Parts {
                year: i64::from(day.year()),
                month: day.month(),
                day: day.day(),
                of_day,
            });
        }
        // Years before year 1 all have 365 days here; the year before it is 0.
        let ordinal = u32::try_from(days.rem_euclid(365)).ok()? + 1;
        let day = NaiveDate::from_yo_opt(2001, ordinal)?;
        Some(Parts {
            year: days.div_euclid(365) + 1,
            month: day.month(),
            day: day.day(),
            of_day,
        })
    }

    /// The last second of a span, which ends where something else could begin; of times, the end itself.
    fn last(&self, seconds: i64, span: &Value, precision: &str) -> Option<i64> {
        if span.as_object().is_none_or(serde_json::Map::is_empty) {
            return None;
        }
        let unit = |name: &str| json::whole(span, name).unwrap_or_default();
        let fixed = [
            ("weeks", 604_800),
            ("days", SECONDS_PER_DAY),
            ("hours", 3_600),
            ("minutes", 60),
            ("seconds", 1),
        ];
        let mut length: i64 = 0;
        for (name, seconds) in fixed {
            length = length.checked_add(unit(name).checked_mul(seconds)?)?;
        }
        let months = unit("years").checked_mul(12)?.checked_add(unit("months"))?;
        let end = moved(seconds, months)?.checked_add(length)?;
        let exact = matches!(precision, "second" | "minute" | "hour");
        let last = if exact { end } else { end.checked_sub(1)? };
        (last > seconds).then_some(last)
    }
}

/// So many months later.
fn moved(seconds: i64, months: i64) -> Option<i64> {
    if months == 0 {
        return Some(seconds);
    }
    let origin: NaiveDateTime = NaiveDate::from_ymd_opt(1, 1, 1)?.and_hms_opt(0, 0, 0)?;
    let moment = origin.checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    let moved = moment.checked_add_months(Months::new(u32::try_from(months).ok()?))?;
    Some((moved - origin).num_seconds())
}

fn edtf(parts: Parts, precision: &str) -> Option<Edtf> {
    let Parts { year, month, day, of_day } = parts;
    let day_of = dates::of_parts(year, Some(month), Some(day))?;
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let four_figures = (0..=9_999).contains(&year);
    let text = match precision {
        "second" => format!("{day_of}T{hour:02}:{minute:02}:{second:02}"),
        "minute" => format!("{day_of}T{hour:02}:{minute:02}"),
        "month" => return dates::of_parts(year, Some(month), None),
        "year" => return dates::of_parts(year, None, None),
        "decade" if four_figures => format!("{:03}", year / 10),
        "century" if four_figures => format!("{:02}", year / 100),
        "decade" | "century" | "era" => return None,
        _ => return Some(day_of),
    };
    Edtf::parse(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn calendar() -> Calendar {
        Calendar {
            everyday: true,
            leaps_before: false,
        }
    }

    #[track_caller]
    fn check(timestamp: i64, precision: &str, span: &Value, expected: &str) {
        let when = calendar()
            .when(&json!({"timestamp": timestamp, "precision": precision}), Some(span))
            .unwrap();
        assert_eq!(when.edtf.to_string(), expected);
    }

    #[test]
    fn seconds_are_as_exact_as_they_say() {
        check(60_971_184_000, "second", &json!({}), "1933-02-07T00:00:00");
        check(60_971_184_000, "day", &json!({}), "1933-02-07");
        check(60_971_184_000, "month", &json!({}), "1933-02");
        check(60_971_184_000, "year", &json!({}), "1933");
        check(60_971_184_000, "decade", &json!({}), "193");
        check(0, "day", &json!({}), "0001-01-01");
        check(-1, "day", &json!({}), "0000-12-31");
    }

    #[test]
    fn spans_end_before_what_follows() {
        check(60_971_184_000, "day", &json!({"days": 1}), "1933-02-07");
        check(60_971_184_000, "day", &json!({"days": 3}), "1933-02-07/1933-02-09");
        check(60_971_184_000, "minute", &json!({"hours": 2}), "1933-02-07T00:00/1933-02-07T02:00");
        check(60_967_987_200, "year", &json!({"years": 2}), "1933/1934");
    }
}
