use chrono::NaiveDate;
use domain::{Invalid, event::Role, status::Status, tie::Sign};
use engine::reading::{Member, Noun, Sketch};

use super::{
    date,
    event::{amount, stance},
    optional_prose, optional_title, title,
};
use crate::wire::DraftInput;

/// Reads the form of a draft; `noun` is what it proposes.
pub fn draft(input: &DraftInput, noun: Noun, today: NaiveDate) -> Result<Sketch, Invalid> {
    let typed = input.when.as_deref().filter(|text| !text.trim().is_empty());
    let when = typed.map(|text| date("when", text, today).map(|date| (date, None))).transpose()?;
    let members = input.participants.iter().map(|part| {
        Ok(Member {
            key: part.key.clone(),
            name: part.name.clone(),
            role: Role::parse(&part.role)?,
            country: part.country.clone(),
        })
    });
    Ok(Sketch {
        noun,
        kind: input.kind.clone(),
        title: title("title", &input.title)?,
        status: if noun == Noun::Tie {
            Status::Occurred
        } else {
            Status::parse(&input.status)?
        },
        when,
        place: optional_title("place", input.place.as_deref())?.map(|name| (name, None)),
        members: members.collect::<Result<_, Invalid>>()?,
        topics: input.topics.iter().map(|topic| title("topics", topic)).collect::<Result<_, _>>()?,
        amount: input.amount.as_ref().map(amount).transpose()?,
        issue: optional_title("issue", input.issue.as_deref())?,
        stance: stance(input.stance.as_deref())?,
        quote: optional_prose("quote", input.quote.as_deref())?,
        sign: Sign::try_from(input.sign)?,
    })
}
