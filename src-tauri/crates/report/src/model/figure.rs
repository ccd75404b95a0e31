//! What the braid shows.

use chrono::NaiveDate;

use super::Country;

/// The braid: a lane per country, a thread per event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    pub lanes: Vec<Country>,
    pub marks: Vec<Mark>,
    /// Typed links by number, from the later statement to what it refers to; an arc where both stand in one strip.
    pub links: Vec<(u32, u32)>,
    pub as_of: Option<NaiveDate>,
}

/// One event in the braid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Its number in the chronology.
    pub number: u32,
    /// A few words ("Second summit"), shown as far as room allows; the number always is. The title stands once, in the chronology.
    pub label: String,
    /// Indexes into [`Figure::lanes`].
    pub lanes: Vec<usize>,
    pub extent: Extent,
    /// Sign of the event's weight: −1, 0, 1.
    pub sign: i8,
    /// Announced, scheduled or rumoured: drawn hollow.
    pub planned: bool,
    /// Cancelled or denied: struck through.
    pub cancelled: bool,
    pub contested: bool,
}

/// Bounds of an event's start and end, inclusive. `None` is an open bound; four times `None` is *undated*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    pub start_earliest: Option<NaiveDate>,
    pub start_latest: Option<NaiveDate>,
    pub end_earliest: Option<NaiveDate>,
    pub end_latest: Option<NaiveDate>,
}

impl Extent {
    /// An event of one known day.
    pub fn day(day: NaiveDate) -> Self {
        Self::within(day, day)
    }

    /// An event of one moment somewhere between two days.
    pub fn within(earliest: NaiveDate, latest: NaiveDate) -> Self {
        Self {
            start_earliest: Some(earliest),
            start_latest: Some(latest),
            end_earliest: Some(earliest),
            end_latest: Some(latest),
        }
    }

    /// An event that lasted from one known day to another.
    pub fn lasting(start: NaiveDate, end: NaiveDate) -> Self {
        Self {
            start_earliest: Some(start),
            start_latest: Some(start),
            end_earliest: Some(end),
            end_latest: Some(end),
        }
    }
}
