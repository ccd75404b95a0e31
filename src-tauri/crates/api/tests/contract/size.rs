//! A record of some thousand events: what lists, lanes and frames say of it agrees.

use api::wire::{DensityRequest, EventsRequest, FacetsRequest, Filter, FrameRequest, LaneKind, LanesRequest, Language, ListRequest};
use domain::ItemKind;
use testkit::{TestDossier, record};

use crate::sample::{noon, nothing};

const EVENTS: usize = 2_000;

#[test]
fn all_views_count_alike() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.dossier");
    let made = TestDossier::with(record(EVENTS, 11).items);
    made.workspace().store().copy_to(&path).unwrap();
    let api = api::Api::without_home(noon);
    let dossier = api.open_path(&path).unwrap().dossier.unwrap();
    assert_eq!(dossier.counts.events as usize, EVENTS);
    assert!(dossier.counts.overdue > 0 && dossier.counts.statements > 0);

    let text = Filter {
        text: Some("minerals".to_owned()),
        ..nothing()
    };
    for filter in [nothing(), text] {
        let language = Language::English;
        let events = EventsRequest {
            filter: filter.clone(),
            known_on: None,
            offset: 0,
            limit: 10,
            language,
        };
        let total = api.events(events).unwrap().total;
        let facets = FacetsRequest {
            known_on: None,
            filter: filter.clone(),
            language,
        };
        let facets = api.facets(facets).unwrap();
        assert_eq!(facets.total, total);
        for counts in [&facets.kinds, &facets.statuses, &facets.grades, &facets.topics] {
            assert_eq!(counts.iter().map(|value| value.count).sum::<u32>(), total);
        }
        let density = DensityRequest {
            filter: filter.clone(),
            known_on: None,
            buckets: 50,
        };
        let density = api.density(density).unwrap();
        assert_eq!(density.counts.iter().sum::<u32>() + density.undated, total);
        let lanes = LanesRequest {
            by: LaneKind::Countries,
            filter: filter.clone(),
            known_on: None,
            language,
        };
        let lanes = api.lanes(lanes).unwrap().lanes;
        for lane in &lanes {
            let of_country = facets
                .actors
                .iter()
                .find(|actor| Some(&actor.value) == lane.reference.map(|lane| lane.to_string()).as_ref())
                .unwrap();
            assert_eq!((of_country.count, &of_country.label), (lane.count, &lane.label));
        }
        let frame = FrameRequest {
            by: LaneKind::Countries,
            lanes: lanes.iter().map(|lane| lane.key).collect(),
            filter,
            known_on: None,
            start: 631_000_000.0,
            end: 1_767_000_000.0,
            width_px: 1_600,
            depth: 3,
            chosen: None,
        };
        assert_eq!(api.frame(frame.clone()).unwrap(), api.frame(frame).unwrap());
    }
    let actors = ListRequest {
        kind: ItemKind::Actor,
        offset: 0,
        limit: 500,
        known_on: None,
        language: Language::English,
    };
    let actors = api.list(actors).unwrap();
    assert_eq!(actors.total as usize, actors.rows.len());
    let china = actors.rows.iter().find(|row| row.item.title == "China").unwrap();
    let facets = FacetsRequest {
        known_on: None,
        filter: nothing(),
        language: Language::English,
    };
    let counted = api.facets(facets).unwrap().actors;
    let of_china = counted
        .iter()
        .find(|actor| actor.value == china.item.reference.to_string())
        .unwrap();
    assert_eq!(china.count, of_china.count);
}
