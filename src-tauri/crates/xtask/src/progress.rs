//! Saying how far long work is: one line that is rewritten on a terminal, a line every ten seconds in a log.

use crate::shell::spoken;
use std::io::{IsTerminal, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Goes to the start of the line and empties it.
const ANEW: &str = "\r\x1b[2K";

/// Does `work`, and says in the meantime what `state` says, with how long it has taken.
pub fn during<T>(state: impl Fn() -> String + Sync, work: impl FnOnce() -> T) -> T {
    let (working, ended) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let state = &state;
        scope.spawn(move || say(state, &ended));
        let value = work();
        drop(working);
        value
    })
}

fn say(state: &impl Fn() -> String, ended: &Receiver<()>) {
    let start = Instant::now();
    let on_terminal = std::io::stdout().is_terminal();
    let pause = Duration::from_secs(if on_terminal { 1 } else { 10 });
    while ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
        let line = format!("   {}, {}", state(), spoken(start.elapsed()));
        if on_terminal {
            print!("{ANEW}{line}");
            // A line without an end is kept back otherwise.
            let _ = std::io::stdout().flush();
        } else {
            println!("{line}");
        }
    }
    if on_terminal {
        print!("{ANEW}");
    }
}

/// Shows a line of the work's own on standard error, above the one that is rewritten.
pub fn aside(line: &str) {
    let start = if std::io::stdout().is_terminal() { ANEW } else { "" };
    eprintln!("{start}{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_gives_its_value_and_ends_the_saying() {
        let began = Instant::now();
        assert_eq!(during(|| "counting".to_owned(), || 7), 7);
        assert!(began.elapsed() < Duration::from_secs(1));
    }
}
