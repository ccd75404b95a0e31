//! One method of `Api` per command of the contract.

mod address;
mod brief;
mod capture;
mod complete;
mod edit;
mod lists;
mod relations;
mod review;
mod timeline;

use ::engine::Record;
use chrono::NaiveDate;
use domain::{
    Invalid, ItemKind,
    grade::Reliability,
    id::{ActorId, TopicId},
    kind::KindId,
    status::Status,
};

use crate::{
    api::Api,
    parse,
    view::Viewer,
    wire::{ApiError, Filter, Language},
};

pub use capture::{CAPTURE, CaptureOptions, CapturedText, serve_capture};

/// The word by which the status facet also asks for plans that came due.
pub const OVERDUE: &str = "overdue";

impl Api {
    /// Answers a question in the words of one language.
    pub(crate) fn view<T>(
        &self,
        language: Language,
        known_on: Option<&str>,
        work: impl FnOnce(&Viewer<'_>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let ask = |record: &Record<'_>| work(&Viewer::new(record, language)?);
        self.dossier()?.read(known_on, self.today(), ask)
    }
}

/// A filter in domain terms; relative words of its dates count from `today`.
pub(crate) fn filter(filter: &Filter, today: NaiveDate) -> Result<::engine::filter::Filter, Invalid> {
    let statuses = filter.statuses.iter().filter(|status| *status != OVERDUE);
    Ok(::engine::filter::Filter {
        actors: filter
            .actors
            .iter()
            .map(|actor| parse::reference("actors", actor, ItemKind::Actor).map(ActorId))
            .collect::<Result<_, _>>()?,
        any_actor: filter.any_actor,
        kinds: filter.kinds.iter().map(|kind| KindId::new(kind)).collect::<Result<_, _>>()?,
        topics: filter
            .topics
            .iter()
            .map(|topic| parse::reference("topics", topic, ItemKind::Topic).map(TopicId))
            .collect::<Result<_, _>>()?,
        statuses: statuses.map(|status| Status::parse(status)).collect::<Result<_, _>>()?,
        overdue: filter.statuses.iter().any(|status| status == OVERDUE),
        grades: filter
            .grades
            .iter()
            .map(|grade| Reliability::parse(grade))
            .collect::<Result<_, _>>()?,
        text: filter.text.clone(),
        from: filter
            .from
            .as_deref()
            .filter(|date| !date.trim().is_empty())
            .map(|date| parse::start_of("from", date, today))
            .transpose()?,
        to: filter
            .to
            .as_deref()
            .filter(|date| !date.trim().is_empty())
            .map(|date| parse::end_of("to", date, today))
            .transpose()?,
    })
}
