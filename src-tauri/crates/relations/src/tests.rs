//! Tests of the crate as a whole: what counts and for whom, the properties of the figures, and their equality on every way to them.

mod acts;
mod fixtures;
mod pictures;
mod properties;
mod series;
mod ties;
