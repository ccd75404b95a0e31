use chrono::NaiveDate;
use domain::incoming::{Fault, Incoming, IncomingEvent, IncomingNote, Problem, Thing};

/// Whoever takes what is read wants no more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Takes what a file tells, as it comes.
pub trait Taker {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped>;
    fn fault(&mut self, fault: Fault) -> Result<(), Stopped>;

    /// Hears how much of the file has been read, in bytes as they lie on the disk.
    fn read_so_far(&mut self, _bytes: u64) {}

    /// Whether more is wanted: asked where nothing is handed over for a while.
    fn goes_on(&self) -> bool {
        true
    }
}

/// Where readers of formats put what they read.
pub struct Out<'a> {
    taker: &'a mut dyn Taker,
    /// Dates without a year, *now* and plans are told from it.
    pub today: NaiveDate,
}

impl<'a> Out<'a> {
    pub fn new(taker: &'a mut dyn Taker, today: NaiveDate) -> Self {
        Self { taker, today }
    }

    pub fn put(&mut self, row: u64, id: Option<String>, thing: Thing) -> Result<(), Stopped> {
        self.taker.incoming(Incoming { row, id, thing })
    }

    pub fn event(&mut self, row: u64, id: Option<String>, event: IncomingEvent) -> Result<(), Stopped> {
        self.put(row, id, Thing::Event(Box::new(event)))
    }

    /// Keeps as a note what is said of something that has no place for it; nothing where nothing is said.
    pub(crate) fn note_about(&mut self, row: u64, id: &str, title: &str, body: String) -> Result<(), Stopped> {
        if body.is_empty() || id.is_empty() {
            return Ok(());
        }
        let note = IncomingNote {
            title: title.to_owned(),
            body,
            about: vec![id.to_owned()],
        };
        self.put(row, Some(format!("{id}#note")), Thing::Note(Box::new(note)))
    }

    pub fn fault(&mut self, row: u64, column: &str, value: &str, problem: Problem) -> Result<(), Stopped> {
        self.taker.fault(Fault::new(row, column, value, problem))
    }
}
