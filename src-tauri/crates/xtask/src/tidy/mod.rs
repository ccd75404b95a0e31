//! `cargo xtask tidy`: the structure of `ARCHITECTURE.md`, proved. Each rule returns its findings; none means it holds.

mod arrows;
mod catalogues;
mod grants;
mod layers;
mod layout;
mod purity;
mod sources;

use crate::bindings;
use anyhow::{Result, bail};
use sources::Source;

/// One place where a rule does not hold: what, where, and what to do.
pub type Finding = String;

/// Checks every rule and prints what was found.
pub fn run() -> Result<()> {
    let sources = sources::of_checkout()?;
    let mut findings = arrows::check(&arrows::crates_of_checkout()?);
    findings.extend(rules().iter().flat_map(|rule| rule(&sources)));
    if let Err(error) = bindings::check() {
        findings.push(format!("{error:#}"));
    }
    for warning in layout::long_files(&sources, layout::LONG_LINES, layout::TOO_LONG_LINES) {
        println!("warning: {warning}");
    }
    for finding in &findings {
        eprintln!("tidy: {finding}");
    }
    match findings.len() {
        0 => Ok(()),
        count => bail!("{count} rules of the house do not hold"),
    }
}

type Rule = fn(&[Source]) -> Vec<Finding>;

fn rules() -> &'static [Rule] {
    &[
        layout::top_level,
        layout::too_long,
        layout::leftovers,
        purity::check,
        layers::check,
        catalogues::check,
        grants::check,
    ]
}
