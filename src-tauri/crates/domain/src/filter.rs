//! What a view, a list or a brief is narrowed to.

use serde::{Deserialize, Serialize};

use crate::{
    Edtf, Moment,
    grade::Reliability,
    id::{ActorId, TopicId},
    kind::KindId,
    status::Status,
};

/// Facets join by *and*; within one, any value will do, but all `actors` must take part unless one is enough. Empty narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Filter {
    /// A country stands for all who act for it.
    pub actors: Vec<ActorId>,
    /// One of the actors is enough.
    pub any_actor: bool,
    pub kinds: Vec<KindId>,
    pub topics: Vec<TopicId>,
    pub statuses: Vec<Status>,
    /// Plans that came due without an outcome: one more value beside the statuses.
    pub overdue: bool,
    /// Reliability of the source of the best citation.
    pub grades: Vec<Reliability>,
    pub text: Option<String>,
    /// The event may have gone on in or after this time …
    pub from: Option<Edtf>,
    /// … and have begun in or before this one.
    pub to: Option<Edtf>,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether those who take part are the ones asked for.
    pub fn has_actors(&self, takes_part: impl Fn(ActorId) -> bool) -> bool {
        let mut taking_part = self.actors.iter().map(|actor| takes_part(*actor));
        if self.any_actor && !self.actors.is_empty() {
            taking_part.any(|takes| takes)
        } else {
            taking_part.all(|takes| takes)
        }
    }

    /// The range of dates; an end that is open, or not given, bounds nothing.
    pub fn range(&self) -> Range {
        Range {
            from: self.from.as_ref().and_then(Edtf::earliest),
            to: self.to.as_ref().and_then(Edtf::latest),
        }
    }
}

/// The moments between which something must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    from: Option<Moment>,
    to: Option<Moment>,
}

impl Range {
    pub fn is_all_time(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether what began at the earliest at one moment and ended at the latest at another may lie within. An open side never keeps it out.
    pub fn may_hold(self, begins: Option<Moment>, ends: Option<Moment>) -> bool {
        let ends_before = self.from.zip(ends).is_some_and(|(from, ends)| ends < from);
        let begins_after = self.to.zip(begins).is_some_and(|(to, begins)| begins > to);
        !ends_before && !begins_after
    }
}
