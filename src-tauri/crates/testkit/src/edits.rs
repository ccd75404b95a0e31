//! Edits as a restless person makes them, in a small world where everything soon hangs on everything.

use chrono::{DateTime, Utc};
use domain::{
    Item, ItemKind, ItemRef,
    id::{ClaimId, EventId},
    record::Recorded,
    status::{Status, StatusEntry},
    text::Title,
};
use engine::{EngineError, Imported, ShippedKey, Workspace};

use crate::{Random, build};

mod any_item;
mod details;

/// One change.
#[derive(Clone, Debug)]
pub enum Edit {
    Put { item: Box<Item>, typing: bool },
    Remove(Vec<ItemRef>),
    SetStatus(EventId, StatusEntry),
    ChooseClaim(ClaimId, Option<Title>),
    AddReference(ShippedKey),
    Import(Vec<Item>),
}

impl Edit {
    pub fn make(&self, workspace: &mut Workspace, now: DateTime<Utc>) -> Result<(), EngineError> {
        match self {
            Self::Put { item, typing } => workspace.put_item(item, *typing, now).map(drop),
            Self::Remove(items) => workspace.remove_items(items, now).map(drop),
            Self::SetStatus(event, entry) => workspace.set_status(*event, entry.clone(), now).map(drop),
            Self::ChooseClaim(claim, reason) => workspace.choose_claim(*claim, reason.clone(), now).map(drop),
            Self::AddReference(key) => workspace.add_reference(key, now).map(drop),
            Self::Import(items) => workspace
                .import("elsewhere.json", now, |put| {
                    let recorded = |item: &Item| Recorded {
                        recorded_at: now,
                        item: item.clone(),
                    };
                    items.iter().try_for_each(|item| put(Imported::Item(recorded(item))))
                })
                .map(drop),
        }
    }
}

/// Thinks of the next edit. Some are refused; that is part of the test.
pub struct Editor {
    random: Random,
    /// The item last typed into.
    typed: Option<Item>,
}

impl Editor {
    pub fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            typed: None,
        }
    }

    pub fn random(&mut self) -> &mut Random {
        &mut self.random
    }

    pub fn next(&mut self, workspace: &Workspace) -> Edit {
        match self.random.below(20) {
            0..=8 => self.put(workspace),
            9..=11 => self.typing(workspace),
            12..=14 => self.remove(workspace),
            15 | 16 => self.set_status(workspace),
            17 => self.choose_claim(workspace),
            18 if self.random.once_in(4) => self.add_reference(),
            _ => self.import(workspace),
        }
    }

    fn put(&mut self, workspace: &Workspace) -> Edit {
        Edit::Put {
            item: Box::new(any_item::any(&mut self.random, workspace)),
            typing: false,
        }
    }

    /// Goes on with the same item, mostly, and now and then with another.
    fn typing(&mut self, workspace: &Workspace) -> Edit {
        let mut item = match self.typed.take() {
            Some(item) if !self.random.once_in(4) => item,
            _ => any_item::any(&mut self.random, workspace),
        };
        let letters = format!("{} {}", item.title(), self.random.below(10));
        let named = build::title(&letters.chars().rev().take(40).collect::<String>());
        match &mut item {
            Item::Event(event) => event.title = named,
            Item::Actor(actor) => actor.name = named,
            Item::Note(note) => note.body = build::prose(&letters),
            Item::Topic(topic) => topic.name = named,
            _ => {}
        }
        self.typed = Some(item.clone());
        Edit::Put {
            item: Box::new(item),
            typing: true,
        }
    }

    fn remove(&mut self, workspace: &Workspace) -> Edit {
        let count = 1 + self.random.below(3);
        let kinds = &ItemKind::ALL[1..];
        let items = (0..count).filter_map(|_| {
            let kind = self.random.pick(kinds);
            any_item::one_of(&mut self.random, workspace, kind)
        });
        Edit::Remove(items.collect())
    }

    fn set_status(&mut self, workspace: &Workspace) -> Edit {
        let event = any_item::one_of(&mut self.random, workspace, ItemKind::Event);
        let on = self
            .random
            .once_in(2)
            .then(|| build::date(&format!("2026-01-{:02}", 1 + self.random.below(28))));
        let entry = StatusEntry {
            status: self
                .random
                .pick(&[Status::Announced, Status::Scheduled, Status::Occurred, Status::Cancelled]),
            on,
            source: any_item::one_of(&mut self.random, workspace, ItemKind::Source)
                .filter(|_| self.random.once_in(2))
                .map(|source| domain::id::SourceId(source.id)),
            remark: None,
        };
        Edit::SetStatus(event.map_or(EventId(build::id(999)), |event| EventId(event.id)), entry)
    }

    fn choose_claim(&mut self, workspace: &Workspace) -> Edit {
        let claim = any_item::one_of(&mut self.random, workspace, ItemKind::Claim);
        let reason = self.random.once_in(2).then(|| build::title("two sources"));
        Edit::ChooseClaim(claim.map_or(ClaimId(build::id(999)), |claim| ClaimId(claim.id)), reason)
    }

    fn add_reference(&mut self) -> Edit {
        let keys = [
            "country:KOR",
            "country:CHN",
            "organisation:nato",
            "person:lee-jae-myung",
            "person:nobody",
        ];
        Edit::AddReference(self.random.pick(&keys).parse().unwrap())
    }

    fn import(&mut self, workspace: &Workspace) -> Edit {
        let count = 1 + self.random.below(5);
        Edit::Import((0..count).map(|_| any_item::any(&mut self.random, workspace)).collect())
    }
}
