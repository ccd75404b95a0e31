//! Run with `cargo test -p timeline --release -- --ignored --nocapture`.

use domain::{Moment, status::Status};
use std::time::Instant;
use uuid::Uuid;

use super::samples::DAY;
use crate::{Columns, Filter, Flags, FrameRequest, LaneRef, Levels, Mark, Roles, Span, density, encode, frame, frame_with};

/// 1.2 million days over 45 years, more of them late, in two of 200 lanes each: the shape of a public event data set.
fn record(rows: u64) -> Columns {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let all: Vec<(u64, [LaneRef; 2], i64, u64)> = (0..rows)
        .map(|row| {
            let lane = |key: u64| LaneRef {
                key: (key * key / 200) as u32,
                roles: Roles::BOTH,
            };
            let day = 16_436.0 * (1.0 - (next(1_000_000) as f64 / 1e6).powi(2));
            (row, [lane(next(200)), lane(next(200))], day as i64, next(100))
        })
        .collect();
    let mark = |(row, lanes, day, salience): &(u64, [LaneRef; 2], i64, u64)| {
        let span = Span::instant(Some(Moment(day * DAY)), Some(Moment(day * DAY + DAY - 1)));
        (Uuid::from_u64_pair(*row, 7), span, *salience as u8, lanes.to_vec())
    };
    let rows: Vec<_> = all.iter().map(mark).collect();
    Columns::build(rows.iter().map(|(id, span, salience, lanes)| Mark {
        id: *id,
        span: Some(*span),
        weight: f32::from(*salience) / 5.0 - 10.0,
        salience: *salience,
        status: if salience % 5 == 0 { Status::Announced } else { Status::Occurred },
        kind: u16::from(*salience),
        flags: Flags::default(),
        lanes,
    }))
}

fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..31)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[15]
}

#[test]
#[ignore = "a measurement"]
#[allow(clippy::print_stdout)]
fn frames_of_a_million_marks() {
    let start = Instant::now();
    let columns = record(1_228_704);
    println!("build {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let filter = Filter {
        kinds: Some((0..60).collect()),
        statuses: Some(vec![Status::Occurred]),
        salience: 10,
        ..Filter::default()
    };
    println!("select {:.2} ms", median(|| drop(columns.select(&filter))));
    for (name, selection) in [("all", columns.select(&Filter::default())), ("filtered", columns.select(&filter))] {
        for days in [30.0, 400.0, 4_000.0, 16_436.0] {
            let end = 16_436.0 * DAY as f64;
            let request = FrameRequest {
                start: end - days * DAY as f64,
                end,
                width_px: 1_600,
                lanes: (0..30).collect(),
                depth: 4,
            };
            let answer = frame(&columns, &selection, &request).unwrap();
            let frame_ms = median(|| drop(frame(&columns, &selection, &request)));
            let mut levels = Levels::default();
            let first = Instant::now();
            drop(frame_with(&columns, &selection, &request, &mut levels));
            let first_ms = first.elapsed().as_secs_f64() * 1e3;
            let kept_ms = median(|| drop(frame_with(&columns, &selection, &request, &mut levels)));
            let encode_ms = median(|| drop(encode(&answer)));
            println!(
                "{name} {days} days: frame {frame_ms:.2} ms, with levels {kept_ms:.2} ms (first {first_ms:.2}), encode {encode_ms:.2} ms, drawn {}, cells {}",
                answer.drawn.len(),
                answer.cells.len()
            );
        }
        println!("{name}: density {:.2} ms", median(|| drop(density(&columns, &selection, 400))));
    }
}
