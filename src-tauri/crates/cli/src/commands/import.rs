//! Files of other tools, and dossiers in JSON.

use api::{
    Api, Fault, Format, ImportOptions, ImportSource, Mapping,
    wire::{ImportPlanView, Language, NewRequest, TakenView},
};
use serde::Serialize;
use std::{
    fs::{self, File},
    io::{BufReader, Write as _},
    path::{Path, PathBuf},
};
use words::Words;

use crate::{
    answer::{Answer, Form},
    arguments::ImportArguments,
    failure::Failure,
    files, session,
};

#[derive(Serialize)]
struct Imported {
    file: String,
    dry_run: bool,
    documents: Vec<Document>,
}

#[derive(Serialize)]
struct Document {
    file: String,
    /// `json` for a dossier.
    format: String,
    /// New items.
    items: u64,
    #[serde(flatten)]
    taken: Option<TakenView>,
}

pub fn import(form: Form, arguments: &ImportArguments) -> Result<Answer, Failure> {
    // All or none: a file that cannot be read is found before the first is taken in.
    for path in &arguments.files {
        File::open(path).map_err(|error| Failure::failed(format!("{}: it cannot be read: {error}; check the path", path.display())))?;
    }
    let options = ImportOptions {
        mappings: arguments.mapping.as_deref().map(mapping).transpose()?.into_iter().collect(),
        format: arguments.format.as_deref().and_then(|format| Format::parse(format).ok()),
        dry_run: arguments.dry_run,
    };
    if let Some(path) = &arguments.write_mapping {
        return write_mapping(form, arguments, path);
    }
    let mut report = arguments
        .report
        .as_deref()
        .map(|path| Report::new(path, arguments.force))
        .transpose()?;
    let (mut rest, mut documents) = (arguments.files.as_slice(), Vec::new());
    let api = match rest {
        [first, others @ ..] if is_missing(&arguments.dossier) => {
            let (api, document) = begin(arguments, first)?;
            rest = if document.is_some() { others } else { rest };
            documents.extend(document);
            api
        }
        _ => session::open_to_write(&arguments.dossier)?,
    };
    for path in rest {
        documents.push(take_in(&api, path, &options, &mut report)?);
    }
    report.map_or(Ok(()), Report::finish)?;
    let imported = Imported {
        file: arguments.dossier.display().to_string(),
        dry_run: options.dry_run,
        documents,
    };
    Answer::of(form, &imported, said)
}

fn is_missing(dossier: &Path) -> bool {
    fs::symlink_metadata(dossier).is_err()
}

/// Makes the dossier: of its first document where that is one in JSON, else an empty one.
fn begin(arguments: &ImportArguments, first: &Path) -> Result<(Api, Option<Document>), Failure> {
    let api = session::api();
    let dossier = &arguments.dossier;
    if arguments.dry_run {
        return Err(Failure::failed(format!(
            "{}: it is not there, and a dry run makes none; begin one with “summitry new”",
            dossier.display()
        )));
    }
    if !ImportSource::File(first.to_owned()).is_dossier() {
        let title = dossier.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let request = NewRequest {
            title,
            language: Language::English,
        };
        // A file that nothing can be made of leaves no empty dossier behind.
        api.recognise_import(&ImportSource::File(first.to_owned()), &ImportOptions::default())
            .map_err(|error| Failure::at(first, &error))?;
        api.new_at(dossier, &request).map_err(|error| Failure::at(dossier, &error))?;
        return Ok((api, None));
    }
    let open = || Ok(BufReader::new(File::open(first)?));
    let session = api
        .create_from_json(dossier, open, &name(first))
        .map_err(|error| Failure::at(first, &error))?;
    let counts = session.dossier.map(|dossier| dossier.counts);
    let items = counts.map_or(0, |counts| {
        counts.events + counts.ties + counts.actors + counts.sources + counts.notes
    });
    Ok((api, Some(Document::own(first, items.into()))))
}

impl Document {
    fn own(path: &Path, items: u64) -> Self {
        Self {
            file: path.display().to_string(),
            format: "json".to_owned(),
            items,
            taken: None,
        }
    }
}

fn take_in(api: &Api, path: &Path, options: &ImportOptions, report: &mut Option<Report>) -> Result<Document, Failure> {
    let source = ImportSource::File(path.to_owned());
    if source.is_dossier() {
        if options.dry_run {
            return Err(Failure::failed(format!(
                "{}: a dossier in JSON comes in whole; there is no dry run of it",
                path.display()
            )));
        }
        let input = File::open(path).map_err(|error| Failure::failed(format!("{}: it cannot be read: {error}", path.display())))?;
        let change = api
            .import_json(BufReader::new(input), &name(path))
            .map_err(|error| Failure::at(path, &error))?;
        return Ok(Document::own(path, change.touched.len() as u64));
    }
    let mut lost = None;
    let (format, taken, _) = api
        .import_from(&source, options, &mut |fault| {
            if let Some(report) = report
                && let Err(error) = report.line(path, fault)
            {
                lost.get_or_insert(error);
            }
        })
        .map_err(|error| Failure::at(path, &error))?;
    lost.map_or(Ok(()), Err)?;
    Ok(Document {
        file: path.display().to_string(),
        format: format.to_string(),
        items: taken.added.iter().map(|added| added.count).sum(),
        taken: Some(taken),
    })
}

fn said(imported: &Imported) -> String {
    let words = Words::of(Language::English);
    let mut lines = String::new();
    for document in &imported.documents {
        let Some(taken) = &document.taken else {
            lines.push_str(&format!("{}: {} items\n", document.file, document.items));
            continue;
        };
        let added = taken
            .added
            .iter()
            .map(|added| format!("{} new ({})", added.count, words.of_list(added.kind)));
        let counts = [
            (taken.updated, "updated"),
            (taken.unchanged, "unchanged"),
            (taken.edited_here, "kept as edited here"),
            (taken.removed_here, "left removed"),
            (taken.other_sides, "other sides of the same"),
            (taken.fault_count, "problems"),
        ];
        let counts = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"));
        let all: Vec<String> = added.chain(counts).collect();
        let what = if all.is_empty() { "nothing".to_owned() } else { all.join(", ") };
        lines.push_str(&format!("{}: {what}\n", document.file));
        for fault in taken.faults.iter().take(5) {
            let value = if fault.value.is_empty() {
                String::new()
            } else {
                format!(" “{}”", fault.value)
            };
            lines.push_str(&format!(
                "  row {}{}{value}: {}\n",
                fault.row,
                column(fault),
                words.of_list(fault.problem)
            ));
        }
    }
    if imported.dry_run {
        lines.push_str("nothing was kept: a dry run\n");
    }
    lines
}

fn column(fault: &Fault) -> String {
    if fault.column.is_empty() {
        String::new()
    } else {
        format!(", {}", fault.column)
    }
}

/// Reads a mapping, which stands for every sheet.
fn mapping(path: &Path) -> Result<(String, Mapping), Failure> {
    let unread = |error: &dyn std::fmt::Display| Failure::failed(format!("{}: it is no mapping: {error}", path.display()));
    let text = fs::read_to_string(path).map_err(|error| unread(&error))?;
    Ok(("*".to_owned(), toml::from_str(&text).map_err(|error| unread(&error.message()))?))
}

#[derive(Serialize)]
struct Written {
    file: String,
    columns: usize,
}

fn write_mapping(form: Form, arguments: &ImportArguments, path: &Path) -> Result<Answer, Failure> {
    files::refuse_existing(path, arguments.force)?;
    let first = arguments.files.first().map(PathBuf::as_path).unwrap_or(Path::new(""));
    let plan: ImportPlanView = session::api()
        .recognise_import(&ImportSource::File(first.to_owned()), &ImportOptions::default())
        .map_err(|error| Failure::at(first, &error))?;
    let Some(table) = plan.tables.first() else {
        return Err(Failure::failed(format!(
            "{}: it is no table, and needs no mapping",
            first.display()
        )));
    };
    let text = toml::to_string(&table.mapping).map_err(|error| Failure::failed(format!("the mapping cannot be written: {error}")))?;
    fs::write(path, text).map_err(|error| Failure::failed(format!("{}: it cannot be written: {error}", path.display())))?;
    let written = Written {
        file: path.display().to_string(),
        columns: table.mapping.columns.len(),
    };
    Answer::of(form, &written, |written| format!("{}: {} columns", written.file, written.columns))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Problems of rows as a table.
struct Report {
    path: PathBuf,
    rows: csv::Writer<File>,
}

impl Report {
    fn new(path: &Path, force: bool) -> Result<Self, Failure> {
        files::refuse_existing(path, force)?;
        let mut file = File::create(path).map_err(|error| unwritten(path, &error))?;
        // The mark by which spreadsheet programs know UTF-8.
        file.write_all("\u{feff}".as_bytes()).map_err(|error| unwritten(path, &error))?;
        let mut rows = csv::Writer::from_writer(file);
        rows.write_record(["file", "row", "column", "value", "problem", "left_out"])
            .map_err(|error| unwritten(path, &error))?;
        Ok(Self {
            path: path.to_owned(),
            rows,
        })
    }

    fn line(&mut self, file: &Path, fault: &Fault) -> Result<(), Failure> {
        let row = fault.row.to_string();
        let file = file.display().to_string();
        let left_out = fault.problem.leaves_out().to_string();
        let cells = [&file, &row, &fault.column, &fault.value, fault.problem.as_str(), &left_out].map(defused);
        self.rows.write_record(cells).map_err(|error| unwritten(&self.path, &error))
    }

    fn finish(mut self) -> Result<(), Failure> {
        self.rows.flush().map_err(|error| unwritten(&self.path, &error))
    }
}

fn unwritten(path: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure::failed(format!("{}: it cannot be written: {error}", path.display()))
}

/// A cell that a spreadsheet program would take for a formula, as text.
fn defused(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
