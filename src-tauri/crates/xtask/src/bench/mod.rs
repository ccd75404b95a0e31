//! `cargo xtask bench AREA`: ours against a peer or a floor, measured in the same run.

mod table;

use crate::shell::section;
use crate::tools::Stage;
use crate::{paths, products, setup, shell};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::path::{Path, PathBuf};
use std::process::Command;
use table::Table;

/// What to measure.
#[derive(clap::Args)]
pub struct Arguments {
    area: Area,
}

/// An area of quality. To add one: a line here and in `measure`, which must write the rows of `table.rs` as JSON.
#[derive(Clone, Copy, ValueEnum)]
enum Area {
    /// Opening the real window on the sample, against an empty window of the same engine
    Start,
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
    measure(arguments.area, &file)?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let table: Table = Table::parse(&text)?;
    println!("\n{table}\nkept as {}", file.display());
    Ok(())
}

fn measure(area: Area, file: &Path) -> Result<()> {
    match area {
        Area::Start => measure_start(file),
    }
}

fn measure_start(file: &Path) -> Result<()> {
    if !setup::can_drive_window() {
        bail!("the window is measured on Linux only");
    }
    section("Machine", || setup::make_ready(Stage::Drive))?;
    section("Page", products::page)?;
    section("Window (release build)", || {
        shell::must(&mut release_of(&["summitry-desktop", "summitry"]))
    })?;
    let sample = paths::target().join("bench/beijing-2026.dossier");
    products::fresh_sample_by(&released("summitry"), &sample)?;
    let mut node = shell::command("node");
    node.arg(paths::ui().join("e2e/start.mjs")).arg("bench-start.ts").arg(file);
    shell::must(
        node.env("SUMMITRY_PROGRAM", released("summitry-desktop"))
            .env("BENCH_DOSSIER", sample),
    )
}

fn released(program: &str) -> PathBuf {
    paths::target()
        .join("release")
        .join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

fn release_of(programs: &[&str]) -> Command {
    let mut command = products::cargo("build");
    command
        .arg("--release")
        .args(programs.iter().flat_map(|program| ["--bin", program]));
    command
}
