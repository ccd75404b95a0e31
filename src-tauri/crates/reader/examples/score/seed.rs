//! The article of 8 January 2026 and its 17 facts.

use crate::{
    corpus::{Corpus, SEED},
    rows::Row,
    show::show,
};
use chrono::NaiveDate;
use domain::{event::Role, named::Noun, statement::Stance, status::Status, tie::Sign};
use reader::{DraftProposal, Reader};
use std::{collections::BTreeSet, fmt};

/// Facts that are to be found, and the most drafts beyond them.
const WANTED: usize = 17;
const MOST_FURTHER: f64 = 5.0;

/// How the article was read.
pub struct Seed {
    missing: Vec<u8>,
    further: usize,
}

/// Reads the article.
pub fn score(reader: &Reader, corpus: &Corpus, verbose: bool) -> Seed {
    let day = NaiveDate::from_ymd_opt(2026, 1, 8);
    let drafts = reader.read(&corpus.text(SEED), day, None).drafts;
    if verbose {
        drafts.iter().enumerate().for_each(|(at, draft)| {
            print!("#{at} ");
            show(draft);
        });
    }
    let found: Vec<(u8, Option<usize>)> = FACTS.iter().map(|(number, find)| (*number, find(&drafts))).collect();
    let used: BTreeSet<usize> = found.iter().filter_map(|(_, draft)| *draft).collect();
    let mut missing: Vec<u8> = found
        .iter()
        .filter(|(_, draft)| draft.is_none())
        .map(|(number, _)| *number)
        .collect();
    missing.dedup();
    Seed {
        missing,
        further: drafts.len() - used.len(),
    }
}

impl Seed {
    fn found(&self) -> usize {
        WANTED - self.missing.len()
    }

    /// Facts found and drafts beyond them.
    pub fn rows(&self) -> Vec<Row> {
        vec![
            Row::at_least("facts of the article of 8 January 2026", "", self.found() as f64, WANTED as f64),
            Row::at_most("further drafts of that article", "", Some(self.further as f64), MOST_FURTHER),
        ]
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for number in &self.missing {
            writeln!(out, "seed fact {number} missing")?;
        }
        write!(
            out,
            "seed article: {} of {WANTED} facts, {} further drafts",
            self.found(),
            self.further
        )
    }
}

/// Finds the draft that tells a fact.
type Find = fn(&[DraftProposal]) -> Option<usize>;

/// The facts of the model by number; some are several drafts or parts of one.
const FACTS: &[(u8, Find)] = &[
    (1, summit),
    (2, |all| {
        at(all, |one| {
            is(one, "visit") && planned(one) && place(one, "Shanghai") && !one.links.is_empty()
        })
    }),
    (3, |all| summit(all).filter(|found| all.get(*found).is_some_and(has_topics))),
    (4, |all| {
        at(all, |one| from_to(one, "appeal", "KOR", "CHN") && planned(one) && party(one, "PRK"))
    }),
    (5, |all| linked(all, at(all, |one| is(one, "summit") && dated(one, "2025-11~")))),
    (6, |all| {
        at(all, |one| {
            from_to(one, "summit", "CHN", "JPN") && planned(one) && one.item.when.is_none() && !one.links.is_empty()
        })
    }),
    (7, |all| at(all, |one| from_to(one, "warning", "JPN", "CHN") && party(one, "TWN"))),
    (8, |all| {
        linked(
            all,
            at(all, |one| {
                is(one, "dispute") && one.item.sign == Sign::Negative && one.item.participants.len() == 2
            }),
        )
    }),
    (9, |all| {
        let supports = |one: &DraftProposal| one.item.stance == Some(Stance::Supports);
        at(all, |one| {
            is(one, "statement") && supports(one) && one.item.topics.iter().any(|topic| topic == "one-china")
        })
    }),
    (9, |all| {
        at(all, |one| {
            one.item.noun == Noun::Tie && key(one, "country:TWN") && key(one, "country:KOR")
        })
    }),
    (9, |all| at(all, |one| is(one, "policy") && key(one, "country:CHN"))),
    (10, |all| {
        let quoted = |one: &DraftProposal| one.item.quote.as_deref() == Some("practical diplomacy");
        at(all, |one| is(one, "statement") && quoted(one) && party(one, "KOR"))
    }),
    (11, |all| at(all, |one| is(one, "alliance") && party(one, "USA"))),
    (11, |all| {
        at(all, |one| {
            from_to(one, "presence", "USA", "KOR") && amount(one, Some(28_500.0), "roughly")
        })
    }),
    (12, |all| {
        at(all, |one| is(one, "partnership") && party(one, "PRK") && party(one, "CHN"))
    }),
    (13, |all| {
        at(all, |one| {
            from_to(one, "dependence", "KOR", "CHN") && amount(one, None, "nearly half")
        })
    }),
    (14, |all| {
        at(all, |one| {
            from_to(one, "dependence", "KOR", "CHN") && amount(one, None, "largest market")
        })
    }),
    (15, |all| {
        at(all, |one| {
            from_to(one, "launch", "CHN", "KOR") && dated(one, "2027") && planned(one)
        })
    }),
    (16, |all| summit(all).filter(|found| all.get(*found).is_some_and(has_new_guests))),
    (17, |all| at(all, |one| from_to(one, "restriction", "CHN", "KOR"))),
];

fn at(drafts: &[DraftProposal], wanted: impl Fn(&DraftProposal) -> bool) -> Option<usize> {
    drafts.iter().position(wanted)
}

fn summit(drafts: &[DraftProposal]) -> Option<usize> {
    let has = |one: &DraftProposal, key: &str, role| one.item.participants.iter().any(|who| who.key == key && who.role == role);
    at(drafts, |one| {
        is(one, "summit")
            && planned(one)
            && place(one, "Beijing")
            && has(one, "person:xi-jinping", Role::Host)
            && has(one, "person:lee-jae-myung", Role::Guest)
    })
}

/// The draft, where another one links to it.
fn linked(drafts: &[DraftProposal], found: Option<usize>) -> Option<usize> {
    found.filter(|at| drafts.iter().any(|one| one.links.iter().any(|link| link.draft == *at)))
}

fn is(draft: &DraftProposal, kind: &str) -> bool {
    draft.item.kind == kind
}

fn from_to(draft: &DraftProposal, kind: &str, source: &str, target: &str) -> bool {
    let has = |codes: &[String], wanted: &str| codes.iter().any(|code| code == wanted);
    is(draft, kind) && has(&draft.source_countries, source) && has(&draft.target_countries, target)
}

fn planned(draft: &DraftProposal) -> bool {
    draft.item.status == Status::Announced
}

fn place(draft: &DraftProposal, name: &str) -> bool {
    draft.item.place.as_ref().is_some_and(|place| place.name == name)
}

fn dated(draft: &DraftProposal, edtf: &str) -> bool {
    draft.item.when.as_ref().is_some_and(|when| when.edtf.as_str() == edtf)
}

fn party(draft: &DraftProposal, code: &str) -> bool {
    draft.item.participants.iter().any(|one| one.country.as_deref() == Some(code))
}

fn key(draft: &DraftProposal, key: &str) -> bool {
    draft.item.participants.iter().any(|one| one.key == key)
}

fn amount(draft: &DraftProposal, value: Option<f64>, qualifier: &str) -> bool {
    draft
        .item
        .amount
        .as_ref()
        .is_some_and(|amount| amount.qualifier() == Some(qualifier) && (value.is_none() || amount.value() == value))
}

fn has_topics(draft: &DraftProposal) -> bool {
    [
        "supply-chains",
        "tourism",
        "transnational-crime",
        "critical-minerals",
        "green-industry",
        "ai",
    ]
    .iter()
    .all(|topic| draft.item.topics.iter().any(|known| known == topic))
}

fn has_new_guests(draft: &DraftProposal) -> bool {
    let is_new = |key: &str, name: &str| key.starts_with("new:") && name.contains("cultural leaders");
    draft.item.participants.iter().any(|one| is_new(&one.key, &one.name))
}
