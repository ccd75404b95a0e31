use domain::{Invalid, ItemRef};
use store::StoreError;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum EngineError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Invalid(#[from] Invalid),
    #[error("that {} is not in the dossier; it may have been removed", .0.kind.as_str())]
    NotFound(ItemRef),
    #[error("there is nothing to undo")]
    NothingToUndo,
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// A change was tried and let go of, as it was meant to be.
    #[error("nothing was changed")]
    Rehearsed,
    /// The words or names it goes by do not make a reader.
    #[error("the text cannot be read: {0}")]
    Reader(String),
}

impl EngineError {
    pub(crate) fn reader(error: impl std::fmt::Display) -> Self {
        Self::Reader(error.to_string())
    }
}
