/// Why a typed date was not understood: what is wrong and what to write instead.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{problem}: {hint}")]
pub struct Refusal {
    problem: String,
    hint: String,
    words: Vec<String>,
}

impl Refusal {
    const EXAMPLES: &'static str =
        "write for example 5 January 2026, early January 2026, c. 2025, before 8 January 2026, since June 2025 or 2026-01";

    pub(crate) fn new(problem: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            hint: hint.into(),
            words: Vec::new(),
        }
    }

    pub(crate) fn of_words(words: Vec<String>) -> Self {
        let named: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
        Self {
            problem: format!("not understood: {}", named.join(", ")),
            hint: Self::EXAMPLES.to_owned(),
            words,
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

    /// The words that were not understood, in their order; empty when the fault is another.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}
