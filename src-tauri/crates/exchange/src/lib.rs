//! Formats in and out, streaming. Each format is a module; none touches files, only readers, writers and bytes handed to it.
//!
//! What reaches outside: `capture::fetch` asks the network, the two `worker`s start processes, and `import::Order` opens the file that it names.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod capture;
pub mod dossier_json;
pub mod import;
