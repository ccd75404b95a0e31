use domain::{Filter, Item, ItemKind, ItemRef, Moment, event::Event, period::End, status::Status, tie::Tie};
use engine::index::Row;
use std::collections::HashSet;
use uuid::Uuid;

use super::RecordItem;
use crate::{
    api::Api,
    parse,
    view::Viewer,
    wire::{ApiError, Language},
};

/// Which part of the record to read.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRequest {
    pub filter: Filter,
    pub known_on: Option<String>,
    /// Where things stood at the end of this date: what lies after it and was not yet announced is left out.
    pub as_of: Option<String>,
    pub limit: Option<usize>,
    pub language: Language,
}

/// What was found, and its place in the order of time.
type Placed<'a> = ((i64, Uuid), Found<'a>);

enum Found<'a> {
    Event(&'a Row),
    Tie(&'a Tie),
}

impl Api {
    /// Events, statements and ties in order of time; what has no date comes last.
    pub fn record(&self, request: &RecordRequest) -> Result<Vec<RecordItem>, ApiError> {
        let as_of = request
            .as_of
            .as_deref()
            .map(|date| parse::end_of("as_of", date, self.today()))
            .transpose()?;
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            viewer.record(request, as_of)
        })
    }
}

impl Viewer<'_> {
    fn record(&self, request: &RecordRequest, as_of: Option<Moment>) -> Result<Vec<RecordItem>, ApiError> {
        let wanted = &request.filter;
        let mut found = self.events_of(wanted, as_of)?;
        found.extend(self.ties_of(wanted, as_of)?);
        found.sort_unstable_by_key(|(place, _)| *place);
        let mut items = Vec::new();
        for (_, found) in found {
            if request.limit.is_some_and(|limit| items.len() >= limit) {
                break;
            }
            match found {
                Found::Tie(tie) => items.push(self.record_tie(tie)?),
                Found::Event(row) => items.extend(self.event_as_of(row, wanted, as_of)?),
            }
        }
        Ok(items)
    }

    fn events_of(&self, wanted: &Filter, as_of: Option<Moment>) -> Result<Vec<Placed<'_>>, ApiError> {
        // The status asked for is that of the as-of date, which only the event itself knows.
        let statuses = if as_of.is_some() { Vec::new() } else { wanted.statuses.clone() };
        let wanted = Filter {
            statuses,
            ..wanted.clone()
        };
        let rows = self.record.select(self.index()?, &wanted)?;
        Ok(rows.into_iter().map(|row| (row.place(), Found::Event(row))).collect())
    }

    fn event_as_of(&self, row: &Row, wanted: &Filter, as_of: Option<Moment>) -> Result<Option<RecordItem>, ApiError> {
        let Some(Item::Event(event)) = self.record.get(ItemRef::new(ItemKind::Event, row.id))? else {
            return Ok(None);
        };
        let status = match as_of {
            None => Some(event.current_status()),
            Some(at) => status_at(&event, at).filter(|status| wanted.statuses.is_empty() || wanted.statuses.contains(status)),
        };
        status.map(|status| self.record_event(row, &event, status)).transpose()
    }

    fn ties_of(&self, wanted: &Filter, as_of: Option<Moment>) -> Result<Vec<Placed<'_>>, ApiError> {
        let of_events = !wanted.topics.is_empty() || !wanted.statuses.is_empty() || !wanted.grades.is_empty() || wanted.overdue;
        if of_events {
            return Ok(Vec::new());
        }
        let hits = self.tie_hits(wanted.text.as_deref())?;
        let ties = self.index()?.ties.iter().filter(|tie| {
            (wanted.kinds.is_empty() || wanted.kinds.iter().any(|kind| kind.as_str() == tie.kind.as_str()))
                && wanted.has_actors(|actor| self.ties(tie, actor))
                && hits.as_ref().is_none_or(|hits| hits.contains(&tie.id.0))
                && wanted.range().may_hold(tie.period.begins(), ends(tie))
                && as_of.is_none_or(|at| tie.period.begins().is_none_or(|begin| begin <= at))
        });
        let place = |tie: &Tie| (tie.period.begins().map_or(i64::MAX, |moment| moment.0), tie.id.0);
        Ok(ties.map(|tie| (place(tie), Found::Tie(tie))).collect())
    }

    fn tie_hits(&self, text: Option<&str>) -> Result<Option<HashSet<Uuid>>, ApiError> {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return Ok(None);
        };
        Ok(Some(self.record.holding(text, ItemKind::Tie)?))
    }

    fn ties(&self, tie: &Tie, actor: domain::id::ActorId) -> bool {
        let ends = [tie.from, tie.to];
        ends.contains(&actor) || ends.iter().any(|end| self.actors.country_of(*end, tie.acting_at()) == Some(actor))
    }
}

/// Where an event stood at a moment; `None` where nothing of it was known or it lay ahead without having been announced.
fn status_at(event: &Event, at: Moment) -> Option<Status> {
    let status = event.status.at(at)?.status;
    let begun = event
        .when
        .as_ref()
        .and_then(|when| when.edtf.earliest())
        .is_none_or(|earliest| earliest <= at);
    (status != Status::Occurred || begun).then_some(status)
}

/// The last moment of a tie that is known to have ended.
fn ends(tie: &Tie) -> Option<Moment> {
    match tie.period.end() {
        End::On(date) => date.latest(),
        End::Ongoing | End::Unknown => None,
    }
}
