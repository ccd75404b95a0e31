//! What the views ask over and over, kept in memory: built when it is first asked for, taken along by every change. A copy shares what
//! did not change, so that whoever reads an earlier one is not disturbed.

mod actors;
mod numbers;
mod patch;
mod row;
mod sorted;
mod strands;
mod support;
mod topics;

use chrono::NaiveDate;
use domain::{
    Item, ItemKind, Moment,
    event::Event,
    id::EventId,
    kind::{KindId, Ontology},
    tie::Tie,
};
use relations::{Interval, Setting, Standing, intervals, standing_on};
use std::sync::Arc;
use store::{Read, Tally};
use timeline::{Columns, Flags};
use uuid::Uuid;

pub use actors::Actors;
pub use numbers::Numbers;
pub use row::{KIND_LANES, Row, TOPIC_LANES};
pub use support::Support;
pub use topics::Topics;

use crate::EngineError;
use sorted::{Keyed, Sorted};
use support::Supports;

/// The record as the views need it.
#[derive(Clone)]
pub struct Index {
    /// By first moment, then id; undated last.
    rows: Sorted<Arc<Row>>,
    pub actors: Arc<Actors>,
    pub topics: Arc<Topics>,
    /// The shipped kinds and the dossier's own, by the number rows and lanes speak of.
    pub kinds: Arc<Numbers<KindId>>,
    /// By id.
    pub ties: Arc<Vec<Tie>>,
    pub columns: Columns,
    /// Every act of every event's life, by event.
    acts: Sorted<Arc<Interval>>,
    /// The first moment of every event, as its row is sorted by.
    places: Sorted<(Uuid, i64)>,
    supports: Supports,
    tally: Tally,
    today: NaiveDate,
}

/// Acts lie beside the others of their event.
impl Keyed for Interval {
    type Key = (Uuid, Moment);

    fn key(&self) -> Self::Key {
        (self.act.event.0, self.from)
    }
}

impl Index {
    pub fn build(read: &dyn Read, actors: Arc<Actors>, ontology: &Ontology, today: NaiveDate) -> Result<Self, EngineError> {
        let mut kinds = Numbers::default();
        for kind in &ontology.kinds {
            kinds.give(&kind.id);
        }
        let topics = Arc::new(Topics::read(read)?);
        Self::fill(read, ontology, today, actors, topics, Arc::new(kinds))
    }

    /// Builds it anew with the numbers of lanes that were given out before.
    pub fn build_again(&self, read: &dyn Read, ontology: &Ontology, today: NaiveDate) -> Result<Self, EngineError> {
        let (actors, topics) = (self.actors.read_again(read)?, self.topics.read_again(read)?);
        Self::fill(read, ontology, today, Arc::new(actors), Arc::new(topics), Arc::clone(&self.kinds))
    }

    fn fill(
        read: &dyn Read,
        ontology: &Ontology,
        today: NaiveDate,
        actors: Arc<Actors>,
        topics: Arc<Topics>,
        kinds: Arc<Numbers<KindId>>,
    ) -> Result<Self, EngineError> {
        let mut index = Self {
            rows: Sorted::default(),
            actors,
            topics,
            kinds,
            ties: Arc::default(),
            columns: Columns::default(),
            acts: Sorted::default(),
            places: Sorted::default(),
            supports: Supports::read(read)?,
            tally: Tally::default(),
            today,
        };
        let (mut rows, mut acts) = (Vec::new(), Vec::new());
        read.each(ItemKind::Event, &mut |recorded| {
            if let Item::Event(event) = recorded.item {
                let (row, of_event) = index.derive(&event, ontology);
                rows.push(Arc::new(row));
                acts.extend(of_event.into_iter().map(Arc::new));
            }
            Ok(())
        })?;
        index.acts = acts.into_iter().collect();
        index.set_rows(rows);
        index.read_strands(read)?;
        Ok(index)
    }

    /// All rows anew, without ties and links.
    fn set_rows(&mut self, rows: impl IntoIterator<Item = Arc<Row>>) {
        self.rows = rows.into_iter().collect();
        self.places = self.rows().map(|row| (row.id.0, row.place().0)).collect();
        self.columns = Columns::build(self.rows().map(Row::mark));
        let marked = |flag| self.rows().filter(|row| row.flags.has(flag)).count() as u64;
        self.tally = Tally {
            statements: marked(Flags::STATEMENT),
            overdue: marked(Flags::OVERDUE),
        };
    }

    fn derive(&mut self, event: &Event, ontology: &Ontology) -> (Row, Vec<Interval>) {
        let support = self.supports.of(event.id.0);
        let acts = intervals(event, ontology, &self.actors.affiliations, support.credibility());
        let number = match self.kinds.find(&event.kind) {
            Some(number) => number,
            None => Arc::make_mut(&mut self.kinds).give(&event.kind),
        };
        let kind = u16::try_from(number).unwrap_or(u16::MAX);
        let row = Row::of(event, kind, ontology, &self.actors, &self.topics, support, self.today);
        (row, acts)
    }

    /// By first moment, then id; undated last.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &Row> + Clone {
        self.rows.iter().map(Arc::as_ref)
    }

    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The number of events.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows whose first moment is not before this one.
    pub fn rows_from(&self, moment: Moment) -> impl Iterator<Item = &Row> {
        self.rows.from(&(moment.0, Uuid::nil())).map(Arc::as_ref)
    }

    pub fn row(&self, event: EventId) -> Option<&Row> {
        let &(_, first) = self.places.get(&event.0)?;
        self.rows.get(&(first, event.0)).map(Arc::as_ref)
    }

    /// Every act of every event's life.
    pub fn acts(&self) -> impl Iterator<Item = &Interval> + Clone {
        self.acts.iter().map(Arc::as_ref)
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
        relations::dyads(self.acts(), &self.standing(ontology, setting.as_of), setting)
    }

    /// The day by which plans are overdue.
    pub fn today(&self) -> NaiveDate {
        self.today
    }
}
