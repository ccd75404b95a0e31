//! An index patched must be the index built anew.

use domain::link::LinkKind;
use engine::{index::Index, store::Read as _};
use relations::Interval;
use testkit::TestDossier;
use timeline::{Drawn, DrawnTie, FrameRequest, LaneCount};
use uuid::Uuid;

/// Panics where the open dossier's index differs from one built from its file.
pub fn assert_same_index(dossier: &TestDossier, after: &str) {
    let (patched, anew) = (dossier.workspace().index().unwrap(), dossier.index_anew());
    assert!(patched.rows().eq(anew.rows()), "rows {after}");
    assert_eq!(patched.tally(), anew.tally(), "what is counted of the events {after}");
    assert_eq!(
        dossier.workspace().record().counts().unwrap(),
        dossier.workspace().store().counts().unwrap(),
        "counts {after}"
    );
    assert!(patched.actors.iter().eq(anew.actors.iter()), "actors {after}");
    assert_eq!(patched.actors.offices(), anew.actors.offices(), "offices {after}");
    assert_eq!(patched.actors.tenures(), anew.actors.tenures(), "tenures {after}");
    assert!(patched.topics.iter().eq(anew.topics.iter()), "topics {after}");
    assert!(patched.kinds.iter().eq(anew.kinds.iter()), "kinds {after}");
    assert_eq!(patched.ties, anew.ties, "ties {after}");
    assert_eq!(acts(&patched), acts(&anew), "acts {after}");
    assert_eq!(picture(&patched), picture(&anew), "the picture {after}");
    for row in anew.rows() {
        assert_eq!(patched.row(row.id), Some(row), "the row of {} {after}", row.id);
    }
}

/// The acts in an order of their own: that of the index says nothing.
fn acts(index: &Index) -> Vec<&Interval> {
    let mut acts: Vec<&Interval> = index.acts().collect();
    acts.sort_by_key(|interval| (interval.act.event, interval.from, interval.act.at));
    acts
}

/// What the timeline draws of all lanes where there is room for everything.
#[derive(Debug, PartialEq)]
struct Picture {
    marks: Vec<Drawn>,
    links: Vec<(Uuid, Uuid, LinkKind)>,
    ties: Vec<DrawnTie>,
    lanes: Vec<LaneCount>,
}

fn picture(index: &Index) -> Picture {
    let mut lanes: Vec<u32> = index.rows().flat_map(|row| row.lanes.iter().map(|lane| lane.key)).collect();
    lanes.sort_unstable();
    lanes.dedup();
    let request = FrameRequest {
        start: 900_000_000.0,
        end: 1_900_000_000.0,
        width_px: 1_600,
        lanes,
        depth: u8::MAX,
        chosen: None,
    };
    let selection = index.columns.all();
    let frame = timeline::frame(&index.columns, &selection, &request).unwrap();
    assert_eq!(frame.cells, [], "there is room for everything");
    let id = |at: u32| frame.drawn[at as usize].id;
    let mut links: Vec<_> = frame.links.iter().map(|&(from, to, kind)| (id(from), id(to), kind)).collect();
    links.sort_unstable();
    let mut ties = frame.ties.clone();
    ties.sort_by_key(|tie| tie.id);
    // Not a number is unlike itself.
    let undated = frame.undated.iter().cloned().map(|mark| Drawn {
        times: [0.0; 4],
        anchor: 0.0,
        ..mark
    });
    let mut marks: Vec<Drawn> = frame.drawn.iter().cloned().chain(undated).collect();
    marks.sort_by_key(|mark| mark.id);
    Picture {
        marks,
        links,
        ties,
        lanes: frame.lanes,
    }
}
