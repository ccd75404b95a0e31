//! Files of other tools, looked at and taken in.

use domain::{
    Language,
    incoming::{Fault, Format, Incoming, Mapping},
    named::{NamedItem, Noun},
    tie::TieKind,
};
use engine::{
    Change, EngineError,
    incoming::{IncomingFile, Intake, Keeping, Taken},
};
use exchange::{
    dossier_json,
    import::{ImportError, Order, Plan, Stopped, TablePlan, Taker, worker},
};
use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{api::Api, importing::Running, recent, view::Viewer, wire::*};

/// The argument with which a shell is started to read files of other tools; see [`serve`].
pub(super) const IMPORT: &str = "import-file";

/// Reads one file from an order on standard input and answers on standard output: what a shell does when started with [`IMPORT`].
pub(super) fn serve() -> io::Result<()> {
    worker::serve(io::stdin(), io::stdout())
}

/// Things that a look tries to take in.
const TRIED: u64 = 300;
/// Rows of a table that a look shows.
const ROWS: usize = 20;
/// Touched items that an answer names.
const TOUCHED: usize = 1_000;
/// Problems that an answer lists.
const LISTED: usize = 200;
/// What is looked at to tell a dossier in its own JSON, in bytes.
const OWN: u64 = 200;
/// What the journal calls a table that was pasted.
const PASTED: &str = "table";

/// Where what comes in lies.
#[derive(Clone, Debug)]
pub enum ImportSource {
    File(PathBuf),
    /// A table that was pasted.
    Text(Arc<str>),
}

/// How it is to come in.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// For tables; a sheet that none is given for is read by the guess. The name of a sheet that stands for all is `*`.
    pub mappings: Vec<(String, Mapping)>,
    /// Where a person knows better than what the file shows.
    pub format: Option<Format>,
    /// Does all and keeps nothing.
    pub dry_run: bool,
}

impl ImportSource {
    fn name(&self) -> String {
        match self {
            Self::File(path) => recent::name(path),
            Self::Text(_) => String::new(),
        }
    }

    fn size(&self) -> u64 {
        match self {
            Self::File(path) => std::fs::metadata(path).map_or(0, |meta| meta.len()),
            Self::Text(text) => text.len() as u64,
        }
    }

    /// Whether it is a dossier in its own JSON.
    pub fn is_dossier(&self) -> bool {
        let Self::File(path) = self else { return false };
        let mut start = Vec::new();
        let read = File::open(path).and_then(|file| file.take(OWN).read_to_end(&mut start));
        read.is_ok() && String::from_utf8_lossy(&start).contains(&format!("\"format\":\"{}\"", dossier_json::FORMAT))
    }
}

impl ImportOptions {
    pub fn of(request: &ImportRequest) -> Self {
        let mappings = request.mappings.iter();
        Self {
            mappings: mappings.map(|given| (given.sheet.clone(), given.mapping.clone())).collect(),
            ..Self::default()
        }
    }
}

/// Hands what is read on to the record.
struct Hand<'r, 'i, 'a, 't, 'w> {
    intake: &'i mut Intake<'a, 't, 'w>,
    running: &'r Running,
    /// What went wrong with the record, which ends the reading.
    trouble: Option<EngineError>,
    left: u64,
}

impl Taker for Hand<'_, '_, '_, '_, '_> {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped> {
        if !self.running.goes_on() || self.left == 0 {
            return Err(Stopped);
        }
        self.left -= 1;
        self.intake.take(incoming).map_err(|error| {
            self.trouble = Some(error);
            Stopped
        })
    }

    fn fault(&mut self, fault: Fault) -> Result<(), Stopped> {
        self.intake.report(fault);
        Ok(())
    }

    fn read_so_far(&mut self, bytes: u64) {
        self.running.read(bytes);
    }

    fn goes_on(&self) -> bool {
        !self.running.is_stopped()
    }
}

/// What came of an attempt to take a file in.
#[derive(Default)]
struct Attempt {
    taken: Taken,
    change: Option<Change>,
    /// The first problems, and how many there were.
    faults: Vec<Fault>,
    fault_count: u64,
    /// Whether the file was read to its end.
    whole: bool,
}

impl Attempt {
    fn view(&self) -> TakenView {
        let added = self.taken.added.iter().map(|&(kind, count)| AddedView { kind, count });
        TakenView {
            added: added.collect(),
            updated: self.taken.updated,
            unchanged: self.taken.unchanged,
            edited_here: self.taken.edited_here,
            removed_here: self.taken.removed_here,
            other_sides: self.taken.other_sides,
            faults: self.faults.clone(),
            fault_count: self.fault_count,
        }
    }
}

impl Api {
    /// What a file is and how its beginning would stand in the record.
    pub fn look_at_import(&self, source: &ImportSource, options: &ImportOptions, language: Language) -> Result<ImportPlanView, ApiError> {
        let (plan, attempt) = if source.is_dossier() {
            (None, Attempt::default())
        } else {
            let plan = self.plan(source, options)?;
            let asks = plan.tables.iter().any(|table| table.order_open);
            let running = Running::apart();
            let attempt = if asks {
                Attempt::default()
            } else {
                self.attempt(source, options, &plan, &running, Keeping::Rehearse, TRIED, &mut |_| {})?
            };
            (Some(plan), attempt)
        };
        self.view(language, None, |viewer| {
            let shown = attempt.taken.shown.iter();
            Ok(ImportPlanView {
                file: source.name(),
                format: plan.as_ref().map(|plan| plan.format),
                tables: plan.iter().flat_map(|plan| &plan.tables).map(table_view).collect(),
                shown: shown.map(|(row, item)| imported_view(viewer, *row, item)).collect(),
                tried: attempt.view(),
                whole: attempt.whole,
            })
        })
    }

    /// What a file is and how its tables would be read. No dossier need be open.
    pub fn recognise_import(&self, source: &ImportSource, options: &ImportOptions) -> Result<ImportPlanView, ApiError> {
        let plan = self.plan(source, options)?;
        Ok(ImportPlanView {
            file: source.name(),
            format: Some(plan.format),
            tables: plan.tables.iter().map(table_view).collect(),
            shown: Vec::new(),
            tried: Attempt::default().view(),
            whole: false,
        })
    }

    fn plan(&self, source: &ImportSource, options: &ImportOptions) -> Result<Plan, ApiError> {
        let order = self.order(source, options);
        Ok(match &self.capture_program {
            Some(program) => worker::look(program, &[IMPORT], &order)?,
            None => order.look()?,
        })
    }

    fn order(&self, source: &ImportSource, options: &ImportOptions) -> Order {
        let (path, text) = match source {
            ImportSource::File(path) => (Some(std::path::absolute(path).unwrap_or_else(|_| path.clone())), None),
            ImportSource::Text(text) => (None, Some(text.to_string())),
        };
        Order {
            path,
            text,
            mappings: options.mappings.clone(),
            format: options.format,
            today: self.today(),
        }
    }

    /// Takes a file in, all that can be read of it, as one operation. Every problem is handed to `faults`.
    pub fn import_from(
        &self,
        source: &ImportSource,
        options: &ImportOptions,
        faults: &mut dyn FnMut(&Fault),
    ) -> Result<(Format, TakenView, Option<ChangeResponse>), ApiError> {
        let running = self.importing.begin(source.size());
        let outcome = self.plan(source, options).and_then(|plan| {
            let keeping = if options.dry_run { Keeping::Rehearse } else { Keeping::Keep };
            let attempt = self.attempt(source, options, &plan, &running, keeping, u64::MAX, faults)?;
            Ok((plan.format, attempt))
        });
        self.importing.end();
        let (format, attempt) = outcome?;
        let change = match &attempt.change {
            Some(change) => Some(self.with(|open| open.changed(change, None))?),
            None => None,
        };
        Ok((format, attempt.view(), change))
    }

    /// Takes in at most so many things of a file, or does as if.
    fn attempt(
        &self,
        source: &ImportSource,
        options: &ImportOptions,
        plan: &Plan,
        running: &Running,
        keeping: Keeping,
        limit: u64,
        faults: &mut dyn FnMut(&Fault),
    ) -> Result<Attempt, ApiError> {
        let name = source.name();
        let file = IncomingFile {
            name: if name.is_empty() { PASTED } else { &name },
            data_set: &data_set(plan, &name),
        };
        let (now, order) = (self.now(), self.order(source, options));
        let mut attempt = Attempt::default();
        let (listed, count) = (&mut attempt.faults, &mut attempt.fault_count);
        let mut note = |fault: Fault| {
            faults(&fault);
            *count += 1;
            if listed.len() < LISTED {
                listed.push(fault);
            }
        };
        let mut outcome = Ok(());
        let taken = self.with(|open| {
            let taken = open.workspace.take_in(file, keeping, now, &mut note, |intake| {
                let mut hand = Hand {
                    intake,
                    running,
                    trouble: None,
                    left: limit,
                };
                outcome = match &self.capture_program {
                    Some(program) => worker::read(program, &[IMPORT], &order, &mut hand, &mut |_| {}),
                    None => order.read(plan, &mut hand),
                };
                match (hand.trouble, &outcome) {
                    (Some(trouble), _) => Err(trouble),
                    // A look ends where it has seen enough.
                    (None, Err(ImportError::Stopped)) if hand.left == 0 => Ok(()),
                    (None, Err(_)) => Err(EngineError::Rehearsed),
                    (None, Ok(())) => Ok(()),
                }
            });
            Ok(taken)
        })?;
        match (outcome, taken) {
            (Err(ImportError::Stopped), Ok(done)) => (attempt.taken, attempt.change) = done,
            (Err(_), _) if running.is_stopped() => return Err(ImportError::Stopped.into()),
            (Err(error), Err(EngineError::Rehearsed)) => return Err(error.into()),
            (_, taken) => {
                (attempt.taken, attempt.change) = taken?;
                attempt.whole = true;
            }
        }
        Ok(attempt)
    }

    /// The same for the window; a dossier in its own JSON comes in as well.
    pub fn import(&self, source: &ImportSource, options: &ImportOptions) -> Result<ImportedResponse, ApiError> {
        if let ImportSource::File(path) = source
            && source.is_dossier()
        {
            let ImportResponse { file, change } = self.import_file(path)?;
            let taken = Attempt::default().view();
            return Ok(ImportedResponse { file, taken, change });
        }
        let (_, taken, change) = self.import_from(source, options, &mut |_| {})?;
        let mut change = change.ok_or_else(|| ApiError::new(ErrorCode::Internal, "The import left no change."))?;
        // The page asks anew for all that it shows; a million references would be an answer of 60 MB.
        change.touched.truncate(TOUCHED);
        Ok(ImportedResponse {
            file: source.name(),
            taken,
            change,
        })
    }

    pub fn import_progress(&self) -> Result<ImportProgressResponse, ApiError> {
        Ok(ImportProgressResponse {
            progress: self.importing.progress(),
        })
    }

    pub fn cancel_import(&self) -> Result<(), ApiError> {
        self.importing.cancel();
        Ok(())
    }
}

/// What the ids of a file are unique in: a data set or a format whose ids are the world's, else the file.
fn data_set(plan: &Plan, file: &str) -> String {
    let named = plan.tables.first().map_or("", |table| table.survey.mapping.name.as_str());
    let everywhere = matches!(
        plan.format,
        Format::Calendar | Format::Stix | Format::Misp | Format::FollowTheMoney | Format::Wikidata
    );
    match (named, everywhere) {
        ("", true) => plan.format.to_string(),
        ("", false) => {
            let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
            format!("{} {stem}", plan.format)
        }
        (named, _) => named.to_owned(),
    }
}

fn table_view(table: &TablePlan) -> ImportTableView {
    let survey = &table.survey;
    ImportTableView {
        sheet: table.sheet.clone(),
        headers: survey.headers.clone(),
        header_row: survey.header_row,
        rows: survey.rows.iter().take(ROWS).cloned().collect(),
        mapping: survey.mapping.clone(),
        known: survey.known,
        order_open: table.order_open,
    }
}

fn imported_view(viewer: &Viewer<'_>, row: u64, item: &NamedItem) -> ImportedView {
    let kind = viewer.record.reference().ontology.kind_of(item);
    ImportedView {
        row,
        kind_label: match TieKind::parse(&item.kind) {
            Ok(tie) if item.noun == Noun::Tie => viewer.tie_label(tie),
            _ => kind.map_or(String::new(), |kind| viewer.kind_label(&kind.id)),
        },
        icon: kind.map_or("link", |kind| kind.icon.as_str()).to_owned(),
        when: item.when.as_ref().map(|when| viewer.date(&when.edtf)),
        item: item.clone(),
    }
}
