use super::error::EdtfError;
use std::borrow::Cow;

/// The longest text taken for a date; far above any real one, so that hostile input stays cheap.
pub(super) const MAX_CHARACTERS: usize = 1_000;

/// Reads an all-ASCII text byte by byte, so that byte and character offsets are one.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    position: usize,
    part_start: usize,
    origin: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner over the trimmed text; fails on what can never be EDTF.
    pub fn new(text: &'a str) -> Result<Self, EdtfError> {
        let trimmed = text.trim();
        let origin = text.chars().take_while(|c| c.is_whitespace()).count();
        if trimmed.is_empty() {
            return Err(EdtfError::new(
                "the date is empty",
                0,
                "write a date such as 2026-01-05, 2026-01 or 2026",
            ));
        }
        if let Some((at, found)) = trimmed.chars().enumerate().find(|(_, c)| !c.is_ascii()) {
            return Err(EdtfError::new(
                format!("'{found}' has no place in EDTF"),
                origin + at,
                hint_for(found),
            ));
        }
        if trimmed.len() > MAX_CHARACTERS {
            let at = origin + MAX_CHARACTERS;
            return Err(EdtfError::new("the date is longer than 1,000 characters", at, "split it"));
        }
        Ok(Self {
            bytes: trimmed.as_bytes(),
            position: 0,
            part_start: 0,
            origin,
        })
    }

    pub fn position(&self) -> usize {
        self.position
    }

    /// Notes that a month or day begins here.
    pub fn start_part(&mut self) -> usize {
        self.part_start = self.position;
        self.position
    }

    /// Where the last month or day began.
    pub fn part_start(&self) -> usize {
        self.part_start
    }

    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    pub fn at_end(&self) -> bool {
        self.position >= self.bytes.len()
    }

    /// Takes `expected` if it comes next.
    pub fn eat(&mut self, expected: u8) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.position += 1;
        }
        found
    }

    pub fn eat_str(&mut self, expected: &str) -> bool {
        let found = self.bytes[self.position..].starts_with(expected.as_bytes());
        if found {
            self.position += expected.len();
        }
        found
    }

    /// Takes the longest run of bytes that satisfy `accept`.
    pub fn take_while(&mut self, accept: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = &self.bytes[self.position..];
        let length = rest.iter().take_while(|byte| accept(**byte)).count();
        self.position += length;
        &rest[..length]
    }

    pub fn digits(&mut self) -> &'a [u8] {
        self.take_while(|byte| byte.is_ascii_digit())
    }

    /// Exactly two digits as a number.
    pub fn two_digits(&mut self, problem: &'static str, hint: &'static str) -> Result<u32, EdtfError> {
        let start = self.position;
        match self.bytes.get(start..start + 2) {
            Some(&[tens, ones]) if tens.is_ascii_digit() && ones.is_ascii_digit() => {
                self.position += 2;
                Ok(u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
            }
            _ => Err(self.fail(problem, hint)),
        }
    }

    /// An error at the current position.
    pub fn fail(&self, problem: impl Into<Cow<'static, str>>, hint: &'static str) -> EdtfError {
        self.fail_at(self.position, problem, hint)
    }

    pub fn fail_at(&self, position: usize, problem: impl Into<Cow<'static, str>>, hint: &'static str) -> EdtfError {
        EdtfError::new(problem, self.origin + position, hint)
    }

    /// The error for whatever stands here and should not.
    pub fn unexpected(&self, hint: &'static str) -> EdtfError {
        match self.peek() {
            None => self.fail("the date breaks off", hint),
            Some(byte) => self.fail(format!("'{}' is not expected here", char::from(byte).escape_default()), hint),
        }
    }
}

fn hint_for(found: char) -> &'static str {
    match found {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "use '-' within a date and '/' between the ends of an interval",
        '\u{2026}' => "write two full stops, '..'",
        '\u{301c}' | '\u{ff5e}' => "use '/' between the ends of an interval, '~' for an approximate date",
        _ => "EDTF is written in digits, X, - / . , ? ~ % [ ] { }",
    }
}
