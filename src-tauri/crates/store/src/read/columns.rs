//! The columns of all events in one pass: three cursors over tables in the same order, never a question per event.

use domain::{
    Moment,
    edtf::Bounds,
    event::{Participant, Role},
    grade::{Credibility, Reliability, credibility_weight},
    id::{ActorId, EventId, PlaceId, SourceId, TopicId},
    kind::KindId,
    status::Status,
};
use rusqlite::{Connection, Row, Rows, params_from_iter};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

use crate::{
    StoreError,
    row::{Columns, blob, from_word, uuid_of},
};

/// An event as a timeline and relations need it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    pub id: EventId,
    /// The order of entry; smaller is earlier.
    pub seq: i64,
    pub kind: KindId,
    pub title: String,
    pub status: Status,
    /// Bounds of the first end of an interval, else of the date; none for an undated event.
    pub start: Bounds,
    /// Bounds of the last end.
    pub end: Bounds,
    pub approximate: bool,
    pub uncertain: bool,
    pub place: Option<PlaceId>,
    /// 0 to 100.
    pub salience: u8,
    /// Set by hand in place of the kind's, −10 to +10.
    pub weight: Option<f64>,
    /// Participants and those a statement names, as `Event::parts` gives them.
    pub parts: Vec<Participant>,
    pub topics: Vec<TopicId>,
    pub is_statement: bool,
    /// Its claims differ on some attribute.
    pub contested: bool,
    /// 0 to 1: the best cited grade, 0.5 without a citation.
    pub credibility: f64,
}

/// How much an event without a citation counts.
const UNCITED: f64 = 0.5;

const EVENTS: &str = "SELECT seq, id, kind, title, status, start_earliest, start_latest, end_earliest, end_latest, approximate, uncertain, place, salience, weight, statement IS NOT NULL FROM event";

const PARTS: &str = "SELECT event, actor, role FROM participant";
const TOPICS: &str = "SELECT event, topic FROM event_topic";

pub(super) fn each(connection: &Connection, only: Option<EventId>, visit: &mut dyn FnMut(EventRow)) -> Result<(), StoreError> {
    let (which_event, which_parts) = match only {
        None => ("", ""),
        Some(_) => (" WHERE id = ?1", " WHERE event = (SELECT seq FROM event WHERE id = ?1)"),
    };
    let parameters = || params_from_iter(only.map(blob));
    let (grades, contested) = (grades(connection, only)?, contested(connection, only)?);
    let mut events = connection.prepare_cached(&format!("{EVENTS}{which_event} ORDER BY seq"))?;
    let mut parts = connection.prepare_cached(&format!("{PARTS}{which_parts} ORDER BY event, position"))?;
    let mut topics = connection.prepare_cached(&format!("{TOPICS}{which_parts} ORDER BY event, position"))?;
    let mut events = events.query(parameters())?;
    let mut parts = Hanging::new(parts.query(parameters())?, read_part);
    let mut topics = Hanging::new(topics.query(parameters())?, |row| Ok(TopicId(uuid_of(row.get_ref(1)?)?)));
    while let Some(row) = events.next()? {
        let mut event = read_event(row, connection)?;
        event.parts = parts.of(event.seq)?;
        event.topics = topics.of(event.seq)?;
        event.contested = contested.contains(&event.id.0);
        event.credibility = grades.get(&event.id.0).copied().unwrap_or(UNCITED);
        visit(event);
    }
    Ok(())
}

/// The rows of all events.
pub(crate) fn every(connection: &Connection, visit: &mut dyn FnMut(EventRow)) -> Result<(), StoreError> {
    each(connection, None, visit)
}

pub(super) fn range(connection: &Connection) -> Result<(Option<Moment>, Option<Moment>), StoreError> {
    let find = |sql: &str| -> Result<Option<i64>, StoreError> { Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?) };
    let first = find("SELECT min(start_earliest) FROM event")?;
    let first_open = find("SELECT min(end_earliest) FROM event WHERE start_earliest IS NULL AND end_earliest IS NOT NULL")?;
    let last = find("SELECT max(end_latest) FROM event")?;
    let last_open = find("SELECT max(start_latest) FROM event WHERE end_latest IS NULL AND start_latest IS NOT NULL")?;
    let first = first.into_iter().chain(first_open).min();
    Ok((first.map(Moment), last.max(last_open).map(Moment)))
}

fn read_event(row: &Row<'_>, connection: &Connection) -> Result<EventRow, StoreError> {
    let mut columns = Columns::new(row, connection);
    Ok(EventRow {
        seq: columns.plain()?,
        id: EventId(columns.id()?),
        kind: columns.word()?,
        title: columns.plain()?,
        status: columns.word()?,
        start: Bounds {
            earliest: columns.moment()?,
            latest: columns.moment()?,
        },
        end: Bounds {
            earliest: columns.moment()?,
            latest: columns.moment()?,
        },
        approximate: columns.plain()?,
        uncertain: columns.plain()?,
        place: columns.optional_id()?.map(PlaceId),
        salience: columns.plain()?,
        weight: columns.plain()?,
        is_statement: columns.plain()?,
        parts: Vec::new(),
        topics: Vec::new(),
        contested: false,
        credibility: UNCITED,
    })
}

fn read_part(row: &Row<'_>) -> Result<Participant, StoreError> {
    let role: Role = from_word(row.get_ref(2)?.as_str().map_err(StoreError::damaged)?)?;
    Ok(Participant {
        actor: ActorId(uuid_of(row.get_ref(1)?)?),
        role,
    })
}

/// Rows that hang on events, in the order of the events' `seq`: the second step of a merge join.
struct Hanging<'a, T> {
    rows: Rows<'a>,
    read: fn(&Row<'_>) -> Result<T, StoreError>,
    /// The first row of a later event.
    ahead: Option<(i64, T)>,
}

impl<'a, T> Hanging<'a, T> {
    fn new(rows: Rows<'a>, read: fn(&Row<'_>) -> Result<T, StoreError>) -> Self {
        Self { rows, read, ahead: None }
    }

    fn of(&mut self, seq: i64) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        loop {
            match self.ahead.take() {
                Some((event, value)) if event == seq => found.push(value),
                Some((event, value)) if event > seq => {
                    self.ahead = Some((event, value));
                    return Ok(found);
                }
                _ => {}
            }
            let Some(row) = self.rows.next()? else { return Ok(found) };
            self.ahead = Some((row.get(0)?, (self.read)(row)?));
        }
    }
}

/// How reliable each source is, without its text.
pub(super) fn reliabilities(connection: &Connection, visit: &mut dyn FnMut(SourceId, Reliability)) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, reliability FROM source")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        visit(SourceId(columns.id()?), columns.word()?);
    }
    Ok(())
}

/// What every event rests on: citation, event, source, credibility; without the quotes.
pub(super) fn citations_of_events(
    connection: &Connection,
    visit: &mut dyn FnMut(Uuid, Uuid, SourceId, Credibility),
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, item, source, credibility FROM citation WHERE item_kind = 'event'")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        let (citation, event, source) = (columns.id()?, columns.id()?, SourceId(columns.id()?));
        visit(
            citation,
            event,
            source,
            Credibility::try_from(columns.plain::<u8>()?).map_err(StoreError::damaged)?,
        );
    }
    Ok(())
}

/// The best grade of each cited event.
fn grades(connection: &Connection, only: Option<EventId>) -> Result<HashMap<Uuid, f64>, StoreError> {
    let sql = "SELECT citation.item, source.reliability, citation.credibility FROM citation JOIN source ON source.id = citation.source
               WHERE citation.item_kind = 'event' AND (?1 IS NULL OR citation.item = ?1)";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([only.map(blob)])?;
    let mut grades = HashMap::new();
    while let Some(row) = rows.next()? {
        let reliability: Reliability = from_word(row.get_ref(1)?.as_str().map_err(StoreError::damaged)?)?;
        let credibility = Credibility::try_from(row.get::<_, u8>(2)?).map_err(StoreError::damaged)?;
        let weight = credibility_weight(reliability, credibility);
        grades
            .entry(uuid_of(row.get_ref(0)?)?)
            .and_modify(|best: &mut f64| *best = best.max(weight))
            .or_insert(weight);
    }
    Ok(grades)
}

fn contested(connection: &Connection, only: Option<EventId>) -> Result<HashSet<Uuid>, StoreError> {
    let sql = "SELECT item FROM claim WHERE item_kind = 'event' AND (?1 IS NULL OR item = ?1) GROUP BY item, attribute HAVING count(DISTINCT value) > 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([only.map(blob)])?;
    let mut contested = HashSet::new();
    while let Some(row) = rows.next()? {
        contested.insert(uuid_of(row.get_ref(0)?)?);
    }
    Ok(contested)
}
