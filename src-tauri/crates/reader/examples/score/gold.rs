//! Sentences with source, target and type of what happened: how many are found, and how many drafts are right.

use crate::{
    corpus::{Corpus, GOLD},
    rows::{Row, percent},
};
use domain::named::Noun;
use reader::{DraftProposal, Reader};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Least figures, in per cent.
const FLOOR_TRIPLES: f64 = 60.0;
const FLOOR_PAIRS: f64 = 75.0;
const FLOOR_ROOTS: f64 = 60.0;
const FLOOR_SURE: f64 = 80.0;

/// Source, target, quad class.
type Triple = (String, String, u64);

/// How the gold sentences between countries were read.
#[derive(Default)]
pub struct Gold {
    triples: Tally,
    pairs: Tally,
    /// Pairs found whose deed has the right root.
    rooted: usize,
    precision: Precision,
}

/// What is common to what we found and what was wanted.
#[derive(Default)]
struct Tally {
    hit: usize,
    ours: usize,
    wanted: usize,
}

impl Tally {
    fn count<T: Ord>(&mut self, ours: &BTreeSet<T>, wanted: &BTreeSet<T>) {
        self.hit += wanted.intersection(ours).count();
        self.ours += ours.len();
        self.wanted += wanted.len();
    }

    fn precision(&self) -> f64 {
        percent(self.hit, self.ours)
    }

    fn recall(&self) -> f64 {
        percent(self.hit, self.wanted)
    }

    fn f1(&self) -> f64 {
        percent(2 * self.hit, self.ours + self.wanted)
    }

    fn rows(&self, name: &str, floor: f64) -> [Row; 3] {
        [
            Row::told(&format!("{name}, precision"), "%", Some(self.precision())),
            Row::told(&format!("{name}, recall"), "%", Some(self.recall())),
            Row::at_least(&format!("{name}, F1"), "%", self.f1(), floor),
        ]
    }
}

/// How many drafts of each tenth of confidence are right.
#[derive(Default)]
struct Precision(BTreeMap<u8, (usize, usize)>);

impl Precision {
    fn count(&mut self, draft: &DraftProposal, right: bool) {
        let tenth = (draft.confidence * 10.0 + 1e-9).floor() as u8;
        let entry = self.0.entry(tenth).or_default();
        entry.0 += usize::from(right);
        entry.1 += 1;
    }

    /// Right and all of those that are accepted by default.
    fn sure(&self) -> (usize, usize) {
        self.0.range(8..).fold((0, 0), |sum, (_, one)| (sum.0 + one.0, sum.1 + one.1))
    }
}

/// Reads the sentences between two countries.
pub fn score(reader: &Reader, corpus: &Corpus, verbose: bool) -> Gold {
    let mut gold = Gold::default();
    for row in corpus.lines(GOLD) {
        let wanted = wanted(&row);
        if !wanted.is_empty() {
            gold.count(reader, &row, &wanted, verbose);
        }
    }
    gold
}

fn wanted(row: &Value) -> BTreeSet<Triple> {
    let codes = |side: &str| -> Vec<String> {
        let all = row[side].as_array().unwrap();
        all.iter().map(|one| same(one["code"].as_str().unwrap_or_default())).collect()
    };
    let (sources, targets) = (codes("source"), codes("target"));
    let others = if targets.is_empty() { &sources } else { &targets };
    let quad = row["quad"].as_u64().unwrap();
    sources
        .iter()
        .flat_map(|source| others.iter().map(move |target| (source.clone(), target.clone(), quad)))
        .filter(|(source, target, _)| source != target && is_country(source) && is_country(target))
        .collect()
}

/// Countries named alike by the annotators of the gold sentences.
fn same(code: &str) -> String {
    if code == "JAP" { "JPN" } else { code }.to_owned()
}

fn is_country(code: &str) -> bool {
    code.len() == 3 && !matches!(code, "IGO" | "NGO" | "IMG" | "ISM")
}

fn triples_of(draft: &DraftProposal) -> Vec<Triple> {
    let Some(quad) = draft.quad else { return Vec::new() };
    let mut all = Vec::new();
    for source in &draft.source_countries {
        for target in draft.target_countries.iter().filter(|target| *target != source) {
            all.push((source.clone(), target.clone(), u64::from(quad)));
        }
    }
    all
}

fn pairs_of(triples: &BTreeSet<Triple>) -> BTreeSet<(&str, &str)> {
    triples
        .iter()
        .map(|(source, target, _)| (source.as_str(), target.as_str()))
        .collect()
}

impl Gold {
    fn count(&mut self, reader: &Reader, row: &Value, wanted: &BTreeSet<Triple>, verbose: bool) {
        let text = row["text"].as_str().unwrap();
        let plover = row["event"].as_str().unwrap();
        let drafts = reader.read(text, None, Some("en")).drafts;
        let events: Vec<&DraftProposal> = drafts.iter().filter(|draft| draft.item.noun != Noun::Tie).collect();
        for draft in &events {
            let triples = triples_of(draft);
            if !triples.is_empty() {
                self.precision.count(draft, triples.iter().any(|triple| wanted.contains(triple)));
            }
        }
        let ours: BTreeSet<Triple> = events.iter().flat_map(|draft| triples_of(draft)).collect();
        self.triples.count(&ours, wanted);
        let (our_pairs, wanted_pairs) = (pairs_of(&ours), pairs_of(wanted));
        self.pairs.count(&our_pairs, &wanted_pairs);
        let is_rooted = |pair: &&(&str, &str)| events.iter().any(|draft| tells(draft, pair) && root_fits(plover, draft));
        self.rooted += wanted_pairs.intersection(&our_pairs).filter(is_rooted).count();
        if verbose && ours != *wanted {
            let rules = events
                .iter()
                .map(|draft| format!("{} {:?}>{:?}", draft.rule, draft.source_countries, draft.target_countries));
            let rules: Vec<String> = rules.collect();
            println!("{plover} wanted {wanted:?}\n   ours {ours:?} by {rules:?}\n   {text}");
        }
    }

    fn roots(&self) -> f64 {
        percent(self.rooted, self.pairs.hit)
    }

    /// What was found of triples, pairs and roots, and how many of the drafts accepted by default are right.
    pub fn rows(&self) -> Vec<Row> {
        let triples = self.triples.rows("gold (source, target, quad)", FLOOR_TRIPLES);
        let pairs = self.pairs.rows("gold actor pairs", FLOOR_PAIRS);
        let (right, all) = self.precision.sure();
        let rest = [
            Row::at_least("gold root, given the pair", "%", self.roots(), FLOOR_ROOTS),
            Row::at_least("gold drafts at 0.8 or more, right", "%", percent(right, all), FLOOR_SURE),
        ];
        triples.into_iter().chain(pairs).chain(rest).collect()
    }
}

fn tells(draft: &DraftProposal, pair: &(&str, &str)) -> bool {
    triples_of(draft)
        .iter()
        .any(|(source, target, _)| (source.as_str(), target.as_str()) == *pair)
}

/// Whether the CAMEO root of a draft is one of the PLOVER type's.
fn root_fits(plover: &str, draft: &DraftProposal) -> bool {
    let root = draft.cameo.as_deref().and_then(|code| code.get(..2)).unwrap_or_default();
    let roots: &[&str] = match plover {
        "AGREE" => &["03"],
        "CONSULT" => &["04"],
        "SUPPORT" => &["05"],
        "COOPERATE" => &["06"],
        "AID" => &["07"],
        "CONCEDE" | "RETREAT" => &["08"],
        "INVESTIGATE" => &["09"],
        "DEMAND" => &["10"],
        "DISAPPROVE" => &["11", "09"],
        "REJECT" => &["12"],
        "THREATEN" => &["13"],
        "PROTEST" => &["14"],
        "MOBILIZE" => &["15"],
        "SANCTION" => &["16"],
        "COERCE" => &["17", "16"],
        _ => &["18", "19", "20"],
    };
    roots.contains(&root)
}

impl fmt::Display for Gold {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, tally) in [("(source, target, quad)", &self.triples), ("pairs", &self.pairs)] {
            let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
            writeln!(out, "gold {name}: P {precision:.1} R {recall:.1} F1 {f1:.1} %")?;
        }
        writeln!(out, "gold root right given the pair: {:.1} %", self.roots())?;
        let (right, all) = self.precision.sure();
        write!(
            out,
            "gold drafts between countries, right where one of their (source, target, quad) is told: at 0.8 and more {right}/{all};"
        )?;
        self.precision
            .0
            .iter()
            .try_for_each(|(tenth, (right, all))| write!(out, " 0.{tenth}: {right}/{all}"))
    }
}
