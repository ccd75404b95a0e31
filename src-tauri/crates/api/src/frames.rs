//! What one frame leaves for the next: the rows a filter lets through, and the levels of detail counted so far.

use chrono::NaiveDate;
use domain::Filter;
use std::sync::{Mutex, PoisonError};
use timeline::{Frame, FrameRequest, Levels, Selection};

use crate::{
    view::Viewer,
    wire::{ApiError, ErrorCode},
};

/// The state of the record and of the question for which a selection holds.
#[derive(Clone, PartialEq)]
struct Question {
    filter: Filter,
    known_on: Option<String>,
    revision: i64,
    columns: u64,
    today: NaiveDate,
}

struct Kept {
    question: Question,
    selection: Selection,
    levels: Levels,
}

/// The last question's answer. Panning asks the same one again and again.
#[derive(Default)]
pub struct Frames(Mutex<Option<Kept>>);

impl Frames {
    /// Forgets what belongs to another dossier.
    pub fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub fn frame(&self, viewer: &Viewer<'_>, filter: &Filter, known_on: Option<&str>, request: &FrameRequest) -> Result<Frame, ApiError> {
        let question = question(viewer, filter, known_on)?;
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = match slot.take().filter(|kept| kept.question == question) {
            Some(kept) => kept,
            None => Kept {
                selection: viewer.record.marks(viewer.index()?, filter)?,
                levels: Levels::default(),
                question,
            },
        };
        let kept = slot.insert(kept);
        timeline::frame_with(&viewer.index()?.columns, &kept.selection, request, &mut kept.levels)
            .map_err(|refused| ApiError::new(ErrorCode::Invalid, refused.to_string()))
    }
}

fn question(viewer: &Viewer<'_>, filter: &Filter, known_on: Option<&str>) -> Result<Question, ApiError> {
    Ok(Question {
        filter: filter.clone(),
        known_on: known_on.map(str::to_owned),
        revision: viewer.record.revision(),
        columns: viewer.index()?.columns.revision(),
        today: viewer.today,
    })
}
