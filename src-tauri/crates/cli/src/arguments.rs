use api::{Format, wire::Language};
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use std::path::PathBuf;

use crate::answer::Form;

/// Relations between countries, from their sources: the record at the terminal.
///
/// Exit codes: 0 done, 1 refused or failed (one line on stderr), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "summitry", version, max_term_width = 100, arg_required_else_help = true)]
pub struct Arguments {
    /// Print one JSON document and nothing else.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    pub fn form(&self) -> Form {
        if self.json { Form::Json } else { Form::Text }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create a dossier, empty or from a shipped sample.
    New(NewArguments),
    /// Counts, range, conventions, version and integrity of a dossier.
    Info { dossier: PathBuf },
    /// The chronology: events, statements and ties.
    Events {
        dossier: PathBuf,
        #[command(flatten)]
        filter: FilterArguments,
    },
    /// Tones and intensities; with two countries, the dyad sheet.
    Relations(RelationsArguments),
    /// Triads in tension.
    Triads {
        dossier: PathBuf,
        /// The date they are seen from; when absent the day the dossier opens as of, or else today; EDTF or words.
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
        #[arg(long, value_name = "DAY")]
        known_on: Option<String>,
    },
    /// Full text over everything.
    Search {
        dossier: PathBuf,
        #[arg(required = true)]
        words: Vec<String>,
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Capture documents and keep their drafts for review.
    Add(AddArguments),
    /// Read a text without storing it: its drafts.
    Read(ReadArguments),
    /// The drafts that wait for review.
    Drafts {
        dossier: PathBuf,
        /// Also those that were decided on.
        #[arg(long)]
        all: bool,
        /// Least confidence, 0 to 1.
        #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
        at_least: f64,
    },
    /// Take drafts into the record.
    Accept(DecideArguments),
    /// Turn drafts down.
    Reject(DecideArguments),
    /// A date phrase, to EDTF and its bounds.
    When(WhenArguments),
    /// Undo the last operation.
    Undo { dossier: PathBuf },
    /// Redo what was undone last.
    Redo { dossier: PathBuf },
    /// The operations done, newest first.
    History {
        dossier: PathBuf,
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Take in files of other tools and dossiers in JSON, each as one step that can be undone; makes DOSSIER where there is none.
    Import(ImportArguments),
    /// Write the whole record in another format.
    Export {
        dossier: PathBuf,
        #[arg(long)]
        format: ExportFormat,
        #[command(flatten)]
        output: Output,
    },
    /// The PDF brief.
    Brief(BriefArguments),
    /// Check that a dossier holds what it should.
    Check { dossier: PathBuf },
    /// Save a checked copy, under a dated name beside the dossier unless told otherwise.
    Backup {
        dossier: PathBuf,
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace what stands there.
        #[arg(long)]
        force: bool,
    },
    /// Make a dossier of a checked backup.
    Restore {
        backup: PathBuf,
        #[command(flatten)]
        output: Output,
    },
}

#[derive(Debug, Args)]
pub struct NewArguments {
    pub dossier: PathBuf,
    /// Begin with a shipped sample, such as beijing-2026.
    #[arg(long, value_name = "NAME")]
    pub sample: Option<String>,
    /// The title; the file's name when absent.
    #[arg(long, conflicts_with = "sample")]
    pub title: Option<String>,
    #[arg(long, default_value = "en", conflicts_with = "sample", value_parser = languages())]
    pub language: Language,
    /// Replace the dossier that stands there.
    #[arg(long)]
    pub force: bool,
}

/// Where something is written.
#[derive(Debug, Args)]
pub struct Output {
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Replace what stands there.
    #[arg(long)]
    pub force: bool,
}

/// Which part of the record.
#[derive(Debug, Args)]
pub struct FilterArguments {
    /// An ISO alpha-3 code, a name or an alias; when repeated, all must take part.
    #[arg(long, value_name = "CODE")]
    pub actor: Vec<String>,
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// First date that may be touched, EDTF or words.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Last date that may be touched, EDTF or words.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// rumoured, announced, scheduled, occurred, postponed, cancelled, denied or overdue.
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
    /// As things stood on this date, EDTF or words.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// As the dossier knew it by the end of this day.
    #[arg(long, value_name = "DAY")]
    pub known_on: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

#[derive(Debug, Args)]
pub struct RelationsArguments {
    pub dossier: PathBuf,
    /// The date they are seen from; when absent the day the dossier opens as of, or else today; EDTF or words.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// As the dossier knew it by the end of this day.
    #[arg(long, value_name = "DAY")]
    pub known_on: Option<String>,
    /// Two countries by code, name or alias.
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub between: Option<Vec<String>>,
    /// The ties and events behind every tone.
    #[arg(long)]
    pub explain: bool,
}

#[derive(Debug, Args)]
pub struct AddArguments {
    pub dossier: PathBuf,
    /// Text, HTML, PDF, DOCX, or a feed.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// When they were published, EDTF or words; what they say themselves when absent.
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub publisher: Option<String>,
    /// Reliability of the source, A to F.
    #[arg(long, value_name = "GRADE")]
    pub reliability: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReadArguments {
    /// A file, or - for standard input.
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub file: Option<PathBuf>,
    /// When it was published, EDTF or words; what it says itself when absent.
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// en, fr, ko, zh or ja; found from the words when absent.
    #[arg(long)]
    pub language: Option<String>,
    /// One {"id","text","published"} a line in, one {"id","drafts"} a line out.
    #[arg(long)]
    pub jsonl: bool,
}

#[derive(Debug, Args)]
pub struct DecideArguments {
    pub dossier: PathBuf,
    /// Drafts by the id that “drafts” prints.
    #[arg(required_unless_present_any = ["all", "at_least"])]
    pub ids: Vec<String>,
    /// All that are open.
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
    /// All that are open and at least this sure, 0 to 1.
    #[arg(long, value_name = "SHARE", conflicts_with = "ids")]
    pub at_least: Option<f64>,
}

#[derive(Debug, Args)]
pub struct WhenArguments {
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub phrase: Option<String>,
    /// The day that relative words count from, today when absent.
    #[arg(long, value_name = "DAY", conflicts_with = "jsonl")]
    pub reference: Option<String>,
    /// The language of the words: en, fr, ko, zh or ja; told by their script when absent.
    #[arg(long, conflicts_with = "jsonl")]
    pub language: Option<String>,
    /// One {"id","phrase","reference","language"} a line in, one answer a line out.
    #[arg(long)]
    pub jsonl: bool,
}

#[derive(Debug, Args)]
pub struct BriefArguments {
    pub dossier: PathBuf,
    #[command(flatten)]
    pub output: Output,
    #[arg(long, default_value = "a4")]
    pub paper: Paper,
    /// Parts to print, all when absent.
    #[arg(long, value_delimiter = ',')]
    pub parts: Vec<Part>,
    /// The dossier's title when absent.
    #[arg(long)]
    pub title: Option<String>,
    /// A handling mark printed on every page.
    #[arg(long)]
    pub marking: Option<String>,
    /// The dossier's language when absent.
    #[arg(long, value_parser = languages())]
    pub language: Option<Language>,
    #[command(flatten)]
    pub filter: FilterArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Paper {
    A4,
    Letter,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Part {
    Judgements,
    Timeline,
    Chronology,
    Matrix,
    Dyads,
    Notes,
    Sources,
}

/// A format by its word; `json` is a dossier's own.
fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(Format::ALL.map(Format::as_str).into_iter().chain(["json"]))
}

/// A language by its code. The terminal lists what may stand there.
fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::as_str)).try_map(|code| Language::parse(&code))
}

#[derive(Debug, Args)]
pub struct ImportArguments {
    pub dossier: PathBuf,
    /// Tables, calendars, timelines, graphs, bundles, references, dossiers in JSON: told by what stands in them.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Recognised when not given.
    #[arg(long, value_parser = formats())]
    pub format: Option<String>,
    /// What the columns of tables mean, as TOML.
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Write the mapping that the first file would be read by, to be corrected, and take nothing in.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["mapping", "dry_run", "report"])]
    pub write_mapping: Option<PathBuf>,
    /// Do all of it and keep nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Write every row that could not be read as it stands, with column, value and reason, as CSV.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Replace files that --report and --write-mapping name.
    #[arg(long)]
    pub force: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ExportFormat {
    Json,
}
