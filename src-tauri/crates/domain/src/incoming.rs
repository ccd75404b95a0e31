//! What a file of another tool tells: names, codes and dates as they stand there, before the record knows whom and what they mean.
//!
//! Readers of formats make these and decide nothing else: no code is looked up, no name resolved, no kind guessed. The engine does that once for
//! all formats, so that FIPS `CH` is China and ISO `CH` Switzerland wherever they come from.

mod mapping;

pub use mapping::{Always, Column, DateOrder, Mapping, RowNoun, Use};

use serde::{Deserialize, Serialize};

use crate::{
    Edtf,
    actor::ActorKind,
    event::{Role, When},
    link::LinkKind,
    period::End,
    place::Coordinates,
    status::Status,
    tie::{Sign, TieKind},
};

words! {
    /// The forms of file that come in.
    pub enum Format ("format": "a format that comes in") {
        /// A table as text: CSV, TSV and their like, GDELT, ICEWS, ACLED and other data sets among them.
        Table = "table",
        /// Excel and OpenDocument workbooks.
        Workbook = "workbook",
        TimelineJs = "timelinejs",
        TimelineProject = "timeline-project",
        AeonTimeline = "aeon-timeline",
        Markwhen = "markwhen",
        Calendar = "icalendar",
        Gexf = "gexf",
        GraphMl = "graphml",
        Kml = "kml",
        Stix = "stix",
        Misp = "misp",
        FollowTheMoney = "follow-the-money",
        Popolo = "popolo",
        Wikidata = "wikidata",
        /// The catalogue of UK Treaties Online.
        UkTreaties = "uk-treaties",
        BibTex = "bibtex",
        Ris = "ris",
        Csl = "csl",
        Markdown = "markdown",
    }
}

/// One row, entry or object of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incoming {
    /// Line of a text, row of a sheet or number of an object, counted from 1 as the file's own program counts.
    pub row: u64,
    /// What the file itself calls it: unique within the format, the same in the next edition. `None`: it is known by what it says.
    pub id: Option<String>,
    pub thing: Thing,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thing {
    Event(Box<IncomingEvent>),
    Tie(Box<IncomingTie>),
    Actor(Party),
    Tenure(Box<IncomingTenure>),
    Source(Box<IncomingSource>),
    Note(Box<IncomingNote>),
}

words! {
    /// The list that the code of a country is from.
    pub enum CodeList ("list": "a list of country codes") {
        Alpha2 = "iso-alpha-2",
        Alpha3 = "iso-alpha-3",
        Numeric = "iso-numeric",
        /// FIPS 10-4: `CH` is China, `KS` South Korea.
        Fips = "fips",
        CowNumber = "cow-number",
        CowLetters = "cow-letters",
        /// CAMEO's three letters: those of ISO and some of its own, also for groups and organisations.
        Cameo = "cameo",
        /// The country's name in words, in any language of the tables.
        Name = "name",
    }
}

/// A code and the list it is from. Codes are text: a leading zero counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Coded {
    pub list: CodeList,
    pub code: String,
}

impl Coded {
    /// `None` for a blank code.
    pub fn new(list: CodeList, code: &str) -> Option<Self> {
        let code = code.trim();
        (!code.is_empty()).then(|| Self {
            list,
            code: code.to_owned(),
        })
    }
}

/// Somebody as the file names them: by a name, a code or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Empty where only a code says who it is.
    pub name: String,
    pub other_names: Vec<String>,
    /// What the file itself calls it, where other rows point at it by that.
    pub id: Option<String>,
    /// The code of the actor itself, where it is a country.
    pub code: Option<Coded>,
    /// Whom it acts for.
    pub country: Option<Coded>,
    pub kind: Option<ActorKind>,
    pub role: Role,
}

impl Party {
    /// Somebody known by a name alone; `None` for a blank one.
    pub fn named(name: &str, role: Role) -> Option<Self> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then(|| Self {
            name,
            other_names: Vec::new(),
            id: None,
            code: None,
            country: None,
            kind: None,
            role,
        })
    }

    /// A country by its code.
    pub fn country(code: Coded, role: Role) -> Self {
        Self {
            name: String::new(),
            other_names: Vec::new(),
            id: None,
            code: Some(code),
            country: None,
            kind: Some(ActorKind::Country),
            role,
        }
    }
}

/// What was done, in the scheme that the file codes by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Act {
    /// `CAMEO`, `PLOVER`, `ACLED`: as the scheme is called in print.
    pub scheme: String,
    pub code: String,
    pub version: Option<String>,
    /// The number it came with, such as its Goldstein value.
    pub value: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncomingPlace {
    pub name: String,
    pub country: Option<Coded>,
    pub coordinates: Option<Coordinates>,
}

/// An event. What is left empty is told from the rest: a title from kind and sides, a status from the date.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncomingEvent {
    pub title: String,
    /// One of our kinds, where the file or its mapping says so.
    pub kind: Option<String>,
    pub act: Option<Act>,
    pub when: Option<When>,
    pub status: Option<Status>,
    pub parties: Vec<Party>,
    pub place: Option<IncomingPlace>,
    pub topics: Vec<String>,
    pub summary: String,
    /// Where the row says it was told; else the file itself is the source.
    pub source: Option<IncomingSource>,
    /// Where in the source: a page, a minute, a sentence.
    pub locator: String,
    /// Events of the same file that it points at, by their ids there.
    pub links: Vec<(LinkKind, String)>,
    /// The file lists what is mutual once a side: two rows of one meeting are one event.
    pub both_ways: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IncomingTie {
    pub kind: TieKind,
    pub title: String,
    pub from: Party,
    pub to: Party,
    pub mutual: bool,
    pub sign: Sign,
    pub start: Option<Edtf>,
    pub end: End,
    pub summary: String,
}

/// Who held which post of whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IncomingTenure {
    pub holder: Party,
    pub post: String,
    pub of: Party,
    pub start: Option<Edtf>,
    pub end: End,
    pub acting: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncomingSource {
    pub title: String,
    pub publisher: String,
    pub author: String,
    pub url: String,
    pub published: Option<Edtf>,
    /// BCP 47.
    pub language: String,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncomingNote {
    pub title: String,
    /// Markdown. `[[Name]]` and `[[Name|label]]` point at notes of the same import, or at what the record holds under that name.
    pub body: String,
    /// Things of the same file that it is about, by their ids there.
    pub about: Vec<String>,
}

words! {
    /// Why a row, or a cell of it, could not be read as it stands.
    pub enum Problem ("problem": "a problem of a row") {
        NoDate = "no-date",
        /// The date is none, or not one that exists.
        DateUnread = "date-unread",
        EndUnread = "end-unread",
        /// It ends before it begins; the end was left out.
        EndBeforeStart = "end-before-start",
        /// It is on no list that is shipped; kept as a name.
        CountryUnknown = "country-unknown",
        /// It does not say whose office it is: the mapping must.
        NoCountry = "no-country",
        /// The code stands for no kind that is known.
        KindUnknown = "kind-unknown",
        /// A code of figures has lost the nought it began with, as spreadsheet programs do; it was put back.
        NoughtLost = "nought-lost",
        NumberUnread = "number-unread",
        /// Latitude or longitude beyond the globe.
        OffTheGlobe = "off-the-globe",
        /// More or fewer cells than the header has.
        Ragged = "ragged",
        QuoteOpen = "quote-open",
        /// Longer than a row or a cell may be.
        TooLong = "too-long",
        /// Bytes or signs that no text holds; left out.
        NotText = "not-text",
        NoTitle = "no-title",
        /// It points at something that is not in the file.
        PointsNowhere = "points-nowhere",
        /// Neither an event nor anything else that the record holds.
        NothingToKeep = "nothing-to-keep",
        /// A rule of repetition that is not followed; its first occurrence stands.
        RuleNotFollowed = "rule-not-followed",
        /// Broken in its syntax.
        Malformed = "malformed",
        /// The record refuses it; the value says why.
        Refused = "refused",
    }
}

impl Problem {
    /// Whether the row is left out; else it comes in without what could not be read.
    pub fn leaves_out(self) -> bool {
        matches!(
            self,
            Self::NoTitle
                | Self::NoCountry
                | Self::NothingToKeep
                | Self::Malformed
                | Self::Refused
                | Self::TooLong
                | Self::QuoteOpen
                | Self::Ragged
        )
    }
}

/// Something in a file that could not be read as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fault {
    /// As in [`Incoming::row`]; 0 where it is the whole file.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub row: u64,
    /// The column, property or element; empty where it is the whole row.
    pub column: String,
    /// What stood there, cut to [`Fault::LONGEST`] characters.
    pub value: String,
    pub problem: Problem,
}

impl Fault {
    pub const LONGEST: usize = 120;

    pub fn new(row: u64, column: &str, value: &str, problem: Problem) -> Self {
        let printable = |c: char| if c.is_control() { ' ' } else { c };
        Self {
            row,
            column: column.chars().take(Self::LONGEST).map(printable).collect(),
            value: value.chars().take(Self::LONGEST).map(printable).collect(),
            problem,
        }
    }
}
