use serde::{Deserialize, Serialize};

use crate::{
    Edtf, Invalid, ItemRef, Reason,
    id::NoteId,
    item::ItemKind,
    text::{Prose, Title},
};

words! {
    /// Likelihood in the seven bands of ICD 203. The band is kept, not a number: neighbouring bands share their ends.
    pub enum Likelihood ("likelihood": "a band of likelihood") {
        AlmostNoChance = "almost-no-chance",
        VeryUnlikely = "very-unlikely",
        Unlikely = "unlikely",
        RoughlyEven = "roughly-even",
        Likely = "likely",
        VeryLikely = "very-likely",
        AlmostCertain = "almost-certain",
    }
}

impl Likelihood {
    /// Per cent, from and to (ICD 203, 2015).
    pub fn range(self) -> (u8, u8) {
        match self {
            Self::AlmostNoChance => (1, 5),
            Self::VeryUnlikely => (5, 20),
            Self::Unlikely => (20, 45),
            Self::RoughlyEven => (45, 55),
            Self::Likely => (55, 80),
            Self::VeryLikely => (80, 95),
            Self::AlmostCertain => (95, 99),
        }
    }
}

words! {
    /// How well founded a judgement is. Another axis than likelihood, and never in one sentence with it.
    pub enum Confidence ("confidence": "a level of confidence") {
        Low = "low",
        Moderate = "moderate",
        High = "high",
    }
}

/// How a judgement turned out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub came_true: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Prose>,
}

/// What makes a note a judgement: it commits to something that will turn out true or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// What is held to be so: "X will do Y by Z". Older judgements have none and are read by the title of their note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposition: Option<Title>,
    pub likelihood: Likelihood,
    pub confidence: Confidence,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence_for: Vec<ItemRef>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence_against: Vec<ItemRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// The analyst's text in Markdown, attached to items and linking to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: NoteId,
    pub title: Title,
    #[serde(default)]
    pub body: Prose,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attached_to: Vec<ItemRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
}

impl Note {
    /// The items the body links to as `[[event:0192…|label]]`, each once, in order. Other brackets are plain text.
    pub fn links(&self) -> Vec<ItemRef> {
        let mut links = Vec::new();
        for part in self.body.as_str().split("[[").skip(1) {
            let target = part
                .split("]]")
                .next()
                .filter(|inside| inside.len() < part.len())
                .map(|inside| inside.split('|').next().unwrap_or(inside));
            if let Some(item) = target.and_then(|target| target.parse::<ItemRef>().ok())
                && !links.contains(&item)
            {
                links.push(item);
            }
        }
        links
    }

    pub fn check(&self) -> Result<(), Invalid> {
        let to_itself = self.attached_to.contains(&ItemRef {
            kind: ItemKind::Note,
            id: self.id.0,
        });
        if to_itself {
            Err(Invalid::of("attached_to", Reason::Itself))
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::parse_uuid;

    fn note(body: &str) -> Note {
        let id = NoteId(parse_uuid("00000000-0000-4000-8000-000000000001").unwrap());
        Note {
            id,
            title: Title::new("t").unwrap(),
            body: Prose::new(body).unwrap(),
            attached_to: vec![],
            judgement: None,
        }
    }

    #[test]
    fn links_are_read_from_the_body() {
        let event = "event:00000000-0000-4000-8000-00000000000a";
        let found = note(&format!(
            "See [[{event}|the summit]] and [[{event}]], not [[nothing]] nor [[unclosed"
        ))
        .links();
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), [event]);
    }
}
