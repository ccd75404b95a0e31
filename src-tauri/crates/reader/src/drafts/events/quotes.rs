//! What is said in a quote: "we" and "our country" are the speaker's side.

use super::{Draft, Sentence, in_role, sides::others, statement::quote_in};
use crate::{
    act::{self, Act},
    context::Context,
    drafts::dated,
    mention::Standing,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    roles::{Clause, Found},
    words,
};
use domain::{
    event::Role,
    named::{NamedItem, Noun},
};

/// Who does what an act in a quote tells: the speaker, where the quote says "we"; else nobody.
pub(super) fn speaks(
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
    act: &Act<'_>,
    quote: (usize, usize),
    context: &Context<'_>,
) -> Option<Found> {
    let opens = (quote.0..act.chain)
        .rev()
        .find(|at| words::opens_clause(sentence.list.get(*at)) || matches!(sentence.word(*at), "," | "and" | "but"))
        .map_or(quote.0, |at| at + 1);
    let own = (opens..act.chain).any(|at| {
        matches!(sentence.word(at), "we" | "i")
            || sentence.word(at) == "our"
                && (words::is_own_side(sentence.list.get(at + 1)) || words::is_own_side(sentence.list.get(at + 2)))
    });
    let said = speaker(sentence, clause, quote, context);
    if said.parties.is_empty() || own {
        return Some(said).filter(|said| !said.parties.is_empty());
    }
    // "“France has sent troops,” its minister said": the speaker tells of a deed of the own side.
    let named = sentence
        .mentions
        .iter()
        .rposition(|mention| mention.first >= opens && mention.last <= act.chain && mention.standing != Standing::Place)?;
    let parties = sentence.clause().group(named);
    let own_side = parties
        .iter()
        .all(|party| said.parties.iter().any(|one| one.side() == party.side()));
    own_side.then(|| Found::sure(parties, 0.75))
}

/// "“X must leave,” Y said": what one side demands of the other.
pub(super) fn demanded(reader: &Reader, sentence: &Sentence<'_>, clause: &Clause<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    for quote in act::quotes(sentence.list) {
        let Some((index, mention)) = sentence
            .mention_after(quote.0, quote.1)
            .filter(|(_, mention)| mention.standing != Standing::Place && mention.first <= quote.0 + 4)
        else {
            continue;
        };
        let must = mention.last;
        let owes = matches!(sentence.word(must), "must" | "should")
            || matches!(sentence.word(must), "has" | "have" | "needs" | "need" | "ought") && sentence.word(must + 1) == "to";
        let said = speaker(sentence, clause, quote, context);
        let target = sentence.clause().group(index);
        if !owes || said.parties.is_empty() || target.iter().any(|party| said.parties.iter().any(|own| own.side() == party.side())) {
            continue;
        }
        let kind = &reader.lexicon().said.must;
        let end = (must..quote.1)
            .find(|at| matches!(sentence.word(*at), "," | "." | ";"))
            .unwrap_or(quote.1);
        let mut participants = in_role(&said.parties, Role::Speaker);
        participants.extend(in_role(&target, Role::Recipient));
        let mut draft = DraftProposal {
            item: NamedItem {
                noun: Noun::Statement,
                kind: kind.clone(),
                when: dated::outside(sentence, quote),
                stance: reader.kinds().get(kind).and_then(|kind| kind.stance),
                issue: Some(sentence.written(mention.first, end.min(mention.first + 14)).to_owned()),
                quote: quote_in(sentence),
                topics: sentence.topics(reader, quote.0, quote.1),
                participants,
                ..NamedItem::default()
            },
            rule: format!("{kind}.quote"),
            confidence: 0.5 + said.sureness * 0.4,
            doubts: vec![Doubt::OneSide],
            ..DraftProposal::default()
        };
        dated::said(sentence, context, &mut draft);
        others(sentence, &mut draft);
        context.subject.clone_from(&said.parties);
        found.push(sentence.draft(draft, must, must + 1));
    }
}

/// Who is said to have said a quote: ", X said", ", said X", "X said: “…”"; or the one spoken of, where it is "he".
pub(super) fn speaker(sentence: &Sentence<'_>, clause: &Clause<'_>, quote: (usize, usize), context: &Context<'_>) -> Found {
    let outside = |at: &usize| !(quote.0..quote.1).contains(at);
    let mut verbs = (0..sentence.list.len()).filter(|at| outside(at) && words::is_speech(sentence.list.get(*at)));
    let after = verbs.clone().find(|at| *at >= quote.1);
    let Some(verb) = after.or_else(|| verbs.next()) else {
        return Found::default();
    };
    let whole = Clause {
        from: 0,
        to: sentence.list.len(),
        ..*clause
    };
    let from = if verb >= quote.1 { quote.1 } else { 0 };
    let near = |low: usize, high: usize| {
        sentence
            .mentions
            .iter()
            .position(|mention| mention.first >= low && mention.last <= high && mention.standing != Standing::Place)
    };
    if (from..verb).any(|at| words::is_pronoun(sentence.list.get(at))) && near(from, verb).is_none() {
        return Found::sure(context.subject.clone(), 0.65);
    }
    let named = near(from, verb).or_else(|| near(verb + 1, sentence.list.len().min(verb + 9)));
    named.map_or_else(Found::default, |index| Found::sure(whole.group(index), 0.85))
}
