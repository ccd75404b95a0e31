//! What the store promises, tested from inside: some promises are about damage that only the connection can do.

pub(crate) mod build;
mod columns;
mod crash;
mod files;
mod full;
mod journal;
mod known;
mod random;
mod record;
mod search;
mod takeover;
mod whereabouts;
