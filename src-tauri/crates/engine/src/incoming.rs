//! What other tools' files tell ([`domain::incoming`]) → items of the record, as one operation.
//!
//! Identifiers are made of the file's own, so the same file again adds nothing, a newer edition updates, and what somebody has edited or removed here stays
//! as it is.

mod actors;
mod events;
mod things;

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef,
    id::{ActorId, NoteId, OfficeId, PlaceId, TopicId},
    incoming::{Fault, Incoming, IncomingNote, Problem, Thing},
    link::LinkKind,
    named::NamedItem,
    settings::Settings,
};
use std::collections::{HashMap, HashSet};
use store::{Read as _, Reference};
use uuid::{Uuid, uuid};

use crate::{Change, EngineError, Operation, Transaction, Workspace};

/// The name space of identifiers of what came in (UUID version 5).
const INCOMING_NAMESPACE: Uuid = uuid!("2f5d8b1e-9c47-4a63-8f0d-6b1e4a7c3d52");
/// Rows that a rehearsal shows.
const SHOWN: usize = 20;

/// The file that is taken in.
#[derive(Clone, Copy, Debug)]
pub struct IncomingFile<'a> {
    /// As a person knows it: `visits.xlsx`. It is the source of what names none.
    pub name: &'a str,
    /// What its ids are unique in: a data set's name or a format's.
    pub data_set: &'a str,
}

/// What became of a file's things.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// New in the record, by kind.
    pub added: Vec<(ItemKind, u64)>,
    /// In the record from an earlier edition, and changed with it.
    pub updated: u64,
    pub unchanged: u64,
    /// Told otherwise by the file, but edited here since: left as it is.
    pub edited_here: u64,
    /// Removed here: not brought back.
    pub removed_here: u64,
    /// The other side of what is mutual.
    pub other_sides: u64,
    /// The first things, in names, with their rows.
    pub shown: Vec<(u64, NamedItem)>,
}

/// Whether what is taken in shall stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    Keep,
    /// Everything is done as for an import and then let go of.
    Rehearse,
}

impl Workspace {
    /// Takes in what `fill` hands over, all of it or nothing, as one operation. Problems of rows go to `faults`.
    pub fn take_in(
        &mut self,
        file: IncomingFile<'_>,
        keeping: Keeping,
        now: DateTime<Utc>,
        faults: &mut dyn FnMut(Fault),
        fill: impl FnOnce(&mut Intake<'_, '_, '_>) -> Result<(), EngineError>,
    ) -> Result<(Taken, Option<Change>), EngineError> {
        let (reference, settings) = (self.reference(), self.settings()?);
        let mut rehearsed = None;
        let outcome = self.transact(Operation::Import, file.name, now, |tx| {
            let mut intake = Intake::new(tx, reference, settings, file, now, faults)?;
            fill(&mut intake)?;
            let taken = intake.finish()?;
            match keeping {
                Keeping::Keep => Ok(taken),
                Keeping::Rehearse => {
                    rehearsed = Some(taken);
                    Err(EngineError::Rehearsed)
                }
            }
        });
        match (outcome, rehearsed) {
            (Ok((taken, change)), _) => Ok((taken, Some(change))),
            (Err(EngineError::Rehearsed), Some(taken)) => Ok((taken, None)),
            (Err(error), _) => Err(error),
        }
    }
}

/// A taking in under way.
pub struct Intake<'a, 't, 'w> {
    tx: &'a mut Transaction<'t, 'w>,
    reference: &'static Reference,
    settings: Settings,
    file: IncomingFile<'a>,
    now: DateTime<Utc>,
    faults: &'a mut dyn FnMut(Fault),
    taken: Taken,
    added: HashMap<ItemKind, u64>,
    /// Put in this operation.
    put: HashSet<ItemRef>,
    removed: HashSet<ItemRef>,
    actors: actors::Known,
    places: HashMap<(String, Option<ActorId>), PlaceId>,
    topics: HashMap<String, TopicId>,
    offices: HashMap<(ActorId, String), OfficeId>,
    /// Codes that were reported already.
    unknown: HashSet<String>,
    /// Pointers between things of the file, and notes with links: settled when all is there.
    links: Vec<(u64, Uuid, LinkKind, String)>,
    notes: Vec<(u64, Uuid, IncomingNote)>,
    /// What the file calls its things.
    by_file_id: HashMap<String, ItemRef>,
    notes_by_title: HashMap<String, ItemRef>,
}

impl<'a, 't, 'w> Intake<'a, 't, 'w> {
    fn new(
        tx: &'a mut Transaction<'t, 'w>,
        reference: &'static Reference,
        settings: Settings,
        file: IncomingFile<'a>,
        now: DateTime<Utc>,
        faults: &'a mut dyn FnMut(Fault),
    ) -> Result<Self, EngineError> {
        let removed = tx.read().removed_otherwise(&Operation::Import.name())?;
        let mut intake = Self {
            actors: actors::Known::default(),
            removed,
            tx,
            reference,
            settings,
            file,
            now,
            faults,
            taken: Taken::default(),
            added: HashMap::new(),
            put: HashSet::new(),
            places: HashMap::new(),
            topics: HashMap::new(),
            offices: HashMap::new(),
            unknown: HashSet::new(),
            links: Vec::new(),
            notes: Vec::new(),
            by_file_id: HashMap::new(),
            notes_by_title: HashMap::new(),
        };
        intake.learn()?;
        Ok(intake)
    }

    /// Takes one thing in. What the record refuses is reported and left out.
    pub fn take(&mut self, incoming: Incoming) -> Result<(), EngineError> {
        let row = incoming.row;
        let outcome = match &incoming.thing {
            Thing::Event(event) => self.event(row, incoming.id.as_deref(), event),
            Thing::Tie(tie) => self.tie(row, incoming.id.as_deref(), tie),
            Thing::Actor(party) => self.actor_of_file(row, incoming.id.as_deref(), party),
            Thing::Tenure(tenure) => self.tenure(row, tenure),
            Thing::Source(source) => self.source_of_file(incoming.id.as_deref(), source),
            Thing::Note(note) => {
                let file_id = incoming.id.as_deref().unwrap_or(&note.title);
                let id = self.id("note", file_id);
                self.by_file_id.insert(file_id.to_owned(), ItemRef::new(ItemKind::Note, NoteId(id)));
                self.notes.push((row, id, (**note).clone()));
                Ok(())
            }
        };
        match outcome {
            Err(EngineError::Invalid(invalid)) => {
                self.refused(row, &invalid);
                Ok(())
            }
            outcome => outcome,
        }
    }

    /// Notes a problem that whoever reads the file has found.
    pub fn report(&mut self, fault: Fault) {
        (self.faults)(fault);
    }

    fn refused(&mut self, row: u64, invalid: &Invalid) {
        self.fault(row, &invalid.field, &invalid.message, Problem::Refused);
    }

    fn fault(&mut self, row: u64, column: &str, value: &str, problem: Problem) {
        (self.faults)(Fault::new(row, column, value, problem));
    }

    /// The identifier of what the file calls so.
    fn id(&self, noun: &str, name: &str) -> Uuid {
        let key = format!("{noun}\n{}\n{name}", self.file.data_set);
        Uuid::new_v5(&INCOMING_NAMESPACE, key.as_bytes())
    }

    /// The identifier of what bears a name in any file.
    fn shared_id(noun: &str, name: &str) -> Uuid {
        Uuid::new_v5(&INCOMING_NAMESPACE, format!("{noun}\n\n{name}").as_bytes())
    }

    /// Puts an item unless it is there already as it is told, was edited here, or was removed here. Whether it stands afterwards.
    fn put(&mut self, item: &Item) -> Result<bool, EngineError> {
        let reference = item.item_ref();
        match self.tx.get(reference)? {
            None if self.removed.contains(&reference) => {
                self.taken.removed_here += 1;
                return Ok(false);
            }
            None => {
                self.tx.put(item)?;
                *self.added.entry(item.kind()).or_default() += 1;
            }
            Some(known) if known == *item => self.taken.unchanged += u64::from(!self.put.contains(&reference)),
            Some(_) if self.tx.read().is_only_from(&Operation::Import.name(), reference)? => {
                self.tx.put(item)?;
                self.taken.updated += u64::from(!self.put.contains(&reference));
            }
            Some(_) => self.taken.edited_here += 1,
        }
        self.put.insert(reference);
        Ok(true)
    }

    fn finish(mut self) -> Result<Taken, EngineError> {
        self.settle_links()?;
        self.settle_notes()?;
        let mut added: Vec<(ItemKind, u64)> = self.added.into_iter().collect();
        added.sort_unstable();
        Ok(Taken { added, ..self.taken })
    }
}

/// Small letters with one blank between words, by which names are held against each other.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
