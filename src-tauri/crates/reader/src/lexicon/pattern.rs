//! What tells an act: a verb and its words, or a noun.

use super::{NounRole, Peculiarity};
use crate::text::Word;
use domain::status::Status;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Word(String),
    Gap,
}

/// An action: its first word in any form, then words and gaps.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// As written in the lexicon.
    pub words: String,
    pub kind: String,
    /// Taught by a dossier: wins over shipped ones.
    pub taught: bool,
    pub rest: Vec<Piece>,
    pub to: Vec<String>,
    pub governs: bool,
    /// Who does it together does it to each other.
    pub mutual: bool,
    pub peculiar: Vec<Peculiarity>,
    /// Its kind is a journey to the other side.
    pub journey: bool,
    pub status: Option<Status>,
    pub also: Option<String>,
    pub(super) unless: Vec<String>,
    pub(super) needs: Vec<String>,
}

impl Pattern {
    pub fn is(&self, peculiarity: Peculiarity) -> bool {
        self.peculiar.contains(&peculiarity)
    }

    /// Whether the words around the verb let it mean this: none that make something else of it, and one of those it wants.
    pub fn fits(&self, before: &[Word], behind: &[Word], passive: bool) -> bool {
        let has = |all: &[String], words: &[Word]| words.iter().any(|word| all.iter().any(|one| is_word(word, one)));
        !has(&self.unless, before)
            && !has(&self.unless, behind)
            && (self.needs.is_empty() || has(&self.needs, behind) || passive && has(&self.needs, before))
    }
}

/// The word, or its plural.
pub(crate) fn is_word(word: &Word, wanted: &str) -> bool {
    word.is(wanted) || word.lower.strip_suffix('s') == Some(wanted) || wanted.strip_suffix('s') == Some(word.lower.as_str())
}

/// An act told by a noun.
#[derive(Debug)]
pub(crate) struct Noun {
    pub words: Vec<String>,
    pub kind: String,
    pub to: Vec<String>,
    pub of: NounRole,
    pub(super) taught: bool,
}
