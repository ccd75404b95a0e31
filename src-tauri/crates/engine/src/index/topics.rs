use domain::{Item, ItemKind, id::TopicId};
use std::collections::BTreeMap;

use super::numbers::Numbers;
use crate::EngineError;
use store::Read;

/// The topics of a dossier and the keys of their lanes.
#[derive(Default)]
pub struct Topics {
    names: BTreeMap<TopicId, String>,
    pub(super) lanes: Numbers<TopicId>,
}

impl Topics {
    pub(super) fn read(read: &dyn Read) -> Result<Self, EngineError> {
        Self::default().read_again(read)
    }

    /// Reads all again, with the lanes given out before.
    pub(super) fn read_again(&self, read: &dyn Read) -> Result<Self, EngineError> {
        let mut anew = Self {
            names: BTreeMap::new(),
            lanes: self.lanes.clone(),
        };
        read.each(ItemKind::Topic, &mut |recorded| {
            if let Item::Topic(topic) = recorded.item {
                anew.lanes.give(&topic.id);
                anew.names.insert(topic.id, topic.name.to_string());
            }
            Ok(())
        })?;
        Ok(anew)
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
