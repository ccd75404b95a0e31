//! "The second meeting in two months": an earlier meeting of the same two.

use super::{Draft, Sentence, in_role};
use crate::{
    context::Context,
    found_dates,
    proposal::{Doubt, DraftProposal, LinkProposal, Relation},
    reader::Reader,
    words,
};
use chrono::{Datelike, Months, NaiveDate};
use domain::{
    event::{Role, When},
    link::LinkKind,
    named::NamedItem,
};

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let Some(at) = (0..sentence.list.len())
        .find(|at| words::is_counted(sentence.list.get(*at)) && (1..3).any(|next| words::is_encounter(sentence.list.get(at + next))))
    else {
        return;
    };
    let Some(when) = (at + 2..sentence.list.len()).find_map(|at| earlier(sentence, at, context.published)) else {
        return;
    };
    let Some(position) = found
        .iter()
        .rposition(|draft| reader.kinds().is_encounter(&draft.proposal.item.kind) && draft.proposal.item.participants.len() > 1)
    else {
        return;
    };
    let Some(later) = found.get(position) else { return };
    let two: Vec<_> = later
        .proposal
        .item
        .participants
        .iter()
        .filter(|one| !one.is_new())
        .take(2)
        .cloned()
        .collect();
    let parties: Vec<_> = two
        .iter()
        .map(|one| crate::context::Party {
            key: one.key.clone(),
            name: one.name.clone(),
            country: one.country.clone(),
            is_person: true,
        })
        .collect();
    let proposal = DraftProposal {
        item: NamedItem {
            kind: later.proposal.item.kind.clone(),
            participants: in_role(&parties, Role::Party),
            when,
            ..NamedItem::default()
        },
        rule: "meet.again".to_owned(),
        confidence: 0.8,
        doubts: vec![Doubt::SaidAgain],
        ..DraftProposal::default()
    };
    let earlier = found.len();
    found.push(sentence.draft(proposal, at, at + 2));
    if let Some(later) = found.get_mut(position) {
        later.proposal.links.push(LinkProposal {
            relation: Relation::Link(LinkKind::FollowsUp),
            draft: earlier,
        });
        later.spans.push(sentence.range.clone());
    }
}

/// "in just two months": the words, and about when it was.
fn earlier(sentence: &Sentence<'_>, at: usize, published: Option<NaiveDate>) -> Option<Option<When>> {
    if !matches!(sentence.word(at), "in" | "within" | "over") {
        return None;
    }
    let first = (at + 1..at + 4).find(|at| !words::is_at_most(sentence.list.get(*at)))?;
    let number = match sentence.word(first) {
        "a" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        other => other.parse::<u32>().ok().filter(|number| *number < 100)?,
    };
    let unit = sentence.word(first + 1).trim_end_matches('s');
    let words = sentence.written(at, first + 2).to_owned();
    let when = published.and_then(|day| match unit {
        "month" => day
            .checked_sub_months(Months::new(number))
            .map(|then| format!("{:04}-{:02}~", then.year(), then.month())),
        "year" => Some(format!("{:04}~", day.year() - i32::try_from(number).ok()?)),
        "week" => day
            .checked_sub_days(chrono::Days::new(u64::from(number) * 7))
            .map(|then| format!("{then}~")),
        _ => None,
    });
    matches!(unit, "month" | "year" | "week").then(|| when.and_then(|edtf| found_dates::dated(&edtf, &words)))
}
