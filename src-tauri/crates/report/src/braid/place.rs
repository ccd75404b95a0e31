//! Where each mark stands in time.

use crate::model::{Extent, Mark};

use super::dates;

/// A mark with its place in time, in day numbers; an end day counts to its last moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Index into the figure's marks.
    pub mark: usize,
    /// Where its thread stands.
    pub anchor: f64,
    pub earliest: Option<f64>,
    pub latest: Option<f64>,
    /// The stretch it surely lasted.
    pub sure: Option<(f64, f64)>,
}

impl Placed {
    fn new(mark: usize, extent: &Extent) -> Option<Self> {
        let start = |day: Option<_>| day.map(dates::number);
        let end = |day: Option<_>| day.map(|day| dates::number(day) + 1.0);
        let earliest = start(extent.start_earliest).or(start(extent.end_earliest));
        let latest = end(extent.end_latest).or(end(extent.start_latest));
        let sure = match (start(extent.start_latest), end(extent.end_earliest)) {
            (Some(from), Some(to)) if to - from > 1.0 => Some((from, to)),
            _ => None,
        };
        let open_end = extent.end_latest.is_none() && extent.end_earliest.is_none() && extent.start_latest.is_some();
        let anchor = match (sure, earliest, latest) {
            (Some((from, _)), _, _) => from + 0.5,
            (None, Some(from), Some(_)) if open_end => from + 0.5,
            (None, Some(from), Some(to)) => f64::midpoint(from, to.max(from)),
            (None, Some(from), None) => from + 0.5,
            (None, None, Some(to)) => to - 0.5,
            (None, None, None) => return None,
        };
        Some(Self {
            mark,
            anchor,
            earliest: extent.start_earliest.map(dates::number),
            latest: end(extent.end_latest),
            sure,
        })
    }

    /// Whether the drawing needs a bar: anything but one known day.
    pub fn spreads(&self) -> bool {
        self.sure.is_some() || !matches!((self.earliest, self.latest), (Some(from), Some(to)) if to - from <= 1.0)
    }
}

/// The dated marks in order of time, then of number.
pub fn placed(marks: &[Mark]) -> Vec<Placed> {
    let mut placed: Vec<Placed> = marks
        .iter()
        .enumerate()
        .filter_map(|(index, mark)| Placed::new(index, &mark.extent))
        .collect();
    placed.sort_by(|a, b| {
        a.anchor
            .total_cmp(&b.anchor)
            .then_with(|| marks[a.mark].number.cmp(&marks[b.mark].number))
    });
    placed
}

/// Numbers of the marks without any date.
pub fn undated(marks: &[Mark]) -> Vec<u32> {
    marks
        .iter()
        .filter(|mark| Placed::new(0, &mark.extent).is_none())
        .map(|mark| mark.number)
        .collect()
}
