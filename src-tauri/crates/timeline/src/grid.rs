use std::ops::RangeInclusive;
use uuid::Uuid;

use crate::frame::Rejected;
use crate::span::clamp;

/// What a view asks for. Times are seconds since 1970, as in [`domain::Moment`].
#[derive(Clone, PartialEq, Debug)]
pub struct FrameRequest {
    /// The first and last second on screen.
    pub start: f64,
    pub end: f64,
    /// Pixels between the two.
    pub width_px: u32,
    /// Keys of the lanes shown, from the top.
    pub lanes: Vec<u32>,
    /// How many marks a lane can show one above the other.
    pub depth: u8,
    /// The mark the user has chosen: where it touches the range it is drawn, however crowded its place.
    pub chosen: Option<Uuid>,
}

/// A bucket is at least this wide on screen, and less than twice: a node fits in it with air around.
const BUCKET_PX: f64 = 16.0;
/// Slots in a bucket: a node stands where its second is, so the room it takes is measured finer than what is counted.
const SLOTS: i64 = 4;
/// Sixteenths of a bucket kept free on either side of a node's second: a pixel each at the least, and a node is 13 across.
const NODE_REACH: i64 = 7;
/// A frame begins and ends at a multiple of this many buckets, so that a small pan asks for the same frame.
const CHUNK_BUCKETS: i64 = 16;
const WIDEST_PX: u32 = 8_192;
const MOST_LANES: usize = 512;
const DEEPEST: u8 = 16;

/// The buckets of a frame: powers of two of seconds, aligned to 1970, so that what is drawn does not depend on where one pans.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grid {
    /// A bucket lasts 2 to this power seconds.
    pub bucket_log2: u32,
    /// The first second of the first bucket.
    pub start: i64,
    pub buckets: u32,
    pub depth: u8,
}

impl Grid {
    /// The buckets for a view with one screen of padding on either side.
    pub fn of(request: &FrameRequest) -> Result<Self, Rejected> {
        let span = request.end - request.start;
        if !(request.start.is_finite() && request.end.is_finite() && span > 0.0) {
            return Err(Rejected::Range);
        }
        if request.lanes.len() > MOST_LANES {
            return Err(Rejected::Lanes { most: MOST_LANES });
        }
        let width = f64::from(request.width_px.clamp(1, WIDEST_PX));
        let bucket_log2 = (span / width * BUCKET_PX).log2().ceil().clamp(0.0, 57.0) as u32;
        let chunk = CHUNK_BUCKETS << bucket_log2;
        // `as` saturates; `clamp` then leaves room for the additions below.
        let first = clamp((request.start - span) as i64).div_euclid(chunk);
        let last = clamp((request.end + span) as i64).div_euclid(chunk) + 1;
        let chunks = (last - first).clamp(1, 4_096 / CHUNK_BUCKETS);
        Ok(Self {
            bucket_log2,
            start: first.saturating_mul(chunk),
            buckets: (chunks * CHUNK_BUCKETS) as u32,
            depth: request.depth.clamp(1, DEEPEST),
        })
    }

    /// Seconds of a bucket.
    pub fn bucket_seconds(&self) -> i64 {
        1 << self.bucket_log2
    }

    /// The first second after the last bucket.
    pub fn end(&self) -> i64 {
        self.start.saturating_add(i64::from(self.buckets) << self.bucket_log2)
    }

    /// The bucket of a second; the first or last for one outside.
    pub fn bucket(&self, second: i64) -> usize {
        let last = i64::from(self.buckets) - 1;
        (second.saturating_sub(self.start) >> self.bucket_log2).clamp(0, last) as usize
    }

    /// Slots of a lane.
    pub(crate) fn slots(&self) -> usize {
        self.buckets as usize * SLOTS as usize
    }

    /// The slots that a stretch of time touches, held inside the grid.
    pub(crate) fn slots_of(&self, from: i64, to: i64) -> RangeInclusive<usize> {
        let last = self.slots() as i128 - 1;
        let slot = |second: i64| {
            let slots = (i128::from(second) - i128::from(self.start)) * i128::from(SLOTS);
            (slots >> self.bucket_log2).clamp(0, last) as usize
        };
        slot(from)..=slot(to)
    }

    /// The seconds a node on a second needs for itself, both included.
    pub(crate) fn reach(&self, second: i64) -> (i64, i64) {
        let half = (i128::from(self.bucket_seconds()) * i128::from(NODE_REACH) / 16) as i64 + 1;
        (second.saturating_sub(half), second.saturating_add(half))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(start: f64, end: f64, width_px: u32) -> FrameRequest {
        FrameRequest {
            start,
            end,
            width_px,
            lanes: vec![],
            depth: 4,
            chosen: None,
        }
    }

    #[test]
    fn a_bucket_is_16_to_32_pixels_and_a_screen_is_added_on_each_side() {
        for days in [1.0, 30.0, 365.0, 36_500.0] {
            let span = days * 86_400.0;
            let grid = Grid::of(&request(0.0, span, 1_000)).unwrap();
            let pixels = grid.bucket_seconds() as f64 * 1_000.0 / span;
            assert!((16.0..32.0).contains(&pixels), "{days} days: {pixels}");
            assert!(grid.start as f64 <= -span && grid.end() as f64 >= 2.0 * span);
            assert!(grid.buckets <= 3 * 1_000 / 16 + 3 * 16, "{}", grid.buckets);
        }
    }

    #[test]
    fn a_small_pan_asks_for_the_same_frame() {
        let day = 86_400.0;
        let grids: Vec<Grid> = (0..20)
            .map(|step| {
                Grid::of(&request(
                    f64::from(step) * day * 0.1,
                    100.0 * day + f64::from(step) * day * 0.1,
                    1_000,
                ))
                .unwrap()
            })
            .collect();
        let changes = grids.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(changes <= 1, "{changes}");
    }

    #[test]
    fn nonsense_is_refused_and_extremes_are_held() {
        for (start, end) in [(0.0, 0.0), (1.0, 0.0), (f64::NAN, 1.0), (f64::NEG_INFINITY, f64::INFINITY)] {
            assert_eq!(Grid::of(&request(start, end, 100)), Err(Rejected::Range));
        }
        for (start, end) in [(-1e300, 1e300), (0.0, 1e-9), (9e18, 9.1e18), (-9.1e18, -9e18)] {
            for width in [0, 1, u32::MAX] {
                let grid = Grid::of(&request(start, end, width)).unwrap();
                assert!(grid.buckets >= 16 && grid.end() >= grid.start);
                assert!(grid.bucket(i64::MAX) < grid.buckets as usize && grid.bucket(i64::MIN) == 0);
            }
        }
    }
}
