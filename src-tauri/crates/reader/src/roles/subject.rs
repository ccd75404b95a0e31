//! Who does what a verb tells.

use super::{Clause, Found};
use crate::{
    act::Act,
    context::Party,
    mention::{Mention, Standing},
    text::Word,
    words,
};

impl Clause<'_> {
    /// The subject of the verb whose auxiliaries begin at `chain`; `previous` is who did the last thing.
    pub fn subject(&self, chain: usize, previous: &[Party], last: Option<&Act<'_>>) -> Found {
        if let Some(aside) = self.before_aside(chain) {
            return self.subject(aside, previous, last.filter(|last| last.verb < aside));
        }
        let before = self.list.get(..chain).unwrap_or_default();
        let opener = before
            .iter()
            .rposition(|word| words::opens_clause(word) && !word.is("after") || word.is("after") && self.has_verb_after(word));
        let start = opener.map_or(0, |at| at + 1).max(self.from.min(chain));
        // "Denmark, which chairs the group, criticised …": the relative clause is closed before the verb.
        if let Some(relative) = self.closed_relative(before, chain) {
            let end = relative - usize::from(self.word(relative - 1) == ",");
            return self.subject(end, previous, last.filter(|last| last.verb < relative));
        }
        if let Some(relative) = opener.filter(|at| {
            start == chain && matches!(self.word(*at), "who" | "which" | "that")
                || self.word(*at) == "whose" && self.within(start, chain).next().is_none()
        }) {
            return self.antecedent(relative, previous);
        }
        if let Some(speech) = before
            .iter()
            .rposition(words::is_speech)
            .filter(|at| *at >= start || self.speaks_that(*at, start))
        {
            if let Some(last) = last.filter(|last| last.verb > speech && last.verb >= start) {
                return self.coordinated(last, chain, previous);
            }
            return self.told_by(speech, chain, previous);
        }
        if let Some(last) = last.filter(|last| last.verb >= start) {
            return self.coordinated(last, chain, previous);
        }
        self.named(start, chain, previous)
    }

    /// Whom a relative clause tells of: who is named right before it. "A licence that had lifted", "those who were attacked": nobody.
    fn antecedent(&self, relative: usize, previous: &[Party]) -> Found {
        let near = self.within(0, relative).next_back();
        match near {
            Some((_, mention)) if self.tells_of_thing(mention.last, relative) => Found::default(),
            Some((index, _)) => Found::sure(self.group(index), 0.7),
            None => Found::sure(previous.to_vec(), 0.7),
        }
    }

    /// Whether a thing or people nobody names stand between a name and the relative clause behind it.
    fn tells_of_thing(&self, from: usize, relative: usize) -> bool {
        let end = relative - usize::from(relative > from && self.word(relative - 1) == ",");
        matches!(self.word(end.saturating_sub(1)), "those" | "people")
            || (from..end).rev().skip(1).take(4).any(|at| {
                let opens = words::is_determiner(self.list.get(at)) && (self.word(at) != "the" || words::is_preposition(self.word(at - 1)));
                opens && self.within(at, end).next().is_none()
            })
    }

    /// Where a relative clause begins that ends right before a verb: "X, which chairs the group, criticised", "those who had been held
    /// by X were released".
    fn closed_relative(&self, before: &[Word], chain: usize) -> Option<usize> {
        let at = before
            .iter()
            .rposition(|word| matches!(word.lower.as_str(), "who" | "which" | "whose"))
            .filter(|at| *at > 1)?;
        let commas = self.word(at - 1) == "," && chain > at + 1 && self.word(chain - 1) == ",";
        let has_verb = (at + 1..chain).any(|at| words::is_be(self.list.get(at)) || words::is_have(self.list.get(at)));
        let second = has_verb
            && (words::is_be(self.list.get(chain)) || words::is_have(self.list.get(chain)) || words::is_modal(self.list.get(chain)));
        let coordinated = (at + 1..chain).any(|at| matches!(self.word(at), "and" | "but"));
        (commas || second && !coordinated).then_some(at)
    }

    /// "Egypt — which has long mediated — accused": where an aside that ends right before a verb begins, behind a name.
    fn before_aside(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1)?;
        let named = |at: usize| {
            self.mentions
                .iter()
                .any(|mention| mention.last == at && mention.standing != Standing::Place)
        };
        let covered = self.mentions.iter().any(|mention| mention.first < last && mention.last == end);
        if covered || !matches!(self.word(last), "," | "—" | "–" | ")") {
            return None;
        }
        let wanted = if self.word(last) == ")" { "(" } else { self.word(last) };
        let opens = |at: &usize| {
            let next = self.word(at + 1);
            wanted != ","
                || words::is_determiner(next)
                || words::describes(next)
                || words::is_preposition(next)
                || next.ends_with("ing")
                || next.ends_with("ed")
        };
        let from = last.saturating_sub(24).max(self.from);
        let begin = (from..last).rev().find(|at| self.word(*at) == wanted && named(*at) && opens(at))?;
        // "the visit, by Japan and Korea, and": a list is no aside.
        (begin > 0).then_some(begin)
    }

    /// "after" opens a clause only if a verb follows it closely; kept simple: a capital or a pronoun does.
    fn has_verb_after(&self, word: &Word) -> bool {
        let at = self.list.iter().position(|other| other.start == word.start).unwrap_or_default();
        self.mentions.iter().any(|mention| mention.first == at + 1) || words::is_pronoun(self.list.get(at + 1))
    }

    fn speaks_that(&self, speech: usize, start: usize) -> bool {
        start > 0 && self.word(start - 1) == "that" && start - 1 > speech && start - 1 - speech <= 4
    }

    /// "X said (that) Y …": Y, told by X; or X itself where Y is a pronoun or nobody.
    fn told_by(&self, speech: usize, chain: usize, previous: &[Party]) -> Found {
        let speaker = self.named(self.from.min(speech), self.chain_start(speech), previous);
        // Whom it was told stands before "that".
        let from = (speech + 1..chain).find(|at| self.word(*at) == "that").unwrap_or(speech + 1);
        let inner = self
            .within(from, chain)
            .find(|(_, mention)| mention.standing != Standing::Place && !self.is_time_or_place(mention));
        match inner {
            Some((index, _)) => Found {
                parties: self.group(index),
                sureness: 0.75,
                speaker: speaker.parties,
            },
            None => {
                let pronoun = (speech + 1..chain).any(|at| words::is_pronoun(self.list.get(at)));
                let own =
                    (speech + 1..chain).any(|at| words::is_possessive(self.list.get(at)) && words::is_own_side(self.list.get(at + 1)));
                let pronoun = pronoun || own;
                let nobody = (speech + 1..chain).all(|at| {
                    words::is_adverb(self.list.get(at))
                        || words::is_weekday(self.list.get(at))
                        || words::is_preposition(self.list.get(at))
                        || self.word(at) == "that"
                });
                if pronoun || nobody {
                    Found::sure(speaker.parties, 0.8)
                } else {
                    Found {
                        parties: Vec::new(),
                        sureness: 0.3,
                        speaker: speaker.parties,
                    }
                }
            }
        }
    }

    fn chain_start(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0
            && (words::is_modal(self.list.get(at - 1))
                || words::is_be(self.list.get(at - 1))
                || words::is_have(self.list.get(at - 1))
                || words::is_adverb(self.list.get(at - 1)))
        {
            at -= 1;
        }
        at
    }

    fn is_time_or_place(&self, mention: &Mention) -> bool {
        mention.first > 0 && words::is_location(self.list.get(mention.first - 1))
    }

    /// The subject of a second verb: its own if one stands after "and", else that of the first.
    fn coordinated(&self, last: &Act<'_>, chain: usize, previous: &[Party]) -> Found {
        let from = (last.end..chain).rev().find(|at| matches!(self.word(*at), "and" | "but" | ","));
        if let Some(from) = from {
            let own = self
                .within(from + 1, chain)
                .find(|(_, mention)| mention.standing != Standing::Place);
            if let Some((index, mention)) = own
                && chain - mention.last <= 6
            {
                return Found::sure(self.group(index), 0.7);
            }
        }
        Found::sure(previous.to_vec(), 0.7)
    }

    fn named(&self, start: usize, chain: usize, previous: &[Party]) -> Found {
        let mut end = chain;
        let covered = self.mentions.iter().any(|mention| mention.last == end);
        if end > start && self.word(end - 1) == "," && !covered {
            // "Pakistan, a key ally of the United States, has …": the description is not the subject.
            let comma = (start..end - 1).rev().find(|at| self.word(*at) == ",");
            let describes =
                comma.is_some_and(|comma| words::is_determiner(self.list.get(comma + 1)) || words::describes(self.list.get(comma + 1)));
            if let Some(comma) = comma.filter(|comma| describes && *comma > start) {
                end = comma;
            }
        }
        let piece = (start..end.saturating_sub(1))
            .rev()
            .find(|at| self.word(*at) == "," && self.within(*at + 1, end).next().is_some())
            .map_or(start, |comma| comma + 1);
        let own = self
            .within(piece, end)
            .find(|(_, mention)| mention.standing != Standing::Place && !self.is_time_or_place(mention))
            .or_else(|| self.within(piece, end).find(|(_, mention)| mention.standing != Standing::Place));
        let pronoun = (piece.max(end.saturating_sub(2))..end)
            .any(|at| words::is_pronoun(self.list.get(at)) && !matches!(self.word(at), "i" | "you" | "we"));
        match own {
            Some((index, _)) if !pronoun => Found::sure(self.group(index), 0.9),
            _ if pronoun => Found::sure(previous.to_vec(), 0.65),
            Some((index, _)) => Found::sure(self.group(index), 0.6),
            // Participles and infinitives go on with who acted last; a subject nobody names is nobody.
            None if end <= piece => Found::sure(previous.to_vec(), 0.7),
            None if end - piece <= 5 && self.word(piece) == "the" && words::takes_up(self.list.get(end - 1)) => {
                Found::sure(previous.to_vec(), 0.6)
            }
            None => Found::default(),
        }
    }
}
