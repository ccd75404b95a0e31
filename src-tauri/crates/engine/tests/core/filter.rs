//! What a filter leaves, and how its facets count.

use domain::{
    Filter, Item,
    event::{Event, Role},
    id::ActorId,
    status::Status,
};
use testkit::{TestDossier, build};

const KOREA: u64 = 1;
const CHINA: u64 = 2;
const JAPAN: u64 = 3;

fn with(parts: &[u64], number: u64) -> Item {
    let parts: Vec<(ActorId, Role)> = parts.iter().map(|actor| (ActorId(build::id(*actor)), Role::Party)).collect();
    Event {
        participants: build::participants(&parts),
        ..build::event(number, "talks", "Talks", Some("2026-01-05"))
    }
    .into()
}

#[test]
fn all_of_the_actors_must_take_part_and_of_any_of_them_one() {
    let dossier = TestDossier::with([
        build::country(KOREA, "KOR", "South Korea").into(),
        build::country(CHINA, "CHN", "China").into(),
        build::country(JAPAN, "JPN", "Japan").into(),
        with(&[KOREA, CHINA], 20),
        with(&[CHINA, JAPAN], 21),
        with(&[JAPAN, KOREA], 22),
        with(&[KOREA, CHINA, JAPAN], 23),
    ]);
    let workspace = dossier.workspace();
    let index = workspace.index().unwrap();
    let left = |actors: &[u64], any_actor: bool| {
        let filter = Filter {
            actors: actors.iter().map(|actor| ActorId(build::id(*actor))).collect(),
            any_actor,
            ..Filter::default()
        };
        let rows = workspace.record().select(&index, &filter).unwrap();
        let facets = workspace.record().facets(&index, &filter).unwrap();
        assert_eq!(facets.total as usize, rows.len());
        (20..24)
            .filter(|event| rows.iter().any(|row| row.id.0 == build::id(*event)))
            .collect::<Vec<u64>>()
    };
    for (actors, all, any) in [
        (&[][..], vec![20, 21, 22, 23], vec![20, 21, 22, 23]),
        (&[KOREA], vec![20, 22, 23], vec![20, 22, 23]),
        (&[KOREA, CHINA], vec![20, 23], vec![20, 21, 22, 23]),
        (&[KOREA, CHINA, JAPAN], vec![23], vec![20, 21, 22, 23]),
        (&[KOREA, 9], vec![], vec![20, 22, 23]),
    ] {
        assert_eq!((left(actors, false), left(actors, true)), (all, any), "{actors:?}");
    }
}

#[test]
fn facets_count_each_value_within_the_other_facets() {
    let dossier = TestDossier::with(testkit::record(300, 5).items);
    let workspace = dossier.workspace();
    let index = workspace.index().unwrap();
    let filter = Filter {
        kinds: vec![domain::kind::KindId::new("talks").unwrap()],
        statuses: vec![Status::Occurred],
        ..Filter::default()
    };
    let facets = workspace.record().facets(&index, &filter).unwrap();
    for (kind, count) in &facets.kinds {
        let of_kind = Filter {
            kinds: vec![kind.clone()],
            ..filter.clone()
        };
        assert_eq!(
            workspace.record().select(&index, &of_kind).unwrap().len(),
            *count as usize,
            "{kind}"
        );
    }
    for (status, count) in &facets.statuses {
        let of_status = Filter {
            statuses: vec![*status],
            ..filter.clone()
        };
        assert_eq!(
            workspace.record().select(&index, &of_status).unwrap().len(),
            *count as usize,
            "{status:?}"
        );
    }
    assert!(facets.kinds.len() > 3 && facets.statuses.len() == 3);
    assert_eq!(workspace.record().select(&index, &filter).unwrap().len(), facets.total as usize);
}
