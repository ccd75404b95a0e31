//! Formats in and out, streaming. Each format is a module; none touches files, only readers and writers handed to it.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod dossier_json;
