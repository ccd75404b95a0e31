use chrono::NaiveDate;
use domain::incoming::{Fault, Incoming, IncomingEvent, Problem, Thing};

/// Whoever takes what is read wants no more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Takes what a file tells, as it comes.
pub trait Taker {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped>;
    fn fault(&mut self, fault: Fault) -> Result<(), Stopped>;
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

    pub fn fault(&mut self, row: u64, column: &str, value: &str, problem: Problem) -> Result<(), Stopped> {
        self.taker.fault(Fault::new(row, column, value, problem))
    }
}
