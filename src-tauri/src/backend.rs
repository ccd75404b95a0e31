//! What the windows share: the way into `api`, on threads that may wait for the disk.

use api::Api;
use api::wire::{ApiError, ErrorCode};
use std::sync::{Arc, Mutex, PoisonError};

/// The running application behind the window; empty once the program is ending.
pub struct Backend(Mutex<Option<Arc<Api>>>);

impl Backend {
    /// Wraps the way into the core.
    pub fn new(api: Api) -> Self {
        Self(Mutex::new(Some(Arc::new(api))))
    }

    /// Answers a request away from the threads that draw and listen.
    pub async fn answer<T: Send + 'static>(&self, work: impl FnOnce(&Api) -> Result<T, ApiError> + Send + 'static) -> Result<T, ApiError> {
        let Some(api) = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone() else {
            return Err(internal("Summitry is closing."));
        };
        let outcome = tauri::async_runtime::spawn_blocking(move || work(&api)).await;
        outcome.unwrap_or_else(|error| {
            tracing::error!(%error, "a request ended before it was answered");
            Err(internal("The request could not be finished."))
        })
    }

    /// Lets go of the dossier, so that its file is whole on its own. The program ends without dropping its state.
    pub fn close(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// An error that is a fault of ours.
pub fn internal(message: &str) -> ApiError {
    ApiError::new(ErrorCode::Internal, message).hint("Nothing that was saved is lost. Try again; if it stays, restart Summitry.")
}
