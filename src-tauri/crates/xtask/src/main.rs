//! Every developer command of the project: `cargo xtask help` lists them.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
// A command line tool speaks on standard output.
#![allow(clippy::print_stdout)]

mod bench;
mod bindings;
mod building;
mod check;
mod node_modules;
mod paths;
mod products;
mod progress;
mod run;
mod setup;
mod shell;
mod shot;
mod tally;
mod test;
mod tidy;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Developer commands of Summitry")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build, and open the application on the sample dossier
    Run,
    /// Everything that must hold before a change is handed in
    Test,
    /// The fast part of `test`: formatting, lints, structure, types of the page
    Check,
    /// Prove the structure: arrows between crates and folders, sizes, catalogues, generated files
    Tidy,
    /// Write the TypeScript side of the contract
    Bindings,
    /// Take pictures of views in the real window
    Shot(shot::Arguments),
    /// Measure an area against its peers and floors
    Bench(bench::Arguments),
}

fn main() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<()> {
    match command {
        Command::Run => run::run(),
        Command::Test => test::run(),
        Command::Check => check::run(),
        Command::Tidy => tidy::run(),
        Command::Bindings => bindings::write(),
        Command::Shot(arguments) => shot::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
    }
}
