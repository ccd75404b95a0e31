use domain::{
    Item, ItemKind, Moment,
    id::{ActorId, EventId},
    status::Status,
};
use engine::index::Row;
use report::model;
use std::collections::BTreeMap;

use super::Builder;
use crate::wire::ApiError;

/// Lanes printed: more than these and no braid can be read.
const MOST_LANES: usize = 16;

impl Builder<'_> {
    pub(super) fn figure(&self) -> Result<model::Figure, ApiError> {
        let lanes = self.lanes();
        let marks = self
            .rows
            .iter()
            .map(|(row, event)| self.mark(row, &self.viewer.kind_label(&event.kind), &lanes))
            .collect();
        let country = |&id: &ActorId| self.country(id);
        Ok(model::Figure {
            lanes: lanes.iter().map(country).collect(),
            marks,
            links: self.figure_links()?,
            as_of: self.as_of.date(),
        })
    }

    /// Links between events that are printed, by their numbers.
    fn figure_links(&self) -> Result<Vec<(u32, u32)>, ApiError> {
        let links = self.viewer.record.list(ItemKind::Link)?;
        let number = |event: EventId| self.numbers.get(&event).copied();
        let pair = |item: Item| match item {
            Item::Link(link) => Some((number(link.from)?, number(link.to)?)),
            _ => None,
        };
        Ok(links.into_iter().filter_map(pair).collect())
    }

    /// Countries by the number of their events.
    fn lanes(&self) -> Vec<ActorId> {
        let mut counts: BTreeMap<ActorId, usize> = BTreeMap::new();
        for (row, _) in self.rows.iter() {
            for &country in &row.countries {
                *counts.entry(country).or_default() += 1;
            }
        }
        let mut lanes: Vec<(ActorId, usize)> = counts.into_iter().collect();
        lanes.sort_by_key(|&(country, count)| (std::cmp::Reverse(count), self.viewer.code(country)));
        lanes.into_iter().take(MOST_LANES).map(|(country, _)| country).collect()
    }

    fn mark(&self, row: &Row, label: &str, lanes: &[ActorId]) -> model::Mark {
        let day = |moment: Option<Moment>| moment.and_then(Moment::date);
        let extent = row.span.map_or_else(model::Extent::default, |span| model::Extent {
            start_earliest: day(span.start_earliest),
            start_latest: day(span.start_latest),
            end_earliest: day(span.end_earliest),
            end_latest: day(span.end_latest),
        });
        model::Mark {
            number: self.numbers.get(&row.id).copied().unwrap_or_default(),
            label: label.to_owned(),
            lanes: row
                .countries
                .iter()
                .filter_map(|country| lanes.iter().position(|lane| lane == country))
                .collect(),
            extent,
            sign: if row.weight > 0.0 {
                1
            } else if row.weight < 0.0 {
                -1
            } else {
                0
            },
            planned: row.status.is_plan(),
            cancelled: matches!(row.status, Status::Cancelled | Status::Denied),
            contested: row.contested(),
        }
    }

    pub(super) fn country(&self, id: ActorId) -> model::Country {
        model::Country {
            code: self.viewer.code(id).unwrap_or_default(),
            name: self.viewer.actor_name(id),
        }
    }
}
