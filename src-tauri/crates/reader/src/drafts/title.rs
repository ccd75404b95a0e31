//! What a draft is called: who with whom, what, and the words that tell it from another of its kind.

use crate::kinds::Kinds;
use domain::{
    amount::Amount,
    event::Role,
    named::{NamedItem, NamedParticipant, Noun},
};

/// The longest detail of a title, in characters.
const LONGEST: usize = 80;
/// The most names of one side.
const NAMED: usize = 2;

pub(super) fn title(kinds: &Kinds, draft: &NamedItem) -> String {
    let kind = draft.kind.replace('-', " ");
    let place = draft.place.as_ref().map(|place| place.name.as_str());
    let who = sides(&draft.participants);
    match draft.noun {
        Noun::Event if kinds.is_journey(&draft.kind) => journey(draft, &kind, &who),
        Noun::Event if kinds.is_meeting(&draft.kind) => {
            format!("{who} {kind}{}", place.map_or_else(String::new, |name| format!(" in {name}")))
        }
        Noun::Event => format!("{who}: {kind}{}", place.map_or_else(String::new, |name| format!(" in {name}"))),
        Noun::Statement => match draft.issue.as_deref().or(draft.quote.as_deref()) {
            Some(words) => format!("{who}, {kind}: {}", shortened(words)),
            None => format!("{who}: {kind}"),
        },
        Noun::Tie => {
            let amount = draft.amount.as_ref().map(told);
            let detail = amount
                .filter(|words| !words.is_empty())
                .or_else(|| draft.issue.as_deref().map(shortened));
            format!("{who}: {kind}{}", detail.map_or_else(String::new, |words| format!(", {words}")))
        }
    }
}

fn journey(draft: &NamedItem, kind: &str, who: &str) -> String {
    let guests = names(&draft.participants, |role| matches!(role, Role::Actor | Role::Guest | Role::Party));
    let host = names(&draft.participants, |role| matches!(role, Role::Recipient | Role::Host));
    let to = draft
        .place
        .as_ref()
        .map(|place| place.name.clone())
        .or(Some(host).filter(|host| !host.is_empty()));
    match to {
        Some(to) if !guests.is_empty() => format!("{guests}: {kind} to {to}"),
        _ => format!("{who}: {kind}"),
    }
}

/// "A – B", or "A, B" of those who do it together with nobody.
fn sides(participants: &[NamedParticipant]) -> String {
    let first = names(participants, |role| matches!(role, Role::Actor | Role::Guest | Role::Speaker));
    let second = names(participants, |role| matches!(role, Role::Recipient | Role::Host));
    let parties: Vec<&str> = named(participants, |role| role == Role::Party);
    let sides = [first, second, parties.join(" – ")];
    sides.into_iter().filter(|side| !side.is_empty()).collect::<Vec<_>>().join(" – ")
}

fn names(participants: &[NamedParticipant], wanted: impl Fn(Role) -> bool) -> String {
    named(participants, wanted).join(", ")
}

/// The first names of a side: those the reader knows where there are any.
fn named(participants: &[NamedParticipant], wanted: impl Fn(Role) -> bool) -> Vec<&str> {
    let side = || participants.iter().filter(|participant| wanted(participant.role));
    let known: Vec<&str> = side()
        .filter(|participant| !participant.is_new())
        .map(|participant| participant.name.as_str())
        .take(NAMED)
        .collect();
    if known.is_empty() {
        side().map(|participant| participant.name.as_str()).take(NAMED).collect()
    } else {
        known
    }
}

/// "roughly 28,500 troops", "nearly half (rare earth minerals)".
fn told(amount: &Amount) -> String {
    let number = amount
        .value()
        .filter(|value| *value > 1.0 && value.fract() == 0.0 && *value < 1e15)
        .map(grouped);
    let counted = number.is_some();
    let words = [amount.qualifier().map(str::to_owned), number]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    match (amount.unit(), words.is_empty()) {
        (None, _) => words,
        (Some(unit), true) => unit.to_owned(),
        (Some(unit), false) if counted => format!("{words} {unit}"),
        (Some(unit), false) => format!("{words} ({unit})"),
    }
}

/// A whole number with commas between thousands.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Words cut between two of them where they are too many.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST {
        return words;
    }
    let cut: String = words.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: Option<f64>, unit: &str, qualifier: &str) -> String {
        told(&Amount::of_words(value, unit, qualifier).unwrap())
    }

    #[test]
    fn amounts_are_told_as_people_do() {
        assert_eq!(amount(Some(28_500.0), "troops", "roughly"), "roughly 28,500 troops");
        assert_eq!(
            amount(Some(0.5), "rare earth minerals", "nearly half"),
            "nearly half (rare earth minerals)"
        );
        assert_eq!(amount(None, "", "largest market"), "largest market");
        assert_eq!(amount(Some(3.0), "ships", ""), "3 ships");
    }

    #[test]
    fn long_words_are_cut_between_two() {
        let long = "word ".repeat(40);
        assert!(shortened(&long).ends_with("word…"));
        assert!(shortened(&long).chars().count() <= LONGEST + 1);
        assert_eq!(shortened("short  words"), "short words");
    }
}
