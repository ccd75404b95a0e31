use domain::{
    Edtf, ItemKind, ItemRef,
    actor::ActorKind,
    id::EventId,
    period::{End, Period},
    tie::Tie,
};
use engine::index::{KIND_LANES, Row, TOPIC_LANES};

use crate::{api::Api, view::Viewer, wire::*};

/// Lanes offered at most, those with the most events first.
const MOST_LANES: usize = 200;
/// Marks described in one answer.
const MOST_DESCRIBED: usize = 1_000;

impl Api {
    /// The lanes a filter leaves something in.
    pub fn lanes(&self, request: LanesRequest) -> Result<LanesResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let rows = viewer.record.select(viewer.index()?, &request.filter)?;
            let mut counts = viewer.lane_counts(&rows, request.by);
            let topics = &viewer.index()?.topics;
            // The numbers of actors and topics tell in which order they were seen, which is no order among equals.
            let order = |key: u32| match request.by {
                LaneKind::Countries | LaneKind::Actors => viewer.actors.of_lane(key).map(|actor| actor.0),
                LaneKind::Topics => topics.of_lane(key - TOPIC_LANES).map(|topic| topic.0),
                LaneKind::Kinds => None,
            };
            counts.sort_by_cached_key(|&(key, count)| (std::cmp::Reverse(count), order(key), key));
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
        self.view(Language::English, request.known_on.as_deref(), |viewer| {
            let asked = ::timeline::FrameRequest {
                start: request.start,
                end: request.end,
                width_px: request.width_px,
                lanes: request.lanes,
                depth: request.depth,
                // What is no id is none of the record's.
                chosen: request.chosen.and_then(|id| id.parse().ok()),
            };
            let frame = self.frames.frame(viewer, &request.filter, request.known_on.as_deref(), &asked)?;
            Ok(::timeline::encode(&frame))
        })
    }

    pub fn density(&self, request: DensityRequest) -> Result<DensityResponse, ApiError> {
        self.view(Language::English, request.known_on.as_deref(), |viewer| {
            let selection = viewer.record.marks(viewer.index()?, &request.filter)?;
            Ok(match ::timeline::density(&viewer.index()?.columns, &selection, request.buckets) {
                Some(density) => DensityResponse {
                    start: density.start as f64,
                    end: density.end as f64,
                    counts: density.counts,
                    balances: density.balances,
                    undated: density.undated,
                },
                None => DensityResponse {
                    start: 0.0,
                    end: 0.0,
                    counts: Vec::new(),
                    balances: Vec::new(),
                    undated: u32::try_from(selection.count()).unwrap_or(u32::MAX),
                },
            })
        })
    }

    pub fn describe(&self, request: DescribeRequest) -> Result<DescribeResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let ids = request.ids.iter().take(MOST_DESCRIBED);
            let marks = ids.filter_map(|id| viewer.mark(id).transpose()).collect::<Result<_, _>>()?;
            Ok(DescribeResponse { marks })
        })
    }

    /// The standing ties in words.
    pub fn strands(&self, request: StrandsRequest) -> Result<StrandsResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let strand = |tie: &Tie| TieStrand {
                id: tie.id.to_string(),
                title: tie.title.to_string(),
                date: viewer.period_words(&tie.period),
            };
            Ok(StrandsResponse {
                ties: viewer.index()?.ties.iter().map(strand).collect(),
            })
        })
    }
}

/// A period as one EDTF interval; `None` where neither end is known.
pub(crate) fn period_edtf(period: &Period) -> Option<String> {
    let start = period.start().map(ToString::to_string).unwrap_or_default();
    match period.end() {
        End::On(date) => Some(format!("{start}/{date}")),
        End::Ongoing if !start.is_empty() => Some(format!("{start}/..")),
        End::Unknown if !start.is_empty() => Some(format!("{start}/")),
        End::Ongoing | End::Unknown => None,
    }
}

impl Viewer<'_> {
    fn period_words(&self, period: &Period) -> Option<String> {
        let edtf = Edtf::parse(&period_edtf(period)?).ok()?;
        Some(edtf.describe(self.language))
    }

    /// The lanes of one sort that rows stand in, each with how many do.
    fn lane_counts(&self, rows: &[&Row], by: LaneKind) -> Vec<(u32, u32)> {
        let range = match by {
            LaneKind::Countries | LaneKind::Actors => 0..TOPIC_LANES,
            LaneKind::Topics => TOPIC_LANES..KIND_LANES,
            LaneKind::Kinds => KIND_LANES..u32::MAX,
        };
        let mut counts: Vec<u32> = Vec::new();
        for key in rows.iter().flat_map(|row| row.lane_keys()).filter(|key| range.contains(key)) {
            let at = (key - range.start) as usize;
            if counts.len() <= at {
                counts.resize(at + 1, 0);
            }
            counts[at] += 1;
        }
        let keyed = (range.start..).zip(counts).filter(|(_, count)| *count > 0);
        keyed
            .filter(|(key, _)| by != LaneKind::Countries || self.is_country(*key))
            .collect()
    }

    fn is_country(&self, lane: u32) -> bool {
        let actor = self.actors.of_lane(lane).and_then(|actor| self.actors.get(actor));
        actor.is_some_and(|actor| actor.kind == ActorKind::Country)
    }

    fn lane(&self, key: u32, count: u32) -> Result<LaneView, ApiError> {
        let named = |reference: Option<ItemRef>, label: String, code: Option<String>, flag| LaneView {
            key,
            reference,
            label,
            code,
            flag,
            count,
        };
        if key >= KIND_LANES {
            let kind = self.index()?.kinds.at(key - KIND_LANES);
            return Ok(named(None, kind.map_or_else(String::new, |kind| self.kind_label(kind)), None, None));
        }
        if key >= TOPIC_LANES {
            let topics = &self.index()?.topics;
            let topic = topics.of_lane(key - TOPIC_LANES);
            let name = topic.and_then(|topic| topics.name(topic)).unwrap_or_default();
            let reference = topic.map(|topic| ItemRef::new(ItemKind::Topic, topic));
            return Ok(named(reference, name.to_owned(), None, None));
        }
        let Some(actor) = self.actors.of_lane(key) else {
            return Ok(named(None, String::new(), None, None));
        };
        let label = self.label(ItemRef::new(ItemKind::Actor, actor))?;
        let code = self.actors.country_of(actor, None).and_then(|country| self.code(country));
        Ok(named(Some(label.reference), label.title, code, label.flag))
    }

    fn mark(&self, id: &str) -> Result<Option<EventRow>, ApiError> {
        let id = EventId(domain::id::parse_uuid(id)?);
        let Some(row) = self.index()?.row(id) else { return Ok(None) };
        self.row(row).map(Some)
    }
}
