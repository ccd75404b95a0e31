//! Intervals whose ends may be known, open or unknown, and cannot run backwards.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

use crate::{Edtf, Invalid, Moment, Reason};

/// How something ends. *Ongoing* and *ended, date unknown* are different facts, so they are different values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub enum End {
    On(Edtf),
    #[default]
    Ongoing,
    Unknown,
}

impl FromStr for End {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match text.trim() {
            "ongoing" => Ok(Self::Ongoing),
            "unknown" => Ok(Self::Unknown),
            date => Edtf::parse(date)
                .map(Self::On)
                .map_err(|error| Invalid::new("end", error.to_string()).hint("give a date, “ongoing” or “unknown”")),
        }
    }
}

impl TryFrom<String> for End {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        text.parse()
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => f.write_str(date.as_str()),
            Self::Ongoing => f.write_str("ongoing"),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

impl From<End> for String {
    fn from(end: End) -> String {
        end.to_string()
    }
}

/// From a start (`None`: unknown) to an end. The end's latest moment is never before the start's earliest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "RawPeriod"))]
#[serde(try_from = "RawPeriod", into = "RawPeriod")]
pub struct Period {
    start: Option<Edtf>,
    end: End,
}

impl Period {
    pub fn new(start: Option<Edtf>, end: End) -> Result<Self, Invalid> {
        if let (Some(start), End::On(last)) = (&start, &end)
            && let (Some(earliest), Some(latest)) = (start.earliest(), last.latest())
            && latest < earliest
        {
            return Err(Invalid::with("end", Reason::EndBeforeStart, &[("end", last), ("start", start)]));
        }
        Ok(Self { start, end })
    }

    pub fn start(&self) -> Option<&Edtf> {
        self.start.as_ref()
    }

    pub fn end(&self) -> &End {
        &self.end
    }

    /// The first moment it may hold; `None` where it may have begun at any time.
    pub fn begins(&self) -> Option<Moment> {
        self.start().and_then(Edtf::earliest)
    }

    /// Whether it may hold at a moment. An unknown start is taken as long ago; an end of unknown date as already past.
    pub fn holds_at(&self, moment: Moment) -> bool {
        let begun = self.begins().is_none_or(|earliest| earliest <= moment);
        let ended = match &self.end {
            End::On(date) => date.latest().is_some_and(|latest| latest < moment),
            End::Ongoing => false,
            End::Unknown => true,
        };
        begun && !ended
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<Edtf>,
    #[serde(default)]
    end: End,
}

impl TryFrom<RawPeriod> for Period {
    type Error = Invalid;
    fn try_from(raw: RawPeriod) -> Result<Self, Invalid> {
        Self::new(raw.start, raw.end)
    }
}

impl From<Period> for RawPeriod {
    fn from(period: Period) -> Self {
        Self {
            start: period.start,
            end: period.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn date(text: &str) -> Option<Edtf> {
        Some(Edtf::parse(text).unwrap())
    }

    fn noon(year: i32, month: u32, day: u32) -> Moment {
        Moment::from_date(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn a_period_cannot_run_backwards() {
        let error = Period::new(date("2025"), "2024".parse().unwrap()).unwrap_err();
        assert_eq!(error.field, "end");
        assert!(Period::new(date("2025"), "2025-03".parse().unwrap()).is_ok());
    }

    #[test]
    fn the_three_ends_differ() {
        let started = noon(2026, 1, 1);
        for (end, holds) in [("ongoing", true), ("unknown", false), ("2026-01-01", true), ("2025-12-31", false)] {
            assert_eq!(
                Period::new(date("2020"), end.parse().unwrap()).unwrap().holds_at(started),
                holds,
                "{end}"
            );
        }
    }
}
