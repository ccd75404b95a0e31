use domain::{Edtf, Item, ItemKind, ItemRef, id::ActorId, record::Recorded};
use engine::index::Row;
use std::{cmp::Reverse, collections::HashMap};

use crate::{api::Api, view::Viewer, wire::*};

/// Most rows one answer carries.
const PAGE: usize = 2_000;
/// Most items named in one answer.
const MOST_LABELS: usize = 1_000;

impl Api {
    pub fn item(&self, request: ItemRequest) -> Result<ItemResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| viewer.item(request.item))
    }

    pub fn labels(&self, request: LabelsRequest) -> Result<LabelsResponse, ApiError> {
        let items = request.items.into_iter().take(MOST_LABELS);
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            Ok(LabelsResponse {
                labels: items.map(|item| viewer.label(item)).collect::<Result<_, _>>()?,
            })
        })
    }

    pub fn events(&self, request: EventsRequest) -> Result<EventsResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let rows = viewer.record.select(viewer.index()?, &request.filter)?;
            let page = rows.iter().skip(request.offset as usize).take((request.limit as usize).min(PAGE));
            Ok(EventsResponse {
                total: total(rows.len()),
                rows: page.map(|row| viewer.row(row)).collect::<Result<_, _>>()?,
            })
        })
    }

    pub fn facets(&self, request: FacetsRequest) -> Result<FacetsResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let facets = viewer.record.facets(viewer.index()?, &request.filter)?;
            let plain = |value: String, label: String, count| FacetValue {
                value,
                label,
                flag: None,
                count,
            };
            let actor = |(id, count)| {
                let label = viewer.label(ItemRef::new(ItemKind::Actor, id))?;
                Ok::<_, ApiError>(FacetValue {
                    value: label.reference.to_string(),
                    label: label.title,
                    flag: label.flag,
                    count,
                })
            };
            let topics = &viewer.index()?.topics;
            let topic = |(id, count)| {
                let name = topics.name(id).map_or_else(|| id.to_string(), str::to_owned);
                plain(ItemRef::new(ItemKind::Topic, id).to_string(), name, count)
            };
            Ok(FacetsResponse {
                actors: facets.actors.into_iter().take(PAGE).map(actor).collect::<Result<_, _>>()?,
                kinds: facets
                    .kinds
                    .into_iter()
                    .map(|(kind, count)| plain(kind.to_string(), viewer.kind_label(&kind), count))
                    .collect(),
                topics: facets.topics.into_iter().map(topic).collect(),
                statuses: facets
                    .statuses
                    .into_iter()
                    .map(|(status, count)| plain(status.as_str().to_owned(), status.as_str().to_owned(), count))
                    .collect(),
                grades: facets
                    .grades
                    .into_iter()
                    .map(|(grade, count)| plain(grade.letter().to_string(), grade.letter().to_string(), count))
                    .collect(),
                total: facets.total,
            })
        })
    }

    pub fn list(&self, request: ListRequest) -> Result<ListResponse, ApiError> {
        let kind = request.kind;
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let order = viewer.in_list_order(kind)?;
            let page = order.iter().skip(request.offset as usize).take((request.limit as usize).min(PAGE));
            let items: Vec<ItemRef> = page.copied().collect();
            Ok(ListResponse {
                total: total(order.len()),
                rows: viewer.list_rows(&items)?,
            })
        })
    }

    pub fn search(&self, request: SearchRequest) -> Result<SearchResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let hits = viewer.record.search(&request.words, (request.limit as usize).min(PAGE))?;
            let view = |hit: engine::store::Hit| {
                let (snippet, marks) = utf16(&hit.snippet);
                Ok(HitView {
                    item: viewer.label(hit.item)?,
                    kind: hit.item.kind,
                    snippet,
                    marks,
                })
            };
            Ok(SearchResponse {
                hits: hits.into_iter().map(view).collect::<Result<_, ApiError>>()?,
            })
        })
    }

    pub fn vocabulary(&self, request: VocabularyRequest) -> Result<VocabularyResponse, ApiError> {
        let reference =
            engine::store::reference::Reference::shipped().map_err(|error| ApiError::new(ErrorCode::Internal, error.to_string()))?;
        let language = request.language;
        let kinds = reference.ontology.kinds.iter().map(|kind| KindView {
            id: kind.id.clone(),
            label: kind.label.in_language(language).to_owned(),
            cameo: kind.cameo.clone(),
            quad: kind.quad,
            weight: kind.weight,
            icon: kind.icon.clone(),
            words: kind.words,
            mutual: kind.mutual,
        });
        let ties = reference.ontology.ties.iter().map(|row| TieKindView {
            id: row.id,
            label: row.label.in_language(language).to_owned(),
            sign: row.sign,
            symmetric: row.symmetric,
        });
        let countries = reference.countries.iter().map(|country| CountryView {
            code: country.code.as_str().to_owned(),
            alpha2: country.alpha2.as_ref().map(|code| code.to_lowercase()),
            name: match language {
                Language::English => country.name_en.clone(),
                Language::Korean => country.name_ko.clone(),
            },
        });
        Ok(VocabularyResponse {
            kinds: kinds.collect(),
            ties: ties.collect(),
            countries: countries.collect(),
        })
    }
}

fn total(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A snippet with its marks in UTF-16 units, as the page counts.
fn utf16(snippet: &engine::store::Snippet) -> (String, Vec<(u32, u32)>) {
    let units = |at: usize| total(snippet.text.get(..at).unwrap_or_default().encode_utf16().count());
    (
        snippet.text.clone(),
        snippet.marks.iter().map(|mark| (units(mark.start), units(mark.end))).collect(),
    )
}

impl Viewer<'_> {
    /// All items of a kind, the latest first, then by title. Only what orders them is kept of each.
    fn in_list_order(&self, kind: ItemKind) -> Result<Vec<ItemRef>, ApiError> {
        let mut order = Vec::new();
        let mut refused = None;
        self.record.each(kind, &mut |recorded| {
            match self.label_of(&recorded.item) {
                Ok(label) => order.push((Reverse(list_date(&recorded)), label.title, recorded.item.item_ref())),
                Err(error) => drop(refused.get_or_insert(error)),
            }
            Ok(())
        })?;
        refused.map_or(Ok(()), Err)?;
        order.sort();
        Ok(order.into_iter().map(|(_, _, item)| item).collect())
    }

    fn list_rows(&self, items: &[ItemRef]) -> Result<Vec<ListRow>, ApiError> {
        let events = self.events_by_actor(items)?;
        let mut rows = Vec::new();
        for &item in items {
            if let Some(recorded) = self.record.get_recorded(item)? {
                rows.push(self.list_row(&recorded, &events)?);
            }
        }
        Ok(rows)
    }

    /// How many events each of the actors takes part in, its country's people included.
    fn events_by_actor(&self, items: &[ItemRef]) -> Result<HashMap<u32, u32>, ApiError> {
        let actors = items.iter().filter(|item| item.kind == ItemKind::Actor);
        let lanes = actors.filter_map(|item| self.actors.lane(ActorId(item.id)));
        let mut counts: HashMap<u32, u32> = lanes.map(|lane| (lane, 0)).collect();
        if counts.is_empty() {
            return Ok(counts);
        }
        for key in self.index()?.rows().flat_map(Row::lane_keys) {
            if let Some(count) = counts.get_mut(&key) {
                *count += 1;
            }
        }
        Ok(counts)
    }

    fn list_row(&self, recorded: &Recorded, events: &HashMap<u32, u32>) -> Result<ListRow, ApiError> {
        let (mut reliability, mut likelihood) = (None, None);
        let count = match &recorded.item {
            Item::Source(source) => {
                reliability = Some(source.reliability);
                total(self.record.citations_in(source.id)?.len())
            }
            Item::Note(note) => {
                likelihood = note.judgement.as_ref().map(|judgement| judgement.likelihood);
                total(note.links().len())
            }
            Item::Actor(actor) => {
                let lane = self.actors.lane(actor.id);
                lane.and_then(|lane| events.get(&lane).copied()).unwrap_or_default()
            }
            _ => 0,
        };
        Ok(ListRow {
            item: self.label_of(&recorded.item)?,
            reliability,
            likelihood,
            date: list_date(recorded),
            date_label: self.list_date_label(recorded),
            count,
        })
    }

    fn list_date_label(&self, recorded: &Recorded) -> Option<String> {
        match &recorded.item {
            Item::Source(source) => source.published.as_ref().map(|date| date.describe(self.language)),
            Item::Note(_) => Some(Edtf::from_day(recorded.recorded_at.date_naive()).describe(self.language)),
            _ => None,
        }
    }
}

/// The day by which sources and notes are sorted, ISO.
fn list_date(recorded: &Recorded) -> Option<String> {
    match &recorded.item {
        Item::Source(source) => Viewer::day(source.published.as_ref().and_then(Edtf::earliest)),
        Item::Note(_) => Some(recorded.recorded_at.date_naive().to_string()),
        _ => None,
    }
}
