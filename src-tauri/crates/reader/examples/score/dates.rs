//! Date phrases: how many are read exactly, and how fast, ours and chrono-node's on the same rows.

use crate::{
    clock,
    corpus::{Corpus, DATES},
    peer::{self, Answers},
    rows::{Row, percent},
};
use chrono::NaiveDate;
use domain::{Edtf, Moment};
use serde_json::Value;
use std::{collections::BTreeMap, fmt, path::Path};

/// Times the speed is measured, ours and theirs.
const TIMES: usize = 7;

/// Least share that is to be exact, in per cent, in English and in the other languages.
const FLOOR_ENGLISH: f64 = 92.0;
const FLOOR: f64 = 80.0;

/// How many times as fast as chrono-node.
const TIMES_AS_FAST: f64 = 20.0;

/// One phrase with the day it was said and what it may mean.
pub struct Phrase {
    pub language: &'static str,
    pub reference: NaiveDate,
    pub text: String,
    gold: Vec<Value>,
}

#[derive(Default)]
struct Tally {
    all: usize,
    ours: usize,
    theirs: Option<usize>,
}

/// How the phrases of each language were read.
pub struct Dates {
    tallies: BTreeMap<&'static str, Tally>,
    /// Phrases a second, ours and theirs, over the languages both read; all languages where the peer is not here.
    ours_a_second: f64,
    theirs_a_second: Option<f64>,
}

/// Reads all phrases; `peers` is the folder chrono-node is installed in.
pub fn score(corpus: &Corpus, peers: Option<&Path>, verbose: bool) -> Dates {
    let phrases = phrases(corpus);
    let theirs = peers.and_then(|folder| peer::answers(folder, &phrases, TIMES));
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (at, phrase) in phrases.iter().enumerate() {
        let tally = tallies.entry(phrase.language).or_default();
        tally.all += 1;
        tally.ours += usize::from(is_read(phrase, verbose));
        if let Some(answers) = theirs.as_ref().filter(|answers| reads(answers, phrase)) {
            *tally.theirs.get_or_insert(0) += usize::from(is_right_of_them(answers, at, phrase));
        }
    }
    let both: Vec<&Phrase> = phrases
        .iter()
        .filter(|phrase| theirs.as_ref().is_none_or(|answers| reads(answers, phrase)))
        .collect();
    let a_second = |milliseconds: f64| both.len() as f64 * 1e3 / milliseconds;
    Dates {
        tallies,
        ours_a_second: a_second(our_milliseconds(&both)),
        theirs_a_second: theirs.map(|answers| a_second(answers.milliseconds)),
    }
}

fn reads(answers: &Answers, phrase: &Phrase) -> bool {
    answers.languages.iter().any(|language| language == phrase.language)
}

fn our_milliseconds(phrases: &[&Phrase]) -> f64 {
    let found = |phrase: &&&Phrase| read(phrase).is_some();
    clock::of_one(TIMES, || phrases.iter().filter(found).count())
}

/// The phrases that name a date or a range of dates and are resolved.
fn phrases(corpus: &Corpus) -> Vec<Phrase> {
    corpus.lines(DATES).iter().flat_map(phrases_of).collect()
}

fn phrases_of(row: &Value) -> Vec<Phrase> {
    let day = row["ref"].as_str().and_then(|day| day.get(..10));
    let Some(reference) = day.and_then(|day| day.parse::<NaiveDate>().ok()) else {
        return Vec::new();
    };
    let results = row["results"].as_array().unwrap();
    results
        .iter()
        .filter(|result| matches!(result["type"].as_str(), Some("date" | "daterange")))
        .map(|result| Phrase {
            language: code(row["lang"].as_str().unwrap()),
            reference,
            text: result["text"].as_str().unwrap().to_owned(),
            gold: result["values"].as_array().cloned().unwrap_or_default(),
        })
        .filter(|phrase| !phrase.gold.is_empty() && phrase.gold.iter().all(|value| value["value"] != "not resolved"))
        .collect()
}

fn code(language: &str) -> &'static str {
    match language {
        "English" => "en",
        "French" => "fr",
        "Korean" => "ko",
        "Chinese" => "zh",
        _ => "ja",
    }
}

fn is_read(phrase: &Phrase, verbose: bool) -> bool {
    let ours = read(phrase);
    let right = ours.as_ref().is_some_and(|ours| is_right(bounds(ours), phrase));
    if verbose && !right {
        let gold = phrase.gold.iter();
        let gold: Vec<String> = gold
            .map(|value| format!("{}/{}/{}", value["value"], value["start"], value["end"]))
            .collect();
        println!(
            "{} {} «{}» ours {:?} gold {}",
            phrase.language,
            phrase.reference,
            phrase.text,
            ours.map(|ours| ours.to_string()),
            gold.join(" ")
        );
    }
    right
}

fn is_right_of_them(answers: &Answers, at: usize, phrase: &Phrase) -> bool {
    let days = answers.days.get(at).and_then(Option::as_ref);
    let day = |text: &String| text.parse::<NaiveDate>().ok();
    days.is_some_and(|(first, last)| is_right((day(first), day(last)), phrase))
}

/// First and last day; none where open.
type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

fn read(phrase: &Phrase) -> Option<Edtf> {
    dates::typed(&phrase.text, phrase.reference, Some(phrase.language)).ok()
}

fn bounds(date: &Edtf) -> Bounds {
    (date.earliest().and_then(Moment::date), date.latest().and_then(Moment::date))
}

fn is_right(bounds: Bounds, phrase: &Phrase) -> bool {
    phrase.gold.iter().any(|value| agrees(bounds, value))
}

/// Equal at the gold's precision: its range ends may be written as the day after or the unit named.
fn agrees((earliest, latest): Bounds, gold: &Value) -> bool {
    let day = |text: Option<&str>| text.and_then(|text| text.parse::<NaiveDate>().ok());
    if let Some(text) = gold["value"].as_str() {
        let wanted = day(Some(text));
        return wanted.is_some() && earliest == wanted && latest == wanted;
    }
    let (start, end) = (day(gold["start"].as_str()), day(gold["end"].as_str()));
    let timex = gold["timex"].as_str().unwrap_or_default();
    let near = |ours: Option<NaiveDate>, gold: Option<NaiveDate>, is_end: bool| match (ours, gold) {
        (None, None) => true,
        (Some(ours), Some(gold)) => {
            let apart = ours.signed_duration_since(gold).num_days();
            let in_same = |format: &str| ours.format(format).to_string() == gold.format(format).to_string();
            let unit = (timex.ends_with("Y)") && in_same("%Y")) || (timex.ends_with("M)") && in_same("%Y-%m"));
            apart == 0 || (is_end && (apart == -1 || unit)) || (!is_end && end.is_none() && apart == 1)
        }
        _ => false,
    };
    near(earliest, start, false) && near(latest, end, true)
}

impl Dates {
    /// Exactness by language, then speed.
    pub fn rows(&self) -> Vec<Row> {
        let (ours, theirs) = (self.ours_a_second, self.theirs_a_second);
        let speed = Row::against("chrono-node", "date phrases", "/s", ours, theirs, TIMES_AS_FAST);
        self.tallies
            .iter()
            .flat_map(|(language, tally)| tally.rows(language))
            .chain([speed])
            .collect()
    }
}

impl Tally {
    fn rows(&self, language: &str) -> [Row; 2] {
        let figure = format!("date phrases exact, {language}");
        let floor = if language == "en" { FLOOR_ENGLISH } else { FLOOR };
        let ours = percent(self.ours, self.all);
        let theirs = self.theirs.map(|theirs| percent(theirs, self.all));
        // It is named with the language, because there are some that it does not read.
        let peer = format!("chrono-node for {language}");
        [
            Row::at_least(&figure, "%", ours, floor),
            Row::against(&peer, &figure, "%", ours, theirs, 1.0),
        ]
    }
}

impl fmt::Display for Dates {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (language, tally) in &self.tallies {
            let share = percent(tally.ours, tally.all);
            writeln!(out, "dates {language}: {}/{} = {share:.1} %", tally.ours, tally.all)?;
        }
        write!(out, "dates: {:.0} phrases a second", self.ours_a_second)
    }
}
