//! Who is tied to whom, and who held which post.

use domain::{
    event::Role,
    incoming::{IncomingTenure, IncomingTie, Party, Problem, Thing},
    period::End,
    tie::{Sign, TieKind},
};

use super::{Entity, actors::Known};
use crate::import::{Out, Stopped, dated};

/// The properties that hold the ends of a kind of entity that is a tie, and what tie it is.
pub(super) struct Edge {
    from: &'static str,
    to: &'static str,
    kind: TieKind,
    mutual: bool,
}

pub(super) fn edge(schema: &str) -> Option<Edge> {
    let (from, to, kind, mutual) = match schema {
        // What is owned depends on its owner.
        "Ownership" => ("asset", "owner", TieKind::Dependence, false),
        "Family" => ("person", "relative", TieKind::Partnership, true),
        "Associate" => ("person", "associate", TieKind::Partnership, true),
        "Membership" => ("member", "organization", TieKind::Membership, false),
        "Directorship" => ("director", "organization", TieKind::Membership, false),
        "Employment" => ("employee", "employer", TieKind::Membership, false),
        "Representation" => ("agent", "client", TieKind::Partnership, false),
        "UnknownLink" => ("subject", "object", TieKind::Partnership, false),
        _ => return None,
    };
    Some(Edge { from, to, kind, mutual })
}

/// Pairs of ends that one entity may tie.
const MOST_PAIRS: usize = 100;

/// A tie for each pair of its ends; nearly always there is one.
pub(super) fn tie(entity: &Entity<'_>, edge: &Edge, known: &Known, out: &mut Out<'_>) -> Result<(), Stopped> {
    let (from, to) = if edge.mutual {
        (Role::Party, Role::Party)
    } else {
        (Role::Actor, Role::Recipient)
    };
    let (from, to) = (known.all(entity, edge.from, from, out)?, known.all(entity, edge.to, to, out)?);
    for (property, ends) in [(edge.from, &from), (edge.to, &to)] {
        if entity.all(property).is_empty() {
            return out.fault(entity.row, property, entity.id, Problem::NothingToKeep);
        }
        if ends.is_empty() {
            return Ok(());
        }
    }
    if from.len().saturating_mul(to.len()) > MOST_PAIRS {
        return out.fault(entity.row, edge.to, entity.id, Problem::TooLong);
    }
    let start = dated::date(out, entity.row, entity.cell("startDate"))?;
    let end = dated::end(out, entity.row, start.as_ref(), entity.cell("endDate"))?;
    for (number, (from, to)) in (1..).zip(from.iter().flat_map(|from| to.iter().map(move |to| (from, to)))) {
        let tie = IncomingTie {
            kind: edge.kind,
            title: title(entity, from, to),
            from: from.clone(),
            to: to.clone(),
            mutual: edge.mutual,
            sign: Sign::Neutral,
            start: start.clone(),
            end: end.clone(),
            summary: summary(entity),
        };
        let id = entity.own_id().map(|id| if number == 1 { id } else { format!("{id}#{number}") });
        out.put(entity.row, id, Thing::Tie(Box::new(tie)))?;
    }
    Ok(())
}

fn title(entity: &Entity<'_>, from: &Party, to: &Party) -> String {
    let words = [entity.first("role"), entity.first("relationship"), entity.schema];
    let words = words.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
    format!("{} – {}: {words}", from.name, to.name)
}

fn summary(entity: &Entity<'_>) -> String {
    let said = entity.said(&[
        ("description", ""),
        ("summary", ""),
        ("role", "Role"),
        ("relationship", "Relationship"),
        ("percentage", "Percentage"),
        ("sharesCount", "Shares"),
        ("status", "Status"),
    ]);
    let lines = [said, entity.contested("startDate"), entity.contested("endDate")];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

pub(super) fn tenure(entity: &Entity<'_>, known: &Known, out: &mut Out<'_>) -> Result<(), Stopped> {
    let (holder, post) = (entity.first("holder"), entity.first("post"));
    let Some(holder) = known.party(holder) else {
        return out.fault(entity.row, "holder", holder, Problem::PointsNowhere);
    };
    let Some(post) = known.post(post) else {
        return out.fault(entity.row, "post", post, Problem::PointsNowhere);
    };
    let country = post.country.clone().or_else(|| holder.country.clone());
    let of = known.party(&post.organisation).cloned();
    let Some(of) = of.or_else(|| Some(Party::country(country?, Role::Party))) else {
        return out.fault(entity.row, "post", &post.name, Problem::NothingToKeep);
    };
    let start = dated::date(out, entity.row, entity.cell("startDate"))?;
    let end = match dated::end(out, entity.row, start.as_ref(), entity.cell("endDate"))? {
        End::Ongoing if entity.first("status") == "ended" => End::Unknown,
        end => end,
    };
    let tenure = IncomingTenure {
        holder: holder.clone(),
        post: post.name.clone(),
        of,
        start,
        end,
        acting: false,
    };
    out.put(entity.row, entity.own_id(), Thing::Tenure(Box::new(tenure)))
}
