use serde::{Deserialize, Serialize};

use crate::{
    Invalid, Language, Reason,
    id::ActorId,
    text::{OtherName, Title},
};

words! {
    /// Who can act.
    pub enum ActorKind ("kind": "a kind of actor") {
        Country = "country",
        Organisation = "organisation",
        Bloc = "bloc",
        Person = "person",
        Company = "company",
        Group = "group",
    }
}

words! {
    /// The list a code comes from.
    pub enum CodeScheme ("scheme": "a list of codes") {
        /// ISO 3166-1 alpha-3, or the former alpha-3 of ISO 3166-3 for a dissolved state.
        Iso3166 = "iso3166",
        /// The user's own, or a shipped organisation's.
        Own = "own",
    }
}

/// A short name that machines agree on: `KOR`, `NATO`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

impl Code {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let sound = (2..=24).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b'+'));
        if sound {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::with(
                "code",
                Reason::NotCode,
                &[("text", &text.chars().take(30).collect::<String>())],
            ))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Code {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::new(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.0
    }
}

/// A code and the list it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ActorCode {
    pub scheme: CodeScheme,
    pub code: Code,
}

/// A country, organisation, bloc, person, company or group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub id: ActorId,
    pub kind: ActorKind,
    pub name: Title,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<OtherName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<ActorCode>,
    /// Whose acts its acts are: a company's or an agency's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acts_for: Option<ActorId>,
}

impl Actor {
    /// The ISO 3166 code, for countries.
    pub fn country_code(&self) -> Option<&str> {
        self.code
            .as_ref()
            .filter(|_| self.kind == ActorKind::Country)
            .map(|code| code.code.as_str())
    }

    /// The name in a language, where one is known; else the name.
    pub fn name_in(&self, language: Language) -> &str {
        let known = self
            .other_names
            .iter()
            .find(|name| name.language.as_ref().is_some_and(|tag| tag.as_str() == language.as_str()));
        known.map_or(self.name.as_str(), |name| name.text.as_str())
    }

    pub fn check(&self) -> Result<(), Invalid> {
        if self.acts_for == Some(self.id) {
            return Err(Invalid::of("acts_for", Reason::Itself));
        }
        Ok(())
    }
}
