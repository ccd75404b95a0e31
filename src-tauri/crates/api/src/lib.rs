//! The contract of the product, without a shell around it: requests, answers, errors, and the code that answers.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod api;
pub mod bindings;
mod brief;
mod contract;
mod dossier;
mod dossier_file;
mod error;
mod frames;
mod handlers;
mod importing;
mod integrity;
mod parse;
mod recent;
pub mod record;
mod samples;
pub mod shown;
mod view;
mod whereabouts;
pub mod wire;

pub use api::{Api, Clock};
pub use domain::incoming::{Fault, Format, Mapping};
pub use exchange::capture::Document;
pub use handlers::{CaptureOptions, CapturedText, ImportOptions, ImportSource, serve};
pub use parse::request;
