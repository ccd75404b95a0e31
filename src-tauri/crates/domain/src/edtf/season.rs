use crate::moment::{CivilDay, days_in_month};

/// A division of the year by its ISO 8601-2 code (4.8), 21 to 41.
///
/// 21–24 name no hemisphere; they are read as northern, like 25–28. A winter (or southern summer) starts in
/// December of the year written and ends in February of the next.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Season(u8);

/// What the code divides the year by, with the number of the division from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SeasonKind {
    Plain(SeasonName),
    Northern(SeasonName),
    Southern(SeasonName),
    Quarter(u8),
    Third(u8),
    Half(u8),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SeasonName {
    Spring,
    Summer,
    Autumn,
    Winter,
}

const NAMES: [SeasonName; 4] = [SeasonName::Spring, SeasonName::Summer, SeasonName::Autumn, SeasonName::Winter];

impl Season {
    /// The season of a code; `None` outside 21–41.
    pub fn from_code(code: u32) -> Option<Self> {
        match u8::try_from(code) {
            Ok(code @ 21..=41) => Some(Self(code)),
            _ => None,
        }
    }

    pub fn kind(self) -> SeasonKind {
        let name = |first: u8| NAMES[usize::from(self.0 - first) % 4];
        match self.0 {
            ..=24 => SeasonKind::Plain(name(21)),
            25..=28 => SeasonKind::Northern(name(25)),
            29..=32 => SeasonKind::Southern(name(29)),
            33..=36 => SeasonKind::Quarter(self.0 - 32),
            37..=39 => SeasonKind::Third(self.0 - 36),
            _ => SeasonKind::Half(self.0 - 39),
        }
    }

    /// The first month (1–12) and the number of months.
    fn months(self) -> (u32, u32) {
        let northern = |name| match name {
            SeasonName::Spring => 3,
            SeasonName::Summer => 6,
            SeasonName::Autumn => 9,
            SeasonName::Winter => 12,
        };
        match self.kind() {
            SeasonKind::Plain(name) | SeasonKind::Northern(name) => (northern(name), 3),
            SeasonKind::Southern(name) => ((northern(name) + 5) % 12 + 1, 3),
            SeasonKind::Quarter(number) => (u32::from(number) * 3 - 2, 3),
            SeasonKind::Third(number) => (u32::from(number) * 4 - 3, 4),
            SeasonKind::Half(number) => (u32::from(number) * 6 - 5, 6),
        }
    }

    /// Whether it runs into the next year.
    pub fn wraps(self) -> bool {
        let (first, count) = self.months();
        first + count - 1 > 12
    }

    pub fn first_day(self, year: i64) -> CivilDay {
        CivilDay {
            year,
            month: self.months().0,
            day: 1,
        }
    }

    pub fn last_day(self, year: i64) -> CivilDay {
        let (first, count) = self.months();
        let last = first + count - 1;
        let (year, month) = if last > 12 { (year + 1, last - 12) } else { (year, last) };
        CivilDay {
            year,
            month,
            day: days_in_month(year, month),
        }
    }
}
