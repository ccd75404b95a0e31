//! `cargo xtask check`: what can be said without building the programs.

use crate::shell::{self, section};
use crate::tools::Stage;
use crate::{building, products, progress, setup, tidy};
use anyhow::{Result, bail};

/// A named step that either holds or says why not.
pub type Step = (&'static str, fn() -> Result<()>);

/// The steps that need no compiled program.
pub const STEPS: &[Step] = &[("Formatting", formatting), ("Lints", building::lints), ("Structure", tidy::run)];

/// Runs all of them, even when one fails, then says which did.
pub fn run() -> Result<()> {
    section("Machine", || setup::make_ready(Stage::Build))?;
    section("Page", products::page)?;
    let steps = STEPS.iter().chain(&[("Types of the page", page_types as fn() -> Result<()>)]);
    let failed: Vec<_> = steps
        .filter(|(title, step)| !holds(title, *step))
        .map(|(title, _)| *title)
        .collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

/// Runs a step under its title and says what went wrong, if anything did.
pub fn holds(title: &str, step: fn() -> Result<()>) -> bool {
    section(title, step).inspect_err(|error| eprintln!("error: {error:#}")).is_ok()
}

fn formatting() -> Result<()> {
    shell::must(shell::command("cargo").args(["fmt", "--all", "--check"]))
}

/// Types and warnings of the page's own code and of the programs that drive it.
pub fn page_types() -> Result<()> {
    progress::during(
        || "checking the page's types".to_owned(),
        || {
            shell::must(&mut shell::npm(&["run", "--silent", "check"]))?;
            shell::must(&mut shell::npm(&["exec", "--", "tsc", "--project", "e2e"]))
        },
    )
}
