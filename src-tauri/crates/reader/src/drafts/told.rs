//! What a text has told so far, for nouns that take it up: "the strikes", "the decision".

use super::{Draft, Sentence};
use crate::{
    act::Act,
    context::{Context, Party},
    reader::Reader,
    roles::Found,
    words,
};
use domain::{event::Role, named::Noun};

/// How many deeds are kept in mind.
const REMEMBERED: usize = 16;

/// A deed told.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    kind: String,
    in_words: bool,
    doers: Vec<Party>,
}

impl Context<'_> {
    /// Keeps who did what the latest drafts tell.
    pub fn note_told(&mut self, drafts: &[Draft]) {
        for draft in drafts.iter().filter(|draft| draft.proposal.item.noun != Noun::Tie) {
            let item = &draft.proposal.item;
            let doers = item
                .participants
                .iter()
                .filter(|one| matches!(one.role, Role::Actor | Role::Speaker | Role::Party | Role::Guest | Role::Host));
            let doers: Vec<Party> = doers.map(Party::named).collect();
            if self.told.len() == REMEMBERED {
                self.told.remove(0);
            }
            self.told.push(Told {
                kind: item.kind.clone(),
                in_words: item.noun == Noun::Statement,
                doers,
            });
        }
    }

    /// The parties of the latest deed of such a kind that several did together.
    pub fn parties_of(&self, fits: &dyn Fn(&str) -> bool) -> Option<Vec<Party>> {
        let several = |told: &&Told| {
            fits(&told.kind)
                && told
                    .doers
                    .iter()
                    .any(|party| party.side() != told.doers.first().map_or("", Party::side))
        };
        self.told.iter().rev().find(several).map(|told| told.doers.clone())
    }

    /// Whose deed "the strikes" or "the move" are, where words are about them.
    pub fn taken_up(&self, reader: &Reader, sentence: &Sentence<'_>, act: &Act<'_>, own: &[Party]) -> Found {
        let from = if act.passive { act.chain.saturating_sub(6) } else { act.verb + 1 };
        let to = if act.passive { act.chain } else { act.verb + 8 };
        let nobody = Found::default();
        let Some(the) = (from..to).find(|at| words::points_back(sentence.list.get(*at))) else {
            return nobody;
        };
        let noun = (the + 1..the + 4).find_map(|at| reader.lexicon().takes_up(sentence.word(at)));
        let Some(kinds) = noun else { return nobody };
        let fits = |told: &&Told| kinds.is_empty() && !told.in_words || kinds.contains(&told.kind);
        let Some(told) = self.told.iter().rev().find(fits) else {
            return nobody;
        };
        let others: Vec<Party> = told
            .doers
            .iter()
            .filter(|party| own.iter().all(|one| one.side() != party.side()))
            .cloned()
            .collect();
        if others.is_empty() { nobody } else { Found::sure(others, 0.68) }
    }
}
