//! The lossless form of a dossier: one JSON document, one item a line, everything the record holds and when it was recorded.
//!
//! ```json
//! {"format":"summitry-dossier","version":1,
//! "items":[
//! {"recorded_at":"2026-01-08T09:00:00Z","type":"settings","id":"…","title":"…"},
//! …
//! ],
//! "superseded":[
//! …
//! ]}
//! ```
//! `items` come by kind, in the order in which what is pointed at precedes what points, then by id. `superseded` holds earlier
//! wordings with the time each was replaced. Reading and writing stream: memory does not grow with the dossier.

use domain::record::{Recorded, Superseded};
use serde::{
    Deserialize, Serialize,
    de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use std::{
    fmt,
    io::{self, Read, Write},
    marker::PhantomData,
};
use thiserror::Error;

pub const FORMAT: &str = "summitry-dossier";
pub const VERSION: u32 = 1;

#[derive(Debug, Error)]
pub enum DossierJsonError {
    #[error("the file is not a dossier in JSON: {0}")]
    Malformed(String),
    #[error("the dossier is in version {0} of the form, which this Summitry does not know; use a newer Summitry")]
    Newer(u32),
    #[error("the file could not be read or written: {0}")]
    Io(#[from] io::Error),
}

/// One entry of the document, in the order read.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Item(Recorded),
    Superseded(Superseded),
}

/// Writes the document piece by piece: all items, then all superseded wordings, then `finish`.
pub struct Writer<W: Write> {
    out: W,
    section: Option<&'static str>,
    first: bool,
}

impl<W: Write> Writer<W> {
    pub fn new(mut out: W) -> Result<Self, DossierJsonError> {
        write!(out, "{{\"format\":\"{FORMAT}\",\"version\":{VERSION}")?;
        Ok(Self {
            out,
            section: None,
            first: true,
        })
    }

    pub fn item(&mut self, item: &Recorded) -> Result<(), DossierJsonError> {
        self.entry("items", item)
    }

    pub fn superseded(&mut self, wording: &Superseded) -> Result<(), DossierJsonError> {
        self.entry("superseded", wording)
    }

    pub fn finish(mut self) -> Result<(), DossierJsonError> {
        for section in ["items", "superseded"] {
            self.enter(section)?;
        }
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()?;
        Ok(())
    }

    fn entry<T: Serialize>(&mut self, section: &'static str, value: &T) -> Result<(), DossierJsonError> {
        self.enter(section)?;
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        serde_json::to_writer(&mut self.out, value).map_err(|error| DossierJsonError::Io(error.into()))
    }

    /// Opens a section, closing the one before it. Sections come in one order and are all written, even when empty.
    fn enter(&mut self, section: &'static str) -> Result<(), DossierJsonError> {
        if self.section == Some(section) || self.section == Some("superseded") {
            return Ok(());
        }
        if self.section.is_none() && section == "superseded" {
            self.enter("items")?;
        }
        if self.section.is_some() {
            self.out.write_all(b"\n]")?;
        }
        write!(self.out, ",\n\"{section}\":[")?;
        self.section = Some(section);
        self.first = true;
        Ok(())
    }
}

/// Reads the document, handing over each entry as it comes. The sink's error stops the reading.
pub fn read<R: Read, E: fmt::Display>(input: R, mut sink: impl FnMut(Entry) -> Result<(), E>) -> Result<(), DossierJsonError> {
    let mut deserializer = serde_json::Deserializer::from_reader(input);
    let mut newer = None;
    let document = Document {
        sink: &mut |entry| sink(entry).map_err(|error| error.to_string()),
        newer: &mut newer,
    };
    let outcome = document.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    match (newer, outcome) {
        (Some(version), _) => Err(DossierJsonError::Newer(version)),
        (None, Err(error)) => Err(DossierJsonError::Malformed(error.to_string())),
        (None, Ok(())) => Ok(()),
    }
}

type Sink<'a> = &'a mut dyn FnMut(Entry) -> Result<(), String>;

struct Document<'a> {
    sink: Sink<'a>,
    newer: &'a mut Option<u32>,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a document with \"format\":\"{FORMAT}\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut recognised = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => recognised = map.next_value::<String>()? == FORMAT,
                "version" => {
                    let version: u32 = map.next_value()?;
                    if version != VERSION {
                        *self.newer = Some(version);
                        return Err(A::Error::custom("newer version"));
                    }
                }
                _ if !recognised => return Err(A::Error::custom(format!("it does not begin with \"format\":\"{FORMAT}\""))),
                "items" => map.next_value_seed(Entries {
                    sink: &mut *self.sink,
                    wrap: Entry::Item,
                    read: PhantomData::<Recorded>,
                })?,
                "superseded" => map.next_value_seed(Entries {
                    sink: &mut *self.sink,
                    wrap: Entry::Superseded,
                    read: PhantomData::<Superseded>,
                })?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if recognised {
            Ok(())
        } else {
            Err(A::Error::custom(format!("it does not begin with \"format\":\"{FORMAT}\"")))
        }
    }
}

struct Entries<'a, T> {
    sink: Sink<'a>,
    wrap: fn(T) -> Entry,
    read: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Entries<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(entry) = entries.next_element::<T>()? {
            (self.sink)((self.wrap)(entry)).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "{\"format\":\"summitry-dossier\",\"version\":1,\n\"items\":[\n{\"recorded_at\":\"2026-01-08T09:00:00Z\",\"type\":\"topic\",\"id\":\"00000000-0000-4000-8000-000000000001\",\"name\":\"Tourism\"}\n],\n\"superseded\":[\n]}\n";

    fn entries(text: &str) -> Result<Vec<Entry>, DossierJsonError> {
        let mut entries = Vec::new();
        read(text.as_bytes(), |entry| {
            entries.push(entry);
            Ok::<(), String>(())
        })?;
        Ok(entries)
    }

    #[test]
    fn what_is_written_is_what_was_read() {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes).unwrap();
        for entry in entries(SMALL).unwrap() {
            match entry {
                Entry::Item(item) => writer.item(&item).unwrap(),
                Entry::Superseded(wording) => writer.superseded(&wording).unwrap(),
            }
        }
        writer.finish().unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), SMALL);
    }

    #[test]
    fn an_empty_dossier_is_still_a_document() {
        let mut bytes = Vec::new();
        Writer::new(&mut bytes).unwrap().finish().unwrap();
        assert!(entries(std::str::from_utf8(&bytes).unwrap()).unwrap().is_empty());
    }

    #[test]
    fn other_documents_are_refused_with_the_reason() {
        for (text, reason) in [
            ("", "EOF"),
            ("[]", "a document with"),
            ("{}", "does not begin"),
            ("{\"items\":[]}", "does not begin"),
            (
                "{\"format\":\"summitry-dossier\",\"version\":1,\"items\":[{\"type\":\"event\"}]}",
                "recorded_at",
            ),
            ("{\"format\":\"summitry-dossier\",\"version\":9}", "newer Summitry"),
        ] {
            let error = entries(text).unwrap_err().to_string();
            assert!(error.contains(reason), "{text} → {error}");
        }
    }
}
