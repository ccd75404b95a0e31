use proptest::prelude::*;

use super::samples::{DAY, Sample, columns, on_day, record};
use crate::{Columns, FrameRequest, LaneCount, encode, frame};

/// How many there are in each lane, in a wide and in a narrow view.
fn counts(columns: &Columns) -> Vec<(Vec<LaneCount>, u32)> {
    let view = |(start, end)| {
        let request = FrameRequest {
            start,
            end,
            width_px: 1_200,
            lanes: (1..9).collect(),
            depth: 4,
            chosen: None,
        };
        let frame = frame(columns, &columns.all(), &request).unwrap();
        (frame.lanes, frame.elsewhere)
    };
    [(-3e8, 3e8), (-4e6, 4e6)].into_iter().map(view).collect()
}

proptest! {
    #[test]
    fn a_patched_record_is_like_one_built_anew(samples in record(120), changed in record(60), removed in prop::collection::vec(any::<prop::sample::Index>(), 0..40)) {
        let mut columns = columns(&samples);
        let mut expected: Vec<Sample> = samples;
        for sample in changed {
            columns.put(&sample.mark());
            expected.retain(|old| old.id != sample.id);
            expected.push(sample);
        }
        for index in removed.iter().filter(|_| !expected.is_empty()).collect::<Vec<_>>() {
            if expected.is_empty() {
                break;
            }
            let gone = expected.swap_remove(index.index(expected.len()));
            prop_assert!(columns.remove(gone.id));
            prop_assert!(!columns.remove(gone.id));
        }
        prop_assert_eq!(columns.len(), expected.len());
        prop_assert_eq!(counts(&columns), counts(&super::samples::columns(&expected)));
    }
}

#[test]
fn many_changes_are_sorted_in() {
    let mut columns = columns(&[on_day(1, 1, 50, &[1])]);
    for number in 0..9_000_u128 {
        columns.put(&on_day(number % 4_500 + 1, number as i64, 50, &[1]).mark());
    }
    assert_eq!(columns.len(), 4_500);
    assert_eq!(columns.all().count(), 4_500);
    let between = |start: i64, end: i64| {
        let request = FrameRequest {
            start: (start * DAY) as f64,
            end: (end * DAY) as f64,
            width_px: 1_200,
            lanes: vec![1],
            depth: 4,
            chosen: None,
        };
        frame(&columns, &columns.all(), &request).unwrap().lanes[0].in_range
    };
    assert_eq!((between(0, 500), between(4_000, 9_000)), (0, 4_500), "each was moved by 4,500 days");
}

#[test]
fn the_same_record_gives_the_same_bytes_in_any_order() {
    let samples: Vec<Sample> = (0..300)
        .map(|number| on_day(number + 1, (number % 90) as i64, 50, &[1 + number as u32 % 3]))
        .collect();
    let reversed: Vec<Sample> = samples.iter().rev().cloned().collect();
    let request = FrameRequest {
        start: 0.0,
        end: 8e6,
        width_px: 1_200,
        lanes: vec![1, 2, 3],
        depth: 3,
        chosen: None,
    };
    let [one, other] = [&samples, &reversed].map(|samples| {
        let columns = columns(samples);
        encode(&frame(&columns, &columns.all(), &request).unwrap())
    });
    assert!(one == other);
}
