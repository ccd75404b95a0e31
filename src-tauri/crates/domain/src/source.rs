use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

use crate::{
    Edtf, Invalid, Reason,
    grade::Reliability,
    id::SourceId,
    text::{LanguageTag, Prose, Title},
};

words! {
    /// Where a source has it from. Five papers repeating one readout are one origin.
    #[derive(Default)]
    pub enum Origin ("origin": "an origin") {
        OwnReporting = "own-reporting",
        Agency = "agency",
        OfficialReadout = "official-readout",
        OtherSource = "other-source",
        #[default]
        Unknown = "unknown",
    }
}

/// A web or mail address that may be opened: `http`, `https` or `mailto`, nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

impl Address {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let scheme = ["http://", "https://", "mailto:"]
            .into_iter()
            .find(|scheme| lower.starts_with(scheme));
        let sound = scheme.is_some_and(|scheme| text.len() > scheme.len())
            && text.len() <= 4_000
            && !text.chars().any(|c| c.is_control() || c.is_whitespace());
        if sound {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::of("url", Reason::NotAddress))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Address {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::new(&text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> String {
        address.0
    }
}

/// A captured document. Its text is kept word for word; the hash says which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: SourceId,
    pub title: Title,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub accessed: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    #[serde(default)]
    pub reliability: Reliability,
    #[serde(default)]
    pub origin: Origin,
    /// The source it repeats, where the origin is another source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<SourceId>,
    #[serde(default)]
    pub text: Prose,
}

impl Source {
    /// SHA-256 of the text as UTF-8, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        sha256(self.text.as_str())
    }

    pub fn check(&self) -> Result<(), Invalid> {
        if self.repeats == Some(self.id) {
            return Err(Invalid::of("repeats", Reason::Itself));
        }
        Ok(())
    }
}

/// SHA-256 of a text as UTF-8, in lower-case hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses() {
        for good in ["https://example.org/a?b=c", "mailto:desk@example.org", "HTTP://EXAMPLE.ORG"] {
            assert!(Address::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "https://",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "https://a b",
            "//example.org",
        ] {
            assert!(Address::new(bad).is_err(), "{bad}");
        }
    }
}
