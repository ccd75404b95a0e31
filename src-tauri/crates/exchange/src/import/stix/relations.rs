use domain::{
    event::Role,
    incoming::{IncomingNote, IncomingTie, Party, Problem, Thing},
    tie::{Sign, TieKind},
};
use std::collections::HashMap;

use super::{Entry, Index, What, period};
use crate::import::{Out, Stopped, dated, json};

/// What a relation says of an event: the other end, and as what.
pub(super) struct OfEvent<'a> {
    other: &'a Entry<'a>,
    relation: &'a str,
    is_source: bool,
}

impl<'a> OfEvent<'a> {
    fn locates(&self) -> bool {
        self.is_source && matches!(self.relation, "located-at" | "originates-from")
    }

    pub fn party(&self) -> Option<Party> {
        let What::Actor(party) = &self.other.what else { return None };
        let role = match self.relation {
            _ if self.locates() => return None,
            "attributed-to" if self.is_source => Role::Actor,
            relation if self.is_source && is_hostile(relation) => Role::Recipient,
            _ => Role::Mentioned,
        };
        Some(Party { role, ..party.clone() })
    }

    pub fn place(&self) -> Option<&'a Entry<'a>> {
        self.locates().then_some(self.other)
    }
}

/// What the relations of a bundle say of its events and sectors, by where these stand.
pub(super) struct Relations<'a> {
    of_events: HashMap<usize, Vec<OfEvent<'a>>>,
    parts: HashMap<usize, Vec<&'a Entry<'a>>>,
}

impl<'a> Relations<'a> {
    pub fn of(index: &'a Index<'a>) -> Self {
        let mut all = Self {
            of_events: HashMap::new(),
            parts: HashMap::new(),
        };
        for (at, entry) in index.entries() {
            if matches!(entry.what, What::Relation) && index.is_newest(at) {
                all.add(index, entry);
            }
        }
        all
    }

    fn add(&mut self, index: &'a Index<'a>, entry: &'a Entry<'a>) {
        let (source, target) = (json::text(entry.object, "source_ref"), json::text(entry.object, "target_ref"));
        let (Some(from), Some(to)) = (index.find(source), index.find(target)) else {
            return;
        };
        let relation = json::text(entry.object, "relationship_type");
        let ends = [(index.at(source), from, to, true), (index.at(target), to, from, false)];
        for (at, end, other, is_source) in ends {
            let Some(at) = at else { continue };
            match (&end.what, &other.what) {
                (What::Event, What::Actor(_) | What::Place) => self.of_events.entry(at).or_default().push(OfEvent {
                    other,
                    relation,
                    is_source,
                }),
                (What::Sector, What::Sector) if is_source => self.parts.entry(at).or_default().push(other),
                _ => {}
            }
        }
    }

    pub fn of_event(&self, at: usize) -> &[OfEvent<'a>] {
        self.of_events.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The sectors that a sector is part of.
    pub fn parts_of(&self, at: usize) -> &[&'a Entry<'a>] {
        self.parts.get(&at).map_or(&[], Vec::as_slice)
    }
}

/// What comes of a relation.
enum Fate<'a> {
    Tie(&'a Party, &'a Party),
    /// A note of what somebody does with a thing that the record does not hold.
    Remark(&'a Entry<'a>, &'a Entry<'a>),
    /// It is told with the event or the sector.
    ToldElsewhere,
    Nothing(&'a Entry<'a>, &'a Entry<'a>),
    /// A column and what it points at.
    Nowhere(&'static str, &'a str),
}

fn fate<'a>(index: &'a Index<'a>, entry: &Entry<'a>) -> Fate<'a> {
    let [source, target] = ["source_ref", "target_ref"].map(|column| json::text(entry.object, column));
    let Some(from) = index.find(source) else {
        return Fate::Nowhere("source_ref", source);
    };
    let Some(to) = index.find(target) else {
        return Fate::Nowhere("target_ref", target);
    };
    match (&from.what, &to.what) {
        (What::Actor(source), What::Actor(target)) => Fate::Tie(source, target),
        (What::Event, What::Actor(_) | What::Place) | (What::Actor(_) | What::Place, What::Event) | (What::Sector, What::Sector) => {
            Fate::ToldElsewhere
        }
        (What::Actor(_) | What::Event, What::Event | What::Sector | What::Place | What::Other) if !to.name.is_empty() => {
            Fate::Remark(from, to)
        }
        _ => Fate::Nothing(from, to),
    }
}

/// Whether something in the record bears the relation's id.
pub(super) fn is_kept(index: &Index<'_>, entry: &Entry<'_>) -> bool {
    matches!(entry.what, What::Relation) && matches!(fate(index, entry), Fate::Tie(..) | Fate::Remark(..))
}

pub(super) fn relation(index: &Index<'_>, entry: &Entry<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    match fate(index, entry) {
        Fate::Tie(from, to) => tie(entry, from, to, out),
        Fate::Remark(from, to) => remark(entry, from, to, out),
        Fate::ToldElsewhere => Ok(()),
        Fate::Nothing(from, to) => {
            let ends = format!("{} – {}", from.name, to.name);
            out.fault(entry.row, words(entry), &ends, Problem::NothingToKeep)
        }
        Fate::Nowhere(column, reference) => out.fault(entry.row, column, reference, Problem::PointsNowhere),
    }
}

fn words<'a>(entry: &Entry<'a>) -> &'a str {
    json::text(entry.object, "relationship_type")
}

/// `APT41 targets Southwire`.
fn sentence(entry: &Entry<'_>, from: &str, to: &str) -> String {
    format!("{from} {} {to}", words(entry).replace('-', " "))
}

fn tie(entry: &Entry<'_>, from: &Party, to: &Party, out: &mut Out<'_>) -> Result<(), Stopped> {
    let (first, last) = period(entry.object);
    let start = dated::date(out, entry.row, first)?;
    let end = dated::end(out, entry.row, start.as_ref(), last)?;
    let (kind, sign) = kind(words(entry));
    let tie = IncomingTie {
        kind,
        title: sentence(entry, &from.name, &to.name),
        from: Party {
            role: Role::Actor,
            ..from.clone()
        },
        to: Party {
            role: Role::Recipient,
            ..to.clone()
        },
        mutual: false,
        sign,
        start,
        end,
        summary: json::text(entry.object, "description").to_owned(),
    };
    out.put(entry.row, entry.own_id(), Thing::Tie(Box::new(tie)))
}

/// What somebody does with a thing that the record does not hold.
fn remark(entry: &Entry<'_>, from: &Entry<'_>, to: &Entry<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let (first, last) = period(entry.object);
    let title = sentence(entry, from.name, to.name);
    let mut lines = vec![json::text(entry.object, "description").to_owned()];
    if let Some(when) = dated::when(out, entry.row, first, last)? {
        lines.push(format!("When: {}", when.edtf));
    }
    lines.retain(|line| !line.is_empty());
    let note = IncomingNote {
        title,
        body: lines.join("\n\n"),
        about: [from, to].iter().filter(|end| end.is_kept()).map(|end| end.id.to_owned()).collect(),
    };
    out.put(entry.row, entry.own_id(), Thing::Note(Box::new(note)))
}

fn is_hostile(relation: &str) -> bool {
    matches!(relation, "targets" | "compromises" | "impersonates" | "exploits" | "threatens")
}

fn kind(relation: &str) -> (TieKind, Sign) {
    let kind = match relation {
        relation if is_hostile(relation) => return (TieKind::Dispute, Sign::Negative),
        "part-of" | "member-of" | "belongs-to" | "employed-by" => TieKind::Membership,
        "located-at" | "originates-from" | "has-presence-in" => TieKind::Presence,
        "attributed-to" | "subordinate-of" | "owned-by" | "controlled-by" => TieKind::Dependence,
        _ => TieKind::Partnership,
    };
    (kind, Sign::Neutral)
}
