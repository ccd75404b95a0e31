//! A rule of repetition → its days (RFC 5545 and, of RFC 7529, the Gregorian calendar without skipping).
//!
//! Followed day by day up to the last day that is wanted, so that a rule nothing ever fits costs no more than another; of what happens several times
//! a day nothing is followed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::times::{Stamp, Time};

/// The first whole year of the Gregorian calendar.
const FIRST_YEAR: i32 = 1583;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
}

#[derive(Debug)]
pub(super) struct Rule {
    frequency: Frequency,
    interval: i64,
    count: Option<usize>,
    until: Option<Time>,
    week_start: Weekday,
    months: Vec<i64>,
    week_numbers: Vec<i64>,
    year_days: Vec<i64>,
    month_days: Vec<i64>,
    /// Every such day, or the nth of its month or year, from the end where negative.
    week_days: Vec<(Option<i64>, Weekday)>,
    positions: Vec<i64>,
}

impl Rule {
    /// `None` for a rule of another calendar, and for one that cannot be followed.
    pub fn parse(text: &str, start: &Stamp) -> Option<Self> {
        // Before the calendar that rules are of, nothing repeats by it; and no list of days is longer than a year.
        if start.time.day().year() < FIRST_YEAR || text.matches(',').count() > 1_000 {
            return None;
        }
        let mut rule = Self::empty(Frequency::Daily);
        let mut frequency = None;
        for part in text.trim().trim_end_matches(';').split(';') {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(frequency_of(&value)?),
                "RSCALE" if value == "GREGORIAN" => {}
                "SKIP" if value == "OMIT" => {}
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| (1..=10_000).contains(interval))?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(until(&value, start)?),
                "WKST" => rule.week_start = week_day(&value)?,
                "BYMONTH" => rule.months = numbers(&value, 1, 12)?,
                "BYWEEKNO" => rule.week_numbers = numbers(&value, -53, 53)?,
                "BYYEARDAY" => rule.year_days = numbers(&value, -366, 366)?,
                "BYMONTHDAY" => rule.month_days = numbers(&value, -31, 31)?,
                "BYSETPOS" => rule.positions = numbers(&value, -366, 366)?,
                "BYDAY" => rule.week_days = value.split(',').map(numbered_week_day).collect::<Option<_>>()?,
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        rule.fill_in(start.time.day());
        Some(rule)
    }

    fn empty(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            months: Vec::new(),
            week_numbers: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            week_days: Vec::new(),
            positions: Vec::new(),
        }
    }

    /// What a rule does not say is as at the start.
    fn fill_in(&mut self, start: NaiveDate) {
        let says_day =
            !(self.week_numbers.is_empty() && self.year_days.is_empty() && self.month_days.is_empty() && self.week_days.is_empty());
        match self.frequency {
            Frequency::Yearly if !says_day => {
                if self.months.is_empty() {
                    self.months.push(i64::from(start.month()));
                }
                self.month_days.push(i64::from(start.day()));
            }
            Frequency::Monthly if !says_day => self.month_days.push(i64::from(start.day())),
            Frequency::Weekly if !says_day => self.week_days.push((None, start.weekday())),
            Frequency::Yearly if !self.week_numbers.is_empty() && self.week_days.is_empty() => self.week_days.push((None, start.weekday())),
            _ => {}
        }
    }

    /// The times from the start to a day, at most so many.
    pub fn times(&self, start: Time, horizon: NaiveDate, most: usize) -> Vec<Time> {
        let most = self.count.unwrap_or(most).min(most);
        let clock = start.clock().time();
        let mut times = Vec::new();
        let mut first = self.period_of(start.day());
        while let Some(begin) = first.filter(|begin| *begin <= horizon && times.len() < most) {
            let Some(next) = self.next(begin, 1) else { break };
            for day in self.picked(begin, next) {
                let time = start.at(day.and_time(clock));
                if day > horizon || self.until.is_some_and(|until| time.clock() > until.clock()) {
                    return times;
                }
                if time >= start && times.len() < most {
                    times.push(time);
                }
            }
            first = self.next(begin, self.interval);
        }
        times
    }

    /// The first day of the year, month or week of a day.
    fn period_of(&self, day: NaiveDate) -> Option<NaiveDate> {
        match self.frequency {
            Frequency::Yearly => day.with_ordinal(1),
            Frequency::Monthly => day.with_day(1),
            Frequency::Weekly => Some(day.week(self.week_start).first_day()),
            Frequency::Daily => Some(day),
        }
    }

    fn next(&self, begin: NaiveDate, periods: i64) -> Option<NaiveDate> {
        let days = |count: i64| begin.checked_add_days(Days::new(count.unsigned_abs()));
        match self.frequency {
            Frequency::Yearly => NaiveDate::from_ymd_opt(begin.year().checked_add(i32::try_from(periods).ok()?)?, 1, 1),
            Frequency::Monthly => begin.checked_add_months(chrono::Months::new(u32::try_from(periods).ok()?)),
            Frequency::Weekly => days(periods.checked_mul(7)?),
            Frequency::Daily => days(periods),
        }
    }

    /// The days of one period that fit, and of those the ones at the positions that are asked for.
    fn picked(&self, begin: NaiveDate, next: NaiveDate) -> Vec<NaiveDate> {
        let fitting: Vec<NaiveDate> = begin
            .iter_days()
            .take_while(|day| *day < next)
            .filter(|day| self.fits(*day))
            .collect();
        if self.positions.is_empty() {
            return fitting;
        }
        let count = i64::try_from(fitting.len()).unwrap_or(i64::MAX);
        let placed = (1_i64..).zip(fitting);
        placed
            .filter(|(at, _)| counted(&self.positions, *at, count))
            .map(|(_, day)| day)
            .collect()
    }

    fn fits(&self, day: NaiveDate) -> bool {
        let (in_year, in_month) = (i64::from(day.ordinal()), i64::from(day.day()));
        (self.months.is_empty() || self.months.contains(&i64::from(day.month())))
            && (self.week_days.is_empty() || self.week_days.iter().any(|wanted| self.week_day_fits(*wanted, day)))
            && (self.month_days.is_empty() || counted(&self.month_days, in_month, days_of_month(day)))
            && (self.year_days.is_empty() || counted(&self.year_days, in_year, days_of_year(day.year())))
            && (self.week_numbers.is_empty() || self.week_fits(day))
    }

    fn week_day_fits(&self, (nth, wanted): (Option<i64>, Weekday), day: NaiveDate) -> bool {
        if day.weekday() != wanted {
            return false;
        }
        let Some(nth) = nth else { return true };
        let (at, length) = match self.frequency {
            Frequency::Yearly if self.months.is_empty() => (i64::from(day.ordinal()), days_of_year(day.year())),
            Frequency::Yearly | Frequency::Monthly => (i64::from(day.day()), days_of_month(day)),
            // Of a week or a day there is no nth.
            Frequency::Weekly | Frequency::Daily => return true,
        };
        let (from_first, from_last) = ((at + 6) / 7, (length - at) / 7 + 1);
        nth == from_first || -nth == from_last
    }

    /// Whether the week of a day has a number that is asked for: the first week has at least four days of the year.
    fn week_fits(&self, day: NaiveDate) -> bool {
        let begin = day.week(self.week_start).first_day();
        let Some(middle) = begin.checked_add_days(Days::new(3)) else {
            return false;
        };
        let weeks = |of_year: NaiveDate| i64::from(of_year.ordinal0() / 7 + 1);
        let last = NaiveDate::from_ymd_opt(middle.year(), 12, 28).map(|day| day.week(self.week_start).first_day());
        let last = last
            .and_then(|begin| begin.checked_add_days(Days::new(3)))
            .filter(|last| last.year() == middle.year());
        middle.year() == day.year() && counted(&self.week_numbers, weeks(middle), last.map_or(52, weeks))
    }
}

/// Whether a place in a row is one of those asked for, from the first or, negative, from the last.
fn counted(wanted: &[i64], at: i64, length: i64) -> bool {
    wanted.contains(&at) || wanted.contains(&(at - length - 1))
}

fn days_of_year(year: i32) -> i64 {
    NaiveDate::from_ymd_opt(year, 12, 31).map_or(365, |last| i64::from(last.ordinal()))
}

fn days_of_month(day: NaiveDate) -> i64 {
    i64::from(day.num_days_in_month())
}

fn frequency_of(word: &str) -> Option<Frequency> {
    match word {
        "YEARLY" => Some(Frequency::Yearly),
        "MONTHLY" => Some(Frequency::Monthly),
        "WEEKLY" => Some(Frequency::Weekly),
        "DAILY" => Some(Frequency::Daily),
        _ => None,
    }
}

/// The last moment of a rule, as its series writes times.
fn until(value: &str, start: &Stamp) -> Option<Time> {
    let stamp = Stamp::plain(value)?;
    match (start.time, stamp.time) {
        // A rule of times that ends on a day ends with that day.
        (time @ (Time::Local(_) | Time::Utc(_)), Time::Day(day)) => Some(time.at(day.and_hms_opt(23, 59, 59)?)),
        _ => Some(stamp.within(start)),
    }
}

fn numbers(list: &str, least: i64, most: i64) -> Option<Vec<i64>> {
    let number = |text: &str| {
        text.trim()
            .parse()
            .ok()
            .filter(|number| *number != 0 && (least..=most).contains(number))
    };
    list.split(',').map(number).collect()
}

fn week_day(word: &str) -> Option<Weekday> {
    match word {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}

/// `MO`, `1MO`, `-1MO`.
fn numbered_week_day(text: &str) -> Option<(Option<i64>, Weekday)> {
    let text = text.trim();
    let (nth, word) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = match nth {
        "" => None,
        nth => Some(nth.parse().ok().filter(|nth| *nth != 0 && (-53..=53).contains(nth))?),
    };
    Some((nth, week_day(word)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(start: &str, rule: &str, expected: &[&str]) {
        let start = Stamp::plain(start).unwrap();
        let rule = Rule::parse(rule, &start).unwrap();
        let times = rule.times(start.time, NaiveDate::from_ymd_opt(2030, 12, 31).unwrap(), expected.len().max(1));
        assert_eq!(times.iter().map(Time::to_string).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_examples_of_the_standard_come_out() {
        check("19970902", "FREQ=DAILY;INTERVAL=10;COUNT=3", &["19970902", "19970912", "19970922"]);
        check(
            "19970902",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH",
            &["19970902", "19970904", "19970916", "19970918"],
        );
        check(
            "19970805",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            &["19970805", "19970810", "19970819", "19970824"],
        );
        check(
            "19970805",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            &["19970805", "19970817", "19970819", "19970831"],
        );
        check("19970905", "FREQ=MONTHLY;BYDAY=1FR", &["19970905", "19971003", "19971107"]);
        check("19970922", "FREQ=MONTHLY;BYDAY=-2MO", &["19970922", "19971020", "19971117"]);
        check("19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", &["19970928", "19971029", "19971128"]);
        check(
            "19970902",
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            &["19980213", "19980313", "19981113", "19990813"],
        );
        check(
            "19970904",
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            &["19970904", "19971007", "19971106"],
        );
        check(
            "19970929",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            &["19970929", "19971030", "19971127"],
        );
        check("19970519", "FREQ=YEARLY;BYDAY=20MO", &["19970519", "19980518", "19990517"]);
        check(
            "19970512",
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
            &["19970512", "19980511", "19990517"],
        );
        check(
            "19970313",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
            &["19970313", "19970320", "19970327", "19980305"],
        );
        check(
            "19970101",
            "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200",
            &["19970101", "19970410", "19970719", "20000101"],
        );
        check(
            "19961105",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            &["19961105", "20001107", "20041102"],
        );
        check("20200229", "FREQ=YEARLY", &["20200229", "20240229", "20280229"]);
        check("20200131", "FREQ=MONTHLY", &["20200131", "20200331", "20200531"]);
    }

    #[test]
    fn a_rule_that_nothing_fits_ends_at_once() {
        check("15830101", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", &[]);
    }

    #[test]
    fn what_is_no_rule_is_none() {
        let start = Stamp::plain("20200101").unwrap();
        for text in [
            "",
            "FREQ=HOURLY",
            "INTERVAL=2",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;BYDAY=X",
            "FREQ=DAILY;BYHOUR=9",
            "FREQ=DAILY;BYDAY=T\u{fffd}",
        ] {
            assert!(Rule::parse(text, &start).is_none(), "{text}");
        }
    }
}
