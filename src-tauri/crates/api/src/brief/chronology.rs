use std::rc::Rc;

use domain::{
    ItemKind, ItemRef,
    claim::{Claim, contested},
    edtf::Heading,
    event::Event,
    id::EventId,
    link::Link,
};
use engine::index::Row;
use report::model;

use super::{Builder, capital};
use crate::wire::ApiError;

/// What an event stands under in the chronology; `None` where nothing is known of its date.
pub(super) fn heading(event: &Event) -> Option<Heading> {
    event.when.as_ref().and_then(|when| when.edtf.heading())
}

impl Builder<'_> {
    /// Every event once, in order of time, undated ones last.
    pub(super) fn chronology(&mut self) -> Result<Vec<model::Entry>, ApiError> {
        let rows = Rc::clone(&self.rows);
        rows.iter().map(|(row, event)| self.entry(row, event)).collect()
    }

    fn entry(&mut self, row: &Row, event: &Event) -> Result<model::Entry, ApiError> {
        let language = self.viewer.language;
        let date = event
            .when
            .as_ref()
            .map_or_else(|| self.date_unknown(), |when| when.edtf.describe(language));
        let heading = heading(event);
        let label = |item| self.viewer.label(item).map(|label| label.title);
        let place = event.place.map(|id| label(ItemRef::new(ItemKind::Place, id))).transpose()?;
        let topics = event
            .topics
            .iter()
            .map(|&id| label(ItemRef::new(ItemKind::Topic, id)))
            .collect::<Result<_, _>>()?;
        Ok(model::Entry {
            number: self.numbers.get(&row.id).copied().unwrap_or_default(),
            year: heading.map_or_else(|| self.date_unknown(), |heading| heading.year_words(language)),
            month: heading.and_then(|heading| heading.month_words(language)),
            date,
            relative: self.relative(event)?,
            title: event.title.to_string(),
            kind: self.viewer.kind_label(&event.kind),
            status: self.words.of_list(row.status).to_owned(),
            // By the brief's date, not by today.
            overdue: row.status.is_plan() && row.latest().is_some_and(|latest| latest < self.as_of),
            participants: self.participants(row, event),
            place,
            topics,
            summary: event.summary.as_ref().map(ToString::to_string),
            quotes: self.quotes(event)?,
            contested: self.contested(event)?,
            links: self.links(event)?,
        })
    }

    /// The event a date was told from: "after entry 3".
    fn relative(&self, event: &Event) -> Result<Option<String>, ApiError> {
        let Some(told) = event.when.as_ref().and_then(|when| when.relative.as_ref()) else {
            return Ok(None);
        };
        let other = match self.numbers.get(&told.event) {
            Some(number) => format!("{} {number}", self.words.text("printed_entry")),
            None => format!("“{}”", self.mention(told.event)?),
        };
        let days = told.within_days.map(|days| self.words.count("count_days", days as usize));
        let key = if days.is_some() {
            "printed_relative_within"
        } else {
            "printed_relative"
        };
        let relation = self.words.of_list(told.relation);
        let values = [
            ("relation", relation),
            ("event", &other),
            ("days", days.as_deref().unwrap_or_default()),
        ];
        Ok(Some(self.words.with(key, &values)))
    }

    fn participants(&self, row: &Row, event: &Event) -> Vec<model::Participant> {
        let at = row.acting_at();
        let part = |part: domain::event::Participant| model::Participant {
            name: self.viewer.actor_name(part.actor),
            code: self
                .viewer
                .actors
                .country_of(part.actor, at)
                .and_then(|country| self.viewer.code(country))
                .unwrap_or_default(),
            role: self.words.of_list(part.role).to_owned(),
        };
        event.parts().into_iter().map(part).collect()
    }

    fn quotes(&mut self, event: &Event) -> Result<Vec<model::Quote>, ApiError> {
        let citations = self.viewer.record.citations_of(ItemRef::new(ItemKind::Event, event.id))?;
        let mut quotes = Vec::new();
        for citation in &citations {
            quotes.extend(self.quote(citation)?);
        }
        Ok(quotes)
    }

    fn contested(&mut self, event: &Event) -> Result<Vec<model::Contested>, ApiError> {
        let claims = self.viewer.record.claims_of(ItemRef::new(ItemKind::Event, event.id))?;
        let claims: Vec<&Claim> = claims.iter().collect();
        let mut printed = Vec::new();
        for (attribute, group) in contested(&claims) {
            let mut values = Vec::new();
            for claim in &group {
                values.push(model::Claim {
                    value: self.viewer.claim_words(&claim.value)?,
                    source: self.claim_source(claim)?,
                    chosen: claim.chosen,
                });
            }
            let reason = group
                .iter()
                .find(|claim| claim.chosen)
                .and_then(|claim| claim.reason.as_ref())
                .map(ToString::to_string);
            printed.push(model::Contested {
                attribute: self.attribute(&attribute),
                claims: values,
                reason,
            });
        }
        Ok(printed)
    }

    fn claim_source(&mut self, claim: &Claim) -> Result<Option<u32>, ApiError> {
        let Some(citation) = claim.citation else { return Ok(None) };
        match self.viewer.record.get(ItemRef::new(ItemKind::Citation, citation))? {
            Some(domain::Item::Citation(citation)) => self.source_number(citation.source),
            _ => Ok(None),
        }
    }

    /// An attribute that sources dispute; one that the user named stands as named.
    fn attribute(&self, name: &str) -> String {
        let key = format!("attribute_{name}");
        let words = self.words.text(&key);
        if words == key { name.to_owned() } else { capital(words) }
    }

    fn date_unknown(&self) -> String {
        capital(self.words.text("date_unknown"))
    }

    /// Links that start from the event, so that each is printed once.
    fn links(&self, event: &Event) -> Result<Vec<model::Related>, ApiError> {
        let links = self.viewer.record.links_of(event.id)?;
        let related = |link: &Link| {
            let title = self.mention(link.to)?;
            Ok(model::Related {
                label: self.words.of_list(link.kind).to_owned(),
                title,
                number: self.numbers.get(&link.to).copied(),
            })
        };
        links.iter().filter(|link| link.from == event.id).map(related).collect()
    }

    /// An event named beside its number: by kind and date where its title is printed elsewhere, so that each title stands once.
    pub(super) fn mention(&self, event: EventId) -> Result<String, ApiError> {
        let printed = self.numbers.get(&event).and_then(|&number| self.rows.get(number as usize - 1));
        let Some((_, event)) = printed else {
            return Ok(self.viewer.label(ItemRef::new(ItemKind::Event, event))?.title);
        };
        let kind = self.viewer.kind_label(&event.kind);
        Ok(match &event.when {
            Some(when) => format!("{kind}, {}", when.edtf.describe(self.viewer.language)),
            None => kind,
        })
    }
}
