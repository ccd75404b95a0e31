//! The geometry of the printed braid: time runs to the right in consecutive strips, a lane per country, a thread per event. All lengths are points (1/72 in).
//!
//! Time is cut into segments that are linear each; between segments empty time is left out and the axis is broken. Inside a segment every mark
//! stands at its date; texts that would overlap are moved to the side, and a hairline leads from each to its thread. Every dated mark is drawn once, with its number.

use domain::Language;
use serde::Serialize;

use crate::model::Figure;

mod arcs;
mod dates;
mod fan;
mod labels;
mod place;
mod segments;
mod strip;
mod ticks;

pub use arcs::Arc;
pub use labels::fitted;
pub use strip::{Bar, LaneLine, SegmentLine, Strip, Thread};
pub use ticks::Tick;

/// A laid-out braid.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Braid {
    pub width: f64,
    pub strips: Vec<Strip>,
    /// Numbers of marks without any date.
    pub undated: Vec<u32>,
}

/// Size of the text in the braid.
pub const TEXT_SIZE: f64 = 6.6;

/// Room for lane names at the left of each strip.
const NAMES_WIDTH: f64 = 76.0;

/// Room at the right for the labels of the last marks.
const LABELS_WIDTH: f64 = 46.0;

/// How wide a text is, in points at [`TEXT_SIZE`].
pub type Measure<'a> = &'a dyn Fn(&str) -> f64;

/// Lays a figure out in strips of the given width. Marks that name no existing lane are numbered but have no node.
pub fn lay_out(figure: &Figure, width: f64, language: Language, measure: Measure<'_>) -> Braid {
    let placed = place::placed(&figure.marks);
    let undated = place::undated(&figure.marks);
    let digits = figure.marks.iter().map(|mark| mark.number).max().unwrap_or(0).to_string().len();
    let plot = (width - NAMES_WIDTH - LABELS_WIDTH).max(60.0);
    let gap = strip::NUMBER_ROOM + measure(&"0".repeat(digits));
    let pitch = if placed.len() > 200 { gap + 2.0 } else { (gap + 2.0).max(21.0) };
    let rows = segments::rows(&segments::cut(&placed, plot, pitch, gap), plot);
    let paper = strip::Paper {
        figure,
        placed: &placed,
        width,
        plot_left: NAMES_WIDTH,
        gap,
        language,
        measure,
    };
    Braid {
        width,
        strips: rows.iter().map(|row| strip::draw(&paper, row)).collect(),
        undated,
    }
}

#[cfg(test)]
mod tests;
