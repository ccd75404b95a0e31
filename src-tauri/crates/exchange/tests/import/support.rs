use chrono::NaiveDate;
use domain::incoming::{Fault, Format, Incoming, IncomingEvent, Problem, Thing};
use exchange::import::{Out, Stopped, Taker, read_text, recognise};
use std::path::Path;

/// What a file told.
#[derive(Default)]
pub struct Told {
    pub things: Vec<Incoming>,
    pub faults: Vec<Fault>,
}

impl Taker for Told {
    fn incoming(&mut self, incoming: Incoming) -> Result<(), Stopped> {
        self.things.push(incoming);
        Ok(())
    }

    fn fault(&mut self, fault: Fault) -> Result<(), Stopped> {
        self.faults.push(fault);
        Ok(())
    }
}

impl Told {
    pub fn events(&self) -> Vec<&IncomingEvent> {
        let events = self.things.iter().filter_map(|incoming| match &incoming.thing {
            Thing::Event(event) => Some(&**event),
            _ => None,
        });
        events.collect()
    }

    /// Dates and titles of events, a line each, as `2026-01-05 Summit`.
    pub fn lines(&self) -> Vec<String> {
        let when = |event: &IncomingEvent| event.when.as_ref().map_or("-".to_owned(), |when| when.edtf.to_string());
        self.events()
            .iter()
            .map(|event| format!("{} {}", when(event), event.title))
            .collect()
    }

    /// Rows and problems, as `3 date-unread`.
    pub fn problems(&self) -> Vec<String> {
        let line = |fault: &Fault| format!("{} {}", fault.row, fault.problem);
        self.faults.iter().map(line).collect()
    }

    pub fn count(&self, problem: Problem) -> usize {
        self.faults.iter().filter(|fault| fault.problem == problem).count()
    }
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 31).unwrap()
}

/// Reads a text that must be recognised as of a format.
#[track_caller]
pub fn told(format: Format, text: &str) -> Told {
    assert_eq!(recognise(text), Some(format));
    let mut told = Told::default();
    read_text(format, text, &mut Out::new(&mut told, today())).unwrap();
    told
}

/// A file of the corpus; `None`, and a word about it, where the corpus is not at hand.
pub fn corpus(path: &str) -> Option<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let folder = std::env::var_os("SUMMITRY_CORPUS").unwrap_or_else(|| "../shared/corpus".into());
    let bytes = std::fs::read(root.join(folder).join(path)).ok();
    if bytes.is_none() {
        println!("the test corpus is not here: {path}; let SUMMITRY_CORPUS name the folder that holds it");
    }
    bytes
}
