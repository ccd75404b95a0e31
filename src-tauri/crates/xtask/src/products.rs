//! What is built: the page and the two programs. One set of flags everywhere, so that nothing is compiled twice.

use crate::{building, paths, progress, shell};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The features of every build, test and lint: the binary serves the built page, as a release does.
pub const FEATURES: &str = "--features=summitry-desktop/custom-protocol";

/// What compiles and looks for lints at once, so that these need no build of their own.
pub const LINTING_COMPILER: &str = "clippy-driver";

/// A cargo command over the whole workspace with the shared flags.
pub fn cargo(subcommand: &str) -> Command {
    let mut command = shell::command("cargo");
    command.args([subcommand, "--workspace", FEATURES]);
    if let Some(compiler) = shell::find(LINTING_COMPILER) {
        command.env("RUSTC_WORKSPACE_WRAPPER", compiler);
    }
    command
}

/// Builds the page unless `ui/dist` is newer than everything it is made of.
pub fn page() -> Result<()> {
    let built = modified(&paths::ui().join("dist/index.html"));
    if built.is_some_and(|built| newest_source(&paths::ui()).is_some_and(|source| source <= built)) {
        return Ok(());
    }
    progress::during(
        || "building the page".to_owned(),
        || shell::must(&mut shell::npm(&["run", "--silent", "build"])),
    )
}

/// Builds the window and the terminal program.
pub fn programs() -> Result<()> {
    building::programs(&["summitry-desktop", "summitry"])
}

/// Writes the sample dossier to `path`, replacing one that is there.
pub fn fresh_sample(path: &Path) -> Result<()> {
    fresh_sample_by(&paths::program("summitry"), path)
}

/// The same, by a given build of the terminal program.
pub fn fresh_sample_by(summitry: &Path, path: &Path) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for ending in ["", "-wal", "-shm", "-journal", ".lock", "-lock"] {
        let file = path.with_file_name(format!("{name}{ending}"));
        if file.exists() {
            std::fs::remove_file(&file).with_context(|| format!("cannot replace {}", file.display()))?;
        }
    }
    let mut command = Command::new(summitry);
    shell::output_of(command.arg("new").arg(path).args(["--sample", "beijing-2026"])).map(drop)
}

fn newest_source(ui: &Path) -> Option<SystemTime> {
    let top = ["index.html", "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"];
    let folders = ["src", "messages", "public", "project.inlang"];
    let words = files_under(&ui.join("../data/words"));
    let inside = folders.iter().flat_map(|folder| files_under(&ui.join(folder))).chain(words);
    // What the build itself writes is no source.
    let sources = inside.filter(|file| !file.starts_with(ui.join("src/paraglide")) && !file.ends_with("cache"));
    top.iter()
        .map(|name| ui.join(name))
        .chain(sources)
        .filter_map(|file| modified(&file))
        .max()
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .flat_map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => files_under(&entry.path()),
            _ => vec![entry.path()],
        })
        .collect()
}

fn modified(file: &Path) -> Option<SystemTime> {
    file.metadata().ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_source_decides_and_generated_files_do_not() {
        let ui = std::env::temp_dir().join(format!("xtask-products-{}", std::process::id()));
        std::fs::create_dir_all(ui.join("src/paraglide")).unwrap();
        std::fs::write(ui.join("src/main.ts"), "").unwrap();
        let newest = newest_source(&ui);
        assert_eq!(newest, modified(&ui.join("src/main.ts")));
        std::thread::sleep(std::time::Duration::from_millis(20));
        std::fs::write(ui.join("src/paraglide/messages.js"), "").unwrap();
        assert_eq!(newest_source(&ui), newest);
        std::fs::remove_dir_all(ui).unwrap();
    }
}
