//! Every command of the contract on a real dossier made from the sample: what it does, and what it refuses with which words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod addresses;
mod brief;
mod brief_dates;
mod documents;
mod edits;
mod golden;
mod import;
mod known_on;
mod queries;
mod refusals;
mod relations;
mod review;
mod sample;
mod size;
mod whereabouts;
