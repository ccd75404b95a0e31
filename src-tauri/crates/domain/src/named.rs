//! An item that names whom and what it points at, where the record has identifiers: what the reader proposes, the form of a draft edits and
//! the terminal prints. Its words are checked when it becomes an item of the record.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Edtf, Invalid, Item, Moment, Reason,
    actor::ActorKind,
    amount::Amount,
    event::{Event, Participant, Participants, Role, Salience, When},
    id::{ActorId, EventId, PlaceId, SourceId, TieId, TopicId},
    kind::KindId,
    period::{End, Period},
    place::Coordinates,
    statement::{Quote, Stance, Statement},
    status::{Status, StatusEntry, StatusHistory},
    text::{Prose, Title},
    tie::{Sign, Tie, TieKind},
};

words! {
    /// What an item in names is to become.
    #[derive(Default)]
    pub enum Noun ("noun": "an event, a statement or a tie") {
        #[default]
        Event = "event",
        Statement = "statement",
        Tie = "tie",
    }
}

impl Noun {
    /// What an item is; events and ties only.
    pub fn of(item: &Item) -> Option<Self> {
        match item {
            Item::Event(Event { statement: Some(_), .. }) => Some(Self::Statement),
            Item::Event(_) => Some(Self::Event),
            Item::Tie(_) => Some(Self::Tie),
            _ => None,
        }
    }
}

/// Somebody in a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NamedParticipant {
    /// `actor:…` of the record, `country:KOR`, `person:…`, `organisation:…` of what is shipped, or `new:NAME`.
    pub key: String,
    pub name: String,
    /// What it is, where the key does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActorKind>,
    /// ISO 3166 alpha-3 code of the country it acts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    pub role: Role,
}

impl NamedParticipant {
    /// Whether it is neither in the record nor shipped.
    pub fn is_new(&self) -> bool {
        self.key.starts_with("new:")
    }
}

/// A place by its name and the alpha-3 code of its country.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NamedPlace {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
}

/// An event, a statement or a tie in names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NamedItem {
    pub noun: Noun,
    /// A kind of event, or of tie.
    pub kind: String,
    pub title: String,
    /// Of events: where it stands now.
    pub status: Status,
    /// Of a tie: since when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<NamedPlace>,
    /// Of a tie: from whom (`actor`), then to whom (`recipient`); both `party` where it holds both ways.
    pub participants: Vec<NamedParticipant>,
    pub topics: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Of ties.
    pub sign: Sign,
}

/// Where an item comes from: the source that reports it, and when that was published.
#[derive(Clone, Debug)]
pub struct Reported {
    pub source: SourceId,
    pub published: Option<Edtf>,
}

/// From names to what the record knows by them.
pub trait Resolve {
    fn actor(&mut self, who: &NamedParticipant) -> Result<ActorId, Invalid>;
    fn place(&mut self, place: &NamedPlace) -> Result<PlaceId, Invalid>;
    fn topic(&mut self, name: &str) -> Result<TopicId, Invalid>;
}

/// From what the record points at to its names.
pub trait Naming {
    /// An actor, with the country it acts for at a moment.
    fn actor(&self, actor: ActorId, role: Role, at: Option<Moment>) -> NamedParticipant;
    fn place(&self, place: PlaceId) -> Option<NamedPlace>;
    fn topic(&self, topic: TopicId) -> Option<String>;
}

impl NamedItem {
    /// An event or a tie in names; `None` for any other item.
    pub fn of(item: &Item, names: &impl Naming) -> Option<Self> {
        match item {
            Item::Event(event) => Some(Self::of_event(event, names)),
            Item::Tie(tie) => Some(Self::of_tie(tie, names)),
            _ => None,
        }
    }

    pub fn of_event(event: &Event, names: &impl Naming) -> Self {
        let statement = event.statement.as_ref();
        let at = event.acting_at();
        Self {
            noun: if statement.is_some() { Noun::Statement } else { Noun::Event },
            kind: event.kind.to_string(),
            title: event.title.to_string(),
            status: event.current_status(),
            when: event.when.clone(),
            place: event.place.and_then(|place| names.place(place)),
            participants: event
                .parts()
                .into_iter()
                .map(|part| names.actor(part.actor, part.role, at))
                .collect(),
            topics: event.topics.iter().filter_map(|topic| names.topic(*topic)).collect(),
            amount: event.amount.clone(),
            issue: statement.and_then(|statement| statement.issue.as_ref()).map(ToString::to_string),
            stance: statement.and_then(|statement| statement.stance),
            quote: statement
                .and_then(|statement| statement.quote.as_ref())
                .map(|quote| quote.text.to_string()),
            sign: Sign::Neutral,
        }
    }

    pub fn of_tie(tie: &Tie, names: &impl Naming) -> Self {
        let at = tie.acting_at();
        let [from, to] = tie.roles();
        Self {
            noun: Noun::Tie,
            kind: tie.kind.as_str().to_owned(),
            title: tie.title.to_string(),
            when: tie.period.start().cloned().map(When::on),
            participants: vec![names.actor(tie.from, from, at), names.actor(tie.to, to, at)],
            amount: tie.amount.clone(),
            sign: tie.sign,
            ..Self::default()
        }
    }

    /// The item of the record. What names do not say (salience, a summary, a cause) stays as it was `before`, where it stood.
    ///
    /// # Errors
    /// A name that stands for nothing, a statement without a speaker, a tie without two ends, words that a title cannot hold: with the field.
    pub fn resolved(&self, id: Uuid, reported: &Reported, names: &mut impl Resolve, before: Option<&Item>) -> Result<Item, Invalid> {
        match (self.noun, before) {
            (Noun::Event | Noun::Statement, None) => self.event(id, reported, names, None).map(Item::Event),
            (Noun::Event | Noun::Statement, Some(Item::Event(before))) => self.event(id, reported, names, Some(before)).map(Item::Event),
            (Noun::Tie, None) => self.tie(id, names, None).map(Item::Tie),
            (Noun::Tie, Some(Item::Tie(before))) => self.tie(id, names, Some(before)).map(Item::Tie),
            _ => Err(Invalid::of("kind", Reason::KindFixed)),
        }
    }

    fn event(&self, id: Uuid, reported: &Reported, names: &mut impl Resolve, before: Option<&Event>) -> Result<Event, Invalid> {
        let mut parts: Vec<Participant> = Vec::new();
        for who in &self.participants {
            let part = Participant {
                actor: names.actor(who)?,
                role: who.role,
            };
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let spoken = before.and_then(|event| event.statement.as_ref());
        let statement = match self.noun {
            Noun::Statement => Some(self.statement(&mut parts, spoken)?),
            Noun::Event | Noun::Tie => None,
        };
        Ok(Event {
            id: EventId(id),
            kind: KindId::new(&self.kind)?,
            title: Title::new(&self.title)?,
            when: self.when.clone(),
            status: match before {
                Some(event) if event.current_status() == self.status => event.status.clone(),
                _ => self.history(reported)?,
            },
            place: self.place.as_ref().map(|place| names.place(place)).transpose()?,
            participants: Participants::new(parts)?,
            statement,
            topics: self.topics.iter().map(|topic| names.topic(topic)).collect::<Result<_, _>>()?,
            amount: self.amount.clone(),
            summary: before.and_then(|event| event.summary.clone()),
            salience: before.map_or(Salience::USUAL, |event| event.salience),
            weight: before.and_then(|event| event.weight.clone()),
            original: before.and_then(|event| event.original.clone()),
        })
    }

    /// A plan is known since it was published; of what has occurred the event's own date says when.
    fn history(&self, reported: &Reported) -> Result<StatusHistory, Invalid> {
        StatusHistory::new(vec![StatusEntry {
            status: self.status,
            on: reported.published.clone().filter(|_| self.status.is_plan()),
            source: Some(reported.source),
            remark: None,
        }])
    }

    /// Takes the speaker and those spoken to out of the parts.
    fn statement(&self, parts: &mut Vec<Participant>, before: Option<&Statement>) -> Result<Statement, Invalid> {
        let speaker = parts
            .iter()
            .find(|part| part.role == Role::Speaker)
            .or_else(|| parts.iter().find(|part| part.role.is_source()))
            .map(|part| part.actor)
            .ok_or_else(|| Invalid::of("participants", Reason::NoSpeaker))?;
        let still = |actor: &ActorId, role: Role| parts.contains(&Participant { actor: *actor, role });
        let on_behalf_of = before
            .and_then(|statement| statement.on_behalf_of)
            .filter(|actor| still(actor, Role::Speaker));
        let audience = before.map_or(&[][..], |statement| statement.audience.as_slice());
        let audience: Vec<ActorId> = audience.iter().copied().filter(|actor| still(actor, Role::Mentioned)).collect();
        let targets = parts.iter().filter(|part| part.role == Role::Recipient && part.actor != speaker);
        let mut targets: Vec<ActorId> = targets.map(|part| part.actor).collect();
        targets.dedup();
        parts.retain(|part| {
            let said = match part.role {
                Role::Speaker => Some(part.actor) == on_behalf_of,
                Role::Mentioned => audience.contains(&part.actor),
                role => role == Role::Recipient,
            };
            part.actor != speaker && !said
        });
        Ok(Statement {
            speaker,
            on_behalf_of,
            audience,
            targets,
            issue: optional(self.issue.as_deref(), |text| {
                Title::new(text).map_err(|error| error.within("issue"))
            })?,
            stance: self.stance,
            quote: self.spoken_words(before.and_then(|statement| statement.quote.as_ref()))?,
        })
    }

    fn spoken_words(&self, before: Option<&Quote>) -> Result<Option<Quote>, Invalid> {
        let text = optional(self.quote.as_deref(), |text| {
            Prose::new(text).map_err(|error| error.within("quote"))
        })?;
        Ok(text.map(|text| match before {
            Some(quote) if quote.text == text => quote.clone(),
            _ => Quote {
                text,
                language: None,
                translation: None,
            },
        }))
    }

    fn tie(&self, id: Uuid, names: &mut impl Resolve, before: Option<&Tie>) -> Result<Tie, Invalid> {
        let mutual = self.participants.iter().filter(|who| who.role == Role::Party).count() > 1;
        let missing = || Invalid::of("participants", Reason::OneEnd);
        let from = self.participants.iter().find(|who| who.role.is_source()).ok_or_else(missing)?;
        let others = || self.participants.iter().filter(|who| who.key != from.key);
        let to = others()
            .find(|who| mutual || who.role.is_target())
            .or_else(|| others().next())
            .ok_or_else(missing)?;
        Ok(Tie {
            id: TieId(id),
            kind: TieKind::parse(&self.kind)?,
            title: Title::new(&self.title)?,
            from: names.actor(from)?,
            to: names.actor(to)?,
            mutual,
            sign: self.sign,
            amount: self.amount.clone(),
            period: Period::new(
                self.when.as_ref().map(|when| when.edtf.clone()),
                before.map_or(End::Ongoing, |tie| tie.period.end().clone()),
            )?,
            cause: before.and_then(|tie| tie.cause),
            summary: before.and_then(|tie| tie.summary.clone()),
        })
    }
}

fn optional<T>(text: Option<&str>, read: impl FnOnce(&str) -> Result<T, Invalid>) -> Result<Option<T>, Invalid> {
    text.filter(|text| !text.trim().is_empty()).map(read).transpose()
}
