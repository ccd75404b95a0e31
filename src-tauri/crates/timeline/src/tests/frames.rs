use domain::{
    Moment,
    link::LinkKind,
    tie::{Sign, TieKind},
};
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

use super::samples::{DAY, Sample, columns, on_day, record};
use crate::{
    Columns, Drawn, Flags, Frame, FrameRequest, Levels, LinkMark, Rejected, Selection, Span, TieMark, density, encode, frame, frame_with,
};

fn request(start_day: f64, days: f64, lanes: &[u32]) -> FrameRequest {
    FrameRequest {
        start: start_day * DAY as f64,
        end: (start_day + days) * DAY as f64,
        width_px: 1_000,
        lanes: lanes.to_vec(),
        depth: 4,
        chosen: None,
    }
}

/// Draws with no filter.
fn draw(samples: &[Sample], request: &FrameRequest) -> Frame {
    let columns = columns(samples);
    frame(&columns, &columns.all(), request).unwrap()
}

/// For each lane: the selected marks in range are those drawn and those counted, none twice.
fn check_complete(samples: &[Sample], frame: &Frame, lanes: &[u32], passes: impl Fn(&Sample) -> bool) {
    let (start, end) = (frame.grid.start, frame.grid.end());
    for (place, &key) in lanes.iter().enumerate() {
        let wanted: HashSet<Uuid> = samples
            .iter()
            .filter(|sample| passes(sample) && sample.stands_in(key) && sample.touches(start, end))
            .map(|sample| sample.id)
            .collect();
        let on_lane = frame
            .drawn
            .iter()
            .filter(|mark| mark.lanes.iter().any(|lane| usize::from(lane.lane) == place));
        let drawn: Vec<Uuid> = on_lane.map(|mark| mark.id).collect();
        assert!(drawn.iter().all(|id| wanted.contains(id)));
        assert_eq!(drawn.iter().collect::<HashSet<_>>().len(), drawn.len(), "drawn twice");
        let counted: u32 = frame
            .cells
            .iter()
            .filter(|cell| usize::from(cell.lane) == place)
            .map(|cell| cell.count)
            .sum();
        assert_eq!(drawn.len() + counted as usize, wanted.len());
        assert_eq!(frame.lanes[place].in_range as usize, wanted.len());
        let undated = samples
            .iter()
            .filter(|sample| passes(sample) && sample.stands_in(key) && !sample.touches(i64::MIN, i64::MAX))
            .count();
        assert_eq!(frame.lanes[place].undated as usize, undated);
    }
    let shown = |sample: &Sample| lanes.iter().any(|&key| sample.stands_in(key));
    let elsewhere = samples
        .iter()
        .filter(|sample| passes(sample) && sample.touches(start, end) && !shown(sample))
        .count();
    assert_eq!(frame.elsewhere as usize, elsewhere);
}

/// The page stands each node on the second it has, on the first track that is free: there always is one.
fn check_room(frame: &Frame) {
    let mut marks: Vec<_> = frame.drawn.iter().map(|mark| (extent(frame, mark), mark)).collect();
    marks.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
    let mut tracks: HashMap<u16, Vec<f64>> = HashMap::new();
    for ((from, to), mark) in marks {
        let node = frame.grid.bucket(mark.anchor as i64) as u16;
        assert!(mark.buckets.0 <= mark.buckets.1 && u32::from(mark.buckets.1) < frame.grid.buckets);
        assert!((mark.buckets.0..=mark.buckets.1).contains(&node));
        for lane in &mark.lanes {
            let tracks = tracks
                .entry(lane.lane)
                .or_insert_with(|| vec![f64::NEG_INFINITY; usize::from(frame.grid.depth)]);
            let free = tracks.iter().position(|end| *end <= from);
            tracks[free.expect("a track is free")] = to;
        }
    }
}

/// The seconds a mark covers when a bucket is as narrow as it gets: 13 pixels around its node, and its bar.
fn extent(frame: &Frame, mark: &Drawn) -> (f64, f64) {
    let reach = frame.grid.bucket_seconds() as f64 / 16.0 * 6.5;
    let is_bar = mark.buckets.0 < mark.buckets.1;
    let held = |second: f64| second.clamp(frame.grid.start as f64, frame.grid.end() as f64);
    let from = if is_bar { mark.times[0] } else { mark.anchor };
    let to = if is_bar { mark.times[3] } else { mark.anchor };
    (held(from.min(mark.anchor - reach)), held(to.max(mark.anchor + reach)))
}

fn requests() -> impl Strategy<Value = FrameRequest> {
    let lanes = prop::collection::btree_set(1..9_u32, 0..8)
        .prop_map(|keys| keys.into_iter().collect::<Vec<_>>())
        .prop_shuffle();
    (
        -5_000.0..5_000.0_f64,
        prop_oneof![0.01..2.0, 2.0..90.0, 90.0..20_000.0_f64],
        1..4_000_u32,
        lanes,
        0..9_u8,
    )
        .prop_map(|(start, days, width_px, lanes, depth)| FrameRequest {
            width_px,
            depth,
            ..request(start, days, &lanes)
        })
}

/// Any set of kinds that may pass, one bit for each remainder of their numbers.
fn kinds_passing() -> impl Strategy<Value = u8> {
    any::<u8>()
}

fn passes(kinds: u8, sample: &Sample) -> bool {
    kinds & (1 << (sample.kind % 8)) != 0
}

fn select(columns: &Columns, samples: &[Sample], kinds: u8) -> Selection {
    let passing = samples.iter().filter(|sample| passes(kinds, sample));
    columns.only(&passing.map(|sample| sample.id).collect())
}

proptest! {
    #[test]
    fn everything_in_range_is_drawn_or_counted_once_a_lane(samples in record(400), request in requests()) {
        let frame = draw(&samples, &request);
        check_complete(&samples, &frame, &request.lanes, |_| true);
        check_room(&frame);
    }

    #[test]
    fn a_selection_shows_only_its_marks(samples in record(200), request in requests(), kinds in kinds_passing()) {
        let columns = columns(&samples);
        let selection = select(&columns, &samples, kinds);
        let expected = samples.iter().filter(|sample| passes(kinds, sample)).count();
        prop_assert_eq!(selection.count(), expected);
        let frame = frame(&columns, &selection, &request).unwrap();
        check_complete(&samples, &frame, &request.lanes, |sample| passes(kinds, sample));
    }

    #[test]
    fn counts_kept_between_frames_change_nothing(samples in record(400), requests in prop::collection::vec(requests(), 1..5), kinds in kinds_passing(), days in prop::collection::vec(-900..900_i64, 0..900)) {
        // Enough days for the levels to be worth it, among everything else.
        let days = days.iter().zip(1_000_000_u128..).map(|(&day, number)| on_day(number, day, (day % 100).unsigned_abs() as u8, &[1 + day.unsigned_abs() as u32 % 9, 3]));
        let samples: Vec<Sample> = samples.into_iter().chain(days).collect();
        let columns = columns(&samples);
        let mut levels = Levels::always();
        for request in requests {
            for selection in [columns.all(), select(&columns, &samples, kinds)] {
                let mut plain = frame(&columns, &selection, &request).unwrap();
                let mut kept = frame_with(&columns, &selection, &request, &mut levels).unwrap();
                // Sums of weights depend on the order of adding, in the last digits.
                for (one, other) in plain.cells.iter_mut().zip(&mut kept.cells) {
                    prop_assert!((one.balance - other.balance).abs() < 0.01);
                    one.balance = other.balance;
                }
                // As bytes, since times that are no number differ from themselves.
                prop_assert!(encode(&plain) == encode(&kept));
            }
        }
    }

    #[test]
    fn the_strip_counts_every_mark(samples in record(200), buckets in 0..200_u32) {
        let columns = columns(&samples);
        let selection = columns.all();
        let dated = samples.iter().filter(|sample| sample.touches(i64::MIN, i64::MAX)).count();
        match density(&columns, &selection, buckets) {
            None => prop_assert_eq!(dated, 0),
            Some(strip) => {
                prop_assert_eq!(strip.counts.iter().sum::<u32>() as usize, dated);
                prop_assert_eq!(strip.undated as usize, samples.len() - dated);
                prop_assert!(strip.start <= strip.end);
            }
        }
    }
}

#[test]
fn the_strip_of_a_few_keeps_the_scale_of_all() {
    let samples: Vec<Sample> = (0..20).map(|number| on_day(number + 1, number as i64, 50, &[1])).collect();
    let columns = columns(&samples);
    let few = density(&columns, &columns.only(&[Uuid::from_u128(5)].into()), 20).unwrap();
    let all = density(&columns, &columns.all(), 20).unwrap();
    assert_eq!((few.start, few.end), (all.start, all.end));
    assert_eq!((few.counts.iter().sum::<u32>(), few.counts[4]), (1, 1));
    let none = density(&columns, &columns.only(&HashSet::new()), 20).unwrap();
    assert!(none.counts.iter().all(|&count| count == 0));
}

#[test]
fn the_most_salient_of_a_crowd_is_drawn_and_the_rest_counted() {
    let crowd: Vec<Sample> = (0..40).map(|number| on_day(number + 1, 10, number as u8, &[1, 2])).collect();
    let frame = draw(&crowd, &request(0.0, 365.0, &[1, 2]));
    assert_eq!(frame.drawn.len(), 1);
    assert_eq!(frame.drawn[0].id, Uuid::from_u128(40));
    assert_eq!(
        frame.cells.iter().map(|cell| (cell.lane, cell.count)).collect::<Vec<_>>(),
        [(0, 39), (1, 39)]
    );
    assert_eq!(frame.cells[0].balance, 78.0);
}

#[test]
fn the_chosen_one_of_a_crowd_is_drawn_wherever_it_touches_the_range() {
    let crowd: Vec<Sample> = (0..40).map(|number| on_day(number + 1, 10, number as u8, &[1, 2])).collect();
    let asked = |id: u128, lanes: &[u32]| FrameRequest {
        chosen: Some(Uuid::from_u128(id)),
        ..request(0.0, 365.0, lanes)
    };
    let frame = draw(&crowd, &asked(1, &[1, 2]));
    assert!(frame.drawn.iter().any(|mark| mark.id == Uuid::from_u128(1)));
    check_complete(&crowd, &frame, &[1, 2], |_| true);
    for (id, lanes) in [(99, [1, 2]), (1, [7, 8])] {
        let frame = draw(&crowd, &asked(id, &lanes));
        assert!(
            frame.drawn.iter().all(|mark| mark.id != Uuid::from_u128(1)),
            "an unknown id, or no lane of it"
        );
    }
}

#[test]
fn few_that_fit_are_all_drawn() {
    let few: Vec<Sample> = (0..4).map(|number| on_day(number + 1, 10, 50, &[1])).collect();
    let frame = draw(&few, &request(0.0, 365.0, &[1]));
    assert_eq!((frame.drawn.len(), frame.cells.len()), (4, 0));
}

#[test]
fn in_a_busy_stretch_one_of_each_bucket_is_drawn() {
    // Two a bucket over a whole year, in buckets of about a week.
    let busy: Vec<Sample> = (0..104)
        .map(|number| on_day(number + 1, number as i64 / 2 * 7, number as u8, &[1]))
        .collect();
    let frame = draw(&busy, &request(0.0, 365.0, &[1]));
    assert!(frame.drawn.len() < 75, "{}", frame.drawn.len());
    assert!(frame.cells.iter().all(|cell| cell.count < 4));
}

#[test]
fn a_mark_crowded_out_of_one_lane_is_still_drawn_where_it_matters() {
    let mut samples: Vec<Sample> = (0..30).map(|number| on_day(number + 1, 10, 90, &[1])).collect();
    samples.push(on_day(99, 10, 10, &[1, 2]));
    let frame = draw(&samples, &request(0.0, 365.0, &[1, 2]));
    let drawn: BTreeSet<u128> = frame.drawn.iter().map(|mark| mark.id.as_u128()).collect();
    assert!(drawn.contains(&99) && drawn.len() == 2);
}

#[test]
fn a_bar_takes_up_all_its_buckets_and_leaves_room_for_nodes() {
    let mut samples: Vec<Sample> = (0..9).map(|number| on_day(number + 1, 10, 90, &[1])).collect();
    for sample in &mut samples {
        sample.flags = Flags::INTERVAL;
        sample.span = Some(Span {
            end_earliest: Some(Moment(40 * DAY)),
            end_latest: Some(Moment(41 * DAY - 1)),
            ..sample.span.unwrap()
        });
    }
    samples.push(on_day(50, 20, 1, &[1]));
    let frame = draw(&samples, &request(0.0, 60.0, &[1]));
    assert_eq!(frame.drawn.len(), 4, "three bars and the node");
    assert_eq!(frame.cells.iter().map(|cell| cell.count).sum::<u32>(), 6);
    let bar = frame.drawn.iter().find(|mark| mark.buckets.0 < mark.buckets.1).unwrap();
    assert_eq!(bar.anchor, (10 * DAY + DAY / 2 - 1) as f64);
}

#[test]
fn links_between_drawn_marks_and_ties_of_shown_lanes_come_along() {
    let samples = [on_day(1, 10, 50, &[1]), on_day(2, 20, 50, &[2]), on_day(3, 9_000, 50, &[2])];
    let mut columns = columns(&samples);
    let [a, b, far] = [1, 2, 3].map(Uuid::from_u128);
    let links = [
        LinkMark {
            from: b,
            to: a,
            kind: LinkKind::RepliesTo,
        },
        LinkMark {
            from: far,
            to: a,
            kind: LinkKind::Causes,
        },
    ];
    let tie = |id: u128, from, to| TieMark {
        id: Uuid::from_u128(id),
        kind: TieKind::Alliance,
        sign: Sign::Positive,
        from,
        to,
        span: None,
    };
    columns.relate(links, [tie(7, 1, 2), tie(8, 2, 77), tie(9, 78, 77)]);
    let frame = frame(&columns, &columns.all(), &request(0.0, 30.0, &[2, 1])).unwrap();
    assert_eq!(frame.links, [(1, 0, LinkKind::RepliesTo)]);
    assert_eq!(
        frame.ties.iter().map(|tie| (tie.from, tie.to)).collect::<Vec<_>>(),
        [(Some(1), Some(0)), (Some(0), None)]
    );
}

#[test]
fn ids_of_no_mark_select_nothing() {
    let samples: Vec<Sample> = (0..20).map(|number| on_day(number + 1, number as i64, 50, &[1])).collect();
    assert_eq!(columns(&samples).only(&[3, 4, 99].map(Uuid::from_u128).into()).count(), 2);
}

#[test]
fn a_selection_of_an_older_record_is_refused() {
    let mut columns = columns(&[on_day(1, 1, 50, &[1])]);
    let stale: Selection = columns.all();
    columns.put(&on_day(2, 2, 50, &[1]).mark());
    assert_eq!(frame(&columns, &stale, &request(0.0, 9.0, &[1])), Err(Rejected::Stale));
    let crowd = FrameRequest {
        lanes: vec![1; 513],
        ..request(0.0, 9.0, &[])
    };
    assert_eq!(frame(&columns, &columns.all(), &crowd), Err(Rejected::Lanes { most: 512 }));
}
