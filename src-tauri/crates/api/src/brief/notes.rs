use domain::{
    Item, ItemKind, ItemRef,
    id::EventId,
    note::{Judgement, Note},
};
use report::model;

use super::Builder;
use crate::wire::ApiError;

impl Builder<'_> {
    fn all_notes(&self) -> Result<Vec<Note>, ApiError> {
        let items = self.viewer.record.list(ItemKind::Note)?;
        Ok(items
            .into_iter()
            .filter_map(|item| if let Item::Note(note) = item { Some(note) } else { None })
            .collect())
    }

    pub(super) fn judgements(&self) -> Result<Vec<model::Judgement>, ApiError> {
        let notes = self.all_notes()?;
        notes
            .iter()
            .filter_map(|note| note.judgement.as_ref().map(|judgement| self.judgement(note, judgement)))
            .collect()
    }

    fn judgement(&self, note: &Note, judgement: &Judgement) -> Result<model::Judgement, ApiError> {
        let (from, to) = judgement.likelihood.range();
        let evidence = |items: &[ItemRef]| {
            let one = |&item: &ItemRef| {
                let number = self.event(item).and_then(|event| self.numbers.get(&event).copied());
                Ok(model::Evidence {
                    title: self.name(item)?,
                    number,
                })
            };
            items.iter().map(one).collect::<Result<_, ApiError>>()
        };
        Ok(model::Judgement {
            title: judgement.proposition.as_ref().unwrap_or(&note.title).to_string(),
            markdown: self.markdown(note)?,
            likelihood: Some(model::Likelihood {
                band: self.words.of_list(judgement.likelihood).to_owned(),
                range: self
                    .words
                    .with("likelihood_range", &[("from", &from.to_string()), ("to", &to.to_string())]),
            }),
            confidence: Some(self.words.of_list(judgement.confidence).to_owned()),
            horizon: judgement
                .horizon
                .as_ref()
                .map(|date| self.words.with("printed_to", &[("date", &date.describe(self.viewer.language))])),
            evidence_for: evidence(&judgement.evidence_for)?,
            evidence_against: evidence(&judgement.evidence_against)?,
        })
    }

    pub(super) fn notes(&self) -> Result<Vec<model::Note>, ApiError> {
        let notes = self.all_notes()?;
        notes
            .iter()
            .filter(|note| note.judgement.is_none())
            .map(|note| self.note(note))
            .collect()
    }

    fn note(&self, note: &Note) -> Result<model::Note, ApiError> {
        let recorded = self.viewer.record.get_recorded(ItemRef::new(ItemKind::Note, note.id))?;
        Ok(model::Note {
            title: note.title.to_string(),
            date: self.day_words(recorded.map(|recorded| recorded.recorded_at.date_naive())),
            markdown: self.markdown(note)?,
            about: note
                .attached_to
                .iter()
                .map(|&item| self.name(item))
                .collect::<Result<_, ApiError>>()?,
        })
    }

    pub(super) fn event(&self, item: ItemRef) -> Option<EventId> {
        (item.kind == ItemKind::Event).then_some(EventId(item.id))
    }

    /// An item by name; an event that is printed, by kind and date.
    fn name(&self, item: ItemRef) -> Result<String, ApiError> {
        self.event(item)
            .map_or_else(|| Ok(self.viewer.label(item)?.title), |event| self.mention(event))
    }

    /// The body with its `[[links]]` replaced by the names of what they link to.
    fn markdown(&self, note: &Note) -> Result<String, ApiError> {
        let mut out = String::new();
        for (at, part) in note.body.as_str().split("[[").enumerate() {
            let link = (at > 0).then(|| part.split_once("]]")).flatten();
            match link {
                Some((inside, rest)) => {
                    out.push_str(&self.link_words(inside)?);
                    out.push_str(rest);
                }
                None => {
                    if at > 0 {
                        out.push_str("[[");
                    }
                    out.push_str(part);
                }
            }
        }
        Ok(out)
    }

    fn link_words(&self, inside: &str) -> Result<String, ApiError> {
        let (target, words) = inside
            .split_once('|')
            .map_or((inside, None), |(target, words)| (target, Some(words)));
        match (words, target.parse::<ItemRef>()) {
            (Some(words), _) => Ok(words.to_owned()),
            (None, Ok(item)) => self.name(item),
            (None, Err(_)) => Ok(format!("[[{inside}]]")),
        }
    }
}
