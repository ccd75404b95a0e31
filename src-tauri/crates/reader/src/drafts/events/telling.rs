//! What one side tells of another, where no act says it: "Y's move was no surprise, X said".

use super::{quotes, sides::others, statement::quote_in};
use crate::{
    act,
    context::{Context, Party},
    drafts::{Draft, Sentence, dated, in_role},
    mention::{Mention, Standing},
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    roles::{Clause, Found},
    words,
};
use domain::{
    event::Role,
    named::{NamedItem, Noun},
};

/// How sure a statement is whose other side is only spoken of.
const SURENESS: f64 = 0.42;

/// A statement of a speaker about the one other side the sentence names.
pub(super) fn of_other(reader: &Reader, sentence: &Sentence<'_>, clause: &Clause<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let is_verb = |at: &usize| words::is_speech(sentence.list.get(*at)) && !words::is_determiner(sentence.list.get(at.saturating_sub(1)));
    let Some(verb) = (0..sentence.list.len()).find(is_verb) else {
        return;
    };
    let speaker = speaker(sentence, clause, verb, context);
    let own: Vec<&str> = speaker.parties.iter().map(Party::side).collect();
    if own.is_empty() || speaker.sureness < 0.6 || sentence.word(verb + 1) == "by" {
        return;
    }
    let Some(other) = only_other(sentence, &own) else { return };
    // "said it would not …" is refused.
    let refuses = (verb + 1..verb + 5).any(|at| matches!(sentence.word(at), "would" | "will") && sentence.word(at + 1) == "not");
    let kind = if refuses {
        &reader.lexicon().refused
    } else {
        &reader.lexicon().said.kind
    };
    let end = (verb + 15).min(sentence.list.len());
    let mut participants = in_role(&speaker.parties, Role::Speaker);
    participants.extend(in_role(&[other], Role::Recipient));
    let mut draft = DraftProposal {
        item: NamedItem {
            noun: Noun::Statement,
            kind: kind.clone(),
            stance: reader.kinds().get(kind).and_then(|kind| kind.stance),
            quote: quote_in(sentence),
            issue: Some(sentence.written(verb + 1, end).to_owned()),
            topics: sentence.topics(reader, 0, sentence.list.len()),
            participants,
            when: dated::beside(sentence, verb),
            ..NamedItem::default()
        },
        rule: format!("{kind}.of-other"),
        confidence: SURENESS,
        doubts: vec![Doubt::OneSide],
        ..DraftProposal::default()
    };
    dated::said(sentence, context, &mut draft);
    others(sentence, &mut draft);
    context.subject.clone_from(&speaker.parties);
    found.push(sentence.draft(draft, verb, verb + 1));
}

/// Who says it: before the verb, or behind it at the end of the sentence.
fn speaker(sentence: &Sentence<'_>, clause: &Clause<'_>, verb: usize, context: &Context<'_>) -> Found {
    if let Some(quote) = act::quotes(sentence.list).first() {
        return quotes::speaker(sentence, clause, *quote, context);
    }
    let whole = Clause {
        from: 0,
        to: sentence.list.len(),
        ..*clause
    };
    let from = (0..verb).rev().find(|at| sentence.word(*at) == ",").map_or(0, |at| at + 1);
    let near = sentence
        .mentions
        .iter()
        .rposition(|mention| mention.first >= from && mention.last <= verb && answers(sentence, mention));
    match near {
        Some(index) => Found::sure(whole.group(index), 0.8),
        None if (from..verb).any(|at| words::is_pronoun(sentence.list.get(at))) => Found::sure(context.subject.clone(), 0.65),
        None => Found::default(),
    }
}

/// Whether somebody speaks for a side: "Palestinian officials", not "Palestinian residents".
fn answers(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let office = |at: usize| {
        words::is_title(sentence.list.get(at)) || words::is_state_body(sentence.list.get(at)) || words::is_government(sentence.list.get(at))
    };
    match mention.standing {
        Standing::Name => true,
        Standing::People => (mention.last..mention.last + 3).any(office),
        Standing::Place => false,
    }
}

/// The one other country the sentence names.
pub(super) fn only_other(sentence: &Sentence<'_>, own: &[&str]) -> Option<Party> {
    let named = sentence.mentions.iter().filter(|mention| mention.standing != Standing::Place);
    let mut others: Vec<&Party> = Vec::new();
    for party in named.flat_map(|mention| &mention.parties) {
        let known = own.contains(&party.side()) || others.iter().any(|other| other.side() == party.side());
        if !known && party.country.is_some() {
            others.push(party);
        }
    }
    match others.as_slice() {
        [other] => Some((*other).clone()),
        _ => None,
    }
}
