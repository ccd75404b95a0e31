//! The words of the reader, loaded from `data/lexicon/*.toml`.

mod deeds;
mod pattern;
mod rows;
mod tables;
mod tie;
mod topics;

pub(crate) use deeds::{DeedWord, DeedWords};
pub(crate) use pattern::{Noun, Pattern, Piece, is_word};
use rows::{ActRow, EnglishFile, NounRow, TopicsFile};
pub(crate) use rows::{Figures, Meetings, Peculiarity, Role as NounRole, Said, ToldRow};
pub(crate) use tables::parse;
use tables::things;
pub use tables::{LexiconError, Places, Tables};
pub(crate) use tie::{Mark, Side, TiePattern, TiePiece, TieRow};
use topics::Topics;

use crate::{
    inflect::{self, VerbForm},
    kinds::Kinds,
    words::{self, ByWord},
};
use std::collections::BTreeMap;

/// The words of the reader, ready for use.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) patterns: Vec<Pattern>,
    by_form: ByWord<String, Vec<(usize, VerbForm)>>,
    /// Nouns by their first word: taught ones first, then the longest.
    nouns: ByWord<String, Vec<Noun>>,
    irregular: BTreeMap<String, String>,
    /// Words taught for scripts and languages read by the words they hold.
    held: Vec<DeedWord>,
    ties: Vec<TieRow>,
    /// Row and pattern of ties by the words that make them look.
    ties_by_word: ByWord<String, Vec<(usize, usize)>>,
    pub(crate) topics: Topics,
    pub(crate) things: Vec<(String, String)>,
    pub(crate) said: Said,
    pub(crate) figures: Figures,
    /// Nouns that take up what was told.
    told: Vec<ToldRow>,
    /// The kind of a deed that somebody will not do.
    pub(crate) refused: String,
    meetings: BTreeMap<String, Meetings>,
    /// Words for deeds by language.
    deeds: BTreeMap<String, DeedWords>,
}

impl Lexicon {
    /// The words of the tables.
    ///
    /// # Errors
    /// A table that cannot be read, or that names a kind which is not among `kinds`.
    pub(crate) fn of(tables: &Tables<'_>, kinds: &Kinds) -> Result<Self, LexiconError> {
        let english: EnglishFile = parse("english.toml", tables.english)?;
        let topics: TopicsFile = parse("topics.toml", tables.topics)?;
        let meetings: BTreeMap<String, Meetings> = parse("meetings.toml", tables.meetings)?;
        words::check()?;
        english.check(kinds)?;
        known(
            "meetings.toml",
            kinds,
            meetings.values().flat_map(|words| words.kinds.keys().chain(words.deeds.keys())),
        )?;
        let mut lexicon = Self {
            patterns: Vec::new(),
            by_form: ByWord::default(),
            nouns: ByWord::default(),
            irregular: english.irregular,
            held: Vec::new(),
            ties_by_word: by_trigger(&english.tie),
            ties: english.tie,
            topics: Topics::of(topics.topics),
            things: things(parse("places.toml", tables.places)?),
            said: english.said,
            figures: english.figures,
            told: english.told,
            refused: english.refused.kind,
            deeds: meetings
                .iter()
                .map(|(language, words)| (language.clone(), DeedWords::of(words)))
                .collect(),
            meetings,
        };
        for row in english.act {
            let journey = kinds.is_journey(&row.kind);
            lexicon.add_act(row, false, journey);
        }
        for row in english.noun {
            row.words.iter().for_each(|words| lexicon.add_noun(words, &row, false));
        }
        Ok(lexicon)
    }

    fn add_act(&mut self, row: ActRow, taught: bool, journey: bool) {
        for written in row.words.iter().flat_map(|words| alternatives(words)) {
            let mut words = written.split_whitespace();
            let Some(first) = words.next() else { continue };
            let rest = words
                .map(|word| if word == "~" { Piece::Gap } else { Piece::Word(word.to_owned()) })
                .collect();
            let index = self.patterns.len();
            for (form, verb_form) in inflect::forms(first, self.irregular.get(first).map(String::as_str)) {
                self.by_form.entry(form).or_default().push((index, verb_form));
            }
            self.patterns.push(Pattern {
                words: written.clone(),
                taught,
                kind: row.kind.clone(),
                rest,
                to: row.to.clone(),
                governs: row.governs,
                mutual: row.mutual,
                peculiar: row.peculiar.clone(),
                journey,
                status: row.status,
                also: row.also.clone(),
                unless: row.unless.clone(),
                needs: row.needs.clone(),
            });
        }
    }

    fn add_noun(&mut self, written: &str, row: &NounRow, taught: bool) {
        let words = split(written);
        let Some(first) = words.first() else { return };
        let list = self.nouns.entry(first.clone()).or_default();
        list.push(Noun {
            kind: row.kind.clone(),
            words,
            to: row.to.clone(),
            of: row.of,
            taught,
        });
        list.sort_by_key(|noun| (!noun.taught, std::cmp::Reverse(noun.words.len())));
    }

    /// Adds words of a dossier: as an act, and without a gap as a noun and as words held by a sentence too.
    pub(crate) fn teach(&mut self, words: &str, kind: &str) {
        let like = self.patterns.iter().find(|pattern| pattern.kind == kind);
        let row = ActRow {
            kind: kind.to_owned(),
            words: vec![words.to_owned()],
            to: like.map_or_else(Vec::new, |pattern| pattern.to.clone()),
            governs: like.is_some_and(|pattern| pattern.governs),
            mutual: like.is_some_and(|pattern| pattern.mutual),
            peculiar: like.map_or_else(Vec::new, |pattern| pattern.peculiar.clone()),
            status: None,
            also: None,
            unless: Vec::new(),
            needs: Vec::new(),
        };
        let journey = like.is_some_and(|pattern| pattern.journey);
        self.add_act(row, true, journey);
        if !words.contains('~') {
            let known = self.nouns.values().flatten().find(|noun| noun.kind == kind);
            let row = NounRow {
                kind: kind.to_owned(),
                words: Vec::new(),
                to: known.map_or_else(Vec::new, |noun| noun.to.clone()),
                of: known.map(|noun| noun.of).unwrap_or_default(),
            };
            self.add_noun(words, &row, true);
            self.held.push(DeedWord::new(kind, words, None));
        }
    }

    /// How many phrases are taught.
    pub(crate) fn taught(&self) -> usize {
        self.patterns.iter().rev().take_while(|pattern| pattern.taught).count()
    }

    /// Nouns of acts that begin with a word.
    pub(crate) fn nouns(&self, first: &str) -> &[Noun] {
        self.nouns.get(first).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn is_noun(&self, words: &[&str]) -> bool {
        let first = words.first().copied().unwrap_or_default();
        self.nouns(first).iter().any(|noun| noun.words.iter().eq(words))
    }

    /// What a noun takes up: kinds, none for any deed; nothing where it takes up none.
    pub(crate) fn takes_up(&self, word: &str) -> Option<&[String]> {
        let row = self.told.iter().find(|row| row.words.iter().any(|one| one == word))?;
        Some(&row.kinds)
    }

    /// The patterns of ties that a word makes look, in the order of the table.
    pub(crate) fn ties(&self, word: &str) -> impl Iterator<Item = (&TieRow, &TiePattern)> {
        let known = self.ties_by_word.get(word).into_iter().flatten();
        known.filter_map(|(row, pattern)| {
            let row = self.ties.get(*row)?;
            Some((row, row.words.get(*pattern)?))
        })
    }

    /// The words for meetings in a language.
    pub(crate) fn meetings(&self, language: &str) -> Option<&Meetings> {
        self.meetings.get(language)
    }

    /// Taught words and their kinds, for languages read by the words a sentence holds.
    pub(crate) fn held(&self) -> &[DeedWord] {
        &self.held
    }

    /// The words for deeds in a language.
    pub(crate) fn deed_words(&self, language: &str) -> Option<&DeedWords> {
        self.deeds.get(language)
    }

    /// The base form of a known form of a verb.
    pub(crate) fn base(&self, form: &str) -> Option<String> {
        let (index, _) = self.acts(form).first()?;
        self.patterns.get(*index)?.words.split(' ').next().map(str::to_owned)
    }

    /// Patterns whose first word has this form.
    pub(crate) fn acts(&self, word: &str) -> &[(usize, VerbForm)] {
        self.by_form.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Refuses a table that names a kind which there is not.
fn known<'a>(file: &'static str, kinds: &Kinds, mut named: impl Iterator<Item = &'a String>) -> Result<(), LexiconError> {
    match named.find(|kind| kinds.get(kind).is_none()) {
        Some(kind) => Err(LexiconError {
            file,
            message: format!("it gives words for the kind “{kind}”, which kinds.toml does not list"),
        }),
        None => Ok(()),
    }
}

/// Every way of reading "sign|seal ~ deal|pact"; in an alternative of several words they are joined by "_".
fn alternatives(written: &str) -> Vec<String> {
    let all = written.split_whitespace().fold(vec![String::new()], |begun, piece| {
        let longer = |start: &String, word: &str| {
            if start.is_empty() {
                word.to_owned()
            } else {
                format!("{start} {word}")
            }
        };
        begun
            .iter()
            .flat_map(|start| piece.split('|').map(move |word| longer(start, word)))
            .collect()
    });
    all.into_iter().map(|phrase| phrase.replace('_', " ")).collect()
}

fn by_trigger(rows: &[TieRow]) -> ByWord<String, Vec<(usize, usize)>> {
    let mut by_word: ByWord<String, Vec<(usize, usize)>> = ByWord::default();
    for (number, row) in rows.iter().enumerate() {
        for (at, pattern) in row.words.iter().enumerate() {
            for word in &pattern.trigger {
                by_word.entry(word.clone()).or_default().push((number, at));
            }
        }
    }
    by_word
}

fn split(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}
