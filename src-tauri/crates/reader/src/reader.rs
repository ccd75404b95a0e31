//! One text, read from beginning to end.

use crate::{
    LexiconError,
    context::Context,
    drafts::{self, Draft, Sentence},
    evidence::Weights,
    found_dates,
    gazetteer::{Gazetteer, Hit},
    kinds::Kinds,
    language,
    lexicon::{Lexicon, Tables},
    mention,
    proposal::{CharSpan, DraftProposal, LONGEST_SENTENCE, LONGEST_TEXT, MOST_DRAFTS, Reading, Truncation},
    taught::{self, Taught, TeachError},
    text::{self, Characters, Plain},
};
use chrono::NaiveDate;
use dates::{Sentence as DatedSentence, Tense};
use domain::kind::Kind;
use std::cell::OnceCell;

/// Reads texts. Holds the names and words, and nothing of the texts.
#[derive(Debug)]
pub struct Reader {
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    kinds: Kinds,
    weights: Weights,
}

impl Reader {
    /// A reader of events of these kinds, told by the words of the tables.
    ///
    /// # Errors
    /// A table that cannot be read, or that gives words for a kind which is not among them.
    pub fn new(gazetteer: Gazetteer, kinds: &[Kind], tables: &Tables<'_>) -> Result<Self, LexiconError> {
        let kinds = Kinds::new(kinds);
        Ok(Self {
            gazetteer,
            lexicon: Lexicon::of(tables, &kinds)?,
            kinds,
            weights: Weights::read(tables.confidence)?,
        })
    }

    /// Adds words of a dossier, which win over the shipped ones; where one phrase cannot be taught, none is.
    pub fn teach(&mut self, phrases: &[Taught]) -> Result<(), TeachError> {
        if self.lexicon.taught() + phrases.len() > taught::MOST_TAUGHT {
            return Err(TeachError::TooMany);
        }
        let checked: Vec<(String, &str)> = phrases
            .iter()
            .map(|phrase| {
                Ok((
                    taught::checked(phrase, self.kinds.get(&phrase.kind).is_some())?,
                    phrase.kind.as_str(),
                ))
            })
            .collect::<Result<_, TeachError>>()?;
        for (words, kind) in checked {
            self.lexicon.teach(&words, kind);
        }
        Ok(())
    }

    /// The phrase to remember for words found in a text: "will hold three days of talks" gives "hold ~ talks", "suggested" gives "suggest";
    /// a noun and words of scripts without spaces come back as they are.
    pub fn taught_words(&self, trigger: &str) -> String {
        taught::words_to_remember(trigger, &self.lexicon)
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(crate) fn weights(&self) -> &Weights {
        &self.weights
    }

    pub(crate) fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// Reads a text published on a day; without a day relative dates stay open. `language` is ISO 639-1; it is found where none is given, or one that
    /// the words cannot be in.
    pub fn read(&self, text: &str, published: Option<NaiveDate>, language: Option<&str>) -> Reading {
        let language = language::in_force(language, text);
        let (original, mut truncations) = within_limits(text);
        let plain = Plain::of(original);
        let text = plain.text.as_ref();
        let sentences = text::sentences(text);
        if sentences.iter().any(|range| range.len() >= LONGEST_SENTENCE) {
            truncations.push(Truncation::Sentence);
        }
        let characters = Characters::of(original);
        let span = |range: &std::ops::Range<usize>| {
            let written = plain.written(range);
            CharSpan {
                start: characters.at(original, written.start),
                end: characters.at(original, written.end),
            }
        };
        let words = |range: &std::ops::Range<usize>| original.get(plain.written(range)).unwrap_or_default().to_owned();
        let mut context = Context::new(&self.gazetteer, published);
        let mut hits = self.gazetteer.find(text).peekable();
        let mut found: Vec<Draft> = Vec::new();
        for range in &sentences {
            if found.len() >= MOST_DRAFTS {
                truncations.push(Truncation::Drafts);
                break;
            }
            let mut own: Vec<Hit<'_>> = Vec::new();
            while let Some(hit) = hits.next_if(|hit| hit.start < range.end) {
                if hit.start >= range.start && hit.end <= range.end {
                    own.push(hit);
                }
            }
            let list = text::words(text, range);
            let mentions = mention::mentions(text, &list, &own, &mut context);
            let written = text.get(range.clone()).unwrap_or_default();
            // Looked for once in each tense, and only where a rule asks.
            let (words, past, future) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
            let dated = || words.get_or_init(|| DatedSentence::of(written, &language));
            let open_date = || published.is_none() && found_dates::has_open(dated());
            let dates = |tense: Tense| {
                let known = if tense == Tense::Future { &future } else { &past };
                let find = || match published {
                    Some(day) => found_dates::find(dated(), day, tense),
                    None => found_dates::find_fixed(dated(), tense),
                };
                known.get_or_init(find).clone()
            };
            let sentence = Sentence {
                text,
                range: range.clone(),
                list: &list,
                mentions: &mentions,
                dates: &dates,
                open_date: &open_date,
                language: &language,
            };
            drafts::read_sentence(self, &sentence, &mut context, &mut found);
        }
        let drafts = drafts::finish(self, found, &mut truncations)
            .into_iter()
            .map(|draft| proposal(draft, &words, &span))
            .collect();
        truncations.sort_unstable();
        truncations.dedup();
        Reading {
            truncated: truncations,
            language,
            drafts,
            sentences: sentences.iter().map(span).collect(),
        }
    }
}

/// The text as far as it is read.
fn within_limits(text: &str) -> (&str, Vec<Truncation>) {
    if text.len() <= LONGEST_TEXT {
        return (text, Vec::new());
    }
    let end = (LONGEST_TEXT - 3..=LONGEST_TEXT)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default();
    (text.get(..end).unwrap_or_default(), vec![Truncation::Text])
}

fn proposal(
    draft: Draft,
    words: &impl Fn(&std::ops::Range<usize>) -> String,
    span: &impl Fn(&std::ops::Range<usize>) -> CharSpan,
) -> DraftProposal {
    DraftProposal {
        citations: draft.spans.iter().map(span).collect(),
        words: draft.spans.first().map(words).unwrap_or_default(),
        trigger: words(&draft.trigger),
        trigger_span: (!draft.trigger.is_empty()).then(|| span(&draft.trigger)),
        ..draft.proposal
    }
}
