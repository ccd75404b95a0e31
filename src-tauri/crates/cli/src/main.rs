//! `summitry`: the terminal shell over the contract. It asks no question; what it does not understand it refuses.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod answer;
mod arguments;
mod commands;
mod failure;
mod files;
mod session;
mod table;

use clap::Parser as _;
use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use answer::Answer;
use arguments::Arguments;
use failure::Failure;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == api::CAPTURE) {
        return api::serve_capture().map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    let arguments = Arguments::parse();
    match commands::run(&arguments).and_then(show) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "summitry: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

fn show(answer: Answer) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(answer.shown.as_bytes()).and_then(|()| out.flush());
    match written {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => {
            return Err(Failure::failed(format!(
                "the answer could not be written: {error}; write it elsewhere"
            )));
        }
        Ok(()) => {}
    }
    answer.refused.map_or(Ok(()), Err)
}
