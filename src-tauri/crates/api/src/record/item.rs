use domain::{
    Edtf, Invalid, Item, ItemKind, ItemRef, Moment,
    amount::Amount,
    citation::{Anchor, Citation},
    event::{Event, Role, When},
    kind::Ontology,
    named::{NamedItem, NamedParticipant, NamedPlace, Noun},
    period::{End, Period},
    place::Coordinates,
    source::Source,
    status::Status,
    tie::Tie,
};
use engine::index::Row;

use super::shapes::*;
use crate::{view::Viewer, wire::ApiError};

impl RecordItem {
    /// An item in names as scripts read it. What is known of it beyond its names is added by the caller.
    pub(super) fn of(id: String, named: NamedItem, ontology: &Ontology) -> Self {
        let is_tie = named.noun == Noun::Tie;
        let kind = ontology.kind_of(&named);
        let mutual = kind.is_some_and(|kind| kind.mutual);
        let weight = kind.map(|kind| kind.weight);
        Self {
            id,
            cameo: kind.map(|kind| kind.code(named.status).to_owned()),
            quad: kind.map(|kind| kind.quad.into()),
            weight,
            source_countries: countries(&named.participants, |role| role.is_source() || mutual && role.is_target()),
            target_countries: countries(&named.participants, |role| role.is_target() || mutual && role.is_source()),
            sign: if is_tie { named.sign.into() } else { weight.map_or(0, sign) },
            noun: named.noun,
            kind: named.kind,
            title: named.title,
            status: (!is_tie).then_some(named.status),
            when: named.when.as_ref().map(when),
            place: named.place.map(place),
            participants: named.participants.into_iter().map(participant).collect(),
            topics: named.topics,
            amount: named.amount.as_ref().map(amount),
            stance: named.stance,
            issue: named.issue,
            quote: named.quote,
            contested: false,
            links: Vec::new(),
            cause: None,
            citations: Vec::new(),
        }
    }
}

impl Viewer<'_> {
    pub(super) fn record_event(&self, row: &Row, event: &Event, status: Status) -> Result<RecordItem, ApiError> {
        let named = NamedItem {
            status,
            ..NamedItem::of_event(event, &self.names())
        };
        Ok(RecordItem {
            quad: Some(row.quad.into()),
            weight: Some(row.weight),
            sign: sign(row.weight),
            contested: row.contested(),
            links: self.record_links(event)?,
            citations: self.record_citations(ItemRef::new(ItemKind::Event, event.id))?,
            ..RecordItem::of(event.id.to_string(), named, &self.record.reference().ontology)
        })
    }

    pub(super) fn record_tie(&self, tie: &Tie) -> Result<RecordItem, ApiError> {
        let named = NamedItem::of_tie(tie, &self.names());
        Ok(RecordItem {
            when: interval_of(&tie.period),
            cause: tie.cause.map(|event| event.to_string()),
            citations: self.record_citations(ItemRef::new(ItemKind::Tie, tie.id))?,
            ..RecordItem::of(tie.id.to_string(), named, &self.record.reference().ontology)
        })
    }

    fn record_links(&self, event: &Event) -> Result<Vec<RecordLink>, ApiError> {
        let links = self.record.links_of(event.id)?;
        let out = links.into_iter().filter(|link| link.from == event.id);
        Ok(out
            .map(|link| RecordLink {
                kind: link.kind.as_str(),
                to: link.to.to_string(),
            })
            .collect())
    }

    fn record_citations(&self, item: ItemRef) -> Result<Vec<RecordCitation>, ApiError> {
        self.record
            .citations_of(item)?
            .iter()
            .map(|citation| self.record_citation(citation))
            .collect()
    }

    fn record_citation(&self, citation: &Citation) -> Result<RecordCitation, ApiError> {
        let source = self.record.get(ItemRef::new(ItemKind::Source, citation.source))?;
        let (source_title, reliability) = match source {
            Some(Item::Source(Source { title, reliability, .. })) => (title.to_string(), reliability),
            _ => (String::new(), domain::grade::Reliability::F),
        };
        let part = |of: fn(&Anchor) -> &str| citation.anchor.as_ref().map(of).unwrap_or_default().to_owned();
        let (start, end) = citation.span();
        Ok(RecordCitation {
            source: citation.source.to_string(),
            source_title,
            grade: format!("{}{}", reliability.letter(), citation.credibility.number()),
            exact: part(Anchor::exact),
            prefix: part(Anchor::prefix),
            suffix: part(Anchor::suffix),
            start,
            end,
            locator: citation.locator.as_ref().map(ToString::to_string),
        })
    }
}

/// The countries of those in some roles, each once.
fn countries(participants: &[NamedParticipant], wanted: impl Fn(Role) -> bool) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for part in participants.iter().filter(|part| wanted(part.role)) {
        if let Some(code) = part.country.as_ref().filter(|code| !codes.contains(code)) {
            codes.push(code.clone());
        }
    }
    codes
}

fn participant(part: NamedParticipant) -> RecordParticipant {
    RecordParticipant {
        actor: part.name,
        kind: part.kind.map_or("unknown", |kind| kind.as_str()),
        country: part.country,
        role: part.role,
    }
}

fn place(place: NamedPlace) -> RecordPlace {
    RecordPlace {
        name: place.name,
        country: place.country,
        latitude: place.coordinates.map(Coordinates::latitude),
        longitude: place.coordinates.map(Coordinates::longitude),
    }
}

fn sign(weight: f64) -> i8 {
    i8::from(weight > 0.0) - i8::from(weight < 0.0)
}

fn amount(amount: &Amount) -> RecordAmount {
    RecordAmount {
        value: amount.value(),
        unit: amount.unit().map(str::to_owned),
        qualifier: amount.qualifier().map(str::to_owned),
    }
}

fn date(edtf: &Edtf) -> RecordWhen {
    RecordWhen {
        edtf: edtf.to_string(),
        earliest: edtf.earliest().map(Moment::iso_date),
        latest: edtf.latest().map(Moment::iso_date),
        text: None,
        relative: None,
    }
}

fn when(when: &When) -> RecordWhen {
    RecordWhen {
        text: when.text.as_ref().map(ToString::to_string),
        relative: when.relative.as_ref().map(|relative| RecordRelative {
            relation: relative.relation,
            event: relative.event.to_string(),
            within_days: relative.within_days,
        }),
        ..date(&when.edtf)
    }
}

/// A period as an EDTF interval. An end that cannot stand in one (a choice of days) stands there by its bound.
pub(super) fn interval_of(period: &Period) -> Option<RecordWhen> {
    let written = |start: &str, end: &str| Edtf::parse(&format!("{start}/{end}"));
    let bound = |moment: Option<Moment>| moment.map_or_else(|| "..".to_owned(), Moment::iso_date);
    let start = period.start().map_or("", Edtf::as_str);
    let (end, end_bound) = match period.end() {
        End::On(date) => (date.as_str(), bound(date.latest())),
        End::Ongoing => ("..", "..".to_owned()),
        End::Unknown => ("", String::new()),
    };
    let start_bound = period.start().map_or_else(String::new, |start| bound(start.earliest()));
    let interval: Result<Edtf, Invalid> = written(start, end)
        .or_else(|_| written(&start_bound, &end_bound))
        .map_err(|error| Invalid::new("period", error.to_string()));
    interval.ok().map(|edtf| date(&edtf))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_intervals() {
        for (start, end, edtf) in [
            (Some("1953"), "ongoing", "1953/.."),
            (Some("1953"), "unknown", "1953/"),
            (Some("2016-07~"), "2020-03", "2016-07~/2020-03"),
            (Some("[2016-07-01..2016-07-08]"), "2020", "2016-07-01/2020-12-31"),
            (None, "ongoing", "/.."),
            (None, "2020", "/2020"),
        ] {
            let start = start.map(|text| Edtf::parse(text).unwrap());
            let when = interval_of(&Period::new(start, end.parse().unwrap()).unwrap());
            assert_eq!(when.map(|when| when.edtf).as_deref(), Some(edtf));
        }
    }
}
