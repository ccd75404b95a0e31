//! The contract of the product, without a shell around it: requests, answers, errors, and the code that answers.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod bindings;
mod contract;
pub mod wire;
