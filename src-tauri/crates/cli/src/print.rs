//! The one place that prints. Nothing leaves here that would act on a terminal.

use api::shown;
use serde::{Serialize, de::DeserializeOwned};
use std::io::{self, BufRead as _, BufWriter, Write};

use crate::{answer::Answer, failure::Failure};

/// Prints an answer, and why it is a refusal all the same.
pub fn answer(answer: Answer) -> Result<(), Failure> {
    write(&mut io::stdout().lock(), &answer.shown)?;
    answer.refused.map_or(Ok(()), Err)
}

/// Prints a failure on one line.
pub fn failure(failure: &Failure) {
    let _ = writeln!(io::stderr(), "summitry: {}", shown::line(&failure.to_string()));
}

/// Prints what was wrong with the arguments.
pub fn wrong_usage(error: &clap::Error) {
    let _ = write!(io::stderr(), "{}", shown::lines(&error.render().to_string()));
}

/// An answer in JSON.
pub fn json(value: &impl Serialize) -> Result<String, Failure> {
    let document = serde_json::to_string(value).map_err(|error| unwritable(&error.into()))?;
    Ok(shown::json(&document))
}

/// One question a line on the standard input, one answer a line on the standard output, in order and as they come. `form` says how a
/// question is written.
pub fn each_line<Given: DeserializeOwned, Line: Serialize>(form: &str, answer: impl Fn(Given) -> Line) -> Result<(), Failure> {
    let unreadable = |error: io::Error| Failure::failed(format!("the input could not be read: {error}; give UTF-8 text"));
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(unreadable)?;
        if line.trim().is_empty() {
            continue;
        }
        let given = serde_json::from_str(&line).map_err(|error| Failure::failed(format!("line {}: {error}; write {form}", number + 1)))?;
        if !write(&mut out, &format!("{}\n", json(&answer(given))?))? {
            break;
        }
    }
    Ok(())
}

/// Whether anybody still reads.
fn write(out: &mut impl Write, text: &str) -> Result<bool, Failure> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        written => written.map(|()| true).map_err(|error| unwritable(&error)),
    }
}

fn unwritable(error: &io::Error) -> Failure {
    Failure::failed(format!("the answer could not be written: {error}; write it elsewhere"))
}
