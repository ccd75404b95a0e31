//! One date: `2026`, `2026-01?`, `?2004-06-~11`, `156X-12-25`, `2001-21`, `Y-17E7`, `1950S2`, `201`, `19`.

use super::error::EdtfError;
use super::scanner::Scanner;
use super::season::Season;
use super::shape::{Date, Digits, Part, Qualifier, Rest, Year};
use crate::moment::YEAR_LIMIT;

const YEAR_HINT: &str = "write a year in four digits (0409), a decade in three (201), a century in two (19), or a year beyond 9999 with Y";
const MONTH_HINT: &str = "write the month in two digits, 01 to 12 (or XX), or a season, 21 to 41";
const DAY_HINT: &str = "write the day in two digits, 01 to 31 (or XX)";

/// Reads one date and stops at the first character that does not belong to it.
pub(super) fn date(scanner: &mut Scanner) -> Result<Date, EdtfError> {
    let individual = qualifier(scanner);
    let (year, takes_month) = year(scanner)?;
    let (own, _) = qualifiers_after(scanner, individual);
    let at = scanner.position();
    let date = if scanner.eat(b'-') {
        if !takes_month {
            return Err(scanner.fail_at(at, "only a year in four digits takes a month", YEAR_HINT));
        }
        let (rest, of_all) = rest_of_date(scanner)?;
        Date {
            year,
            year_qualifier: own.and(of_all),
            rest,
        }
    } else {
        Date {
            year,
            year_qualifier: own,
            rest: Rest::Nothing,
        }
    };
    if date.days().is_none() {
        let hint = "check the length of the month and the leap year";
        return Err(scanner.fail_at(scanner.part_start(), "this day is not in the calendar", hint));
    }
    Ok(date)
}

fn qualifier(scanner: &mut Scanner) -> Qualifier {
    let found = scanner.peek().and_then(Qualifier::from_mark);
    if let (Some(qualifier), Some(mark)) = (found, scanner.peek()) {
        scanner.eat(mark);
        return qualifier;
    }
    Qualifier::default()
}

/// The qualifier of a part from the mark left of it and the mark right of it, and the right one alone,
/// which counts for all parts further left too.
fn qualifiers_after(scanner: &mut Scanner, individual: Qualifier) -> (Qualifier, Qualifier) {
    let group = qualifier(scanner);
    (individual.and(group), group)
}

/// Month and day, with what their marks say of the year.
fn rest_of_date(scanner: &mut Scanner) -> Result<(Rest, Qualifier), EdtfError> {
    let individual = qualifier(scanner);
    let start = scanner.position();
    let digits = two_masked(scanner, "the month is not two digits", MONTH_HINT)?;
    let season = digits.value().and_then(Season::from_code);
    if season.is_none() && !(1..=12).any(|month| digits.matches(month)) {
        return Err(scanner.fail_at(start, "there is no such month or season", MONTH_HINT));
    }
    let (own, group) = qualifiers_after(scanner, individual);
    let month = Part { digits, qualifier: own };
    if let Some(season) = season {
        if scanner.peek() == Some(b'-') {
            return Err(scanner.fail("a season takes no day", "write the month, 01 to 12, before a day"));
        }
        return Ok((Rest::Season { season, qualifier: own }, group));
    }
    if !scanner.eat(b'-') {
        return Ok((Rest::Month(month), group));
    }
    let (day, of_all) = day(scanner)?;
    let month = Part {
        digits,
        qualifier: own.and(of_all),
    };
    Ok((Rest::Day { month, day }, group.and(of_all)))
}

fn day(scanner: &mut Scanner) -> Result<(Part, Qualifier), EdtfError> {
    let individual = qualifier(scanner);
    let start = scanner.position();
    let digits = two_masked(scanner, "the day is not two digits", DAY_HINT)?;
    if !(1..=31).any(|day| digits.matches(day)) {
        return Err(scanner.fail_at(start, "there is no such day", DAY_HINT));
    }
    let (own, group) = qualifiers_after(scanner, individual);
    Ok((Part { digits, qualifier: own }, group))
}

fn two_masked(scanner: &mut Scanner, problem: &'static str, hint: &'static str) -> Result<Digits<2>, EdtfError> {
    let start = scanner.start_part();
    match *scanner.take_while(is_masked_digit) {
        [tens, ones] => Ok(Digits([masked_digit(tens), masked_digit(ones)])),
        _ => Err(scanner.fail_at(start, problem, hint)),
    }
}

fn is_masked_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'X'
}

fn masked_digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}

/// The year, and whether a month may follow it.
fn year(scanner: &mut Scanner) -> Result<(Year, bool), EdtfError> {
    if scanner.eat(b'Y') {
        return Ok((long_year(scanner)?, false));
    }
    let start = scanner.position();
    let negative = scanner.eat(b'-');
    let written = scanner.take_while(is_masked_digit);
    let year = match *written {
        [a, b, c, d] => four_digits(negative, [a, b, c, d].map(masked_digit)),
        [a, b, c] if !written.contains(&b'X') => run_of_years(negative, &[a, b, c], 10),
        [a, b] if !written.contains(&b'X') => run_of_years(negative, &[a, b], 100),
        [] => return Err(scanner.unexpected(YEAR_HINT)),
        _ => None,
    };
    let Some(year) = year else {
        return Err(scanner.fail_at(start, "this is not a year", YEAR_HINT));
    };
    match year {
        Year::Exact(value) if scanner.peek() == Some(b'S') => Ok((estimate(scanner, value)?, false)),
        _ => Ok((year, written.len() == 4)),
    }
}

/// `None` for -0000 and masks that fit nothing.
fn four_digits(negative: bool, digits: [Option<u8>; 4]) -> Option<Year> {
    let digits = Digits(digits);
    match digits.value() {
        Some(0) if negative => None,
        Some(value) if negative => Some(Year::Exact(-i64::from(value))),
        Some(value) => Some(Year::Exact(i64::from(value))),
        None => Some(Year::Masked { negative, digits }),
    }
}

/// A decade or century: the written digits, then any. Like -0000, a negative zero does not exist.
fn run_of_years(negative: bool, digits: &[u8], length: i64) -> Option<Year> {
    let number = digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let (first, last) = (number * length, number * length + length - 1);
    match (negative, number) {
        (false, _) => Some(Year::Run { first, last }),
        (true, 0) => None,
        (true, _) => Some(Year::Run {
            first: -last,
            last: -first,
        }),
    }
}

/// After the `Y`: five digits or more, or a number with an exponent, either with `S`.
fn long_year(scanner: &mut Scanner) -> Result<Year, EdtfError> {
    let start = scanner.position();
    let sign = if scanner.eat(b'-') { -1 } else { 1 };
    let digits = scanner.digits();
    if digits.is_empty() || digits.first() == Some(&b'0') {
        return Err(scanner.fail_at(start, "Y is not followed by a number", "write for example Y170000002, Y-17E7"));
    }
    let mut value = number(digits).filter(|value| *value <= YEAR_LIMIT);
    let exponential = scanner.eat(b'E');
    if exponential {
        let at = scanner.position();
        let exponent = scanner.digits();
        if exponent.is_empty() {
            return Err(scanner.fail_at(at, "E is not followed by an exponent", "write for example Y17E7"));
        }
        value = value.and_then(|value| scaled(value, number(exponent)?));
    }
    let Some(value) = value else {
        return Err(scanner.fail_at(start, "the year is out of range", "years go to 200,000,000,000 either way"));
    };
    if value <= 9_999 && !exponential {
        return Err(scanner.fail_at(start, "Y is for years beyond 9999", "write the year in four digits without Y"));
    }
    match scanner.peek() {
        Some(b'S') => estimate(scanner, sign * value),
        _ => Ok(Year::Exact(sign * value)),
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    digits
        .iter()
        .try_fold(0_i64, |sum, digit| sum.checked_mul(10)?.checked_add(i64::from(digit - b'0')))
}

/// `value × 10^exponent`, when it is a year we can hold.
fn scaled(value: i64, exponent: i64) -> Option<i64> {
    let power = 10_i64.checked_pow(u32::try_from(exponent).ok()?)?;
    value.checked_mul(power).filter(|year| *year <= YEAR_LIMIT)
}

/// `S` and the number of leading digits that are certain: `1950S2` is some year of 1900–1999 (ISO 8601-2, 4.4.3).
fn estimate(scanner: &mut Scanner, value: i64) -> Result<Year, EdtfError> {
    scanner.eat(b'S');
    let at = scanner.position();
    let Some(significant @ 1..) = number(scanner.digits()) else {
        return Err(scanner.fail_at(at, "S is not followed by a number of digits", "write for example 1950S2"));
    };
    let length = i64::from(value.unsigned_abs().checked_ilog10().unwrap_or(0)) + 1;
    let open = u32::try_from((length - significant).max(0)).unwrap_or(0);
    let step = 10_i64.checked_pow(open).unwrap_or(1);
    let base = value.abs() / step * step;
    let (low, high) = (base, (base + step - 1).min(YEAR_LIMIT));
    let (first, last) = if value < 0 { (-high, -low) } else { (low, high) };
    Ok(Year::Estimate { value, first, last })
}
