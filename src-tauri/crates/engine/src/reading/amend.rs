use chrono::{DateTime, Utc};
use domain::{
    Item,
    draft::{Draft, DraftState},
    id::DraftId,
    named::{NamedItem, Reported},
};

use super::resolve::{Resolved, Resolver};
use crate::{Change, EngineError, Operation, Workspace};

impl Workspace {
    /// Changes what an open draft proposes. Its words, links and rule stay. A rejected one is open again.
    pub fn amend_draft(&mut self, draft: DraftId, named: &NamedItem, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let draft = self.open_draft(draft)?;
        let index = self.index()?;
        let mut resolver = Resolver::of(self, &index)?;
        resolver.remember(&draft.brings);
        let reported = Reported {
            source: draft.source,
            published: None,
        };
        let Resolved { item, brings, shipped } = resolver.resolved(named, draft.proposal.id(), &reported, Some(&draft.proposal))?;
        let amended = Draft {
            proposal: Box::new(item),
            brings,
            shipped,
            state: DraftState::Open,
            amended: true,
            ..draft
        };
        let subject = amended.proposal.title();
        let ((), change) = self.transact(Operation::AmendDraft, &subject, now, |tx| tx.put(&Item::Draft(amended)))?;
        Ok(change)
    }
}
