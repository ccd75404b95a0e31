//! Files of other tools → what they tell, in names ([`domain::incoming`]).
//!
//! A format is a module with two functions: `is`, whether a text is of it, by what stands in it and never by the file's name; and `read`, which hands over
//! each thing as it comes and reports what it cannot read. To add one: the module, a word in [`Format`], a line in [`TEXTS`].

mod aeon;
mod bibliography;
mod bibtex;
mod calendar;
mod csl;
mod dated;
mod dates;
mod error;
mod follow_the_money;
mod graph;
mod json;
mod kml;
mod markdown;
mod markwhen;
mod misp;
mod names;
mod open;
mod order;
mod out;
mod plan;
mod popolo;
mod ris;
mod spoken;
mod stix;
mod table;
mod timeline_project;
mod timelinejs;
mod uk_treaties;
mod vault;
mod wikidata;
mod words;
mod workbook;
pub mod worker;
mod xml;

use domain::incoming::Format;

pub use error::ImportError;
pub use markdown::note;
pub use open::Open;
pub use order::Order;
pub use out::{Out, Stopped, Taker};
pub use plan::{Mappings, Plan, TablePlan, look, read};
pub use table::Survey;

/// How a format is told from the first characters of a text, and how the text is read.
struct TextFormat {
    format: Format,
    is: fn(start: &str) -> bool,
    read: fn(text: &str, out: &mut Out<'_>) -> Result<(), ImportError>,
}

/// The formats that are text and read as a whole; the first that fits.
const TEXTS: &[TextFormat] = &[
    TextFormat {
        format: Format::Stix,
        is: stix::is,
        read: stix::read,
    },
    TextFormat {
        format: Format::Misp,
        is: misp::is,
        read: misp::read,
    },
    TextFormat {
        format: Format::FollowTheMoney,
        is: follow_the_money::is,
        read: follow_the_money::read,
    },
    TextFormat {
        format: Format::Popolo,
        is: popolo::is,
        read: popolo::read,
    },
    TextFormat {
        format: Format::Ris,
        is: ris::is,
        read: ris::read,
    },
    TextFormat {
        format: Format::BibTex,
        is: bibtex::is,
        read: bibtex::read,
    },
    TextFormat {
        format: Format::Calendar,
        is: calendar::is,
        read: calendar::read,
    },
    TextFormat {
        format: Format::TimelineJs,
        is: timelinejs::is,
        read: timelinejs::read,
    },
    TextFormat {
        format: Format::TimelineProject,
        is: timeline_project::is,
        read: timeline_project::read,
    },
    TextFormat {
        format: Format::AeonTimeline,
        is: aeon::is,
        read: aeon::read_aeon,
    },
    TextFormat {
        format: Format::Gexf,
        is: graph::gexf::is,
        read: graph::gexf::read,
    },
    TextFormat {
        format: Format::GraphMl,
        is: graph::graphml::is,
        read: graph::graphml::read,
    },
    TextFormat {
        format: Format::Kml,
        is: kml::is,
        read: kml::read,
    },
    TextFormat {
        format: Format::Wikidata,
        is: wikidata::is,
        read: wikidata::read,
    },
    TextFormat {
        format: Format::UkTreaties,
        is: uk_treaties::is,
        read: uk_treaties::read,
    },
    TextFormat {
        format: Format::Csl,
        is: csl::is,
        read: csl::read,
    },
    TextFormat {
        format: Format::Markwhen,
        is: markwhen::is,
        read: markwhen::read,
    },
    TextFormat {
        format: Format::Markdown,
        is: markdown::is,
        read: markdown::read,
    },
];

/// What a text is looked at to tell its format, in bytes.
const START: usize = 64 << 10;

/// The format of a text; `None` for a table or no format that is read.
pub fn recognise(text: &str) -> Option<Format> {
    let start = start_of(text);
    TEXTS.iter().find(|row| (row.is)(start)).map(|row| row.format)
}

/// Reads a text of a format that is read as a whole.
pub fn read_text(format: Format, text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let row = TEXTS.iter().find(|row| row.format == format).ok_or(ImportError::Unknown)?;
    (row.read)(text, out)
}

fn start_of(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let end = (0..=START.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}
