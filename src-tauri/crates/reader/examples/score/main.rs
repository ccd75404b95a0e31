//! Scores the reader on the test corpus: `cargo run --release -p reader --example score -- [FLAGS]`, where the letters d, g, a
//! and s show what dates, gold sentences, articles and the seed article got wrong, and q leaves the speed out.
//! `rows FILE [PEERS]` writes the figures as `cargo xtask bench` reads them, with chrono-node from the folder PEERS;
//! `fuzz SECONDS [SEED]` reads hostile texts; `probes FILE` reads sentences of one construction each, `judge DIR …` articles with
//! their facts (`judge quiet DIR …` only counts), `fit DIR …` fits the confidence to them, `drafts FILE` shows the drafts of texts, one JSON value with `text` on a line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::panic)]

mod articles;
mod clock;
mod corpus;
mod curve;
mod dates;
mod fit;
mod fuzz;
mod gold;
mod judge;
mod peer;
mod probes;
mod rows;
mod seed;
mod show;
mod speed;
#[path = "../../tests/support/mod.rs"]
mod support;
mod verdict;

use corpus::Corpus;
use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let good = match words.as_slice() {
        ["fuzz", ..] => fuzz::run(arguments.get(1..).unwrap_or_default()),
        ["probes", file] => probes::run(&support::reader(), Path::new(file), true),
        ["judge", "quiet", folders @ ..] => judge::run(&support::reader(), folders, true),
        ["judge", folders @ ..] => judge::run(&support::reader(), folders, false),
        ["fit", folders @ ..] => fit::run(&support::reader(), folders),
        ["drafts", file] => show::file(&support::reader(), Path::new(file)),
        ["alone", what] => speed::alone(&Corpus::here(), what),
        ["rows", file] => score("", Some(file), None),
        ["rows", file, peers] => score("", Some(file), Some(peers)),
        other => score(&other.concat(), None, None),
    };
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures everything, says it, and writes the rows where a file is given; whether the corpus was there.
fn score(flags: &str, file: Option<&str>, peers: Option<&str>) -> bool {
    let corpus = Corpus::here();
    if let Some(absence) = corpus.absence() {
        eprintln!("{absence}");
        return false;
    }
    let dates = dates::score(&corpus, peers.map(Path::new), flags.contains('d'));
    println!("{dates}");
    let reader = support::reader();
    let gold = gold::score(&reader, &corpus, flags.contains('g'));
    println!("{gold}");
    let articles = articles::score(&reader, &corpus, flags.contains('a'));
    println!("{articles}");
    let seed = seed::score(&reader, &corpus, flags.contains('s'));
    println!("{seed}");
    if flags.contains('q') {
        return true;
    }
    let speed = speed::score(&reader, &corpus);
    println!("{speed}");
    if let Some(file) = file {
        rows::write(
            file,
            [dates.rows(), gold.rows(), articles.rows(), seed.rows(), speed.rows()].concat(),
        );
    }
    true
}
