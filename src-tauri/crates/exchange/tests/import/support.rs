use chrono::NaiveDate;
use domain::incoming::{
    Fault, Format, Incoming, IncomingEvent, IncomingNote, IncomingSource, IncomingTenure, IncomingTie, Mapping, Party, Problem, Thing,
};
use exchange::import::{Out, Plan, Stopped, Taker, look, read, read_text, recognise};
use std::{
    io::{Cursor, Read},
    path::Path,
};

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

    /// What a thing with an id of the file is.
    #[track_caller]
    pub fn by_id(&self, id: &str) -> &Thing {
        let found = self.things.iter().find(|incoming| incoming.id.as_deref() == Some(id));
        &found.unwrap_or_else(|| panic!("nothing has the id {id}")).thing
    }

    #[track_caller]
    pub fn event(&self, id: &str) -> &IncomingEvent {
        match self.by_id(id) {
            Thing::Event(event) => event,
            other => panic!("{id} is no event: {other:?}"),
        }
    }

    #[track_caller]
    pub fn tie(&self, id: &str) -> &IncomingTie {
        match self.by_id(id) {
            Thing::Tie(tie) => tie,
            other => panic!("{id} is no tie: {other:?}"),
        }
    }

    #[track_caller]
    pub fn note(&self, id: &str) -> &IncomingNote {
        match self.by_id(id) {
            Thing::Note(note) => note,
            other => panic!("{id} is no note: {other:?}"),
        }
    }

    #[track_caller]
    pub fn actor(&self, id: &str) -> &Party {
        match self.by_id(id) {
            Thing::Actor(actor) => actor,
            other => panic!("{id} is no actor: {other:?}"),
        }
    }

    pub fn actors(&self) -> Vec<&Party> {
        let actors = self.things.iter().filter_map(|incoming| match &incoming.thing {
            Thing::Actor(actor) => Some(actor),
            _ => None,
        });
        actors.collect()
    }

    pub fn ties(&self) -> Vec<&IncomingTie> {
        let ties = self.things.iter().filter_map(|incoming| match &incoming.thing {
            Thing::Tie(tie) => Some(&**tie),
            _ => None,
        });
        ties.collect()
    }

    pub fn tenures(&self) -> Vec<&IncomingTenure> {
        let tenures = self.things.iter().filter_map(|incoming| match &incoming.thing {
            Thing::Tenure(tenure) => Some(&**tenure),
            _ => None,
        });
        tenures.collect()
    }

    pub fn sources(&self) -> Vec<&IncomingSource> {
        let sources = self.things.iter().filter_map(|incoming| match &incoming.thing {
            Thing::Source(source) => Some(&**source),
            _ => None,
        });
        sources.collect()
    }

    /// Dates and titles of sources, a line each.
    pub fn published(&self) -> Vec<String> {
        let date = |source: &IncomingSource| source.published.as_ref().map_or("-".to_owned(), ToString::to_string);
        self.sources()
            .iter()
            .map(|source| format!("{} {}", date(source), source.title))
            .collect()
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

/// A file of the corpus of the import, as text.
pub fn text(path: &str) -> Option<String> {
    Some(String::from_utf8_lossy(&corpus(&format!("import/{path}"))?).into_owned())
}

/// A file of the corpus, read; `None` where the corpus is not at hand.
#[track_caller]
pub fn told_of(format: Format, path: &str) -> Option<Told> {
    Some(told(format, &text(path)?))
}

/// Damages a text 500 times, always in the same ways: cut, a piece doubled, bytes flipped. Whatever comes of it, reading ends.
pub fn damage(format: Format, text: &str) {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % limit.max(1) as u64).unwrap()
    };
    // A short piece of a long file, so that a damage is met soon.
    let whole: Vec<u8> = text.as_bytes()[..text.len().min(6_000)].to_vec();
    for round in 0..500 {
        let mut bytes = whole.clone();
        match round % 3 {
            0 => bytes.truncate(below(whole.len())),
            1 => {
                let (from, to) = (below(whole.len()), below(whole.len()));
                let piece = bytes[from.min(to)..from.max(to)].to_vec();
                let at = below(whole.len());
                bytes.splice(at..at, piece);
            }
            _ => {
                for _ in 0..=below(8) {
                    let at = below(whole.len());
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << below(8);
                    }
                }
            }
        }
        let mut told = Told::default();
        let _ = read_text(format, &String::from_utf8_lossy(&bytes), &mut Out::new(&mut told, today()));
    }
}

/// A file as a person hands it over: looked at, then read as planned.
#[track_caller]
pub fn imported(bytes: &[u8], mapping: Option<&Mapping>) -> (Plan, Told) {
    let held = bytes.to_vec();
    let open = move || Ok(Box::new(Cursor::new(held.clone())) as Box<dyn Read>);
    let plan = look(&open, &|_| mapping.cloned(), today()).unwrap();
    let mut told = Told::default();
    read(&open, &plan, &mut Out::new(&mut told, today())).unwrap();
    (plan, told)
}
