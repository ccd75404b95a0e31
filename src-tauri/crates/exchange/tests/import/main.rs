//! Files of other tools, read as they are; those of the corpus where it is at hand.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod aeon;
mod bibtex;
mod calendar;
mod csl;
mod follow_the_money;
mod graphs;
mod kml;
mod markdown;
mod markwhen;
mod misp;
mod popolo;
mod ris;
mod stix;
mod support;
mod tables;
mod timelines;
mod uk_treaties;
mod wikidata;
