//! Times of dynamic graphs.

use chrono::DateTime;
use domain::Edtf;

use crate::import::dates;

/// A number past this counts the milliseconds since 1970.
const MILLISECONDS: f64 = 1e11;

/// One end of a period.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Time {
    At(Edtf),
    /// Minus or plus infinity, or nothing at all.
    Open,
    /// A step of a count of its own, or no time.
    Unread,
}

impl Time {
    pub fn edtf(self) -> Option<Edtf> {
        match self {
            Self::At(edtf) => Some(edtf),
            Self::Open | Self::Unread => None,
        }
    }
}

/// A date, a year, or milliseconds since 1970, whatever the file declares: files declare one and write the other.
pub(super) fn time(text: Option<&str>) -> Time {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Time::Open;
    };
    let word = text.trim_start_matches(['-', '+']).to_ascii_lowercase();
    if matches!(word.as_str(), "inf" | "infinity") {
        return Time::Open;
    }
    let read = match text.parse::<f64>() {
        Ok(number) => counted(number),
        Err(_) => dates::iso(text),
    };
    read.map_or(Time::Unread, Time::At)
}

#[expect(clippy::cast_possible_truncation, reason = "it is whole and far below what fits")]
fn counted(number: f64) -> Option<Edtf> {
    if number.fract() == 0.0 && (1_000.0..10_000.0).contains(&number) {
        return dates::of_parts(number as i64, None, None);
    }
    if (MILLISECONDS..MILLISECONDS * 1_000.0).contains(&number) {
        let moment = DateTime::from_timestamp_millis(number as i64)?;
        return Edtf::parse(&moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()).ok();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_dates_and_milliseconds_are_told_apart() {
        let check = |text: &str, expected: &str| assert_eq!(time(Some(text)).edtf().unwrap().to_string(), expected);
        check("2004", "2004");
        check("2004.0", "2004");
        check("2009-03-01", "2009-03-01");
        check("1246464700000", "2009-07-01T16:11:40Z");
        assert_eq!(time(Some("12")), Time::Unread);
        assert_eq!(time(Some("-Infinity")), Time::Open);
        assert_eq!(time(None), Time::Open);
    }
}
