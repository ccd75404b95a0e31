//! Fits the weights of `data/lexicon/confidence.toml` to judged drafts: `fit DIR [DIR …]`, each folder as `judge` reads it, prints the
//! table and how far it can be believed for articles it was not fitted to. Which signs have a weight is decided by leaving articles
//! out: a sign is taken as long as the drafts of articles left out become likelier by it.

mod logistic;

use crate::{curve::Curve, judge};
use logistic::{Row, fit, likely};
use reader::{Reader, evidence::Evidence};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Signs of fewer drafts than these have no weight.
const FEWEST: usize = 6;

/// Into how many parts the articles are put while signs are chosen.
const PARTS: usize = 10;

/// How much likelier a draft has to become by a sign, as mean of the logarithm.
const WORTH: f64 = 0.001;

/// How much a weight has to be worth: the larger, the nearer to nothing they stay.
const PENALTY: f64 = 1.0;

/// A judged draft.
struct Judged {
    article: usize,
    folder: String,
    language: String,
    evidence: Evidence,
    right: bool,
}

/// What is weighed, and by how much.
struct Model {
    signs: Vec<&'static str>,
    weights: Vec<f64>,
}

/// Fits and tells; whether there was something to fit to.
pub fn run(reader: &Reader, folders: &[&str]) -> bool {
    let owned = gather(reader, folders);
    let all: Vec<&Judged> = owned.iter().collect();
    if all.is_empty() {
        eprintln!("no drafts to fit to");
        return false;
    }
    let model = Model::of(&all, choose(&all));
    model.print();
    tell("the rules alone", &all, |one| one.evidence.by_rule());
    tell("each article left out", &all, |one| {
        let others: Vec<&Judged> = all.iter().filter(|other| other.article != one.article).copied().collect();
        Model::of(&others, model.signs.clone()).confidence(one)
    });
    let parts: Vec<Model> = (0..PARTS)
        .map(|part| {
            let others: Vec<&Judged> = all.iter().filter(|one| one.article % PARTS != part).copied().collect();
            Model::of(&others, choose(&others))
        })
        .collect();
    tell("each part left out of the choice too", &all, |one| {
        parts.get(one.article % PARTS).map_or(0.0, |model| model.confidence(one))
    });
    true
}

fn gather(reader: &Reader, folders: &[&str]) -> Vec<Judged> {
    let mut all: Vec<Judged> = Vec::new();
    let articles = folders
        .iter()
        .flat_map(|folder| judge::articles(Path::new(folder)).into_iter().map(move |row| (folder, row)));
    for (article, (folder, row)) in articles.enumerate() {
        all.extend(judge::drafts(reader, &row).into_iter().map(|draft| Judged {
            article,
            folder: (*folder).to_owned(),
            language: row["lang"].as_str().unwrap_or("en").to_owned(),
            right: judge::is_right(&row, &draft),
            evidence: draft.evidence,
        }));
    }
    all
}

impl Judged {
    fn features(&self, signs: &[&str]) -> Vec<f64> {
        let there = signs.iter().map(|sign| f64::from(u8::from(self.evidence.signs.contains(sign))));
        [1.0, self.evidence.log_odds()].into_iter().chain(there).collect()
    }

    fn capped(&self, chance: f64) -> f64 {
        chance.clamp(0.05, 0.95).min(self.evidence.most.unwrap_or(1.0))
    }
}

impl Model {
    fn of(all: &[&Judged], signs: Vec<&'static str>) -> Self {
        let rows: Vec<Row> = all
            .iter()
            .map(|one| Row {
                features: one.features(&signs),
                right: one.right,
            })
            .collect();
        let penalty: Vec<f64> = [1e-3, 1e-2].into_iter().chain(signs.iter().map(|_| PENALTY)).collect();
        Self {
            weights: fit(&rows, &penalty),
            signs,
        }
    }

    fn chance(&self, one: &Judged) -> f64 {
        likely(&self.weights, &one.features(&self.signs))
    }

    fn confidence(&self, one: &Judged) -> f64 {
        one.capped(self.chance(one))
    }

    /// As the table is written.
    fn print(&self) {
        let weights: Vec<String> = self.weights.iter().map(|weight| format!("{weight:.2}")).collect();
        let [start, rule, signs @ ..] = weights.as_slice() else { return };
        println!("start = {start}\nrule = {rule}\n\n[signs]");
        let by_name: BTreeMap<&str, &String> = self.signs.iter().copied().zip(signs).collect();
        by_name.iter().for_each(|(sign, weight)| println!("{sign} = {weight}"));
    }
}

/// The signs worth a weight, the best first.
fn choose(all: &[&Judged]) -> Vec<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    all.iter()
        .flat_map(|one| &one.evidence.signs)
        .for_each(|sign| *counts.entry(sign).or_default() += 1);
    let mut open: BTreeSet<&'static str> = counts
        .into_iter()
        .filter(|(_, count)| *count >= FEWEST)
        .map(|(sign, _)| sign)
        .collect();
    let mut chosen: Vec<&'static str> = Vec::new();
    let mut loss = loss_of(all, &chosen);
    while let Some((least, sign)) = open
        .iter()
        .map(|sign| (loss_of(all, &chosen.iter().copied().chain([*sign]).collect::<Vec<_>>()), *sign))
        .min_by(|left, right| left.0.total_cmp(&right.0))
        .filter(|(least, _)| *least < loss - WORTH)
    {
        loss = least;
        open.remove(sign);
        chosen.push(sign);
    }
    chosen
}

/// The mean of minus the logarithm of how likely what was judged is, each part weighed by the others.
fn loss_of(all: &[&Judged], signs: &[&'static str]) -> f64 {
    let of_part = |part: usize| {
        let (own, others): (Vec<&Judged>, Vec<&Judged>) = all.iter().copied().partition(|one| one.article % PARTS == part);
        let model = Model::of(&others, signs.to_vec());
        own.into_iter()
            .map(|one| {
                let chance = model.chance(one);
                -(if one.right { chance } else { 1.0 - chance }).max(1e-9).ln()
            })
            .sum::<f64>()
    };
    (0..PARTS).map(of_part).sum::<f64>() / all.len().max(1) as f64
}

/// The curve by all, by language and by folder.
fn tell(how: &str, all: &[&Judged], confidence: impl Fn(&Judged) -> f64) {
    let mut curves: BTreeMap<String, Curve> = BTreeMap::new();
    for one in all {
        let confidence = (confidence(one) * 100.0).round() / 100.0;
        for name in ["all", &one.language, &one.folder] {
            curves.entry(name.to_owned()).or_default().add(confidence, one.right);
        }
    }
    println!("== {how}");
    for (name, curve) in curves {
        println!("{name}: {}\n   {curve}", curve.surely());
    }
}
