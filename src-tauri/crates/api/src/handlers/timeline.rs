use domain::{ItemKind, ItemRef, Moment, id::EventId};
use engine::index::{KIND_LANES, Row, TOPIC_LANES};
use std::collections::HashMap;

use super::filter;
use crate::{api::Api, view::Viewer, wire::*};

/// Lanes offered at most, those with the most events first.
const MOST_LANES: usize = 200;
/// Marks described in one answer.
const MOST_DESCRIBED: usize = 1_000;

impl Api {
    /// The lanes a filter leaves something in.
    pub fn lanes(&self, request: LanesRequest) -> Result<LanesResponse, ApiError> {
        let wanted = filter(&request.filter)?;
        self.view(request.language, request.filter.known_on.as_deref(), |viewer| {
            let rows = viewer.workspace.select(viewer.index, &wanted)?;
            let mut counts: HashMap<u32, u32> = HashMap::new();
            for row in rows {
                for key in viewer.lane_keys(row, request.by) {
                    *counts.entry(key).or_default() += 1;
                }
            }
            let mut counts: Vec<(u32, u32)> = counts.into_iter().collect();
            counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            counts.truncate(MOST_LANES);
            Ok(LanesResponse {
                lanes: counts
                    .into_iter()
                    .map(|(key, count)| viewer.lane(key, count))
                    .collect::<Result<_, _>>()?,
            })
        })
    }

    /// What to draw, as bytes: see the crate `timeline`, `encode`.
    pub fn frame(&self, request: FrameRequest) -> Result<Vec<u8>, ApiError> {
        let wanted = filter(&request.filter)?;
        self.view(LanguageCode::En, request.filter.known_on.as_deref(), |viewer| {
            let selection = viewer.workspace.marks(viewer.index, &wanted)?;
            let asked = ::timeline::FrameRequest {
                start: request.start,
                end: request.end,
                width_px: request.width_px,
                lanes: request.lanes,
                depth: request.depth,
            };
            let frame = ::timeline::frame(&viewer.index.columns, &selection, &asked);
            let frame = frame.map_err(|refused| ApiError::new(ErrorCode::Invalid, refused.to_string()))?;
            Ok(::timeline::encode(&frame))
        })
    }

    pub fn density(&self, request: DensityRequest) -> Result<DensityResponse, ApiError> {
        let wanted = filter(&request.filter)?;
        self.view(LanguageCode::En, request.filter.known_on.as_deref(), |viewer| {
            let selection = viewer.workspace.marks(viewer.index, &wanted)?;
            Ok(match ::timeline::density(&viewer.index.columns, &selection, request.buckets) {
                Some(density) => DensityResponse {
                    start: density.start as f64,
                    end: density.end as f64,
                    counts: density.counts,
                    undated: density.undated,
                },
                None => DensityResponse {
                    start: 0.0,
                    end: 0.0,
                    counts: Vec::new(),
                    undated: u32::try_from(selection.count()).unwrap_or(u32::MAX),
                },
            })
        })
    }

    pub fn describe(&self, request: DescribeRequest) -> Result<DescribeResponse, ApiError> {
        self.view(request.language, None, |viewer| {
            let ids = request.ids.iter().take(MOST_DESCRIBED);
            let marks = ids.filter_map(|id| viewer.mark_label(id).transpose()).collect::<Result<_, _>>()?;
            Ok(DescribeResponse { marks })
        })
    }

    /// Ties in force and links within a range.
    pub fn strands(&self, request: StrandsRequest) -> Result<StrandsResponse, ApiError> {
        let range = (Moment(request.start as i64), Moment(request.end as i64));
        self.view(request.language, None, |viewer| {
            let ties = viewer.index.ties.iter().filter_map(|tie| viewer.tie_strand(tie, range)).collect();
            let links = viewer.workspace.list(ItemKind::Link)?.into_iter().filter_map(|item| match item {
                domain::Item::Link(link) => Some(LinkStrand {
                    reference: ItemRef::new(ItemKind::Link, link.id).to_string(),
                    kind: link.kind.as_str().to_owned(),
                    from: link.from.to_string(),
                    to: link.to.to_string(),
                }),
                _ => None,
            });
            Ok(StrandsResponse {
                ties,
                links: links.collect(),
            })
        })
    }
}

impl Viewer<'_> {
    fn lane_keys(&self, row: &Row, by: LaneKind) -> Vec<u32> {
        let mut keys: Vec<u32> = match by {
            LaneKind::Countries => row
                .countries
                .iter()
                .filter_map(|&country| self.index.actors.lane(country))
                .collect(),
            LaneKind::Actors => row.actors.iter().filter_map(|part| self.index.actors.lane(part.actor)).collect(),
            LaneKind::Topics => {
                let position = |topic| self.index.topics.iter().position(|(known, _)| known == topic);
                row.topics.iter().filter_map(position).map(|at| TOPIC_LANES + at as u32).collect()
            }
            LaneKind::Kinds => vec![KIND_LANES + u32::from(row.kind)],
        };
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn lane(&self, key: u32, count: u32) -> Result<LaneView, ApiError> {
        let named = |reference: Option<String>, label: String, flag| LaneView {
            key,
            reference,
            label,
            flag,
            count,
        };
        if key >= KIND_LANES {
            let kind = self.index.kinds.get((key - KIND_LANES) as usize);
            return Ok(named(None, kind.map_or_else(String::new, |kind| self.kind_label(kind)), None));
        }
        if key >= TOPIC_LANES {
            let topic = self.index.topics.get((key - TOPIC_LANES) as usize);
            let reference = topic.map(|(id, _)| ItemRef::new(ItemKind::Topic, *id).to_string());
            return Ok(named(reference, topic.map_or_else(String::new, |(_, name)| name.clone()), None));
        }
        let Some(actor) = self.index.actors.of_lane(key) else {
            return Ok(named(None, String::new(), None));
        };
        let label = self.label(ItemRef::new(ItemKind::Actor, actor))?;
        Ok(named(Some(label.reference), label.title, label.flag))
    }

    fn mark_label(&self, id: &str) -> Result<Option<MarkLabel>, ApiError> {
        let id = EventId(domain::id::parse_uuid(id)?);
        let Some(row) = self.index.row(id) else { return Ok(None) };
        let Some(domain::Item::Event(event)) = self.workspace.get(ItemRef::new(ItemKind::Event, id))? else {
            return Ok(None);
        };
        Ok(Some(MarkLabel {
            id: id.to_string(),
            title: event.title.to_string(),
            when_label: event.when.as_ref().map(|when| when.edtf.describe(self.language)),
            status: row.status.as_str().to_owned(),
            kind: event.kind.to_string(),
            kind_label: self.kind_label(&event.kind),
            countries: row.countries.iter().map(|&country| self.actor_name(country)).collect(),
        }))
    }

    fn tie_strand(&self, tie: &domain::tie::Tie, (from, to): (Moment, Moment)) -> Option<TieStrand> {
        let lane = |actor| {
            let country = self.index.country_of(actor, None).unwrap_or(actor);
            self.index.actors.lane(country)
        };
        let start = tie.period.start().and_then(domain::Edtf::earliest);
        let end = match tie.period.end() {
            domain::period::End::On(date) => date.latest(),
            domain::period::End::Ongoing | domain::period::End::Unknown => None,
        };
        let touches = start.is_none_or(|start| start <= to) && end.is_none_or(|end| end >= from);
        touches.then_some(())?;
        Some(TieStrand {
            reference: ItemRef::new(ItemKind::Tie, tie.id).to_string(),
            title: tie.title.to_string(),
            kind: tie.kind.as_str().to_owned(),
            sign: tie.sign.into(),
            from: lane(tie.from)?,
            to: lane(tie.to)?,
            start: start.map(|moment| moment.0 as f64),
            end: end.map(|moment| moment.0 as f64),
            end_unknown: *tie.period.end() == domain::period::End::Unknown,
        })
    }
}
