//! Early, mid and late: the thirds of a unit of time.

use super::error::PhraseError;
use super::resolved::Simple;
use super::token::Third;
use crate::moment::days_in_month;
use chrono::{Datelike, NaiveDate};

/// The first and last smaller unit of a third; `years` is the first year and length of a decade or century.
pub(super) fn part_of(whole: &Simple, years: Option<(i32, i32)>, third: Third) -> Result<(Simple, Option<Simple>), PhraseError> {
    match (whole, years) {
        (Simple::Month(year, month), _) => days_of_month(*year, *month, third),
        (Simple::Year(year), _) => months(&Simple::Month(*year, 1), third.of((0, 4), (4, 4), (8, 4))),
        (Simple::Other(_), Some((first, length))) => {
            let (from, to) = match length {
                10 => third.of((0, 3), (4, 6), (7, 9)),
                _ => third.of((0, 33), (34, 66), (67, 99)),
            };
            Ok((Simple::Year(first + from), Some(Simple::Year(first + to))))
        }
        (Simple::Other(_), None) => {
            let (Some(first), Some(last)) = (whole.first_day(), whole.last_day()) else {
                return Err(no_part());
            };
            let months_from_year_0 = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
            let length = months_from_year_0(last) - months_from_year_0(first) + 1;
            let size = length / 3;
            months(
                &Simple::Month(first.year(), first.month()),
                third.of((0, size), (size, size), (length - size, size)),
            )
        }
        (Simple::Day(_), _) => Err(no_part()),
    }
}

impl Third {
    fn of<T>(self, early: T, mid: T, late: T) -> T {
        match self {
            Third::Early => early,
            Third::Mid => mid,
            Third::Late => late,
        }
    }
}

fn days_of_month(year: i32, month: u32, third: Third) -> Result<(Simple, Option<Simple>), PhraseError> {
    let (from, to) = third.of((1, 10), (11, 20), (21, days_in_month(i64::from(year), month)));
    let day = |day| NaiveDate::from_ymd_opt(year, month, day).map(Simple::Day);
    day(from).zip(day(to)).map(|(from, to)| (from, Some(to))).ok_or_else(no_part)
}

/// `count` months from the one `skip` after `start`.
fn months(start: &Simple, (skip, count): (i32, i32)) -> Result<(Simple, Option<Simple>), PhraseError> {
    let first = start.neighbour(skip).ok_or_else(no_part)?;
    let last = if count > 1 { first.neighbour(count - 1) } else { None };
    Ok((first, last))
}

pub(super) fn no_part() -> PhraseError {
    PhraseError::new(
        "\"early\", \"mid\" and \"late\" need a month, season, year, decade or century",
        "write for example early January 2026",
    )
}
