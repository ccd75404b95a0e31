//! The words of one date, in whatever order they come.

use super::error::PhraseError;
use super::partial::{Partial, set};
use super::reader::Reader;
use super::token::{Era, Numeric, Token, Unit};
use chrono::Datelike;

impl Reader<'_> {
    /// Reads the words of one date up to a word that joins it to another, or the end.
    pub fn partial(&mut self) -> Result<Partial, PhraseError> {
        let mut partial = Partial::default();
        while self.part(&mut partial)? {}
        if partial.is_empty() {
            return Err(self.misplaced());
        }
        Ok(partial)
    }

    /// Takes one part of the date; `false` when what comes next is none.
    fn part(&mut self, partial: &mut Partial) -> Result<bool, PhraseError> {
        let Some(token) = self.peek() else { return Ok(false) };
        match token {
            Token::Number { value, digits } => return self.number(partial, value, digits),
            Token::Ordinal(number) => return self.ordinal(partial, number),
            Token::Relative(direction) => return self.relative(partial, direction),
            Token::In => return self.in_words(partial),
            Token::Earlier => return self.rest_of(partial, false),
            Token::Later => return self.rest_of(partial, true),
            Token::Numeric(numeric) => numeric_date(partial, numeric)?,
            Token::Clock(hour, minute, second) => return self.clock(partial, hour, minute, second),
            Token::Month(month) => partial.set_month(month)?,
            Token::Weekday(weekday) => partial.set_weekday(weekday)?,
            Token::Season(code) | Token::Quarter(code) | Token::HalfYear(code) => partial.set_season(code)?,
            Token::Third(third) => partial.set_third(third)?,
            Token::Decade { first, has_century } => self.decade(partial, first, has_century)?,
            Token::Century(first) => partial.set_years(first, 100)?,
            Token::DayOffset(days) => partial.set_date(super::relative::plus_days(self.reference, days)?)?,
            Token::MonthOffset(months) => partial.set_counted(Unit::Month, months, self.reference)?,
            Token::YearOffset(years) => partial.set_counted(Unit::Year, years, self.reference)?,
            Token::Era(era) => set(&mut partial.era, era, "era")?,
            Token::Unit(Unit::Year) if matches!(self.peek_at(1), Some(Token::Number { .. })) => {}
            Token::Approximate => partial.approximate = true,
            Token::Uncertain => partial.uncertain = true,
            Token::ApproximateUncertain => (partial.approximate, partial.uncertain) = (true, true),
            Token::Tilde if partial.is_empty() || self.ends_after_tilde() => partial.approximate = true,
            Token::Filler => {}
            _ => return Ok(false),
        }
        self.advance();
        Ok(true)
    }

    /// Whether a `~` stands for "about", because no date follows it.
    fn ends_after_tilde(&self) -> bool {
        matches!(
            self.peek_at(1),
            None | Some(Token::To | Token::Dash { .. } | Token::And | Token::Or | Token::Uncertain | Token::Filler)
        )
    }

    fn number(&mut self, partial: &mut Partial, value: i32, digits: usize) -> Result<bool, PhraseError> {
        let next = self.peek_at(1);
        if let Some(Token::Suffix(unit) | Token::Unit(unit)) = next
            && self.counted(partial, value, digits, unit)?
        {
            return Ok(true);
        }
        self.advance();
        match next {
            Some(Token::Suffix(unit)) => {
                self.advance();
                self.suffixed(partial, value, digits, unit)?;
            }
            Some(Token::Era(era)) => {
                self.advance();
                set(&mut partial.era, era, "era")?;
                partial.set_year(value)?;
            }
            _ if partial.era.is_some() && partial.year.is_none() || digits == 4 => partial.set_year(value)?,
            _ if digits == 0 => return Err(self.uncounted()),
            // Not checked yet: behind a year it may be the short form of another ("1861–67").
            _ if digits <= 2 => {
                set(&mut partial.day, value.unsigned_abs(), "day")?;
                partial.bare_number = true;
            }
            _ => partial.set_day(value)?,
        }
        Ok(true)
    }

    /// "3 days ago", "2주 후": the number, the unit and the direction.
    fn counted(&mut self, partial: &mut Partial, value: i32, digits: usize, unit: Unit) -> Result<bool, PhraseError> {
        let as_date = matches!(self.peek_at(1), Some(Token::Suffix(_)));
        // 1월 전 is before January; 1개월 전 a month ago. 2026년 전 is before 2026; 2년 전 two years ago.
        let may_count = !as_date || (unit == Unit::Day && partial.month.is_none()) || (unit == Unit::Year && digits < 3);
        let direction = match self.peek_at(2) {
            Some(Token::Ago) => -1,
            Some(Token::Later) => 1,
            Some(Token::BeforePost) if may_count => -1,
            Some(Token::AfterPost) if may_count => 1,
            _ => return Ok(false),
        };
        partial.set_counted(unit, value.saturating_mul(direction), self.reference)?;
        self.position += 3;
        Ok(true)
    }

    fn suffixed(&self, partial: &mut Partial, value: i32, digits: usize, unit: Unit) -> Result<(), PhraseError> {
        let number = u32::try_from(value).unwrap_or(0);
        match unit {
            Unit::Year if digits == 4 || partial.era.is_some() => partial.set_year(value),
            Unit::Year => Err(PhraseError::new(
                format!("the year {value} has no century"),
                "write the year in four digits",
            )),
            Unit::Month => partial.set_month(number),
            Unit::Day => partial.set_day(value),
            Unit::Quarter if (1..=4).contains(&number) => partial.set_season(32 + number),
            Unit::Decade if value % 10 == 0 => self.decade(partial, value, digits == 4),
            Unit::Century if (1..=99).contains(&value) => partial.set_years((value - 1) * 100, 100),
            _ => Err(PhraseError::new(format!("{value} is no such part of time"), PhraseError::EXAMPLES)),
        }
    }

    /// "first half", "second quarter", "20th century", or a day.
    fn ordinal(&mut self, partial: &mut Partial, number: i32) -> Result<bool, PhraseError> {
        let next = self.peek_at(1);
        let code = u32::try_from(number).unwrap_or(0);
        self.advance();
        match next {
            Some(Token::Half) if (1..=2).contains(&code) => partial.set_season(39 + code)?,
            Some(Token::Unit(Unit::Quarter)) if (1..=4).contains(&code) => partial.set_season(32 + code)?,
            Some(Token::Unit(Unit::Century)) if (1..=99).contains(&number) => partial.set_years((number - 1) * 100, 100)?,
            _ => {
                partial.set_day(number)?;
                return Ok(true);
            }
        }
        self.advance();
        Ok(true)
    }

    fn relative(&mut self, partial: &mut Partial, direction: i32) -> Result<bool, PhraseError> {
        let next = self.peek_at(1);
        let reference = self.reference;
        match next {
            Some(Token::Unit(Unit::Day)) | None => return Err(self.misplaced()),
            Some(Token::Unit(unit) | Token::Suffix(unit)) => partial.set_counted(unit, direction, reference)?,
            // 이번 9월
            Some(Token::Number { value, .. }) if self.peek_at(2) == Some(Token::Suffix(Unit::Month)) => {
                partial.set_relative_month(u32::try_from(value).unwrap_or(0), direction, reference)?;
                self.advance();
            }
            Some(Token::Weekday(weekday)) => partial.set_relative_weekday(weekday, direction, reference)?,
            Some(Token::Month(month)) => partial.set_relative_month(month, direction, reference)?,
            Some(Token::Season(code)) => partial.set_relative_season(code, direction, reference)?,
            _ => return Err(self.misplaced()),
        }
        self.advance();
        self.advance();
        Ok(true)
    }

    /// "in 3 days"; otherwise "in" and "on" say nothing.
    fn in_words(&mut self, partial: &mut Partial) -> Result<bool, PhraseError> {
        self.advance();
        if let (Some(Token::Number { value, .. }), Some(Token::Unit(unit))) = (self.peek(), self.peek_at(1)) {
            partial.set_counted(unit, value, self.reference)?;
            self.position += 2;
            self.eat(Token::Later);
        }
        Ok(true)
    }

    /// "earlier this month", "later this year"
    fn rest_of(&mut self, partial: &mut Partial, later: bool) -> Result<bool, PhraseError> {
        let (Some(Token::Relative(0)), Some(Token::Unit(unit))) = (self.peek_at(1), self.peek_at(2)) else {
            return Ok(false);
        };
        partial.set_rest_of(unit, later, self.reference)?;
        self.position += 3;
        Ok(true)
    }

    fn clock(&mut self, partial: &mut Partial, hour: u32, minute: u32, second: Option<u32>) -> Result<bool, PhraseError> {
        self.advance();
        let mut hour = hour;
        if let Some(Token::Meridiem(afternoon)) = self.peek() {
            self.advance();
            if !(1..=12).contains(&hour) {
                return Err(PhraseError::new("there is no such time", "with am or pm, hours are 1 to 12"));
            }
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        set(&mut partial.clock, (hour, minute, second), "time")?;
        Ok(true)
    }

    fn decade(&self, partial: &mut Partial, first: i32, has_century: bool) -> Result<(), PhraseError> {
        let written_century = has_century && first % 100 == 0 && !self.is_masked_decade();
        if written_century {
            let problem = format!("{first}s may be ten years or a hundred");
            let hint = format!("write {}X for the decade, {}XX for the century", first / 10, first / 100);
            return Err(PhraseError::new(problem, hint));
        }
        if has_century {
            return partial.set_years(first, 10);
        }
        let this = self.reference.year().div_euclid(100) * 100 + first;
        partial.set_years(if this > self.reference.year() { this - 100 } else { this }, 10)
    }

    /// `200X` is plain; `2000s` is not.
    fn is_masked_decade(&self) -> bool {
        self.lexemes.get(self.position).is_some_and(|lexeme| lexeme.text.ends_with('x'))
    }

    fn uncounted(&self) -> PhraseError {
        let lexeme = self.lexemes.get(self.position.saturating_sub(1));
        let word = lexeme.map_or("", |lexeme| lexeme.text.as_str());
        PhraseError::new(
            format!("\"{word}\" counts nothing here"),
            "write for example \"two weeks ago\" or \"in three days\"",
        )
    }
}

fn numeric_date(partial: &mut Partial, numeric: Numeric) -> Result<(), PhraseError> {
    match numeric {
        Numeric::YearMonthDay(year, month, day) => {
            partial.set_year(year)?;
            partial.set_month(month)?;
            set(&mut partial.day, day, "day")
        }
        Numeric::YearMonth(year, month) => {
            partial.set_year(year)?;
            partial.set_month(month)
        }
        Numeric::Ambiguous => Err(PhraseError::new(
            "day and month may be either way round",
            "write 2026-01-05 or 5 January 2026",
        )),
        Numeric::Impossible => Err(PhraseError::new("there is no such month or day", "write 2026-01-05")),
    }
}

impl Partial {
    /// The astronomical year.
    pub(super) fn written_year(&self) -> Option<i32> {
        match self.era {
            Some(Era::Bce) => self.year.map(|year| 1 - year),
            _ => self.year,
        }
    }
}
