use domain::{
    Invalid, Item, ItemKind,
    amount::{Amount, Number},
    event::{Event, Participant, Participants, RelativeDate, Role, Salience, TemporalRelation, WeightOverride, When},
    id::{ActorId, EventId, PlaceId, TopicId},
    kind::KindId,
    statement::{Quote, Stance, Statement},
    status::{Status, StatusHistory},
    text::{LanguageTag, Prose},
};

use super::{Context, id_of, optional_prose, optional_reference, optional_title, reference, references, title};
use crate::wire::{AmountInput, EventInput, RelativeInput, StatementInput, WeightInput};

pub fn event(input: &EventInput, context: &Context<'_>) -> Result<Event, Invalid> {
    let id = id_of(input.id.as_deref(), ItemKind::Event, context)?;
    let current = match context.current(ItemKind::Event, id) {
        Some(Item::Event(event)) => Some(event),
        _ => None,
    };
    Ok(Event {
        id: EventId(id),
        kind: KindId::new(&input.kind)?,
        title: title("title", &input.title)?,
        when: when(input, context)?,
        status: match &current {
            Some(event) => event.status.clone(),
            None => StatusHistory::of(Status::parse(&input.status)?),
        },
        place: optional_reference("place", input.place.as_deref(), ItemKind::Place)?.map(PlaceId),
        participants: participants(input)?,
        statement: input.statement.as_ref().map(statement).transpose()?,
        topics: references("topics", &input.topics, ItemKind::Topic, TopicId)?,
        amount: input.amount.as_ref().map(amount).transpose()?,
        summary: optional_prose("summary", input.summary.as_deref())?,
        salience: Salience::new(input.salience)?,
        weight: input.weight.as_ref().map(weight).transpose()?,
        original: current.and_then(|event| event.original),
    })
}

fn when(input: &EventInput, context: &Context<'_>) -> Result<Option<When>, Invalid> {
    let Some(edtf) = context.optional_date("when", input.when.as_deref())? else {
        return Ok(None);
    };
    let text = optional_title("when_text", input.when_text.as_deref())?;
    Ok(Some(When {
        edtf,
        text,
        relative: input.relative.as_ref().map(relative).transpose()?,
    }))
}

fn relative(input: &RelativeInput) -> Result<RelativeDate, Invalid> {
    let relation = match input.relation.as_str() {
        "before" => TemporalRelation::Before,
        "after" => TemporalRelation::After,
        "during" => TemporalRelation::During,
        _ => return Err(Invalid::new("relative", "is neither before, after nor during")),
    };
    let event = EventId(reference("relative", &input.event, ItemKind::Event)?);
    Ok(RelativeDate {
        relation,
        event,
        within_days: input.within_days,
    })
}

fn participants(input: &EventInput) -> Result<Participants, Invalid> {
    let parts: Result<Vec<Participant>, Invalid> = input
        .participants
        .iter()
        .map(|part| {
            let actor = ActorId(reference("participants", &part.actor, ItemKind::Actor)?);
            Ok(Participant {
                actor,
                role: Role::parse(&part.role)?,
            })
        })
        .collect();
    Participants::new(parts?)
}

fn statement(input: &StatementInput) -> Result<Statement, Invalid> {
    if input.speaker.trim().is_empty() {
        return Err(Invalid::new("speaker", "is missing").hint("a statement needs somebody who made it"));
    }
    Ok(Statement {
        speaker: ActorId(reference("speaker", &input.speaker, ItemKind::Actor)?),
        on_behalf_of: optional_reference("on_behalf_of", input.on_behalf_of.as_deref(), ItemKind::Actor)?.map(ActorId),
        audience: references("audience", &input.audience, ItemKind::Actor, ActorId)?,
        targets: references("targets", &input.targets, ItemKind::Actor, ActorId)?,
        issue: optional_title("issue", input.issue.as_deref())?,
        stance: stance(input.stance.as_deref())?,
        quote: quote(input)?,
    })
}

pub(super) fn stance(text: Option<&str>) -> Result<Option<Stance>, Invalid> {
    text.filter(|text| !text.is_empty()).map(Stance::parse).transpose()
}

fn quote(input: &StatementInput) -> Result<Option<Quote>, Invalid> {
    let Some(text) = optional_prose("quote", input.quote.as_deref())? else {
        return Ok(None);
    };
    let language = input
        .quote_language
        .as_deref()
        .filter(|tag| !tag.is_empty())
        .map(LanguageTag::new)
        .transpose()?;
    let translation: Option<Prose> = optional_prose("quote_translation", input.quote_translation.as_deref())?;
    Ok(Some(Quote {
        text,
        language,
        translation,
    }))
}

pub(super) fn amount(input: &AmountInput) -> Result<Amount, Invalid> {
    let value = input.value.map(Number::new).transpose()?;
    Amount::new(
        value,
        optional_title("unit", input.unit.as_deref())?,
        optional_title("qualifier", input.qualifier.as_deref())?,
    )
}

fn weight(input: &WeightInput) -> Result<WeightOverride, Invalid> {
    let reason = title("reason", &input.reason).map_err(|error| error.hint("say why this weight and not the kind's"))?;
    WeightOverride::new(Number::new(input.value)?, reason)
}
