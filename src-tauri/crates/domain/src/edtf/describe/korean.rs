use super::super::precision::Precision;
use super::super::season::{Season, SeasonKind, SeasonName};
use super::super::shape::{Clock, Date, Qualifier, Rest, Year};
use super::{NoDate, PartName, Wording, clock_text};

pub(super) struct Korean;

/// `2026년`, `서기 409년`, `기원전 45년` (astronomical -44).
pub(super) fn exact_year(year: i64) -> String {
    match year {
        ..=0 => format!("기원전 {}년", 1 - year),
        1..=999 => format!("서기 {year}년"),
        _ => format!("{year}년"),
    }
}

fn year(year: Year) -> String {
    if year.is_unknown() {
        return "연도 불명".to_owned();
    }
    match (year, year.span()) {
        (Year::Exact(value), _) => exact_year(value),
        (Year::Estimate { value, .. }, Some((first, last))) if first != last => {
            format!("{}(추정, {}에서 {} 사이)", exact_year(value), exact_year(first), exact_year(last))
        }
        (_, Some((first, _))) if year.precision() == Precision::Decade && first >= 1_000 => format!("{first}년대"),
        (_, Some((first, last))) if first != last => format!("{}에서 {} 사이", exact_year(first), exact_year(last)),
        (_, Some((first, _))) => exact_year(first),
        (_, None) => "연도 불명".to_owned(),
    }
}

/// A month or day after its year: `2026년 1월`, but `1560년대의 12월`.
fn within_year(part: &str, of: Year) -> String {
    match of {
        Year::Exact(_) => format!("{} {part}", year(of)),
        _ if of.is_unknown() => format!("{part}({})", year(of)),
        _ => format!("{}의 {part}", year(of)),
    }
}

fn season(season: Season, of: Year) -> String {
    let named = |name| match name {
        SeasonName::Spring => "봄",
        SeasonName::Summer => "여름",
        SeasonName::Autumn => "가을",
        SeasonName::Winter => "겨울",
    };
    let text = |part: &str| match of {
        // A season that runs into the next year is named by both, so that it is not taken for the other one.
        Year::Exact(value) if season.wraps() && value > 0 => format!("{value}~{}년 {part}", value + 1),
        _ => within_year(part, of),
    };
    match season.kind() {
        SeasonKind::Plain(name) => text(named(name)),
        SeasonKind::Northern(name) => format!("{}(북반구)", text(named(name))),
        SeasonKind::Southern(name) => format!("{}(남반구)", text(named(name))),
        SeasonKind::Quarter(number) => text(&format!("{number}분기")),
        SeasonKind::Third(number) => {
            let ordinal = ["첫", "두", "세"][usize::from(number - 1) % 3];
            text(&format!("{ordinal} 번째 4개월"))
        }
        SeasonKind::Half(1) => text("상반기"),
        SeasonKind::Half(_) => text("하반기"),
    }
}

/// The last end without what it shares with the first.
fn shortened(from: &Date, to: &Date) -> Option<String> {
    if let (Some((y1, m1, d1)), Some((y2, m2, d2))) = (from.exact_day(), to.exact_day()) {
        return match (y1 == y2, m1 == m2, d1 == d2) {
            (true, true, false) => Some(format!("{d2}일")),
            (true, false, _) => Some(format!("{m2}월 {d2}일")),
            _ => None,
        };
    }
    match (from.exact_month(), to.exact_month()) {
        (Some((y1, m1)), Some((y2, m2))) if y1 == y2 && m1 != m2 => Some(format!("{m2}월")),
        _ => None,
    }
}

fn mark_words(mark: Qualifier) -> &'static str {
    match (mark.approximate, mark.uncertain) {
        (true, true) => "대략·불확실",
        (true, false) => "대략",
        _ => "불확실",
    }
}

impl Wording for Korean {
    fn bare(&self, date: &Date) -> String {
        let known = date.known();
        let words = match known.rest {
            Rest::Nothing => Some(year(known.year)),
            Rest::Season { season: part, .. } => Some(season(part, known.year)),
            Rest::Month(month) => month.digits.value().map(|month| within_year(&format!("{month}월"), known.year)),
            Rest::Day { month, day } => month
                .digits
                .value()
                .zip(day.digits.value())
                .map(|(month, day)| within_year(&format!("{month}월 {day}일"), known.year)),
        };
        words
            .or_else(|| date.span().map(|(first, last)| self.between(&first, &last)))
            .unwrap_or_default()
    }

    fn marked(&self, bare: String, mark: Qualifier) -> String {
        let circa = if mark.approximate { "경" } else { "" };
        let doubt = if mark.uncertain { "(불확실)" } else { "" };
        format!("{bare}{circa}{doubt}")
    }

    fn partly_marked(&self, bare: String, marks: &[(PartName, Qualifier)]) -> String {
        let name = |part| match part {
            PartName::Year => "연도",
            PartName::Month => "월",
            PartName::Season => "계절",
            PartName::Day => "일",
        };
        let notes: Vec<_> = marks
            .iter()
            .map(|(part, mark)| format!("{} {}", name(*part), mark_words(*mark)))
            .collect();
        format!("{bare}({})", notes.join(", "))
    }

    fn at_time(&self, day: String, clock: Clock) -> String {
        format!("{day} {}", clock_text(clock))
    }

    fn through(&self, from: &Date, to: &Date) -> String {
        let last = shortened(from, to).unwrap_or_else(|| self.bare(to));
        self.through_text(self.bare(from), last)
    }

    fn through_text(&self, from: String, to: String) -> String {
        format!("{from}~{to}")
    }

    fn between(&self, from: &Date, to: &Date) -> String {
        let last = shortened(from, to).unwrap_or_else(|| self.bare(to));
        format!("{}에서 {last} 사이", self.bare(from))
    }

    fn since(&self, start: String, end: NoDate) -> String {
        match end {
            NoDate::Open => format!("{start}부터"),
            NoDate::Unknown => format!("{start}부터(종료 시점 불명)"),
        }
    }

    fn until(&self, end: String, start: NoDate) -> String {
        match start {
            NoDate::Open => format!("{end}까지"),
            NoDate::Unknown => format!("{end}까지(시작 시점 불명)"),
        }
    }

    fn undated(&self, start: NoDate, end: NoDate) -> &'static str {
        match (start, end) {
            (NoDate::Open, NoDate::Open) => "시작과 끝 없음",
            (NoDate::Open, NoDate::Unknown) => "시작 없음, 종료 시점 불명",
            (NoDate::Unknown, NoDate::Open) => "계속 중, 시작 시점 불명",
            (NoDate::Unknown, NoDate::Unknown) => "시작과 종료 시점 불명",
        }
    }

    fn before(&self, day: String) -> String {
        format!("{day} 전")
    }

    fn after(&self, day: String) -> String {
        format!("{day} 후")
    }

    fn or_earlier(&self, date: String) -> String {
        format!("{date} 또는 그 이전")
    }

    fn or_later(&self, date: String) -> String {
        format!("{date} 또는 그 이후")
    }

    fn one_of(&self, members: &[String]) -> String {
        format!("{} 중 하나", members.join(", "))
    }

    fn all_of(&self, members: &[String]) -> String {
        match members {
            [single] => format!("{single} 모두"),
            _ => members.join(", "),
        }
    }
}
