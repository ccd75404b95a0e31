//! An item as the reader or a person tells of it: names where the record has actors, places and topics.

use domain::{
    Edtf, Invalid, Item,
    amount::Amount,
    event::{Event, Participant, Participants, Role, Salience, When},
    id::{ActorId, EventId, SourceId, TieId},
    kind::KindId,
    period::{End, Period},
    statement::{Quote, Stance, Statement},
    status::{Status, StatusEntry, StatusHistory},
    text::{Prose, Title},
    tie::{Sign, Tie, TieKind},
};
use uuid::Uuid;

use super::cast::Cast;

/// What a draft would become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Event,
    Statement,
    Tie,
}

/// Somebody in a part. `key` is `actor:…` of the record, `country:KOR`, `person:…`, `organisation:…` of what is shipped, or `new:NAME`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub key: String,
    pub name: String,
    pub role: Role,
    /// Alpha-3 code of the country a new actor acts for.
    pub country: Option<String>,
}

/// An item in names.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    pub noun: Noun,
    pub kind: String,
    pub title: Title,
    pub status: Status,
    /// The date with the words it came from.
    pub when: Option<(Edtf, Option<Title>)>,
    /// A place's name, and the alpha-3 code of its country.
    pub place: Option<(Title, Option<String>)>,
    pub members: Vec<Member>,
    pub topics: Vec<Title>,
    pub amount: Option<Amount>,
    pub issue: Option<Title>,
    pub stance: Option<Stance>,
    pub quote: Option<Prose>,
    pub sign: Sign,
}

/// Where the item comes from: the source that tells of it and when that was published.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub source: SourceId,
    pub published: Option<Edtf>,
}

impl Sketch {
    /// The item with an identifier, its names looked up.
    pub(super) fn item(&self, id: Uuid, told: &Told, cast: &mut Cast<'_>) -> Result<Item, Invalid> {
        match self.noun {
            Noun::Tie => self.tie(TieId(id), cast).map(Item::Tie),
            Noun::Event | Noun::Statement => self.event(EventId(id), told, cast).map(Item::Event),
        }
    }

    fn event(&self, id: EventId, told: &Told, cast: &mut Cast<'_>) -> Result<Event, Invalid> {
        let mut parts: Vec<Participant> = Vec::new();
        for member in &self.members {
            let part = Participant {
                actor: cast.actor(member)?,
                role: member.role,
            };
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let statement = self.statement(&mut parts)?;
        let place = match &self.place {
            Some((name, country)) => Some(cast.place(name, country.as_deref())?),
            None => None,
        };
        let topics = self.topics.iter().map(|topic| cast.topic(topic)).collect::<Result<_, _>>()?;
        Ok(Event {
            id,
            kind: KindId::new(&self.kind)?,
            title: self.title.clone(),
            when: self.when.as_ref().map(|(edtf, text)| When {
                edtf: edtf.clone(),
                text: text.clone(),
                relative: None,
            }),
            status: self.history(told)?,
            place,
            participants: Participants::new(parts)?,
            statement,
            topics,
            amount: self.amount.clone(),
            summary: None,
            salience: Salience::USUAL,
            weight: None,
            original: None,
        })
    }

    /// A plan is known since it was published; of what has occurred the event's own date says when.
    fn history(&self, told: &Told) -> Result<StatusHistory, Invalid> {
        let on = told.published.clone().filter(|_| self.status.is_plan());
        StatusHistory::new(vec![StatusEntry {
            status: self.status,
            on,
            source: Some(told.source),
            remark: None,
        }])
    }

    /// Takes the speaker and those spoken to out of the parts.
    fn statement(&self, parts: &mut Vec<Participant>) -> Result<Option<Statement>, Invalid> {
        if self.noun != Noun::Statement {
            return Ok(None);
        }
        let speaker = parts
            .iter()
            .find(|part| part.role == Role::Speaker)
            .or_else(|| parts.iter().find(|part| part.role.is_source()))
            .map(|part| part.actor)
            .ok_or_else(|| Invalid::new("participants", "name no speaker").hint("give somebody the part of the speaker"))?;
        let targets = parts.iter().filter(|part| part.role == Role::Recipient && part.actor != speaker);
        let mut targets: Vec<ActorId> = targets.map(|part| part.actor).collect();
        targets.dedup();
        parts.retain(|part| part.actor != speaker && part.role != Role::Recipient);
        Ok(Some(Statement {
            speaker,
            on_behalf_of: None,
            audience: Vec::new(),
            targets,
            issue: self.issue.clone(),
            stance: self.stance,
            quote: self.quote.clone().map(|text| Quote {
                text,
                language: None,
                translation: None,
            }),
        }))
    }

    fn tie(&self, id: TieId, cast: &mut Cast<'_>) -> Result<Tie, Invalid> {
        let mutual = self.members.iter().filter(|member| member.role == Role::Party).count() > 1;
        let missing = || Invalid::new("participants", "are fewer than two").hint("a tie needs somebody at each end");
        let from = self.members.iter().find(|member| member.role.is_source()).ok_or_else(missing)?;
        let other = |member: &&Member| member.key != from.key && (mutual || member.role.is_target());
        let to = self
            .members
            .iter()
            .find(other)
            .or_else(|| self.members.iter().find(|member| member.key != from.key))
            .ok_or_else(missing)?;
        let (from, to) = (cast.actor(from)?, cast.actor(to)?);
        Ok(Tie {
            id,
            kind: TieKind::parse(&self.kind)?,
            title: self.title.clone(),
            from,
            to,
            mutual,
            sign: self.sign,
            amount: self.amount.clone(),
            period: Period::new(self.when.as_ref().map(|(edtf, _)| edtf.clone()), End::Ongoing)?,
            cause: None,
            summary: None,
        })
    }
}
