//! The whole expression: a date, a date with a time, an interval, or a list of dates.

use super::error::EdtfError;
use super::parse_date::date;
use super::scanner::Scanner;
use super::shape::{Clock, Date, End, Item, Point, Rest, Shape, Year};

const TIME_HINT: &str = "write a time as 14:30, 14:30:00, with Z or +09:00 for a zone";
const LIST_HINT: &str = "separate the dates with ',' and write a run of dates as 2001..2003";

/// Parses a text that may have blanks around it.
pub(super) fn expression(text: &str) -> Result<Shape, EdtfError> {
    let mut scanner = Scanner::new(text)?;
    let shape = match scanner.peek() {
        Some(b'[') => Shape::OneOf(list(&mut scanner, b'[', b']')?),
        Some(b'{') => Shape::AllOf(list(&mut scanner, b'{', b'}')?),
        _ => date_or_interval(&mut scanner)?,
    };
    if !scanner.at_end() {
        return Err(scanner.unexpected("end the date here"));
    }
    Ok(shape)
}

fn date_or_interval(scanner: &mut Scanner) -> Result<Shape, EdtfError> {
    let start = end_of_interval(scanner)?;
    if !scanner.eat(b'/') {
        return match start {
            End::Point(point) => Ok(Shape::Point(point)),
            End::Open => Err(scanner.fail(
                "'..' alone is no date",
                "write ../2026 for an open start, [..2026] for some earlier date",
            )),
            End::Unknown => Err(scanner.unexpected("write a date such as 2026-01-05")),
        };
    }
    let at = scanner.position();
    let end = end_of_interval(scanner)?;
    if let (Some(first), Some(last)) = (start.bounds().earliest, end.bounds().latest)
        && first > last
    {
        return Err(scanner.fail_at(at, "the interval ends before it starts", "put the earlier date first"));
    }
    Ok(Shape::Interval(start, end))
}

fn end_of_interval(scanner: &mut Scanner) -> Result<End, EdtfError> {
    if scanner.eat_str("..") {
        return Ok(End::Open);
    }
    match scanner.peek() {
        None | Some(b'/') => Ok(End::Unknown),
        Some(_) => point(scanner).map(End::Point),
    }
}

fn point(scanner: &mut Scanner) -> Result<Point, EdtfError> {
    let date = date(scanner)?;
    let at = scanner.position();
    if !scanner.eat(b'T') {
        return Ok(Point { date, clock: None });
    }
    if !is_plain_day(&date) {
        return Err(scanner.fail_at(
            at,
            "a time needs a whole day without marks before it",
            "write for example 2026-01-05T14:30",
        ));
    }
    Ok(Point {
        date,
        clock: Some(clock(scanner)?),
    })
}

fn is_plain_day(date: &Date) -> bool {
    let Rest::Day { month, day } = date.rest else {
        return false;
    };
    let exact = matches!(date.year, Year::Exact(_)) && month.digits.value().is_some() && day.digits.value().is_some();
    exact && !date.qualifier().any()
}

fn clock(scanner: &mut Scanner) -> Result<Clock, EdtfError> {
    let at = scanner.position();
    let hour = scanner.two_digits("the hour is not two digits", TIME_HINT)?;
    if !scanner.eat(b':') {
        return Err(scanner.unexpected(TIME_HINT));
    }
    let minute = scanner.two_digits("the minute is not two digits", TIME_HINT)?;
    let mut second = None;
    let mut fraction = false;
    if scanner.eat(b':') {
        second = Some(scanner.two_digits("the second is not two digits", TIME_HINT)?);
        fraction = scanner.eat(b'.') && fraction_is_nonzero(scanner)?;
    }
    let rest = minute > 0 || second.unwrap_or(0) > 0 || fraction;
    if hour > 24 || (hour == 24 && rest) || minute > 59 || second.unwrap_or(0) > 59 {
        return Err(scanner.fail_at(
            at,
            "there is no such time",
            "hours go to 23 (or 24:00:00), minutes and seconds to 59",
        ));
    }
    Ok(Clock {
        hour,
        minute,
        second,
        offset_minutes: offset(scanner)?,
    })
}

/// Fractions of a second are read and kept in the text; bounds are whole seconds.
fn fraction_is_nonzero(scanner: &mut Scanner) -> Result<bool, EdtfError> {
    let digits = scanner.digits();
    if digits.is_empty() {
        return Err(scanner.unexpected("write the fraction of a second in digits"));
    }
    Ok(digits.iter().any(|digit| *digit != b'0'))
}

/// `Z`, `+09:00`, `+0900` or `+09`, in minutes east of UTC; from -12:00 to +14:00, never -00:00.
fn offset(scanner: &mut Scanner) -> Result<Option<i32>, EdtfError> {
    if scanner.eat(b'Z') {
        return Ok(Some(0));
    }
    let at = scanner.position();
    let negative = match scanner.peek() {
        Some(b'+') => false,
        Some(b'-') => true,
        _ => return Ok(None),
    };
    scanner.eat(if negative { b'-' } else { b'+' });
    let hours = scanner.two_digits("the zone's hours are not two digits", TIME_HINT)?;
    let more = scanner.eat(b':') || scanner.peek().is_some_and(|byte| byte.is_ascii_digit());
    let minutes = if more {
        scanner.two_digits("the zone's minutes are not two digits", TIME_HINT)?
    } else {
        0
    };
    let total = i32::try_from(hours * 60 + minutes).unwrap_or(i32::MAX);
    let allowed = if negative { 1..=720 } else { 0..=840 };
    if minutes > 59 || !allowed.contains(&total) {
        return Err(scanner.fail_at(at, "there is no such zone", "zones go from -12:00 to +14:00; write Z for UTC"));
    }
    Ok(Some(if negative { -total } else { total }))
}

fn list(scanner: &mut Scanner, open: u8, close: u8) -> Result<Vec<Item>, EdtfError> {
    scanner.eat(open);
    let mut items = Vec::new();
    loop {
        blanks(scanner);
        items.push(item(scanner)?);
        blanks(scanner);
        if scanner.eat(close) {
            return Ok(items);
        }
        if !scanner.eat(b',') {
            return Err(scanner.unexpected(LIST_HINT));
        }
    }
}

fn blanks(scanner: &mut Scanner) {
    scanner.take_while(|byte| byte == b' ');
}

fn item(scanner: &mut Scanner) -> Result<Item, EdtfError> {
    if scanner.eat_str("..") {
        return date(scanner).map(Item::OrEarlier);
    }
    let from = date(scanner)?;
    if !scanner.eat_str("..") {
        return Ok(Item::One(from));
    }
    if matches!(scanner.peek(), None | Some(b',' | b' ' | b']' | b'}')) {
        return Ok(Item::OrLater(from));
    }
    let at = scanner.position();
    let to = date(scanner)?;
    if from.bounds().earliest > to.bounds().latest {
        return Err(scanner.fail_at(at, "the run of dates ends before it starts", "put the earlier date first"));
    }
    Ok(Item::Through(from, to))
}
