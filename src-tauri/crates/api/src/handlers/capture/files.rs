//! Files and what they hold, as sources.

use domain::{
    Edtf, Item, ItemKind, ItemRef,
    grade::Reliability,
    id::SourceId,
    source::{Address, Origin, Source},
    text::{LanguageTag, Prose, Title},
};
use engine::{Change, fresh_id};
use exchange::capture::{self, Document, worker};
use std::{io, path::Path};

use super::{CAPTURE, Outcome};
use crate::{api::Api, wire::*};

/// What a person says of the documents to be captured. It goes before what they say of themselves.
#[derive(Clone, Debug, Default)]
pub struct CaptureOptions {
    pub published: Option<Edtf>,
    pub publisher: Option<Title>,
    pub reliability: Reliability,
}

impl CaptureOptions {
    /// From what was typed; refused with the field where that is no name or grade.
    pub fn new(published: Option<Edtf>, publisher: Option<&str>, reliability: Option<&str>) -> Result<Self, ApiError> {
        let publisher = publisher.map(|name| Title::new(name).map_err(|error| error.within("publisher")));
        let reliability = reliability.map(|grade| Reliability::parse(grade).map_err(|error| error.within("reliability")));
        Ok(Self {
            published,
            publisher: publisher.transpose()?,
            reliability: reliability.transpose()?.unwrap_or_default(),
        })
    }
}

/// A document captured, for shells that work without a page.
#[derive(Clone, Debug)]
pub struct CapturedText {
    pub source: SourceId,
    pub title: String,
    pub drafts: usize,
    /// What was too much to be read to its end.
    pub truncated: Vec<String>,
    /// Per cent of a page's prose that was left out, where it is worth a word.
    pub left_out: Option<u32>,
    /// The same text was here already: nothing was done.
    pub known: bool,
}

/// Texts of fewer characters are the same only under the same title.
const FEW: usize = 200;

/// A document of a file.
struct Found {
    source: Source,
    left_out: Option<u32>,
}

impl Api {
    /// Captures the documents of a file: one, or every item of a feed.
    pub fn capture_path(&self, path: &Path, options: &CaptureOptions) -> Result<Vec<CapturedText>, ApiError> {
        let found = self.sources_in(path, options)?;
        found.into_iter().map(|found| self.capture_found(found)).collect()
    }

    /// Keeps a document, unless its very text is here.
    fn capture_found(&self, found: Found) -> Result<CapturedText, ApiError> {
        let Found { source, left_out } = found;
        let title = source.title.to_string();
        if let Some(known) = self.same_text(&source)? {
            return Ok(CapturedText {
                source: known,
                title,
                drafts: 0,
                truncated: Vec::new(),
                left_out: None,
                known: true,
            });
        }
        let (outcome, _) = self.read_into(source, false)?;
        Ok(CapturedText {
            source: outcome.captured.source,
            title,
            drafts: outcome.captured.drafts,
            truncated: outcome.truncated.iter().map(ToString::to_string).collect(),
            left_out,
            known: false,
        })
    }

    /// A source with the very words of this one. A few words stand under several titles.
    fn same_text(&self, source: &Source) -> Result<Option<SourceId>, ApiError> {
        self.dossier()?.read(None, self.today(), |record| {
            for alike in record.sources_like(&domain::source::sha256(source.text.as_str()), None)? {
                if source.text.as_str().chars().count() >= FEW {
                    return Ok(Some(alike));
                }
                let known = record.get(ItemRef::new(ItemKind::Source, alike))?;
                if matches!(known, Some(Item::Source(known)) if known.title == source.title) {
                    return Ok(Some(alike));
                }
            }
            Ok(None)
        })
    }

    /// The same for a window.
    pub fn capture_file(&self, path: &Path, language: Language) -> Result<CaptureResponse, ApiError> {
        let mut outcomes = Vec::new();
        let mut touched = Vec::new();
        for Found { source, left_out } in self.sources_in(path, &CaptureOptions::default())? {
            let (outcome, change) = self.read_into(source, false)?;
            outcomes.push(Outcome { left_out, ..outcome });
            touched.extend(change.touched);
        }
        self.captured(outcomes, &Change { touched }, language)
    }

    /// The words of a file as text, for reading without keeping.
    pub fn texts_of(&self, bytes: &[u8], name: Option<&str>) -> Result<Vec<Document>, ApiError> {
        self.documents(worker::Kind::File, bytes, name, None)
    }

    fn sources_in(&self, path: &Path, options: &CaptureOptions) -> Result<Vec<Found>, ApiError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let unreadable = |error: io::Error| {
            ApiError::new(ErrorCode::Io, format!("{} could not be read: {error}.", path.display()))
                .hint("Check the name and that it may be read.")
        };
        let size = std::fs::metadata(path).map_err(unreadable)?.len();
        if size > capture::LARGEST as u64 {
            return Err(capture::CaptureError::TooLarge {
                format: None,
                limit_mb: capture::LARGEST >> 20,
            }
            .into());
        }
        let bytes = std::fs::read(path).map_err(unreadable)?;
        let documents = self.documents(worker::Kind::File, &bytes, name.as_deref(), None)?;
        documents
            .into_iter()
            .map(|document| {
                Ok(Found {
                    left_out: document.share_left_out(),
                    source: self.source_from(document, name.as_deref(), options)?,
                })
            })
            .collect()
    }

    pub(super) fn documents(
        &self,
        kind: worker::Kind,
        bytes: &[u8],
        name: Option<&str>,
        address: Option<&str>,
    ) -> Result<Vec<Document>, ApiError> {
        let request = worker::Request {
            kind,
            name,
            address,
            bytes,
        };
        let documents = match &self.capture_program {
            Some(program) => worker::ask(program, &[CAPTURE], &request)?,
            None if kind == worker::Kind::File => capture::documents(bytes, name)?,
            None => vec![capture::page(&String::from_utf8_lossy(bytes), address)?],
        };
        Ok(documents)
    }

    fn source_from(&self, document: Document, name: Option<&str>, options: &CaptureOptions) -> Result<Source, ApiError> {
        let line = |text: &Option<String>| text.as_deref().and_then(Title::of_words);
        let stem = name.map(|name| {
            Path::new(name)
                .file_stem()
                .map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
        });
        let named = line(&document.title)
            .or_else(|| heading(&document.text))
            .or_else(|| stem.as_deref().and_then(Title::of_words));
        Ok(Source {
            id: SourceId(fresh_id()),
            title: named.map_or_else(|| Title::new("Untitled"), Ok)?,
            publisher: options.publisher.clone().or_else(|| line(&document.publisher)),
            author: line(&document.author),
            url: document.address.as_deref().and_then(|address| Address::new(address).ok()),
            published: options.published.clone().or_else(|| document.dated(self.today())),
            accessed: Some(self.today()),
            language: document.language.as_deref().and_then(|tag| LanguageTag::new(tag).ok()),
            reliability: options.reliability,
            origin: Origin::Unknown,
            repeats: None,
            text: Prose::new(&document.text)?,
        })
    }
}

/// The longest title made of a text's first words, in characters.
const HEADING: usize = 90;

/// The first words of a text that are neither its author nor its date, cut between two of them.
pub(super) fn heading(text: &str) -> Option<Title> {
    let tells = |line: &str| {
        let told = capture::byline(line);
        told.author.is_none() && told.published.is_none()
    };
    let line = text.lines().map(str::trim).find(|line| !line.is_empty() && tells(line))?;
    if line.chars().count() <= HEADING {
        return Title::of_words(line);
    }
    let cut: String = line.chars().take(HEADING).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    Title::of_words(&format!("{}…", whole.trim_end_matches([',', ';', ':'])))
}
