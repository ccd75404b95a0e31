//! The dates of a sentence, as drafts hold them.

use chrono::NaiveDate;
use dates::{Sentence, Tense};
use domain::{edtf::Edtf, event::When, text::Title};

/// A date found in a sentence; offsets are bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    pub start: usize,
    pub end: usize,
    pub when: When,
}

/// The dates said in a sentence, seen from a day.
pub(crate) fn find(sentence: &Sentence<'_>, reference: NaiveDate, tense: Tense) -> Vec<FoundDate> {
    let found = sentence.find(reference, tense).into_iter();
    found
        .map(|date| FoundDate {
            start: date.start,
            end: date.end,
            when: when(date.edtf, sentence.text().get(date.start..date.end).unwrap_or_default()),
        })
        .collect()
}

/// The dates that mean the same whenever they are read: those told from a day that is not known stay open.
pub(crate) fn find_fixed(sentence: &Sentence<'_>, tense: Tense) -> Vec<FoundDate> {
    let [found, again] = SOME_DAYS.map(|day| find(sentence, day, tense));
    found.into_iter().filter(|date| again.contains(date)).collect()
}

/// Whether a date is said that means another day whenever it is read.
pub(crate) fn has_open(sentence: &Sentence<'_>) -> bool {
    let [found, again] = SOME_DAYS.map(|day| find(sentence, day, Tense::Past));
    found != again
}

/// Two days that differ in all that a date can be told from: year, third of the year, month, week, weekday.
const SOME_DAYS: [NaiveDate; 2] = [day(2001, 3, 5), day(2032, 10, 21)];

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

fn when(edtf: Edtf, text: &str) -> When {
    When {
        text: Title::of_words(text),
        ..When::on(edtf)
    }
}

/// EDTF with the words that say it; none where the expression is refused.
pub(crate) fn dated(edtf: &str, text: &str) -> Option<When> {
    Edtf::parse(edtf).ok().map(|edtf| when(edtf, text))
}
