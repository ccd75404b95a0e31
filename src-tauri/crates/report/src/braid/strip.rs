//! One strip of the braid: axis, lanes, bars, threads and labels at their positions.

use domain::{Edtf, Language};
use serde::Serialize;

use crate::model::{Figure, Mark};

use super::{
    Measure, Tick,
    arcs::{Arc, arcs},
    dates,
    fan::{self, Fan},
    labels,
    place::Placed,
    segments::{Segment, spread},
    ticks::ticks,
};

/// Height of a row of labels.
const ROW: f64 = 8.8;

/// The as-of date counts to its end, yet its line must not stand on the next day.
const LATE_IN_THE_DAY: f64 = 0.8;

/// Room around a number: it is set bolder than measured, and stands off its thread and its label.
pub const NUMBER_ROOM: f64 = 4.6;

/// Height in which lines lead from the texts, which keep apart, to the threads, which stand at their dates.
const LEAD: f64 = 9.0;

/// Most height all lanes may take: a strip always fits a page.
const LANES_HEIGHT: f64 = 470.0;

/// Length of the fade towards an open bound.
const FADE: f64 = 24.0;

/// A strip; every coordinate from its top left corner.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Strip {
    pub height: f64,
    pub from: String,
    pub to: String,
    pub lanes: Vec<LaneLine>,
    pub lanes_left: f64,
    pub lane_height: f64,
    pub node_radius: f64,
    pub axis_y: f64,
    pub segments: Vec<SegmentLine>,
    pub bars: Vec<Bar>,
    pub threads: Vec<Thread>,
    pub arcs: Vec<Arc>,
    pub as_of: Option<f64>,
    /// Top of the lanes: where the as-of line ends.
    pub lanes_top: f64,
    /// Where lines begin to lead from the texts to the threads.
    pub lead_top: f64,
}

/// A lane and its height.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LaneLine {
    pub y: f64,
    pub code: String,
    pub name: String,
}

/// A piece of linear time; `broken` where time before it is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SegmentLine {
    pub left: f64,
    pub right: f64,
    /// The day numbers at its ends.
    pub start: f64,
    pub end: f64,
    pub broken: bool,
    pub ticks: Vec<Tick>,
}

/// A stretch of time on a lane. Soft ends are uncertain bounds.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bar {
    pub y: f64,
    pub left: f64,
    pub right: f64,
    pub soft_left: bool,
    pub soft_right: bool,
    /// It surely lasted; otherwise the event lies somewhere within.
    pub sure: bool,
    pub sign: i8,
}

/// An event: nodes on its lanes, a line between them, its number and label on top.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Thread {
    pub number: u32,
    pub label: String,
    /// Its date on the axis: never moved.
    pub x: f64,
    /// Where its number and label stand; a line leads from there to the thread.
    pub text_x: f64,
    /// How far the line between its nodes bows aside, where others stand at the same date.
    pub bow: f64,
    /// Top of the label's row.
    pub top: f64,
    pub number_width: f64,
    /// Heights of its nodes, ascending.
    pub nodes: Vec<f64>,
    pub sign: i8,
    pub planned: bool,
    pub cancelled: bool,
    pub contested: bool,
}

/// What all strips share.
pub struct Paper<'a> {
    pub figure: &'a Figure,
    pub placed: &'a [Placed],
    pub width: f64,
    pub plot_left: f64,
    pub gap: f64,
    pub language: Language,
    pub measure: Measure<'a>,
}

/// A segment with its place on the paper.
struct Scale<'a> {
    segment: &'a Segment,
    left: f64,
    right: f64,
}

impl Scale<'_> {
    fn x(&self, time: f64) -> f64 {
        let share = (time - self.segment.start) / (self.segment.end - self.segment.start);
        share.clamp(0.0, 1.0).mul_add(self.right - self.left, self.left)
    }
}

/// Draws one row of segments.
pub fn draw(paper: &Paper<'_>, row: &[Segment]) -> Strip {
    let scales = scales(paper, row);
    let mut strip = frame(paper, row, &scales);
    strip.threads = scales.iter().flat_map(|scale| threads(paper, scale)).collect();
    let rows = raise(paper, &mut strip.threads);
    let lanes = paper.figure.lanes.len();
    let tracks = fan::tracks(&strip.threads);
    strip.lead_top = rows as f64 * ROW + 1.0;
    strip.lanes_top = strip.lead_top + LEAD;
    strip.lane_height = (LANES_HEIGHT / lanes.max(1) as f64).min(fan::wanted_height(&tracks));
    strip.node_radius = (strip.lane_height * 0.24).min(fan::RADIUS);
    strip.lanes = lane_lines(paper, &strip);
    let fan = Fan {
        tracks: &tracks,
        lanes_top: strip.lanes_top,
        lane_height: strip.lane_height,
        radius: strip.node_radius,
    };
    for (index, thread) in strip.threads.iter_mut().enumerate() {
        thread.top = (rows as f64 - thread.top - 1.0) * ROW;
        fan.stand(index, thread);
    }
    fan::bow(&mut strip.threads, strip.node_radius);
    strip.axis_y = (lanes as f64).mul_add(strip.lane_height, strip.lanes_top) + 7.0;
    strip.height = strip.axis_y + 13.0;
    strip.arcs = arcs(&paper.figure.links, &strip);
    strip.bars = scales.iter().flat_map(|scale| bars(paper, scale, &strip)).collect();
    strip
}

fn scales<'a>(paper: &Paper<'_>, row: &'a [Segment]) -> Vec<Scale<'a>> {
    let mut left = paper.plot_left;
    row.iter()
        .map(|segment| {
            let scale = Scale {
                segment,
                left: left + 3.0,
                right: left + segment.width - 3.0,
            };
            left += segment.width;
            scale
        })
        .collect()
}

fn frame(paper: &Paper<'_>, row: &[Segment], scales: &[Scale<'_>]) -> Strip {
    let written = |time: f64| Edtf::from_day(dates::day(time)).describe(paper.language);
    let mut end = None;
    let segments = scales
        .iter()
        .map(|scale| {
            let broken = end.is_some_and(|end| scale.segment.start > end);
            end = Some(scale.segment.end);
            let ticks = ticks(
                scale.segment.start,
                scale.segment.end,
                scale.left,
                scale.right,
                paper.language,
                paper.measure,
            );
            SegmentLine {
                left: scale.left,
                right: scale.right,
                start: scale.segment.start,
                end: scale.segment.end,
                broken,
                ticks,
            }
        })
        .collect();
    Strip {
        from: row.first().map(|segment| written(segment.start)).unwrap_or_default(),
        to: row.last().map(|segment| written(segment.end - 1.0)).unwrap_or_default(),
        segments,
        lanes_left: paper.plot_left,
        as_of: paper
            .figure
            .as_of
            .and_then(|day| as_of(dates::number(day) + LATE_IN_THE_DAY, scales)),
        ..Strip::default()
    }
}

/// Where the as-of date falls; between two segments it stands in the break.
fn as_of(time: f64, scales: &[Scale<'_>]) -> Option<f64> {
    let last = scales.last()?;
    if scales.first()?.segment.start > time || last.segment.end < time {
        return None;
    }
    scales.iter().find(|scale| time <= scale.segment.end).map(|scale| {
        if time < scale.segment.start {
            scale.left - 3.0
        } else {
            scale.x(time)
        }
    })
}

/// Threads of one segment; nodes are lane indexes and tops are rows until the strip knows its heights.
fn threads(paper: &Paper<'_>, scale: &Scale<'_>) -> Vec<Thread> {
    let placed = &paper.placed[scale.segment.from..scale.segment.to];
    let exact: Vec<f64> = placed.iter().map(|placed| scale.x(placed.anchor)).collect();
    let apart = spread(exact.clone(), scale.left + 2.0, scale.right, paper.gap);
    placed
        .iter()
        .zip(exact.into_iter().zip(apart))
        .map(|(placed, (x, text_x))| {
            let mark = &paper.figure.marks[placed.mark];
            Thread {
                number: mark.number,
                label: mark.label.clone(),
                x,
                text_x,
                bow: 0.0,
                number_width: (paper.measure)(&mark.number.to_string()) + NUMBER_ROOM,
                nodes: lanes_of(mark, paper.figure.lanes.len())
                    .into_iter()
                    .map(|lane| lane as f64)
                    .collect(),
                sign: mark.sign.signum(),
                planned: mark.planned,
                cancelled: mark.cancelled,
                contested: mark.contested,
                top: 0.0,
            }
        })
        .collect()
}

fn lanes_of(mark: &Mark, count: usize) -> Vec<usize> {
    let mut lanes: Vec<usize> = mark.lanes.iter().copied().filter(|lane| *lane < count).collect();
    lanes.sort_unstable();
    lanes.dedup();
    lanes
}

/// Gives each thread its row of labels; returns how many rows there are.
fn raise(paper: &Paper<'_>, threads: &mut [Thread]) -> usize {
    let xs: Vec<f64> = threads.iter().map(|thread| thread.text_x).collect();
    let texts: Vec<&str> = threads.iter().map(|thread| thread.label.as_str()).collect();
    let number_width = threads.iter().map(|thread| thread.number_width).fold(0.0, f64::max);
    let flags = labels::flags(&xs, &texts, number_width, paper.width, paper.measure);
    let rows = flags.iter().map(|flag| flag.row + 1).max().unwrap_or(1);
    for (thread, flag) in threads.iter_mut().zip(flags) {
        thread.top = flag.row as f64;
        thread.label = flag.label;
    }
    rows
}

fn lane_lines(paper: &Paper<'_>, strip: &Strip) -> Vec<LaneLine> {
    let line = |(index, lane): (usize, &crate::model::Country)| LaneLine {
        y: (index as f64 + 0.5).mul_add(strip.lane_height, strip.lanes_top),
        code: lane.code.clone(),
        name: labels::fitted(&lane.name, paper.plot_left - 24.0, paper.measure),
    };
    paper.figure.lanes.iter().enumerate().map(line).collect()
}

/// Bars in one segment: those of its own marks, and those of earlier ones that still last.
fn bars(paper: &Paper<'_>, scale: &Scale<'_>, strip: &Strip) -> Vec<Bar> {
    let mut bars = Vec::new();
    for (index, placed) in paper.placed[..scale.segment.to].iter().enumerate() {
        let own = index >= scale.segment.from;
        let lasts = placed.sure.is_some_and(|(_, end)| end > scale.segment.start);
        if !(own && placed.spreads() || lasts) {
            continue;
        }
        let mark = &paper.figure.marks[placed.mark];
        let thread = strip.threads.iter().find(|thread| own && thread.number == mark.number);
        for (place, lane) in lanes_of(mark, paper.figure.lanes.len()).into_iter().enumerate() {
            let y = thread
                .and_then(|thread| thread.nodes.get(place))
                .map_or(strip.lanes[lane].y, |y| *y);
            if own {
                bars.push(soft(placed, scale, y, mark.sign.signum()));
            }
            if let Some((start, end)) = placed.sure {
                let (left, right) = (scale.x(start), scale.x(end));
                bars.push(Bar {
                    y,
                    left,
                    right,
                    sure: true,
                    sign: mark.sign.signum(),
                    soft_left: false,
                    soft_right: false,
                });
            }
        }
    }
    bars
}

/// The stretch an event lies in, fading where its bound is not known.
fn soft(placed: &Placed, scale: &Scale<'_>, y: f64, sign: i8) -> Bar {
    let anchor = scale.x(placed.anchor);
    let left = placed.earliest.map_or((anchor - FADE).max(scale.left), |from| scale.x(from));
    let right = placed.latest.map_or((anchor + FADE).min(scale.right), |to| scale.x(to));
    Bar {
        y,
        left,
        right,
        soft_left: true,
        soft_right: true,
        sure: false,
        sign,
    }
}
