//! Where everything that is shown is read from: the record at one revision, as it stands or as it was known by the end of a past day.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Item, ItemKind, ItemRef, Moment, kind::Ontology};
use std::{
    ops::Deref,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use store::{Counts, Past, Read, Reader, Readers, Reference, StoreError, Tally, Write};

use crate::{
    EngineError,
    index::{Actors, Index},
    transaction::Touched,
};

/// Indexes of past days kept at once.
const PAST_KEPT: usize = 3;
/// Times a question begins anew because the record went on while it began.
const TRIES: usize = 64;

/// What a question is asked of. There is one for now and one for every past day, and they answer the same questions.
pub struct Record<'a> {
    read: &'a dyn Read,
    derived: &'a Derived,
    reference: &'static Reference,
    revision: i64,
    today: NaiveDate,
}

impl<'a> Deref for Record<'a> {
    type Target = dyn Read + 'a;

    fn deref(&self) -> &Self::Target {
        self.read
    }
}

impl Record<'_> {
    pub fn require(&self, item: ItemRef) -> Result<Item, EngineError> {
        self.read.get(item)?.ok_or(EngineError::NotFound(item))
    }

    /// The tables shipped with the product.
    pub fn reference(&self) -> &'static Reference {
        self.reference
    }

    pub fn ontology(&self) -> &'static Ontology {
        &self.reference.ontology
    }

    /// The actors and whom they act for; cheaper than all of the index.
    pub fn actors(&self) -> Result<Arc<Actors>, EngineError> {
        self.derived.actors(self.read)
    }

    /// Built when it is first asked for.
    pub fn index(&self) -> Result<Arc<Index>, EngineError> {
        self.derived.index(self.read, self.ontology(), self.today)
    }

    /// How many items of each kind there are.
    pub fn counts(&self) -> Result<Counts, EngineError> {
        kept(&self.derived.counts, || Ok(self.read.counts()?))
    }

    pub fn open_drafts(&self) -> Result<u64, EngineError> {
        kept(&self.derived.open_drafts, || Ok(self.read.open_drafts()?))
    }

    /// What is counted of the events, by the index where there is one.
    pub fn tally(&self) -> Result<Tally, EngineError> {
        let index = lock(&self.derived.index).clone();
        match index.filter(|index| index.today() == self.today) {
            Some(index) => Ok(index.tally()),
            None => Ok(self.read.tally(Moment::from_date(self.today))?),
        }
    }

    /// Tells this state of the record from others.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    pub fn today(&self) -> NaiveDate {
        self.today
    }
}

/// What is computed from one state of the record, once and for all who read it.
#[derive(Default)]
struct Derived {
    /// The index whose numbers of lanes go on: a picture of the past has those of the present.
    before: Option<Arc<Index>>,
    actors: Mutex<Option<Arc<Actors>>>,
    index: Mutex<Option<Arc<Index>>>,
    counts: Mutex<Option<Counts>>,
    open_drafts: Mutex<Option<u64>>,
}

impl Derived {
    fn actors(&self, read: &dyn Read) -> Result<Arc<Actors>, EngineError> {
        let make = || match &self.before {
            Some(before) => before.actors.read_again(read),
            None => Actors::read(read),
        };
        kept(&self.actors, || make().map(Arc::new))
    }

    /// Built anew where the day has changed: plans come due with it.
    fn index(&self, read: &dyn Read, ontology: &Ontology, today: NaiveDate) -> Result<Arc<Index>, EngineError> {
        let mut slot = lock(&self.index);
        if let Some(index) = slot.as_ref().filter(|index| index.today() == today) {
            return Ok(Arc::clone(index));
        }
        let index = match slot.as_ref().or(self.before.as_ref()) {
            Some(before) => before.build_again(read, ontology, today)?,
            None => Index::build(read, self.actors(read)?, ontology, today)?,
        };
        Ok(Arc::clone(slot.insert(Arc::new(index))))
    }
}

/// One state of the record. It never changes; a later one takes its place.
pub(crate) struct Revision {
    number: i64,
    now: Derived,
    /// What was known by the end of past days.
    past: Mutex<Vec<Arc<PastDay>>>,
}

struct PastDay {
    day: NaiveDate,
    record: Mutex<Past>,
    derived: Derived,
}

impl Revision {
    fn new(number: i64) -> Self {
        Self {
            number,
            now: Derived::default(),
            past: Mutex::new(Vec::new()),
        }
    }

    /// What follows from a change: what has been computed is taken along.
    pub(crate) fn after(&self, write: &Write<'_>, touched: &Touched, ontology: &Ontology, today: NaiveDate) -> Result<Self, EngineError> {
        let next = Self::new(write.revision());
        *lock(&next.now.counts) = lock(&self.now.counts).as_ref().map(|counts| write.counts_after(counts));
        if touched.items.iter().all(|item| item.kind != ItemKind::Draft) {
            *lock(&next.now.open_drafts) = *lock(&self.now.open_drafts);
        }
        if let Some(index) = lock(&self.now.index).clone() {
            let mut index = Index::clone(&index);
            index.patch(write, touched, ontology, today)?;
            *lock(&next.now.actors) = Some(Arc::clone(&index.actors));
            *lock(&next.now.index) = Some(Arc::new(index));
        }
        Ok(next)
    }

    /// The record for questions to the present.
    pub fn record<'a>(&'a self, read: &'a dyn Read, reference: &'static Reference, today: NaiveDate) -> Record<'a> {
        Record {
            read,
            derived: &self.now,
            reference,
            revision: self.number,
            today,
        }
    }

    /// The record as known by the end of a day; `None` where the file has gone on.
    fn past(&self, day: NaiveDate, readers: &Readers) -> Result<Option<Arc<PastDay>>, EngineError> {
        let mut kept = lock(&self.past);
        if let Some(past) = kept.iter().find(|past| past.day == day) {
            return Ok(Some(Arc::clone(past)));
        }
        let record = readers.past(end_of(day))?;
        if record.revision()? != self.number {
            return Ok(None);
        }
        let past = Arc::new(PastDay {
            day,
            record: Mutex::new(record),
            derived: Derived {
                before: lock(&self.now.index).clone(),
                ..Derived::default()
            },
        });
        kept.truncate(PAST_KEPT - 1);
        kept.insert(0, Arc::clone(&past));
        Ok(Some(past))
    }
}

/// The state of the record that everybody reads, and the connections to read it with. Nobody waits for a write that is under way.
pub struct Published {
    readers: Readers,
    reference: &'static Reference,
    latest: Mutex<Arc<Revision>>,
    /// Held from just before a change counts until its state is published.
    committing: Mutex<()>,
}

impl Published {
    pub(crate) fn new(readers: Readers, reference: &'static Reference, number: i64) -> Self {
        Self {
            readers,
            reference,
            latest: Mutex::new(Arc::new(Revision::new(number))),
            committing: Mutex::new(()),
        }
    }

    pub(crate) fn latest(&self) -> Arc<Revision> {
        Arc::clone(&lock(&self.latest))
    }

    /// Those who see the next state before it is published wait while this is held.
    pub(crate) fn commit(&self) -> MutexGuard<'_, ()> {
        lock(&self.committing)
    }

    /// Lets go of every connection to the file.
    pub(crate) fn close(&self) {
        self.readers.close();
        lock(&self.latest().past).clear();
    }

    pub(crate) fn publish(&self, next: Revision) {
        *lock(&self.latest) = Arc::new(next);
    }

    /// Asks a question of the record as it stands, or as it was known by the end of a day.
    pub fn read<T, E: From<EngineError>>(
        &self,
        known_on: Option<NaiveDate>,
        today: NaiveDate,
        ask: impl FnOnce(&Record<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let Some(day) = known_on else {
            let (reader, revision) = self.begin()?;
            let answer = ask(&revision.record(&reader, self.reference, today));
            self.readers.end(reader);
            return answer;
        };
        let (past, number) = self.past(day)?;
        let record = lock(&past.record);
        ask(&Record {
            read: &*record,
            derived: &past.derived,
            reference: self.reference,
            revision: number,
            today,
        })
    }

    /// A reader and the state of the record that it sees.
    fn begin(&self) -> Result<(Reader, Arc<Revision>), EngineError> {
        for attempt in 1..=TRIES {
            let reader = self.readers.begin()?;
            let seen = match reader.revision() {
                // Without a write-ahead log the writer has the file to itself while it writes.
                Err(StoreError::Busy) => continue,
                seen => seen?,
            };
            let latest = self.latest();
            if latest.number == seen {
                return Ok((reader, latest));
            }
            self.readers.end(reader);
            drop(self.commit());
            if attempt > 2 {
                self.follow(latest.number, seen);
            }
        }
        Err(StoreError::Busy.into())
    }

    /// Another program has written the dossier, which this one only reads.
    fn follow(&self, from: i64, to: i64) {
        let mut latest = lock(&self.latest);
        if latest.number == from {
            *latest = Arc::new(Revision::new(to));
        }
    }

    fn past(&self, day: NaiveDate) -> Result<(Arc<PastDay>, i64), EngineError> {
        for _ in 0..TRIES {
            let (reader, revision) = self.begin()?;
            self.readers.end(reader);
            if let Some(past) = revision.past(day, &self.readers)? {
                return Ok((past, revision.number));
            }
        }
        Err(StoreError::Busy.into())
    }
}

fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc() + TimeDelta::days(1) - TimeDelta::milliseconds(1)
}

/// What a slot holds, made where it holds nothing yet.
fn kept<T: Clone>(slot: &Mutex<Option<T>>, make: impl FnOnce() -> Result<T, EngineError>) -> Result<T, EngineError> {
    let mut slot = lock(slot);
    if let Some(value) = &*slot {
        return Ok(value.clone());
    }
    Ok(slot.insert(make()?).clone())
}

/// What a panic left behind is as good as before: it is only ever replaced whole.
fn lock<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
