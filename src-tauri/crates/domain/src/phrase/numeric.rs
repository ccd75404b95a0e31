//! What begins with a digit: numbers, dates in digits, times, ordinals, decades.

use super::token::{Numeric, Token};

/// The token at a digit or an apostrophe, and its length.
pub(super) fn number(rest: &[char]) -> (Token, usize) {
    if rest[0] == '\'' {
        return apostrophe(rest);
    }
    let first = run(rest, 0);
    if let Some(found) = masked(rest).or_else(|| date(rest, first)).or_else(|| clock(rest, first)) {
        return found;
    }
    let Some(value) = value(&rest[..first]) else {
        return (Token::Unknown, first);
    };
    for suffix in ["st", "nd", "rd", "th"] {
        if followed_by(rest, first, suffix) && first <= 2 {
            return (Token::Ordinal(value), first + 2);
        }
    }
    for suffix in ["'s", "s"] {
        if followed_by(rest, first, suffix) && matches!(first, 2 | 4) && value % 10 == 0 {
            return (
                Token::Decade {
                    first: value,
                    has_century: first == 4,
                },
                first + suffix.len(),
            );
        }
    }
    match (first, value) {
        (8, _) => (compact(value), 8),
        (1..=4, _) => (Token::Number { value, digits: first }, first),
        _ => (Token::Unknown, first),
    }
}

/// `'90s`: a decade of an unwritten century.
fn apostrophe(rest: &[char]) -> (Token, usize) {
    let digits = run(rest, 1);
    match value(&rest[1..1 + digits]) {
        Some(value) if digits == 2 && value % 10 == 0 && followed_by(rest, 3, "s") => (
            Token::Decade {
                first: value,
                has_century: false,
            },
            4,
        ),
        _ => (Token::Unknown, 1 + digits),
    }
}

/// `201x` and `20xx`.
fn masked(rest: &[char]) -> Option<(Token, usize)> {
    let [a, b, c, d, ..] = *rest else { return None };
    if rest.get(4).is_some_and(|next| next.is_alphanumeric()) || d != 'x' {
        return None;
    }
    if c == 'x' {
        let century = value(&[a, b])?;
        return Some((Token::Century(century * 100), 4));
    }
    let decade = value(&[a, b, c])?;
    Some((
        Token::Decade {
            first: decade * 10,
            has_century: true,
        },
        4,
    ))
}

/// Two or three numbers with one sign between them; blanks may follow a full stop (`2026. 1. 5.`).
fn date(rest: &[char], first: usize) -> Option<(Token, usize)> {
    let separator = *rest.get(first).filter(|character| matches!(character, '.' | '/' | '-'))?;
    let second_at = after_separator(rest, first, separator)?;
    let second = run(rest, second_at);
    let (a, b) = (value(&rest[..first])?, value(&rest[second_at..second_at + second])?);
    let end = second_at + second;
    if rest.get(end) == Some(&separator)
        && let Some(third_at) = after_separator(rest, end, separator)
    {
        let third = run(rest, third_at);
        let c = value(&rest[third_at..third_at + third])?;
        let token = three(&[(a, first), (b, second), (c, third)], separator);
        return Some((token?, closed(rest, third_at + third, separator)));
    }
    let token = two((a, first), (b, second), separator)?;
    Some((token, closed(rest, end, separator)))
}

/// Where the next number begins, when one does.
fn after_separator(rest: &[char], at: usize, separator: char) -> Option<usize> {
    let blank = separator == '.' && rest.get(at + 1) == Some(&' ');
    let next = at + 1 + usize::from(blank);
    rest.get(next).filter(|character| character.is_ascii_digit()).map(|_| next)
}

/// The length with the full stop that closes `2026. 1. 5.`
fn closed(rest: &[char], end: usize, separator: char) -> usize {
    end + usize::from(separator == '.' && rest.get(end) == Some(&'.'))
}

fn three(numbers: &[(i32, usize); 3], separator: char) -> Option<Token> {
    let numeric = match *numbers {
        [(year, 4), (month, 1..=2), (day, 1..=2)] => year_month_day(year, month, day),
        [(day, 1..=2), (month, 1..=2), (year, 4)] if separator == '.' => year_month_day(year, month, day),
        [(a, 1..=2), (b, 1..=2), (year, 4)] => match (a <= 12, b <= 12) {
            (true, true) if a != b => Numeric::Ambiguous,
            (false, true) | (true, true) => year_month_day(year, b, a),
            _ => year_month_day(year, a, b),
        },
        [(_, 1..=2), (_, 1..=2), (_, 1..=2)] => Numeric::Ambiguous,
        _ => return None,
    };
    Some(Token::Numeric(numeric))
}

fn two(a: (i32, usize), b: (i32, usize), separator: char) -> Option<Token> {
    match (a, b) {
        ((year, 4), (month, 1..=2)) if (1..=12).contains(&month) => {
            Some(Token::Numeric(Numeric::YearMonth(year, u32::try_from(month).ok()?)))
        }
        ((month, 1..=2), (year, 4)) if separator != '-' && (1..=12).contains(&month) => {
            Some(Token::Numeric(Numeric::YearMonth(year, u32::try_from(month).ok()?)))
        }
        ((_, 1..=2), (_, 1..=2)) if separator == '/' => Some(Token::Numeric(Numeric::Ambiguous)),
        _ => None,
    }
}

fn year_month_day(year: i32, month: i32, day: i32) -> Numeric {
    match (u32::try_from(month), u32::try_from(day)) {
        (Ok(month @ 1..=12), Ok(day @ 1..=31)) => Numeric::YearMonthDay(year, month, day),
        _ => Numeric::Impossible,
    }
}

/// `20260105`
fn compact(value: i32) -> Token {
    Token::Numeric(year_month_day(value / 10_000, value / 100 % 100, value % 100))
}

/// `14:30`, `14:30:05`, `2pm`.
fn clock(rest: &[char], first: usize) -> Option<(Token, usize)> {
    if !matches!(first, 1 | 2) {
        return None;
    }
    let hour = u32::try_from(value(&rest[..first])?).ok()?;
    let two_digits = |at: usize| {
        let digits = (rest.get(at) == Some(&':') && run(rest, at + 1) == 2).then(|| value(&rest[at + 1..at + 3]));
        digits.flatten().and_then(|value| u32::try_from(value).ok())
    };
    if let Some(minute) = two_digits(first) {
        return Some(match two_digits(first + 3) {
            Some(second) => (Token::Clock(hour, minute, Some(second)), first + 6),
            None => (Token::Clock(hour, minute, None), first + 3),
        });
    }
    let blank = usize::from(rest.get(first) == Some(&' '));
    let halves = ["am", "pm", "a.m", "p.m"];
    halves
        .iter()
        .any(|half| followed_by(rest, first + blank, half))
        .then_some((Token::Clock(hour, 0, None), first))
}

/// Whether `word` stands at `at` and ends there.
fn followed_by(rest: &[char], at: usize, word: &str) -> bool {
    let length = word.chars().count();
    rest.get(at..at + length)
        .is_some_and(|found| found.iter().copied().eq(word.chars()))
        && !rest.get(at + length).is_some_and(|next| next.is_ascii_alphanumeric())
}

/// The number of digits from `at`.
fn run(rest: &[char], at: usize) -> usize {
    rest.get(at..)
        .map_or(0, |rest| rest.iter().take_while(|character| character.is_ascii_digit()).count())
}

/// The number of up to nine digits.
fn value(digits: &[char]) -> Option<i32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits
        .iter()
        .try_fold(0_i32, |sum, digit| Some(sum * 10 + i32::try_from(digit.to_digit(10)?).ok()?))
}
