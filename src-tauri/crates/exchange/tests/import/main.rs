//! Files of other tools, read as they are; those of the corpus where it is at hand.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod misp;
mod stix;
mod support;
mod tables;
