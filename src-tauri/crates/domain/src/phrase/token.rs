use chrono::Weekday;

/// A third of a unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Day,
    Week,
    /// Saturday and Sunday.
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Era {
    Bce,
    Ce,
}

/// How many numbers of a date written in digits alone, and their order, is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Numeric {
    YearMonthDay(i32, u32, u32),
    YearMonth(i32, u32),
    /// The numbers fit two orders.
    Ambiguous,
    /// The numbers fit none.
    Impossible,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token {
    Number {
        value: i32,
        digits: usize,
    },
    Ordinal(i32),
    Numeric(Numeric),
    /// Hour, minute, and the second when written.
    Clock(u32, u32, Option<u32>),
    /// `true` for pm.
    Meridiem(bool),
    Month(u32),
    Weekday(Weekday),
    /// A season by its EDTF code.
    Season(u32),
    Third(Third),
    /// A word for a length of time, counted or relative ("three years", "next year").
    Unit(Unit),
    /// 년, 월, 일 and their like behind a number: part of a date, or a counted length.
    Suffix(Unit),
    /// The first year of a decade, and whether its century is written.
    Decade {
        first: i32,
        has_century: bool,
    },
    /// The first year of a century.
    Century(i32),
    /// A quarter by its EDTF code.
    Quarter(u32),
    /// The word "half".
    Half,
    /// A half of a year by its EDTF code.
    HalfYear(u32),
    /// This (0), next (1), last (-1), before a unit.
    Relative(i32),
    DayOffset(i64),
    MonthOffset(i32),
    YearOffset(i32),
    Era(Era),
    Approximate,
    Uncertain,
    /// `%`
    ApproximateUncertain,
    /// `~` between dates is "to", elsewhere "about".
    Tilde,
    /// A hyphen, dash or stroke; `tight` when no blank is beside it.
    Dash {
        tight: bool,
    },
    To,
    And,
    Or,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    Since,
    Until,
    From,
    Between,
    Ago,
    Later,
    Earlier,
    In,
    /// Korean postpositions: 부터, 까지, 사이, and 전 and 후, which also mean "ago" and "later".
    FromPost,
    UntilPost,
    BetweenPost,
    BeforePost,
    AfterPost,
    Filler,
    Unknown,
}

/// A token with the text it was read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Lexeme {
    pub token: Token,
    pub text: String,
}
