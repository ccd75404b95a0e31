//! What a draft was read by, and how sure that makes it: a logistic regression over few signs, whose weights are data.

use crate::lexicon::{LexiconError, parse};
use domain::draft::Doubt;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What speaks for a draft and against it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What the rule that made it says, 0 to 1.
    pub rule: f64,
    /// The most that may be said, whatever else speaks for it: 0 to 1.
    pub most: Option<f64>,
    /// Signs that are there, by the names under which `data/lexicon/confidence.toml` weighs them.
    pub signs: BTreeSet<&'static str>,
}

/// The weights of signs, fitted to drafts judged by hand.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Of any draft.
    pub start: f64,
    /// Of the log-odds of what the rule says.
    pub rule: f64,
    /// Of signs; one that is not here weighs nothing.
    pub signs: BTreeMap<String, f64>,
}

const FILE: &str = "confidence.toml";

/// The signs that are not doubts. `drafts/evidence.rs` says when each is there.
const SIGNS: [&str; 26] = [
    "after-publication",
    "ahead",
    "body",
    "chinese",
    "crowded",
    "date-unsure",
    "deep",
    "far-side",
    "french",
    "in-quote",
    "japanese",
    "korean",
    "lead",
    "many-sided",
    "meeting",
    "new-name",
    "not-named-here",
    "noun",
    "of-other",
    "one-sided",
    "only-pair",
    "statement",
    "suffered",
    "told-again",
    "undated",
    "words",
];

/// What a rule says lies within these bounds before its log-odds are taken.
const BOUNDS: (f64, f64) = (0.05, 0.95);

impl Evidence {
    /// The log-odds of what the rule says.
    pub fn log_odds(&self) -> f64 {
        let said = self.rule.clamp(BOUNDS.0, BOUNDS.1);
        (said / (1.0 - said)).ln()
    }

    /// How sure the draft is where nothing is weighed.
    pub fn by_rule(&self) -> f64 {
        self.within(self.rule)
    }

    fn within(&self, confidence: f64) -> f64 {
        confidence.clamp(BOUNDS.0, BOUNDS.1).min(self.most.unwrap_or(1.0))
    }

    /// Keeps the draft from being surer than this.
    pub(crate) fn cap(&mut self, most: f64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }
}

impl Weights {
    /// # Errors
    /// A table that cannot be read, or that weighs a sign nobody sees.
    pub fn read(text: &str) -> Result<Self, LexiconError> {
        let weights: Self = parse(FILE, text)?;
        let known = |sign: &str| SIGNS.contains(&sign) || Doubt::parse(sign).is_ok();
        match weights.signs.keys().find(|sign| !known(sign)) {
            None => Ok(weights),
            Some(sign) => Err(LexiconError {
                file: FILE,
                message: format!("there is no sign {sign}"),
            }),
        }
    }

    /// How likely a draft with this evidence holds nothing false, 0 to 1: `1 / (1 + e^-z)` of the weighted sum *z*, then the cap.
    pub fn confidence(&self, evidence: &Evidence) -> f64 {
        let weigh = |sign: &'static str| self.signs.get(sign).copied().unwrap_or_default();
        let sum = self.start + self.rule * evidence.log_odds() + evidence.signs.iter().copied().map(weigh).sum::<f64>();
        evidence.within(1.0 / (1.0 + (-sum).exp()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights() -> Weights {
        Weights::read("start = -1.0\nrule = 1.0\n[signs]\nonly-pair = 1.0\nbare = -0.5").unwrap()
    }

    fn evidence(rule: f64, signs: &[&'static str]) -> Evidence {
        Evidence {
            rule,
            most: None,
            signs: signs.iter().copied().collect(),
        }
    }

    #[test]
    fn signs_move_the_log_odds_of_the_rule() {
        let sure = weights().confidence(&evidence(0.5, &["only-pair"]));
        assert!((sure - 0.5).abs() < 1e-9, "{sure}");
        let less = weights().confidence(&evidence(0.5, &["only-pair", "bare"]));
        assert!((less - 1.0 / (1.0 + 0.5_f64.exp())).abs() < 1e-9, "{less}");
        // A sign without a weight weighs nothing.
        assert_eq!(weights().confidence(&evidence(0.5, &["only-pair", "deep"])), sure);
    }

    #[test]
    fn a_cap_holds_whatever_speaks_for_a_draft() {
        let mut told = evidence(0.95, &["only-pair"]);
        told.cap(0.7);
        told.cap(0.6);
        assert_eq!((weights().confidence(&told), told.by_rule()), (0.6, 0.6));
    }

    #[test]
    fn a_table_weighs_only_signs_that_are_seen() {
        assert!(Weights::read("start = 0.0\nrule = 1.0\n[signs]\nfull-moon = 1.0").is_err());
        assert!(Weights::read(crate::Tables::SHIPPED.confidence).is_ok());
    }
}
