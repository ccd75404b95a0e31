//! Records for tests: a mark that owns its lanes, and ways to make many.

use domain::{Moment, status::Status};
use proptest::prelude::*;
use uuid::Uuid;

use crate::{Columns, Flags, LaneRef, Mark, Roles, Span};

#[derive(Clone, Debug)]
pub struct Sample {
    pub id: Uuid,
    pub span: Option<Span>,
    pub weight: f32,
    pub salience: u8,
    pub status: Status,
    pub kind: u16,
    pub flags: Flags,
    pub lanes: Vec<LaneRef>,
}

impl Sample {
    pub fn mark(&self) -> Mark<'_> {
        Mark {
            id: self.id,
            span: self.span,
            weight: self.weight,
            salience: self.salience,
            status: self.status,
            kind: self.kind,
            flags: self.flags,
            lanes: &self.lanes,
        }
    }

    /// Whether it stands in a lane.
    pub fn stands_in(&self, key: u32) -> bool {
        self.lanes.iter().any(|lane| lane.key == key)
    }

    /// Whether it may touch a second of `start..end`, by the bounds as given.
    pub fn touches(&self, start: i64, end: i64) -> bool {
        let Some(span) = self.span else { return false };
        if span == Span::instant(None, None) {
            return false;
        }
        span.start_earliest.is_none_or(|moment| moment.0 < end) && span.end_latest.is_none_or(|moment| moment.0 >= start)
    }
}

pub fn columns(samples: &[Sample]) -> Columns {
    Columns::build(samples.iter().map(Sample::mark))
}

pub const DAY: i64 = 86_400;

/// A whole day with a salience, in lanes.
pub fn on_day(number: u128, day: i64, salience: u8, lanes: &[u32]) -> Sample {
    Sample {
        id: Uuid::from_u128(number),
        span: Some(Span::instant(Some(Moment(day * DAY)), Some(Moment(day * DAY + DAY - 1)))),
        weight: 2.0,
        salience,
        status: Status::Occurred,
        kind: 1,
        flags: Flags::default(),
        lanes: lanes.iter().map(|&key| LaneRef { key, roles: Roles::BOTH }).collect(),
    }
}

fn span() -> impl Strategy<Value = Option<Span>> {
    let second = -4_000 * DAY..4_000 * DAY;
    let length = prop_oneof![Just(0_i64), 0..3 * DAY, 0..400 * DAY, 0..40_000 * DAY];
    (0..12_u8, second, length.clone(), length.clone(), length).prop_map(|(form, start, a, b, c)| {
        let at = |second: i64| Some(Moment(second));
        match form {
            0 => None,
            1 => Some(Span::instant(None, at(start))),
            2 => Some(Span::instant(at(start), None)),
            3 => Some(Span {
                start_earliest: at(start),
                start_latest: at(start + a),
                end_earliest: None,
                end_latest: None,
            }),
            4 => Some(Span {
                start_earliest: None,
                start_latest: None,
                end_earliest: at(start),
                end_latest: at(start + a),
            }),
            5 | 6 => Some(Span {
                start_earliest: at(start),
                start_latest: at(start + a),
                end_earliest: at(start + a + b),
                end_latest: at(start + a + b + c),
            }),
            7 => Some(Span::instant(None, None)),
            _ => Some(Span::instant(at(start), at(start + DAY - 1))),
        }
    })
}

/// Any mark in any of lanes 1 to 8, with its number still to be given.
fn sample() -> impl Strategy<Value = Sample> {
    let lanes = prop::collection::vec((1..9_u32, 0..4_u8), 0..4);
    (
        span(),
        -10.0..10.0_f32,
        0..=100_u8,
        0..Status::ALL.len(),
        0..70_u16,
        0..64_u8,
        lanes,
    )
        .prop_map(|(span, weight, salience, status, kind, flags, lanes)| Sample {
            id: Uuid::nil(),
            span,
            weight,
            salience,
            status: Status::ALL[status],
            kind,
            flags: Flags(flags),
            lanes: lanes.into_iter().map(|(key, roles)| LaneRef { key, roles: Roles(roles) }).collect(),
        })
}

/// A record of distinct marks.
pub fn record(most: usize) -> impl Strategy<Value = Vec<Sample>> {
    prop::collection::vec(sample(), 0..most).prop_map(|mut samples| {
        for (sample, number) in samples.iter_mut().zip(1_u128..) {
            sample.id = Uuid::from_u128(number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
        }
        samples
    })
}
