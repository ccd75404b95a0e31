//! The one write path, held to what it promises.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod damage;
mod filter;
mod offices;
mod random_edits;
mod review;
mod rules;
mod same_index;
