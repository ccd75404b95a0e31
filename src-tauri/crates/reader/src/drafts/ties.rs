//! Standing ties: relations that are strained or close, alliances, troops stationed, dependence, restrictions, policies.

mod amount;

use super::{Draft, Sentence, in_role};
use crate::{
    context::{Context, Party},
    mention::{Mention, Standing},
    proposal::{DraftProposal, DraftType, LinkKind, LinkProposal, Quantity, Role, Status},
    reader::Reader,
    words,
};

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &Context<'_>, found: &mut Vec<Draft>) {
    for at in 0..sentence.list.len() {
        let tie = match sentence.word(at) {
            "relations" | "ties" | "relationship" => adjective(reader, sentence, at),
            "troops" | "soldiers" | "personnel" | "servicemen" | "marines" => presence(sentence, at),
            "alliance" => alliance(sentence, at),
            "rely" | "relies" | "relied" | "depend" | "depends" | "depended" | "dependent" | "reliant" => {
                dependence(sentence, at, context, found)
            }
            "market" | "partner" | "supplier" | "importer" | "exporter" => largest(sentence, at, found),
            "coordination" | "cooperation" | "partnership" | "collaboration" => kept_up(sentence, at),
            "restrictions" | "curbs" | "ban" | "sanctions" | "limits" => restriction(reader, sentence, at, context),
            "policy" | "principle" => policy(sentence, at),
            _ => None,
        };
        if let Some(tie) = tie {
            found.push(sentence.draft(tie, at, at + 1));
        }
        if matches!(sentence.word(at), "relations" | "ties") {
            found.extend(kept_up(sentence, at).map(|tie| sentence.draft(tie, at, at + 1)));
        }
    }
}

/// "remain strained after …": what the sentence tells behind "after" is the cause.
pub(super) fn causes(sentence: &Sentence<'_>, from: usize, found: &mut [Draft]) {
    let caused = (0..sentence.list.len()).any(|at| matches!(sentence.word(at), "after" | "following" | "because" | "since" | "over"));
    let dispute = found
        .iter()
        .enumerate()
        .skip(from)
        .find(|(_, draft)| draft.proposal.draft_type == DraftType::Tie && draft.proposal.kind == "dispute")
        .map(|(at, _)| at);
    let Some(dispute) = dispute.filter(|_| caused) else { return };
    if let Some(cause) = found
        .iter_mut()
        .skip(from)
        .find(|draft| draft.proposal.draft_type != DraftType::Tie)
    {
        cause.proposal.links.push(LinkProposal {
            kind: LinkKind::Causes,
            draft: dispute,
        });
    }
}

fn tie(kind: &str, sign: i8, rule: &str, first: &[Party], second: &[Party], directed: bool) -> DraftProposal {
    let (one, other) = if directed {
        (Role::Actor, Role::Recipient)
    } else {
        (Role::Party, Role::Party)
    };
    let mut participants = in_role(first, one);
    participants.extend(in_role(second, other));
    DraftProposal {
        draft_type: DraftType::Tie,
        kind: kind.to_owned(),
        status: Status::Occurred,
        sign,
        participants,
        rule: format!("tie.{rule}"),
        confidence: 0.85,
        ..DraftProposal::default()
    }
}

fn states(parties: &[Party]) -> bool {
    !parties.is_empty() && parties.iter().all(|party| party.country.is_some())
}

/// "relations between A and B remain strained", "A's relations with B are close".
fn adjective(reader: &Reader, sentence: &Sentence<'_>, at: usize) -> Option<DraftProposal> {
    if sentence.word(at + 1) != "between" {
        return None;
    }
    let (index, _) = sentence.mention_after(at + 2, at + 5)?;
    let group = sentence.clause().group(index);
    let (first, second) = (group.first()?.clone(), group.get(1)?.clone());
    let verb = (at + 4..at + 14).find(|at| {
        matches!(
            sentence.word(*at),
            "remain" | "remains" | "remained" | "are" | "were" | "been" | "have" | "grew" | "grown" | "stay" | "become" | "became"
        )
    })?;
    let row = (verb + 1..verb + 5).find_map(|at| {
        reader
            .lexicon()
            .ties
            .iter()
            .find(|row| row.words.iter().any(|word| word == sentence.word(at)))
    })?;
    Some(DraftProposal {
        quote: Some(sentence.written(verb, verb + 2).to_owned()),
        ..tie(&row.kind, row.sign, "relations", &[first], &[second], false)
    })
}

/// "roughly 28,500 U.S. troops stationed in South Korea".
fn presence(sentence: &Sentence<'_>, at: usize) -> Option<DraftProposal> {
    let (_, owner) = sentence
        .mention_before(at)
        .filter(|(_, mention)| mention.last + 1 >= at || keeps(sentence, mention, at))?;
    let placed = (at + 1..at + 4).find(|at| matches!(sentence.word(*at), "stationed" | "based" | "deployed" | "posted" | "garrisoned"))?;
    let (_, host) = sentence.mention_after(placed + 2, placed + 5)?;
    if owner.side() == host.side() || !states(&owner.parties) || !states(&host.parties) {
        return None;
    }
    let mut draft = tie("presence", 0, "presence", &owner.parties, &host.parties, true);
    let counted = if keeps(sentence, owner, at) { at } else { owner.first };
    draft.amount = amount::before(sentence, counted, sentence.word(at));
    Some(draft)
}

/// "The United States has about 50,000 troops …": the verb right after the name.
fn keeps(sentence: &Sentence<'_>, owner: &Mention, at: usize) -> bool {
    at > owner.last
        && at - owner.last <= 5
        && matches!(
            sentence.word(owner.last),
            "has" | "have" | "keeps" | "maintains" | "keep" | "maintain"
        )
}

/// "the A-B alliance", "its alliance with B".
fn alliance(sentence: &Sentence<'_>, at: usize) -> Option<DraftProposal> {
    let (index, second) = sentence.mention_before(at).filter(|(_, mention)| mention.last == at)?;
    let first = sentence.mentions.get(index.checked_sub(1)?)?;
    let gap = sentence.list.get(first.last..second.first)?;
    let joined = gap.iter().all(|word| matches!(word.lower.as_str(), "-" | "–" | "/" | "and"));
    if !joined || gap.len() > 1 || first.side() == second.side() || !states(&first.parties) || !states(&second.parties) {
        return None;
    }
    Some(tie("alliance", 1, "alliance", &first.parties, &second.parties, false))
}

/// "A relies on B for nearly half of its C".
fn dependence(sentence: &Sentence<'_>, at: usize, context: &Context<'_>, found: &mut Vec<Draft>) -> Option<DraftProposal> {
    let on = (at + 1..at + 4).find(|at| matches!(sentence.word(*at), "on" | "upon"))?;
    let (_, supplier) = sentence.mention_after(on + 1, on + 4)?;
    let subject = sentence.clause().subject(at, &context.subject, None);
    if !states(&subject.parties) || !states(&supplier.parties) || supplier.standing == Standing::Place {
        return None;
    }
    let mut draft = tie("dependence", 0, "dependence", &subject.parties, &supplier.parties, true);
    let reason = (supplier.last..sentence.list.len())
        .find(|at| sentence.word(*at) == "for")
        .filter(|at| *at < supplier.last + 3);
    if let Some(reason) = reason {
        draft.amount = amount::after(sentence, reason + 1);
    }
    // "… and as the largest market for its exports": a second dependence on the same side.
    let second = (supplier.last..sentence.list.len()).find(|at| sentence.reads(*at, &["and", "as"]));
    if let Some(second) = second {
        let mut other = tie("dependence", 0, "dependence.as", &subject.parties, &supplier.parties, true);
        other.amount = amount::role(sentence, second + 2);
        if other.amount.is_some() {
            // Kept apart from the first by what it is about.
            other.issue = other.amount.as_ref().and_then(|amount| amount.unit.clone());
            draft.issue = draft.amount.as_ref().and_then(|amount| amount.unit.clone());
            found.push(sentence.draft(draft, at, on + 1));
            return Some(other);
        }
    }
    Some(draft)
}

/// "B is A's largest trading partner".
fn largest(sentence: &Sentence<'_>, at: usize, found: &[Draft]) -> Option<DraftProposal> {
    let most = (at.saturating_sub(3)..at).find(|at| matches!(sentence.word(*at), "largest" | "biggest" | "main" | "top"))?;
    let told = found
        .last()
        .is_some_and(|draft| draft.proposal.kind == "dependence" && draft.spans.first() == Some(&sentence.range));
    let (index, dependent) = sentence
        .mention_before(most)
        .filter(|(_, mention)| mention.possessive && mention.last + 1 == most)?;
    let other = sentence.mentions.get(index.checked_sub(1)?)?;
    if told || other.side() == dependent.side() || !states(&other.parties) || !states(&dependent.parties) {
        return None;
    }
    let mut draft = tie("dependence", 0, "dependence.largest", &dependent.parties, &other.parties, true);
    draft.amount = Some(Quantity {
        value: None,
        unit: None,
        qualifier: Some(sentence.written(most, at + 1).to_owned()),
    });
    Some(draft)
}

/// "has continued close coordination with B", "maintaining independent relations with B".
fn kept_up(sentence: &Sentence<'_>, at: usize) -> Option<DraftProposal> {
    if sentence.word(at + 1) != "with" {
        return None;
    }
    let verb = (at.saturating_sub(4)..at).rev().find(|at| {
        matches!(
            sentence.word(*at),
            "continue"
                | "continued"
                | "continues"
                | "maintain"
                | "maintained"
                | "maintains"
                | "maintaining"
                | "keep"
                | "keeps"
                | "kept"
                | "keeping"
                | "enjoy"
                | "enjoys"
        )
    })?;
    let (index, _) = sentence.mention_after(at + 2, at + 5)?;
    let others = sentence.clause().group(index);
    let subject = sentence.clause().subject(chain(sentence, verb), &first_subject(sentence), None);
    let own: Vec<Party> = subject
        .parties
        .into_iter()
        .filter(|party| others.iter().all(|other| other.side() != party.side()))
        .collect();
    if !states(&own) || !states(&others) {
        return None;
    }
    Some(tie("partnership", 1, "kept-up", &own, &others, false))
}

fn chain(sentence: &Sentence<'_>, verb: usize) -> usize {
    let mut at = verb;
    while at > 0
        && (words::is_have(sentence.word(at - 1)) || words::is_be(sentence.word(at - 1)) || words::is_adverb(sentence.word(at - 1)))
    {
        at -= 1;
    }
    at
}

/// The first name of the sentence, for participles that go on with its subject.
fn first_subject(sentence: &Sentence<'_>) -> Vec<Party> {
    sentence
        .mentions
        .iter()
        .find(|mention| mention.standing != Standing::Place)
        .map(|mention| mention.parties.clone())
        .unwrap_or_default()
}

/// "Chinese restrictions on K-pop", "U.S. sanctions on Iran".
fn restriction(reader: &Reader, sentence: &Sentence<'_>, at: usize, context: &Context<'_>) -> Option<DraftProposal> {
    let (_, owner) = sentence
        .mention_before(at)
        .filter(|(_, mention)| mention.standing != Standing::Place && mention.last + 2 > at)?;
    if !matches!(sentence.word(at + 1), "on" | "against") || !states(&owner.parties) {
        return None;
    }
    let named = sentence
        .mention_after(at + 2, at + 6)
        .map(|(_, mention): (usize, &Mention)| mention.parties.clone());
    let thing = (at + 2..at + 6).find_map(|at| reader.lexicon().things.iter().find(|(word, _)| word == sentence.word(at)));
    let target = named.or_else(|| thing.and_then(|(_, code)| context.country(code)).map(|party| vec![party]))?;
    if target
        .iter()
        .any(|party| Some(party.side()) == owner.parties.first().map(Party::side))
    {
        return None;
    }
    let mut draft = tie("restriction", -1, "restriction", &owner.parties, &target, true);
    let end = (at + 2..sentence.list.len())
        .find(|at| matches!(sentence.word(*at), "and" | "," | "." | ";"))
        .unwrap_or(sentence.list.len())
        .min(at + 8);
    draft.issue = Some(sentence.written(at + 2, end).to_owned());
    Some(draft)
}

/// "its adherence to the one China policy": a policy of the subject towards the country of its name.
fn policy(sentence: &Sentence<'_>, at: usize) -> Option<DraftProposal> {
    let (_, named) = sentence.mention_before(at).filter(|(_, mention)| mention.last == at)?;
    let one = named
        .first
        .checked_sub(1)
        .is_some_and(|before| matches!(sentence.word(before), "one" | "one-"));
    let subject = first_subject(sentence);
    if !one || !states(&subject) || subject.first().map(Party::side) == Some(named.side()) {
        return None;
    }
    let mut draft = tie("policy", 1, "policy", &subject, &named.parties, true);
    draft.issue = Some(sentence.written(named.first - 1, at + 1).to_owned());
    Some(draft)
}
