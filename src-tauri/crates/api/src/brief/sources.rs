use domain::{Item, ItemKind, ItemRef, citation::Citation, id::SourceId, source::Source};
use report::model;
use std::collections::HashMap;

use super::Builder;
use crate::wire::ApiError;

/// Sources in the order in which they are first cited.
#[derive(Default)]
pub struct Sources {
    numbers: HashMap<SourceId, u32>,
    pub list: Vec<model::Source>,
}

impl Builder<'_> {
    /// The number of a source, given out at its first use. `None` for one that is gone.
    pub(super) fn source_number(&mut self, id: SourceId) -> Result<Option<u32>, ApiError> {
        if let Some(&number) = self.sources.numbers.get(&id) {
            return Ok(Some(number));
        }
        let Some(Item::Source(source)) = self.viewer.record.get(ItemRef::new(ItemKind::Source, id))? else {
            return Ok(None);
        };
        let number = u32::try_from(self.sources.list.len() + 1).unwrap_or(u32::MAX);
        self.sources.numbers.insert(id, number);
        let printed = self.print_source(number, &source);
        self.sources.list.push(printed);
        Ok(Some(number))
    }

    fn print_source(&self, number: u32, source: &Source) -> model::Source {
        let text = |title: &Option<domain::text::Title>| title.as_ref().map(ToString::to_string).unwrap_or_default();
        let letter = source.reliability.letter();
        model::Source {
            number,
            title: source.title.to_string(),
            publisher: text(&source.publisher),
            author: text(&source.author),
            published: source
                .published
                .as_ref()
                .map(|date| date.describe(self.viewer.language))
                .unwrap_or_default(),
            accessed: self.day_words(source.accessed),
            url: source.url.as_ref().map(|url| url.as_str().to_owned()).unwrap_or_default(),
            grade: format!("{letter}, {}", self.words.of_list(source.reliability)),
            origin: self.words.of_list(source.origin).to_owned(),
            sha256: Some(source)
                .filter(|source| !source.text.as_str().is_empty())
                .map(Source::sha256)
                .unwrap_or_default(),
        }
    }

    pub(super) fn quote(&mut self, citation: &Citation) -> Result<Option<model::Quote>, ApiError> {
        let Some(source) = self.source_number(citation.source)? else {
            return Ok(None);
        };
        Ok(Some(model::Quote {
            text: citation.exact().to_owned(),
            locator: citation.locator.as_ref().map(ToString::to_string).unwrap_or_default(),
            translation: None,
            source,
            credibility: citation.credibility.number().to_string(),
        }))
    }
}
