use super::super::precision::Precision;
use super::super::season::{Season, SeasonKind, SeasonName};
use super::super::shape::{Clock, Date, Qualifier, Rest, Year};
use super::{NoDate, PartName, Wording, clock_text};

pub(super) struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u32) -> &'static str {
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}

/// "Jan", "Sept": as British papers shorten them.
pub(super) fn short_month(month: u32) -> &'static str {
    let name = month_name(month);
    match month {
        9 => name.get(..4).unwrap_or(name),
        _ => name.get(..3).unwrap_or(name),
    }
}

/// `2026`, `409 CE`, `45 BCE` (astronomical -44).
pub(super) fn exact_year(year: i64) -> String {
    match year {
        ..=0 => format!("{} BCE", 1 - year),
        1..=999 => format!("{year} CE"),
        _ => year.to_string(),
    }
}

fn year(year: Year) -> String {
    if year.is_unknown() {
        return "unknown year".to_owned();
    }
    match (year, year.span()) {
        (Year::Exact(value), _) => exact_year(value),
        (Year::Estimate { value, .. }, Some((first, last))) if first != last => format!(
            "{} (estimate, between {} and {})",
            exact_year(value),
            exact_year(first),
            exact_year(last)
        ),
        (_, Some((first, _))) if year.precision() == Precision::Decade && first >= 1_000 => format!("{first}s"),
        (_, Some((first, last))) if first != last => {
            format!("between {} and {}", exact_year(first), exact_year(last))
        }
        (_, Some((first, _))) => exact_year(first),
        (_, None) => "unknown year".to_owned(),
    }
}

/// A month or day before its year: `5 January 2026`, but `25 December, 1560s`.
fn within_year(part: &str, of: Year) -> String {
    match of {
        Year::Exact(_) => format!("{part} {}", year(of)),
        _ => format!("{part}, {}", year(of)),
    }
}

fn season(season: Season, of: Year) -> String {
    let named = |name| match name {
        SeasonName::Spring => "spring",
        SeasonName::Summer => "summer",
        SeasonName::Autumn => "autumn",
        SeasonName::Winter => "winter",
    };
    let text = |part: &str| match of {
        // A season that runs into the next year is named by both, so that it is not taken for the other one.
        Year::Exact(value) if season.wraps() && value > 0 => {
            format!("{part} {}–{:02}", exact_year(value), (value + 1) % 100)
        }
        _ => within_year(part, of),
    };
    match season.kind() {
        SeasonKind::Plain(name) => text(named(name)),
        SeasonKind::Northern(name) => format!("{} (northern hemisphere)", text(named(name))),
        SeasonKind::Southern(name) => format!("{} (southern hemisphere)", text(named(name))),
        SeasonKind::Quarter(number) => text(&format!("Q{number}")),
        SeasonKind::Third(number) => {
            let ordinal = ["first", "second", "third"][usize::from(number - 1) % 3];
            text(&format!("{ordinal} four months of"))
        }
        SeasonKind::Half(1) => text("first half of"),
        SeasonKind::Half(_) => text("second half of"),
    }
}

/// The two ends with what they share said once, and whether each is a single word.
fn shortened(from: &Date, to: &Date) -> Option<(String, String, bool)> {
    if let (Some((y1, m1, d1)), Some((y2, m2, d2))) = (from.exact_day(), to.exact_day()) {
        let last = English.bare(to);
        return match (y1 == y2, m1 == m2) {
            (true, true) => Some((d1.to_string(), last, true)),
            (true, false) => Some((format!("{d1} {}", month_name(m1)), last, false)),
            _ => None,
        }
        .filter(|_| (y1, m1, d1) != (y2, m2, d2));
    }
    if let (Some((y1, m1)), Some((y2, m2))) = (from.exact_month(), to.exact_month())
        && y1 == y2
        && m1 != m2
    {
        return Some((month_name(m1).to_owned(), English.bare(to), true));
    }
    match (from.exact_year(), to.exact_year()) {
        (Some(first), Some(last)) if first >= 1_000 && last > first => Some((exact_year(first), exact_year(last), true)),
        _ => None,
    }
}

fn mark_words(mark: Qualifier) -> &'static str {
    match (mark.approximate, mark.uncertain) {
        (true, true) => "approximate and uncertain",
        (true, false) => "approximate",
        _ => "uncertain",
    }
}

impl Wording for English {
    fn bare(&self, date: &Date) -> String {
        let known = date.known();
        let words = match known.rest {
            Rest::Nothing => Some(year(known.year)),
            Rest::Season { season: part, .. } => Some(season(part, known.year)),
            Rest::Month(month) => month.digits.value().map(|month| within_year(month_name(month), known.year)),
            Rest::Day { month, day } => month
                .digits
                .value()
                .zip(day.digits.value())
                .map(|(month, day)| within_year(&format!("{day} {}", month_name(month)), known.year)),
        };
        words
            .or_else(|| date.span().map(|(first, last)| self.between(&first, &last)))
            .unwrap_or_default()
    }

    fn marked(&self, bare: String, mark: Qualifier) -> String {
        let circa = if mark.approximate { "c. " } else { "" };
        let doubt = if mark.uncertain { " (uncertain)" } else { "" };
        format!("{circa}{bare}{doubt}")
    }

    fn partly_marked(&self, bare: String, marks: &[(PartName, Qualifier)]) -> String {
        let name = |part| match part {
            PartName::Year => "year",
            PartName::Month => "month",
            PartName::Season => "season",
            PartName::Day => "day",
        };
        let notes: Vec<_> = marks
            .iter()
            .map(|(part, mark)| format!("{} {}", name(*part), mark_words(*mark)))
            .collect();
        format!("{bare} ({})", notes.join(", "))
    }

    fn at_time(&self, day: String, clock: Clock) -> String {
        format!("{day}, {}", clock_text(clock))
    }

    fn through(&self, from: &Date, to: &Date) -> String {
        match shortened(from, to) {
            Some((first, last, true)) => format!("{first}–{last}"),
            Some((first, last, false)) => format!("{first} – {last}"),
            None => self.through_text(self.bare(from), self.bare(to)),
        }
    }

    fn through_text(&self, from: String, to: String) -> String {
        format!("{from} – {to}")
    }

    fn between(&self, from: &Date, to: &Date) -> String {
        match shortened(from, to) {
            Some((first, last, _)) => format!("between {first} and {last}"),
            None => format!("between {} and {}", self.bare(from), self.bare(to)),
        }
    }

    fn since(&self, start: String, end: NoDate) -> String {
        match end {
            NoDate::Open => format!("since {start}"),
            NoDate::Unknown => format!("from {start}, end unknown"),
        }
    }

    fn until(&self, end: String, start: NoDate) -> String {
        match start {
            NoDate::Open => format!("until {end}"),
            NoDate::Unknown => format!("until {end}, start unknown"),
        }
    }

    fn undated(&self, start: NoDate, end: NoDate) -> &'static str {
        match (start, end) {
            (NoDate::Open, NoDate::Open) => "without start or end",
            (NoDate::Open, NoDate::Unknown) => "without start, end unknown",
            (NoDate::Unknown, NoDate::Open) => "ongoing, start unknown",
            (NoDate::Unknown, NoDate::Unknown) => "start and end unknown",
        }
    }

    fn before(&self, day: String) -> String {
        format!("before {day}")
    }

    fn after(&self, day: String) -> String {
        format!("after {day}")
    }

    fn or_earlier(&self, date: String) -> String {
        format!("{date} or earlier")
    }

    fn or_later(&self, date: String) -> String {
        format!("{date} or later")
    }

    fn one_of(&self, members: &[String]) -> String {
        format!("one of {}", members.join(", "))
    }

    fn all_of(&self, members: &[String]) -> String {
        match members {
            [single] => format!("all of {single}"),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
            [] => String::new(),
        }
    }
}
