//! What is asked with *known on* a day is answered as by a copy of the dossier that was made on that day, whatever is asked.

use api::{
    Api,
    record::RecordRequest,
    wire::{
        ApiError, BriefPart, BriefRequest, DensityRequest, DescribeRequest, DyadRequest, EventsRequest, FacetsRequest, Filter,
        FrameRequest, ItemRequest, LaneKind, LanesRequest, Language, ListRequest, PaperSize, RelationsRequest, SearchRequest,
        StrandsRequest,
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ItemKind, ItemRef,
    grade::Reliability,
    id::{ActorId, TopicId},
    kind::KindId,
    status::Status,
};
use serde::Serialize;
use std::path::Path;
use testkit::{Editor, TestDossier, time, times};

use crate::sample::nothing;

/// Dossiers by default; `SUMMITRY_RANDOM_HISTORIES` asks for more.
const HISTORIES: usize = 3;
const DAYS: i64 = 4;
const EDITS_A_DAY: usize = 30;
const LANGUAGE: Language = Language::English;

#[test]
fn what_was_known_on_a_day_is_what_a_copy_of_that_day_says() {
    for seed in 1..=times("SUMMITRY_RANDOM_HISTORIES", HISTORIES) as u64 {
        let folder = tempfile::tempdir().unwrap();
        let dossier = live(seed, folder.path());
        let now = open(dossier.path());
        // The numbers that the present has given out go on in the past.
        views(&now, &nothing(), None, "now", &mut Answers::new());
        for day in 0..DAYS {
            let then = open(&copy(folder.path(), day));
            let known_on = (time(0) + TimeDelta::days(day)).date_naive().to_string();
            let references = references(&then);
            let (known, copied) = (
                answers(&now, Some(&known_on), &references, folder.path()),
                answers(&then, None, &references, folder.path()),
            );
            assert_eq!(known.len(), copied.len());
            for ((question, known), (_, copied)) in known.iter().zip(&copied) {
                assert_eq!(known, copied, "seed {seed}, day {day}, {question}");
            }
        }
    }
}

/// Some days of random edits, undone and redone, with a copy at the end of each.
fn live(seed: u64, folder: &Path) -> TestDossier {
    let (mut dossier, mut editor) = (TestDossier::new(), Editor::new(seed));
    for day in 0..DAYS {
        let mut now = time(60) + TimeDelta::days(day);
        for _ in 0..EDITS_A_DAY {
            now += TimeDelta::seconds(2);
            let step = editor.random().below(12);
            // Some are refused, and have done nothing.
            let _ = match step {
                0 => dossier.workspace_mut().undo(now).map(drop),
                1 => dossier.workspace_mut().redo(now).map(drop),
                _ => editor.next(dossier.workspace()).make(dossier.workspace_mut(), now),
            };
        }
        dossier.workspace().store().copy_to(&copy(folder, day)).unwrap();
    }
    dossier
}

fn copy(folder: &Path, day: i64) -> std::path::PathBuf {
    folder.join(format!("day {day}.dossier"))
}

fn later() -> DateTime<Utc> {
    time(0) + TimeDelta::days(DAYS + 1)
}

fn open(path: &Path) -> Api {
    let api = Api::without_home(later);
    api.open_path(path).unwrap();
    api
}

/// Every item a copy holds, and one that it does not.
fn references(copy: &Api) -> Vec<ItemRef> {
    let mut references = vec![ItemRef::new(ItemKind::Event, testkit::build::id(999))];
    for kind in ItemKind::ALL {
        references.extend(list(copy, None, kind).unwrap().rows.into_iter().map(|row| row.item.reference));
    }
    references
}

fn list(api: &Api, known_on: Option<&str>, kind: ItemKind) -> Result<api::wire::ListResponse, ApiError> {
    api.list(ListRequest {
        kind,
        offset: 0,
        limit: 1_000,
        known_on: known_on.map(str::to_owned),
        language: LANGUAGE,
    })
}

/// Questions with their answers, as text.
type Answers = Vec<(String, String)>;

fn tell<T: Serialize>(answers: &mut Answers, question: impl Into<String>, answer: Result<T, ApiError>) -> Option<T> {
    let text = match &answer {
        Ok(answer) => serde_json::to_string_pretty(answer).unwrap(),
        Err(error) => format!("refused: {error}"),
    };
    answers.push((question.into(), text));
    answer.ok()
}

/// Everything the contract can be asked with *known on* a day.
fn answers(api: &Api, known_on: Option<&str>, references: &[ItemRef], folder: &Path) -> Answers {
    let mut answers = Answers::new();
    let known = known_on.map(str::to_owned);
    for (name, filter) in filters(references) {
        views(api, &filter, known_on, name, &mut answers);
        if ["all", "text"].contains(&name) {
            briefed(api, &filter, known_on, name, folder, &mut answers);
        }
    }
    for kind in ItemKind::ALL {
        tell(&mut answers, format!("list of {}", kind.as_str()), list(api, known_on, kind));
    }
    for &reference in references {
        let item = ItemRequest {
            item: reference,
            known_on: known.clone(),
            language: LANGUAGE,
        };
        tell(&mut answers, format!("item {reference}"), api.item(item));
    }
    for words in ["trade", "Seoul", "Lee met", "外交", "Élysée"] {
        let search = SearchRequest {
            words: words.to_owned(),
            limit: 1_000,
            known_on: known.clone(),
            language: LANGUAGE,
        };
        tell(&mut answers, format!("search {words}"), api.search(search));
    }
    let events = references.iter().filter(|reference| reference.kind == ItemKind::Event);
    let describe = DescribeRequest {
        ids: events.map(|event| event.id.to_string()).collect(),
        known_on: known.clone(),
        language: LANGUAGE,
    };
    tell(&mut answers, "describe", api.describe(describe));
    let strands = StrandsRequest {
        known_on: known.clone(),
        language: LANGUAGE,
    };
    tell(&mut answers, "strands", api.strands(strands));
    relations(api, known.as_deref(), &mut answers);
    answers
}

/// No filter, and one of each facet.
fn filters(references: &[ItemRef]) -> Vec<(&'static str, Filter)> {
    let first = |kind| {
        references
            .iter()
            .find(|reference| reference.kind == kind)
            .map(|reference| reference.id)
    };
    vec![
        ("all", nothing()),
        (
            "text",
            Filter {
                text: Some("trade".to_owned()),
                ..nothing()
            },
        ),
        (
            "actor",
            Filter {
                actors: first(ItemKind::Actor).into_iter().map(ActorId).collect(),
                ..nothing()
            },
        ),
        (
            "topic",
            Filter {
                topics: first(ItemKind::Topic).into_iter().map(TopicId).collect(),
                ..nothing()
            },
        ),
        (
            "kinds and statuses",
            Filter {
                kinds: ["summit", "own-kind"].map(|kind| KindId::new(kind).unwrap()).to_vec(),
                statuses: vec![Status::Announced],
                overdue: true,
                grades: vec![Reliability::A, Reliability::F],
                ..nothing()
            },
        ),
    ]
}

fn views(api: &Api, filter: &Filter, known_on: Option<&str>, name: &str, answers: &mut Answers) {
    let (filter, known_on) = (filter.clone(), known_on.map(str::to_owned));
    let events = EventsRequest {
        filter: filter.clone(),
        known_on: known_on.clone(),
        offset: 0,
        limit: 1_000,
        language: LANGUAGE,
    };
    tell(answers, format!("events, {name}"), api.events(events));
    let facets = FacetsRequest {
        filter: filter.clone(),
        known_on: known_on.clone(),
        language: LANGUAGE,
    };
    tell(answers, format!("facets, {name}"), api.facets(facets));
    let density = DensityRequest {
        filter: filter.clone(),
        known_on: known_on.clone(),
        buckets: 40,
    };
    tell(answers, format!("density, {name}"), api.density(density));
    for by in [LaneKind::Countries, LaneKind::Actors, LaneKind::Topics, LaneKind::Kinds] {
        let lanes = LanesRequest {
            by,
            filter: filter.clone(),
            known_on: known_on.clone(),
            language: LANGUAGE,
        };
        let mut lanes = api.lanes(lanes).unwrap();
        // Numbers tell lanes apart while a dossier is open; they are others in another one.
        let keys = lanes.lanes.iter_mut().map(|lane| std::mem::take(&mut lane.key)).collect();
        tell(answers, format!("lanes by {by:?}, {name}"), Ok(lanes));
        let frame = FrameRequest {
            by,
            lanes: keys,
            filter: filter.clone(),
            known_on: known_on.clone(),
            start: 900_000_000.0,
            end: 1_900_000_000.0,
            width_px: 1_200,
            depth: 4,
            chosen: None,
        };
        tell(answers, format!("frame by {by:?}, {name}"), api.frame(frame));
    }
    let record = RecordRequest {
        filter,
        known_on,
        as_of: None,
        limit: None,
        language: LANGUAGE,
    };
    tell(answers, format!("record, {name}"), api.record(&record));
}

fn briefed(api: &Api, filter: &Filter, known_on: Option<&str>, name: &str, folder: &Path, answers: &mut Answers) {
    let request = BriefRequest {
        title: None,
        filter: filter.clone(),
        known_on: known_on.map(str::to_owned),
        as_of: None,
        parts: Vec::<BriefPart>::new(),
        paper: PaperSize::A4,
        marking: None,
        language: LANGUAGE,
    };
    let path = folder.join("brief.pdf");
    let answer = api.brief_to(&request, &path, &[]);
    let answer = answer.map(|answer| (answer, std::fs::read(&path).unwrap()));
    tell(answers, format!("brief, {name}"), answer);
}

fn relations(api: &Api, known_on: Option<&str>, answers: &mut Answers) {
    let request = RelationsRequest {
        as_of: None,
        known_on: known_on.map(str::to_owned),
        language: LANGUAGE,
    };
    tell(answers, "relations in full", api.relations_record(&request, None, true));
    let nodes = tell(answers, "relations", api.relations(request)).unwrap().countries;
    for (at, a) in nodes.iter().enumerate() {
        for b in &nodes[at + 1..] {
            let dyad = DyadRequest {
                a: a.code.clone(),
                b: b.code.clone(),
                as_of: None,
                known_on: known_on.map(str::to_owned),
                language: LANGUAGE,
            };
            tell(answers, format!("dyad of {} and {}", a.code, b.code), api.dyad(dyad));
        }
    }
}
