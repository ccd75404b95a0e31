use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item,
    draft::{Draft, DraftState},
    id::DraftId,
};

use super::{
    cast::Cast,
    sketch::{Noun, Sketch, Told},
};
use crate::{Change, EngineError, Operation, Workspace};

impl Workspace {
    /// Changes what an open draft proposes. Its words, links and rule stay. A rejected one is open again.
    pub fn amend_draft(&mut self, draft: DraftId, sketch: &Sketch, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let draft = self.open_draft(draft)?;
        if (draft.proposal.kind() == domain::ItemKind::Tie) != (sketch.noun == Noun::Tie) {
            return Err(Invalid::new("kind", "cannot turn an event into a tie or a tie into an event")
                .hint("reject the draft and make the other from its words")
                .into());
        }
        let index = self.index()?;
        let mut cast = Cast::of(self, &index)?;
        cast.remember(&draft.brings);
        let told = Told {
            source: draft.source,
            published: None,
        };
        let (mut item, brings, shipped) = sketch.cast(draft.proposal.id(), &told, &mut cast)?;
        keep_ties(&draft.proposal, &mut item);
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

/// What no form shows of a draft stays as it was: relative date, cause, summary, and the source's words for a date that was not touched.
fn keep_ties(before: &Item, item: &mut Item) {
    match (before, item) {
        (Item::Event(before), Item::Event(event)) => {
            event.summary = before.summary.clone();
            event.status = if before.status.current() == event.status.current() {
                before.status.clone()
            } else {
                event.status.clone()
            };
            if let (Some(stood), Some(when)) = (&before.when, &mut event.when) {
                when.relative = stood.relative.clone();
                if stood.edtf == when.edtf {
                    when.text = stood.text.clone();
                }
            }
        }
        (Item::Tie(before), Item::Tie(tie)) => {
            tie.cause = before.cause;
            tie.summary = before.summary.clone();
        }
        _ => {}
    }
}
