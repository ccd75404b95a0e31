//! From what a person pastes, opens or names to a source with drafts.

use domain::{
    Edtf, Item, ItemKind, ItemRef,
    grade::Reliability,
    id::SourceId,
    source::{Address, Origin, Source},
    text::{LanguageTag, Prose, Title},
};
use engine::{
    Change, fresh_id,
    reading::{Captured, told_on},
};
use exchange::capture::{self, Document, worker};
use reader::proposal::Truncation;
use std::{io, path::Path};

use crate::{api::Api, parse, view::Viewer, wire::*};

/// The argument with which a shell is started to read documents; see [`serve_capture`].
pub const CAPTURE: &str = "capture-document";

/// Reads one document from standard input and answers on standard output: what a shell does when started with [`CAPTURE`].
pub fn serve_capture() -> io::Result<()> {
    worker::serve(io::stdin(), io::stdout().lock())
}

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
}

impl Api {
    /// What was pasted, as it would be captured.
    pub fn preview(&self, request: PreviewRequest) -> Result<CaptureView, ApiError> {
        let address = request.address.as_deref().filter(|address| !address.trim().is_empty());
        let document = match (&request.html, &request.text) {
            (Some(html), text) if !html.trim().is_empty() => {
                let page = self.documents(worker::Kind::Page, html.as_bytes(), None, address);
                match (page, text) {
                    (Ok(mut pages), _) if !pages.is_empty() => pages.swap_remove(0),
                    // The clipboard holds the same words as plain text.
                    (_, Some(text)) => plain(text, address)?,
                    (Err(error), None) => return Err(error),
                    (Ok(_), None) => Document::default(),
                }
            }
            (_, Some(text)) => plain(text, address)?,
            _ => Document::default(),
        };
        self.view(request.language, None, |viewer| viewer.capture(document))
    }

    /// Keeps a document and what the reader finds in it. The text is read between two turns at the dossier, so that nothing waits for it.
    pub fn capture(&self, request: CaptureRequest) -> Result<CaptureResponse, ApiError> {
        let source = parse::sent::value(&request.source)?;
        let (captured, change) = self.read_into(source, false)?;
        self.captured(vec![captured], &change, request.language)
    }

    /// The items of a feed, fetched once from the address.
    pub fn feed(&self, request: FeedRequest) -> Result<FeedResponse, ApiError> {
        let bytes = capture::fetch(request.address.trim())?;
        let documents = self.documents(worker::Kind::File, &bytes, None, Some(request.address.trim()))?;
        self.view(request.language, None, |viewer| {
            Ok(FeedResponse {
                title: documents.first().and_then(|document| document.publisher.clone()),
                items: documents
                    .into_iter()
                    .map(|document| viewer.capture(document))
                    .collect::<Result<_, _>>()?,
            })
        })
    }

    /// Captures the documents of a file: one, or every item of a feed.
    pub fn capture_path(&self, path: &Path, options: &CaptureOptions) -> Result<Vec<CapturedText>, ApiError> {
        let mut texts = Vec::new();
        for source in self.sources_in(path, options)? {
            let title = source.title.to_string();
            let (outcome, _) = self.read_into(source, false)?;
            texts.push(CapturedText {
                source: outcome.captured.source,
                title,
                drafts: outcome.captured.drafts,
                truncated: outcome.truncated.iter().map(ToString::to_string).collect(),
            });
        }
        Ok(texts)
    }

    /// The same for a window.
    pub fn capture_file(&self, path: &Path, language: Language) -> Result<CaptureResponse, ApiError> {
        let mut outcomes = Vec::new();
        let mut touched = Vec::new();
        for source in self.sources_in(path, &CaptureOptions::default())? {
            let (outcome, change) = self.read_into(source, false)?;
            outcomes.push(outcome);
            touched.extend(change.touched);
        }
        self.captured(outcomes, &Change { touched }, language)
    }

    pub(super) fn read_again(&self, source: &str) -> Result<ChangeResponse, ApiError> {
        let item = ItemRef::new(ItemKind::Source, parse::reference("source", source, ItemKind::Source)?);
        let source = self.dossier()?.read(None, self.today(), |record| Ok(record.require(item)?))?;
        let Item::Source(source) = source else {
            return Err(ApiError::new(ErrorCode::NotFound, "The source is no longer there."));
        };
        let (_, change) = self.read_into(source, true)?;
        self.with(|open| open.changed(&change, None))
    }

    /// The words of a file as text, for reading without keeping.
    pub fn texts_of(&self, bytes: &[u8], name: Option<&str>) -> Result<Vec<Document>, ApiError> {
        self.documents(worker::Kind::File, bytes, name, None)
    }

    fn sources_in(&self, path: &Path, options: &CaptureOptions) -> Result<Vec<Source>, ApiError> {
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
            .map(|document| self.source_from(document, name.as_deref(), options))
            .collect()
    }

    fn documents(&self, kind: worker::Kind, bytes: &[u8], name: Option<&str>, address: Option<&str>) -> Result<Vec<Document>, ApiError> {
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

    /// Reads a source and keeps it with its drafts. The dossier is free while the text is read.
    fn read_into(&self, mut source: Source, again: bool) -> Result<(Outcome, Change), ApiError> {
        let reader = self.with(|open| Ok(open.workspace.reader()?))?;
        let reading = reader.read(
            source.text.as_str(),
            told_on(source.published.as_ref()),
            source.language.as_ref().map(LanguageTag::as_str),
        );
        if source.language.is_none() {
            source.language = LanguageTag::new(&reading.language).ok();
        }
        let (captured, change) = self.with(|open| {
            Ok(if again {
                open.workspace.read_again(&source, &reading, self.now())?
            } else {
                open.workspace.capture(&source, &reading, self.now())?
            })
        })?;
        let truncated = reading.truncated;
        Ok((Outcome { captured, truncated }, change))
    }

    fn captured(&self, outcomes: Vec<Outcome>, change: &Change, language: Language) -> Result<CaptureResponse, ApiError> {
        let change = self.with(|open| open.changed(change, None))?;
        self.view(language, None, |viewer| {
            let captured = outcomes.into_iter().map(|outcome| {
                let Outcome { captured, truncated } = outcome;
                Ok(CapturedView {
                    source: viewer.label(ItemRef::new(ItemKind::Source, captured.source))?,
                    drafts: number(captured.drafts),
                    quotes: captured.quotes.map(|quotes| QuotesView {
                        exact: number(quotes.exact),
                        moved: number(quotes.moved),
                        changed: number(quotes.changed),
                        lost: number(quotes.lost),
                    }),
                    truncated: truncated.iter().map(truncation_name).collect(),
                })
            });
            Ok(CaptureResponse {
                captured: captured.collect::<Result<_, ApiError>>()?,
                change,
            })
        })
    }
}

/// What capturing a text has left, and whether all of it was read.
struct Outcome {
    captured: Captured,
    truncated: Vec<Truncation>,
}

/// A limit by its stable name.
fn truncation_name(cut: &Truncation) -> String {
    match cut {
        Truncation::Text => "text",
        Truncation::Sentence => "sentence",
        Truncation::Drafts => "drafts",
        Truncation::Citations => "citations",
    }
    .to_owned()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Pasted words, with what their first lines say of them.
fn plain(text: &str, address: Option<&str>) -> Result<Document, ApiError> {
    let mut document = capture::text(text)?;
    document.address = address.map(str::to_owned);
    Ok(document)
}

/// The longest title made of a text's first words, in characters.
const HEADING: usize = 90;

/// The first words of a text that are neither its author nor its date, cut between two of them.
fn heading(text: &str) -> Option<Title> {
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

impl Viewer<'_> {
    /// A document before it is kept, with the source that it may be.
    fn capture(&self, document: Document) -> Result<CaptureView, ApiError> {
        let published = document.dated(self.today);
        let address = document.address.as_deref().and_then(|address| Address::new(address).ok());
        Ok(CaptureView {
            known: self.known_source(&document.text, address.as_ref())?,
            title: document.title.or_else(|| heading(&document.text).map(String::from)),
            publisher: document.publisher,
            author: document.author,
            published_label: published.as_ref().map(|date| date.describe(self.language)),
            published: published.map(|date| date.to_string()),
            language: document.language,
            address: address.map(String::from),
            text: document.text,
        })
    }

    fn known_source(&self, text: &str, address: Option<&Address>) -> Result<Option<KnownView>, ApiError> {
        let sha256 = domain::source::sha256(text);
        let alike = self.record.sources_like(&sha256, address.map(Address::as_str))?;
        let Some(&first) = alike.first() else { return Ok(None) };
        let item = ItemRef::new(ItemKind::Source, first);
        let same_text = matches!(self.record.get(item)?, Some(Item::Source(source)) if source.text.as_str() == text);
        Ok(Some(KnownView {
            source: self.label(item)?,
            same_text,
        }))
    }
}
