//! Builds with cargo, saying how many crates are done and which one is being built.

use crate::{products, progress, shell};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Kinds of dependency that a build needs, and one of tests and lints.
const OF_PROGRAMS: &str = "normal,build";
const OF_TESTS: &str = "normal,build,dev";

/// Builds the programs of these names.
pub fn programs(names: &[&str]) -> Result<()> {
    let named: Vec<&str> = names.iter().flat_map(|name| ["--bin", name]).collect();
    watched(products::cargo("build").args(named), OF_PROGRAMS).map(drop)
}

/// Builds all tests.
pub fn tests() -> Result<()> {
    watched(products::cargo("test").arg("--no-run"), OF_TESTS).map(drop)
}

/// Holds the lints over everything; a warning is an error. What was built already is not built again: cargo repeats what was said of it.
pub fn lints() -> Result<()> {
    if shell::find(products::LINTING_COMPILER).is_none() {
        bail!(
            "{} is not there; install it with `rustup component add clippy`",
            products::LINTING_COMPILER
        );
    }
    match watched(products::cargo("build").arg("--all-targets"), OF_TESTS)? {
        0 => Ok(()),
        crates => bail!("{crates} with warnings"),
    }
}

/// Builds and says how many crates have warnings.
fn watched(command: &mut Command, dependencies: &str) -> Result<usize> {
    let build = Mutex::new(Build::default());
    progress::during(
        || locked(&build).said(),
        || {
            let crates = crates_of(dependencies, &build)?;
            locked(&build).total = crates;
            command.arg("--message-format=json-render-diagnostics");
            follow(command, &build, |line| locked(&build).read(line))
        },
    )?;
    let warned = locked(&build).warned;
    Ok(warned)
}

/// How many crates the workspace is made of on this system. Where they have yet to be fetched, this fetches them.
fn crates_of(dependencies: &str, build: &Mutex<Build>) -> Result<usize> {
    let mut crates = BTreeSet::new();
    let mut tree = products::cargo("tree");
    tree.args(["--edges", dependencies, "--prefix", "none", "--format", "{p}"]);
    follow(&mut tree, build, |line| {
        let mut words = line.split_whitespace();
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            crates.insert(format!("{name}@{}", version.trim_start_matches('v')));
        }
    })?;
    Ok(crates.len())
}

/// Runs the command to its end. What it prints goes to `each_line`, what it says on standard error to `build`, or on to ours.
fn follow(command: &mut Command, build: &Mutex<Build>, mut each_line: impl FnMut(&str)) -> Result<()> {
    let name = shell::line_of(command);
    let mut child: Child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {name}"))?;
    let (printed, said) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            lines_of(said, |line| {
                if !locked(build).hear(line) {
                    progress::aside(line);
                }
            });
        });
        lines_of(printed, |line| each_line(line));
    });
    let status = child.wait()?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

fn lines_of(output: Option<impl Read>, mut each: impl FnMut(&str)) {
    let Some(output) = output else { return };
    for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        each(String::from_utf8_lossy(&line).trim_end_matches('\r'));
    }
}

fn locked(build: &Mutex<Build>) -> MutexGuard<'_, Build> {
    build.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How far a build is.
#[derive(Default)]
struct Build {
    /// 0 until they are counted.
    total: usize,
    /// `name@version` of each crate that is there.
    done: BTreeSet<String>,
    /// Names of crates that have begun and are not done, the first to begin first.
    begun: Vec<String>,
    fetched: usize,
    /// Another cargo holds the folder.
    waiting: bool,
    /// Crates of which the compiler had something to say.
    warned: usize,
}

impl Build {
    /// Takes what cargo says on standard error; whether it was about its progress, and need not be shown.
    fn hear(&mut self, line: &str) -> bool {
        self.warned += usize::from(line.starts_with("warning: `") && line.contains(" generated "));
        let mut words = line.split_whitespace();
        let (Some(status), subject) = (words.next(), words.next()) else {
            return false;
        };
        // Cargo sets its own words to the right of a column of twelve; what the compiler says may begin with the same words.
        if line.find(status).map(|start| start + status.len()) != Some(12) {
            return false;
        }
        self.waiting = status == "Blocking";
        match (status, subject) {
            ("Compiling" | "Checking", Some(name)) => self.begun.push(name.to_owned()),
            ("Downloaded", _) => self.fetched += 1,
            ("Blocking" | "Downloading" | "Updating" | "Locking" | "Adding" | "Finished" | "Executable" | "Fresh" | "Dirty", _) => {}
            _ => return false,
        }
        true
    }

    /// Takes one of cargo's messages: a crate is done when something other than its build script is.
    fn read(&mut self, message: &str) {
        let Ok(message) = serde_json::from_str::<Value>(message) else {
            return;
        };
        let is_script = message["target"]["kind"] == serde_json::json!(["custom-build"]);
        let Some(id) = message["package_id"]
            .as_str()
            .filter(|_| message["reason"] == "compiler-artifact" && !is_script)
        else {
            return;
        };
        let key = key_of(id);
        let name = key.split('@').next().unwrap_or_default();
        self.begun.retain(|begun| begun != name);
        self.done.insert(key);
    }

    fn said(&self) -> String {
        if self.waiting {
            return "waiting for another cargo".to_owned();
        }
        if self.total == 0 {
            return match self.fetched {
                0 => "counting the crates".to_owned(),
                fetched => format!("fetching crates, {fetched} so far"),
            };
        }
        let crates = format!("{} of {} crates", self.done.len(), self.total.max(self.done.len()));
        match self.begun.as_slice() {
            [] => crates,
            [name] => format!("{crates}, now {name}"),
            [name, other, ..] => format!("{crates}, now {name} and {other}"),
        }
    }
}

/// `name@version` of a package id: the name is left out of an id where it is that of the folder.
fn key_of(id: &str) -> String {
    let (place, version) = id.rsplit_once('#').unwrap_or((id, ""));
    if version.contains('@') {
        return version.to_owned();
    }
    format!("{}@{version}", place.rsplit('/').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(id: &str, kind: &str) -> String {
        serde_json::json!({"reason": "compiler-artifact", "package_id": id, "target": {"kind": [kind]}}).to_string()
    }

    #[test]
    fn a_build_says_how_far_it_is_and_what_it_is_at() {
        let mut build = Build::default();
        assert_eq!(build.said(), "counting the crates");
        assert!(build.hear("  Downloaded typst v0.15.1"));
        assert_eq!(build.said(), "fetching crates, 1 so far");
        build.total = 640;
        assert!(build.hear("   Compiling typst v0.15.1") && build.hear("   Compiling domain v0.1.0 (/somewhere/domain)"));
        assert_eq!(build.said(), "0 of 640 crates, now typst and domain");
        build.read(&artifact("registry+https://example.org/index#typst@0.15.1", "custom-build"));
        build.read(&artifact("path+file:///somewhere/domain#0.1.0", "lib"));
        assert_eq!(build.said(), "1 of 640 crates, now typst");
        build.read(&artifact("registry+https://example.org/index#typst@0.15.1", "lib"));
        build.read(&artifact("registry+https://example.org/index#typst@0.15.1", "lib"));
        assert_eq!(build.said(), "2 of 640 crates");
        assert!(build.hear("    Blocking waiting for file lock on build directory"));
        assert_eq!(build.said(), "waiting for another cargo");
        assert!(build.hear("    Finished `dev` profile"));
        assert_eq!(build.said(), "2 of 640 crates");
    }

    #[test]
    fn what_the_compiler_says_is_shown() {
        let mut build = Build::default();
        for line in [
            "error: cannot find it",
            "  --> src/lib.rs:1:1",
            "Compiling is not what this says",
            "",
            "warning: unused",
        ] {
            assert!(!build.hear(line), "{line}");
        }
        assert_eq!((build.begun.len(), build.warned), (0, 0));
        assert!(!build.hear("warning: `domain` (lib test) generated 1 warning (run `cargo fix` to apply 1 suggestion)"));
        assert_eq!(build.warned, 1);
    }

    #[test]
    fn ids_are_names_with_versions() {
        assert_eq!(key_of("path+file:///a/src-tauri#summitry-desktop@0.1.0"), "summitry-desktop@0.1.0");
        assert_eq!(key_of("path+file:///a/crates/domain#0.1.0"), "domain@0.1.0");
    }
}
