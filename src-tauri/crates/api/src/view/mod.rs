//! From the record to what a shell shows: names in the reader's language, dates in words, flags, grades.

mod actor;
mod draft;
mod event;
mod item;
mod names;
mod obstacle;
mod office;
mod row;

pub(crate) use obstacle::obstacle;

use chrono::NaiveDate;
use domain::{
    Edtf, Item, ItemKind, ItemRef, Language, Moment,
    actor::{Actor, ActorKind},
    citation::{Citation, Coder},
    id::ActorId,
    kind::KindId,
    lesson::Teaches,
    settings::Settings,
    source::Source,
};
use engine::{
    Record,
    index::{Actors, Index},
};
use std::{cell::OnceCell, sync::Arc};

use crate::wire::*;

/// Builds answers from one record, in one language. It has no way to any other.
pub struct Viewer<'a> {
    pub record: &'a Record<'a>,
    pub actors: Arc<Actors>,
    pub language: Language,
    pub today: NaiveDate,
    pub settings: Settings,
    index: OnceCell<Arc<Index>>,
}

impl<'a> Viewer<'a> {
    pub fn new(record: &'a Record<'a>, language: Language) -> Result<Self, ApiError> {
        Ok(Self {
            record,
            actors: record.actors()?,
            language,
            today: record.today(),
            settings: record.settings()?,
            index: OnceCell::new(),
        })
    }

    /// The index, for those questions that need one: it may have to be built.
    pub fn index(&self) -> Result<&Index, ApiError> {
        if let Some(index) = self.index.get() {
            return Ok(index);
        }
        let index = self.record.index()?;
        Ok(self.index.get_or_init(|| index))
    }
}

impl Viewer<'_> {
    /// An item by name. What is gone is named by its reference.
    pub fn label(&self, item: ItemRef) -> Result<ItemLabel, ApiError> {
        if item.kind == ItemKind::Actor
            && let Some(actor) = self.actors.get(ActorId(item.id))
        {
            return Ok(self.actor_label(actor));
        }
        Ok(match self.record.get(item)? {
            Some(found) => self.label_of(&found)?,
            None => ItemLabel {
                reference: item,
                title: item.to_string(),
                detail: None,
                flag: None,
            },
        })
    }

    pub fn label_of(&self, item: &Item) -> Result<ItemLabel, ApiError> {
        if let Item::Actor(actor) = item {
            return Ok(self.actor_label(actor));
        }
        let detail = match item {
            Item::Event(event) => event.when.as_ref().map(|when| when.edtf.describe(self.language)),
            Item::Source(source) => source.publisher.as_ref().map(ToString::to_string),
            Item::Tie(tie) => Some(self.tie_label(tie.kind)),
            Item::Office(office) => Some(self.actor_name(office.of)),
            Item::Place(place) => place.country.map(|country| self.actor_name(country)),
            Item::Lesson(lesson) => Some(match &lesson.teaches {
                Teaches::Actor(actor) => self.actor_name(*actor),
                Teaches::Kind(kind) => self.kind_label(kind),
            }),
            Item::Note(note) => note.judgement.as_ref().map(|judgement| judgement.likelihood.as_str().to_owned()),
            _ => None,
        };
        let flag = match item {
            Item::Place(place) => place.country.and_then(|country| self.flag(country)),
            Item::Office(office) => self.flag(office.of),
            _ => None,
        };
        Ok(ItemLabel {
            reference: item.item_ref(),
            title: self.title(item),
            detail,
            flag,
        })
    }

    fn title(&self, item: &Item) -> String {
        match item {
            Item::Tenure(tenure) => self.actor_name(tenure.holder),
            Item::Office(office) => self.named(office.post.as_str(), &office.other_names),
            Item::Place(place) => self.named(place.name.as_str(), &place.other_names),
            _ => item.title(),
        }
    }

    fn named(&self, name: &str, others: &[domain::text::OtherName]) -> String {
        let known = others
            .iter()
            .find(|other| other.language.as_ref().is_some_and(|tag| tag.as_str() == self.language.as_str()));
        known.map_or(name, |other| other.text.as_str()).to_owned()
    }

    /// The country an actor acts for today.
    pub fn country_today(&self, actor: ActorId) -> Option<ActorId> {
        self.actors.country_of(actor, Some(Moment::end_of_date(self.today)))
    }

    pub fn actor_label(&self, actor: &Actor) -> ItemLabel {
        let country = self.country_today(actor.id);
        let detail = match actor.kind {
            ActorKind::Country => actor.country_code().map(str::to_owned),
            _ => country.map(|country| self.actor_name(country)),
        };
        ItemLabel {
            reference: ItemRef::new(ItemKind::Actor, actor.id),
            title: self.display_name(actor),
            detail,
            flag: country.and_then(|country| self.flag(country)),
        }
    }

    pub fn actor_name(&self, actor: ActorId) -> String {
        self.actors
            .get(actor)
            .map_or_else(|| actor.to_string(), |actor| self.display_name(actor))
    }

    /// The dossier's own naming of a territory where it is shown in the dossier's language, else its name in the reader's.
    fn display_name(&self, actor: &Actor) -> String {
        let settings = &self.settings;
        let own = actor
            .country_code()
            .filter(|_| settings.language == self.language)
            .and_then(|code| {
                let naming = settings.namings.iter().find(|naming| naming.code.as_str() == code)?;
                Some(naming.name.as_str())
            });
        own.unwrap_or_else(|| actor.name_in(self.language)).to_owned()
    }

    pub fn code(&self, country: ActorId) -> Option<String> {
        self.actors.get(country)?.country_code().map(str::to_owned)
    }

    /// ISO alpha-2 in small letters.
    pub fn flag(&self, country: ActorId) -> Option<String> {
        let code = self.actors.get(country)?.country_code()?;
        let alpha2 = self.record.reference().country(code)?.alpha2.as_deref()?;
        Some(alpha2.to_lowercase())
    }

    pub fn kind_label(&self, kind: &KindId) -> String {
        let row = self.record.reference().ontology.kind(kind);
        row.map_or_else(|| kind.to_string(), |row| row.label.in_language(self.language).to_owned())
    }

    pub fn tie_label(&self, kind: domain::tie::TieKind) -> String {
        let row = self.record.reference().ontology.tie(kind);
        row.map_or_else(|| kind.as_str().to_owned(), |row| row.label.in_language(self.language).to_owned())
    }

    pub fn day(moment: Option<Moment>) -> Option<String> {
        moment.map(Moment::iso_date)
    }

    pub fn date(&self, edtf: &Edtf) -> DateView {
        DateView {
            edtf: edtf.as_str().to_owned(),
            label: edtf.describe(self.language),
            earliest: Self::day(edtf.earliest()),
            latest: Self::day(edtf.latest()),
            text: None,
            relative: None,
        }
    }

    pub fn citation(&self, citation: &Citation) -> Result<CitationView, ApiError> {
        let source = self.record.get(ItemRef::new(ItemKind::Source, citation.source))?;
        let reliability = match &source {
            Some(Item::Source(Source { reliability, .. })) => *reliability,
            _ => domain::grade::Reliability::F,
        };
        Ok(CitationView {
            reference: ItemRef::new(ItemKind::Citation, citation.id),
            item: self.label(citation.item)?,
            source: match &source {
                Some(source) => self.label_of(source)?,
                None => self.label(ItemRef::new(ItemKind::Source, citation.source))?,
            },
            anchor: citation.anchor.clone(),
            locator: citation.locator.as_ref().map(ToString::to_string),
            grade: format!("{}{}", reliability.letter(), citation.credibility.number()),
            coder: match &citation.coder {
                Coder::Person => "person".to_owned(),
                Coder::Rule(rule) => rule.to_string(),
            },
        })
    }

    pub fn citations(&self, item: ItemRef) -> Result<Vec<CitationView>, ApiError> {
        self.record
            .citations_of(item)?
            .iter()
            .map(|citation| self.citation(citation))
            .collect()
    }

    /// The notes that speak of an item.
    pub fn notes(&self, item: ItemRef) -> Result<Vec<ItemLabel>, ApiError> {
        self.record
            .notes_about(item)?
            .into_iter()
            .map(|note| self.label_of(&Item::Note(note)))
            .collect()
    }
}
