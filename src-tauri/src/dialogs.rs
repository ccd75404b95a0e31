//! File dialogs. They are asked from here only: no path ever comes from the page.

use crate::window::is_driven;
use api::wire::{ApiError, ErrorCode};
use std::path::{Path, PathBuf};
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// What kind of file a dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Dossier,
    Json,
    Pdf,
}

impl FileKind {
    /// The ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Dossier => "Summitry",
            Self::Json => "JSON",
            Self::Pdf => "PDF",
        }
    }
}

/// Asks for a file to open. Blocks until the dialog closes.
pub fn ask_open(window: &WebviewWindow, kind: FileKind) -> Result<PathBuf, ApiError> {
    let chosen = match prepared_answer() {
        Some(answer) if answer.is_dir() => first_of_kind(&answer, kind),
        Some(answer) => Some(answer),
        None => dialog(window, kind).blocking_pick_file().and_then(|file| file.into_path().ok()),
    };
    chosen.ok_or_else(cancelled)
}

/// The endings of documents that can be captured.
const DOCUMENTS: &[&str] = &["txt", "md", "html", "htm", "xhtml", "pdf", "docx", "xml", "rss", "atom", "json"];

/// Asks for documents to read. Blocks until the dialog closes.
pub fn ask_documents(window: &WebviewWindow) -> Result<Vec<PathBuf>, ApiError> {
    let chosen = match prepared_answer() {
        Some(answer) if answer.is_dir() => documents_in(&answer),
        Some(answer) => vec![answer],
        None => {
            let dialog = window
                .dialog()
                .file()
                .set_parent(window)
                .add_filter("Text, HTML, PDF, DOCX, RSS", DOCUMENTS);
            let files = dialog.blocking_pick_files().unwrap_or_default();
            files.into_iter().filter_map(|file| file.into_path().ok()).collect()
        }
    };
    if chosen.is_empty() { Err(cancelled()) } else { Ok(chosen) }
}

/// Asks for files of any kind. One at least.
pub fn ask_files(window: &WebviewWindow) -> Result<Vec<PathBuf>, ApiError> {
    let chosen = match prepared_answer() {
        Some(answer) => vec![answer],
        None => {
            let files = window.dialog().file().set_parent(window).blocking_pick_files().unwrap_or_default();
            files.into_iter().filter_map(|file| file.into_path().ok()).collect()
        }
    };
    if chosen.is_empty() { Err(cancelled()) } else { Ok(chosen) }
}

fn documents_in(folder: &Path) -> Vec<PathBuf> {
    let is_document = |file: &PathBuf| {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| DOCUMENTS.contains(&ending.as_str()))
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(is_document)
        .collect();
    files.sort();
    files
}

/// Asks where to save, suggesting a name made from `title`. Blocks until the dialog closes.
pub fn ask_save(window: &WebviewWindow, kind: FileKind, title: &str) -> Result<PathBuf, ApiError> {
    let suggested = file_name(title, kind);
    let chosen = match prepared_answer() {
        Some(answer) if answer.is_dir() => Some(answer.join(suggested)),
        Some(answer) => Some(answer),
        None => {
            let dialog = dialog(window, kind).set_file_name(suggested);
            dialog.blocking_save_file().and_then(|file| file.into_path().ok())
        }
    };
    chosen.map(|path| with_ending(path, kind)).ok_or_else(cancelled)
}

fn dialog(window: &WebviewWindow, kind: FileKind) -> FileDialogBuilder<tauri::Wry> {
    window.dialog().file().set_parent(window).add_filter(kind.label(), &[kind.ending()])
}

/// Under WebDriver nobody can answer a system dialog: a file, or a folder for every name suggested, stands in.
fn prepared_answer() -> Option<PathBuf> {
    let answer = std::env::var_os("SUMMITRY_DIALOG_PATH").filter(|_| is_driven())?;
    Some(PathBuf::from(answer))
}

fn first_of_kind(folder: &Path, kind: FileKind) -> Option<PathBuf> {
    let files = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files
        .filter(|file| file.extension().is_some_and(|ending| ending == kind.ending()))
        .min()
}

/// A name that every file system takes, from words that may hold anything.
fn file_name(title: &str, kind: FileKind) -> String {
    let harmless = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
        letter if api::shown::acts(letter) => ' ',
        letter => letter,
    };
    let words: String = title.chars().map(harmless).take(80).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = words.trim_matches(['.', ' ']);
    format!("{}.{}", if stem.is_empty() { "Summitry" } else { stem }, kind.ending())
}

fn with_ending(path: PathBuf, kind: FileKind) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    path.with_extension(kind.ending())
}

fn cancelled() -> ApiError {
    ApiError::new(ErrorCode::Cancelled, "No file was chosen.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expected: &str) {
        assert_eq!(file_name(title, FileKind::Pdf), expected);
    }

    #[test]
    fn suggested_names_suit_every_file_system() {
        check("Beijing, January 2026", "Beijing, January 2026.pdf");
        check("CHN/KOR: who\u{0}\u{202e}?", "CHN KOR who.pdf");
        check("../..", "Summitry.pdf");
        check("", "Summitry.pdf");
        check("베이징 2026", "베이징 2026.pdf");
        assert!(file_name(&"가".repeat(500), FileKind::Dossier).len() < 255);
    }

    #[test]
    fn an_ending_is_added_only_where_there_is_none() {
        assert_eq!(with_ending("a/b".into(), FileKind::Pdf), PathBuf::from("a/b.pdf"));
        assert_eq!(with_ending("a/b.PDF".into(), FileKind::Pdf), PathBuf::from("a/b.PDF"));
    }
}
