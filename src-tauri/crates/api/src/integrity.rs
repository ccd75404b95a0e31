//! Whether a dossier is whole, and what version of the format it has.

use crate::{api::Api, wire::ApiError};

impl Api {
    /// What is wrong with the open dossier, in words; nothing when it is sound. Reads all of it.
    pub fn check(&self) -> Result<Vec<String>, ApiError> {
        self.with(|open| Ok(open.workspace.store().check()?.findings))
    }

    pub fn schema_version(&self) -> Result<u32, ApiError> {
        self.with(|open| Ok(open.workspace.store().schema_version()))
    }

    /// Refuses with what stands in the way of changing the open dossier.
    pub fn require_writable(&self) -> Result<(), ApiError> {
        self.with(|open| Ok(open.workspace.store().require_writable()?))
    }
}
