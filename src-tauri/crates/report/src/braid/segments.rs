//! Cuts the order of marks into segments of linear time, and packs segments into strips.

use super::place::Placed;

/// Narrowest segment: room for one date.
const NARROWEST: f64 = 66.0;

/// What one more segment costs, in points of sideways movement of texts.
const SEGMENT_COST: f64 = 26.0;

/// What a segment costs that is all gap; half of it gap costs nothing.
const EMPTINESS_COST: f64 = 70.0;

/// What a point of width costs that a segment of few marks takes beyond their need.
const WASTE_COST: f64 = 0.35;

/// What a cut through a day costs: more than any crowd.
const TORN_COST: f64 = 1e6;

/// Marks `from..to` on one linear piece of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    pub from: usize,
    pub to: usize,
    /// Time shown, in day numbers.
    pub start: f64,
    pub end: f64,
    pub width: f64,
}

/// The cheapest cut: few segments, texts near their threads.
pub fn cut(placed: &[Placed], plot: f64, pitch: f64, gap: f64) -> Vec<Segment> {
    let most = ((plot / pitch) as usize).max(1);
    let mut best = vec![(0.0, 0usize); placed.len() + 1];
    for to in 1..=placed.len() {
        best[to] = (to.saturating_sub(most)..to)
            .map(|from| (best[from].0 + cost(&placed[from..to], pitch, gap) + torn(placed, from), from))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or((0.0, 0));
    }
    let mut ends = Vec::new();
    let mut to = placed.len();
    while to > 0 {
        ends.push((best[to].1, to));
        to = best[to].1;
    }
    ends.reverse();
    let mut segments: Vec<Segment> = Vec::with_capacity(ends.len());
    for (from, to) in ends {
        let floor = segments.last().map_or(f64::NEG_INFINITY, |previous| previous.end);
        let ceiling = placed.get(to).map_or(f64::INFINITY, |next| next.anchor.floor());
        let (start, end) = bounds(&placed[from..to], floor, ceiling);
        segments.push(Segment {
            from,
            to,
            start,
            end,
            width: width(to - from, pitch),
        });
    }
    segments
}

/// A day is cut in two, and stands on the axis twice, only where its marks are more than a strip can number.
fn torn(placed: &[Placed], from: usize) -> f64 {
    let is_inside = from > 0 && placed[from - 1].anchor.floor() >= placed[from].anchor.floor();
    if is_inside { TORN_COST } else { 0.0 }
}

fn width(marks: usize, pitch: f64) -> f64 {
    (marks as f64 * pitch).max(NARROWEST)
}

fn cost(marks: &[Placed], pitch: f64, gap: f64) -> f64 {
    let width = width(marks.len(), pitch);
    let waste = (marks.len() as f64).mul_add(-pitch, width);
    SEGMENT_COST + waste * WASTE_COST + emptiness(marks) * EMPTINESS_COST + moved(marks, width, gap)
}

/// The longest time without a mark, as a share of all; a cut belongs there.
fn emptiness(marks: &[Placed]) -> f64 {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return 0.0;
    };
    let longest = marks.windows(2).map(|pair| pair[1].anchor - pair[0].anchor).fold(0.0, f64::max);
    (longest / (last.anchor - first.anchor).max(1.0) - 0.5).max(0.0)
}

/// How far texts are moved sideways in all, were they one segment.
fn moved(marks: &[Placed], width: f64, gap: f64) -> f64 {
    let (start, end) = bounds(marks, f64::NEG_INFINITY, f64::INFINITY);
    let exact = |mark: &Placed| (mark.anchor - start) / (end - start) * width;
    let mut shifted = spread(marks.iter().map(exact).collect(), 0.0, width, gap);
    shifted.iter_mut().zip(marks).for_each(|(x, mark)| *x = (*x - exact(mark)).abs());
    shifted.iter().sum()
}

/// The time a segment shows: its marks with their uncertainty, as far as that does not squeeze them, in whole days.
fn bounds(marks: &[Placed], floor: f64, ceiling: f64) -> (f64, f64) {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return (0.0, 1.0);
    };
    let room = if marks.len() == 1 {
        370.0
    } else {
        (last.anchor - first.anchor).mul_add(0.4, 2.0)
    };
    let earliest = marks.iter().filter_map(|mark| mark.earliest).fold(first.anchor, f64::min);
    let latest = marks.iter().filter_map(|mark| mark.latest).fold(last.anchor, f64::max);
    let start = earliest.max(first.anchor - room).max(floor).min(first.anchor).floor();
    let end = latest.min(last.anchor + room).min(ceiling).max(last.anchor).ceil();
    (start, end.max(start + 1.0))
}

/// Positions in order, at least `gap` apart and inside `left..right`, near where they were. `xs` ascends.
pub fn spread(mut xs: Vec<f64>, left: f64, right: f64, gap: f64) -> Vec<f64> {
    let gap = gap.min((right - left) / xs.len().max(1) as f64);
    let mut least = left;
    for x in &mut xs {
        *x = x.max(least);
        least = *x + gap;
    }
    let mut most = right - gap;
    for x in xs.iter_mut().rev() {
        *x = x.min(most);
        most = *x - gap;
    }
    xs
}

/// Segments by strip, widened so that each strip is full.
pub fn rows(segments: &[Segment], plot: f64) -> Vec<Vec<Segment>> {
    let total: f64 = segments.iter().map(|segment| segment.width).sum();
    let target = total / (total / plot).ceil().max(1.0);
    let mut rows: Vec<Vec<Segment>> = Vec::new();
    let mut used = f64::INFINITY;
    for segment in segments {
        if used + segment.width > plot || used >= target - 1.0 {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += segment.width;
        if let Some(row) = rows.last_mut() {
            row.push(segment.clone());
        }
    }
    for row in &mut rows {
        let used: f64 = row.iter().map(|segment| segment.width).sum();
        row.iter_mut().for_each(|segment| segment.width *= plot / used);
    }
    rows
}
