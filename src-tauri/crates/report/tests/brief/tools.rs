//! Reads a PDF back with poppler and qpdf where they are installed.

use std::{path::PathBuf, process::Command};

/// Writes the bytes where the tools can read them.
pub fn saved(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// What a tool prints about a file; `None`, with a line saying so, where the tool is not installed.
pub fn output(tool: &str, arguments: &[&str], path: &PathBuf) -> Option<String> {
    let mut command = Command::new(tool);
    command.args(arguments).arg(path);
    if tool == "pdftotext" {
        command.arg("-");
    }
    match command.output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(_) => {
            eprintln!("{tool} is not installed: this part of the test did not run (poppler-utils, qpdf)");
            None
        }
    }
}

/// The text of a file, lines joined and spaces single.
pub fn text(path: &PathBuf) -> Option<String> {
    output("pdftotext", &[], path).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
