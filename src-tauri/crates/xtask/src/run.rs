//! `cargo xtask run`: the application on the sample dossier, or pictures of it where there is no display.

use crate::shell::{self, section};
use crate::tools::Stage;
use crate::{paths, products, setup, shot};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Builds everything and opens the window; without a display, leaves a picture and a brief under `target/run`.
pub fn run() -> Result<()> {
    let headless = !setup::has_display();
    section("Machine", || setup::make_ready(if headless { Stage::Drive } else { Stage::Build }))?;
    section("Page", products::page)?;
    section("Programs", products::programs)?;
    if headless { leave_pictures() } else { open_window() }
}

fn open_window() -> Result<()> {
    let dossier = user_folder()?.join("beijing-2026.dossier");
    if !dossier.exists() {
        products::fresh_sample(&dossier)?;
    }
    println!("\nOpening {}", dossier.display());
    shell::must(Command::new(paths::program("summitry-desktop")).arg(&dossier))
}

fn leave_pictures() -> Result<()> {
    let folder = paths::target().join("run");
    let dossier = folder.join("beijing-2026.dossier");
    products::fresh_sample(&dossier)?;
    let brief = folder.join("brief.pdf");
    section("Brief", || {
        let mut summitry = Command::new(paths::program("summitry"));
        shell::must(summitry.arg("brief").arg(&dossier).arg("-o").arg(&brief).arg("--force"))
    })?;
    section("Window", || shot::take(&shot::Arguments::of_view("timeline", &folder, &dossier)))?;
    println!("\nThere is no display here, so the window was opened in memory. Left for you:");
    println!("  the window: {}", folder.join("timeline.png").display());
    println!("  the brief:  {}", brief.display());
    Ok(())
}

/// The user's own folder for application files, as the system has it.
fn user_folder() -> Result<PathBuf> {
    let home = || std::env::var_os("HOME").map(PathBuf::from).context("the variable HOME is not set");
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        variable("APPDATA").context("the variable APPDATA is not set")?
    } else if cfg!(target_os = "macos") {
        home()?.join("Library/Application Support")
    } else {
        variable("XDG_DATA_HOME").map_or_else(|| home().map(|home| home.join(".local/share")), Ok)?
    };
    Ok(base.join("summitry"))
}
