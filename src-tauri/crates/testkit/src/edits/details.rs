//! The optional parts of an item, each there or not, so that no shape of one goes untried.

use domain::{
    Item,
    amount::{Amount, Number},
    event::{OriginalCode, Salience, WeightOverride},
    note::Outcome,
    place::Coordinates,
    source::{Address, Origin},
    statement::{Quote, Stance},
    text::{LanguageTag, OtherName},
};

use crate::{Random, build};

pub(super) fn fill(random: &mut Random, item: &mut Item) {
    match item {
        Item::Actor(actor) => actor.other_names = names(random),
        Item::Office(office) => office.other_names = names(random),
        Item::Tenure(tenure) => tenure.acting = random.once_in(2),
        Item::Place(place) => {
            place.other_names = names(random);
            place.coordinates = random.once_in(2).then(|| Coordinates::new(37.45, 126.7).unwrap());
        }
        Item::Source(source) => {
            source.origin = random.pick(&Origin::ALL);
            source.author = random.once_in(2).then(|| build::title("A. Writer"));
            source.url = random.once_in(2).then(|| Address::new("https://example.org/a").unwrap());
        }
        Item::Event(event) => {
            event.amount = random.once_in(3).then(|| amount(random));
            event.summary = random.once_in(3).then(|| build::prose("Two lines\nof it."));
            event.salience = Salience::new(random.pick(&[0, 33, 50, 100])).unwrap();
            event.weight = random.once_in(4).then(|| weight(random));
            event.original = random.once_in(4).then(original);
            if let Some(statement) = &mut event.statement {
                statement.stance = random.once_in(2).then(|| random.pick(&Stance::ALL));
                statement.issue = random.once_in(2).then(|| build::title("trade"));
                statement.quote = random.once_in(2).then(quote);
            }
        }
        Item::Tie(tie) => {
            tie.amount = random.once_in(2).then(|| amount(random));
            tie.summary = random.once_in(3).then(|| build::prose("Long standing."));
        }
        Item::Link(link) => link.remark = random.once_in(2).then(|| build::prose("by its words")),
        Item::Note(note) => {
            if let Some(judgement) = &mut note.judgement {
                judgement.horizon = random.once_in(2).then(|| build::date("2026"));
                judgement.outcome = random.once_in(3).then(|| Outcome {
                    came_true: random.once_in(2),
                    on: Some(build::date("2026-03")),
                    remark: None,
                });
            }
        }
        _ => {}
    }
}

/// With a number, words, or both.
pub(super) fn amount(random: &mut Random) -> Amount {
    let (value, unit) = (Number::new(28_500.0).unwrap(), build::title("troops"));
    let qualifier = build::title("nearly half");
    match random.below(3) {
        0 => Amount::new(Some(value), Some(unit), None),
        1 => Amount::new(None, None, Some(qualifier)),
        _ => Amount::new(Some(value), Some(unit), Some(qualifier)),
    }
    .unwrap()
}

fn names(random: &mut Random) -> Vec<OtherName> {
    let languages = [None, Some(LanguageTag::new("ko").unwrap())];
    let count = random.below(3);
    let name = |_| OtherName {
        text: build::title("다른 이름"),
        language: random.pick(&languages),
    };
    (0..count).map(name).collect()
}

fn weight(random: &mut Random) -> WeightOverride {
    let value = Number::new(random.pick(&[-7.5, 0.0, 3.0])).unwrap();
    WeightOverride::new(value, build::title("weighs more than its kind")).unwrap()
}

fn original() -> OriginalCode {
    OriginalCode {
        scheme: build::title("CAMEO"),
        code: build::title("036"),
        version: Some(build::title("1.1")),
        value: Some(Number::new(4.0).unwrap()),
    }
}

fn quote() -> Quote {
    Quote {
        text: build::prose("함께"),
        language: Some(LanguageTag::new("ko").unwrap()),
        translation: Some(build::prose("Together")),
    }
}
