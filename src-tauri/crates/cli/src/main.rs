//! `summitry`: the terminal shell over the contract. It asks no question; what it does not understand it refuses.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod answer;
mod arguments;
mod commands;
mod failure;
mod files;
mod print;
mod session;
mod table;
mod wording;

use clap::Parser as _;
use std::process::ExitCode;

use arguments::Arguments;

fn main() -> ExitCode {
    if let Some(served) = std::env::args_os().nth(1).and_then(|argument| api::serve(&argument)) {
        return served.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            print::wrong_usage(&error);
            return ExitCode::from(2);
        }
        // Help, or the version.
        Err(error) => error.exit(),
    };
    match commands::run(&arguments).and_then(print::answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            print::failure(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}
