use domain::{
    Invalid, Item, ItemKind, Language,
    actor::{Actor, ActorCode, ActorKind, Code, CodeScheme},
    assessment::{Assessment, Direction},
    citation::{Anchor, Citation, Coder, Fate},
    claim::{Claim, ClaimValue},
    grade::{Credibility, Reliability},
    id::{
        ActorId, AssessmentId, CitationId, ClaimId, DossierId, EventId, LinkId, NoteId, OfficeId, PlaceId, SourceId, TenureId, TieId,
        TopicId,
    },
    link::{Link, LinkKind},
    note::{Confidence, Judgement, Likelihood, Note, Outcome},
    office::{Office, Tenure},
    period::{End, Period},
    place::{Coordinates, Place},
    settings::{HalfLife, Naming, Settings},
    source::{Address, Origin, Source},
    text::{LanguageTag, OtherName, Prose},
    tie::{Sign, Tie, TieKind},
    topic::Topic,
};

use super::{Context, day, event::amount, id_of, items, optional_prose, optional_reference, optional_title, reference, title};
use crate::wire::*;

pub fn settings(input: &SettingsInput, context: &Context<'_>) -> Result<Settings, Invalid> {
    let naming = |naming: &NamingInput| {
        let grouped_under = naming
            .grouped_under
            .as_deref()
            .filter(|code| !code.is_empty())
            .map(Code::new)
            .transpose()?;
        Ok(Naming {
            code: Code::new(&naming.code)?,
            name: title("name", &naming.name)?,
            grouped_under,
        })
    };
    Ok(Settings {
        id: DossierId(context.fresh),
        title: title("title", &input.title)?,
        language: Language::parse(&input.language).ok_or_else(|| Invalid::new("language", "is neither English nor Korean"))?,
        time_zone: title("time_zone", &input.time_zone)?,
        half_life_days: HalfLife::new(input.half_life_days)?,
        opens_as_of: input
            .opens_as_of
            .as_deref()
            .filter(|text| !text.trim().is_empty())
            .map(|text| day("opens_as_of", text))
            .transpose()?,
        namings: input.namings.iter().map(naming).collect::<Result<_, Invalid>>()?,
    })
}

pub fn actor(input: &ActorInput, context: &Context<'_>) -> Result<Actor, Invalid> {
    let kind = match input.kind.as_str() {
        "country" => ActorKind::Country,
        "organisation" => ActorKind::Organisation,
        "bloc" => ActorKind::Bloc,
        "person" => ActorKind::Person,
        "company" => ActorKind::Company,
        "group" => ActorKind::Group,
        _ => return Err(Invalid::new("kind", "is not a kind of actor").hint("use country, organisation, bloc, person, company or group")),
    };
    let scheme = if kind == ActorKind::Country {
        CodeScheme::Iso3166
    } else {
        CodeScheme::Own
    };
    let code = input
        .code
        .as_deref()
        .filter(|code| !code.trim().is_empty())
        .map(Code::new)
        .transpose()?;
    Ok(Actor {
        id: ActorId(id_of(input.id.as_deref(), ItemKind::Actor, context)?),
        kind,
        name: title("name", &input.name)?,
        other_names: input.other_names.iter().map(other_name).collect::<Result<_, _>>()?,
        code: code.map(|code| ActorCode { scheme, code }),
        acts_for: optional_reference("acts_for", input.acts_for.as_deref(), ItemKind::Actor)?.map(ActorId),
    })
}

fn other_name(input: &NameInput) -> Result<OtherName, Invalid> {
    let language = input
        .language
        .as_deref()
        .filter(|tag| !tag.is_empty())
        .map(LanguageTag::new)
        .transpose()?;
    Ok(OtherName {
        text: title("other_names", &input.text)?,
        language,
    })
}

pub fn office(input: &OfficeInput, context: &Context<'_>) -> Result<Office, Invalid> {
    let id = id_of(input.id.as_deref(), ItemKind::Office, context)?;
    let other_names = match context.current(ItemKind::Office, id) {
        Some(Item::Office(office)) => office.other_names,
        _ => vec![],
    };
    Ok(Office {
        id: OfficeId(id),
        post: title("post", &input.post)?,
        of: ActorId(reference("of", &input.of, ItemKind::Actor)?),
        other_names,
    })
}

fn period(start: Option<&str>, end: &str, context: &Context<'_>) -> Result<Period, Invalid> {
    let end = match end.trim() {
        "" | "ongoing" => End::Ongoing,
        "unknown" => End::Unknown,
        date => End::On(context.date("end", date)?),
    };
    Period::new(context.optional_date("start", start)?, end)
}

pub fn tenure(input: &TenureInput, context: &Context<'_>) -> Result<Tenure, Invalid> {
    Ok(Tenure {
        id: TenureId(id_of(input.id.as_deref(), ItemKind::Tenure, context)?),
        office: OfficeId(reference("office", &input.office, ItemKind::Office)?),
        holder: ActorId(reference("holder", &input.holder, ItemKind::Actor)?),
        period: period(input.start.as_deref(), &input.end, context)?,
        acting: input.acting,
    })
}

pub fn place(input: &PlaceInput, context: &Context<'_>) -> Result<Place, Invalid> {
    let id = id_of(input.id.as_deref(), ItemKind::Place, context)?;
    let other_names = match context.current(ItemKind::Place, id) {
        Some(Item::Place(place)) => place.other_names,
        _ => vec![],
    };
    let coordinates = match (input.latitude, input.longitude) {
        (Some(latitude), Some(longitude)) => Some(Coordinates::new(latitude, longitude)?),
        (None, None) => None,
        _ => return Err(Invalid::new("latitude", "needs a longitude, and the other way round").hint("give both or neither")),
    };
    let country = optional_reference("country", input.country.as_deref(), ItemKind::Actor)?.map(ActorId);
    Ok(Place {
        id: PlaceId(id),
        name: title("name", &input.name)?,
        other_names,
        country,
        coordinates,
    })
}

pub fn topic(input: &TopicInput, context: &Context<'_>) -> Result<Topic, Invalid> {
    Ok(Topic {
        id: TopicId(id_of(input.id.as_deref(), ItemKind::Topic, context)?),
        name: title("name", &input.name)?,
        parent: optional_reference("parent", input.parent.as_deref(), ItemKind::Topic)?.map(TopicId),
    })
}

pub fn source(input: &SourceInput, context: &Context<'_>) -> Result<Source, Invalid> {
    let origin = Origin::ALL.into_iter().find(|origin| origin.as_str() == input.origin);
    Ok(Source {
        id: SourceId(id_of(input.id.as_deref(), ItemKind::Source, context)?),
        title: title("title", &input.title)?,
        publisher: optional_title("publisher", input.publisher.as_deref())?,
        author: optional_title("author", input.author.as_deref())?,
        url: input
            .url
            .as_deref()
            .filter(|url| !url.trim().is_empty())
            .map(Address::new)
            .transpose()?,
        published: context.optional_date("published", input.published.as_deref())?,
        accessed: input
            .accessed
            .as_deref()
            .filter(|text| !text.trim().is_empty())
            .map(|text| day("accessed", text))
            .transpose()?,
        language: input
            .language
            .as_deref()
            .filter(|tag| !tag.trim().is_empty())
            .map(LanguageTag::new)
            .transpose()?,
        reliability: Reliability::parse(&input.reliability)?,
        origin: origin.ok_or_else(|| {
            Invalid::new("origin", "is not an origin").hint("use own-reporting, agency, official-readout, other-source or unknown")
        })?,
        repeats: optional_reference("repeats", input.repeats.as_deref(), ItemKind::Source)?.map(SourceId),
        text: Prose::new(&input.text)?,
    })
}

pub fn tie(input: &TieInput, context: &Context<'_>) -> Result<Tie, Invalid> {
    Ok(Tie {
        id: TieId(id_of(input.id.as_deref(), ItemKind::Tie, context)?),
        kind: TieKind::parse(&input.kind)?,
        title: title("title", &input.title)?,
        from: ActorId(reference("from", &input.from, ItemKind::Actor)?),
        to: ActorId(reference("to", &input.to, ItemKind::Actor)?),
        mutual: input.mutual,
        sign: Sign::try_from(input.sign)?,
        amount: input.amount.as_ref().map(amount).transpose()?,
        period: period(input.start.as_deref(), &input.end, context)?,
        cause: optional_reference("cause", input.cause.as_deref(), ItemKind::Event)?.map(EventId),
        summary: optional_prose("summary", input.summary.as_deref())?,
    })
}

pub fn link(input: &LinkInput, context: &Context<'_>) -> Result<Link, Invalid> {
    Ok(Link {
        id: LinkId(id_of(input.id.as_deref(), ItemKind::Link, context)?),
        kind: LinkKind::parse(&input.kind)?,
        from: EventId(reference("from", &input.from, ItemKind::Event)?),
        to: EventId(reference("to", &input.to, ItemKind::Event)?),
        remark: optional_prose("remark", input.remark.as_deref())?,
    })
}

pub fn citation(input: &CitationInput, context: &Context<'_>) -> Result<Citation, Invalid> {
    let id = id_of(input.id.as_deref(), ItemKind::Citation, context)?;
    let source = reference("source", &input.source, ItemKind::Source)?;
    let Some(Item::Source(cited)) = context.current(ItemKind::Source, source) else {
        return Err(Invalid::new("source", "is not in the dossier").hint("capture the source first"));
    };
    let anchor = match input.start {
        Some(start) => {
            let start = start as usize;
            Anchor::in_text(cited.text.as_str(), start, start.saturating_add(input.exact.chars().count()))?
        }
        None => Anchor::of_words(cited.text.as_str(), &input.exact)?,
    };
    let (coder, fate) = match context.current(ItemKind::Citation, id) {
        Some(Item::Citation(citation)) if citation.anchor == anchor => (citation.coder, citation.fate),
        Some(Item::Citation(citation)) => (citation.coder, Fate::Exact),
        _ => (Coder::Person, Fate::Exact),
    };
    let item = input.item.parse().map_err(|error: Invalid| error.within("item"))?;
    Ok(Citation {
        id: CitationId(id),
        item,
        source: SourceId(source),
        anchor,
        credibility: Credibility::try_from(input.credibility)?,
        coder,
        fate,
    })
}

pub fn claim(input: &ClaimInput, context: &Context<'_>) -> Result<Claim, Invalid> {
    let id = id_of(input.id.as_deref(), ItemKind::Claim, context)?;
    let (chosen, reason) = match context.current(ItemKind::Claim, id) {
        Some(Item::Claim(claim)) => (claim.chosen, claim.reason),
        _ => (false, None),
    };
    let value = match input.attribute.trim() {
        "when" => ClaimValue::When(context.date("value", &input.value)?),
        "place" => ClaimValue::Place(PlaceId(reference("value", &input.value, ItemKind::Place)?)),
        "title" => ClaimValue::Title(title("value", &input.value)?),
        other => ClaimValue::Other {
            name: title("attribute", other)?,
            words: title("value", &input.value)?,
        },
    };
    let citation = optional_reference("citation", input.citation.as_deref(), ItemKind::Citation)?.map(CitationId);
    let item = input.item.parse().map_err(|error: Invalid| error.within("item"))?;
    Ok(Claim {
        id: ClaimId(id),
        item,
        value,
        citation,
        chosen,
        reason,
    })
}

pub fn note(input: &NoteInput, context: &Context<'_>) -> Result<Note, Invalid> {
    Ok(Note {
        id: NoteId(id_of(input.id.as_deref(), ItemKind::Note, context)?),
        title: title("title", &input.title)?,
        body: Prose::new(&input.body).map_err(|error| error.within("body"))?,
        attached_to: items("attached_to", &input.attached_to)?,
        judgement: input.judgement.as_ref().map(|judgement| judge(judgement, context)).transpose()?,
    })
}

fn judge(input: &JudgementInput, context: &Context<'_>) -> Result<Judgement, Invalid> {
    let likelihood = Likelihood::ALL.into_iter().find(|band| band.as_str() == input.likelihood);
    let confidence = Confidence::ALL.into_iter().find(|level| level.as_str() == input.confidence);
    Ok(Judgement {
        likelihood: likelihood
            .ok_or_else(|| Invalid::new("likelihood", "is not a band").hint("choose one from almost no chance to almost certain"))?,
        confidence: confidence.ok_or_else(|| Invalid::new("confidence", "is not a level").hint("choose low, moderate or high"))?,
        horizon: context.optional_date("horizon", input.horizon.as_deref())?,
        evidence_for: items("evidence_for", &input.evidence_for)?,
        evidence_against: items("evidence_against", &input.evidence_against)?,
        outcome: input.outcome.as_ref().map(|outcome| outcome_of(outcome, context)).transpose()?,
    })
}

fn outcome_of(input: &OutcomeInput, context: &Context<'_>) -> Result<Outcome, Invalid> {
    let on = context.optional_date("on", input.on.as_deref())?;
    Ok(Outcome {
        came_true: input.came_true,
        on,
        remark: optional_prose("remark", input.remark.as_deref())?,
    })
}

pub fn assessment(input: &AssessmentInput, context: &Context<'_>) -> Result<Assessment, Invalid> {
    let direction = Direction::ALL.into_iter().find(|direction| direction.as_str() == input.direction);
    Ok(Assessment {
        id: AssessmentId(id_of(input.id.as_deref(), ItemKind::Assessment, context)?),
        a: ActorId(reference("a", &input.a, ItemKind::Actor)?),
        b: ActorId(reference("b", &input.b, ItemKind::Actor)?),
        direction: direction.ok_or_else(|| Invalid::new("direction", "is neither better, unchanged nor worse"))?,
        reason: title("reason", &input.reason)?,
        on: day("on", &input.on)?,
    })
}
