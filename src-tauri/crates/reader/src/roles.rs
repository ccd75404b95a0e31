//! Who does it and to whom.

mod object;

use crate::{
    act::Act,
    context::Party,
    mention::{Mention, Standing},
    text::Word,
    words,
};

/// A sentence with its mentions.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'a> {
    pub list: &'a [Word],
    pub mentions: &'a [Mention],
    /// Words before the first and after the last are attribution.
    pub from: usize,
    pub to: usize,
}

/// What was found for one side of an act.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub parties: Vec<Party>,
    /// 0 to 1, how plainly the words say it.
    pub sureness: f64,
    /// Who is said to have told it, when not the subject.
    pub speaker: Vec<Party>,
}

impl Found {
    pub fn sure(parties: Vec<Party>, sureness: f64) -> Self {
        Self {
            parties,
            sureness,
            speaker: Vec::new(),
        }
    }
}

fn is_conjunction(word: &Word) -> bool {
    matches!(word.lower.as_str(), "and" | "or" | "&")
}

fn is_comma(gap: &[Word]) -> bool {
    gap.first().is_some_and(|word| word.is(",")) && gap.len() <= 2
}

/// "Japan, Philippines sign pact": two names at the head, then a verb.
pub(crate) fn is_headline_pair(list: &[Word], left: &Mention, right: &Mention) -> bool {
    let names = left.standing == Standing::Name && right.standing == Standing::Name && left.first == 0 && !right.possessive;
    let near = list.get(left.last..right.first).is_some_and(|gap| gap.len() == 1 && is_comma(gap));
    let verb = list
        .get(right.last)
        .is_some_and(|word| !word.is_mark() && !word.capital && !words::is_preposition(word));
    names
        && near
        && verb
        && !list
            .get(right.last)
            .is_some_and(|word| word.is("and") || word.lower.ends_with("ed") || word.lower.ends_with("s"))
}

impl Clause<'_> {
    fn word(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |word| word.lower.as_str())
    }

    /// Mentions within the words.
    fn within(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = (usize, &Mention)> {
        self.mentions
            .iter()
            .enumerate()
            .filter(move |(_, mention)| mention.first >= from && mention.last <= to)
    }

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

    /// A mention with those joined to it by "and".
    pub fn group(&self, index: usize) -> Vec<Party> {
        let Some(first) = self.mentions.get(index) else { return Vec::new() };
        let mut low = index;
        while low > 0 && self.mentions.get(low - 1).is_some_and(|before| self.joined(before, low)) {
            low -= 1;
        }
        let mut parties = Vec::new();
        let mut at = low;
        while let Some(mention) = self.mentions.get(at) {
            if mention.standing != Standing::Place || first.standing == Standing::Place {
                for party in &mention.parties {
                    if !parties.contains(party) {
                        parties.push(party.clone());
                    }
                }
            }
            at += 1;
            if !self.joined(mention, at) {
                break;
            }
        }
        parties
    }

    /// The last mention of those joined to one.
    pub fn group_last(&self, index: usize) -> usize {
        let mut at = index;
        while self.mentions.get(at).is_some_and(|mention| self.joined(mention, at + 1)) {
            at += 1;
        }
        at
    }

    /// Whether "and" comes at the end of what is joined by commas: "A, B and C".
    fn is_enumerated(&self, from: usize) -> bool {
        for pair in self.mentions.get(from..).unwrap_or_default().windows(2) {
            let [left, right] = pair else { return false };
            let gap = self.list.get(left.last..right.first).unwrap_or_default();
            if gap.len() <= 4 && gap.iter().any(is_conjunction) {
                return true;
            }
            if !is_comma(gap) {
                return false;
            }
        }
        false
    }

    fn joined(&self, left: &Mention, right_at: usize) -> bool {
        let Some(right) = self.mentions.get(right_at) else { return false };
        let gap = self.list.get(left.last..right.first).unwrap_or_default();
        if is_headline_pair(self.list, left, right) && gap.len() == 1 && is_comma(gap) {
            return true;
        }
        // "the Iran-US talks".
        let hyphen = gap.len() == 1 && gap.iter().all(|word| matches!(word.lower.as_str(), "-" | "–" | "/"));
        if hyphen || self.are_officials(gap) {
            return true;
        }
        let joins = gap.iter().any(is_conjunction) || is_comma(gap) && self.is_enumerated(right_at);
        let nouns = gap.iter().filter(|word| !words::joins(word)).count();
        let conjunction = gap.iter().any(is_conjunction);
        // "met with the one, then with the other"
        if gap.len() <= 4 && gap.last().is_some_and(|word| word.is("with")) && gap.iter().all(words::goes_on_with) {
            return true;
        }
        joins
            && nouns <= usize::from(conjunction)
            && gap.len() <= 4
            && !gap.iter().any(|word| words::is_preposition(word) && !word.is("as"))
    }

    /// "the Iranian army chief and the visiting deputy chief of the General Staff of Belarus": nothing but posts between two names.
    fn are_officials(&self, gap: &[Word]) -> bool {
        let post = |word: &Word| {
            word.capital && !word.is_mark()
                || words::is_title(word)
                || words::is_state_body(word)
                || words::is_determiner(word)
                || matches!(word.lower.as_str(), "of" | "and" | "visiting" | "counterpart" | "'s")
        };
        let titled = gap.iter().any(|word| words::is_name_title(word) || words::is_title(word));
        gap.len() > 4 && gap.len() <= 18 && titled && gap.iter().filter(|word| word.is("and")).count() == 1 && gap.iter().all(post)
    }

    /// The place named in the clause of an act.
    pub fn place(&self, from: usize, to: usize) -> Option<&Mention> {
        self.within(from, to)
            .map(|(_, mention)| mention)
            .find(|mention| mention.place.is_some() && mention.standing == Standing::Place)
    }
}
