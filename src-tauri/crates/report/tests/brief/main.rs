//! Briefs set from values and read back from their PDF.

mod beijing;
mod fixture;
mod hostile;
mod tools;
