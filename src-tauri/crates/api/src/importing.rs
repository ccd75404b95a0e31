//! An import under way, for whoever wants to know how far it has come or to stop it.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Instant,
};

use crate::wire::ImportProgressView;

/// At most one import is under way.
#[derive(Default)]
pub(crate) struct Importing(Mutex<Option<Arc<Running>>>);

pub(crate) struct Running {
    since: Instant,
    of_bytes: u64,
    bytes: AtomicU64,
    things: AtomicU64,
    stop: AtomicBool,
}

impl Importing {
    pub fn begin(&self, of_bytes: u64) -> Arc<Running> {
        let running = Arc::new(Running {
            since: Instant::now(),
            of_bytes,
            bytes: AtomicU64::new(0),
            things: AtomicU64::new(0),
            stop: AtomicBool::new(false),
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&running));
        running
    }

    pub fn end(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    pub fn progress(&self) -> Option<ImportProgressView> {
        let running = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        Some(ImportProgressView {
            things: running.things.load(Ordering::Relaxed),
            bytes: running.bytes.load(Ordering::Relaxed),
            of_bytes: running.of_bytes,
            seconds: running.since.elapsed().as_secs_f64(),
        })
    }

    pub fn cancel(&self) {
        if let Some(running) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            running.stop.store(true, Ordering::Relaxed);
        }
    }
}

impl Running {
    /// One that nobody follows.
    pub fn apart() -> Arc<Self> {
        Importing::default().begin(0)
    }

    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    pub fn read(&self, bytes: u64) {
        self.bytes.store(bytes, Ordering::Relaxed);
    }

    /// Counts a thing that came in; `false` where the import is to stop.
    pub fn goes_on(&self) -> bool {
        self.things.fetch_add(1, Ordering::Relaxed);
        !self.stop.load(Ordering::Relaxed)
    }
}
