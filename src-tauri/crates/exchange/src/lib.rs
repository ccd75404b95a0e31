//! Formats in and out, streaming. Each format is a module; none touches files, only readers, writers and bytes handed to it.
//!
//! Two functions of `capture` reach outside: `fetch` asks the network, `worker::ask` starts a process.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod capture;
pub mod dossier_json;
pub mod import;
