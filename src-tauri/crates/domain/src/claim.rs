use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

use crate::{
    Edtf, Invalid, ItemRef,
    amount::Amount,
    id::{CitationId, ClaimId, PlaceId},
    text::Title,
};

/// What a source says about one attribute. The variant names the attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "attribute", content = "value", rename_all = "kebab-case")]
pub enum ClaimValue {
    When(Edtf),
    Place(PlaceId),
    Title(Title),
    Amount(Amount),
    /// Any other attribute, in words.
    Other {
        name: Title,
        words: Title,
    },
}

impl ClaimValue {
    /// The attribute's name: claims with equal names on one item are about the same thing.
    pub fn attribute(&self) -> &str {
        match self {
            Self::When(_) => "when",
            Self::Place(_) => "place",
            Self::Title(_) => "title",
            Self::Amount(_) => "amount",
            Self::Other { name, .. } => name.as_str(),
        }
    }
}

/// One value of one attribute, from one citation. Where two differ the attribute is *contested*; one is chosen, with a reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub id: ClaimId,
    pub item: ItemRef,
    pub value: ClaimValue,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<CitationId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chosen: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Title>,
}

/// The attributes of one item on which its claims differ, each with its claims in the order given.
pub fn contested<'a>(claims: &[&'a Claim]) -> Vec<(String, Vec<&'a Claim>)> {
    let mut attributes: Vec<(String, Vec<&Claim>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for claim in claims {
        let attribute = claim.value.attribute();
        let place = *places.entry(attribute).or_insert(attributes.len());
        match attributes.get_mut(place) {
            Some((_, group)) => group.push(claim),
            None => attributes.push((attribute.to_owned(), vec![claim])),
        }
    }
    attributes.retain(|(_, group)| group.iter().any(|claim| claim.value != group[0].value));
    attributes
}

/// Refuses two chosen claims on one attribute of one item.
pub fn check_choice(claims: &[&Claim]) -> Result<(), Invalid> {
    let mut attributes = HashSet::new();
    for claim in claims.iter().filter(|claim| claim.chosen) {
        if !attributes.insert(claim.value.attribute()) {
            return Err(Invalid::new("chosen", format!("two claims on {} are chosen", claim.value.attribute())).hint("choose one"));
        }
    }
    Ok(())
}
