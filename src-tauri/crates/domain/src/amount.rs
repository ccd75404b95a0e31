use serde::{Deserialize, Serialize};

use crate::{Invalid, Reason, text::Title};

/// A finite number that JSON can carry.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "f64", into = "f64")]
pub struct Number(f64);

impl Number {
    pub fn new(value: f64) -> Result<Self, Invalid> {
        if value.is_finite() {
            Ok(Self(value))
        } else {
            Err(Invalid::new("amount", "is not a finite number"))
        }
    }

    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Number {
    type Error = Invalid;
    fn try_from(value: f64) -> Result<Self, Invalid> {
        Self::new(value)
    }
}

impl From<Number> for f64 {
    fn from(number: Number) -> f64 {
        number.0
    }
}

/// How much, as exactly as the source says: "roughly 28,500 troops", "nearly half". At least a value or a qualifier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "RawAmount"))]
#[serde(try_from = "RawAmount", into = "RawAmount")]
pub struct Amount {
    value: Option<Number>,
    unit: Option<Title>,
    qualifier: Option<Title>,
}

impl Amount {
    pub fn new(value: Option<Number>, unit: Option<Title>, qualifier: Option<Title>) -> Result<Self, Invalid> {
        if value.is_none() && qualifier.is_none() {
            return Err(Invalid::of("amount", Reason::NoAmount));
        }
        Ok(Self { value, unit, qualifier })
    }

    /// What a text says of an amount, as far as it can be kept; `None` where that is nothing.
    pub fn of_words(value: Option<f64>, unit: &str, qualifier: &str) -> Option<Self> {
        let value = value.and_then(|value| Number::new(value).ok());
        Self::new(value, Title::of_words(unit), Title::of_words(qualifier)).ok()
    }

    pub fn value(&self) -> Option<f64> {
        self.value.map(Number::get)
    }

    pub fn unit(&self) -> Option<&str> {
        self.unit.as_ref().map(Title::as_str)
    }

    pub fn qualifier(&self) -> Option<&str> {
        self.qualifier.as_ref().map(Title::as_str)
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
struct RawAmount {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    qualifier: Option<Title>,
}

impl TryFrom<RawAmount> for Amount {
    type Error = Invalid;
    fn try_from(raw: RawAmount) -> Result<Self, Invalid> {
        Self::new(raw.value, raw.unit, raw.qualifier)
    }
}

impl From<Amount> for RawAmount {
    fn from(amount: Amount) -> Self {
        Self {
            value: amount.value,
            unit: amount.unit,
            qualifier: amount.qualifier,
        }
    }
}
