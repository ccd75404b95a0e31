//! The Admiralty (NATO) grades: how reliable a source is, and how credible one piece of information.
//!
//! F and 6 mean *cannot be judged*, not *worst*. They weigh as the middle of the scale and sort apart from it.

use serde::{Deserialize, Serialize};

use crate::Invalid;

words! {
    /// Reliability of a source, A (completely reliable) to E (unreliable); F cannot be judged.
    #[derive(Default)]
    pub enum Reliability ("reliability": "a grade") {
        A = "A",
        B = "B",
        C = "C",
        D = "D",
        E = "E",
        #[default]
        F = "F",
    }
}

/// Credibility of one piece of information, 1 (confirmed by independent sources) to 5 (improbable); 6 cannot be judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "1 | 2 | 3 | 4 | 5 | 6"))]
#[serde(try_from = "u8", into = "u8")]
pub enum Credibility {
    Confirmed,
    ProbablyTrue,
    PossiblyTrue,
    Doubtful,
    Improbable,
    #[default]
    CannotBeJudged,
}

impl Reliability {
    pub fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
            Self::E => 'E',
            Self::F => 'F',
        }
    }

    /// 0 to 1, after the MISP admiralty scale (A 1.0 … E 0.0, F 0.5).
    pub fn weight(self) -> f64 {
        match self {
            Self::A => 1.0,
            Self::B => 0.75,
            Self::C | Self::F => 0.5,
            Self::D => 0.25,
            Self::E => 0.0,
        }
    }

    /// Position from best to worst; `None` for F, which has no place on the scale.
    pub fn rank(self) -> Option<u8> {
        (self != Self::F).then_some(self as u8)
    }
}

impl Credibility {
    pub const ALL: [Self; 6] = [
        Self::Confirmed,
        Self::ProbablyTrue,
        Self::PossiblyTrue,
        Self::Doubtful,
        Self::Improbable,
        Self::CannotBeJudged,
    ];

    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// 0 to 1, after the MISP admiralty scale (1 1.0 … 5 0.0, 6 0.5).
    pub fn weight(self) -> f64 {
        match self {
            Self::Confirmed => 1.0,
            Self::ProbablyTrue => 0.75,
            Self::PossiblyTrue | Self::CannotBeJudged => 0.5,
            Self::Doubtful => 0.25,
            Self::Improbable => 0.0,
        }
    }

    /// Position from best to worst; `None` for 6, which has no place on the scale.
    pub fn rank(self) -> Option<u8> {
        (self != Self::CannotBeJudged).then_some(self as u8)
    }
}

impl TryFrom<u8> for Credibility {
    type Error = Invalid;

    fn try_from(number: u8) -> Result<Self, Invalid> {
        Self::ALL.into_iter().find(|grade| grade.number() == number).ok_or_else(|| {
            Invalid::new("credibility", format!("{number} is not a grade")).hint("use 1 to 5, or 6 when it cannot be judged")
        })
    }
}

impl From<Credibility> for u8 {
    fn from(grade: Credibility) -> u8 {
        grade.number()
    }
}

/// How much a cited item counts, 0 to 1: the mean of the two grades.
pub fn credibility_weight(reliability: Reliability, credibility: Credibility) -> f64 {
    (reliability.weight() + credibility.weight()) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cannot_be_judged_is_neither_worst_nor_ranked() {
        assert_eq!(Reliability::F.rank(), None);
        assert_eq!(Credibility::CannotBeJudged.rank(), None);
        assert!(Reliability::F.weight() > Reliability::E.weight());
        assert!(Credibility::CannotBeJudged.weight() > Credibility::Improbable.weight());
    }

    #[test]
    fn grades_read_back() {
        for grade in Reliability::ALL {
            assert_eq!(Reliability::parse(&grade.letter().to_string()), Ok(grade));
        }
        for grade in Credibility::ALL {
            assert_eq!(Credibility::try_from(grade.number()), Ok(grade));
        }
        assert!(Reliability::parse("G").is_err());
        assert!(Credibility::try_from(7).is_err());
    }
}
