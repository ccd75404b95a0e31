//! The one object behind the window and the terminal: the open dossier and everything that can be asked of it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{ItemRef, Language, settings::Settings};
use engine::{Change, Workspace, index::Index};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    frames::Frames,
    parse,
    recent::{Recent, name},
    wire::*,
};

/// The clock of a shell; tests set their own.
pub type Clock = fn() -> DateTime<Utc>;

pub struct Api {
    open: Mutex<Option<Open>>,
    trouble: Mutex<Option<TroubleView>>,
    pub(crate) frames: Frames,
    pub(crate) recent: Recent,
    pub(crate) home: PathBuf,
    /// The program that reads documents in a process of its own.
    pub(crate) capture_program: Option<PathBuf>,
    clock: Clock,
}

/// An open dossier and where it lies.
pub(crate) struct Open {
    pub workspace: Workspace,
    pub path: PathBuf,
}

impl Api {
    /// `home` is the folder for what belongs to the application and not to a dossier.
    pub fn new(home: &Path, clock: Clock) -> Self {
        Self {
            open: Mutex::new(None),
            trouble: Mutex::new(None),
            frames: Frames::default(),
            recent: Recent::new(home),
            home: home.to_owned(),
            capture_program: None,
            clock,
        }
    }

    /// For a shell that keeps nothing of its own: no list of recent dossiers, no copies of samples.
    pub fn without_home(clock: Clock) -> Self {
        Self {
            recent: Recent::nowhere(),
            ..Self::new(Path::new(""), clock)
        }
    }

    /// Has documents read by another process of a program that answers [`crate::serve_capture`] when started with [`crate::CAPTURE`]: a
    /// hostile file may end that process and nothing else. Without it they are read in this one.
    pub fn with_capture_program(self, program: PathBuf) -> Self {
        Self {
            capture_program: Some(program),
            ..self
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// Runs a question or a change on the open dossier.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let mut open = self.lock();
        work(open.as_mut().ok_or_else(ApiError::no_dossier)?)
    }

    /// A panic elsewhere leaves the dossier usable: its transaction was rolled back.
    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a dossier in place of the one that is open. Where it fails, that one stays open.
    pub fn open_path(&self, path: &Path) -> Result<SessionResponse, ApiError> {
        if self.is_open(path) {
            return self.session();
        }
        let opened = Workspace::open(path, self.now());
        self.take(path, opened.map_err(ApiError::from)?)
    }

    /// Whether it is the dossier that is open, by whichever way its file is named. A second look at it would find it in use.
    fn is_open(&self, path: &Path) -> bool {
        let open = self.lock();
        let held = open.as_ref().map(|open| open.workspace.store().path());
        held.is_some_and(|held| std::fs::canonicalize(path).is_ok_and(|path| path == held))
    }

    /// Opens the dossier the application was started with; keeps the trouble, if any, for the window to show.
    pub fn open_at_start(&self, path: &Path) {
        if let Err(error) = self.open_path(path) {
            let trouble = TroubleView {
                code: error.code,
                file: name(path),
                message: error.message,
                hint: error.hint,
            };
            *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(trouble);
        }
    }

    /// Begins a dossier and opens it.
    pub fn create(&self, path: &Path, title: &str, language: Language) -> Result<SessionResponse, ApiError> {
        let settings = settings(title, language)?;
        let created = Workspace::create(path, &settings, self.now())?;
        self.take(path, created)
    }

    pub(crate) fn take(&self, path: &Path, workspace: Workspace) -> Result<SessionResponse, ApiError> {
        let title = workspace.settings()?.title.to_string();
        self.frames.clear();
        *self.lock() = Some(Open {
            workspace,
            path: path.to_owned(),
        });
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = None;
        // The list of recent dossiers is a convenience: where it cannot be written, the dossier is open all the same.
        let _ = self.recent.remember(path, &title);
        self.session()
    }

    pub fn session(&self) -> Result<SessionResponse, ApiError> {
        let dossier = self.lock().as_ref().map(|open| open.view(self.today())).transpose()?;
        Ok(SessionResponse {
            dossier,
            recent: self.recent.list(),
            samples: crate::samples::list(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            trouble: self.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        })
    }
}

fn open_drafts(workspace: &Workspace) -> Result<u32, ApiError> {
    let counts = engine::store::Read::draft_counts(workspace.store())?;
    let open = counts.into_iter().filter(|(_, state, _)| *state == domain::draft::DraftState::Open);
    Ok(u32::try_from(open.map(|(_, _, count)| count).sum::<u64>()).unwrap_or(u32::MAX))
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
    /// The index of now, or of what was known by the end of a past day.
    pub fn index(&mut self, known_on: Option<&str>, today: NaiveDate) -> Result<Arc<Index>, ApiError> {
        match known_on.filter(|day| !day.trim().is_empty()) {
            None => Ok(self.workspace.index()),
            Some(day) => Ok(self.workspace.index_known_on(parse::day("known_on", day)?, today)?),
        }
    }

    pub fn view(&self, today: NaiveDate) -> Result<DossierView, ApiError> {
        let settings = self.workspace.settings()?;
        let (first, last) = engine::store::Read::range(self.workspace.store())?;
        let naming = |naming: domain::settings::Naming| NamingView {
            code: naming.code.into(),
            name: naming.name.into(),
            grouped_under: naming.grouped_under.map(String::from),
        };
        Ok(DossierView {
            id: settings.id.to_string(),
            title: settings.title.into(),
            file: name(&self.path),
            language: match settings.language {
                Language::English => LanguageCode::En,
                Language::Korean => LanguageCode::Ko,
            },
            time_zone: settings.time_zone.into(),
            half_life_days: settings.half_life_days.days(),
            namings: settings.namings.into_iter().map(naming).collect(),
            read_only: self.workspace.read_only().map(str::to_owned),
            counts: self.counts()?,
            first: first.map(|moment| moment.iso_date()),
            last: last.map(|moment| moment.iso_date()),
            opens_as_of: settings.opens_as_of.map(|day| day.to_string()),
            today: today.to_string(),
            change: self.state()?,
        })
    }

    pub fn counts(&self) -> Result<CountsView, ApiError> {
        let counts = engine::store::Read::counts(self.workspace.store())?;
        let of = |kind| u32::try_from(counts.of(kind)).unwrap_or(u32::MAX);
        let index = self.workspace.index();
        let marked = |flag| u32::try_from(index.rows.iter().filter(|row| row.flags.has(flag)).count()).unwrap_or(u32::MAX);
        Ok(CountsView {
            events: of(domain::ItemKind::Event),
            statements: marked(timeline::Flags::STATEMENT),
            ties: of(domain::ItemKind::Tie),
            actors: of(domain::ItemKind::Actor),
            sources: of(domain::ItemKind::Source),
            notes: of(domain::ItemKind::Note),
            overdue: marked(timeline::Flags::OVERDUE),
            drafts: open_drafts(&self.workspace)?,
        })
    }

    pub fn state(&self) -> Result<ChangeState, ApiError> {
        let (undo, redo) = self.workspace.reach()?;
        let label = |row: engine::store::OperationRow| OperationLabel {
            name: row.name,
            subject: row.subject,
        };
        Ok(ChangeState {
            revision: engine::store::Read::revision(self.workspace.store())?,
            undo: undo.map(label),
            redo: redo.map(label),
        })
    }

    pub fn changed(&self, change: &Change, created: Option<ItemRef>) -> Result<ChangeResponse, ApiError> {
        Ok(ChangeResponse {
            state: self.state()?,
            touched: change.touched.iter().map(ToString::to_string).collect(),
            created: created.map(|item| item.to_string()),
            counts: self.counts()?,
        })
    }
}
