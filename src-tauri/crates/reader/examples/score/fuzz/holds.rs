//! What holds of every reading, whatever the text.

use domain::amount::Amount;
use reader::{
    DraftProposal, Reading,
    proposal::{CharSpan, MOST_CITATIONS, MOST_DRAFTS},
};

/// Milliseconds that 100 kB may take: some twenty times what real text takes.
const MOST_FOR_100_KB: f64 = 1_000.0;

/// Milliseconds any text may take, so that a short one is not judged by the clock's own grain.
const MOST_FOR_ANY: f64 = 50.0;

/// Whether the time grows no faster than the text.
pub fn in_time(text: &str, milliseconds: f64) -> Result<(), String> {
    let most = MOST_FOR_ANY + MOST_FOR_100_KB * text.len() as f64 / 1e5;
    demand(milliseconds <= most, || format!("took {milliseconds:.0} ms of at most {most:.0}"))
}

/// The first thing that does not hold.
pub fn reading(text: &str, reading: &Reading) -> Result<(), String> {
    let letters: Vec<char> = text.chars().collect();
    let mut end = 0;
    for sentence in &reading.sentences {
        within(&letters, *sentence).and_then(|_| demand(sentence.start >= end, || format!("sentences overlap at {end}")))?;
        end = sentence.end;
    }
    demand(reading.drafts.len() <= MOST_DRAFTS, || "too many drafts".to_owned())?;
    for (at, one) in reading.drafts.iter().enumerate() {
        draft(&letters, one)
            .and_then(|()| links(at, one, reading.drafts.len()))
            .map_err(|broken| format!("draft {at} by {}: {broken}", one.rule))?;
    }
    Ok(())
}

fn draft(letters: &[char], draft: &DraftProposal) -> Result<(), String> {
    demand(draft.citations.len() <= MOST_CITATIONS, || "too many citations".to_owned())?;
    for citation in &draft.citations {
        within(letters, *citation)?;
    }
    let first = *draft.citations.first().ok_or("no citation")?;
    same("words", &within(letters, first)?, &draft.words)?;
    let trigger = draft.trigger_span.ok_or("no trigger")?;
    same("trigger", &within(letters, trigger)?, &draft.trigger)?;
    demand((0.0..=1.0).contains(&draft.confidence), || {
        format!("confidence {}", draft.confidence)
    })?;
    demand(draft.quad.is_none_or(|quad| (1..=4).contains(&quad)), || {
        format!("quad class {:?}", draft.quad)
    })?;
    demand(!draft.item.title.trim().is_empty(), || "no title".to_owned())?;
    let amount = draft.item.amount.as_ref().and_then(Amount::value);
    demand(amount.is_none_or(f64::is_finite), || format!("amount {amount:?}"))?;
    let bounds = draft.item.when.as_ref().map(|when| (when.edtf.earliest(), when.edtf.latest()));
    let ordered = bounds
        .and_then(|(first, last)| first.zip(last))
        .is_none_or(|(first, last)| first <= last);
    demand(ordered, || format!("date {:?}", draft.item.when))
}

fn links(at: usize, draft: &DraftProposal, all: usize) -> Result<(), String> {
    let good = draft.links.iter().all(|link| link.draft < all && link.draft != at);
    demand(good, || format!("links {:?} among {all}", draft.links))
}

/// The words of a span that lies inside the text and is not empty.
fn within(letters: &[char], span: CharSpan) -> Result<String, String> {
    letters
        .get(span.start..span.end)
        .filter(|words| !words.is_empty())
        .map(|words| words.iter().collect())
        .ok_or_else(|| format!("{span:?} of {} characters", letters.len()))
}

fn same(what: &str, text: &str, told: &str) -> Result<(), String> {
    demand(text == told, || format!("{what} {told:?} but the text has {text:?}"))
}

fn demand(holds: bool, broken: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken()) }
}
