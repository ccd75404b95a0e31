//! Labelled steps of time under a segment.

use chrono::{Datelike, NaiveDate};
use domain::{Language, edtf::axis};
use serde::Serialize;

use super::{Measure, dates};

/// A tick of the axis; `label` is empty where there is no room for one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    pub x: f64,
    pub label: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Days(u32),
    Months(u32),
    Years(i32),
}

impl Step {
    const DAYS_AND_MONTHS: [Self; 7] = [
        Self::Days(1),
        Self::Days(2),
        Self::Days(5),
        Self::Days(10),
        Self::Months(1),
        Self::Months(3),
        Self::Months(6),
    ];

    fn days(self) -> f64 {
        match self {
            Self::Days(days) => f64::from(days),
            Self::Months(months) => f64::from(months) * 30.4,
            Self::Years(years) => f64::from(years) * 365.25,
        }
    }

    /// The smallest step with room for a label.
    fn fitting(points_per_day: f64, room: f64) -> Self {
        let years = [1, 2, 5]
            .into_iter()
            .cycle()
            .zip([1, 1, 1, 10, 10, 10, 100, 100, 100, 1_000, 1_000, 1_000])
            .map(|(step, scale)| Self::Years(step * scale));
        Self::DAYS_AND_MONTHS
            .into_iter()
            .chain(years)
            .find(|step| step.days() * points_per_day >= room)
            .unwrap_or(Self::Years(10_000))
    }

    fn falls_on(self, date: NaiveDate) -> bool {
        match self {
            Self::Days(1) => true,
            Self::Days(2) => date.day() % 2 == 1 && date.day() < 31,
            Self::Days(days) => date.day() == 1 || date.day().is_multiple_of(days) && date.day() <= 30 - days,
            Self::Months(months) => date.day() == 1 && date.month0().is_multiple_of(months),
            Self::Years(years) => date.ordinal() == 1 && date.year().rem_euclid(years) == 0,
        }
    }

    fn label(self, date: NaiveDate, with_year: bool, language: Language) -> String {
        match self {
            Self::Days(_) => axis::day_label(date, with_year, language),
            Self::Months(_) => axis::month_label(date, with_year, language),
            Self::Years(_) => axis::year_label(date, language),
        }
    }

    /// The next day that may carry a tick: years are long, and centuries longer.
    fn stride(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(_) => date.succ_opt(),
            Self::Months(_) if date.month() == 12 => NaiveDate::from_ymd_opt(date.year().checked_add(1)?, 1, 1),
            Self::Months(_) => NaiveDate::from_ymd_opt(date.year(), date.month() + 1, 1),
            Self::Years(_) => NaiveDate::from_ymd_opt(date.year().checked_add(1)?, 1, 1),
        }
    }
}

/// Ticks of the time `start..end` (day numbers) drawn on `left..right`. The first label carries the year.
pub fn ticks(start: f64, end: f64, left: f64, right: f64, language: Language, measure: Measure<'_>) -> Vec<Tick> {
    let scale = (right - left) / (end - start).max(1.0);
    let step = Step::fitting(scale, measure(&axis::day_label(dates::day(start), false, language)) + 6.0);
    let mut ticks = Vec::new();
    let mut free = left;
    let mut year = None;
    let mut date = Some(dates::day(start));
    while let Some(day) = date.filter(|day| dates::number(*day) < end) {
        let first = ticks.is_empty() && dates::number(day) <= start;
        if first || step.falls_on(day) {
            let x = (dates::number(day) - start).max(0.0).mul_add(scale, left);
            let shown = if first && matches!(step, Step::Years(_)) && !step.falls_on(day) {
                Step::Months(1)
            } else {
                step
            };
            let label = shown.label(day, year != Some(day.year()), language);
            let fits = x >= free && x + measure(&label) <= right;
            if fits {
                free = x + measure(&label) + 5.0;
                year = Some(day.year());
            }
            ticks.push(Tick {
                x,
                label: if fits { label } else { String::new() },
            });
        }
        date = step.stride(day);
    }
    ticks
}
