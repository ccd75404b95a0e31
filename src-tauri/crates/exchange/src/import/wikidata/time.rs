use domain::Edtf;
use serde_json::Value;

use crate::import::{dates, json};

/// What a snak says of a time.
pub(super) enum Time {
    Known(Edtf),
    /// It was at some time, which nobody knows.
    Unknown,
    /// There is none.
    None,
    Unread(String),
}

impl Time {
    pub fn of(snak: &Value) -> Self {
        match json::text(snak, "snaktype") {
            "somevalue" => return Self::Unknown,
            "novalue" => return Self::None,
            _ => {}
        }
        let Some(value) = super::value(snak) else { return Self::Unknown };
        let text = json::text(value, "time");
        match read(text, value.get("precision").and_then(Value::as_u64)) {
            Some(edtf) => Self::Known(edtf),
            None => Self::Unread(text.to_owned()),
        }
    }

    pub fn known(self) -> Option<Edtf> {
        match self {
            Self::Known(edtf) => Some(edtf),
            _ => None,
        }
    }
}

/// `+1896-01-01T00:00:00Z`, which is the year 1896 where the precision is 9. Without a precision it is as exact as it looks. Years before our era are
/// counted without a nought.
fn read(text: &str, precision: Option<u64>) -> Option<Edtf> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut parts = digits.split('T').next()?.split('-');
    let number = |part: Option<&str>| part?.parse::<u32>().ok();
    let year: i64 = sign * i64::from(number(parts.next())?);
    let year = if year < 0 { year + 1 } else { year };
    let (month, day) = (number(parts.next()), number(parts.next()));
    let (month, day) = (month.filter(|month| *month > 0), day.filter(|day| *day > 0));
    match precision.unwrap_or(11) {
        11..=14 => dates::of_parts(year, month, month.and(day)),
        10 => dates::of_parts(year, month, None),
        9 => dates::of_parts(year, None, None),
        8 if (0..=9_999).contains(&year) => Edtf::parse(&format!("{:03}X", year / 10)).ok(),
        _ => None,
    }
}
