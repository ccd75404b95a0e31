//! Articles with their dated facts: how many are found with both actors and the date.

use crate::{
    corpus::{ARTICLES, Corpus},
    rows::{Row, percent},
    show::show,
};
use domain::Moment;
use reader::{DraftProposal, Reader};
use serde_json::Value;
use std::fmt;

/// Least share of the facts, in per cent.
const FLOOR: f64 = 60.0;

/// From this confidence on a draft is accepted by default.
const SURE: f64 = 0.8;

/// How the articles were read.
#[derive(Default)]
pub struct Articles {
    found: usize,
    facts: usize,
    /// Drafts accepted by default, and those of them that are facts of the list; the list is not complete.
    sure: usize,
    listed: usize,
}

/// A fact of the list between two actors.
struct Fact<'a> {
    date: &'a str,
    source: &'a str,
    target: &'a str,
    what: &'a Value,
}

/// Reads all articles.
pub fn score(reader: &Reader, corpus: &Corpus, verbose: bool) -> Articles {
    let mut articles = Articles::default();
    for row in corpus.lines(ARTICLES) {
        let day = row["published"].as_str().and_then(|day| day.parse().ok());
        let drafts = reader.read(row["text"].as_str().unwrap(), day, Some("en")).drafts;
        let facts: Vec<Fact> = row["facts"].as_array().unwrap().iter().filter_map(Fact::of).collect();
        if verbose {
            println!("== {}", row["title"]);
            drafts.iter().for_each(show);
        }
        articles.count_sure(&drafts, &facts, verbose);
        articles.count_facts(&drafts, &facts, verbose);
    }
    articles
}

impl Articles {
    fn count_sure(&mut self, drafts: &[DraftProposal], facts: &[Fact], verbose: bool) {
        for draft in drafts.iter().filter(|draft| draft.confidence >= SURE) {
            let listed = facts.iter().any(|fact| fact.is_told_by(draft));
            self.sure += 1;
            self.listed += usize::from(listed);
            if verbose && !listed {
                print!("TO JUDGE ");
                show(draft);
            }
        }
    }

    fn count_facts(&mut self, drafts: &[DraftProposal], facts: &[Fact], verbose: bool) {
        for fact in facts {
            let found = drafts.iter().any(|draft| fact.is_told_by(draft));
            self.facts += 1;
            self.found += usize::from(found);
            if verbose && !found {
                println!("MISSED {} {}>{} {}", fact.date, fact.source, fact.target, fact.what);
            }
        }
    }

    /// Recall, and the share of sure drafts that are on the list, which is less than their precision.
    pub fn rows(&self) -> Vec<Row> {
        let listed = percent(self.listed, self.sure);
        vec![
            Row::at_least("dated facts of articles, recall", "%", percent(self.found, self.facts), FLOOR),
            Row::told("article drafts at 0.8 or more, on the list of facts", "%", Some(listed)),
        ]
    }
}

impl<'a> Fact<'a> {
    fn of(fact: &'a Value) -> Option<Self> {
        Some(Self {
            date: fact["date"].as_str()?,
            source: fact["source"].as_str()?,
            target: fact["target"].as_str()?,
            what: &fact["what"],
        })
    }

    /// Whether a draft names both actors and the date.
    fn is_told_by(&self, draft: &DraftProposal) -> bool {
        names(draft, self.source) && names(draft, self.target) && self.is_dated_by(draft)
    }

    fn is_dated_by(&self, draft: &DraftProposal) -> bool {
        draft.item.when.as_ref().is_some_and(|when| {
            let [first, last] = [when.edtf.earliest(), when.edtf.latest()].map(|moment| moment.map(Moment::iso_date));
            let in_month = |day: &Option<String>| day.as_deref().is_some_and(|day| day.starts_with(self.date));
            when.edtf.as_str().trim_end_matches(['~', '?']) == self.date
                || (self.date.len() == 7 && in_month(&first) && in_month(&last))
                || within(first.as_deref(), self.date)
        })
    }
}

fn names(draft: &DraftProposal, code: &str) -> bool {
    let organisation = format!("organisation:{}", code.to_lowercase().replace("au", "african-union"));
    draft
        .item
        .participants
        .iter()
        .any(|one| one.country.as_deref() == Some(code) || one.key == organisation)
}

/// Whether a day lies in a range "a/b".
fn within(day: Option<&str>, range: &str) -> bool {
    day.zip(range.split_once('/'))
        .is_some_and(|(day, (first, last))| first <= day && day <= last)
}

impl fmt::Display for Articles {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            found,
            facts,
            sure,
            listed,
        } = self;
        writeln!(out, "articles: {found}/{facts} dated facts with actors and date")?;
        write!(
            out,
            "articles: {sure} drafts at 0.8 or more, {listed} of them are listed facts; the others are to be judged by reading (flag a, TO JUDGE)"
        )
    }
}
