//! The real binary, run as a script runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod copies;
mod dates;
mod desk;
mod events;
mod exchange;
mod facts;
mod failures;
mod hostile;
mod import;
mod links;
mod orphans;
mod own_day;
mod places;
mod printing;
mod relations;
mod review;
mod said_alike;
mod search;
mod strict;
