//! Points on the time axis, far beyond what a calendar library holds.

use chrono::{Datelike, NaiveDate};

/// Seconds in a civil day; no leap seconds.
pub const SECONDS_PER_DAY: i64 = 86_400;

/// Years beyond this (either way) would overflow seconds in 64 bits.
pub const YEAR_LIMIT: i64 = 200_000_000_000;

/// Days from 0001-01-01 to 1970-01-01, as chrono counts them from the Common Era.
const CE_TO_UNIX_DAYS: i64 = 719_163;

/// Seconds since 1970-01-01T00:00:00 in the proleptic Gregorian calendar.
///
/// Floating: a date without a time is never shifted by a zone; a time with an offset is turned to UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Moment(pub i64);

impl Moment {
    /// The first second of a date.
    pub fn from_date(date: NaiveDate) -> Self {
        let days = i64::from(date.num_days_from_ce()) - CE_TO_UNIX_DAYS;
        Self(days * SECONDS_PER_DAY)
    }

    /// The last second of a date, 23:59:59.
    pub fn end_of_date(date: NaiveDate) -> Self {
        Self(Self::from_date(date).0 + SECONDS_PER_DAY - 1)
    }

    /// The first second of a civil day; years beyond [`YEAR_LIMIT`] are held at it.
    pub(crate) fn from_civil(day: CivilDay) -> Self {
        Self(day.days_since_unix().saturating_mul(SECONDS_PER_DAY))
    }

    /// The last second of a civil day.
    pub(crate) fn end_of_civil(day: CivilDay) -> Self {
        Self(Self::from_civil(day).0.saturating_add(SECONDS_PER_DAY - 1))
    }

    /// The date this moment falls on; `None` outside chrono's range (about ±262,000 years).
    pub fn date(self) -> Option<NaiveDate> {
        let days = self.0.div_euclid(SECONDS_PER_DAY);
        let since_ce = i32::try_from(days.checked_add(CE_TO_UNIX_DAYS)?).ok()?;
        NaiveDate::from_num_days_from_ce_opt(since_ce)
    }

    /// Days from `other` to `self`, with fraction; negative when `self` is earlier.
    pub fn days_since(self, other: Moment) -> f64 {
        let seconds = i128::from(self.0) - i128::from(other.0);
        seconds as f64 / SECONDS_PER_DAY as f64
    }

    /// The astronomical year (0 is 1 BCE).
    pub fn year(self) -> i64 {
        self.civil().year
    }

    /// The date as text: `2026-01-05`, `-0044-03-15`, and `Y170000002-01-01` beyond four digits.
    pub fn iso_date(self) -> String {
        let CivilDay { year, month, day } = self.civil();
        format!("{}-{month:02}-{day:02}", written_year(year))
    }

    /// The civil day this moment falls on.
    pub(crate) fn civil(self) -> CivilDay {
        CivilDay::from_days_since_unix(self.0.div_euclid(SECONDS_PER_DAY))
    }
}

/// A year as EDTF writes it: four digits, a leading minus, or the `Y` form beyond ±9999.
pub(crate) fn written_year(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// A day of the proleptic Gregorian calendar with astronomical years; ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct CivilDay {
    pub year: i64,
    pub month: u32,
    pub day: u32,
}

impl CivilDay {
    /// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
    fn days_since_unix(self) -> i64 {
        let year = self.year.clamp(-YEAR_LIMIT, YEAR_LIMIT) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = i64::from((self.month + 9) % 12);
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of `days_since_unix` (same source, civil_from_days).
    fn from_days_since_unix(days: i64) -> Self {
        let shifted = days.saturating_add(719_468);
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year,
            month: month as u32,
            day: day as u32,
        }
    }
}

/// Whether an astronomical year has a 29 February.
pub(crate) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The number of days of a month, 1 to 12.
pub(crate) fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn agrees_with_chrono_over_its_range() {
        for days in (-90_000_000..90_000_000).step_by(9_973) {
            let Some(date) = NaiveDate::from_num_days_from_ce_opt(days) else {
                continue;
            };
            let moment = Moment::from_date(date);
            let civil = CivilDay {
                year: date.year().into(),
                month: date.month(),
                day: date.day(),
            };
            assert_eq!(moment.civil(), civil);
            assert_eq!(Moment::from_civil(civil), moment);
            assert_eq!(moment.date(), Some(date));
            assert_eq!(Moment::end_of_date(date).date(), Some(date));
        }
    }

    #[test]
    fn writes_dates_of_any_age() {
        let text = |year, month, day| Moment::from_civil(CivilDay { year, month, day }).iso_date();
        assert_eq!(text(2026, 1, 5), "2026-01-05");
        assert_eq!(text(0, 12, 31), "0000-12-31");
        assert_eq!(text(-44, 3, 15), "-0044-03-15");
        assert_eq!(text(170_000_002, 1, 1), "Y170000002-01-01");
        assert_eq!(text(-170_000_002, 1, 1), "Y-170000002-01-01");
    }

    #[test]
    fn extremes_neither_panic_nor_wrap() {
        for seconds in [i64::MIN, i64::MAX] {
            let moment = Moment(seconds);
            assert_eq!(moment.date(), None);
            assert_eq!(moment.year() < 0, seconds < 0);
            assert!(moment.iso_date().starts_with('Y'));
        }
        let span = Moment(i64::MAX).days_since(Moment(i64::MIN));
        assert!((span - 213_503_982_334_601.3).abs() < 1.0);
        let last = CivilDay {
            year: YEAR_LIMIT,
            month: 12,
            day: 31,
        };
        assert_eq!(Moment::end_of_civil(last).year(), YEAR_LIMIT);
    }

    #[test]
    fn days_since_keeps_fraction_and_sign() {
        let noon = Moment(Moment::from_date(ymd(2026, 1, 5)).0 + SECONDS_PER_DAY / 2);
        assert_eq!(noon.days_since(Moment::from_date(ymd(2026, 1, 1))), 4.5);
        assert_eq!(Moment::from_date(ymd(2026, 1, 1)).days_since(noon), -4.5);
    }
}
