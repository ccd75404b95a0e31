//! Dates as machines and tables write them → EDTF. What is known to the month stays a month; a day without a time is never moved by a zone.

use domain::Edtf;

/// Year, month and day by their numbers, as exactly as they are given: no month, a year; no day, a month. `None` for a date that does not exist.
/// Years are astronomical: 0 is 1 BC.
pub(crate) fn of_parts(year: i64, month: Option<u32>, day: Option<u32>) -> Option<Edtf> {
    let year = match year {
        0..=9_999 => format!("{year:04}"),
        -9_999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    };
    let text = match (month, day) {
        (None, _) => year,
        (Some(month), None) => format!("{year}-{month:02}"),
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
    };
    Edtf::parse(&text).ok()
}

/// `2026-01-05`, `2026-01`, `2026`, `20260105`, `2026/1/5`, `2026-01-05T10:00:00.000Z`, `2026-01-05 10:00`; single figures are taken as well. A time is kept
/// to the minute; midnight exactly, to the second, is taken for a day without a time.
pub(crate) fn iso(text: &str) -> Option<Edtf> {
    let text = text.trim();
    let (date, time) = match text.find(['T', ' ']) {
        Some(at) => (text.get(..at)?, Some(text.get(at + 1..)?.trim())),
        None => (text, None),
    };
    let edtf = day(date)?;
    match time {
        Some(time) if !time.is_empty() => timed(&edtf, time),
        _ => Some(edtf),
    }
}

fn day(text: &str) -> Option<Edtf> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let number =
        |part: &str| (!part.is_empty() && part.len() <= 9 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i64>().ok())?;
    let small = |part: &str| {
        (part.len() <= 2)
            .then(|| number(part))
            .flatten()
            .and_then(|n| u32::try_from(n).ok())
    };
    if digits.len() == 8 && sign == 1 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let (year, rest) = digits.split_at(4);
        let (month, day) = rest.split_at(2);
        return of_parts(number(year)?, Some(small(month)?), Some(small(day)?));
    }
    let mut parts = digits.split(['-', '/']);
    let year = parts.next().filter(|year| year.len() >= 3)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let month = month.map(small).map_or(Some(None), |month| month.map(Some))?;
    let day = day.map(small).map_or(Some(None), |day| day.map(Some))?;
    of_parts(sign * number(year)?, month, day)
}

/// A day with a time in it: `10:00`, `10:00:30.5Z`, `10:00+09:00`, `10:00+0900`.
fn timed(date: &Edtf, time: &str) -> Option<Edtf> {
    let end = time.find(['Z', '+', '-', ' ']).unwrap_or(time.len());
    let (clock, zone) = (time.get(..end)?, time.get(end..)?.trim());
    let mut parts = clock.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next().unwrap_or("00").split('.').next()?;
    if [hour, minute, second].iter().all(|part| part.bytes().all(|b| b == b'0')) {
        return Some(date.clone());
    }
    let zone = match zone {
        "" => String::new(),
        "Z" => "Z".to_owned(),
        zone if zone.len() == 5 && zone.is_char_boundary(3) => format!("{}:{}", zone.get(..3)?, zone.get(3..)?),
        zone => zone.to_owned(),
    };
    Edtf::parse(&format!("{date}T{hour:0>2}:{minute:0>2}:{second:0>2}{zone}")).ok()
}

/// From one date to another, as one interval; the first alone where both are the same. `None` where it would run backwards.
pub(crate) fn interval(from: &Edtf, to: &Edtf) -> Option<Edtf> {
    if from == to {
        return Some(from.clone());
    }
    Edtf::parse(&format!("{from}/{to}")).ok()
}

/// EDTF, also as it was written before the standard: `199u`, `y52000`, `1723?~`, `unknown/2006`, `2004-06-01/open`; and times and zones as [`iso`] takes them.
pub(crate) fn edtf(text: &str) -> Option<Edtf> {
    let text = text.trim();
    if let Ok(edtf) = Edtf::parse(text)
        && !text.contains('T')
    {
        return Some(edtf);
    }
    let ends = text.split('/').map(|end| match end.trim() {
        "" | "unknown" => Some(String::new()),
        "open" | ".." => Some("..".to_owned()),
        end => one_end(end).map(|edtf| edtf.to_string()),
    });
    Edtf::parse(&ends.collect::<Option<Vec<_>>>()?.join("/")).ok()
}

fn one_end(text: &str) -> Option<Edtf> {
    if let Some(edtf) = iso(text) {
        return Some(edtf);
    }
    let long = text.strip_prefix('y').map(|year| format!("Y{year}"));
    let standard = long.unwrap_or_else(|| text.replace('u', "X"));
    Edtf::parse(&standard.replace("?~", "%").replace("~?", "%")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(iso(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn dates_stay_as_exact_as_they_are() {
        check("2026-01-05", "2026-01-05");
        check("2026-01", "2026-01");
        check("2026", "2026");
        check("20260105", "2026-01-05");
        check("2026/1/5", "2026-01-05");
        check("166-05-12", "0166-05-12");
        check("-473-03-15", "-0473-03-15");
    }

    #[test]
    fn times_are_kept_and_move_nothing() {
        check("2026-01-05T10:30:00Z", "2026-01-05T10:30:00Z");
        check("2026-01-05 10:30", "2026-01-05T10:30:00");
        check("2016-06-06T15:26:37+1000", "2016-06-06T15:26:37+10:00");
        check("2006-06-21T00:00:00+02:00", "2006-06-21");
        check("2013-02-19T00:00:00.000000Z", "2013-02-19");
    }

    #[test]
    fn edtf_of_before_the_standard() {
        let old = [
            ("199u", "199X"),
            ("19uu", "19XX"),
            ("1999-uu", "1999-XX"),
            ("1999-uu-uu", "1999-XX-XX"),
            ("y52000", "Y52000"),
            ("y-51234", "Y-51234"),
            ("1723?~", "1723%"),
            ("-0349~", "-0349~"),
            ("unknown/2006", "/2006"),
            ("2004-06-01/unknown", "2004-06-01/"),
            ("2004-01-01/open", "2004-01-01/.."),
            ("../2004-01-01", "../2004-01-01"),
            ("1988/1992", "1988/1992"),
            ("2004-22", "2004-22"),
            ("2016-06-06T15:26:37+1000", "2016-06-06T15:26:37+10:00"),
        ];
        for (text, expected) in old {
            assert_eq!(edtf(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "summer", "unknown", "2004-06-01/2003", "u"] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "2010-06-34", "13/02/2026", "2026-13", "yesterday", "12", "2026-01-05-06", "-9"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn intervals_run_forwards() {
        let (from, to) = (iso("2026-01").unwrap(), iso("2026-02-03").unwrap());
        assert_eq!(interval(&from, &to).unwrap().to_string(), "2026-01/2026-02-03");
        assert_eq!(interval(&to, &from), None);
        assert_eq!(interval(&from, &from), Some(from));
    }
}
