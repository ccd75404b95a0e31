//! What the timeline draws: from a million marks to the few thousand that fit on a screen, with the rest counted.
//!
//! Pure: no clock, no file, no thread. [`Columns`] hold the record in memory, sorted for range queries and patched on change;
//! a [`Selection`] of them is made once for a filter; [`frame`] answers a view. For every lane shown, each selected mark that
//! touches the frame's range is either drawn or counted, never both and never neither.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod block;
mod cells;
mod columns;
mod density;
mod encode;
mod frame;
mod grid;
mod levels;
mod mark;
mod pass;
mod relate;
mod selection;
mod span;

#[cfg(test)]
mod tests;

pub use columns::Columns;
pub use density::{Density, density};
pub use encode::{FORMAT_VERSION, MAGIC, NO_LANE, encode};
pub use frame::{Cell, Drawn, DrawnLane, DrawnTie, Frame, LaneCount, Rejected, frame, frame_with};
pub use grid::{FrameRequest, Grid};
pub use levels::Levels;
pub use mark::{Flags, LaneRef, Mark, Roles};
pub use relate::{LinkMark, TieMark};
pub use selection::Selection;
pub use span::Span;
