//! What may be understood and is still refused, with the reason: two readings, days that there are not, weekdays of other days.

use crate::{
    Refusal,
    lex::{Tok, Token},
    parse::Parser,
    parts::Parts,
    value,
};
use chrono::{Datelike, NaiveDate};
use domain::{Reason, edtf::EdtfError};

/// Centuries and decades in two and three digits are EDTF, but typed they are years or days not yet finished.
pub(super) fn is_unfinished(text: &str) -> bool {
    text.split('/')
        .any(|end| matches!(end.len(), 1..=3) && end.bytes().all(|byte| byte.is_ascii_digit()))
}

pub(super) fn is_meant_as_edtf(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_digit() || b"XYTZES?~%[]{}.,/:+-".contains(&byte);
    text.len() >= 4 && text.contains('-') && text.bytes().all(allowed)
}

pub(super) fn of_edtf(error: EdtfError) -> Refusal {
    let problem = format!("{}, at character {}", error.problem(), error.offset() + 1);
    Refusal::new(problem, error.hint())
}

/// "2024-25" is the spring of 2024 in EDTF and two years to most people; so are all codes that may be a later year.
pub(super) fn two_years_or_season(text: &str) -> Result<(), Refusal> {
    let two = text
        .split_once('-')
        .filter(|(year, short)| year.len() == 4 && short.len() == 2)
        .and_then(|(year, short)| Some((year.parse::<u16>().ok()?, short.parse::<u16>().ok()?)));
    match two {
        Some((year, code @ 21..=41)) if code > year % 100 => {
            let later = year / 100 * 100 + code;
            let years = [year, later].map(|year| format!("{year:04}"));
            let values: [(&str, &dyn ToString); 4] = [
                ("text", &text),
                ("year", &years[0]),
                ("later", &years[1]),
                ("part", &division(code)),
            ];
            Err(Refusal::of(Reason::DateYearsOrPart, &values))
        }
        _ => Ok(()),
    }
}

/// What a code of EDTF divides the year by, as one may type it: a word of ours, or figures.
fn division(code: u16) -> &'static str {
    match code {
        21 | 25 | 29 => "@spring",
        22 | 26 | 30 => "@summer",
        23 | 27 | 31 => "@autumn",
        24 | 28 | 32 => "@winter",
        33 => "Q1",
        34 => "Q2",
        35 => "Q3",
        36 => "Q4",
        37 => "@early",
        38 => "@mid",
        39 => "@late",
        40 => "H1",
        _ => "H2",
    }
}

/// Tokens that may mean two things, or nothing for sure.
pub(super) fn tokens(text: &str, tokens: &[Token<'_>], ordered: bool) -> Result<(), Refusal> {
    for (at, token) in tokens.iter().enumerate() {
        let written = text.get(token.start..token.end).unwrap_or_default();
        if !ordered && has_two_orders(token, written) {
            return Err(Refusal::of(Reason::DateOrder, &[("text", &written)]));
        }
        if token.is(Tok::Fiscal) {
            return Err(Refusal::of(Reason::DateFiscal, &[("text", &written)]));
        }
        let decade = token
            .readings()
            .iter()
            .find_map(|tok| if let Tok::Decade(first) = tok { Some(*first) } else { None });
        let part = at
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| before.readings().iter().any(|tok| matches!(tok, Tok::Part(_))));
        if let Some(first) = decade.filter(|first| *first >= 100 && first % 100 == 0 && *first != 2000 && !part) {
            let values: [(&str, &dyn ToString); 3] = [("text", &written), ("decade", &(first / 10)), ("century", &(first / 100))];
            return Err(Refusal::of(Reason::DateDecade, &values));
        }
        short_year_or_month(token, tokens.get(at + 1), tokens.get(at + 2), text)?;
    }
    if let [only] = tokens
        && only.readings().iter().any(|tok| {
            matches!(
                tok,
                Tok::Num {
                    digits: 1..=3,
                    ordinal: false,
                    ..
                }
            )
        })
    {
        return Err(Refusal::of(Reason::DateNumber, &[("text", &text)]));
    }
    Ok(())
}

/// "2005–08": the month or the years.
fn short_year_or_month(year: &Token<'_>, mark: Option<&Token<'_>>, short: Option<&Token<'_>>, text: &str) -> Result<(), Refusal> {
    let number = |token: &Token<'_>, figures: u8| {
        token.readings().iter().find_map(|tok| match tok {
            Tok::Num {
                value,
                digits,
                ordinal: false,
            } if *digits == figures => Some(*value),
            _ => None,
        })
    };
    let (Some(mark), Some(short)) = (mark, short) else { return Ok(()) };
    let tight = year.end == mark.start && mark.end == short.start && mark.is(Tok::Link);
    match (number(year, 4), number(short, 2)) {
        (Some(year), Some(short @ 1..=12)) if tight && short > year % 100 => {
            let later = year / 100 * 100 + short;
            let values: [(&str, &dyn ToString); 4] = [
                ("text", &text),
                ("short", &format!("{short:02}")),
                ("year", &year),
                ("later", &later),
            ];
            Err(Refusal::of(Reason::DateMonthOrYear, &values))
        }
        _ => Ok(()),
    }
}

/// "1/5/2026" in a language that was not named; "5/7/26" too.
fn has_two_orders(token: &Token<'_>, written: &str) -> bool {
    let is_date = token.readings().iter().any(|tok| matches!(tok, Tok::Ymd(_, _, Some(_))));
    let numbers: Vec<&str> = written.split(|letter: char| !letter.is_ascii_digit()).collect();
    let value = |text: &str| text.parse::<u32>().unwrap_or(99);
    match numbers.as_slice() {
        [a, b, ..] if is_date && a.len() <= 2 && !a.is_empty() => {
            let short_year = numbers.get(2).is_some_and(|year| year.len() <= 2);
            let dotted = written.contains('.') && numbers.len() >= 3 && !short_year;
            short_year || (!dotted && a != b && value(a) <= 12 && value(b) <= 12)
        }
        _ => false,
    }
}

fn all_parts(parser: &Parser<'_>, tokens: &[Token<'_>]) -> Vec<Parts> {
    let mut at = 0;
    let mut all = Vec::new();
    while at < tokens.len() {
        match parser.parts(at) {
            Some((parts, end)) => {
                all.push(parts);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    all
}

/// Days that are not in the calendar, and times without a day.
pub(super) fn calendar(parser: &Parser<'_>, tokens: &[Token<'_>]) -> Result<(), Refusal> {
    for parts in all_parts(parser, tokens) {
        if let (Some(year), Some(month), Some(day)) = (parts.year, parts.month, parts.day)
            && value::day(year, month, day).is_none()
        {
            let date = format!("{year:04}-{month:02}-{day:02}");
            return Err(Refusal::of(Reason::DateCalendar, &[("date", &date)]));
        }
    }
    Ok(())
}

/// A weekday beside a whole date is that of the date; a time of day has one.
pub(super) fn weekdays(parser: &Parser<'_>, tokens: &[Token<'_>]) -> Result<(), Refusal> {
    for parts in all_parts(parser, tokens) {
        let date = (parts.year, parts.month, parts.day);
        let (Some(weekday), (Some(year), Some(month), Some(day))) = (parts.weekday, date) else {
            continue;
        };
        let Some(date) = value::day(year, month, day) else { continue };
        if date.weekday().number_from_monday() != weekday {
            return Err(other_weekday(date, weekday));
        }
    }
    Ok(())
}

fn other_weekday(date: NaiveDate, weekday: u32) -> Refusal {
    let name = |weekday: u32| format!("@weekday_{weekday}");
    let values: [(&str, &dyn ToString); 3] = [
        ("date", &date),
        ("said", &name(weekday)),
        ("is", &name(date.weekday().number_from_monday())),
    ];
    Refusal::of(Reason::DateWeekday, &values)
}
