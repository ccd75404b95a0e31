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

    /// Why nothing can be changed, where that is so.
    pub fn read_only(&self) -> Result<Option<String>, ApiError> {
        Ok(self.dossier()?.read_only.clone())
    }
}
