use domain::{Item, ItemKind, ItemRef};
use engine::index::Row;
use engine::store::Read;

use super::filter;
use crate::{api::Api, view::Viewer, wire::*};

/// Most rows one answer carries.
const PAGE: usize = 2_000;

impl Api {
    pub fn item(&self, request: ItemRequest) -> Result<ItemResponse, ApiError> {
        let item: ItemRef = request.item.parse()?;
        self.view(request.language, None, |viewer| viewer.item(item))
    }

    pub fn events(&self, request: EventsRequest) -> Result<EventsResponse, ApiError> {
        let wanted = filter(&request.filter)?;
        self.view(request.language, request.filter.known_on.as_deref(), |viewer| {
            let rows = viewer.workspace.select(viewer.index, &wanted)?;
            let page = rows.iter().skip(request.offset as usize).take((request.limit as usize).min(PAGE));
            Ok(EventsResponse {
                total: total(rows.len()),
                rows: page.map(|row| viewer.row(row)).collect::<Result<_, _>>()?,
            })
        })
    }

    pub fn facets(&self, request: FacetsRequest) -> Result<FacetsResponse, ApiError> {
        let wanted = filter(&request.filter)?;
        self.view(request.language, request.filter.known_on.as_deref(), |viewer| {
            let facets = viewer.workspace.facets(viewer.index, &wanted)?;
            let plain = |value: String, label: String, count| FacetValue {
                value,
                label,
                flag: None,
                count,
            };
            let actor = |(id, count)| {
                let label = viewer.label(ItemRef::new(ItemKind::Actor, id))?;
                Ok::<_, ApiError>(FacetValue {
                    value: label.reference,
                    label: label.title,
                    flag: label.flag,
                    count,
                })
            };
            let topic =
                |(id, count)| Ok::<_, ApiError>(plain(ItemRef::new(ItemKind::Topic, id).to_string(), topic_name(viewer, id), count));
            Ok(FacetsResponse {
                actors: facets.actors.into_iter().take(PAGE).map(actor).collect::<Result<_, _>>()?,
                kinds: facets
                    .kinds
                    .into_iter()
                    .map(|(kind, count)| plain(kind.to_string(), viewer.kind_label(&kind), count))
                    .collect(),
                topics: facets.topics.into_iter().map(topic).collect::<Result<_, _>>()?,
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
        let kind = ItemKind::parse(&request.kind)?;
        self.view(request.language, None, |viewer| {
            let mut rows: Vec<ListRow> = Vec::new();
            for item in viewer.workspace.list(kind)? {
                rows.push(viewer.list_row(&item)?);
            }
            rows.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.item.title.cmp(&b.item.title)));
            let count = total(rows.len());
            let page = rows
                .into_iter()
                .skip(request.offset as usize)
                .take((request.limit as usize).min(PAGE));
            Ok(ListResponse {
                total: count,
                rows: page.collect(),
            })
        })
    }

    pub fn search(&self, request: SearchRequest) -> Result<SearchResponse, ApiError> {
        self.view(request.language, None, |viewer| {
            let hits = viewer
                .workspace
                .store()
                .search(&request.words, (request.limit as usize).min(PAGE))?;
            let view = |hit: engine::store::Hit| {
                let (snippet, marks) = utf16(&hit.snippet);
                Ok(HitView {
                    item: viewer.label(hit.item)?,
                    kind: hit.item.kind.as_str().to_owned(),
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
        let language = crate::parse::language(request.language);
        let kinds = reference.ontology.kinds.iter().map(|kind| KindView {
            id: kind.id.to_string(),
            label: kind.label.in_language(language).to_owned(),
            cameo: kind.cameo.clone(),
            quad: kind.quad.into(),
            weight: kind.weight,
            icon: kind.icon.clone(),
            words: kind.words,
            mutual: kind.mutual,
        });
        let ties = reference.ontology.ties.iter().map(|row| TieKindView {
            id: row.id.as_str().to_owned(),
            label: row.label.in_language(language).to_owned(),
            sign: row.sign.into(),
            symmetric: row.symmetric,
        });
        let countries = reference.countries.iter().map(|country| CountryView {
            code: country.code.as_str().to_owned(),
            alpha2: country.alpha2.as_ref().map(|code| code.to_lowercase()),
            name: match language {
                domain::Language::English => country.name_en.clone(),
                domain::Language::Korean => country.name_ko.clone(),
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

fn topic_name(viewer: &Viewer<'_>, topic: domain::id::TopicId) -> String {
    let known = viewer.index.topics.name(topic);
    known.map_or_else(|| topic.to_string(), str::to_owned)
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
    fn list_row(&self, item: &Item) -> Result<ListRow, ApiError> {
        let store = self.workspace.store();
        let (badge, date, count) = match item {
            Item::Source(source) => {
                let published = source.published.as_ref().and_then(domain::Edtf::earliest);
                (
                    Some(source.reliability.letter().to_string()),
                    Self::day(published),
                    store.citations_in(source.id)?.len(),
                )
            }
            Item::Note(note) => {
                let recorded = store
                    .get_recorded(item.item_ref())?
                    .map(|recorded| recorded.recorded_at.date_naive().to_string());
                (
                    note.judgement.as_ref().map(|judgement| judgement.likelihood.as_str().to_owned()),
                    recorded,
                    note.links().len(),
                )
            }
            Item::Actor(actor) => {
                let events = self.index.rows.iter().filter(|row| actor_in(row, actor.id)).count();
                (None, None, events)
            }
            _ => (None, None, 0),
        };
        Ok(ListRow {
            item: self.label_of(item)?,
            badge,
            date,
            count: total(count),
        })
    }
}

fn actor_in(row: &Row, actor: domain::id::ActorId) -> bool {
    row.countries.contains(&actor) || row.actors.iter().any(|part| part.actor == actor)
}
