//! What a statement says: its issue, its stance, its quoted words.

use super::{sides::others, telling};
use crate::{
    act::Act,
    context::{Context, Party},
    drafts::{Draft, Sentence, dated, in_role},
    proposal::DraftProposal,
    reader::Reader,
    roles::Clause,
    words,
};
use domain::{
    event::Role,
    named::{NamedItem, Noun},
    statement::Stance,
};

/// What a statement is about: the words after its verb, up to the next comma.
pub(super) fn issue_of(sentence: &Sentence<'_>, act: &Act<'_>, to: usize) -> Option<String> {
    let end = (act.end..to)
        .find(|at| matches!(sentence.word(*at), "," | ";" | "." | "while" | "as"))
        .unwrap_or(to)
        .min(act.end + 14);
    let end = end.max(act.verb + 1);
    let words = sentence.written(act.verb + 1, end).trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// The words between quotation marks.
pub(super) fn quote_in(sentence: &Sentence<'_>) -> Option<String> {
    let open = sentence.list.iter().position(words::is_quote)?;
    let close = sentence
        .list
        .iter()
        .enumerate()
        .skip(open + 1)
        .find(|(_, word)| words::is_quote(word))
        .map(|(at, _)| at)?;
    let quote = sentence.written(open + 1, close).trim_end_matches(',').to_owned();
    (!quote.is_empty()).then_some(quote)
}

/// How sure a statement is that only speaks of the other side.
const SURENESS_OF_OTHER: f64 = 0.6;

/// Where nobody acts but somebody emphasises or says something in quotes: a statement.
pub(super) fn quoted(reader: &Reader, sentence: &Sentence<'_>, clause: &Clause<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let said = &reader.lexicon().said;
    let Some(verb) = sentence.list.iter().position(|word| said.verbs.contains(&word.lower)) else {
        return;
    };
    let chain = (0..verb)
        .rev()
        .find(|at| !matches!(sentence.word(*at), "has" | "have" | "had") && !words::is_adverb(sentence.list.get(*at)))
        .map_or(verb, |at| at + 1);
    let subject = clause.subject(chain, &[], None);
    if subject.parties.is_empty() || subject.sureness < 0.6 {
        return;
    }
    context.subject.clone_from(&subject.parties);
    let several = subject
        .parties
        .iter()
        .any(|party| party.side() != subject.parties.first().map_or("", Party::side));
    let affirms = said.affirming.iter().any(|word| word == sentence.word(verb));
    let end = (verb + 1..sentence.list.len())
        .find(|at| matches!(sentence.word(*at), "while" | ";" | "."))
        .unwrap_or(sentence.list.len());
    let mut draft = DraftProposal {
        item: NamedItem {
            noun: Noun::Statement,
            kind: said.kind.clone(),
            quote: quote_in(sentence),
            stance: affirms.then_some(Stance::Supports),
            topics: sentence.topics(reader, verb, end),
            participants: in_role(&subject.parties, Role::Speaker),
            when: dated::beside(sentence, verb),
            ..NamedItem::default()
        },
        rule: format!("{}.{}", said.kind, sentence.word(verb)),
        confidence: 0.82,
        ..DraftProposal::default()
    };
    draft.item.issue = Some(
        draft
            .item
            .quote
            .clone()
            .unwrap_or_else(|| sentence.written(verb + 1, end.min(verb + 14)).to_owned()),
    );
    // Two sides that stress their cooperation pledge it to each other.
    let shared = (verb..end).any(|at| words::is_shared_good(sentence.list.get(at)));
    if several && shared {
        said.shared.clone_into(&mut draft.item.kind);
        draft.item.stance = reader.kinds().get(&said.shared).and_then(|kind| kind.stance);
        draft.item.participants = in_role(&subject.parties, Role::Party);
        draft.confidence = 0.8;
    }
    dated::said(sentence, context, &mut draft);
    let own: Vec<&str> = subject.parties.iter().map(Party::side).collect();
    if draft.item.kind == said.kind
        && let Some(other) = telling::only_other(sentence, &own)
    {
        draft.item.participants.push(other.with_role(Role::Recipient));
        draft.confidence = SURENESS_OF_OTHER;
    }
    others(sentence, &mut draft);
    found.push(sentence.draft(draft, verb, verb + 1));
}
