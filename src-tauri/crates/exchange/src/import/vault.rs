//! A folder of Markdown notes that link to each other, such as an Obsidian vault.

use chrono::NaiveDate;
use domain::incoming::{Fault, Incoming, Problem};
use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::{ImportError, Out, Stopped, Taker, markdown};
use crate::capture::encoding;

/// The largest note, in bytes.
const LARGEST: u64 = 8 << 20;
/// The most notes.
const MOST: usize = 100_000;

/// Reads all notes of a folder and the folders in it, in the order of their paths. Hidden folders and links to elsewhere are passed over.
pub(super) fn read(folder: &Path, today: NaiveDate, taker: &mut dyn Taker) -> Result<(), ImportError> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    for file in files {
        let path = file.strip_prefix(folder).unwrap_or(&file).with_extension("");
        let path = path.to_string_lossy().replace('\\', "/");
        let mut of_file = OfFile { taker, path: &path };
        match text(&file) {
            Ok(Some(text)) => markdown::note(&path, &text, &mut Out::new(&mut of_file, today))?,
            Ok(None) => of_file.fault(Fault::new(1, "", "", Problem::TooLong))?,
            Err(error) => of_file.fault(Fault::new(1, "", &error.to_string(), Problem::NotText))?,
        }
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (kind, name) = (entry.file_type()?, entry.file_name());
        if name.to_string_lossy().starts_with('.') || files.len() >= MOST {
            continue;
        }
        let path = entry.path();
        if kind.is_dir() {
            collect(&path, files)?;
        } else if kind.is_file() && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
            files.push(path);
        }
    }
    Ok(())
}

/// The text of a note; `None` where it is too large.
fn text(file: &Path) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Ok(None);
    }
    let text = encoding::of_text(&bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(Some(text.into_owned()))
}

/// Names the file of each problem.
struct OfFile<'a> {
    taker: &'a mut dyn Taker,
    path: &'a str,
}

impl Taker for OfFile<'_> {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped> {
        self.taker.incoming(incoming)
    }

    fn fault(&mut self, fault: Fault) -> Result<(), Stopped> {
        let column = [self.path, &fault.column].join(" ");
        self.taker
            .fault(Fault::new(fault.row, column.trim_end(), &fault.value, fault.problem))
    }
}
