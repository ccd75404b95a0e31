//! From what a sentence says to drafts: events and statements, ties, and what adds to an earlier draft.

mod again;
mod agenda;
mod dated;
mod events;
mod evidence;
mod figures;
mod foreign;
mod nouns;
mod sureness;
mod ties;
mod title;
mod together;
mod told;

pub(crate) use told::Told;

use crate::{
    context::{Context, Party},
    found_dates::FoundDate,
    mention::Mention,
    proposal::{DraftProposal, Truncation},
    reader::Reader,
    roles::Clause,
    text::Word,
};
use dates::Tense;
use domain::{
    event::Role,
    kind::Quad,
    named::{NamedParticipant, Noun},
    text::Title,
};
use std::ops::Range;

/// A sentence and everything found in it so far.
pub(crate) struct Sentence<'a> {
    pub text: &'a str,
    pub range: Range<usize>,
    pub list: &'a [Word],
    pub mentions: &'a [Mention],
    /// The dates said in it, in bytes of the sentence, for a tense.
    pub dates: &'a dyn Fn(Tense) -> Vec<FoundDate>,
    /// Whether one is said in it that is told from a day that is not known.
    pub open_date: &'a dyn Fn() -> bool,
    pub language: &'a str,
}

/// A draft being made; spans are bytes of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub proposal: DraftProposal,
    pub spans: Vec<Range<usize>>,
    /// The words that made the rule fire.
    pub trigger: Range<usize>,
}

impl Sentence<'_> {
    pub fn word(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |word| word.lower.as_str())
    }

    /// Whether these words stand at the position.
    pub fn reads(&self, at: usize, words: &[impl AsRef<str>]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.word(at + offset) == word.as_ref())
    }

    /// The text from one word to another, end excluded.
    pub fn written(&self, first: usize, last: usize) -> &str {
        let start = self.list.get(first).map(|word| word.start);
        let end = last.checked_sub(1).and_then(|last| self.list.get(last)).map(|word| word.end);
        start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    pub fn clause(&self) -> Clause<'_> {
        Clause {
            list: self.list,
            mentions: self.mentions,
            from: 0,
            to: self.list.len(),
        }
    }

    /// Topics named between two words.
    pub fn topics(&self, reader: &Reader, first: usize, last: usize) -> Vec<String> {
        let words: Vec<&str> = self
            .list
            .get(first..last)
            .unwrap_or_default()
            .iter()
            .map(|word| word.lower.as_str())
            .collect();
        reader.lexicon().topics.named(&words).into_iter().map(str::to_owned).collect()
    }

    /// The first mention at or after a word, and before another.
    pub fn mention_after(&self, from: usize, to: usize) -> Option<(usize, &Mention)> {
        self.mentions
            .iter()
            .enumerate()
            .find(|(_, mention)| mention.first >= from && mention.first < to)
    }

    pub fn mention_before(&self, to: usize) -> Option<(usize, &Mention)> {
        self.mentions.iter().enumerate().rev().find(|(_, mention)| mention.last <= to)
    }

    /// A draft made by the words from one position to another, end excluded.
    pub fn draft(&self, proposal: DraftProposal, first: usize, last: usize) -> Draft {
        let start = self.list.get(first).map_or(self.range.start, |word| word.start);
        let end = last
            .checked_sub(1)
            .and_then(|last| self.list.get(last))
            .map_or(start, |word| word.end.max(start));
        self.draft_by(proposal, start..end)
    }

    /// A draft made by a stretch of the text.
    pub fn draft_by(&self, proposal: DraftProposal, trigger: Range<usize>) -> Draft {
        Draft {
            proposal,
            spans: vec![self.range.clone()],
            trigger,
        }
    }
}

/// Adds what a sentence says to the drafts of the text.
pub(crate) fn read_sentence(reader: &Reader, sentence: &Sentence<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    if sentence.language != "en" {
        let from = found.len();
        foreign::read(reader, sentence, context, found);
        settle(sentence, context, found.get_mut(from..).unwrap_or_default());
        return;
    }
    if sentence.mentions.is_empty() && !agenda::may_speak_of(sentence) {
        return;
    }
    let first = found.len();
    again::read(reader, sentence, context, found);
    let taken = agenda::read(reader, sentence, found);
    let from = found.len();
    let caused = ties::read(reader, sentence, context, found);
    if !taken {
        events::read(reader, sentence, context, found);
        ties::causes(sentence, caused, from, found);
    }
    nouns::read(reader, sentence, context, found);
    settle(sentence, context, found.get_mut(first..).unwrap_or_default());
    context.note_told(found.get(from..).unwrap_or_default());
    dated::note_day(sentence, context);
}

/// What concerns all drafts of a sentence, whatever its language.
fn settle(sentence: &Sentence<'_>, context: &Context<'_>, told: &mut [Draft]) {
    for draft in told {
        with_bodies(context, draft);
        sureness::doubt_holders(&context.assumed, &mut draft.proposal);
        evidence::of_sentence(sentence, context, draft);
    }
}

/// Puts beside a person the organisation that the person acts for.
fn with_bodies(context: &Context<'_>, draft: &mut Draft) {
    let all = &mut draft.proposal.item.participants;
    let serving: Vec<(Party, Role)> = all
        .iter()
        .filter(|one| one.country.is_none() && one.role != Role::Mentioned)
        .filter_map(|one| Some((context.body_of(&one.key)?, one.role)))
        .collect();
    for (body, role) in serving {
        if all.iter().all(|one| one.key != body.key) {
            all.push(body.with_role(role));
        }
    }
}

/// Joins drafts that say the same, and gives each its title and codes.
pub(crate) fn finish(reader: &Reader, found: Vec<Draft>, truncations: &mut Vec<Truncation>) -> Vec<Draft> {
    let mut drafts = together::merged(reader.kinds(), found, truncations);
    for draft in &mut drafts {
        complete(reader, &mut draft.proposal);
        weigh(reader, draft);
    }
    drafts
}

fn complete(reader: &Reader, draft: &mut DraftProposal) {
    draft.source_countries = countries(&draft.item.participants, Role::is_source);
    draft.target_countries = countries(&draft.item.participants, Role::is_target);
    if let Some(kind) = reader.kinds().get(&draft.item.kind).filter(|_| draft.item.noun != Noun::Tie) {
        let code = kind.code(draft.item.status);
        draft.quad = Quad::of_cameo(code).map(u8::from);
        draft.cameo = Some(code.to_owned());
        // What one shares with the other has a direction, what both hold together has none.
        if kind.mutual && (kind.meeting || draft.item.participants.iter().any(|one| one.role == Role::Party)) {
            let mut both = draft.source_countries.clone();
            both.extend(
                draft
                    .target_countries
                    .iter()
                    .filter(|code| !draft.source_countries.contains(code))
                    .cloned(),
            );
            draft.source_countries.clone_from(&both);
            draft.target_countries = both;
        }
    }
    sureness::cap(draft);
    let line = |words: &str| Title::of_words(words).map(String::from);
    draft.item.issue = draft.item.issue.as_deref().and_then(line);
    draft.item.title = line(&title::title(reader.kinds(), &draft.item)).unwrap_or_else(|| draft.item.kind.clone());
}

/// How sure a draft is by all that speaks for it and against it.
fn weigh(reader: &Reader, draft: &mut Draft) {
    let signs = evidence::of_whole(reader.kinds(), draft);
    let proposal = &mut draft.proposal;
    proposal.evidence.rule = proposal.confidence;
    proposal.evidence.signs.extend(signs);
    let confidence = match proposal.item.noun {
        // Among the drafts that the weights were fitted to there was no tie.
        Noun::Tie => proposal.evidence.by_rule(),
        _ => reader.weights().confidence(&proposal.evidence),
    };
    proposal.confidence = (confidence * 100.0).round() / 100.0;
}

fn countries(participants: &[NamedParticipant], wanted: impl Fn(Role) -> bool) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for participant in participants.iter().filter(|participant| wanted(participant.role)) {
        if let Some(code) = &participant.country
            && !codes.contains(code)
        {
            codes.push(code.clone());
        }
    }
    codes
}

/// Participants in a role, each once.
pub(crate) fn in_role(parties: &[Party], role: Role) -> Vec<NamedParticipant> {
    parties.iter().map(|party| party.with_role(role)).collect()
}
