//! Reading the record, the same from the writer, a transaction and a reader.

mod columns;
mod find;
mod known;
mod provenance;
mod related;

use domain::{
    Item, ItemKind, ItemRef, Moment,
    assessment::Assessment,
    citation::Citation,
    claim::Claim,
    draft::{Draft, DraftState},
    grade::{Credibility, Reliability},
    id::{ActorId, EventId, SourceId},
    link::Link,
    note::Note,
    office::Tenure,
    record::{Recorded, Superseded},
    settings::Settings,
    tie::Tie,
};
use rusqlite::Connection;
use std::collections::HashSet;
use uuid::Uuid;

pub use find::{Hit, NameHit};
pub(crate) use known::each_superseded;

use crate::{StoreError, dump, journal, journal::OperationRow, noun};

/// What has a connection to a dossier. Only this crate can name the connection's type.
pub trait Connected {
    #[doc(hidden)]
    fn connection(&self) -> &Connection;

    /// The connection once its search index can be asked.
    #[doc(hidden)]
    fn searchable(&self) -> Result<&Connection, StoreError> {
        Ok(self.connection())
    }
}

/// How many items of each kind the record holds, in the order of the kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts(pub Vec<(ItemKind, u64)>);

impl Counts {
    pub fn of(&self, kind: ItemKind) -> u64 {
        self.0.iter().find(|(counted, _)| *counted == kind).map_or(0, |(_, count)| *count)
    }
}

/// What is counted of the events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub statements: u64,
    /// Plans that came due without an outcome.
    pub overdue: u64,
}

/// Questions to the record. Lists are ordered by id where nothing else is said.
pub trait Read: Connected {
    fn get(&self, item: ItemRef) -> Result<Option<Item>, StoreError> {
        Ok(noun::find(self.connection(), item.kind, item.id)?.map(|standing| standing.item))
    }

    /// The item with the time at which it was recorded in its present wording.
    fn get_recorded(&self, item: ItemRef) -> Result<Option<Recorded>, StoreError> {
        noun::find(self.connection(), item.kind, item.id)?
            .map(|standing| standing.recorded())
            .transpose()
    }

    /// The number of the wording that stands; it grows with every change of the item.
    fn item_revision(&self, item: ItemRef) -> Result<Option<i64>, StoreError> {
        noun::find_revision(self.connection(), item.kind, item.id)
    }

    /// Whether an operation of this name, and none of another, has written the item: nobody has touched it since.
    fn is_only_from(&self, operation: &str, item: ItemRef) -> Result<bool, StoreError> {
        provenance::is_only_from(self.connection(), operation, item)
    }

    /// The items that were removed and by another operation than those of this name.
    fn removed_otherwise(&self, operation: &str) -> Result<HashSet<ItemRef>, StoreError> {
        provenance::removed_otherwise(self.connection(), operation)
    }

    /// The dossier's title and conventions.
    fn settings(&self) -> Result<Settings, StoreError> {
        let pick = |item| {
            if let Item::Settings(settings) = item {
                Some(settings)
            } else {
                None
            }
        };
        let found = noun::collect(self.connection(), ItemKind::Settings, "TRUE ORDER BY seq LIMIT 1", [], pick)?;
        found.into_iter().next().ok_or_else(|| StoreError::damaged("it has no settings"))
    }

    fn list(&self, kind: ItemKind) -> Result<Vec<Item>, StoreError> {
        noun::collect(self.connection(), kind, "TRUE ORDER BY id", [], Some)
    }

    /// Every item of a kind, one at a time.
    fn each(&self, kind: ItemKind, visit: &mut dyn FnMut(Recorded) -> Result<(), StoreError>) -> Result<(), StoreError> {
        noun::each(self.connection(), kind, "TRUE ORDER BY id", [], &mut |standing| {
            visit(standing.recorded()?)
        })
    }

    /// The wordings in which an item once stood, oldest first.
    fn revisions(&self, item: ItemRef) -> Result<Vec<Superseded>, StoreError> {
        known::revisions(self.connection(), item)
    }

    /// Every superseded wording, one at a time, by item and from the oldest.
    fn each_superseded(&self, visit: &mut dyn FnMut(Superseded) -> Result<(), StoreError>) -> Result<(), StoreError> {
        each_superseded(self.connection(), visit)
    }

    fn citations_of(&self, item: ItemRef) -> Result<Vec<Citation>, StoreError> {
        related::citations_of(self.connection(), item)
    }

    fn citations_in(&self, source: SourceId) -> Result<Vec<Citation>, StoreError> {
        related::citations_in(self.connection(), source)
    }

    /// The drafts of a source, in the order they were made.
    fn drafts_in(&self, source: SourceId) -> Result<Vec<Draft>, StoreError> {
        related::drafts_in(self.connection(), source)
    }

    /// Every source that has drafts, with how many lie in each state.
    fn draft_counts(&self) -> Result<Vec<(SourceId, DraftState, u64)>, StoreError> {
        related::draft_counts(self.connection())
    }

    /// Sources with exactly this text (SHA-256), then those from this address.
    fn sources_like(&self, sha256: &str, address: Option<&str>) -> Result<Vec<SourceId>, StoreError> {
        related::sources_like(self.connection(), sha256, address)
    }

    fn claims_of(&self, item: ItemRef) -> Result<Vec<Claim>, StoreError> {
        related::claims_of(self.connection(), item)
    }

    /// The links from and to an event.
    fn links_of(&self, event: EventId) -> Result<Vec<Link>, StoreError> {
        related::links_of(self.connection(), event)
    }

    /// The notes attached to an item, linking to it, or resting on it as evidence.
    fn notes_about(&self, item: ItemRef) -> Result<Vec<Note>, StoreError> {
        related::notes_about(self.connection(), item)
    }

    /// The ties from and to an actor.
    fn ties_of(&self, actor: ActorId) -> Result<Vec<Tie>, StoreError> {
        related::ties_of(self.connection(), actor)
    }

    fn ties_caused_by(&self, event: EventId) -> Result<Vec<Tie>, StoreError> {
        related::ties_caused_by(self.connection(), event)
    }

    /// The tenures of an actor, or of an office.
    fn tenures_of(&self, item: ItemRef) -> Result<Vec<Tenure>, StoreError> {
        related::tenures_of(self.connection(), item)
    }

    /// The assessments of a dyad, either way round, by date.
    fn assessments_of(&self, a: ActorId, b: ActorId) -> Result<Vec<Assessment>, StoreError> {
        related::assessments_of(self.connection(), a, b)
    }

    /// Everything that points at an item and cannot do without it, each once.
    fn referrers(&self, item: ItemRef) -> Result<Vec<ItemRef>, StoreError> {
        related::referrers(self.connection(), item)
    }

    fn counts(&self) -> Result<Counts, StoreError> {
        let count = |&kind: &ItemKind| {
            let sql = format!("SELECT count(*) FROM {}", noun::table(kind));
            let counted: i64 = self.connection().prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
            Ok((kind, counted.unsigned_abs()))
        };
        Ok(Counts(ItemKind::ALL.iter().map(count).collect::<Result<_, StoreError>>()?))
    }

    /// How many events are statements, and how many are plans whose last day lies before one.
    fn tally(&self, today: Moment) -> Result<Tally, StoreError> {
        columns::tally(self.connection(), today)
    }

    /// How many drafts wait to be decided on.
    fn open_drafts(&self) -> Result<u64, StoreError> {
        related::open_drafts(self.connection())
    }

    /// From the first to the last second an event touches; open ends do not count. `None` without a dated event.
    fn range(&self) -> Result<(Option<Moment>, Option<Moment>), StoreError> {
        columns::range(self.connection())
    }

    /// How reliable each source is, without its text.
    fn reliabilities(&self, visit: &mut dyn FnMut(SourceId, Reliability)) -> Result<(), StoreError> {
        columns::reliabilities(self.connection(), visit)
    }

    /// What every event rests on: citation, event, source, credibility; without the quotes.
    fn citations_of_events(&self, visit: &mut dyn FnMut(Uuid, Uuid, SourceId, Credibility)) -> Result<(), StoreError> {
        columns::citations_of_events(self.connection(), visit)
    }

    /// What holds all the words, best first. The last word may be unfinished.
    fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        find::search(self.searchable()?, words, limit)
    }

    /// The items of a kind that hold all the words, in no order.
    fn holding(&self, words: &str, kind: ItemKind) -> Result<HashSet<Uuid>, StoreError> {
        find::holding(self.searchable()?, words, kind)
    }

    /// Items whose name, title or another name begins with the text, then those in which a word does. All kinds when none is given.
    fn complete(&self, prefix: &str, kinds: &[ItemKind], limit: usize) -> Result<Vec<NameHit>, StoreError> {
        find::complete(self.searchable()?, prefix, kinds, limit)
    }

    /// The journal, newest first.
    fn operations(&self, limit: usize) -> Result<Vec<OperationRow>, StoreError> {
        journal::entries(self.connection(), "ORDER BY seq DESC", i64::try_from(limit).unwrap_or(i64::MAX))
    }

    /// The operation that undo would undo.
    fn last_done(&self) -> Result<Option<OperationRow>, StoreError> {
        Ok(journal::entries(self.connection(), "WHERE state = 'done' ORDER BY seq DESC", 1)?.pop())
    }

    /// The operation that redo would redo.
    fn next_undone(&self) -> Result<Option<OperationRow>, StoreError> {
        Ok(journal::entries(self.connection(), "WHERE state = 'undone' ORDER BY seq", 1)?.pop())
    }

    /// Writes every item as a line of JSON, by kind and id, without times of record; returns the SHA-256 of what was written, in hexadecimal.
    fn logical_dump(&self, out: &mut dyn std::io::Write) -> Result<String, StoreError> {
        dump::dump(self, out)
    }

    /// The SHA-256 that [`Read::logical_dump`] returns: equal for equal records.
    fn digest(&self) -> Result<String, StoreError> {
        dump::digest(self)
    }

    /// A number that grows with every change of the record, undo and redo included.
    fn revision(&self) -> Result<i64, StoreError> {
        Ok(self.connection().query_row("SELECT revision FROM record", [], |row| row.get(0))?)
    }
}

impl<T: Connected + ?Sized> Read for T {}
