use domain::{Invalid, Reason, reason::Why};

/// Why a typed date was not understood: what is wrong and what to write instead.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{problem}: {hint}")]
pub struct Refusal {
    problem: String,
    hint: String,
    words: Vec<String>,
    why: Option<Why>,
}

impl Refusal {
    pub(crate) fn new(problem: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            hint: hint.into(),
            words: Vec::new(),
            why: None,
        }
    }

    /// For a reason that has words in every language, with the values that fill them.
    pub(crate) fn of(reason: Reason, values: &[(&str, &dyn ToString)]) -> Self {
        let Invalid { message, hint, why, .. } = Invalid::with("date", reason, values);
        Self {
            why,
            ..Self::new(message, hint.unwrap_or_default())
        }
    }

    pub(crate) fn of_words(words: Vec<String>) -> Self {
        let named: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
        Self {
            words,
            ..Self::of(Reason::DateWords, &[("words", &named.join(", "))])
        }
    }

    /// What is wrong, without a full stop.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// What to write instead.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    /// The refusal of a field that was to hold the date.
    pub fn at(&self, field: &str) -> Invalid {
        Invalid {
            why: self.why.clone(),
            ..Invalid::new(field, &self.problem).hint(&self.hint)
        }
    }

    /// The words that were not understood, in their order; empty when the fault is another.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}
