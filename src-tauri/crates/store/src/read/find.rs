//! Search and completion.

use domain::{Item, ItemKind, ItemRef};
use rusqlite::{Connection, params};
use std::collections::HashSet;
use uuid::Uuid;

use crate::{
    StoreError, noun,
    row::uuid_of,
    search::{
        index::{KINDS, kind_and_seq},
        query::{Term, expression, terms},
        snippet::{Snippet, snippet},
        texts,
    },
};

/// Candidates looked at for each completion wanted.
const CANDIDATES: usize = 8;
/// Hits from which on they are no longer ranked.
const OFTEN: i64 = 10_000;

/// Something in which the words were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub item: ItemRef,
    pub title: String,
    /// Smaller is better; comparable within one search.
    pub rank: f64,
    pub snippet: Snippet,
}

/// Something that can be named by what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameHit {
    pub item: ItemRef,
    /// What the item is called.
    pub title: String,
    /// The name that begins with or holds what was typed: the title or another name.
    pub name: String,
}

pub(super) fn search(connection: &Connection, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
    let terms = terms(words);
    let Some(expression) = expression(&terms) else {
        return Ok(Vec::new());
    };
    let found = if occurs_often(connection, &expression)? {
        newest(connection, &expression, limit)?
    } else {
        ranked(connection, &expression, limit)?
    };
    let mut hits = Vec::new();
    for (row, rank) in found {
        if let Some(item) = item_at(connection, row)? {
            hits.push(hit(&item, rank, &terms));
        }
    }
    // The order of entry is no order to go by: it is another one in a copy.
    hits.sort_by(|a, b| a.rank.total_cmp(&b.rank).then(a.item.cmp(&b.item)));
    Ok(hits)
}

/// Which items of a kind hold all the words; a filter needs no more.
pub(super) fn holding(connection: &Connection, words: &str, kind: ItemKind) -> Result<HashSet<Uuid>, StoreError> {
    let Some(expression) = expression(&terms(words)) else {
        return Ok(HashSet::new());
    };
    let sql = format!(
        "SELECT t.id FROM search JOIN {} AS t ON t.seq = search.rowid / ?2 WHERE search MATCH ?1 AND search.rowid % ?2 = ?3",
        noun::table(kind)
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![expression, KINDS, kind as i64])?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        found.insert(uuid_of(row.get_ref(0)?)?);
    }
    Ok(found)
}

/// Whether there are too many hits for their ranks to be computed while somebody types.
fn occurs_often(connection: &Connection, expression: &str) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)";
    let counted: i64 = connection
        .prepare_cached(sql)?
        .query_row(params![expression, OFTEN], |row| row.get(0))?;
    Ok(counted == OFTEN)
}

/// Row numbers with their ranks, best first. A word in a name weighs as much as eight in a text.
fn ranked(connection: &Connection, expression: &str, limit: usize) -> Result<Vec<(i64, f64)>, StoreError> {
    let sql = "SELECT rowid, bm25(search, 8.0, 1.0) AS score FROM search WHERE search MATCH ?1 ORDER BY score, rowid LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![expression, most(limit)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// For words that are nearly everywhere a rank says little: the newest items so named, then the newest that hold them.
fn newest(connection: &Connection, expression: &str, limit: usize) -> Result<Vec<(i64, f64)>, StoreError> {
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    for expression in [format!("name : ({expression})"), expression.to_owned()] {
        let mut statement = connection.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
        let mut rows = statement.query(params![expression, most(limit)])?;
        while found.len() < limit
            && let Some(row) = rows.next()?
        {
            let row: i64 = row.get(0)?;
            if known.insert(row) {
                found.push(row);
            }
        }
    }
    Ok(found
        .into_iter()
        .enumerate()
        .map(|(position, row)| (row, position as f64))
        .collect())
}

fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

pub(super) fn complete(connection: &Connection, prefix: &str, kinds: &[ItemKind], limit: usize) -> Result<Vec<NameHit>, StoreError> {
    let terms = terms(prefix.trim_end());
    let Some(expression) = expression(&terms) else {
        return Ok(Vec::new());
    };
    let mut named = Named {
        connection,
        terms: &terms,
        kinds,
        known: HashSet::new(),
        found: Vec::new(),
    };
    // The mark for the beginning of a name binds to one term only.
    if terms.len() == 1 {
        named.look(&format!("name : (^ {expression})"), 0, limit)?;
    }
    if named.found.len() < limit {
        named.look(&format!("name : ({expression})"), 1, limit)?;
    }
    let mut found = named.found;
    found.sort_by(|a, b| (a.0, a.1, &a.2.name).cmp(&(b.0, b.1, &b.2.name)));
    Ok(found.into_iter().take(limit).map(|(_, _, hit)| hit).collect())
}

/// Names found so far, each with the stage that found it and its length.
struct Named<'a> {
    connection: &'a Connection,
    terms: &'a [Term],
    kinds: &'a [ItemKind],
    known: HashSet<i64>,
    found: Vec<(usize, usize, NameHit)>,
}

impl Named<'_> {
    fn look(&mut self, expression: &str, stage: usize, limit: usize) -> Result<(), StoreError> {
        let candidates = limit.saturating_mul(CANDIDATES).saturating_add(self.found.len());
        let mut statement = self.connection.prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1")?;
        let mut rows = statement.query([expression])?;
        while self.found.len() < candidates
            && let Some(row) = rows.next()?
        {
            let row: i64 = row.get(0)?;
            let wanted = kind_and_seq(row).is_some_and(|(kind, _)| self.kinds.is_empty() || self.kinds.contains(&kind));
            if wanted
                && self.known.insert(row)
                && let Some(item) = item_at(self.connection, row)?
            {
                let hit = name_hit(&item, self.terms);
                self.found.push((stage, hit.name.chars().count(), hit));
            }
        }
        Ok(())
    }
}

fn item_at(connection: &Connection, row: i64) -> Result<Option<Item>, StoreError> {
    kind_and_seq(row).map_or(Ok(None), |(kind, seq)| noun::find_at(connection, kind, seq))
}

fn hit(item: &Item, rank: f64, terms: &[Term]) -> Hit {
    let texts = texts(item);
    // The text tells more than the title, which is shown anyway.
    let inside: Vec<&str> = texts.bodies.iter().chain(&texts.names).copied().collect();
    Hit {
        item: item.item_ref(),
        title: item.title(),
        rank,
        snippet: snippet(&inside, terms),
    }
}

fn name_hit(item: &Item, terms: &[Term]) -> NameHit {
    let names = texts(item).names;
    let matching = names.iter().find(|name| !snippet(&[name], terms).marks.is_empty());
    NameHit {
        item: item.item_ref(),
        title: item.title(),
        name: matching.map_or_else(|| item.title(), |name| (*name).to_owned()),
    }
}
