//! From what a person pastes, opens or names to a source with drafts.

use domain::{
    Item, ItemKind, ItemRef,
    source::{Address, Source},
    text::LanguageTag,
};
use engine::{
    Change,
    reading::{Captured, told_on},
};
use exchange::capture::{self, Document, worker};
use reader::proposal::Truncation;
use std::io;

mod files;

use crate::{api::Api, parse, view::Viewer, wire::*};

use files::heading;
pub use files::{CaptureOptions, CapturedText};

/// The argument with which a shell is started to read documents; see [`serve`].
pub(super) const CAPTURE: &str = "capture-document";

/// Reads one document from standard input and answers on standard output: what a shell does when started with [`CAPTURE`].
pub(super) fn serve() -> io::Result<()> {
    worker::serve(io::stdin(), io::stdout().lock())
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

    pub(super) fn read_again(&self, source: ItemRef) -> Result<ChangeResponse, ApiError> {
        let item = ItemRef::new(ItemKind::Source, parse::of_kind("source", source, ItemKind::Source)?);
        let source = self.dossier()?.read(None, self.today(), |record| Ok(record.require(item)?))?;
        let Item::Source(source) = source else {
            return Err(ApiError::because(ErrorCode::NotFound, Reason::SourceGone));
        };
        let (_, change) = self.read_into(source, true)?;
        self.with(|open| open.changed(&change, None))
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
        let outcome = Outcome {
            captured,
            truncated,
            left_out: None,
        };
        Ok((outcome, change))
    }

    fn captured(&self, outcomes: Vec<Outcome>, change: &Change, language: Language) -> Result<CaptureResponse, ApiError> {
        let change = self.with(|open| open.changed(change, None))?;
        self.view(language, None, |viewer| {
            let captured = outcomes.into_iter().map(|outcome| {
                let Outcome {
                    captured,
                    truncated,
                    left_out,
                } = outcome;
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
                    left_out,
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
    /// Per cent of a page's prose.
    left_out: Option<u32>,
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

impl Viewer<'_> {
    /// A document before it is kept, with the source that it may be.
    fn capture(&self, document: Document) -> Result<CaptureView, ApiError> {
        let published = document.dated(self.today);
        let address = document.address.as_deref().and_then(|address| Address::new(address).ok());
        let share = document.share_left_out();
        Ok(CaptureView {
            known: self.known_source(&document.text, address.as_ref())?,
            title: document.title.or_else(|| heading(&document.text).map(String::from)),
            publisher: document.publisher,
            author: document.author,
            published_label: published.as_ref().map(|date| date.describe(self.language)),
            published: published.map(|date| date.to_string()),
            language: document.language,
            address: address.map(String::from),
            left_out: share.map(|share| LeftOutView {
                share,
                text: document.left_out,
            }),
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
