//! A draft as the review shows it. What it points at may not be in the record yet, so names come from the draft itself as well.

use domain::{
    Item, ItemKind, ItemRef,
    draft::{Draft, DraftState},
    event::{Event, Participant, Role},
    id::{ActorId, PlaceId, TopicId},
    status::Status,
    tie::Tie,
};
use engine::{ShippedKey, reading::Likeness, shipped_id};

use super::Viewer;
use crate::wire::*;

/// Somebody a draft points at.
pub(crate) struct Cast {
    /// `actor:…` of the record, the key of what is shipped, or `new:NAME`.
    pub key: String,
    pub name: String,
    pub kind: &'static str,
    /// ISO alpha-3 of the country acted for.
    pub country: Option<String>,
}

/// What a draft would become, in parts and names.
pub(crate) struct Parts {
    pub noun: &'static str,
    pub members: Vec<(Cast, Role)>,
    pub status: Option<Status>,
    pub kind: String,
}

impl Viewer<'_> {
    pub fn draft(&self, draft: &Draft, alike: &[Likeness]) -> Result<DraftView, ApiError> {
        let parts = self.draft_parts(draft);
        let kind = self
            .record
            .reference()
            .ontology
            .kinds
            .iter()
            .find(|kind| kind.id.as_str() == parts.kind);
        let planned = kind.and_then(|kind| self.record.reference().planned.get(&kind.id));
        let cameo = planned
            .filter(|_| parts.status.is_some_and(Status::is_plan))
            .or(kind.map(|kind| &kind.cameo));
        let when = match &*draft.proposal {
            Item::Event(event) => event.when.as_ref().map(|when| DateView {
                text: when.text.as_ref().map(ToString::to_string),
                ..self.date(&when.edtf)
            }),
            Item::Tie(tie) => tie.period.start().map(|start| self.date(start)),
            _ => None,
        };
        Ok(DraftView {
            reference: ItemRef::new(ItemKind::Draft, draft.id).to_string(),
            state: state(draft.state).to_owned(),
            became: self.became(draft)?,
            noun: parts.noun.to_owned(),
            fields: self.draft_fields(draft, &parts),
            kind_label: self.draft_kind(draft),
            icon: kind.map_or("link", |kind| kind.icon.as_str()).to_owned(),
            when,
            cameo: cameo.cloned(),
            quad: kind.map(|kind| kind.quad.into()),
            weight: kind.map_or(0.0, |kind| kind.weight),
            participants: parts
                .members
                .iter()
                .map(|(cast, role)| self.draft_participant(cast, *role))
                .collect(),
            links: self.draft_links(draft)?,
            spans: draft.anchors().map(span).collect(),
            confidence: draft.confidence.get(),
            rule: draft.rule.to_string(),
            trigger: draft.trigger.as_ref().map(ToString::to_string),
            doubts: draft.doubts.iter().map(ToString::to_string).collect(),
            duplicates: alike.iter().map(|likeness| self.duplicate(likeness)).collect::<Result<_, _>>()?,
        })
    }

    fn draft_kind(&self, draft: &Draft) -> String {
        match &*draft.proposal {
            Item::Event(event) => self.kind_label(&event.kind),
            Item::Tie(tie) => self.tie_label(tie.kind),
            _ => String::new(),
        }
    }

    fn became(&self, draft: &Draft) -> Result<Option<ItemLabel>, ApiError> {
        match draft.became {
            Some(item) if self.record.get(item)?.is_some() => self.label(item).map(Some),
            _ => Ok(None),
        }
    }

    /// Who takes part, and as what.
    pub(crate) fn draft_parts(&self, draft: &Draft) -> Parts {
        let member = |actor: ActorId, role: Role| (self.cast(draft, actor), role);
        match &*draft.proposal {
            Item::Event(event) => Parts {
                noun: if event.statement.is_some() { "statement" } else { "event" },
                members: in_order(event).into_iter().map(|part| member(part.actor, part.role)).collect(),
                status: Some(event.current_status()),
                kind: event.kind.to_string(),
            },
            Item::Tie(tie) => {
                let roles = if tie.mutual {
                    [Role::Party; 2]
                } else {
                    [Role::Actor, Role::Recipient]
                };
                Parts {
                    noun: "tie",
                    members: vec![member(tie.from, roles[0]), member(tie.to, roles[1])],
                    status: None,
                    kind: tie.kind.as_str().to_owned(),
                }
            }
            _ => Parts {
                noun: "event",
                members: Vec::new(),
                status: None,
                kind: String::new(),
            },
        }
    }

    fn cast(&self, draft: &Draft, actor: ActorId) -> Cast {
        if let Some(known) = self.actors.get(actor) {
            let country = self.actors.country_of(actor, draft_moment(draft));
            return Cast {
                key: ItemRef::new(ItemKind::Actor, actor).to_string(),
                name: self.actor_name(actor),
                kind: super::actor_kind(known.kind),
                country: country.and_then(|country| self.code(country)),
            };
        }
        for item in &draft.brings {
            if let Item::Actor(new) = item
                && new.id == actor
            {
                return Cast {
                    key: format!("new:{}", new.name),
                    name: new.name.to_string(),
                    kind: super::actor_kind(new.kind),
                    country: new.acts_for.and_then(|country| self.country_code(country)),
                };
            }
        }
        self.shipped_cast(draft, actor).unwrap_or_else(|| Cast {
            key: ItemRef::new(ItemKind::Actor, actor).to_string(),
            name: actor.to_string(),
            kind: "unknown",
            country: None,
        })
    }

    fn shipped_cast(&self, draft: &Draft, actor: ActorId) -> Option<Cast> {
        let key = draft.shipped.iter().find(|key| shipped_id(key.as_str()) == actor.0)?;
        shipped_cast(self.record.reference(), key.as_str(), self.language)
    }

    /// The code of a country of the record, or of one that is shipped.
    pub(crate) fn country_code(&self, country: ActorId) -> Option<String> {
        let shipped = || {
            let countries = &self.record.reference().countries;
            let row = countries
                .iter()
                .find(|row| shipped_id(&format!("country:{}", row.code.as_str())) == country.0);
            row.map(|row| row.code.as_str().to_owned())
        };
        self.code(country).or_else(shipped)
    }

    fn draft_participant(&self, cast: &Cast, role: Role) -> DraftParticipantView {
        let row = cast.country.as_deref().and_then(|code| self.record.reference().country(code));
        DraftParticipantView {
            name: cast.name.clone(),
            role: role.as_str().to_owned(),
            flag: row.and_then(|row| row.alpha2.as_deref()).map(str::to_lowercase),
            country: cast.country.clone(),
            is_new: cast.key.starts_with("new:"),
        }
    }

    /// The draft as a form holds it.
    fn draft_fields(&self, draft: &Draft, parts: &Parts) -> DraftInput {
        let members = parts.members.iter().map(|(cast, role)| DraftParticipantInput {
            key: cast.key.clone(),
            name: cast.name.clone(),
            role: role.as_str().to_owned(),
            country: cast.country.clone(),
        });
        let blank = DraftInput {
            kind: parts.kind.clone(),
            title: draft.proposal.title(),
            status: parts.status.map_or(String::new(), |status| status.as_str().to_owned()),
            when: None,
            place: None,
            participants: members.collect(),
            topics: Vec::new(),
            amount: None,
            issue: None,
            stance: None,
            quote: None,
            sign: 0,
        };
        match &*draft.proposal {
            Item::Event(event) => self.event_fields(draft, event, blank),
            Item::Tie(tie) => tie_fields(tie, blank),
            _ => blank,
        }
    }

    fn event_fields(&self, draft: &Draft, event: &Event, blank: DraftInput) -> DraftInput {
        let statement = event.statement.as_ref();
        DraftInput {
            when: event.when.as_ref().map(|when| when.edtf.to_string()),
            place: event.place.map(|place| self.place_name(draft, place)),
            topics: event.topics.iter().map(|topic| self.topic_name(draft, *topic)).collect(),
            amount: event.amount.as_ref().map(super::fields::amount),
            issue: statement.and_then(|statement| statement.issue.as_ref()).map(ToString::to_string),
            stance: statement
                .and_then(|statement| statement.stance)
                .map(|stance| stance.as_str().to_owned()),
            quote: statement
                .and_then(|statement| statement.quote.as_ref())
                .map(|quote| quote.text.to_string()),
            ..blank
        }
    }

    pub(crate) fn place_name(&self, draft: &Draft, place: PlaceId) -> String {
        brought(draft, place.0).unwrap_or_else(|| {
            let known = self.label(ItemRef::new(ItemKind::Place, place));
            known.map_or_else(|_| place.to_string(), |label| label.title)
        })
    }

    pub(crate) fn topic_name(&self, draft: &Draft, topic: TopicId) -> String {
        brought(draft, topic.0).unwrap_or_else(|| {
            let known = self.label(ItemRef::new(ItemKind::Topic, topic));
            known.map_or_else(|_| topic.to_string(), |label| label.title)
        })
    }

    /// The drafts it links to or that follow from it, and what they are to it.
    fn draft_links(&self, draft: &Draft) -> Result<Vec<DraftLinkView>, ApiError> {
        let mut links = Vec::new();
        for &related in &draft.related {
            let reference = ItemRef::new(ItemKind::Draft, related);
            let Some(Item::Draft(other)) = self.record.get(reference)? else {
                continue;
            };
            links.push(DraftLinkView {
                kind: relation_to(draft, &other),
                other: ItemLabel {
                    reference: reference.to_string(),
                    title: other.proposal.title(),
                    detail: Some(self.draft_kind(&other)),
                    flag: None,
                },
            });
        }
        Ok(links)
    }

    fn duplicate(&self, likeness: &Likeness) -> Result<DuplicateView, ApiError> {
        let event = self.label(ItemRef::new(ItemKind::Event, likeness.event))?;
        Ok(DuplicateView {
            when_label: event.detail.clone(),
            event,
            reasons: likeness.reasons.iter().map(|reason| reason.as_str().to_owned()).collect(),
            likeness: likeness.likeness,
        })
    }
}

/// A shipped actor by its key, named in a language where the tables do.
pub(crate) fn shipped_cast(reference: &engine::store::Reference, key: &str, language: domain::Language) -> Option<Cast> {
    let korean = language == domain::Language::Korean;
    let pick = |english: &str, other: Option<&str>| other.filter(|name| korean && !name.is_empty()).unwrap_or(english).to_owned();
    let (name, kind, country) = match key.parse().ok()? {
        ShippedKey::Country(code) => {
            let row = reference.country(&code)?;
            (pick(&row.name_en, Some(&row.name_ko)), "country", Some(code))
        }
        ShippedKey::Organisation(id) => {
            let row = reference.organisation(&id)?;
            let kind = match row.kind {
                engine::store::reference::OrganisationKind::Company => "company",
                engine::store::reference::OrganisationKind::Bloc | engine::store::reference::OrganisationKind::Alliance => "bloc",
                _ => "organisation",
            };
            (pick(&row.name_en, row.name_ko.as_deref()), kind, row.acts_for.clone())
        }
        ShippedKey::Person(id) => {
            let row = reference.person(&id)?;
            (pick(&row.name, row.name_ko.as_deref()), "person", row.country.clone())
        }
    };
    Some(Cast {
        key: key.to_owned(),
        name,
        kind,
        country,
    })
}

/// Who acts, then whom it concerns, then who is only mentioned.
fn in_order(event: &Event) -> Vec<Participant> {
    let mut parts = event.parts();
    parts.sort_by_key(|part| match part.role {
        role if role.is_source() => 0,
        role if role.is_target() => 1,
        _ => 2,
    });
    parts
}

fn tie_fields(tie: &Tie, blank: DraftInput) -> DraftInput {
    DraftInput {
        when: tie.period.start().map(ToString::to_string),
        amount: tie.amount.as_ref().map(super::fields::amount),
        sign: tie.sign.into(),
        ..blank
    }
}

fn brought(draft: &Draft, id: uuid::Uuid) -> Option<String> {
    draft.brings.iter().find(|item| item.id() == id).map(Item::title)
}

/// What this draft is to the other: the kind of its link; with `in-` before it, that of the other's link to it; or an order in time or cause.
fn relation_to(draft: &Draft, other: &Draft) -> String {
    let link = |from: &Draft, to: &Draft| {
        from.links
            .iter()
            .find(|link| link.to.0 == to.proposal.id())
            .map(|link| link.kind.as_str())
    };
    if let Some(kind) = link(draft, other) {
        return kind.to_owned();
    }
    if let Some(kind) = link(other, draft) {
        return format!("in-{kind}");
    }
    let told_from = |draft: &Draft, other: &Draft| match &*draft.proposal {
        Item::Event(event) => event
            .when
            .as_ref()
            .and_then(|when| when.relative.as_ref())
            .is_some_and(|relative| relative.event.0 == other.proposal.id()),
        _ => false,
    };
    let caused_by = |draft: &Draft, other: &Draft| matches!(&*draft.proposal, Item::Tie(tie) if tie.cause.is_some_and(|cause| cause.0 == other.proposal.id()));
    match () {
        () if told_from(draft, other) => "after",
        () if told_from(other, draft) => "before",
        () if caused_by(draft, other) => "caused-by",
        () if caused_by(other, draft) => "causes",
        () => "related",
    }
    .to_owned()
}

fn draft_moment(draft: &Draft) -> Option<domain::Moment> {
    match &*draft.proposal {
        Item::Event(event) => event.when.as_ref().and_then(|when| when.edtf.earliest().or(when.edtf.latest())),
        _ => None,
    }
}

fn state(state: DraftState) -> &'static str {
    match state {
        DraftState::Open => "open",
        DraftState::Accepted => "accepted",
        DraftState::Edited => "edited",
        DraftState::Rejected => "rejected",
    }
}

fn span(anchor: &domain::citation::Anchor) -> SpanView {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    SpanView {
        start: number(anchor.start()),
        end: number(anchor.end()),
    }
}
