//! Deeds told by those who suffer them.

use super::status_of;
use crate::{
    act::Act,
    context::Context,
    drafts::{Draft, Sentence, dated, in_role},
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    roles::{Clause, Found},
};
use domain::{event::Role, named::NamedItem, status::Status};

/// "the two were detained", "has been sanctioned": a deed whose doer the text does not name.
pub(super) fn suffered(
    reader: &Reader,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
    act: &Act<'_>,
    next: usize,
    target: &Found,
    context: &Context<'_>,
) -> Option<Draft> {
    let kind = act.pattern.kind.as_str();
    let told = !act.negated && status_of(act) == Status::Occurred && target.sureness > 0.65;
    let figure = (act.end..act.end + 2).any(|at| sentence.word(at) == "by");
    if !told || figure || !reader.kinds().get(kind).is_some_and(|kind| kind.suffered) || target.parties.is_empty() {
        return None;
    }
    // "who had been held by Iran, were released": who held them lets them go.
    let holder = match clause.holder(act) {
        holder if holder.is_empty() && kind == "expulsion" => clause.behind_from(act.end),
        holder => holder,
    };
    let mut participants = in_role(&holder, Role::Actor);
    participants.extend(in_role(&target.parties, Role::Recipient));
    let mut draft = DraftProposal {
        item: NamedItem {
            kind: kind.to_owned(),
            when: dated::of_act(sentence, act, next),
            participants,
            ..NamedItem::default()
        },
        rule: format!("{kind}.suffered"),
        confidence: if holder.is_empty() { 0.55 } else { 0.7 },
        doubts: vec![if holder.is_empty() { Doubt::NoAgent } else { Doubt::ActorCarried }],
        ..DraftProposal::default()
    };
    if draft.item.when.is_none() {
        dated::told_before(sentence, context, &mut draft);
    }
    Some(sentence.draft(draft, act.chain, act.end))
}
