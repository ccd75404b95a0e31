//! A frame whose bytes are kept beside the TypeScript that reads them, so that the two cannot drift apart.

use domain::{
    Moment,
    link::LinkKind,
    status::Status,
    tie::{Sign, TieKind},
};
use uuid::Uuid;

use super::samples::{DAY, Sample, columns, on_day};
use crate::{Flags, FrameRequest, LinkMark, Span, TieMark, encode, frame};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/timeline/fixtures/frame.bin");

fn bytes() -> Vec<u8> {
    let mut samples: Vec<Sample> = (1..=9)
        .map(|number| on_day(number, number as i64 * 3, 50 + number as u8, &[10 + number as u32 % 3, 20]))
        .collect();
    samples[0] = Sample {
        span: None,
        ..samples[0].clone()
    };
    samples[1] = Sample {
        weight: -6.5,
        status: Status::Announced,
        flags: Flags::CONTESTED | Flags::STATEMENT,
        kind: 7,
        ..samples[1].clone()
    };
    let stay = Span {
        start_earliest: Some(Moment(10 * DAY)),
        start_latest: Some(Moment(11 * DAY - 1)),
        end_earliest: None,
        end_latest: None,
    };
    samples[2] = Sample {
        span: Some(stay),
        flags: Flags::INTERVAL,
        ..samples[2].clone()
    };
    samples.extend((30..50).map(|number| on_day(number, 9, 20, &[20])));
    let mut columns = columns(&samples);
    let link = LinkMark {
        from: Uuid::from_u128(5),
        to: Uuid::from_u128(4),
        kind: LinkKind::Contradicts,
    };
    let tie = TieMark {
        id: Uuid::from_u128(77),
        kind: TieKind::Dispute,
        sign: Sign::Negative,
        from: 20,
        to: 99,
        span: Some(stay),
    };
    columns.relate([link], [tie]);
    let request = FrameRequest {
        start: 0.0,
        end: 30.0 * DAY as f64,
        width_px: 600,
        lanes: vec![10, 11, 12, 20],
        depth: 4,
        chosen: None,
    };
    encode(&frame(&columns, &columns.all(), &request).unwrap())
}

/// Run with `TIMELINE_FIXTURE=write` after a change of the layout.
#[test]
fn the_page_reads_todays_layout() {
    let bytes = bytes();
    if std::env::var_os("TIMELINE_FIXTURE").is_some() {
        std::fs::write(PATH, &bytes).unwrap();
    }
    assert!(
        std::fs::read(PATH).unwrap() == bytes,
        "run the test with TIMELINE_FIXTURE=write, then the tests of the page"
    );
}

#[test]
fn sections_add_up_to_the_header() {
    let bytes = bytes();
    let count = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let [lanes, marks, refs, cells, links, ties] = [28, 32, 40, 44, 48, 52].map(count);
    let expected =
        64 + marks * (32 + 8 + 16 + 4 + 4 + 8 + 2) + 4 + ties * (32 + 16 + 4 + 2) + cells * 12 + links * 9 + lanes * 8 + refs * 3;
    assert_eq!(bytes.len(), expected);
    assert_eq!((lanes, marks, count(36), links, ties), (4, 9 + 1, 1, 1, 1));
}
