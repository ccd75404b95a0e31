//! What reading costs: processor time of one core, so that the load of others does not count, and memory.

use crate::{clock, corpus::Corpus, rows::Row, support};
use chrono::NaiveDate;
use reader::Reader;
use std::{fmt, process::Command};

/// Times each figure is measured; the middle counts.
const TIMES: usize = 7;

/// Least megabytes a second; most milliseconds for an article and for the start; most megabytes of memory.
const FLOOR_SPEED: f64 = 2.0;
const MOST_ARTICLE: f64 = 10.0;
const MOST_START: f64 = 150.0;
/// What opening any file may take, of the table of figures to reach (S4).
const MOST_MEMORY: f64 = 512.0;

/// Letters of the article that is timed.
const ARTICLE: usize = 6_000;

/// Bytes of the text whose reading is to stay small.
const LARGE: usize = 50_000_000;

/// Megabytes a second, milliseconds and megabytes; what a program of its own did not tell is absent.
pub struct Speed {
    megabytes_a_second: f64,
    article: f64,
    start: Option<f64>,
    memory: Option<f64>,
}

/// Measures the reader here, its start and memory in programs of their own.
pub fn score(reader: &Reader, corpus: &Corpus) -> Speed {
    let articles = corpus.articles().join("\n\n");
    let text = articles.repeat(40);
    let article: String = articles.chars().take(ARTICLE).collect();
    let day = NaiveDate::from_ymd_opt(2020, 1, 1);
    let read = |text: &str| clock::of_one(TIMES, || reader.read(text, day, None));
    let starts: Vec<f64> = (0..TIMES).filter_map(|_| told_alone("start")).collect();
    Speed {
        megabytes_a_second: text.len() as f64 / 1e3 / read(&text),
        article: read(&article),
        start: (!starts.is_empty()).then(|| clock::median(starts)),
        memory: told_alone("memory"),
    }
}

/// What this program says when it is started anew for one measurement.
fn told_alone(what: &str) -> Option<f64> {
    let output = Command::new(std::env::current_exe().ok()?).args(["alone", what]).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// Measures `start` or `memory` in a program that does nothing else; whether there was something to tell.
pub fn alone(corpus: &Corpus, what: &str) -> bool {
    let told = match what {
        "start" => Some(clock::taken(support::reader)),
        "memory" => memory(corpus),
        _ => None,
    };
    told.inspect(|number| println!("{number}")).is_some()
}

fn memory(corpus: &Corpus) -> Option<f64> {
    let articles = corpus.articles().join("\n\n");
    let text = articles.repeat(LARGE / articles.len() + 1);
    drop(support::reader().read(&text, NaiveDate::from_ymd_opt(2020, 1, 1), None));
    clock::peak_memory()
}

impl Speed {
    /// Speed, an article, the start, memory.
    pub fn rows(&self) -> Vec<Row> {
        vec![
            Row::at_least("text read, one core", "MB/s", self.megabytes_a_second, FLOOR_SPEED),
            Row::at_most("article of 6,000 characters", "ms", Some(self.article), MOST_ARTICLE),
            Row::at_most("start", "ms", self.start, MOST_START),
            Row::at_most("peak memory, text of 50 MB", "MB", self.memory, MOST_MEMORY),
        ]
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |number: Option<f64>| number.map_or_else(|| "not measured".to_owned(), |number| format!("{number:.0}"));
        write!(
            out,
            "speed: {:.2} MB/s, an article {:.1} ms, start {} ms, peak memory {} MB",
            self.megabytes_a_second,
            self.article,
            told(self.start),
            told(self.memory)
        )
    }
}
