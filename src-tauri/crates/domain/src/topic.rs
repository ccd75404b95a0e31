use serde::{Deserialize, Serialize};

use crate::{Invalid, Reason, id::TopicId, text::Title};

/// A subject, in a tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: TopicId,
    pub name: Title,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TopicId>,
}

impl Topic {
    pub fn check(&self) -> Result<(), Invalid> {
        if self.parent == Some(self.id) {
            return Err(Invalid::of("parent", Reason::Itself));
        }
        Ok(())
    }
}
