//! What one of two dates leaves to the other: "5–7 January 2026", "January 5–7", "Dec 30 – Jan 2, 2026".

use super::error::PhraseError;
use super::partial::Partial;
use super::resolved::Resolved;
use chrono::{Datelike, NaiveDate};

/// Fills each date of a list with what its neighbours say.
pub(super) fn share(partials: &mut [Partial]) -> Result<(), PhraseError> {
    for index in 1..partials.len() {
        let (before, after) = partials.split_at_mut(index);
        if let (Some(first), Some(second)) = (before.last(), after.first_mut()) {
            forward(first, second)?;
        }
    }
    for index in (1..partials.len()).rev() {
        let (before, after) = partials.split_at_mut(index);
        if let (Some(first), Some(second)) = (before.last_mut(), after.first()) {
            backward(first, second);
        }
    }
    for index in 1..partials.len() {
        let (before, after) = partials.split_at_mut(index);
        if let (Some(first), Some(second)) = (before.last(), after.first_mut()) {
            take_year(second, first);
        }
    }
    Ok(())
}

/// "Winter 2025–26": one season named by both its years.
pub(super) fn winter_of_two_years(partials: &[Partial]) -> Option<Partial> {
    const WINTER: u32 = 24;
    let [first, second] = partials else { return None };
    let year = first.year?;
    let short = u32::try_from((year + 1).rem_euclid(100)).ok()?;
    let names_next = second.year == Some(year + 1) && second.day.is_none() || second.bare_number && second.day == Some(short);
    let is_winter = matches!((first.season, second.season), (Some(WINTER), None) | (None, Some(WINTER)));
    let nothing_else = first.month.is_none() && first.day.is_none() && second.month.is_none();
    (is_winter && names_next && nothing_else).then(|| Partial {
        year: Some(year),
        season: Some(WINTER),
        third: first.third.or(second.third),
        approximate: first.approximate || second.approximate,
        uncertain: first.uncertain || second.uncertain,
        ..Partial::default()
    })
}

/// What the second date takes from the first: the century of a short year, the month of a day.
fn forward(first: &Partial, second: &mut Partial) -> Result<(), PhraseError> {
    let first_is_year = first.year.is_some() && first.month.is_none() && first.season.is_none() && first.run.is_none();
    let second_is_number = second.bare_number && second.month.is_none() && second.year.is_none();
    if let (true, true, Some(year), Some(short)) = (first_is_year, second_is_number, first.year, second.day) {
        let full = year / 100 * 100 + i32::try_from(short).unwrap_or(0);
        if short <= 12 {
            let hint = format!("write {year}-{short:02} for a month, {year}/{full} for two years");
            return Err(PhraseError::new(format!("{short} may be a month or a year"), hint));
        }
        second.day = None;
        second.bare_number = false;
        second.year = Some(full);
        return Ok(());
    }
    if second.day.is_some() && second.month.is_none() && second.year.is_none_or(|_| first.month.is_some()) {
        second.month = first.month;
    }
    Ok(())
}

/// What the first date takes from the second: month and year of a day, everything of a mere "early".
fn backward(first: &mut Partial, second: &Partial) {
    if first.is_only_third() {
        let (third, approximate, uncertain) = (first.third, first.approximate, first.uncertain);
        *first = Partial {
            third,
            approximate,
            uncertain,
            ..second.clone()
        };
        return;
    }
    if first.day.is_some() && first.month.is_none() && first.year.is_none() {
        first.month = second.month;
    }
    take_year(first, second);
}

fn take_year(to: &mut Partial, from: &Partial) {
    let needs_year = to.month.is_some() || to.day.is_some() || to.season.is_some();
    if to.year.is_none() && needs_year && to.run.is_none() && to.years.is_none() {
        to.year = from.year;
        to.era = to.era.or(from.era);
        to.year_inherited = from.year.is_some();
    }
}

/// Both ends of a span, with a year inherited or missing set so that the first comes first.
pub(super) fn resolve_span(first: &Partial, second: &Partial, reference: NaiveDate) -> Result<(Resolved, Resolved), PhraseError> {
    let (mut first, mut second) = (first.clone(), second.clone());
    if first.year_inherited && second.month.is_none() && second.season.is_none() && second.day.is_none() {
        let problem = "the first date has no year of its own";
        return Err(PhraseError::new(
            problem,
            "write both years, or leave out what joins the month and the year",
        ));
    }
    if first.month > second.month && second.month.is_some() {
        match (first.year, second.year) {
            (Some(year), _) if first.year_inherited => first.year = Some(year - 1),
            (_, Some(year)) if second.year_inherited => second.year = Some(year + 1),
            (None, None) => {
                first.year = Some(reference.year());
                second.year = Some(reference.year() + 1);
            }
            _ => {}
        }
    }
    Ok((first.resolve(reference)?, second.resolve(reference)?))
}
