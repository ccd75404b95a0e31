use domain::{
    Edtf, Invalid, Item, ItemKind, ItemRef, Moment,
    amount::Amount,
    citation::Citation,
    event::{Event, Participant, When},
    id::{ActorId, PlaceId},
    period::{End, Period},
    source::Source,
    status::Status,
    tie::Tie,
};
use engine::index::Row;

use super::shapes::*;
use crate::{
    view::{Viewer, actor_kind},
    wire::ApiError,
};

impl Viewer<'_> {
    pub(super) fn record_event(&self, row: &Row, event: &Event, status: Status) -> Result<RecordItem, ApiError> {
        let reference = self.record.reference();
        let kind = reference.ontology.kind(&event.kind);
        let planned = reference.planned.get(&event.kind).filter(|_| status.is_plan()).cloned();
        let (source_countries, target_countries) = self.ends(row, kind.is_some_and(|kind| kind.mutual));
        let topics = &self.index()?.topics;
        let topic = |id: &domain::id::TopicId| topics.name(*id).map(str::to_owned);
        let statement = event.statement.as_ref();
        Ok(RecordItem {
            id: event.id.to_string(),
            noun: if statement.is_some() { "statement" } else { "event" },
            kind: event.kind.to_string(),
            title: event.title.to_string(),
            cameo: planned.or_else(|| kind.map(|kind| kind.cameo.clone())),
            quad: Some(row.quad.into()),
            weight: Some(row.weight),
            status: Some(status.as_str()),
            when: event.when.as_ref().map(when),
            place: event.place.map(|place| self.record_place(place)).transpose()?.flatten(),
            participants: row
                .actors
                .iter()
                .map(|part| self.record_participant(part, moment_of(row)))
                .collect(),
            source_countries,
            target_countries,
            topics: event.topics.iter().filter_map(topic).collect(),
            amount: event.amount.as_ref().map(amount),
            sign: sign(row.weight),
            stance: statement.and_then(|statement| statement.stance).map(|stance| stance.as_str()),
            issue: statement.and_then(|statement| statement.issue.as_ref()).map(ToString::to_string),
            quote: statement
                .and_then(|statement| statement.quote.as_ref())
                .map(|quote| quote.text.to_string()),
            contested: row.contested(),
            links: self.record_links(event)?,
            cause: None,
            citations: self.record_citations(ItemRef::new(ItemKind::Event, event.id))?,
        })
    }

    pub(super) fn record_tie(&self, tie: &Tie) -> Result<RecordItem, ApiError> {
        let at = tie.period.start().and_then(Edtf::earliest);
        let country = |actor| self.actors.country_of(actor, at).and_then(|country| self.code(country));
        let (from, to) = (country(tie.from), country(tie.to));
        let both: Vec<String> = from.iter().chain(&to).cloned().collect();
        let roles = if tie.mutual { ["party", "party"] } else { ["actor", "recipient"] };
        let part = |actor, role| RecordParticipant {
            role,
            ..self.record_actor(actor, at)
        };
        Ok(RecordItem {
            id: tie.id.to_string(),
            noun: "tie",
            kind: tie.kind.as_str().to_owned(),
            title: tie.title.to_string(),
            cameo: None,
            quad: None,
            weight: None,
            status: None,
            when: interval_of(&tie.period),
            place: None,
            participants: vec![part(tie.from, roles[0]), part(tie.to, roles[1])],
            source_countries: if tie.mutual { both.clone() } else { from.into_iter().collect() },
            target_countries: if tie.mutual { both } else { to.into_iter().collect() },
            topics: Vec::new(),
            amount: tie.amount.as_ref().map(amount),
            sign: tie.sign.into(),
            stance: None,
            issue: None,
            quote: None,
            contested: false,
            links: Vec::new(),
            cause: tie.cause.map(|event| event.to_string()),
            citations: self.record_citations(ItemRef::new(ItemKind::Tie, tie.id))?,
        })
    }

    /// The countries that act and those acted on, each once; both ways when mutual.
    fn ends(&self, row: &Row, mutual: bool) -> (Vec<String>, Vec<String>) {
        let (mut sources, mut targets) = (Vec::new(), Vec::new());
        for part in &row.actors {
            let country = self
                .actors
                .country_of(part.actor, moment_of(row))
                .and_then(|country| self.code(country));
            let Some(country) = country else { continue };
            let ends = [
                (part.role.is_source() || mutual && part.role.is_target(), &mut sources),
                (part.role.is_target() || mutual && part.role.is_source(), &mut targets),
            ];
            for (_, end) in ends.into_iter().filter(|(belongs, _)| *belongs) {
                if !end.contains(&country) {
                    end.push(country.clone());
                }
            }
        }
        (sources, targets)
    }

    fn record_participant(&self, part: &Participant, at: Option<Moment>) -> RecordParticipant {
        RecordParticipant {
            role: part.role.as_str(),
            ..self.record_actor(part.actor, at)
        }
    }

    fn record_actor(&self, actor: ActorId, at: Option<Moment>) -> RecordParticipant {
        RecordParticipant {
            actor: self.actor_name(actor),
            kind: self.actors.get(actor).map_or("unknown", |actor| actor_kind(actor.kind)),
            country: self.actors.country_of(actor, at).and_then(|country| self.code(country)),
            role: "mentioned",
        }
    }

    pub(super) fn record_place(&self, place: PlaceId) -> Result<Option<RecordPlace>, ApiError> {
        let reference = ItemRef::new(ItemKind::Place, place);
        let Some(Item::Place(found)) = self.record.get(reference)? else {
            return Ok(None);
        };
        Ok(Some(RecordPlace {
            name: self.label(reference)?.title,
            country: found.country.and_then(|country| self.code(country)),
            latitude: found.coordinates.map(|at| at.latitude()),
            longitude: found.coordinates.map(|at| at.longitude()),
        }))
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
        let anchor = &citation.anchor;
        Ok(RecordCitation {
            source: citation.source.to_string(),
            source_title,
            grade: format!("{}{}", reliability.letter(), citation.credibility.number()),
            exact: anchor.exact().to_owned(),
            prefix: anchor.prefix().to_owned(),
            suffix: anchor.suffix().to_owned(),
            start: anchor.start(),
            end: anchor.end(),
        })
    }
}

/// The day that decides whom its participants act for.
fn moment_of(row: &Row) -> Option<Moment> {
    row.span
        .and_then(|span| span.start_earliest.or(span.start_latest).or(span.end_latest))
}

pub(super) fn sign(weight: f64) -> i8 {
    i8::from(weight > 0.0) - i8::from(weight < 0.0)
}

pub(super) fn amount(amount: &Amount) -> RecordAmount {
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

pub(super) fn when(when: &When) -> RecordWhen {
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
