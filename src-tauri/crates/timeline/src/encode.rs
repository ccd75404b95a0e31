//! The bytes of a frame, as `ui/src/timeline/frame.ts` reads them.
//!
//! Little-endian. A header of 64 bytes, then arrays without gaps, from wide elements to narrow ones, so that each is aligned:
//!
//! | at | header field |
//! |---|---|
//! | 0 | `u32` magic `SMTF` · 4 `u32` version |
//! | 8 | `f64` first second · 16 `f64` seconds of a bucket |
//! | 24 | `u32` buckets · 28 lanes · 32 marks, dated ones first · 36 undated among them |
//! | 40 | `u32` lane references · 44 cells · 48 links · 52 ties · 56 elsewhere · 60 depth |
//!
//! Arrays: `f64` times 4 × marks, anchors, tie times 4 × ties; 16-byte ids of marks, of ties;
//! `f32` weights; `u32` first lane reference of each mark, and of none (marks + 1); `u32` cell counts; `f32` cell balances;
//! `u32` link from, link to; `u32` lane in range, lane undated; `u16` rank, kind, first bucket, last bucket; `u16` lane of each reference;
//! `u16` cell lane, cell bucket; `u16` tie from, tie to (65,535 for none); `u8` status, flags; `u8` roles of each reference;
//! `u8` link kind; `u8` tie kind; `i8` tie sign.

use crate::frame::{Drawn, DrawnLane, Frame};

/// Raised when the layout changes.
pub const FORMAT_VERSION: u32 = 1;

/// The first four bytes.
pub const MAGIC: [u8; 4] = *b"SMTF";
/// The lane of a tie's end that is not shown.
pub const NO_LANE: u16 = u16::MAX;

/// The frame as bytes.
pub fn encode(frame: &Frame) -> Vec<u8> {
    let marks: Vec<&Drawn> = frame.drawn.iter().chain(&frame.undated).collect();
    let refs: Vec<&DrawnLane> = marks.iter().flat_map(|mark| &mark.lanes).collect();
    let mut out = Bytes(Vec::with_capacity(128 + marks.len() * 96 + frame.cells.len() * 12));
    header(&mut out, frame, marks.len(), refs.len());
    wide(&mut out, frame, &marks);
    words(&mut out, frame, &marks);
    halves(&mut out, frame, &marks, &refs);
    single(&mut out, frame, &marks, &refs);
    out.0
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn u8(&mut self, values: impl IntoIterator<Item = u8>) {
        self.0.extend(values);
    }
    fn u16(&mut self, values: impl IntoIterator<Item = u16>) {
        values.into_iter().for_each(|value| self.0.extend(value.to_le_bytes()));
    }
    fn u32(&mut self, values: impl IntoIterator<Item = u32>) {
        values.into_iter().for_each(|value| self.0.extend(value.to_le_bytes()));
    }
    fn f32(&mut self, values: impl IntoIterator<Item = f32>) {
        values.into_iter().for_each(|value| self.0.extend(value.to_le_bytes()));
    }
    fn f64(&mut self, values: impl IntoIterator<Item = f64>) {
        values.into_iter().for_each(|value| self.0.extend(value.to_le_bytes()));
    }
}

fn header(out: &mut Bytes, frame: &Frame, marks: usize, refs: usize) {
    out.u8(MAGIC);
    out.u32([FORMAT_VERSION]);
    out.f64([frame.grid.start as f64, frame.grid.bucket_seconds() as f64]);
    let counts = [
        frame.lanes.len(),
        marks,
        frame.undated.len(),
        refs,
        frame.cells.len(),
        frame.links.len(),
        frame.ties.len(),
    ];
    out.u32([frame.grid.buckets]);
    out.u32(counts.map(|count| count as u32));
    out.u32([frame.elsewhere, u32::from(frame.grid.depth)]);
}

fn wide(out: &mut Bytes, frame: &Frame, marks: &[&Drawn]) {
    out.f64(marks.iter().flat_map(|mark| mark.times));
    out.f64(marks.iter().map(|mark| mark.anchor));
    out.f64(frame.ties.iter().flat_map(|tie| tie.times));
    out.u8(marks.iter().flat_map(|mark| mark.id.into_bytes()));
    out.u8(frame.ties.iter().flat_map(|tie| tie.id.into_bytes()));
}

fn words(out: &mut Bytes, frame: &Frame, marks: &[&Drawn]) {
    out.f32(marks.iter().map(|mark| mark.weight));
    let mut first = 0;
    out.u32([0]);
    out.u32(marks.iter().map(|mark| {
        first += mark.lanes.len() as u32;
        first
    }));
    out.u32(frame.cells.iter().map(|cell| cell.count));
    out.f32(frame.cells.iter().map(|cell| cell.balance));
    out.u32(frame.links.iter().map(|link| link.0));
    out.u32(frame.links.iter().map(|link| link.1));
    out.u32(frame.lanes.iter().map(|lane| lane.in_range));
    out.u32(frame.lanes.iter().map(|lane| lane.undated));
}

fn halves(out: &mut Bytes, frame: &Frame, marks: &[&Drawn], refs: &[&DrawnLane]) {
    out.u16(marks.iter().map(|mark| mark.rank));
    out.u16(marks.iter().map(|mark| mark.kind));
    out.u16(marks.iter().map(|mark| mark.buckets.0));
    out.u16(marks.iter().map(|mark| mark.buckets.1));
    out.u16(refs.iter().map(|lane| lane.lane));
    out.u16(frame.cells.iter().map(|cell| cell.lane));
    out.u16(frame.cells.iter().map(|cell| cell.bucket));
    out.u16(frame.ties.iter().map(|tie| tie.from.unwrap_or(NO_LANE)));
    out.u16(frame.ties.iter().map(|tie| tie.to.unwrap_or(NO_LANE)));
}

fn single(out: &mut Bytes, frame: &Frame, marks: &[&Drawn], refs: &[&DrawnLane]) {
    out.u8(marks.iter().map(|mark| mark.status));
    out.u8(marks.iter().map(|mark| mark.flags.0));
    out.u8(refs.iter().map(|lane| lane.roles.0));
    out.u8(frame.links.iter().map(|link| link.2.code()));
    out.u8(frame.ties.iter().map(|tie| tie.kind.code()));
    out.u8(frame.ties.iter().map(|tie| i8::from(tie.sign) as u8));
}
