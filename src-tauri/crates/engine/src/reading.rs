//! From a captured text to drafts, and from drafts to the record: the only way by which what the reader found gets in.

mod accept;
mod alike;
mod amend;
mod capture;
mod lessons;
mod merge;
mod names;
mod propose;
mod resolve;

pub use alike::{Likeness, Reason};
pub use capture::{Captured, Quotes, told_on};
pub use names::shipped_reader;

use std::sync::Arc;

use domain::{ItemKind, ItemRef};
use reader::Reader;

use crate::{EngineError, Workspace};

/// The kinds of item that tell the reader what names and words mean.
const TAUGHT_BY: [ItemKind; 4] = [ItemKind::Actor, ItemKind::Office, ItemKind::Tenure, ItemKind::Lesson];

/// The reader of a dossier, made when it is first asked for and again after what it goes by has changed.
#[derive(Default)]
pub(crate) struct OwnReader(Option<Arc<Reader>>);

impl OwnReader {
    /// Lets go of it where one of the items is among what it goes by.
    pub fn forget(&mut self, touched: &[ItemRef]) {
        if touched.iter().any(|item| TAUGHT_BY.contains(&item.kind)) {
            self.0 = None;
        }
    }
}

impl Workspace {
    /// A reader that knows what is shipped, the dossier's own actors and offices, and its lessons. Reading with it needs no dossier.
    pub fn reader(&mut self) -> Result<Arc<Reader>, EngineError> {
        if let Some(reader) = &self.own_reader.0 {
            return Ok(Arc::clone(reader));
        }
        let reader = Arc::new(names::reader_of(self)?);
        self.own_reader.0 = Some(Arc::clone(&reader));
        Ok(reader)
    }
}
