//! What the views ask over and over, kept in memory: built when a dossier is opened, patched by every change.

mod actors;
mod row;
mod snapshot;
mod support;

use chrono::NaiveDate;
use domain::{
    Item, ItemKind, ItemRef, Moment,
    event::Event,
    id::{ActorId, EventId, TopicId},
    kind::{KindId, Ontology},
    tie::Tie,
};
use relations::{Setting, Spell, Standing, spells, standing_on};
use std::collections::{BTreeSet, HashMap};
use timeline::{Columns, LinkMark, Mark, Span, TieMark};
use uuid::Uuid;

pub use actors::{ActorEntry, Actors};
pub use row::{KIND_LANES, Row, TOPIC_LANES};
pub use snapshot::Snapshot;

use crate::EngineError;
use support::Supports;

/// The record as the views need it.
pub struct Index {
    /// By first moment, then id; undated last.
    pub rows: Vec<Row>,
    pub actors: Actors,
    pub topics: Vec<(TopicId, String)>,
    pub kinds: Vec<KindId>,
    pub ties: Vec<Tie>,
    pub columns: Columns,
    /// Every act of every event's life.
    pub acts: Vec<Spell>,
    places: HashMap<Uuid, (i64, Uuid)>,
    supports: Supports,
    today: NaiveDate,
}

impl Index {
    pub fn build(snapshot: &Snapshot<'_>, ontology: &Ontology, today: NaiveDate) -> Result<Self, EngineError> {
        let mut index = Self {
            rows: Vec::new(),
            actors: Actors::read(snapshot)?,
            topics: topics(snapshot)?,
            kinds: ontology.kinds.iter().map(|kind| kind.id.clone()).collect(),
            ties: Vec::new(),
            columns: Columns::build([]),
            acts: Vec::new(),
            places: HashMap::new(),
            supports: Supports::read(snapshot)?,
            today,
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

    /// Takes over what was touched.
    pub fn patch(
        &mut self,
        snapshot: &Snapshot<'_>,
        touched: &[ItemRef],
        ontology: &Ontology,
        today: NaiveDate,
    ) -> Result<(), EngineError> {
        if today != self.today {
            *self = Self::build(snapshot, ontology, today)?;
            return Ok(());
        }
        let of = |kind: ItemKind| touched.iter().filter(move |item| item.kind == kind).map(|item| item.id);
        let mut events: BTreeSet<Uuid> = of(ItemKind::Event).collect();
        if touched
            .iter()
            .any(|item| matches!(item.kind, ItemKind::Actor | ItemKind::Office | ItemKind::Tenure))
        {
            let stale = self.actors.read_again(snapshot)?;
            events.extend(
                self.rows
                    .iter()
                    .filter(|row| row.actors.iter().any(|part| stale.contains(&part.actor)))
                    .map(|row| row.id.0),
            );
        }
        if touched.iter().any(|item| item.kind == ItemKind::Topic) {
            self.topics = topics(snapshot)?;
        }
        events.extend(self.supports.patch(snapshot, touched)?);
        for event in events {
            self.patch_event(snapshot, event, ontology)?;
        }
        if touched
            .iter()
            .any(|item| matches!(item.kind, ItemKind::Tie | ItemKind::Link | ItemKind::Actor))
        {
            self.read_strands(snapshot)?;
        }
        Ok(())
    }

    fn patch_event(&mut self, snapshot: &Snapshot<'_>, id: Uuid, ontology: &Ontology) -> Result<(), EngineError> {
        if let Some(place) = self.places.remove(&id)
            && let Ok(at) = self.rows.binary_search_by_key(&place, Row::place)
        {
            self.rows.remove(at);
        }
        self.acts.retain(|spell| spell.act.event.0 != id);
        let Some(Item::Event(event)) = snapshot.get(ItemRef { kind: ItemKind::Event, id })? else {
            self.columns.remove(id);
            return Ok(());
        };
        let (row, acts) = self.derive(&event, ontology);
        let place = row.place();
        self.columns.put(&row.mark());
        let at = self.rows.partition_point(|other| other.place() < place);
        self.rows.insert(at, row);
        self.places.insert(id, place);
        self.acts.extend(acts);
        Ok(())
    }

    fn derive(&mut self, event: &Event, ontology: &Ontology) -> (Row, Vec<Spell>) {
        let support = self.supports.of(event.id.0);
        let acts = spells(event, ontology, &self.actors.affiliations, support.credibility());
        let number = |kind: &KindId| self.kinds.iter().position(|known| known == kind);
        let kind = number(&event.kind).unwrap_or_else(|| {
            self.kinds.push(event.kind.clone());
            self.kinds.len() - 1
        });
        (
            Row::of(
                event,
                u16::try_from(kind).unwrap_or(u16::MAX),
                ontology,
                &self.actors,
                &self.topics,
                support,
                self.today,
            ),
            acts,
        )
    }

    fn read_strands(&mut self, snapshot: &Snapshot<'_>) -> Result<(), EngineError> {
        let (mut ties, mut links) = (Vec::new(), Vec::new());
        snapshot.each(ItemKind::Tie, &mut |item| {
            if let Item::Tie(tie) = item {
                ties.push(tie);
            }
        })?;
        snapshot.each(ItemKind::Link, &mut |item| {
            if let Item::Link(link) = item {
                links.push(LinkMark {
                    from: link.from.0,
                    to: link.to.0,
                    kind: link.kind,
                });
            }
        })?;
        self.columns.set_links(links);
        let marks: Vec<TieMark> = ties.iter().filter_map(|tie| self.tie_mark(tie)).collect();
        self.columns.set_ties(marks);
        self.ties = ties;
        Ok(())
    }

    fn tie_mark(&self, tie: &Tie) -> Option<TieMark> {
        let lane = |actor| {
            self.actors
                .affiliations
                .country_of(actor, None)
                .or(Some(actor))
                .and_then(|actor| self.actors.lane(actor))
        };
        let start = tie.period.start().map(domain::Edtf::start);
        let end = match tie.period.end() {
            domain::period::End::On(date) => Some(date.end()),
            domain::period::End::Ongoing | domain::period::End::Unknown => None,
        };
        let span = (start.is_some() || end.is_some()).then(|| Span {
            start_earliest: start.and_then(|bounds| bounds.earliest),
            start_latest: start.and_then(|bounds| bounds.latest),
            end_earliest: end.and_then(|bounds| bounds.earliest),
            end_latest: end.and_then(|bounds| bounds.latest),
        });
        Some(TieMark {
            id: tie.id.0,
            kind: tie.kind,
            sign: tie.sign,
            from: lane(tie.from)?,
            to: lane(tie.to)?,
            span,
        })
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
}

fn topics(snapshot: &Snapshot<'_>) -> Result<Vec<(TopicId, String)>, EngineError> {
    let mut topics = Vec::new();
    snapshot.each(ItemKind::Topic, &mut |item| {
        if let Item::Topic(topic) = item {
            topics.push((topic.id, topic.name.to_string()));
        }
    })?;
    Ok(topics)
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
