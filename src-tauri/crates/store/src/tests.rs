//! What the store promises, tested from inside: some promises are about damage that only the connection can do.

mod build;
mod journal;
mod record;
