use chrono::NaiveDate;
use domain::{
    Invalid, Item,
    event::{Role, When},
    named::{NamedItem, NamedParticipant, NamedPlace, Noun},
    statement::Stance,
    status::Status,
    tie::Sign,
};

use super::date;
use crate::wire::DraftInput;

/// Reads the form of a draft that proposes an item. Of a date that was not touched the words of the source stay.
pub fn draft(input: &DraftInput, proposed: &Item, today: NaiveDate) -> Result<NamedItem, Invalid> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let noun = Noun::of(proposed).unwrap_or_default();
    let stood = match proposed {
        Item::Event(event) => event.when.as_ref(),
        _ => None,
    };
    let typed = given(&input.when).map(|text| date("when", &text, today)).transpose()?;
    let when = typed.map(|edtf| When {
        text: stood.filter(|when| when.edtf == edtf).and_then(|when| when.text.clone()),
        relative: stood.and_then(|when| when.relative.clone()),
        edtf,
    });
    let participants = input.participants.iter().map(|part| {
        Ok(NamedParticipant {
            key: part.key.clone(),
            name: part.name.clone(),
            kind: None,
            country: part.country.clone(),
            role: Role::parse(&part.role)?,
        })
    });
    Ok(NamedItem {
        noun,
        kind: input.kind.clone(),
        title: input.title.clone(),
        status: if noun == Noun::Tie {
            Status::default()
        } else {
            Status::parse(&input.status)?
        },
        when,
        place: given(&input.place).map(|name| NamedPlace {
            name,
            ..NamedPlace::default()
        }),
        participants: participants.collect::<Result<_, Invalid>>()?,
        topics: input.topics.clone(),
        amount: input.amount.clone(),
        issue: given(&input.issue),
        stance: input
            .stance
            .as_deref()
            .filter(|text| !text.is_empty())
            .map(Stance::parse)
            .transpose()?,
        quote: given(&input.quote),
        sign: Sign::try_from(input.sign)?,
    })
}
