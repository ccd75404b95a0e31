//! From what a form holds to what the record may hold. Every refusal names its field, what is wrong, and what to do.

mod draft;
mod event;
mod filter;
mod nouns;

use chrono::NaiveDate;
use domain::{Edtf, Invalid, Item, ItemKind, ItemRef, Language, text::Title};
use uuid::Uuid;

use crate::wire::{ItemInput, LanguageCode};

pub use draft::draft;
pub use filter::{day, end_of, start_of};

/// What reading a form needs besides the form.
pub struct Context<'a> {
    /// What *today* and *next year* mean.
    pub today: NaiveDate,
    /// The id of an item that is new.
    pub fresh: Uuid,
    /// Looks an item up in the dossier.
    pub lookup: &'a dyn Fn(ItemRef) -> Option<Item>,
}

impl Context<'_> {
    /// The item a form refers to, when it stands in the dossier.
    fn current(&self, kind: ItemKind, id: Uuid) -> Option<Item> {
        (self.lookup)(ItemRef { kind, id })
    }

    /// EDTF or words into a date.
    pub fn date(&self, field: &str, text: &str) -> Result<Edtf, Invalid> {
        date(field, text, self.today)
    }

    fn optional_date(&self, field: &str, text: Option<&str>) -> Result<Option<Edtf>, Invalid> {
        text.filter(|text| !text.trim().is_empty())
            .map(|text| self.date(field, text))
            .transpose()
    }
}

/// EDTF or words into a date.
fn date(field: &str, text: &str, today: NaiveDate) -> Result<Edtf, Invalid> {
    dates::typed(text, today, None)
        .map_err(|error| Invalid::new(field, error.to_string()).hint("write a date such as 2026-01-05, January 2026 or early 2026"))
}

/// Reads a form into an item.
pub fn item(input: &ItemInput, context: &Context<'_>) -> Result<Item, Invalid> {
    match input {
        ItemInput::Settings(input) => nouns::settings(input, context).map(Item::from),
        ItemInput::Actor(input) => nouns::actor(input, context).map(Item::from),
        ItemInput::Office(input) => nouns::office(input, context).map(Item::from),
        ItemInput::Tenure(input) => nouns::tenure(input, context).map(Item::from),
        ItemInput::Place(input) => nouns::place(input, context).map(Item::from),
        ItemInput::Topic(input) => nouns::topic(input, context).map(Item::from),
        ItemInput::Source(input) => nouns::source(input, context).map(Item::from),
        ItemInput::Event(input) => event::event(input, context).map(Item::from),
        ItemInput::Tie(input) => nouns::tie(input, context).map(Item::from),
        ItemInput::Link(input) => nouns::link(input, context).map(Item::from),
        ItemInput::Citation(input) => nouns::citation(input, context).map(Item::from),
        ItemInput::Claim(input) => nouns::claim(input, context).map(Item::from),
        ItemInput::Note(input) => nouns::note(input, context).map(Item::from),
        ItemInput::Assessment(input) => nouns::assessment(input, context).map(Item::from),
    }
}

pub fn language(code: LanguageCode) -> Language {
    match code {
        LanguageCode::En => Language::English,
        LanguageCode::Ko => Language::Korean,
    }
}

/// `event:0192…` or the bare id of an item of the kind expected.
pub fn reference(field: &str, text: &str, kind: ItemKind) -> Result<Uuid, Invalid> {
    if !text.contains(':') {
        return domain::id::parse_uuid(text).map_err(|error| error.within(field));
    }
    let item: ItemRef = text.parse().map_err(|error: Invalid| error.within(field))?;
    if item.kind == kind {
        Ok(item.id)
    } else {
        Err(Invalid::new(
            field,
            format!("names a {}, not a {}", item.kind.as_str(), kind.as_str()),
        ))
    }
}

fn id_of(given: Option<&str>, kind: ItemKind, context: &Context<'_>) -> Result<Uuid, Invalid> {
    given.map_or(Ok(context.fresh), |text| reference("id", text, kind))
}

fn optional_reference(field: &str, text: Option<&str>, kind: ItemKind) -> Result<Option<Uuid>, Invalid> {
    text.filter(|text| !text.trim().is_empty())
        .map(|text| reference(field, text, kind))
        .transpose()
}

fn references<T>(field: &str, texts: &[String], kind: ItemKind, make: impl Fn(Uuid) -> T) -> Result<Vec<T>, Invalid> {
    texts.iter().map(|text| reference(field, text, kind).map(&make)).collect()
}

fn items(field: &str, texts: &[String]) -> Result<Vec<ItemRef>, Invalid> {
    texts
        .iter()
        .map(|text| text.parse().map_err(|error: Invalid| error.within(field)))
        .collect()
}

fn title(field: &str, text: &str) -> Result<Title, Invalid> {
    Title::new(text).map_err(|error| error.within(field))
}

fn optional_title(field: &str, text: Option<&str>) -> Result<Option<Title>, Invalid> {
    text.filter(|text| !text.trim().is_empty())
        .map(|text| title(field, text))
        .transpose()
}

fn optional_prose(field: &str, text: Option<&str>) -> Result<Option<domain::text::Prose>, Invalid> {
    domain::text::Prose::optional(text.unwrap_or_default()).map_err(|error| error.within(field))
}
