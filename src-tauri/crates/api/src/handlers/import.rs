//! Files of other tools, looked at and taken in.

mod shown;
mod source;

use domain::{
    Language,
    incoming::{Fault, Format, Incoming},
};
use engine::{
    Change, EngineError,
    incoming::{IncomingFile, Intake, Keeping, Taken},
};
use exchange::import::{ImportError, Order, Plan, Stopped, Taker, worker};
use std::{io, path::Path};

use crate::{api::Api, importing::Running, wire::*};

use shown::{imported_view, table_view};
pub use source::{ImportOptions, ImportSource};

/// The argument with which a shell is started to read files of other tools; see [`serve`].
pub(super) const IMPORT: &str = "import-file";

/// Reads one file from an order on standard input and answers on standard output: what a shell does when started with [`IMPORT`].
pub(super) fn serve() -> io::Result<()> {
    worker::serve(io::stdin(), io::stdout())
}

/// Things that a look tries to take in.
const TRIED: u64 = 300;
/// Touched items that an answer names.
const TOUCHED: usize = 1_000;
/// Problems that an answer lists.
const LISTED: usize = 200;
/// What the journal calls a table that was pasted.
const PASTED: &str = "table";

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

/// What is to come in, how, and who follows it.
#[derive(Clone, Copy)]
struct Work<'a> {
    source: &'a ImportSource,
    options: &'a ImportOptions,
    plan: &'a Plan,
    running: &'a Running,
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
                let work = Work {
                    source,
                    options,
                    plan: &plan,
                    running: &running,
                };
                self.attempt(work, Keeping::Rehearse, TRIED, &mut |_| {})?
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
            let work = Work {
                source,
                options,
                plan: &plan,
                running: &running,
            };
            let attempt = self.attempt(work, keeping, u64::MAX, faults)?;
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
    fn attempt(&self, work: Work<'_>, keeping: Keeping, limit: u64, faults: &mut dyn FnMut(&Fault)) -> Result<Attempt, ApiError> {
        let Work {
            source,
            options,
            plan,
            running,
        } = work;
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
                    Some(program) => worker::read(program, &[IMPORT], &order, plan, &mut hand),
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
            return Ok(ImportedResponse {
                file: source.name(),
                taken: Attempt::default().view(),
                change: self.import_file(path)?,
            });
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
