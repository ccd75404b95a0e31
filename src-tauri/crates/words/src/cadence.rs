use crate::{Words, capital};

/// How often two countries meet, seen from one day. Days are whole days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    pub in_24_months: usize,
    /// `None` where they have never met.
    pub last: Option<LastMeeting>,
    /// `None` where they have met less than twice.
    pub longest_gap: Option<Gap>,
}

/// When two countries met last, as exactly as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastMeeting {
    DaysAgo(usize),
    /// A date that is no day, in words: "c. November 2025".
    On(String),
}

/// Days between two meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub days: usize,
    /// Whether the day of both is known.
    pub exact: bool,
}

impl Words {
    /// "7 meetings in 24 months; last 63 days ago; longest gap 411 days."
    pub fn cadence(&self, meetings: Meetings) -> String {
        let Some(last) = meetings.last else {
            return self.text("cadence_none").to_owned();
        };
        let count = match meetings.in_24_months {
            0 => self.text("cadence_no_meetings").to_owned(),
            count => self.count("cadence_meetings", count),
        };
        let last = match last {
            LastMeeting::DaysAgo(0) => self.text("cadence_today").to_owned(),
            LastMeeting::DaysAgo(days) => self.count("cadence_last", days),
            LastMeeting::On(date) => self.with("cadence_last_on", &[("date", &date)]),
        };
        let gap = meetings.longest_gap.map(|Gap { days, exact }| {
            let key = if exact { "cadence_gap" } else { "cadence_gap_about" };
            self.count(key, days)
        });
        let parts: Vec<String> = [Some(count), Some(last), gap].into_iter().flatten().collect();
        format!("{}.", capital(&parts.join("; ")))
    }
}
