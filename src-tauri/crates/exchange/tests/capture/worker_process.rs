//! The child side of the worker, for tests; with an argument it misbehaves as a parser might.

use exchange::capture::worker;
use std::{
    io::{self, Read, Write},
    process, thread,
    time::Duration,
};

fn main() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin(), io::stdout().lock());
    match std::env::args().nth(1).as_deref() {
        None => worker::serve(input, output),
        Some("abort") => process::abort(),
        Some("hang") => {
            thread::sleep(Duration::from_secs(600));
            Ok(())
        }
        Some("babble") => {
            input.read_exact(&mut [0])?;
            output.write_all(b"{\"Ok\":[{\"title\"")
        }
        Some(other) => Err(io::Error::other(format!("{other} is no way to misbehave"))),
    }
}
