//! What is to be read, and how: handed to this process or to one of its own.

use chrono::NaiveDate;
use domain::incoming::{Format, Mapping};
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{self, Cursor, Read},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{ImportError, Out, Plan, Stopped, Taker, look, read, vault};
use domain::incoming::{Fault, Incoming};

/// A file or a pasted table, with what a person knows of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    pub path: Option<PathBuf>,
    /// A table that was pasted, in place of a file.
    pub text: Option<String>,
    /// By the names of sheets; `*` stands for all, an empty name for a text.
    pub mappings: Vec<(String, Mapping)>,
    /// Where a person knows better than what the file shows.
    pub format: Option<Format>,
    pub today: NaiveDate,
}

impl Order {
    fn mapping(&self, sheet: &str) -> Option<Mapping> {
        let named = |name: &str| self.mappings.iter().find(|(sheet, _)| sheet == name);
        named(sheet).or_else(|| named("*")).map(|(_, mapping)| mapping.clone())
    }

    pub fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match (&self.path, &self.text) {
            (Some(path), _) => Box::new(File::open(path)?),
            (None, text) => Box::new(Cursor::new(text.clone().unwrap_or_default().into_bytes())),
        })
    }

    /// A folder is a vault of notes.
    fn vault(&self) -> Option<&Path> {
        self.path.as_deref().filter(|path| path.is_dir())
    }

    /// What it is and how it will be read.
    pub fn look(&self) -> Result<Plan, ImportError> {
        let vault = self.vault().map(|_| Format::Markdown);
        if let Some(format) = vault
            .or(self.format)
            .filter(|format| !matches!(format, Format::Table | Format::Workbook))
        {
            return Ok(Plan {
                format,
                tables: Vec::new(),
            });
        }
        look(&|| self.open(), &|sheet| self.mapping(sheet), self.today)
    }

    /// Reads it as planned.
    pub fn read(&self, plan: &Plan, taker: &mut dyn Taker) -> Result<(), ImportError> {
        if let Some(folder) = self.vault() {
            return vault::read(folder, self.today, taker);
        }
        let bytes = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&bytes);
        let open = move || {
            let (input, bytes) = (self.open()?, Arc::clone(&counted));
            // Each reading begins the count anew.
            bytes.store(0, Ordering::Relaxed);
            Ok(Box::new(Counted { input, bytes }) as Box<dyn Read>)
        };
        let mut telling = Telling { taker, bytes };
        read(&open, plan, &mut Out::new(&mut telling, self.today))
    }
}

struct Counted {
    input: Box<dyn Read>,
    bytes: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.bytes.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Tells the taker how much has been read with each thing.
struct Telling<'a> {
    taker: &'a mut dyn Taker,
    bytes: Arc<AtomicU64>,
}

impl Taker for Telling<'_> {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped> {
        self.taker.read_so_far(self.bytes.load(Ordering::Relaxed));
        self.taker.incoming(incoming)
    }

    fn fault(&mut self, fault: Fault) -> Result<(), Stopped> {
        self.taker.fault(fault)
    }
}
