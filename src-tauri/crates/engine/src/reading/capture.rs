//! Keeping a text with the drafts read from it, and reading one again.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Edtf, Item, ItemKind, ItemRef, Moment,
    citation::Fate,
    draft::{Draft, DraftState},
    id::SourceId,
    named::Reported,
    source::Source,
};
use reader::Reading;
use store::Read as _;

use super::{propose, resolve::Resolver};
use crate::{Change, EngineError, Operation, Transaction, Workspace};

/// What capturing a text has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Captured {
    pub source: SourceId,
    /// Drafts now open on the source.
    pub drafts: usize,
    /// How its quotes fared, where another text stood before.
    pub quotes: Option<Quotes>,
}

/// Citations of a source by what became of their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quotes {
    pub exact: usize,
    pub moved: usize,
    pub changed: usize,
    pub lost: usize,
}

/// The day from which the dates of a text are told; `None` where its publication is not known to the day, as "Monday" is then none.
pub fn told_on(published: Option<&Edtf>) -> Option<NaiveDate> {
    let day = |moment: Option<Moment>| moment.and_then(Moment::date);
    let published = published?;
    day(published.earliest()).filter(|first| day(published.latest()) == Some(*first))
}

impl Workspace {
    /// Keeps a source and what was read from it. Where the source stands with another text, its quotes are found again, its open drafts make
    /// way, and only what was not decided on before is proposed.
    pub fn capture(&mut self, source: &Source, reading: &Reading, now: DateTime<Utc>) -> Result<(Captured, Change), EngineError> {
        self.keep(Operation::Capture, source, reading, now)
    }

    /// Takes in what a source, unchanged, was read as with what the dossier knows by now.
    pub fn read_again(&mut self, source: &Source, reading: &Reading, now: DateTime<Utc>) -> Result<(Captured, Change), EngineError> {
        self.keep(Operation::ReadAgain, source, reading, now)
    }

    fn keep(
        &mut self,
        operation: Operation,
        source: &Source,
        reading: &Reading,
        now: DateTime<Utc>,
    ) -> Result<(Captured, Change), EngineError> {
        let index = self.index()?;
        let mut resolver = Resolver::of(self, &index)?;
        let reported = Reported {
            source: source.id,
            published: source.published.clone(),
        };
        let proposed = propose::drafts(&reading.drafts, source.text.as_str(), &reported, &mut resolver);
        let stood = self.get(ItemRef::new(ItemKind::Source, source.id))?;
        let other_text = matches!(&stood, Some(Item::Source(stood)) if stood.text != source.text);
        let (captured, change) = self.transact(operation, source.title.as_str(), now, |tx| {
            tx.put(&Item::Source(source.clone()))?;
            let drafts = propose_anew(tx, source.id, proposed)?;
            let quotes = if other_text { Some(quotes_of(tx, source.id)?) } else { None };
            Ok(Captured {
                source: source.id,
                drafts,
                quotes,
            })
        })?;
        Ok((captured, change))
    }
}

/// Replaces the open drafts of a source; returns how many are open then. What was amended or decided on stays and is not proposed twice.
fn propose_anew(tx: &mut Transaction<'_, '_>, source: SourceId, proposed: Vec<Draft>) -> Result<usize, EngineError> {
    let (stale, kept): (Vec<Draft>, Vec<Draft>) = tx
        .read()
        .drafts_in(source)?
        .into_iter()
        .partition(|draft| draft.state == DraftState::Open && !draft.amended);
    for draft in stale {
        tx.remove(ItemRef::new(ItemKind::Draft, draft.id))?;
    }
    let mut open = kept.iter().filter(|draft| draft.state == DraftState::Open).count();
    for draft in proposed {
        if !kept.iter().any(|known| same_proposal(known, &draft)) {
            tx.put(&Item::Draft(draft))?;
            open += 1;
        }
    }
    Ok(open)
}

/// Whether two drafts are of one rule on the same words.
fn same_proposal(a: &Draft, b: &Draft) -> bool {
    a.rule == b.rule && a.trigger == b.trigger && a.anchor.exact() == b.anchor.exact()
}

fn quotes_of(tx: &Transaction<'_, '_>, source: SourceId) -> Result<Quotes, EngineError> {
    let mut quotes = Quotes::default();
    for citation in tx.read().citations_in(source)? {
        let count = match citation.fate {
            Fate::Exact => &mut quotes.exact,
            Fate::Moved => &mut quotes.moved,
            Fate::Changed { .. } => &mut quotes.changed,
            Fate::Lost => &mut quotes.lost,
        };
        *count += 1;
    }
    Ok(quotes)
}
