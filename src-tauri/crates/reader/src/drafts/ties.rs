//! Standing ties by the patterns of the lexicon: relations that are strained or close, alliances, troops stationed, dependence.

mod amount;

use super::{Draft, Sentence, in_role};
use crate::{
    context::{Context, Party},
    lexicon::{Mark, Side, TiePattern, TiePiece, TieRow},
    mention::Standing,
    proposal::{DraftProposal, LinkProposal, Relation},
    reader::Reader,
    words,
};
use domain::{
    amount::Amount,
    event::Role,
    link::LinkKind,
    named::{NamedItem, Noun},
};

/// Adds the ties of a sentence; returns the place of the first that an event of the sentence may have brought about.
pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &Context<'_>, found: &mut Vec<Draft>) -> Option<usize> {
    let mut caused = None;
    for at in 0..sentence.list.len() {
        let mut fired: Vec<&str> = Vec::new();
        for (row, pattern) in reader.lexicon().ties(sentence.word(at)) {
            if fired.contains(&row.rule.as_str()) {
                continue;
            }
            let search = Search { reader, sentence, context };
            if let Some((draft, end)) = search.tie(row, pattern, at) {
                fired.push(&row.rule);
                caused = caused.or(row.caused.then_some(found.len()));
                found.push(sentence.draft(draft, at, end));
            }
        }
    }
    caused
}

/// "remain strained after …": what the sentence tells behind "after" brought the tie about.
pub(super) fn causes(sentence: &Sentence<'_>, tie: Option<usize>, from: usize, found: &mut [Draft]) {
    let caused = sentence.list.iter().any(words::is_cause);
    let Some(tie) = tie.filter(|_| caused) else { return };
    let mut events = found.iter_mut().skip(from);
    if let Some(cause) = events.find(|draft| draft.proposal.item.noun != Noun::Tie) {
        cause.proposal.links.push(LinkProposal {
            relation: Relation::Link(LinkKind::Causes),
            draft: tie,
        });
    }
}

/// Looks for a pattern around one word.
struct Search<'a> {
    reader: &'a Reader,
    sentence: &'a Sentence<'a>,
    context: &'a Context<'a>,
}

/// What a pattern has matched so far.
#[derive(Clone, Default)]
struct Match {
    sides: [Vec<Party>; 2],
    amount: Option<Amount>,
    issue: Option<String>,
    /// Where words of the draft begin.
    open: Option<(Mark, usize)>,
    quote: Option<String>,
    /// After the last word that made the rule fire.
    fired: usize,
    counted: Option<usize>,
}

impl Search<'_> {
    fn tie(&self, row: &TieRow, pattern: &TiePattern, at: usize) -> Option<(DraftProposal, usize)> {
        let begun = Match {
            fired: at + 1,
            ..Match::default()
        };
        let mut matched = self
            .before(&pattern.before, at, begun)
            .and_then(|matched| self.after(&pattern.after, at + 1, matched))?;
        if let Some(counted) = matched.counted {
            matched.amount = amount::before(self.sentence, counted, self.sentence.word(at));
        }
        let [mut first, second] = matched.sides;
        first.retain(|party| second.iter().all(|other| other.side() != party.side()));
        if !states(&first) || !states(&second) {
            return None;
        }
        let roles = if row.mutual {
            [Role::Party; 2]
        } else {
            [Role::Actor, Role::Recipient]
        };
        let mut participants = in_role(&first, roles[0]);
        participants.extend(in_role(&second, roles[1]));
        let draft = DraftProposal {
            item: NamedItem {
                noun: Noun::Tie,
                kind: row.kind.as_str().to_owned(),
                sign: row.sign,
                participants,
                amount: matched.amount,
                issue: matched.issue,
                quote: matched.quote,
                ..NamedItem::default()
            },
            rule: format!("tie.{}", row.rule),
            confidence: 0.85,
            ..DraftProposal::default()
        };
        Some((draft, matched.fired))
    }

    /// What stands before the word at `end`, the nearest piece first.
    fn before(&self, pieces: &[TiePiece], end: usize, mut matched: Match) -> Option<Match> {
        let Some((piece, rest)) = pieces.split_first() else {
            return Some(matched);
        };
        let word = |words: &Vec<String>| end > 0 && words.iter().any(|word| word == self.sentence.word(end - 1));
        match piece {
            TiePiece::Words { words, .. } => word(words).then(|| self.before(rest, end - 1, matched))?,
            TiePiece::Maybe(words) if word(words) => self.before(rest, end - 1, matched),
            TiePiece::Maybe(_) => self.before(rest, end, matched),
            TiePiece::Gap { least, most } => (*least..=*most)
                .map_while(|length| end.checked_sub(length))
                .find_map(|end| self.before(rest, end, matched.clone())),
            TiePiece::Side(side) => {
                let start = self.side_before(*side, end, &mut matched)?;
                self.before(rest, start, matched)
            }
            TiePiece::Mark(mark) => {
                matched.open = Some((*mark, end));
                self.before(rest, end, matched)
            }
            TiePiece::Count => {
                matched.counted = Some(end);
                self.before(rest, end, matched)
            }
            TiePiece::Share | TiePiece::Position | TiePiece::Rest => None,
        }
    }

    /// What stands behind the word that fired, from `start` on.
    fn after(&self, pieces: &[TiePiece], start: usize, mut matched: Match) -> Option<Match> {
        let Some((piece, rest)) = pieces.split_first() else {
            return Some(matched);
        };
        let word = |words: &Vec<String>| words.iter().any(|word| word == self.sentence.word(start));
        match piece {
            TiePiece::Words { words, triggers } => {
                matched.fired = if *triggers { start + 1 } else { matched.fired };
                word(words).then(|| self.after(rest, start + 1, matched))?
            }
            TiePiece::Maybe(words) if word(words) => self.after(rest, start + 1, matched),
            TiePiece::Maybe(_) => self.after(rest, start, matched),
            TiePiece::Gap { least, most } => (*least..=*most)
                .map(|length| start + length)
                .take_while(|start| *start <= self.sentence.list.len())
                .find_map(|start| self.after(rest, start, matched.clone())),
            TiePiece::Side(side) => {
                let end = self.side_after(*side, start, &mut matched)?;
                self.after(rest, end, matched)
            }
            TiePiece::Mark(Mark::End) => {
                self.close(&mut matched, start);
                self.after(rest, start, matched)
            }
            TiePiece::Mark(mark) => {
                matched.open = Some((*mark, start));
                self.after(rest, start, matched)
            }
            TiePiece::Count => None,
            TiePiece::Share | TiePiece::Position => {
                let read = if *piece == TiePiece::Share {
                    amount::share_of
                } else {
                    amount::position
                };
                matched.amount = Some(read(self.sentence, start)?);
                matched.issue = matched.amount.as_ref().and_then(Amount::unit).map(str::to_owned);
                self.after(rest, start, matched)
            }
            TiePiece::Rest => {
                let end = (start..self.sentence.list.len()).find(|at| words::ends_issue(self.sentence.word(*at)));
                let end = end.unwrap_or(self.sentence.list.len()).min(start + 6);
                matched.issue = Some(self.sentence.written(start, end).to_owned());
                self.after(rest, start, matched)
            }
        }
    }

    fn close(&self, matched: &mut Match, end: usize) {
        let Some((mark, start)) = matched.open.take() else { return };
        let written = self.sentence.written(start, end);
        match mark {
            Mark::Quote => matched.quote = Some(written.to_owned()),
            Mark::Issue => matched.issue = Some(written.to_owned()),
            Mark::Amount => matched.amount = Amount::of_words(None, "", written),
            Mark::End => {}
        }
    }

    /// A side that ends before the word at `end`; returns where it begins.
    fn side_before(&self, side: Side, end: usize, matched: &mut Match) -> Option<usize> {
        let clause = self.sentence.clause();
        let (parties, start) = match side {
            Side::Subject => (clause.subject(self.chain(end), &self.context.subject, None).parties, 0),
            Side::SubjectOrFirst => (clause.subject(self.chain(end), &self.first_name(), None).parties, 0),
            Side::First => (self.first_name(), 0),
            Side::Name { .. } | Side::Both | Side::Thing => {
                let index = self.sentence.mentions.iter().position(|mention| mention.last == end)?;
                (self.named(side, index)?, self.sentence.mentions.get(index)?.first)
            }
        };
        set(side, parties, matched)?;
        Some(start)
    }

    /// A side that begins with the word at `start`; returns where it ends.
    fn side_after(&self, side: Side, start: usize, matched: &mut Match) -> Option<usize> {
        if side == Side::Thing {
            let things = &self.reader.lexicon().things;
            let (_, code) = things.iter().find(|(word, _)| word == self.sentence.word(start))?;
            set(side, vec![self.context.country(code)?], matched)?;
            return Some(start + 1);
        }
        let index = self.sentence.mentions.iter().position(|mention| mention.first == start)?;
        set(side, self.named(side, index)?, matched)?;
        let last = if side == Side::Both { index + 1 } else { index };
        Some(self.sentence.mentions.get(last)?.last)
    }

    fn named(&self, side: Side, index: usize) -> Option<Vec<Party>> {
        let mention = self.sentence.mentions.get(index)?;
        match side {
            Side::Name { place, .. } if !place && mention.standing == Standing::Place => None,
            Side::Name { group: false, .. } => Some(mention.parties.clone()),
            _ => Some(self.sentence.clause().group(index)),
        }
    }

    /// The first name of the sentence, for participles that go on with its subject.
    fn first_name(&self) -> Vec<Party> {
        let mut names = self.sentence.mentions.iter();
        let first = names.find(|mention| mention.standing != Standing::Place);
        first.map(|mention| mention.parties.clone()).unwrap_or_default()
    }

    /// Where the auxiliaries and adverbs before a verb begin.
    fn chain(&self, verb: usize) -> usize {
        let goes_on = |word: &str| words::is_have(word) || words::is_be(word) || words::is_adverb(word);
        (0..verb).rev().find(|at| !goes_on(self.sentence.word(*at))).map_or(0, |at| at + 1)
    }
}

/// Keeps who stands on a side; refused where nobody does, or where two were wanted.
fn set(side: Side, parties: Vec<Party>, matched: &mut Match) -> Option<()> {
    if side == Side::Both {
        let mut both = parties.into_iter();
        matched.sides = [vec![both.next()?], vec![both.next()?]];
        return Some(());
    }
    let second = matches!(side, Side::Name { second: true, .. } | Side::Thing);
    *matched.sides.get_mut(usize::from(second))? = parties;
    Some(())
}

fn states(parties: &[Party]) -> bool {
    !parties.is_empty() && parties.iter().all(|party| party.country.is_some())
}
