//! `cargo xtask bench AREA`: ours against a peer or a floor, measured in the same run.

mod peers;
mod table;

use crate::shell::section;
use crate::tools::Stage;
use crate::{paths, products, setup, shell};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use std::process::Command;
use table::Table;

/// Events the core is measured on.
const EVENTS: &str = "100000";

/// What to measure.
#[derive(clap::Args)]
pub struct Arguments {
    area: Area,
    /// Measure the debug build: enough to try a measurement, not to judge by it
    #[arg(long)]
    debug: bool,
}

/// An area of quality. To add one: a line here and in `measure`, which must write the rows of `table.rs` as JSON.
#[derive(Clone, Copy, ValueEnum)]
enum Area {
    /// Opening the real window on the sample, against an empty window of the same engine
    Start,
    /// Frames, filters, search, tones and edits on 100,000 generated events, against what a person feels as a stall
    Core,
    /// Dates, gold sentences, articles and speed of the reader on the test corpus, against its floors and chrono-node
    Reader,
}

/// Measures one area, prints its table, and keeps it under `target/bench`.
pub fn run(arguments: &Arguments) -> Result<()> {
    let name = arguments
        .area
        .to_possible_value()
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default();
    let file = paths::target().join("bench").join(format!("{name}.json"));
    std::fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    measure(arguments, &file)?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let table: Table = Table::parse(&text)?;
    println!("\n{table}\nkept as {}", file.display());
    Ok(())
}

fn measure(arguments: &Arguments, file: &Path) -> Result<()> {
    match arguments.area {
        Area::Start => measure_start(Build::of(arguments), file),
        Area::Core => measure_core(Build::of(arguments), file),
        Area::Reader => measure_reader(Build::of(arguments), file),
    }
}

fn measure_start(build: Build, file: &Path) -> Result<()> {
    if !setup::can_drive_window() {
        bail!("the window is measured on Linux only");
    }
    section("Machine", || setup::make_ready(Stage::Drive))?;
    section("Page", products::page)?;
    section("Programs", || shell::must(&mut build.command(&["summitry-desktop", "summitry"])))?;
    let sample = paths::target().join("bench/beijing-2026.dossier");
    products::fresh_sample_by(&build.program("summitry"), &sample)?;
    let mut node = shell::command("node");
    node.arg(paths::ui().join("e2e/start.mjs")).arg("bench-start.ts").arg(file);
    shell::must(
        node.env("SUMMITRY_PROGRAM", build.program("summitry-desktop"))
            .env("BENCH_DOSSIER", sample),
    )
}

fn measure_core(build: Build, file: &Path) -> Result<()> {
    let mut command = build.example("engine", "size");
    command.arg(EVENTS).arg(file);
    section("Core", || shell::must(&mut command))
}

fn measure_reader(build: Build, file: &Path) -> Result<()> {
    let peers = section("Peers", || Ok(peers::install(&[peers::CHRONO_NODE])))?;
    let mut command = build.example("reader", "score");
    command.arg("rows").arg(file).arg(peers);
    section("Reader", || shell::must(&mut command))
}

/// Which build is measured.
#[derive(Clone, Copy)]
enum Build {
    Debug,
    Release,
}

impl Build {
    fn of(arguments: &Arguments) -> Self {
        if arguments.debug { Self::Debug } else { Self::Release }
    }

    fn program(self, name: &str) -> PathBuf {
        let folder = match self {
            Self::Debug => "debug",
            Self::Release => "release",
        };
        paths::target().join(folder).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    fn command(self, programs: &[&str]) -> Command {
        let mut command = products::cargo("build");
        command.args(programs.iter().flat_map(|program| ["--bin", program]));
        if let Self::Release = self {
            command.arg("--release");
        }
        command
    }

    /// Builds and runs an example of one of our crates; arguments that follow are its own.
    fn example(self, package: &str, name: &str) -> Command {
        let mut command = shell::command("cargo");
        command.args(["run", "--package", package, "--example", name]);
        if let Self::Release = self {
            command.arg("--release");
        }
        command.arg("--");
        command
    }
}
