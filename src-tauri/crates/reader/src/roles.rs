//! Who does it and to whom.

mod object;
mod subject;

use crate::{
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
