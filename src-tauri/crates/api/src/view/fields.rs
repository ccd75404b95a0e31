//! An item as a form holds it: the reverse of `parse`.

use domain::{
    Edtf, Item, ItemKind, ItemRef,
    actor::{Actor, ActorKind},
    amount::Amount,
    claim::{Claim, ClaimValue},
    event::Event,
    note::{Judgement, Note},
    period::Period,
    source::Source,
    statement::Statement,
    tie::Tie,
};
use uuid::Uuid;

use crate::wire::*;

fn reference(kind: ItemKind, id: impl Into<Uuid>) -> String {
    ItemRef::new(kind, id).to_string()
}

fn text<T: ToString>(value: &Option<T>) -> Option<String> {
    value.as_ref().map(ToString::to_string)
}

/// What a form shows of an item; `None` for lessons and drafts, which have none.
pub fn fields(item: &Item) -> Option<ItemInput> {
    Some(match item {
        Item::Settings(item) => ItemInput::Settings(SettingsInput {
            title: item.title.to_string(),
            language: item.language.code().to_owned(),
            time_zone: item.time_zone.to_string(),
            half_life_days: item.half_life_days.days(),
            opens_as_of: text(&item.opens_as_of),
            namings: item.namings.iter().map(naming).collect(),
        }),
        Item::Actor(item) => ItemInput::Actor(actor(item)),
        Item::Office(item) => ItemInput::Office(OfficeInput {
            id: Some(item.id.to_string()),
            post: item.post.to_string(),
            of: reference(ItemKind::Actor, item.of),
        }),
        Item::Tenure(item) => {
            let (start, end) = period(&item.period);
            ItemInput::Tenure(TenureInput {
                id: Some(item.id.to_string()),
                office: reference(ItemKind::Office, item.office),
                holder: reference(ItemKind::Actor, item.holder),
                start,
                end,
                acting: item.acting,
            })
        }
        Item::Place(item) => ItemInput::Place(PlaceInput {
            id: Some(item.id.to_string()),
            name: item.name.to_string(),
            country: item.country.map(|id| reference(ItemKind::Actor, id)),
            latitude: item.coordinates.map(|at| at.latitude()),
            longitude: item.coordinates.map(|at| at.longitude()),
        }),
        Item::Topic(item) => ItemInput::Topic(TopicInput {
            id: Some(item.id.to_string()),
            name: item.name.to_string(),
            parent: item.parent.map(|id| reference(ItemKind::Topic, id)),
        }),
        Item::Source(item) => ItemInput::Source(source(item)),
        Item::Event(item) => ItemInput::Event(event(item)),
        Item::Tie(item) => ItemInput::Tie(tie(item)),
        Item::Link(item) => ItemInput::Link(LinkInput {
            id: Some(item.id.to_string()),
            kind: item.kind.as_str().to_owned(),
            from: reference(ItemKind::Event, item.from),
            to: reference(ItemKind::Event, item.to),
            remark: text(&item.remark),
        }),
        Item::Citation(item) => ItemInput::Citation(CitationInput {
            id: Some(item.id.to_string()),
            item: item.item.to_string(),
            source: reference(ItemKind::Source, item.source),
            exact: item.anchor.exact().to_owned(),
            start: u32::try_from(item.anchor.start()).ok(),
            credibility: item.credibility.number(),
        }),
        Item::Claim(item) => ItemInput::Claim(claim(item)),
        Item::Note(item) => ItemInput::Note(note(item)),
        Item::Assessment(item) => ItemInput::Assessment(AssessmentInput {
            id: Some(item.id.to_string()),
            a: reference(ItemKind::Actor, item.a),
            b: reference(ItemKind::Actor, item.b),
            direction: item.direction.as_str().to_owned(),
            reason: item.reason.to_string(),
            on: item.on.to_string(),
        }),
        Item::Lesson(_) | Item::Draft(_) => return None,
    })
}

fn naming(naming: &domain::settings::Naming) -> NamingInput {
    NamingInput {
        code: naming.code.as_str().to_owned(),
        name: naming.name.to_string(),
        grouped_under: naming.grouped_under.as_ref().map(|code| code.as_str().to_owned()),
    }
}

fn period(period: &Period) -> (Option<String>, String) {
    (period.start().map(ToString::to_string), period.end().to_string())
}

pub(crate) fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Country => "country",
        ActorKind::Organisation => "organisation",
        ActorKind::Bloc => "bloc",
        ActorKind::Person => "person",
        ActorKind::Company => "company",
        ActorKind::Group => "group",
    }
}

fn actor(item: &Actor) -> ActorInput {
    ActorInput {
        id: Some(item.id.to_string()),
        kind: actor_kind(item.kind).to_owned(),
        name: item.name.to_string(),
        other_names: item
            .other_names
            .iter()
            .map(|name| NameInput {
                text: name.text.to_string(),
                language: text(&name.language),
            })
            .collect(),
        code: item.code.as_ref().map(|code| code.code.as_str().to_owned()),
        acts_for: item.acts_for.map(|id| reference(ItemKind::Actor, id)),
    }
}

fn source(item: &Source) -> SourceInput {
    SourceInput {
        id: Some(item.id.to_string()),
        title: item.title.to_string(),
        publisher: text(&item.publisher),
        author: text(&item.author),
        url: item.url.as_ref().map(|url| url.as_str().to_owned()),
        published: text(&item.published),
        accessed: text(&item.accessed),
        language: text(&item.language),
        reliability: item.reliability.letter().to_string(),
        origin: item.origin.as_str().to_owned(),
        repeats: item.repeats.map(|id| reference(ItemKind::Source, id)),
        text: item.text.to_string(),
    }
}

fn event(item: &Event) -> EventInput {
    let when = item.when.as_ref();
    EventInput {
        id: Some(item.id.to_string()),
        kind: item.kind.to_string(),
        title: item.title.to_string(),
        when: when.map(|when| when.edtf.to_string()),
        when_text: when.and_then(|when| text(&when.text)),
        relative: when.and_then(|when| when.relative.as_ref()).map(|relative| RelativeInput {
            relation: relative.relation.as_str().to_owned(),
            event: reference(ItemKind::Event, relative.event),
            within_days: relative.within_days,
        }),
        status: item.current_status().as_str().to_owned(),
        place: item.place.map(|id| reference(ItemKind::Place, id)),
        participants: item
            .participants
            .as_slice()
            .iter()
            .map(|part| ParticipantInput {
                actor: reference(ItemKind::Actor, part.actor),
                role: part.role.as_str().to_owned(),
            })
            .collect(),
        statement: item.statement.as_ref().map(statement),
        topics: item.topics.iter().map(|&id| reference(ItemKind::Topic, id)).collect(),
        amount: item.amount.as_ref().map(amount),
        summary: text(&item.summary),
        salience: item.salience.get(),
        weight: item.weight.as_ref().map(|weight| WeightInput {
            value: weight.value(),
            reason: weight.reason().to_string(),
        }),
    }
}

fn statement(item: &Statement) -> StatementInput {
    let actors = |ids: &[domain::id::ActorId]| ids.iter().map(|&id| reference(ItemKind::Actor, id)).collect();
    let quote = item.quote.as_ref();
    StatementInput {
        speaker: reference(ItemKind::Actor, item.speaker),
        on_behalf_of: item.on_behalf_of.map(|id| reference(ItemKind::Actor, id)),
        audience: actors(&item.audience),
        targets: actors(&item.targets),
        issue: text(&item.issue),
        stance: item.stance.map(|stance| stance.as_str().to_owned()),
        quote: quote.map(|quote| quote.text.to_string()),
        quote_language: quote.and_then(|quote| text(&quote.language)),
        quote_translation: quote.and_then(|quote| text(&quote.translation)),
    }
}

pub(super) fn amount(amount: &Amount) -> AmountInput {
    AmountInput {
        value: amount.value(),
        unit: amount.unit().map(str::to_owned),
        qualifier: amount.qualifier().map(str::to_owned),
    }
}

fn tie(item: &Tie) -> TieInput {
    let (start, end) = period(&item.period);
    TieInput {
        id: Some(item.id.to_string()),
        kind: item.kind.as_str().to_owned(),
        title: item.title.to_string(),
        from: reference(ItemKind::Actor, item.from),
        to: reference(ItemKind::Actor, item.to),
        mutual: item.mutual,
        sign: item.sign.into(),
        amount: item.amount.as_ref().map(amount),
        start,
        end,
        cause: item.cause.map(|id| reference(ItemKind::Event, id)),
        summary: text(&item.summary),
    }
}

fn claim(item: &Claim) -> ClaimInput {
    let value = match &item.value {
        ClaimValue::When(edtf) => Edtf::to_string(edtf),
        ClaimValue::Place(id) => reference(ItemKind::Place, *id),
        ClaimValue::Title(title) => title.to_string(),
        ClaimValue::Amount(amount) => words::amount(amount),
        ClaimValue::Other { words, .. } => words.to_string(),
    };
    ClaimInput {
        id: Some(item.id.to_string()),
        item: item.item.to_string(),
        attribute: item.value.attribute().to_owned(),
        value,
        citation: item.citation.map(|id| reference(ItemKind::Citation, id)),
    }
}

fn note(item: &Note) -> NoteInput {
    NoteInput {
        id: Some(item.id.to_string()),
        title: item.title.to_string(),
        body: item.body.to_string(),
        attached_to: item.attached_to.iter().map(ToString::to_string).collect(),
        judgement: item.judgement.as_ref().map(judgement),
    }
}

fn judgement(item: &Judgement) -> JudgementInput {
    JudgementInput {
        likelihood: item.likelihood.as_str().to_owned(),
        confidence: item.confidence.as_str().to_owned(),
        horizon: text(&item.horizon),
        evidence_for: item.evidence_for.iter().map(ToString::to_string).collect(),
        evidence_against: item.evidence_against.iter().map(ToString::to_string).collect(),
        outcome: item.outcome.as_ref().map(|outcome| OutcomeInput {
            came_true: outcome.came_true,
            on: text(&outcome.on),
            remark: text(&outcome.remark),
        }),
    }
}
