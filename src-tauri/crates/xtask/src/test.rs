//! `cargo xtask test`: everything that must hold before a change is handed in.

use crate::check::{self, holds};
use crate::shell::{self, section};
use crate::tally::Tally;
use crate::tools::Stage;
use crate::{building, products, setup};
use anyhow::{Result, bail};
use std::process::Command;

/// The page comes first because the window embeds it; the lints reuse what they check for the tests' build scripts.
pub fn run() -> Result<()> {
    section("Machine", || setup::make_ready(Stage::Drive))?;
    let mut tally = Tally::default();
    tally += step("Types of the page", check::page_types);
    tally += runner("Tests of the page", nothing, shell::npm(&["test", "--silent"]), Tally::of_vitest);
    tally += step("Page", products::page);
    tally += runner("Tests of the core and the window", building::tests, core_tests(), Tally::of_cargo);
    for (title, check) in check::STEPS {
        tally += step(title, *check);
    }
    tally += step("Programs", products::programs);
    tally += window_tests();
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 {
        bail!("{} failed", tally.failed);
    }
    Ok(())
}

fn core_tests() -> Command {
    let mut command = products::cargo("test");
    command.args(["--quiet", "--no-fail-fast"]);
    command
}

fn window_tests() -> Tally {
    if !setup::can_drive_window() {
        println!("\nThe flows in the real window run on Linux only: the other systems' engines have no driver of their own.");
        return Tally::default();
    }
    runner(
        "Flows in the real window",
        nothing,
        shell::npm(&["run", "--silent", "e2e"]),
        Tally::of_vitest,
    )
}

/// A check without tests of its own: it counts as one.
fn step(title: &'static str, check: fn() -> Result<()>) -> Tally {
    if holds(title, check) {
        Tally { passed: 1, failed: 0 }
    } else {
        Tally { passed: 0, failed: 1 }
    }
}

/// For tests that need nothing built first.
fn nothing() -> Result<()> {
    Ok(())
}

fn runner(title: &str, build: fn() -> Result<()>, mut command: Command, count: fn(&str) -> Tally) -> Tally {
    let mut tally = Tally::default().with_verdict(false);
    let outcome = section(title, || {
        build()?;
        let shown = shell::show(&mut command)?;
        tally = count(&shown.text).with_verdict(shown.succeeded);
        if tally.failed > 0 {
            bail!("{} of {} failed", tally.failed, tally.passed + tally.failed);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| eprintln!("error: {error:#}"));
    tally
}
