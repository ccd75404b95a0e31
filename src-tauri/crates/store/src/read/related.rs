//! What hangs on what.

use domain::{
    Item, ItemKind, ItemRef,
    assessment::Assessment,
    citation::Citation,
    claim::Claim,
    draft::{Draft, DraftState},
    id::{ActorId, EventId, SourceId},
    link::Link,
    note::Note,
    office::Tenure,
    tie::Tie,
};
use rusqlite::{Connection, params};

use crate::{
    StoreError,
    noun::{collect, table},
    row::{blob, from_word, uuid_of, word_of},
};

/// Takes the noun of one kind out of an item.
macro_rules! only {
    ($kind:ident) => {
        |item| if let Item::$kind(noun) = item { Some(noun) } else { None }
    };
}

pub(super) fn citations_of(connection: &Connection, item: ItemRef) -> Result<Vec<Citation>, StoreError> {
    collect(
        connection,
        ItemKind::Citation,
        "item = ?1 AND item_kind = ?2 ORDER BY id",
        params![blob(item.id), item.kind.as_str()],
        only!(Citation),
    )
}

pub(super) fn citations_in(connection: &Connection, source: SourceId) -> Result<Vec<Citation>, StoreError> {
    collect(
        connection,
        ItemKind::Citation,
        "source = ?1 ORDER BY id",
        [blob(source)],
        only!(Citation),
    )
}

pub(super) fn drafts_in(connection: &Connection, source: SourceId) -> Result<Vec<Draft>, StoreError> {
    collect(connection, ItemKind::Draft, "source = ?1 ORDER BY id", [blob(source)], only!(Draft))
}

pub(super) fn draft_counts(connection: &Connection) -> Result<Vec<(SourceId, DraftState, u64)>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT source, state, count(*) FROM draft GROUP BY source, state ORDER BY max(id) DESC")?;
    let mut rows = statement.query([])?;
    let mut counts = Vec::new();
    while let Some(row) = rows.next()? {
        let state: String = row.get(1)?;
        counts.push((
            SourceId(uuid_of(row.get_ref(0)?)?),
            from_word(&state)?,
            row.get::<_, i64>(2)?.unsigned_abs(),
        ));
    }
    Ok(counts)
}

pub(super) fn open_drafts(connection: &Connection) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT count(*) FROM draft WHERE state = ?1")?;
    let counted: i64 = statement.query_row([word_of(&DraftState::Open)?], |row| row.get(0))?;
    Ok(counted.unsigned_abs())
}

pub(super) fn sources_like(connection: &Connection, sha256: &str, address: Option<&str>) -> Result<Vec<SourceId>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM source WHERE sha256 = ?1 OR (?2 IS NOT NULL AND url = ?2) ORDER BY sha256 <> ?1, id")?;
    let mut rows = statement.query(params![sha256, address])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(SourceId(uuid_of(row.get_ref(0)?)?));
    }
    Ok(found)
}

pub(super) fn claims_of(connection: &Connection, item: ItemRef) -> Result<Vec<Claim>, StoreError> {
    collect(
        connection,
        ItemKind::Claim,
        "item = ?1 AND item_kind = ?2 ORDER BY id",
        params![blob(item.id), item.kind.as_str()],
        only!(Claim),
    )
}

pub(super) fn links_of(connection: &Connection, event: EventId) -> Result<Vec<Link>, StoreError> {
    collect(
        connection,
        ItemKind::Link,
        "(from_event = ?1 OR to_event = ?1) ORDER BY id",
        [blob(event)],
        only!(Link),
    )
}

pub(super) fn notes_about(connection: &Connection, item: ItemRef) -> Result<Vec<Note>, StoreError> {
    let condition = "seq IN (SELECT note FROM note_reference WHERE item = ?1 AND item_kind = ?2 UNION SELECT note FROM note_link WHERE item = ?1 AND item_kind = ?2) ORDER BY id";
    collect(
        connection,
        ItemKind::Note,
        condition,
        params![blob(item.id), item.kind.as_str()],
        only!(Note),
    )
}

pub(super) fn ties_of(connection: &Connection, actor: ActorId) -> Result<Vec<Tie>, StoreError> {
    collect(
        connection,
        ItemKind::Tie,
        "(from_actor = ?1 OR to_actor = ?1) ORDER BY id",
        [blob(actor)],
        only!(Tie),
    )
}

pub(super) fn ties_caused_by(connection: &Connection, event: EventId) -> Result<Vec<Tie>, StoreError> {
    collect(connection, ItemKind::Tie, "cause = ?1 ORDER BY id", [blob(event)], only!(Tie))
}

pub(super) fn tenures_of(connection: &Connection, item: ItemRef) -> Result<Vec<Tenure>, StoreError> {
    let condition = match item.kind {
        ItemKind::Actor => "holder = ?1 ORDER BY id",
        ItemKind::Office => "office = ?1 ORDER BY id",
        _ => return Ok(Vec::new()),
    };
    collect(connection, ItemKind::Tenure, condition, [blob(item.id)], only!(Tenure))
}

pub(super) fn assessments_of(connection: &Connection, a: ActorId, b: ActorId) -> Result<Vec<Assessment>, StoreError> {
    let condition = "((a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)) ORDER BY assessed_on, id";
    collect(connection, ItemKind::Assessment, condition, [blob(a), blob(b)], only!(Assessment))
}

/// The tables and columns that point at a kind: the reverse of `Item::references`.
fn pointers(kind: ItemKind) -> &'static [(ItemKind, &'static str)] {
    match kind {
        ItemKind::Actor => &[
            (ItemKind::Actor, "acts_for = ?1"),
            (ItemKind::Office, "body = ?1"),
            (ItemKind::Tenure, "holder = ?1"),
            (ItemKind::Place, "country = ?1"),
            (ItemKind::Event, "seq IN (SELECT event FROM participant WHERE actor = ?1)"),
            (ItemKind::Tie, "from_actor = ?1 OR to_actor = ?1"),
            (ItemKind::Assessment, "a = ?1 OR b = ?1"),
            (ItemKind::Lesson, "actor = ?1"),
        ],
        ItemKind::Office => &[(ItemKind::Tenure, "office = ?1")],
        ItemKind::Place => &[(ItemKind::Event, "place = ?1"), (ItemKind::Claim, "place = ?1")],
        ItemKind::Topic => &[
            (ItemKind::Topic, "parent = ?1"),
            (ItemKind::Event, "seq IN (SELECT event FROM event_topic WHERE topic = ?1)"),
        ],
        ItemKind::Source => &[
            (ItemKind::Source, "repeats = ?1"),
            (ItemKind::Event, "seq IN (SELECT event FROM status_source WHERE source = ?1)"),
            (ItemKind::Citation, "source = ?1"),
            (ItemKind::Draft, "source = ?1"),
        ],
        ItemKind::Event => &[
            (ItemKind::Event, "told_from = ?1"),
            (ItemKind::Tie, "cause = ?1"),
            (ItemKind::Link, "from_event = ?1 OR to_event = ?1"),
        ],
        ItemKind::Citation => &[(ItemKind::Claim, "citation = ?1")],
        _ => &[],
    }
}

/// What may point at an item of any kind.
const POINTERS_TO_ANY: &[(ItemKind, &str)] = &[
    (ItemKind::Citation, "item = ?1 AND item_kind = ?2"),
    (ItemKind::Claim, "item = ?1 AND item_kind = ?2"),
    (
        ItemKind::Note,
        "seq IN (SELECT note FROM note_reference WHERE item = ?1 AND item_kind = ?2)",
    ),
];

pub(super) fn referrers(connection: &Connection, item: ItemRef) -> Result<Vec<ItemRef>, StoreError> {
    let mut found = Vec::new();
    let (id, word) = (blob(item.id), item.kind.as_str());
    let of_kind = pointers(item.kind).iter().map(|&(kind, condition)| (kind, condition, false));
    let of_any = POINTERS_TO_ANY.iter().map(|&(kind, condition)| (kind, condition, true));
    for (kind, condition, with_kind) in of_kind.chain(of_any) {
        let mut statement = connection.prepare_cached(&format!("SELECT id FROM {} WHERE {condition} ORDER BY id", table(kind)))?;
        let mut rows = if with_kind {
            statement.query(params![id, word])?
        } else {
            statement.query([&id])?
        };
        while let Some(row) = rows.next()? {
            found.push(ItemRef {
                kind,
                id: uuid_of(row.get_ref(0)?)?,
            });
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
