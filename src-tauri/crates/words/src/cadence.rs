use crate::{Words, capital};

/// How often two countries meet, seen from one day. Days are whole days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    pub in_24_months: usize,
    /// `None` where they have never met.
    pub days_since_last: Option<usize>,
    /// `None` where they have met less than twice.
    pub longest_gap_days: Option<usize>,
}

impl Words {
    /// "7 meetings in 24 months; last 63 days ago; longest gap 411 days."
    pub fn cadence(&self, meetings: Meetings) -> String {
        let Some(days) = meetings.days_since_last else {
            return self.text("cadence_none").to_owned();
        };
        let count = match meetings.in_24_months {
            0 => self.text("cadence_no_meetings").to_owned(),
            count => self.count("cadence_meetings", count),
        };
        let last = match days {
            0 => self.text("cadence_today").to_owned(),
            days => self.count("cadence_last", days),
        };
        let gap = meetings.longest_gap_days.map(|days| self.count("cadence_gap", days));
        let parts: Vec<String> = [Some(count), Some(last), gap].into_iter().flatten().collect();
        format!("{}.", capital(&parts.join("; ")))
    }
}
