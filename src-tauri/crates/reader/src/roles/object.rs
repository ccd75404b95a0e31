//! To whom an act is done.

use super::{Clause, Found};
use crate::{
    act::Act,
    context::Party,
    lexicon::Peculiarity,
    mention::{Mention, Standing},
    words,
};

impl Clause<'_> {
    /// Who stands after "by".
    pub fn agent(&self, from: usize) -> Found {
        // "poisoned with a toxin developed by …": the maker of the toxin is no doer.
        let by = (from..self.to.min(from + 12))
            .find(|at| self.word(*at) == "by")
            .filter(|by| *by == from || !self.word(by - 1).ends_with("ed"));
        let found = by.and_then(|by| {
            self.within(by, self.to)
                .find(|(_, mention)| mention.first <= by + 4 && mention.standing != Standing::Place)
                .filter(|(_, mention)| !(by + 1..mention.first).any(|at| words::is_preposition(self.list.get(at))))
        });
        found.map_or_else(Found::default, |(index, _)| Found::sure(self.group(index), 0.85))
    }

    /// "was summoned to the Dutch Foreign Ministry": whose it is.
    pub fn led_to(&self, from: usize) -> Found {
        let to = (from..self.to.min(from + 4)).find(|at| self.word(*at) == "to");
        let found = to.and_then(|to| {
            self.within(to, self.to)
                .find(|(_, mention)| mention.first <= to + 4 && mention.standing != Standing::Place)
        });
        found.map_or_else(Found::default, |(index, _)| Found::sure(self.group(index), 0.8))
    }

    /// "sanctions on Syria were imposed": the other side of a passive whose object stands before it.
    pub fn around_object(&self, act: &Act<'_>, object: usize, own: &[&str]) -> Found {
        let described = self
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| mention.first >= self.from && mention.first <= object)
            .rfind(|(_, mention)| mention.last + 3 >= object && mention.standing != Standing::Place && !own.contains(&mention.side()));
        if let Some((index, _)) = described
            .filter(|(_, mention)| !act.pattern.to.iter().any(|word| word == self.word(object + 1)) || mention.standing == Standing::People)
        {
            return Found::sure(self.group(index), 0.85);
        }
        let before = self.best(act, object + 1, act.chain, own);
        if before.sureness > 0.0 {
            return before;
        }
        let by = (act.end..self.to).find(|at| self.word(*at) == "by").unwrap_or(self.to);
        let stop = (act.verb + 1..self.to).find(|at| self.stops(*at, act)).unwrap_or(self.to);
        self.best(act, act.verb + 1, stop.min(by), own)
    }

    /// "review its position on Myanmar and lift sanctions": the other side named before a second verb.
    pub fn named_before(&self, act: &Act<'_>, own: &[&str]) -> Found {
        let from = act.chain.saturating_sub(12).max(self.from);
        let wanted = |mention: &Mention| act.pattern.to.iter().any(|word| word == self.preposition(mention, from));
        let found = self
            .within(from, act.chain)
            .rfind(|(_, mention)| !own.contains(&mention.side()) && wanted(mention) && mention.standing != Standing::Place);
        found.map_or_else(Found::default, |(index, _)| Found::sure(self.group(index), 0.62))
    }

    /// "who had been held by Iran": who is said in a relative clause to have held those that an act is done to.
    pub fn holder(&self, act: &Act<'_>) -> Vec<Party> {
        let by = (self.from + 1..act.chain).find(|at| self.word(*at) == "by" && words::holds(self.list.get(at - 1)));
        let found = by.and_then(|by| self.within(by + 1, act.chain).find(|(_, mention)| mention.first <= by + 3));
        found.map_or_else(Vec::new, |(index, _)| self.group(index))
    }

    /// "were expelled from Norway": the country that lets nobody stay.
    pub fn behind_from(&self, end: usize) -> Vec<Party> {
        let from = (end..end + 2).find(|at| self.word(*at) == "from");
        let found = from.and_then(|from| self.within(from + 1, self.to).find(|(_, mention)| mention.first <= from + 2));
        found.map_or_else(Vec::new, |(_, mention)| mention.parties.clone())
    }

    /// Who a participle right behind it describes: "250 Venezuelans deported by …".
    pub fn described(&self, act: &Act<'_>) -> Option<Found> {
        let bare = act.chain == act.verb;
        let near = self
            .mentions
            .iter()
            .position(|mention| mention.last + 1 >= act.chain && mention.last <= act.chain);
        let (index, mention) = near.filter(|_| bare).and_then(|at| Some((at, self.mentions.get(at)?)))?;
        let noun_between = mention.last == act.chain || !self.list.get(mention.last).is_some_and(|word| word.is_mark() || word.is("and"));
        (mention.standing != Standing::Place && noun_between).then(|| Found::sure(self.group(index), 0.85))
    }

    /// Whose land, waters or air "its airspace" is: of the side named before that is not the doer.
    pub fn owner_of_land(&self, act: &Act<'_>, source: &Found) -> Found {
        let land = |at: usize| words::is_land(self.list.get(at));
        let its = (act.verb..self.to.min(act.end + 6)).any(|at| matches!(self.word(at), "its" | "their") && (land(at + 1) || land(at + 2)));
        let own = |mention: &Mention| source.parties.iter().any(|party| party.side() == mention.side());
        let owner = self
            .within(self.from, act.chain)
            .find(|(_, mention)| mention.standing != Standing::Place && !own(mention));
        match owner.filter(|_| its) {
            Some((index, _)) => Found::sure(self.group(index), 0.65),
            None => Found::default(),
        }
    }

    /// "A joined B in condemning …": both of them.
    pub fn with_joined(&self, join: &Act<'_>, act: &Act<'_>, previous: &[Party]) -> Found {
        let mut both = self.subject(join.chain, previous, None);
        if let Some((index, _)) = self.within(join.end, act.chain).next() {
            both.parties.extend(self.group(index));
        }
        both
    }

    /// The preposition a mention hangs on, or the empty word for none.
    fn preposition(&self, mention: &Mention, from: usize) -> &str {
        let mut at = mention.first;
        while at > from && mention.first - at < 6 {
            at -= 1;
            let word = self.word(at);
            if words::is_preposition(word) || word == "that" {
                return word;
            }
            if word == "," {
                break;
            }
        }
        ""
    }

    /// The other side of an act told from `act.verb`; `own` are sides that cannot be it.
    pub fn object(&self, act: &Act<'_>, own: &[&str]) -> Found {
        let stop = (act.verb + 1..self.to).find(|at| self.stops(*at, act)).unwrap_or(self.to);
        let near = self.best(act, act.verb + 1, stop, own);
        // A threat or demand may name the other side only in its condition.
        let goes_on = matches!(self.word(stop), "if" | "unless" | "when");
        if near.sureness > 0.0 || !act.pattern.governs || !goes_on {
            return near;
        }
        let far = self.best(act, stop, self.to, own);
        Found {
            sureness: (far.sureness - 0.2).max(0.0),
            ..far
        }
    }

    fn stops(&self, at: usize, act: &Act<'_>) -> bool {
        match self.word(at) {
            word if words::ends_object(word) => at >= act.end,
            "that" => !act.pattern.governs && at >= act.end,
            "and" | "but" => at >= act.end && self.begins_clause(at + 1),
            "," => at >= act.end && words::goes_on(self.list.get(at + 1)) && !self.mentions.iter().any(|mention| mention.last == at),
            _ => false,
        }
    }

    /// "and Syria is taxing": a clause of its own.
    fn begins_clause(&self, at: usize) -> bool {
        let subject = self
            .mentions
            .iter()
            .find(|mention| mention.first >= at && mention.first <= at + 1 && !mention.possessive);
        subject.is_some_and(|mention| {
            let next = self.word(mention.last);
            words::is_be(next) || words::is_have(next) || words::is_modal(next)
        })
    }

    /// "blocked Israel from": the name right after the verb and nothing of its own behind it.
    fn is_direct(&self, act: &Act<'_>, mention: &Mention) -> bool {
        let ends = self
            .list
            .get(mention.last)
            .is_none_or(|word| word.is_mark() || words::is_preposition(word));
        mention.standing == Standing::Name && act.end == act.verb + 1 && mention.first <= act.verb + 2 && ends && !mention.possessive
    }

    /// "to Igoumenitsa, Greece": the country of a place that is not known.
    fn ends_place(&self, mention: &Mention) -> bool {
        let Some(town) = mention.first.checked_sub(2).filter(|town| *town > 0 && self.word(town + 1) == ",") else {
            return false;
        };
        let unknown = self.list.get(town).is_some_and(|word| word.capital) && self.within(town, town + 1).next().is_none();
        unknown && words::is_toward(self.list.get(town - 1))
    }

    /// "urged creditors to forgive B's debt": whom it is said to stands between the verb and "to", and is not the mention.
    fn asks_another(&self, act: &Act<'_>, mention: &Mention) -> bool {
        let verb = act.pattern.words.split(' ').next().unwrap_or_default();
        if !words::asks(verb) || mention.first <= act.verb {
            return false;
        }
        let to = (act.verb + 1..mention.first).find(|at| self.word(*at) == "to");
        to.is_some_and(|to| {
            let noun = (act.verb + 1..to).any(|at| {
                !words::is_preposition(self.list.get(at)) && !words::is_adverb(self.list.get(at)) && !words::is_weekday(self.list.get(at))
            });
            noun && self.within(act.verb + 1, to).next().is_none()
        })
    }

    fn best(&self, act: &Act<'_>, from: usize, to: usize, own: &[&str]) -> Found {
        let mut best: Option<(f64, usize)> = None;
        for (index, mention) in self.within(from, to) {
            if own.contains(&mention.side()) || mention.parties.is_empty() {
                continue;
            }
            if self.ends_place(mention) {
                continue;
            }
            // "in Niamey, Niger's capital": a description of the place.
            if mention.possessive && self.word(mention.last + 1) == "capital" {
                continue;
            }
            if act.pattern.journey && mention.first > act.end + 3 {
                continue;
            }
            if act.pattern.governs && self.asks_another(act, mention) {
                continue;
            }
            let preposition = self.preposition(mention, act.verb);
            if act.pattern.is(Peculiarity::Direct) && preposition.is_empty() && !self.is_direct(act, mention) {
                continue;
            }
            let wanted = act.pattern.to.iter().any(|word| word == preposition);
            let place = mention.standing == Standing::Place || words::is_location(preposition);
            let score = match preposition {
                // "seek China's support", "reject a U.S. request": named within the words of the act.
                _ if mention.last < act.end && mention.standing != Standing::Place => 0.97,
                // A journey to a city is a journey to its country.
                _ if act.pattern.journey && place && mention.first <= act.end + 1 => 0.9,
                _ if wanted && mention.standing == Standing::Place => 0.75,
                _ if wanted => 0.95,
                "" if place => 0.75,
                "" if self.is_direct(act, mention) => 0.98,
                "" if act.pattern.governs && mention.first <= act.end + 3 => 0.96,
                "" => 0.9,
                "by" if !act.pattern.governs => continue,
                _ if place => 0.5,
                "by" | "as" | "like" | "than" => 0.55,
                _ => 0.7,
            };
            // The farther from the act, the likelier it belongs to something else.
            let far = mention.first.saturating_sub(act.end.max(act.verb + 1)).saturating_sub(7);
            let score = score - (far as f64 * 0.03).min(0.3);
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, index));
            }
        }
        best.map_or_else(Found::default, |(score, index)| {
            let parties = self.group(index).into_iter().filter(|party| !own.contains(&party.side())).collect();
            // Only a visit is paid to a place; else it may be no more than where it happened.
            let by_place = !act.pattern.journey && self.mentions.get(index).is_some_and(|mention| mention.standing == Standing::Place);
            Found::sure(parties, if by_place { score.min(0.6) } else { score })
        })
    }
}
