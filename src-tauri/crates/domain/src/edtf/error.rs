use std::borrow::Cow;

/// Why a text is not EDTF: what is wrong, at which character, and what to write instead.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{problem}, at character {}: {hint}", offset + 1)]
pub struct EdtfError {
    problem: Cow<'static, str>,
    offset: usize,
    hint: &'static str,
}

impl EdtfError {
    pub(super) fn new(problem: impl Into<Cow<'static, str>>, offset: usize, hint: &'static str) -> Self {
        Self {
            problem: problem.into(),
            offset,
            hint,
        }
    }

    /// What is wrong, without a full stop.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Where it is wrong: characters (not bytes) from the start of the text as given, from 0.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// What to write instead.
    pub fn hint(&self) -> &'static str {
        self.hint
    }
}
