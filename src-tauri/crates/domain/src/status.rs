//! The life cycle of an event. The announcement and the meeting are one event with a history, and count once.

use serde::{Deserialize, Serialize};

use crate::{Edtf, Invalid, Moment, Reason, id::SourceId, text::Prose};

words! {
    /// Where an event stands: rumoured, then announced, scheduled and occurred, or postponed, cancelled, denied.
    #[derive(Default)]
    pub enum Status ("status": "a status") {
        Rumoured = "rumoured",
        Announced = "announced",
        Scheduled = "scheduled",
        #[default]
        Occurred = "occurred",
        Postponed = "postponed",
        Cancelled = "cancelled",
        Denied = "denied",
    }
}

impl Status {
    /// Whether the outcome is still to come.
    pub fn is_plan(self) -> bool {
        matches!(self, Self::Rumoured | Self::Announced | Self::Scheduled | Self::Postponed)
    }

    /// How much an event in this state counts towards tone and intensity, 0 to 1.
    pub fn weight(self) -> f64 {
        match self {
            Self::Occurred => 1.0,
            Self::Scheduled => 0.5,
            Self::Announced => 0.25,
            Self::Rumoured | Self::Postponed | Self::Cancelled | Self::Denied => 0.0,
        }
    }
}

/// One step of the life cycle: the state, since when it was so (if known), and who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StatusEntry {
    pub status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Prose>,
}

/// At least one step; the last is where the event stands now. Dated steps never run backwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "Vec<StatusEntry>", into = "Vec<StatusEntry>")]
pub struct StatusHistory(Vec<StatusEntry>);

impl StatusHistory {
    pub fn new(entries: Vec<StatusEntry>) -> Result<Self, Invalid> {
        if entries.is_empty() {
            return Err(Invalid::of("status", Reason::StatusMissing));
        }
        let dates: Vec<&Edtf> = entries.iter().filter_map(|entry| entry.on.as_ref()).collect();
        for pair in dates.windows(2) {
            if let (Some(earliest), Some(latest)) = (pair[0].earliest(), pair[1].latest())
                && latest < earliest
            {
                return Err(Invalid::with(
                    "status",
                    Reason::StatusOrder,
                    &[("later", pair[1]), ("earlier", pair[0])],
                ));
            }
        }
        Ok(Self(entries))
    }

    /// A history of one undated step.
    pub fn of(status: Status) -> Self {
        Self(vec![StatusEntry {
            status,
            on: None,
            source: None,
            remark: None,
        }])
    }

    pub fn entries(&self) -> &[StatusEntry] {
        &self.0
    }

    pub fn current(&self) -> Status {
        self.0.last().map_or(Status::Occurred, |entry| entry.status)
    }

    /// The step in force at a moment: the last whose date may have come. Undated steps are taken to hold from the start.
    pub fn at(&self, moment: Moment) -> Option<&StatusEntry> {
        self.0
            .iter()
            .rev()
            .find(|entry| entry.on.as_ref().and_then(Edtf::earliest).is_none_or(|earliest| earliest <= moment))
    }

    /// The history with one more step.
    pub fn then(&self, entry: StatusEntry) -> Result<Self, Invalid> {
        let mut entries = self.0.clone();
        entries.push(entry);
        Self::new(entries)
    }
}

impl TryFrom<Vec<StatusEntry>> for StatusHistory {
    type Error = Invalid;
    fn try_from(entries: Vec<StatusEntry>) -> Result<Self, Invalid> {
        Self::new(entries)
    }
}

impl From<StatusHistory> for Vec<StatusEntry> {
    fn from(history: StatusHistory) -> Self {
        history.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(status: Status, on: &str) -> StatusEntry {
        StatusEntry {
            status,
            on: Some(Edtf::parse(on).unwrap()),
            source: None,
            remark: None,
        }
    }

    #[test]
    fn a_history_is_never_empty_and_never_runs_backwards() {
        assert!(StatusHistory::new(vec![]).is_err());
        assert!(StatusHistory::new(vec![step(Status::Announced, "2026-01-05"), step(Status::Occurred, "2026-01-02")]).is_err());
    }

    #[test]
    fn the_state_of_a_day_is_the_last_step_taken_by_then() {
        let history = StatusHistory::new(vec![step(Status::Announced, "2026-01-02"), step(Status::Occurred, "2026-01-05")]).unwrap();
        let at = |day: &str| history.at(Edtf::parse(day).unwrap().latest().unwrap()).map(|entry| entry.status);
        assert_eq!(at("2026-01-01"), None);
        assert_eq!(at("2026-01-04"), Some(Status::Announced));
        assert_eq!(at("2026-02-01"), Some(Status::Occurred));
    }
}
