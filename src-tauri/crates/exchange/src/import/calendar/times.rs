//! Dates and times of a calendar. A day is never moved by a zone; a local time stays the time of the place, and only Z is UTC.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _};
use chrono_tz::Tz;
use domain::{Edtf, incoming::Problem};
use std::fmt;

use super::lines::Property;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Time {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Utc(NaiveDateTime),
}

impl Time {
    /// As on the clock of the place; the start of a day.
    pub fn clock(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::Local(clock) | Self::Utc(clock) => clock,
        }
    }

    pub fn day(self) -> NaiveDate {
        self.clock().date()
    }

    /// Another time of the same sort.
    pub fn at(self, clock: NaiveDateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(clock.date()),
            Self::Local(_) => Self::Local(clock),
            Self::Utc(_) => Self::Utc(clock),
        }
    }

    pub fn edtf(self) -> Option<Edtf> {
        let (clock, zone) = match self {
            Self::Day(day) => return Some(Edtf::from_day(day)),
            Self::Local(clock) => (clock, ""),
            Self::Utc(clock) => (clock, "Z"),
        };
        Edtf::parse(&format!("{}{zone}", clock.format("%Y-%m-%dT%H:%M:%S"))).ok()
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y%m%d")),
            Self::Local(clock) => write!(f, "{}", clock.format("%Y%m%dT%H%M%S")),
            Self::Utc(clock) => write!(f, "{}Z", clock.format("%Y%m%dT%H%M%S")),
        }
    }
}

/// A time and its zone, where the zone is one that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp {
    pub time: Time,
    zone: Option<Tz>,
}

impl Stamp {
    pub fn of(property: &Property) -> Option<Self> {
        Self::read(&property.value, property)
    }

    /// A value of a property that may hold several.
    pub fn read(value: &str, property: &Property) -> Option<Self> {
        let zone = property.parameter("TZID").and_then(zone);
        let time = time(value.trim())?;
        let time = match time {
            Time::Utc(clock) | Time::Local(clock) if property.parameter("VALUE") == Some("DATE") => Time::Day(clock.date()),
            Time::Local(clock) if zone.is_some_and(is_utc) => Time::Utc(clock),
            time => time,
        };
        Some(Self { time, zone })
    }

    /// A value without parameters.
    pub fn plain(value: &str) -> Option<Self> {
        let time = time(value)?;
        Some(Self { time, zone: None })
    }

    /// The same moment as the series it is of writes its times; as it is where nothing tells how.
    pub fn within(self, series: &Self) -> Time {
        match (series.time, self.time) {
            (Time::Day(_), Time::Utc(clock)) => Time::Day(series.zone.map_or(clock, |zone| local(zone, clock)).date()),
            (Time::Day(_), time) => Time::Day(time.day()),
            (time, Time::Day(day)) => time.at(day.and_time(time.clock().time())),
            (Time::Local(_), Time::Utc(clock)) => series.zone.map_or(self.time, |zone| Time::Local(local(zone, clock))),
            (Time::Local(_), Time::Local(clock)) => match (series.zone, self.zone) {
                (Some(to), Some(from)) if to != from => utc(from, clock).map_or(self.time, |clock| Time::Local(local(to, clock))),
                _ => self.time,
            },
            (Time::Utc(_), Time::Local(clock)) => self.zone.and_then(|zone| utc(zone, clock)).map_or(self.time, Time::Utc),
            (Time::Utc(_), Time::Utc(_)) => self.time,
        }
    }
}

/// `20260105`, `20260105T100000`, `20260105T100000Z`.
fn time(value: &str) -> Option<Time> {
    let (value, utc) = value.strip_suffix(['Z', 'z']).map_or((value, false), |value| (value, true));
    let Some((day, clock)) = value.split_once(['T', 't']) else {
        // A day has no zone: `20131210Z` is neither a day nor a time.
        return (!utc).then(|| digits(value, 8).and_then(date).map(Time::Day))?;
    };
    let clock = match clock.len() {
        4 => digits(clock, 4)? * 100,
        _ => digits(clock, 6)?,
    };
    // A leap second is the last of its minute.
    let clock = NaiveTime::from_hms_opt(clock / 10_000, clock / 100 % 100, (clock % 100).min(59))?;
    let clock = date(digits(day, 8)?)?.and_time(clock);
    Some(if utc { Time::Utc(clock) } else { Time::Local(clock) })
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn date(digits: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(digits / 10_000).ok()?, digits / 100 % 100, digits % 100)
}

/// A zone by its name; also with a prefix as in `/mozilla.org/20050126_1/Europe/Berlin`.
fn zone(name: &str) -> Option<Tz> {
    let path = name.strip_prefix('/').map_or(name, |name| {
        let mut slashes = name.rmatch_indices('/');
        slashes.nth(1).and_then(|(at, _)| name.get(at + 1..)).unwrap_or(name)
    });
    path.parse().ok()
}

fn is_utc(zone: Tz) -> bool {
    matches!(
        zone,
        Tz::UTC | Tz::GMT | Tz::Etc__UTC | Tz::Etc__GMT | Tz::Zulu | Tz::Etc__Zulu | Tz::UCT | Tz::Etc__UCT
    )
}

fn local(zone: Tz, clock: NaiveDateTime) -> NaiveDateTime {
    zone.from_utc_datetime(&clock).naive_local()
}

/// `None` for a time that the clock of the place skips.
fn utc(zone: Tz, clock: NaiveDateTime) -> Option<NaiveDateTime> {
    zone.from_local_datetime(&clock).earliest().map(|moment| moment.naive_utc())
}

/// How long an event lasts by DTEND or DURATION; nothing where neither stands there.
pub(super) fn length(start: &Stamp, end: Option<&Property>, duration: Option<&Property>) -> Result<TimeDelta, (String, Problem)> {
    let Some(end) = end else {
        let length = duration.map_or(Some(TimeDelta::zero()), |property| span(property.value.trim()));
        return length.ok_or_else(|| {
            (
                duration.map(|property| property.value.clone()).unwrap_or_default(),
                Problem::EndUnread,
            )
        });
    };
    let fault = |problem| (end.value.clone(), problem);
    let stamp = Stamp::of(end).ok_or_else(|| fault(Problem::EndUnread))?;
    let last = match (start.time, stamp.time) {
        // The end of whole days is the day after the last, also where it is written as its midnight.
        (Time::Day(_), time) => time.clock(),
        (_, Time::Day(day)) => day.and_time(NaiveTime::MIN),
        _ => stamp.within(start).clock(),
    };
    let length = last - start.time.clock();
    if length < TimeDelta::zero() {
        return Err(fault(Problem::EndBeforeStart));
    }
    Ok(length)
}

/// `P1W`, `P2DT3H30M`, `PT0S`.
pub(super) fn span(text: &str) -> Option<TimeDelta> {
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let mut span = TimeDelta::zero();
    let mut number = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() && number.len() < 9 {
            number.push(letter);
            continue;
        }
        if letter == 'T' && number.is_empty() {
            continue;
        }
        let count: i64 = number.parse().ok()?;
        number.clear();
        let part = match letter {
            'W' => TimeDelta::try_weeks(count),
            'D' => TimeDelta::try_days(count),
            'H' => TimeDelta::try_hours(count),
            'M' => TimeDelta::try_minutes(count),
            'S' => TimeDelta::try_seconds(count),
            _ => None,
        }?;
        span = span.checked_add(&part)?;
    }
    number.is_empty().then_some(span)
}

/// From a time for so long, as EDTF.
pub(super) fn lasting(start: Time, length: TimeDelta) -> Option<Edtf> {
    let first = start.edtf()?;
    let last = match start {
        Time::Day(day) => {
            // A day that is begun counts; the end itself does not.
            let days = (length.num_seconds() + 86_399).div_euclid(86_400) - 1;
            Time::Day(day.checked_add_signed(TimeDelta::try_days(days.max(0))?)?)
        }
        time => time.at(time.clock().checked_add_signed(length)?),
    };
    match last.edtf() {
        Some(last) => crate::import::dates::interval(&first, &last).or(Some(first)),
        None => Some(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_neither_a_day_nor_a_time_is_none() {
        for text in [
            "20131210Z",
            "2013121",
            "20131310",
            "20131210T2500",
            "20131210T1",
            "",
            "T",
            "２０１３１２１０",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn spans_are_added_up() {
        assert_eq!(span("P1DT2H"), TimeDelta::try_hours(26));
        assert_eq!(span("PT0S"), Some(TimeDelta::zero()));
        for text in ["1D", "P1", "PX", "-P1D"] {
            assert_eq!(span(text), None, "{text}");
        }
    }
}
