use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Item;

/// An item with the time it was recorded in this wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    pub recorded_at: DateTime<Utc>,
    #[serde(flatten)]
    pub item: Item,
}

/// A wording that once stood and was replaced or removed: what the dossier said between two moments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Superseded {
    pub recorded_at: DateTime<Utc>,
    pub superseded_at: DateTime<Utc>,
    #[serde(flatten)]
    pub item: Item,
}
