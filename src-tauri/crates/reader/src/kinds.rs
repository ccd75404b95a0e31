//! What the table of kinds says of a kind, asked by its id. Of a kind that the table lacks nothing is known.

use crate::words::ByWord;
use domain::kind::{Kind, Together};

/// The kinds of events by id.
#[derive(Debug)]
pub(crate) struct Kinds(ByWord<String, Kind>);

impl Kinds {
    pub fn new(rows: &[Kind]) -> Self {
        Self(rows.iter().map(|kind| (kind.id.to_string(), kind.clone())).collect())
    }

    pub fn get(&self, id: &str) -> Option<&Kind> {
        self.0.get(id)
    }

    fn says(&self, id: &str, what: impl Fn(&Kind) -> bool) -> bool {
        self.get(id).is_some_and(what)
    }

    /// Its act is words.
    pub fn is_words(&self, id: &str) -> bool {
        self.says(id, |kind| kind.words)
    }

    pub fn is_meeting(&self, id: &str) -> bool {
        self.says(id, |kind| kind.meeting)
    }

    pub fn is_journey(&self, id: &str) -> bool {
        self.says(id, |kind| kind.journey)
    }

    /// A meeting that is no journey to one.
    pub fn is_encounter(&self, id: &str) -> bool {
        self.says(id, |kind| kind.meeting && !kind.journey)
    }

    /// One side can do it alone.
    pub fn needs_no_other(&self, id: &str) -> bool {
        self.says(id, |kind| kind.alone)
    }

    /// Several do it with each other: who stands beside them is no other side.
    pub fn is_joint(&self, id: &str) -> bool {
        self.says(id, |kind| kind.together == Together::Joint)
    }

    /// Several who do it do it to each other, where no other side is named.
    pub fn is_shared(&self, id: &str) -> bool {
        self.says(id, |kind| kind.together != Together::Apart)
    }
}
