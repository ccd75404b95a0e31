//! Files of other tools read in a process that may die: parsers of hostile files abort, hang and panic.
//!
//! The parent sends one line of JSON, the order, and keeps its end of the pipe open as long as it wants more: a child whose parent has gone ends itself. The
//! child answers in lines of JSON, each thing as it is read, so that memory does not grow with the file. On Unix it is given 512 MB of address space beyond
//! what it starts with; it may take as long as it goes on saying something.

use domain::incoming::{Fault, Incoming};
use serde::{Deserialize, Serialize};
use std::{
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::Path,
    process::Child,
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use super::{ImportError, Order, Plan, Stopped, Taker};
use crate::capture::worker::{STACK, end_with, limit_memory, start};

/// How long a child may say nothing.
const SILENCE: Duration = Duration::from_secs(20);
/// How often a parent that hears nothing asks whether more is wanted.
const PULSE: Duration = Duration::from_millis(100);
/// Lines that wait to be taken.
const WAITING: usize = 1_024;
/// The longest order, in bytes: a pasted table is part of it.
const LONGEST_ORDER: u64 = 64 << 20;
/// The longest line of an answer, in bytes.
const LONGEST_LINE: u64 = 64 << 20;

/// What the child says, a line each.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Said {
    Plan(Plan),
    Incoming(Incoming),
    Fault(Fault),
    Bytes(u64),
    /// All is read, or nothing more can be.
    End(Result<(), ImportError>),
}

/// What is asked of the child.
#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    order: Order,
    /// How it is to be read; without it, that alone is asked.
    plan: Option<Plan>,
}

/// The child: reads one order and answers it. It limits itself first, and ends when `input` does.
pub fn serve(input: impl Read + Send + 'static, output: impl Write + Send) -> io::Result<()> {
    limit_memory();
    let mut input = BufReader::new(input);
    let mut line = Vec::new();
    input.by_ref().take(LONGEST_ORDER).read_until(b'\n', &mut line)?;
    let asked: Asked = serde_json::from_slice(&line)?;
    end_with(input)?;
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(STACK);
        let reading = builder.spawn_scoped(scope, || answer(&asked, output))?;
        reading.join().unwrap_or_else(|_| Err(io::Error::other("the reader broke")))
    })
}

fn answer(asked: &Asked, output: impl Write) -> io::Result<()> {
    let mut lines = Lines {
        output: BufWriter::with_capacity(1 << 16, output),
        bytes: 0,
    };
    let outcome = match &asked.plan {
        Some(plan) => asked.order.read(plan, &mut lines),
        None => asked.order.look().and_then(|plan| Ok(lines.say(&Said::Plan(plan))?)),
    };
    lines.say(&Said::End(outcome))?;
    lines.output.flush()
}

/// Writes what is read as lines.
struct Lines<W: Write> {
    output: BufWriter<W>,
    bytes: u64,
}

impl<W: Write> Lines<W> {
    fn say(&mut self, said: &Said) -> io::Result<()> {
        serde_json::to_writer(&mut self.output, said)?;
        self.output.write_all(b"\n")
    }
}

impl<W: Write> Taker for Lines<W> {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped> {
        self.say(&Said::Incoming(incoming)).map_err(|_| Stopped)
    }

    fn fault(&mut self, fault: Fault) -> Result<(), Stopped> {
        self.say(&Said::Fault(fault)).map_err(|_| Stopped)
    }

    fn read_so_far(&mut self, bytes: u64) {
        if bytes != self.bytes {
            self.bytes = bytes;
            // A parent that is gone is met with the next thing.
            let _ = self.say(&Said::Bytes(bytes));
        }
    }
}

/// The parent: has a file looked at by `program`, started with `arguments`, whose child side is [`serve`].
pub fn look(program: &Path, arguments: &[&str], order: &Order) -> Result<Plan, ImportError> {
    converse(program, arguments, order, None, &mut Nobody)?.ok_or_else(died)
}

/// The same, and everything that is read as planned is handed to `taker`.
pub fn read(program: &Path, arguments: &[&str], order: &Order, plan: &Plan, taker: &mut dyn Taker) -> Result<(), ImportError> {
    converse(program, arguments, order, Some(plan), taker).map(drop)
}

/// Takes nothing: a look hands nothing over.
struct Nobody;

impl Taker for Nobody {
    fn incoming(&mut self, _: Incoming) -> Result<(), Stopped> {
        Ok(())
    }

    fn fault(&mut self, _: Fault) -> Result<(), Stopped> {
        Ok(())
    }
}

/// Asks, and answers the plan where that was what was asked for.
fn converse(
    program: &Path,
    arguments: &[&str],
    order: &Order,
    plan: Option<&Plan>,
    taker: &mut dyn Taker,
) -> Result<Option<Plan>, ImportError> {
    let mut child = start(program, arguments)?;
    let asked = Asked {
        order: order.clone(),
        plan: plan.cloned(),
    };
    let outcome = follow(&mut child, &asked, taker);
    // Ends a child that is still busy; one that has ended is only waited for.
    let _ = child.kill();
    child.wait()?;
    outcome
}

fn follow(child: &mut Child, asked: &Asked, taker: &mut dyn Taker) -> Result<Option<Plan>, ImportError> {
    let (mut to_child, from_child) = child.stdin.take().zip(child.stdout.take()).ok_or_else(died)?;
    serde_json::to_writer(&mut to_child, asked).map_err(io::Error::from)?;
    to_child.write_all(b"\n")?;
    to_child.flush()?;
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    thread::spawn(move || {
        let mut input = BufReader::with_capacity(1 << 16, from_child);
        loop {
            let mut line = Vec::new();
            let read = input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line);
            // The receiver is gone when nothing more is wanted.
            if !read.is_ok_and(|read| read > 0) || sender.send(line).is_err() {
                break;
            }
        }
    });
    let mut found = None;
    loop {
        let line = next(&receiver, taker)?;
        match serde_json::from_slice(&line).map_err(|_| died())? {
            Said::Plan(plan) => found = Some(plan),
            Said::Incoming(incoming) => taker.incoming(incoming)?,
            Said::Fault(fault) => taker.fault(fault)?,
            Said::Bytes(bytes) => taker.read_so_far(bytes),
            Said::End(outcome) => return outcome.map(|()| found),
        }
    }
}

/// The next line. While there is none, it is asked whether more is wanted, and whether the child is still worth waiting for.
fn next(receiver: &Receiver<Vec<u8>>, taker: &dyn Taker) -> Result<Vec<u8>, ImportError> {
    let since = Instant::now();
    loop {
        match receiver.recv_timeout(PULSE) {
            Ok(line) => return Ok(line),
            Err(RecvTimeoutError::Disconnected) => return Err(died()),
            Err(RecvTimeoutError::Timeout) if !taker.goes_on() => return Err(ImportError::Stopped),
            Err(RecvTimeoutError::Timeout) if since.elapsed() > SILENCE => {
                return Err(ImportError::Malformed(format!(
                    "nothing was read of it for {} seconds",
                    SILENCE.as_secs()
                )));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn died() -> ImportError {
    ImportError::Malformed("it broke off what reads it, or needs more memory than 512 MB".to_owned())
}
