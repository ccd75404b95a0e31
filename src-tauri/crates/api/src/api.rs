//! The one object behind the window and the terminal: the open dossier and everything that can be asked of it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{ItemRef, Language, settings::Settings};
use engine::{Change, Workspace};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError},
};

use crate::{
    dossier::{self, Dossier},
    frames::Frames,
    importing::Importing,
    recent::{Recent, name},
    wire::*,
};

/// The clock of a shell; tests set their own.
pub type Clock = fn() -> DateTime<Utc>;

pub struct Api {
    /// The open dossier for those who change it.
    open: Mutex<Option<Open>>,
    /// The same for those who look at it. They wait for nobody who changes it.
    shown: Mutex<Option<Arc<Dossier>>>,
    trouble: Mutex<Option<TroubleView>>,
    pub(crate) frames: Frames,
    pub(crate) importing: Importing,
    pub(crate) recent: Arc<Recent>,
    pub(crate) home: PathBuf,
    /// The program that reads documents in a process of its own.
    pub(crate) capture_program: Option<PathBuf>,
    /// Whether the index is built as soon as a dossier is open.
    index_ahead: bool,
    clock: Clock,
}

/// An open dossier.
pub(crate) struct Open {
    // Closed before its place is left, as fields are dropped in order.
    pub workspace: Workspace,
    /// Whether the file was found to be gone or replaced.
    pub is_astray: bool,
    _place: Place,
}

/// Where an open dossier lies; what its file is like is remembered when it is closed.
struct Place {
    path: PathBuf,
    recent: Arc<Recent>,
}

impl Api {
    /// `home` is the folder for what belongs to the application and not to a dossier.
    pub fn new(home: &Path, clock: Clock) -> Self {
        Self {
            open: Mutex::new(None),
            shown: Mutex::new(None),
            trouble: Mutex::new(None),
            frames: Frames::default(),
            importing: Importing::default(),
            recent: Arc::new(Recent::new(home)),
            home: home.to_owned(),
            capture_program: None,
            index_ahead: false,
            clock,
        }
    }

    /// For a shell that keeps nothing of its own: no list of recent dossiers, no copies of samples.
    pub fn without_home(clock: Clock) -> Self {
        Self {
            recent: Arc::new(Recent::nowhere()),
            ..Self::new(Path::new(""), clock)
        }
    }

    /// Has documents read by another process of a program that answers [`crate::serve`] for its first argument: a
    /// hostile file may end that process and nothing else. Without it they are read in this one.
    pub fn with_capture_program(self, program: PathBuf) -> Self {
        Self {
            capture_program: Some(program),
            ..self
        }
    }

    /// Has the index of a dossier built in the background when it is opened: a window will ask for it at once.
    pub fn with_index_ahead(self) -> Self {
        Self { index_ahead: true, ..self }
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// The open dossier, to look at.
    pub(crate) fn dossier(&self) -> Result<Arc<Dossier>, ApiError> {
        self.shown().ok_or_else(ApiError::no_dossier)
    }

    fn shown(&self) -> Option<Arc<Dossier>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Makes a change in the open dossier, wherever its file is by now.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let mut open = self.lock();
        self.follow(&mut open)?;
        work(open.as_mut().ok_or_else(ApiError::no_dossier)?)
    }

    /// A panic elsewhere leaves the dossier usable: its transaction was rolled back.
    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, unless somebody holds it.
    pub(crate) fn try_lock(&self) -> Option<MutexGuard<'_, Option<Open>>> {
        match self.open.try_lock() {
            Ok(open) => Some(open),
            Err(TryLockError::Poisoned(open)) => Some(open.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Opens a dossier in place of the one that is open. Where it fails, that one stays open.
    pub fn open(&self, path: &Path) -> Result<(), ApiError> {
        if self.is_open(path) {
            return Ok(());
        }
        let opened = if self.recent.is_foreign(path) {
            Workspace::open_foreign(path, self.now())
        } else {
            Workspace::open(path, self.now())
        };
        self.take(path, opened?)
    }

    /// Opens a dossier that is not to be changed, in place of the one that is open.
    pub fn open_to_read(&self, path: &Path) -> Result<(), ApiError> {
        self.take(path, Workspace::open_to_read(path, self.now())?)
    }

    /// As [`Api::open`], and answers what is to be known of it.
    pub fn open_path(&self, path: &Path) -> Result<SessionResponse, ApiError> {
        self.open(path)?;
        self.session()
    }

    /// Whether it is the dossier that is open, by whichever way its file is named. A second look at it would find it in use.
    fn is_open(&self, path: &Path) -> bool {
        let shown = self.shown();
        shown.is_some_and(|shown| std::fs::canonicalize(path).is_ok_and(|path| path == shown.file))
    }

    /// Opens the dossier the application was started with; keeps the trouble, if any, for the window to show.
    pub fn open_at_start(&self, path: &Path) {
        if let Err(error) = self.open_path(path) {
            self.close(path, error);
        }
    }

    /// Leaves no dossier open, and why.
    pub(crate) fn close(&self, path: &Path, error: ApiError) {
        let trouble = TroubleView {
            code: error.code,
            file: name(path),
            message: error.message,
            hint: error.hint,
            why: error.why,
        };
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(trouble);
    }

    /// Begins a dossier and opens it.
    pub fn create(&self, path: &Path, title: &str, language: Language) -> Result<SessionResponse, ApiError> {
        let settings = settings(title, language)?;
        let created = Workspace::create(path, &settings, self.now())?;
        self.take(path, created)?;
        self.session()
    }

    pub(crate) fn take(&self, path: &Path, workspace: Workspace) -> Result<(), ApiError> {
        self.put_in(&mut self.lock(), path, workspace)
    }

    /// Puts a dossier in the place of the one that is open.
    pub(crate) fn put_in(&self, open: &mut Option<Open>, path: &Path, workspace: Workspace) -> Result<(), ApiError> {
        let title = workspace.settings()?.title.to_string();
        self.frames.clear();
        let dossier = Arc::new(Dossier::of(&workspace, path));
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&dossier));
        *open = Some(Open {
            workspace,
            is_astray: false,
            _place: Place {
                path: path.to_owned(),
                recent: Arc::clone(&self.recent),
            },
        });
        if self.index_ahead {
            let today = self.today();
            std::thread::spawn(move || dossier.index_ahead(today));
        }
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = None;
        // The list of recent dossiers is a convenience: where it cannot be written, the dossier is open all the same.
        let _ = self.recent.remember(path, &title);
        Ok(())
    }

    /// The language of the open dossier.
    pub fn language(&self) -> Result<Language, ApiError> {
        self.dossier()?.read(None, self.today(), |record| Ok(record.settings()?.language))
    }

    pub fn session(&self) -> Result<SessionResponse, ApiError> {
        let dossier = self.shown().map(|dossier| dossier.view(self.today())).transpose()?;
        Ok(SessionResponse {
            dossier,
            recent: self.recent.list(),
            samples: crate::samples::list(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            trouble: self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // Without it the dossier is only looked through more carefully when it is opened again.
        let _ = self.recent.leave(&self.path);
    }
}

/// The settings of a new dossier.
pub(crate) fn settings(title: &str, language: Language) -> Result<Settings, ApiError> {
    Ok(Settings {
        id: domain::id::DossierId(engine::fresh_id()),
        title: domain::text::Title::new(title)?,
        language,
        time_zone: domain::text::Title::new("UTC")?,
        half_life_days: domain::settings::HalfLife::default(),
        namings: Vec::new(),
        opens_as_of: None,
    })
}

impl Open {
    /// What a change has done and what can be undone now.
    pub fn changed(&self, change: &Change, created: Option<ItemRef>) -> Result<ChangeResponse, ApiError> {
        let record = self.workspace.record();
        Ok(ChangeResponse {
            state: dossier::state(&record)?,
            touched: change.touched.clone(),
            created,
            counts: dossier::counts(&record)?,
        })
    }
}
