use serde_json::Value;
use std::{
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

use crate::strict;

/// A folder to work in, with the sample as `a.dossier`.
pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn with_sample() -> Self {
        let desk = Self::empty();
        desk.text(["new", "a.dossier", "--sample", "beijing-2026"]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_summitry"));
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Output {
        self.command().args(arguments).output().unwrap()
    }

    /// The standard output of what must succeed, and be silent on the other.
    pub fn text(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
        let output = self.run(arguments);
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The one document of `--json`.
    pub fn json(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Value {
        let arguments = arguments.into_iter().map(|argument| argument.as_ref().to_owned());
        strict::read(&self.text(arguments.chain(["--json".into()])))
    }

    /// The one line on the standard error, and the exit code. Nothing may be on the standard output.
    pub fn refused(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> (i32, String) {
        let output = self.run(arguments);
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(line.lines().count(), 1, "{line}");
        (output.status.code().unwrap(), line)
    }

    /// Events, statements and ties that a filter leaves.
    pub fn record(&self, filter: &[&str]) -> Vec<Value> {
        let found = self.json(["events", "a.dossier"].iter().chain(filter));
        found["events"].as_array().unwrap().clone()
    }
}
