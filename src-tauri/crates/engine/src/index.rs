//! What the views ask over and over, kept in memory: built when a dossier is opened, patched by every change.

mod actors;
mod numbers;
mod patch;
mod row;
mod snapshot;
mod strands;
mod support;
mod topics;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Item, ItemKind, Moment,
    event::Event,
    id::{ActorId, EventId},
    kind::{KindId, Ontology},
    tie::Tie,
};
use relations::{Interval, Setting, Standing, intervals, standing_on};
use std::collections::HashMap;
use timeline::{Columns, Mark};
use uuid::Uuid;

pub use actors::Actors;
pub use numbers::Numbers;
pub use row::{KIND_LANES, Row, TOPIC_LANES};
pub use snapshot::Snapshot;
pub use support::Support;
pub use topics::Topics;

use crate::EngineError;
use support::Supports;

/// The record as the views need it.
pub struct Index {
    /// By first moment, then id; undated last.
    pub rows: Vec<Row>,
    pub actors: Actors,
    pub topics: Topics,
    /// The shipped kinds and the dossier's own, by the number rows and lanes speak of.
    pub kinds: Numbers<KindId>,
    /// By id.
    pub ties: Vec<Tie>,
    pub columns: Columns,
    /// Every act of every event's life, in no order.
    pub acts: Vec<Interval>,
    places: HashMap<Uuid, (i64, Uuid)>,
    supports: Supports,
    today: NaiveDate,
    known: Option<DateTime<Utc>>,
}

impl Index {
    pub fn build(snapshot: &Snapshot<'_>, ontology: &Ontology, today: NaiveDate) -> Result<Self, EngineError> {
        let mut kinds = Numbers::default();
        for kind in &ontology.kinds {
            kinds.give(&kind.id);
        }
        let (actors, topics) = (
            Actors::read(snapshot, Numbers::default())?,
            Topics::read(snapshot, Numbers::default())?,
        );
        Self::fill(snapshot, ontology, today, actors, topics, kinds)
    }

    /// Builds it anew with the numbers of lanes that were given out before.
    pub fn build_again(&self, snapshot: &Snapshot<'_>, ontology: &Ontology, today: NaiveDate) -> Result<Self, EngineError> {
        let actors = Actors::read(snapshot, self.actors.lanes.clone())?;
        let topics = Topics::read(snapshot, self.topics.lanes.clone())?;
        Self::fill(snapshot, ontology, today, actors, topics, self.kinds.clone())
    }

    fn fill(
        snapshot: &Snapshot<'_>,
        ontology: &Ontology,
        today: NaiveDate,
        actors: Actors,
        topics: Topics,
        kinds: Numbers<KindId>,
    ) -> Result<Self, EngineError> {
        let mut index = Self {
            rows: Vec::new(),
            actors,
            topics,
            kinds,
            ties: Vec::new(),
            columns: Columns::default(),
            acts: Vec::new(),
            places: HashMap::new(),
            supports: Supports::read(snapshot)?,
            today,
            known: snapshot.known(),
        };
        snapshot.each(ItemKind::Event, &mut |item| {
            if let Item::Event(event) = item {
                let (row, acts) = index.derive(&event, ontology);
                index.rows.push(row);
                index.acts.extend(acts);
            }
        })?;
        index.rows.sort_unstable_by_key(Row::place);
        index.places = index.rows.iter().map(|row| (row.id.0, row.place())).collect();
        index.columns = Columns::build(index.rows.iter().map(Row::mark));
        index.read_strands(snapshot)?;
        Ok(index)
    }

    fn derive(&mut self, event: &Event, ontology: &Ontology) -> (Row, Vec<Interval>) {
        let support = self.supports.of(event.id.0);
        let acts = intervals(event, ontology, &self.actors.affiliations, support.credibility());
        let kind = u16::try_from(self.kinds.give(&event.kind)).unwrap_or(u16::MAX);
        let row = Row::of(event, kind, ontology, &self.actors, &self.topics, support, self.today);
        (row, acts)
    }

    pub fn row(&self, event: EventId) -> Option<&Row> {
        let place = self.places.get(&event.0)?;
        self.rows.binary_search_by_key(place, Row::place).ok().map(|at| &self.rows[at])
    }

    /// The ties in force between countries at a moment.
    pub fn standing(&self, ontology: &Ontology, as_of: Moment) -> Vec<Standing> {
        self.ties
            .iter()
            .filter_map(|tie| standing_on(tie, ontology, &self.actors.affiliations, as_of))
            .collect()
    }

    /// Where every two countries stand.
    pub fn dyads(&self, ontology: &Ontology, setting: Setting) -> Vec<relations::Dyad> {
        relations::dyads(&self.acts, &self.standing(ontology, setting.as_of), setting)
    }

    /// The country an actor acts for at a moment.
    pub fn country_of(&self, actor: ActorId, at: Option<Moment>) -> Option<ActorId> {
        self.actors.affiliations.country_of(actor, at)
    }

    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The past moment whose knowledge it holds; `None` where it is that of now.
    pub fn known(&self) -> Option<DateTime<Utc>> {
        self.known
    }
}

impl Row {
    /// The mark the timeline draws.
    fn mark(&self) -> Mark<'_> {
        Mark {
            id: self.id.0,
            span: self.span,
            weight: self.weight as f32,
            salience: self.salience,
            status: self.status,
            kind: self.kind,
            flags: self.flags,
            lanes: &self.lanes,
        }
    }
}
