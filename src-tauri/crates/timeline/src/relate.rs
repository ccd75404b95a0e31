//! What stands between events and between actors: links and standing ties.

use domain::{
    link::LinkKind,
    tie::{Sign, TieKind},
};
use std::collections::HashMap;
use uuid::Uuid;

use crate::Span;
use crate::span::Stored;

/// A link from one event to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkMark {
    pub from: Uuid,
    pub to: Uuid,
    pub kind: LinkKind,
}

/// A standing tie between two lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TieMark {
    pub id: Uuid,
    pub kind: TieKind,
    pub sign: Sign,
    /// Lane keys.
    pub from: u32,
    pub to: u32,
    /// `None` for a tie whose start and end are both unknown: it is drawn as always in force.
    pub span: Option<Span>,
}

/// A tie with its bounds as stored.
pub(crate) struct StoredTie {
    pub tie: TieMark,
    pub span: Stored,
}

#[derive(Default)]
pub(crate) struct Relations {
    /// By the event they start from.
    links: HashMap<Uuid, Vec<(Uuid, LinkKind)>>,
    ties: Vec<StoredTie>,
}

impl Relations {
    pub(crate) fn new(links: impl IntoIterator<Item = LinkMark>, ties: impl IntoIterator<Item = TieMark>) -> Self {
        use crate::span::{OPEN_AFTER, OPEN_BEFORE};
        let always = Stored {
            start_earliest: OPEN_BEFORE,
            start_latest: OPEN_BEFORE,
            end_earliest: OPEN_AFTER,
            end_latest: OPEN_AFTER,
            anchor: 0,
        };
        let mut from: HashMap<Uuid, Vec<(Uuid, LinkKind)>> = HashMap::new();
        for link in links {
            from.entry(link.from).or_default().push((link.to, link.kind));
        }
        let stored = |tie: TieMark| StoredTie {
            span: tie.span.and_then(|span| span.stored(true)).unwrap_or(always),
            tie,
        };
        Self {
            links: from,
            ties: ties.into_iter().map(stored).collect(),
        }
    }

    /// Links between two of the given events, as positions in the list; in the order of the list.
    pub(crate) fn links_among(&self, ids: &[Uuid]) -> Vec<(u32, u32, LinkKind)> {
        if self.links.is_empty() {
            return Vec::new();
        }
        let places: HashMap<&Uuid, u32> = ids.iter().zip(0..).collect();
        let from_one = |(id, from): (&Uuid, u32)| {
            let links = self.links.get(id).map_or(&[][..], Vec::as_slice);
            links
                .iter()
                .filter_map(|(to, kind)| Some((from, *places.get(to)?, *kind)))
                .collect::<Vec<_>>()
        };
        ids.iter().zip(0..).flat_map(from_one).collect()
    }

    /// Ties that may be in force in `start..end`.
    pub(crate) fn ties_in(&self, start: i64, end: i64) -> impl Iterator<Item = &StoredTie> {
        self.ties
            .iter()
            .filter(move |tie| tie.span.start_earliest < end && tie.span.end_latest >= start)
    }
}
