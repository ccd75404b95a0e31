use domain::{Item, ItemKind, id::TopicId};
use std::collections::BTreeMap;

use super::{Snapshot, numbers::Numbers};
use crate::EngineError;

/// The topics of a dossier and the keys of their lanes.
#[derive(Default)]
pub struct Topics {
    names: BTreeMap<TopicId, String>,
    pub(super) lanes: Numbers<TopicId>,
}

impl Topics {
    /// `lanes` are those given out before.
    pub(super) fn read(snapshot: &Snapshot<'_>, lanes: Numbers<TopicId>) -> Result<Self, EngineError> {
        let mut topics = Self {
            names: BTreeMap::new(),
            lanes,
        };
        topics.read_again(snapshot)?;
        Ok(topics)
    }

    pub(super) fn read_again(&mut self, snapshot: &Snapshot<'_>) -> Result<(), EngineError> {
        self.names.clear();
        snapshot.each(ItemKind::Topic, &mut |item| {
            if let Item::Topic(topic) = item {
                self.lanes.give(&topic.id);
                self.names.insert(topic.id, topic.name.to_string());
            }
        })
    }

    pub fn name(&self, topic: TopicId) -> Option<&str> {
        self.names.get(&topic).map(String::as_str)
    }

    /// The number of a topic's lane, counted from 0; see [`super::TOPIC_LANES`].
    pub fn lane(&self, topic: TopicId) -> Option<u32> {
        self.names.contains_key(&topic).then(|| self.lanes.find(&topic)).flatten()
    }

    /// The topic of a lane, also of one that is gone.
    pub fn of_lane(&self, number: u32) -> Option<TopicId> {
        self.lanes.at(number).copied()
    }

    /// All topics with their names, by id.
    pub fn iter(&self) -> impl Iterator<Item = (TopicId, &str)> {
        self.names.iter().map(|(id, name)| (*id, name.as_str()))
    }
}
