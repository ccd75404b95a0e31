//! Briefs set from values and read back from their PDF.
#![allow(clippy::unwrap_used, clippy::panic)]

mod beijing;
mod fixture;
mod hostile;
mod tools;
