use domain::{
    link::LinkKind,
    tie::{Sign, TieKind},
};
use std::ops::RangeInclusive;
use uuid::Uuid;

use crate::block::Block;
use crate::cells::{Candidate, Tally};
use crate::columns::Columns;
use crate::grid::{FrameRequest, Grid};
use crate::levels::Levels;
use crate::mark::{Flags, Roles};
use crate::pass::{NOT_SHOWN, Scope, pass};
use crate::relate::StoredTie;
use crate::selection::Selection;

/// Undated marks named beside the lanes; the others of a lane are counted.
const MOST_UNDATED: usize = 256;
const MOST_LINKS: usize = 4_096;
const MOST_TIES: usize = 1_024;

/// Why a request is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Rejected {
    #[error("the range must start before it ends, at finite seconds")]
    Range,
    #[error("at most {most} lanes fit on the timeline; show fewer")]
    Lanes { most: usize },
    #[error("the record changed after it was filtered; filter again")]
    Stale,
}

/// A lane a drawn mark stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DrawnLane {
    /// Its place in the request.
    pub lane: u16,
    pub roles: Roles,
}

/// A mark with a place of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawn {
    pub id: Uuid,
    /// Earliest and latest start, earliest and latest end, in seconds; infinite where open, NaN when undated.
    pub times: [f64; 4],
    /// The second its node stands on.
    pub anchor: f64,
    /// The buckets it takes up, both included. A node alone takes one.
    pub buckets: (u16, u16),
    pub weight: f32,
    /// Salience in the high byte, size of the weight in the low one.
    pub rank: u16,
    pub kind: u16,
    pub status: u8,
    pub flags: Flags,
    /// By place, each once, at least one.
    pub lanes: Vec<DrawnLane>,
}

/// Marks of one lane and bucket that are counted, not drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cell {
    pub lane: u16,
    pub bucket: u16,
    pub count: u32,
    /// Sum of their weights.
    pub balance: f32,
}

/// All there is in a lane.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LaneCount {
    /// Dated marks in the frame's range: those drawn and those in cells.
    pub in_range: u32,
    pub undated: u32,
}

/// A standing tie in force in the frame's range, on one or two lanes.
#[derive(Clone, PartialEq, Debug)]
pub struct DrawnTie {
    pub id: Uuid,
    /// As for [`Drawn`].
    pub times: [f64; 4],
    /// Places in the request; `None` for an end that is not shown. At least one is.
    pub from: Option<u16>,
    pub to: Option<u16>,
    pub kind: TieKind,
    pub sign: Sign,
}

/// What to draw for one view.
#[derive(Clone, PartialEq, Debug)]
pub struct Frame {
    pub grid: Grid,
    /// Dated marks, by start.
    pub drawn: Vec<Drawn>,
    /// The first of the marks without a date, by rank.
    pub undated: Vec<Drawn>,
    pub cells: Vec<Cell>,
    /// One a lane, as requested.
    pub lanes: Vec<LaneCount>,
    /// Between two of `drawn`, by position.
    pub links: Vec<(u32, u32, LinkKind)>,
    pub ties: Vec<DrawnTie>,
    /// Dated marks in range that stand in no lane shown.
    pub elsewhere: u32,
}

/// Answers a view: who is drawn, and how many are counted where.
///
/// For each lane, `drawn` and `cells` together are exactly the selected dated marks that touch the grid's range.
/// At no second of a lane do more marks lie than the depth asked for, room for a node around each counted.
pub fn frame(columns: &Columns, selection: &Selection, request: &FrameRequest) -> Result<Frame, Rejected> {
    draw(columns, selection, request, None)
}

/// The same, with counts kept from one request to the next: a view of a million marks costs as little as one of a thousand.
pub fn frame_with(columns: &Columns, selection: &Selection, request: &FrameRequest, levels: &mut Levels) -> Result<Frame, Rejected> {
    draw(columns, selection, request, Some(levels))
}

fn draw(columns: &Columns, selection: &Selection, request: &FrameRequest, levels: Option<&mut Levels>) -> Result<Frame, Rejected> {
    if selection.revision != columns.revision() {
        return Err(Rejected::Stale);
    }
    let grid = Grid::of(request)?;
    let places = places_of(columns, &request.lanes);
    let scope = Scope {
        columns,
        selection,
        places: &places,
        lanes: request.lanes.len(),
    };
    let found = pass(scope, grid, levels.and_then(|levels| levels.get(scope, &request.lanes, &grid)));
    let mut drawing = Drawing {
        columns,
        grid,
        places: &places,
        tallies: found.tallies,
        used: vec![0; request.lanes.len() * grid.slots()],
        drawn: Vec::new(),
    };
    let chosen = request
        .chosen
        .and_then(|id| scope.in_range(id, &grid))
        .map(|row| Candidate::of(columns, row));
    for candidate in chosen
        .into_iter()
        .chain(found.candidates.into_iter().filter(|other| Some(*other) != chosen))
    {
        drawing.offer(candidate);
    }
    let (undated, undated_counts) = undated_in(columns, selection, &places, request.lanes.len());
    Ok(drawing.finish(undated, &undated_counts, found.elsewhere))
}

/// The place of each lane number in the request. Of a key given twice the first place counts.
fn places_of(columns: &Columns, lanes: &[u32]) -> Vec<u16> {
    let mut places = vec![NOT_SHOWN; columns.keys.len()];
    for (place, &key) in lanes.iter().enumerate().rev() {
        if let Some(number) = columns.keys.find(key) {
            places[number] = place as u16;
        }
    }
    places
}

struct Drawing<'a> {
    columns: &'a Columns,
    grid: Grid,
    places: &'a [u16],
    tallies: Vec<Tally>,
    /// Marks drawn per lane and slot.
    used: Vec<u8>,
    drawn: Vec<Drawn>,
}

impl Drawing<'_> {
    /// Draws the row if each of its lanes has room wherever the mark lies.
    fn offer(&mut self, candidate: Candidate) {
        let (block, row) = self.columns.at(candidate.row());
        let buckets = self.buckets_of(block, row);
        let lanes = lanes_shown(block, row, self.places);
        // What lasts leaves one place for what happens, where there is more than one.
        let lasts = buckets.1 > buckets.0 && block.flags[row].has(Flags::INTERVAL);
        let room = if lasts {
            self.grid.depth.saturating_sub(1).max(1)
        } else {
            self.grid.depth
        };
        let slots = self.slots_of(block, row, buckets.1 > buckets.0);
        let spans: Vec<_> = lanes
            .iter()
            .map(|lane| usize::from(lane.lane) * self.grid.slots())
            .map(|first| first + slots.start()..=first + slots.end())
            .collect();
        if spans.iter().any(|span| self.used[span.clone()].iter().any(|&used| used >= room)) {
            return;
        }
        for span in spans {
            self.used[span].iter_mut().for_each(|used| *used += 1);
        }
        let node = self.grid.bucket(block.anchor[row]);
        for lane in &lanes {
            let tally = &mut self.tallies[usize::from(lane.lane) * self.grid.buckets as usize + node];
            tally.all -= 1;
            tally.balance -= block.weight[row];
        }
        self.drawn.push(drawn(block, row, buckets, lanes));
    }

    /// A node alone takes the bucket of its second; a bar all that it may touch, and its node's.
    fn buckets_of(&self, block: &Block, row: usize) -> (u16, u16) {
        let span = block.span(row);
        let node = self.grid.bucket(span.anchor);
        if span.end_latest.saturating_sub(span.start_earliest) <= self.grid.bucket_seconds() {
            return (node as u16, node as u16);
        }
        let (first, last) = (self.grid.bucket(span.start_earliest), self.grid.bucket(span.end_latest));
        (first as u16, last as u16)
    }

    /// The slots its node covers, and those of the time it may touch where that is drawn as a bar.
    fn slots_of(&self, block: &Block, row: usize, is_bar: bool) -> RangeInclusive<usize> {
        let span = block.span(row);
        let (mut from, mut to) = self.grid.reach(span.anchor);
        if is_bar {
            from = from.min(span.start_earliest);
            to = to.max(span.end_latest);
        }
        self.grid.slots_of(from, to)
    }

    fn finish(mut self, undated: Vec<Drawn>, undated_counts: &[u32], elsewhere: u32) -> Frame {
        self.drawn.sort_unstable_by(|a, b| {
            a.buckets
                .cmp(&b.buckets)
                .then(a.anchor.total_cmp(&b.anchor))
                .then(b.rank.cmp(&a.rank))
                .then(a.id.cmp(&b.id))
        });
        let ids: Vec<Uuid> = self.drawn.iter().map(|mark| mark.id).collect();
        let mut links = self.columns.relations.links_among(&ids);
        links.truncate(MOST_LINKS);
        let cells = self.cells();
        let mut lanes: Vec<LaneCount> = undated_counts.iter().map(|&undated| LaneCount { in_range: 0, undated }).collect();
        cells.iter().for_each(|cell| lanes[usize::from(cell.lane)].in_range += cell.count);
        self.drawn
            .iter()
            .flat_map(|mark| &mark.lanes)
            .for_each(|lane| lanes[usize::from(lane.lane)].in_range += 1);
        let ties = self.ties();
        Frame {
            grid: self.grid,
            drawn: self.drawn,
            undated,
            cells,
            lanes,
            links,
            ties,
            elsewhere,
        }
    }

    fn cells(&self) -> Vec<Cell> {
        let buckets = self.grid.buckets as usize;
        let counted = self.tallies.iter().enumerate().filter(|(_, tally)| tally.all > 0);
        counted
            .map(|(cell, tally)| Cell {
                lane: (cell / buckets) as u16,
                bucket: (cell % buckets) as u16,
                count: tally.all,
                balance: tally.balance,
            })
            .collect()
    }

    fn ties(&self) -> Vec<DrawnTie> {
        let place = |key: u32| {
            self.columns
                .keys
                .find(key)
                .map(|number| self.places[number])
                .filter(|&place| place != NOT_SHOWN)
        };
        let draw = |stored: &StoredTie| {
            let (from, to) = (place(stored.tie.from), place(stored.tie.to));
            let times = seconds(
                stored.span.start_earliest,
                stored.span.start_latest,
                stored.span.end_earliest,
                stored.span.end_latest,
            );
            let tie = &stored.tie;
            (from.is_some() || to.is_some()).then_some(DrawnTie {
                id: tie.id,
                times,
                from,
                to,
                kind: tie.kind,
                sign: tie.sign,
            })
        };
        self.columns
            .relations
            .ties_in(self.grid.start, self.grid.end())
            .filter_map(draw)
            .take(MOST_TIES)
            .collect()
    }
}

fn lanes_shown(block: &Block, row: usize, places: &[u16]) -> Vec<DrawnLane> {
    let shown = block.lanes_of(row).iter().map(|lane| DrawnLane {
        lane: places[lane.number()],
        roles: lane.roles(),
    });
    let mut lanes: Vec<DrawnLane> = shown.filter(|lane| lane.lane != NOT_SHOWN).collect();
    lanes.sort_unstable_by_key(|lane| lane.lane);
    lanes
}

fn drawn(block: &Block, row: usize, buckets: (u16, u16), lanes: Vec<DrawnLane>) -> Drawn {
    let dated = block.is_dated(row);
    let span = block.span(row);
    let times = if dated {
        seconds(span.start_earliest, span.start_latest, span.end_earliest, span.end_latest)
    } else {
        [f64::NAN; 4]
    };
    Drawn {
        id: block.id[row],
        times,
        anchor: if dated { span.anchor as f64 } else { f64::NAN },
        buckets,
        weight: block.weight[row],
        rank: block.rank[row],
        kind: block.kind[row],
        status: block.status[row],
        flags: block.flags[row],
        lanes,
    }
}

fn seconds(start_earliest: i64, start_latest: i64, end_earliest: i64, end_latest: i64) -> [f64; 4] {
    [start_earliest, start_latest, end_earliest, end_latest].map(|second| match second {
        i64::MIN => f64::NEG_INFINITY,
        i64::MAX => f64::INFINITY,
        second => second as f64,
    })
}

/// The undated marks of the lanes shown: the first by rank, and how many there are in each lane.
fn undated_in(columns: &Columns, selection: &Selection, places: &[u16], lanes: usize) -> (Vec<Drawn>, Vec<u32>) {
    let mut counts = vec![0; lanes];
    let mut found = Vec::new();
    for row in columns.undated.clone().chain(columns.sorted.len()..columns.rows()) {
        let (block, place) = columns.at(row);
        if block.is_dated(place) || !selection.has(row) {
            continue;
        }
        let shown = lanes_shown(block, place, places);
        shown.iter().for_each(|lane| counts[usize::from(lane.lane)] += 1);
        if !shown.is_empty() {
            found.push((block.rank[place], row, shown));
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(MOST_UNDATED);
    let named = found.into_iter().map(|(_, row, shown)| {
        let (block, place) = columns.at(row);
        drawn(block, place, (0, 0), shown)
    });
    (named.collect(), counts)
}
