//! A sentence with its names and deeds: which deed is done, which only spoken of, wanted or thought of.

use super::{
    cases::{Case, Named},
    near,
    words::Deed,
};
use crate::{context::Context, drafts::Sentence, lexicon::Meetings};
use domain::kind::Kind;

/// How far the word that wants a deed stands behind it, in bytes.
const REACH_OF_WISH: usize = 90;

/// How far before a deed its doer stands who is told by "of", in bytes.
const REACH_OF_DOER: usize = 60;

pub(super) struct Scene<'a> {
    pub sentence: &'a Sentence<'a>,
    pub words: &'a Meetings,
    pub named: &'a [Named],
    pub deeds: &'a [Deed<'a>],
    pub context: &'a Context<'a>,
    /// Whether the other side stands behind the deed.
    pub behind: bool,
}

impl<'a> Scene<'a> {
    pub fn written(&self) -> &'a str {
        self.sentence.text.get(self.sentence.range.clone()).unwrap_or_default()
    }

    /// Who does a deed that is spoken of inside what is told: nobody where the words do not name them; nothing where it is told itself.
    pub fn doer_within(&self, deed: &Deed<'_>, kind: &Kind) -> Option<Option<&'a Named>> {
        if self.behind {
            return self.complement(deed).map(Some);
        }
        if kind.meeting || kind.mutual || kind.words || !self.is_spoken_of(deed) {
            return None;
        }
        let doer = self.named.iter().rfind(|one| {
            let gap = self.written().get(one.end..deed.start);
            one.case == Case::Of && gap.is_some_and(|gap| gap.len() <= REACH_OF_DOER && !near::breaks(gap))
        });
        let followed = self.deeds.iter().any(|other| other.start >= deed.end);
        match doer {
            None if !followed => None,
            doer => Some(doer),
        }
    }

    /// "谴责日方发射导弹": a name right behind a word of speech does what follows it.
    fn complement(&self, deed: &Deed<'_>) -> Option<&'a Named> {
        let speech = self.deeds.iter().rfind(|other| other.end <= deed.start)?;
        let blames = matches!(speech.kind, "criticism" | "accusation" | "denial" | "praise");
        let doer = self.named.iter().find(|one| one.start >= speech.end && one.end <= deed.start)?;
        let gap = self.written().get(speech.end..doer.start)?;
        let next = self.written().get(doer.end..deed.start)?;
        (blames && gap.chars().count() <= 2 && !near::breaks(next) && !next.contains('的')).then_some(doer)
    }

    /// Who does what a deed tells: the one named nearest before; of what the sentence ends with, whom it tells of.
    pub fn subject(&self, deed: &Deed<'_>) -> Option<&'a Named> {
        let nearest = self.named.iter().rfind(|one| one.case.acts() && one.end <= deed.start)?;
        let within = self.deeds.iter().any(|other| other.start >= nearest.end && other.end <= deed.start);
        let topic = self.named.iter().find(|one| one.case == Case::Topic && one.end <= nearest.start);
        Some(topic.filter(|_| within && nearest.case == Case::Subject).unwrap_or(nearest))
    }

    /// "억류된", "拘束された".
    pub fn is_passive(&self, deed: &Deed<'_>) -> bool {
        let told = self.written().get(deed.start..deed.end).unwrap_or_default();
        let rest = self.written().get(deed.end..).unwrap_or_default();
        let mut marks = self.words.passive.iter();
        marks.any(|mark| told.ends_with(mark.as_str()) || rest.starts_with(mark.as_str()))
    }

    /// Whether a side decides what is told as ahead of it, and by that does it.
    pub fn is_decided(&self, deed: &Deed<'_>) -> bool {
        let written = self.written();
        let near = if self.behind {
            written.get(..deed.start)
        } else {
            written.get(deed.end..)
        };
        near.is_some_and(|near| self.words.decides.iter().any(|word| near.contains(word.as_str())))
    }

    /// Whether the noun of a deed stands there without the verb that does it.
    fn is_spoken_of(&self, deed: &Deed<'_>) -> bool {
        let told = self.written().get(deed.start..deed.end).unwrap_or_default();
        let rest = self.written().get(deed.end..).unwrap_or_default();
        let end: String = told.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
        let done = |word: &String| end.contains(word.as_str()) || rest.starts_with(word.as_str());
        !self.words.done.is_empty() && !self.words.done.iter().any(done)
    }

    /// Whether somebody only wants the deed.
    pub fn is_wanted(&self, deed: &Deed<'_>) -> bool {
        let wants = |kind: &str| matches!(kind, "demand" | "appeal" | "rejection" | "warning" | "threat");
        if self.behind {
            let before = self.deeds.iter().rfind(|other| other.end <= deed.start);
            let gap = before.and_then(|before| self.written().get(before.end..deed.start));
            return before.is_some_and(|before| wants(before.kind)) && gap.is_some_and(|gap| !near::breaks(gap));
        }
        let mut behind = self.deeds.iter().filter(|other| other.start >= deed.end && wants(other.kind));
        let gap = behind.next().and_then(|other| self.written().get(deed.end..other.start));
        let clause = gap.map(near::up_to_clause);
        clause.is_some_and(|gap| gap.len() <= REACH_OF_WISH && self.words.wanted.iter().any(|word| gap.contains(word.as_str())))
    }

    /// Whether it is told as what may be, or would be.
    pub fn is_supposed(&self, deed: &Deed<'_>) -> bool {
        let near = near::around(self.written(), deed.start, deed.end);
        self.words.supposed.iter().any(|word| near.contains(word.as_str()))
    }
}
