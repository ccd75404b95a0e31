use domain::{
    Edtf,
    event::{Event, Participant, Participants, RelativeDate, Salience, WeightOverride, When},
    id::{ActorId, EventId, PlaceId, TopicId},
    status::{Status, StatusEntry, StatusHistory},
};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values, blob, bounds_of},
};

impl Noun for Event {
    const TABLE: &'static str = "event";
    const COLUMNS: &'static [&'static str] = &[
        "kind",
        "title",
        "status",
        "status_history",
        "when_edtf",
        "when_text",
        "start_earliest",
        "start_latest",
        "end_earliest",
        "end_latest",
        "approximate",
        "uncertain",
        "told_relation",
        "told_from",
        "told_within_days",
        "place",
        "salience",
        "weight",
        "weight_reason",
        "amount",
        "original",
        "statement",
        "summary",
    ];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values.word(&self.kind)?.plain(self.title.to_string());
        values
            .plain(self.current_status().as_str().to_owned())
            .optional_json(history_to_keep(&self.status))?;
        when_values(self.when.as_ref(), values)?;
        values.optional_id(self.place).plain(i64::from(self.salience.get()));
        values
            .plain(self.weight.as_ref().map(WeightOverride::value))
            .plain(self.weight.as_ref().map(|weight| weight.reason().to_string()));
        values.optional_json(self.amount.as_ref())?.optional_json(self.original.as_ref())?;
        values
            .optional_json(self.statement.as_ref())?
            .plain(self.summary.as_ref().map(ToString::to_string));
        Ok(())
    }

    fn read(id: Uuid, seq: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, title, status) = (columns.word()?, columns.word()?, columns.word::<Status>()?);
        let status = columns.optional_json()?.unwrap_or_else(|| StatusHistory::of(status));
        let when = read_when(columns)?;
        let place = columns.optional_id()?.map(PlaceId);
        let salience = Salience::new(columns.plain()?).map_err(StoreError::damaged)?;
        let weight = read_weight(columns)?;
        let (amount, original, statement) = (columns.optional_json()?, columns.optional_json()?, columns.optional_json()?);
        let summary = columns.optional_word()?;
        let (participants, topics) = (read_participants(columns.connection, seq)?, read_topics(columns.connection, seq)?);
        Ok(Self {
            id: EventId(id),
            kind,
            title,
            when,
            status,
            place,
            participants,
            statement,
            topics,
            amount,
            summary,
            salience,
            weight,
            original,
        })
    }

    fn write_parts(&self, connection: &Connection, seq: i64) -> Result<(), StoreError> {
        let listed = self.participants.as_slice().len();
        let mut insert =
            connection.prepare_cached("INSERT INTO participant (event, position, actor, role, spoken) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (position, part) in self.parts().into_iter().enumerate() {
            insert.execute(params![
                seq,
                position as i64,
                blob(part.actor),
                part.role.as_str(),
                position >= listed
            ])?;
        }
        let mut insert = connection.prepare_cached("INSERT INTO event_topic (event, position, topic) VALUES (?1, ?2, ?3)")?;
        for (position, &topic) in (0_i64..).zip(&self.topics) {
            insert.execute(params![seq, position, blob(topic)])?;
        }
        let mut insert = connection.prepare_cached("INSERT INTO status_source (event, position, source) VALUES (?1, ?2, ?3)")?;
        for (position, entry) in (0_i64..).zip(self.status.entries()) {
            if let Some(source) = entry.source {
                insert.execute(params![seq, position, blob(source)])?;
            }
        }
        Ok(())
    }

    fn clear_parts(connection: &Connection, seq: i64) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM participant WHERE event = ?1",
            "DELETE FROM event_topic WHERE event = ?1",
            "DELETE FROM status_source WHERE event = ?1",
        ] {
            connection.prepare_cached(sql)?.execute([seq])?;
        }
        Ok(())
    }
}

/// A history of one bare step says no more than the status column.
fn history_to_keep(history: &StatusHistory) -> Option<&StatusHistory> {
    match history.entries() {
        [
            StatusEntry {
                on: None,
                source: None,
                remark: None,
                ..
            },
        ] => None,
        _ => Some(history),
    }
}

fn when_values(when: Option<&When>, values: &mut Values) -> Result<(), StoreError> {
    let edtf = when.map(|when| &when.edtf);
    let relative = when.and_then(|when| when.relative.as_ref());
    let (start, end) = bounds_of(edtf);
    values
        .optional_word(edtf)?
        .optional_word(when.and_then(|when| when.text.as_ref()))?
        .bounds(start)
        .bounds(end);
    values
        .plain(edtf.is_some_and(Edtf::approximate))
        .plain(edtf.is_some_and(Edtf::uncertain));
    values
        .optional_word(relative.map(|relative| &relative.relation))?
        .optional_id(relative.map(|relative| relative.event));
    values.plain(relative.and_then(|relative| relative.within_days).map(i64::from));
    Ok(())
}

fn read_when(columns: &mut Columns<'_>) -> Result<Option<When>, StoreError> {
    let (edtf, text) = (columns.optional_word()?, columns.optional_word()?);
    columns.skip(6);
    let relative = match (columns.optional_word()?, columns.optional_id()?, columns.plain()?) {
        (Some(relation), Some(event), within_days) => Some(RelativeDate {
            relation,
            event: EventId(event),
            within_days,
        }),
        _ => None,
    };
    Ok(edtf.map(|edtf| When { edtf, text, relative }))
}

fn read_weight(columns: &mut Columns<'_>) -> Result<Option<WeightOverride>, StoreError> {
    let (value, reason) = (columns.plain::<Option<f64>>()?, columns.optional_word()?);
    let weight = value
        .zip(reason)
        .map(|(value, reason)| WeightOverride::new(value.try_into()?, reason));
    weight.transpose().map_err(|error: domain::Invalid| StoreError::damaged(error))
}

fn read_participants(connection: &Connection, seq: i64) -> Result<Participants, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT actor, role FROM participant WHERE event = ?1 AND spoken = 0 ORDER BY position")?;
    let mut rows = statement.query([seq])?;
    let mut participants = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        participants.push(Participant {
            actor: ActorId(columns.id()?),
            role: columns.word()?,
        });
    }
    Participants::new(participants).map_err(StoreError::damaged)
}

fn read_topics(connection: &Connection, seq: i64) -> Result<Vec<TopicId>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT topic FROM event_topic WHERE event = ?1 ORDER BY position")?;
    let mut rows = statement.query([seq])?;
    let mut topics = Vec::new();
    while let Some(row) = rows.next()? {
        topics.push(TopicId(Columns::new(row, connection).id()?));
    }
    Ok(topics)
}
