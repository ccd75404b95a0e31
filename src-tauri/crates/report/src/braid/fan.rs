//! Events of one date, or of dates too close to tell apart: their nodes fan out up and down in the lane, and the lines between them bow apart. Time is never moved.

use super::strip::Thread;

/// Radius of a node where its lane has the room.
pub const RADIUS: f64 = 3.0;

/// A lane without crowds.
const LANE: f64 = 15.0;

/// From node to node, up and down.
const PITCH: f64 = 2.0 * RADIUS + 0.4;

/// Most nodes one above the other; further ones of the same date lie on each other.
const MOST_TRACKS: usize = 5;

/// Two lines closer than this read as one.
const APART: f64 = 2.4;

/// How far lines bow aside, the nearest first.
const BOWS: [f64; 9] = [0.0, 4.5, -4.5, 7.5, -7.5, 10.5, -10.5, 13.5, -13.5];

/// For each thread the tracks of its nodes, 0 on the line of the lane. Nodes are lane indexes still, threads ascend.
pub fn tracks(threads: &[Thread]) -> Vec<Vec<usize>> {
    let mut ends: Vec<[f64; MOST_TRACKS]> = Vec::new();
    let mut track = |thread: &Thread, lane: usize| {
        if ends.len() <= lane {
            ends.resize(lane + 1, [f64::NEG_INFINITY; MOST_TRACKS]);
        }
        let ends = &mut ends[lane];
        let free = ends.iter().position(|end| *end <= thread.x);
        let soonest = || (0..MOST_TRACKS).min_by(|a, b| ends[*a].total_cmp(&ends[*b])).unwrap_or(0);
        let track = free.unwrap_or_else(soonest);
        ends[track] = thread.x + PITCH;
        track
    };
    threads
        .iter()
        .map(|thread| thread.nodes.iter().map(|lane| track(thread, *lane as usize)).collect())
        .collect()
}

/// How tall lanes want to be for their crowds.
pub fn wanted_height(tracks: &[Vec<usize>]) -> f64 {
    let most = tracks.iter().flatten().max().map_or(1, |track| track + 1);
    LANE.max((most as f64).mul_add(PITCH, 2.4))
}

/// Where tracks lie in lanes of a height.
pub struct Fan<'a> {
    pub tracks: &'a [Vec<usize>],
    pub lanes_top: f64,
    pub lane_height: f64,
    pub radius: f64,
}

impl Fan<'_> {
    /// Turns the lane indexes of a thread's nodes into heights.
    pub fn stand(&self, index: usize, thread: &mut Thread) {
        for (node, track) in thread.nodes.iter_mut().zip(&self.tracks[index]) {
            let middle = (*node + 0.5).mul_add(self.lane_height, self.lanes_top);
            *node = middle + self.outwards(*track);
        }
    }

    /// 0, up one, down one, up two, …; closer together where the lane is too low.
    fn outwards(&self, track: usize) -> f64 {
        let most = (MOST_TRACKS / 2) as f64;
        let pitch = PITCH.min((self.lane_height / 2.0 - self.radius).max(0.0) / self.reach().min(most).max(1.0));
        let steps = track.div_ceil(2) as f64 * pitch;
        if track.is_multiple_of(2) { steps } else { -steps }
    }

    fn reach(&self) -> f64 {
        self.tracks.iter().flatten().max().map_or(0.0, |track| track.div_ceil(2) as f64)
    }
}

/// Bows lines apart that would lie on each other or run through the node of another.
pub fn bow(threads: &mut [Thread], radius: f64) {
    for index in 0..threads.len() {
        let one = &threads[index];
        let (Some(top), Some(bottom)) = (one.nodes.first().copied(), one.nodes.last().copied()) else {
            continue;
        };
        let x = one.x;
        let near = |other: &Thread| (other.x - x).abs() <= 2.0 * BOWS[7] + APART;
        let clear = |bow: f64| {
            threads
                .iter()
                .enumerate()
                .filter(|(at, other)| *at != index && near(other))
                .all(|(at, other)| {
                    let through = |y: &f64| *y > top && *y < bottom && (other.x - x - bow).abs() < radius + 0.8;
                    let crosses = at < index
                        && other.nodes.first().is_some_and(|first| *first < bottom)
                        && other.nodes.last().is_some_and(|last| *last > top);
                    let is_along = crosses && (other.x + other.bow - x - bow).abs() < APART;
                    !(is_along || other.nodes.iter().any(through))
                })
        };
        let bow = if bottom > top {
            BOWS.into_iter().find(|bow| clear(*bow))
        } else {
            None
        };
        threads[index].bow = bow.unwrap_or_default();
    }
}
