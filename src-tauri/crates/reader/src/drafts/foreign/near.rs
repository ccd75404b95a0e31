//! What stands near a deed: its date, the letters around it.

use super::{scene::Scene, words::Deed};
use dates::Tense;
use domain::{event::When, status::Status};

/// The date nearest before the deed, else the first behind; "that day" is the day told of before.
pub(super) fn date(scene: &Scene<'_>, deed: &Deed<'_>, status: Status) -> Option<When> {
    let sentence = scene.sentence;
    let (past, future) = ((sentence.dates)(Tense::Past), (sentence.dates)(Tense::Future));
    // A day alone beside a plan is the day it was told on.
    let alone = |when: &When| {
        let text = when.text.as_ref().map_or("", |text| text.as_str());
        let day = text.split(['(', '（']).next().unwrap_or_default().trim();
        let day = day.trim_start_matches(|letter: char| !letter.is_numeric());
        (1..=4).contains(&day.chars().count()) && !day.contains(['월', '月'])
    };
    let dates: Vec<_> = past
        .into_iter()
        .zip(future)
        .map(|(past, future)| {
            if status == Status::Announced && !alone(&future.when) {
                future
            } else {
                past
            }
        })
        .collect();
    let before = dates.iter().rev().find(|date| date.end <= deed.end);
    let date = before.or_else(|| dates.first())?;
    let same = |text: &str| scene.words.today.iter().any(|word| word == text);
    let that_day = date.when.text.as_ref().is_some_and(|text| same(text.as_str()));
    let told = scene.context.day.as_ref().filter(|_| that_day);
    Some(told.map_or_else(|| date.when.clone(), |(day, _)| day.clone()))
}

/// Up to so many letters before and behind.
pub(super) fn around(written: &str, start: usize, end: usize) -> String {
    format!(
        "{}{}{}",
        before(written, start),
        written.get(start..end).unwrap_or_default(),
        after(written, end)
    )
}

pub(super) fn before(written: &str, start: usize) -> String {
    let all: Vec<char> = written
        .get(..start)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(8)
        .take_while(|letter| !ends_clause(*letter))
        .collect();
    all.into_iter().rev().collect()
}

pub(super) fn after(written: &str, end: usize) -> String {
    let rest = written.get(end..).unwrap_or_default().chars();
    rest.take(10).take_while(|letter| !ends_clause(*letter)).collect()
}

fn ends_clause(letter: char) -> bool {
    matches!(letter, '，' | '。' | '、' | ',' | '.' | ';' | '；')
}

/// What is said, before the word that says it.
pub(super) fn clause(written: &str, start: usize) -> Option<String> {
    let head = written.get(..start)?.trim();
    let from = head.char_indices().rev().take(60).last().map_or(0, |(at, _)| at);
    let words = head.get(from..)?.trim_matches(|letter: char| !letter.is_alphanumeric());
    (!words.is_empty()).then(|| words.to_owned())
}

/// Whether a stretch ends what stands before it.
pub(super) fn breaks(gap: &str) -> bool {
    gap.contains(['，', '。', '、', ',', '.', ';', '；', '\n'])
}

/// A stretch as far as the clause goes that it begins in: Korean verbs end a clause with "며", "면서", "지만".
pub(super) fn up_to_clause(gap: &str) -> &str {
    let ends = ["며 ", "면서 ", "지만 "].iter().filter_map(|end| gap.find(end));
    ends.min().and_then(|at| gap.get(..at)).unwrap_or(gap)
}
