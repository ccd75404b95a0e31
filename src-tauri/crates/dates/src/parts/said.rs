//! What has been said so far, and whether it makes one date.

use super::{Parts, Unit};

impl Parts {
    /// An era has a year, and none of it is 0.
    pub(super) fn has_its_era(&self) -> bool {
        self.bce.is_none() || self.unit == Some(Unit::Century) || self.year.is_some_and(|year| year > 0)
    }

    /// The year as astronomers count it: 1 BC is 0.
    pub(super) fn in_common_era(self) -> Self {
        let year = self.year.map(|year| if self.bce == Some(true) { 1 - year } else { year });
        Self { year, ..self }
    }

    /// Whether it names a year by a figure and nothing else.
    pub fn is_bare_year(&self) -> bool {
        let only = Self {
            year: self.year,
            bare_year: true,
            approx: self.approx,
            uncertain: self.uncertain,
            ..Self::default()
        };
        *self == only
    }

    /// Whether all that is said can be of one date: a season has no month, and tomorrow no year.
    pub fn names_one_date(&self) -> bool {
        let of_calendar = self.month.is_some() || self.day.is_some() || self.weekday.is_some();
        let from_today = self.from_today.is_some() || self.now || self.to_date;
        let kinds = [
            from_today,
            self.half_of.is_some(),
            self.fiscal.is_some(),
            self.decade.is_some(),
            self.easter,
            of_calendar,
            self.quarter.is_some(),
            self.half.is_some(),
            self.season.is_some(),
        ];
        let day_in_year = self.year.is_some() && self.day.is_some() && self.month.is_none() && self.this.is_none();
        let told_twice = from_today && (self.year.is_some() || self.this.is_some());
        kinds.iter().filter(|kind| **kind).count() <= 1 && !day_in_year && !told_twice
    }

    pub(super) fn is_bare_unit(&self) -> bool {
        let Self { unit, count, part, .. } = *self;
        let only = Self {
            unit,
            count: None,
            part,
            ..Self::default()
        };
        *self == only && !(part.is_some() && unit.is_some()) && count.is_none() && unit != Some(Unit::Half)
    }

    /// Whether no word of a date has been taken yet.
    pub(super) fn is_unnamed(&self) -> bool {
        let marks = Self {
            approx: self.approx,
            uncertain: self.uncertain,
            ..Self::default()
        };
        *self == marks
    }

    /// Whether it is a number that may be a day, and no more.
    pub fn is_bare_day(&self) -> bool {
        let only = Self {
            day: self.day,
            approx: self.approx,
            ..Self::default()
        };
        *self == only
    }

    /// Whether two dates are as exact as each other: both days, months or years.
    pub fn names_as_much_as(&self, other: &Self) -> bool {
        let named = |parts: &Self| {
            (
                parts.day.is_some() || parts.from_today.is_some(),
                parts.month.is_some(),
                parts.weekday.is_some(),
                parts.season.is_some(),
            )
        };
        named(self) == named(other)
    }
}
