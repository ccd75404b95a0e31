//! Documents read in a process that may die: parsers of hostile files abort, hang and panic.
//!
//! The parent sends one line of JSON and then the bytes, and gets one JSON value back. It keeps its end of the pipe open as long as
//! it wants the answer: a child whose parent has gone, however it went, reads the end of its input and ends itself.
//!
//! The child is given 20 seconds, and on Linux and other Unix systems 20 seconds of processor time and 512 MB of address space
//! beyond what it starts with (macOS takes the limit and may not hold it). Elsewhere the limits on size hold alone: 64 MB in,
//! 5 MB of HTML, 10 MB of a feed, 64 MB and 2,000 parts in an unpacked DOCX.

use super::{CaptureError, Document, DocumentFormat, LARGEST, documents, page, recognise};
use serde::{Deserialize, Serialize};
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    path::Path,
    process::{self, Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

/// How long a document may take.
const TIME: Duration = Duration::from_secs(20);
/// What a document may take of address space, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;
/// The stack that documents are read on, in bytes: parsers recurse.
pub(crate) const STACK: usize = 64 << 20;
/// The stack of a thread that only waits, in bytes.
const WATCHERS_STACK: usize = 256 << 10;
/// The longest first line, in bytes.
const LONGEST_HEADER: u64 = 1 << 16;
/// The longest answer, in bytes.
const LONGEST_ANSWER: u64 = 256 << 20;

/// Whether bytes are those of a file or a page of HTML in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    File,
    Page,
}

/// What is to be read: the bytes, the file's name or the page's address where known.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub kind: Kind,
    pub name: Option<&'a str>,
    pub address: Option<&'a str>,
    pub bytes: &'a [u8],
}

#[derive(Serialize, Deserialize)]
struct Header {
    kind: Kind,
    name: Option<String>,
    address: Option<String>,
    /// How many bytes follow.
    length: usize,
}

/// What the child answers.
type Answer = Result<Vec<Document>, CaptureError>;

/// The child: reads one request, writes one answer. It limits itself first, and ends when `input` does.
pub fn serve(input: impl Read + Send + 'static, mut output: impl Write) -> io::Result<()> {
    limit_memory();
    limit_time();
    let mut input = BufReader::new(input);
    let mut line = String::new();
    input.by_ref().take(LONGEST_HEADER).read_line(&mut line)?;
    let header: Header = serde_json::from_str(&line)?;
    let mut bytes = Vec::new();
    if input.by_ref().take(header.length as u64).read_to_end(&mut bytes)? < header.length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    end_with(input)?;
    watcher().spawn(|| {
        thread::sleep(TIME);
        process::exit(1)
    })?;
    let answer = read_on_own_stack(&header, &bytes)?;
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}

/// Ends this process when its parent has gone.
pub(crate) fn end_with(mut input: impl Read + Send + 'static) -> io::Result<()> {
    watcher().spawn(move || {
        // The parent sends no more: this returns at its end.
        let _ = io::copy(&mut input, &mut io::sink());
        process::exit(1)
    })?;
    Ok(())
}

fn watcher() -> thread::Builder {
    thread::Builder::new().stack_size(WATCHERS_STACK)
}

/// A panic of a parser is an answer as well.
fn read_on_own_stack(header: &Header, bytes: &[u8]) -> io::Result<Answer> {
    thread::scope(|scope| {
        let builder = thread::Builder::new().stack_size(STACK);
        let reading = builder.spawn_scoped(scope, || read(header, bytes))?;
        Ok(reading
            .join()
            .unwrap_or_else(|_| Err(died(header.kind, header.name.as_deref(), bytes))))
    })
}

fn read(header: &Header, bytes: &[u8]) -> Answer {
    match header.kind {
        Kind::File => documents(bytes, header.name.as_deref()),
        Kind::Page => {
            let html = String::from_utf8_lossy(bytes);
            Ok(vec![page(&html, header.address.as_deref())?])
        }
    }
}

/// Where the system refuses a limit, the limits on size hold alone.
#[cfg(unix)]
pub(crate) fn limit_memory() {
    use rlimit::{Resource, setrlimit};
    let memory = MEMORY + STACK as u64 + address_space();
    // What a process leaves that ends by a limit would hold words of the document.
    let _ = setrlimit(Resource::CORE, 0, 0);
    let _ = setrlimit(Resource::AS, memory, memory);
}

#[cfg(unix)]
fn limit_time() {
    use rlimit::{Resource, setrlimit};
    let seconds = TIME.as_secs();
    let _ = setrlimit(Resource::CPU, seconds, seconds);
}

#[cfg(not(unix))]
pub(crate) fn limit_memory() {}

#[cfg(not(unix))]
fn limit_time() {}

/// The address space in use, in bytes; 0 where the system does not say as Linux does.
#[cfg(unix)]
fn address_space() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status
        .lines()
        .find_map(|line| line.strip_prefix("VmSize:")?.split_whitespace().next()?.parse::<u64>().ok());
    size.unwrap_or(0) * 1024
}

/// The parent: starts `program` with `arguments`, whose child side is `serve` on its standard input and output, and has it
/// read the request. A child that dies or takes more than 20 seconds makes the document a damaged one.
pub fn ask(program: &Path, arguments: &[&str], request: &Request) -> Result<Vec<Document>, CaptureError> {
    ask_within(program, arguments, request, TIME)
}

fn ask_within(program: &Path, arguments: &[&str], request: &Request, time: Duration) -> Result<Vec<Document>, CaptureError> {
    if request.bytes.len() > LARGEST {
        return Err(CaptureError::TooLarge {
            format: None,
            limit_mb: LARGEST >> 20,
        });
    }
    let broken = |error: io::Error| CaptureError::Worker {
        message: error.to_string(),
    };
    let mut child = start(program, arguments).map_err(broken)?;
    let answer = converse(&mut child, request, time);
    // Ends a child that is still busy; one that has ended is only waited for.
    let _ = child.kill();
    child.wait().map_err(broken)?;
    answer
}

pub(crate) fn start(program: &Path, arguments: &[&str]) -> io::Result<Child> {
    // What a parser prints when it breaks may hold words of the document.
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command.spawn()
}

/// Sends the request and waits for the answer.
fn converse(child: &mut Child, request: &Request, time: Duration) -> Answer {
    let pipes = child.stdin.take().zip(child.stdout.take());
    let Some((mut to_child, from_child)) = pipes else {
        return Err(died(request.kind, request.name, request.bytes));
    };
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut written = Vec::new();
        let read = from_child.take(LONGEST_ANSWER).read_to_end(&mut written);
        // The receiver is gone when the time is over.
        let _ = sender.send(read.map(|_| written));
    });
    thread::scope(|scope| {
        scope.spawn(|| send(&mut to_child, request));
        let answer = receiver.recv_timeout(time);
        if answer.is_err() {
            // Ends the write as well, which a busy child would let hang.
            let _ = child.kill();
        }
        match answer {
            Err(_) => Err(damaged(request, format!("reading it took more than {} seconds", time.as_secs()))),
            Ok(written) => understood(written, request),
        }
    })
}

fn send(to_child: &mut impl Write, request: &Request) -> io::Result<()> {
    let header = Header {
        kind: request.kind,
        name: request.name.map(str::to_owned),
        address: request.address.map(str::to_owned),
        length: request.bytes.len(),
    };
    serde_json::to_writer(&mut *to_child, &header)?;
    to_child.write_all(b"\n")?;
    to_child.write_all(request.bytes)?;
    to_child.flush()
}

/// What a child that died wrote is no answer.
fn understood(written: io::Result<Vec<u8>>, request: &Request) -> Answer {
    let answer = written.ok().and_then(|written| serde_json::from_slice::<Answer>(&written).ok());
    answer.unwrap_or_else(|| Err(died(request.kind, request.name, request.bytes)))
}

fn damaged(request: &Request, message: String) -> CaptureError {
    CaptureError::Damaged {
        format: format_of(request.kind, request.name, request.bytes),
        message,
    }
}

fn died(kind: Kind, name: Option<&str>, bytes: &[u8]) -> CaptureError {
    CaptureError::Damaged {
        format: format_of(kind, name, bytes),
        message: "it broke off what reads it, or needs more memory than 512 MB".to_owned(),
    }
}

fn format_of(kind: Kind, name: Option<&str>, bytes: &[u8]) -> Option<DocumentFormat> {
    match kind {
        Kind::Page => Some(DocumentFormat::Html),
        Kind::File => recognise(bytes, name).ok(),
    }
}
