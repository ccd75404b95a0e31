//! One small item of every noun. Fields are public: set what a test is about.

use domain::{
    Edtf, ItemRef,
    actor::{Actor, ActorCode, ActorKind, Code, CodeScheme},
    assessment::{Assessment, Direction},
    citation::{Anchor, Citation, Coder, Fate},
    claim::{Claim, ClaimValue},
    draft::{Draft, DraftState, Share},
    event::{Event, Participant, Participants, Role, Salience, When},
    grade::{Credibility, Reliability},
    id::{
        ActorId, AssessmentId, CitationId, ClaimId, DossierId, DraftId, EventId, LinkId, NoteId, OfficeId, PlaceId, SourceId, TenureId,
        TieId, TopicId,
    },
    kind::KindId,
    link::{Link, LinkKind},
    note::Note,
    office::{Office, Tenure},
    period::{End, Period},
    place::Place,
    settings::{HalfLife, Settings},
    source::{Origin, Source},
    statement::Statement,
    status::{Status, StatusHistory},
    text::{Prose, Title},
    tie::{Sign, Tie, TieKind},
    topic::Topic,
};
use uuid::Uuid;

/// The identifier with a number; each number is one item, whatever its kind.
pub fn id(number: u64) -> Uuid {
    Uuid::from_u64_pair(0x0192_0000_0000_7000, 0x8000_0000_0000_0000 | number)
}

pub fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

pub fn prose(text: &str) -> Prose {
    Prose::new(text).unwrap()
}

pub fn date(text: &str) -> Edtf {
    Edtf::parse(text).unwrap()
}

pub fn settings() -> Settings {
    Settings {
        id: DossierId(id(0)),
        title: title("Test"),
        language: domain::Language::English,
        time_zone: title("Asia/Seoul"),
        half_life_days: HalfLife::default(),
        namings: Vec::new(),
        opens_as_of: None,
    }
}

pub fn actor(number: u64, kind: ActorKind, name: &str) -> Actor {
    Actor {
        id: ActorId(id(number)),
        kind,
        name: title(name),
        other_names: Vec::new(),
        code: None,
        acts_for: None,
    }
}

pub fn country(number: u64, code: &str, name: &str) -> Actor {
    Actor {
        code: Some(ActorCode {
            scheme: CodeScheme::Iso3166,
            code: Code::new(code).unwrap(),
        }),
        ..actor(number, ActorKind::Country, name)
    }
}

pub fn office(number: u64, post: &str, of: ActorId) -> Office {
    Office {
        id: OfficeId(id(number)),
        post: title(post),
        of,
        other_names: Vec::new(),
    }
}

/// `end` is a date, `ongoing` or `unknown`.
pub fn tenure(number: u64, office: OfficeId, holder: ActorId, start: &str, end: &str) -> Tenure {
    Tenure {
        id: TenureId(id(number)),
        office,
        holder,
        period: Period::new(Some(date(start)), end.parse().unwrap()).unwrap(),
        acting: false,
    }
}

pub fn place(number: u64, name: &str, country: Option<ActorId>) -> Place {
    Place {
        id: PlaceId(id(number)),
        name: title(name),
        other_names: Vec::new(),
        country,
        coordinates: None,
    }
}

pub fn topic(number: u64, name: &str) -> Topic {
    Topic {
        id: TopicId(id(number)),
        name: title(name),
        parent: None,
    }
}

pub fn source(number: u64, name: &str, text: &str) -> Source {
    Source {
        id: SourceId(id(number)),
        title: title(name),
        publisher: None,
        author: None,
        url: None,
        published: None,
        accessed: None,
        language: None,
        reliability: Reliability::B,
        origin: Origin::default(),
        repeats: None,
        text: prose(text),
    }
}

pub fn event(number: u64, kind: &str, name: &str, when: Option<&str>) -> Event {
    Event {
        id: EventId(id(number)),
        kind: KindId::new(kind).unwrap(),
        title: title(name),
        when: when.map(|text| When::on(date(text))),
        status: StatusHistory::of(Status::Occurred),
        place: None,
        participants: Participants::default(),
        statement: None,
        topics: Vec::new(),
        amount: None,
        summary: None,
        salience: Salience::default(),
        weight: None,
        original: None,
    }
}

/// Actors in their roles, none twice in one.
pub fn participants(parts: &[(ActorId, Role)]) -> Participants {
    let parts = parts.iter().map(|&(actor, role)| Participant { actor, role });
    Participants::new(parts.collect()).unwrap()
}

pub fn statement(speaker: ActorId) -> Statement {
    Statement {
        speaker,
        on_behalf_of: None,
        audience: Vec::new(),
        targets: Vec::new(),
        issue: None,
        stance: None,
        quote: None,
    }
}

pub fn tie(number: u64, kind: TieKind, from: ActorId, to: ActorId) -> Tie {
    Tie {
        id: TieId(id(number)),
        kind,
        title: title(kind.as_str()),
        from,
        to,
        mutual: true,
        sign: Sign::Positive,
        amount: None,
        period: Period::new(None, End::Ongoing).unwrap(),
        cause: None,
        summary: None,
    }
}

pub fn link(number: u64, kind: LinkKind, from: EventId, to: EventId) -> Link {
    Link {
        id: LinkId(id(number)),
        kind,
        from,
        to,
        remark: None,
    }
}

/// `words` must stand in the source.
pub fn citation(number: u64, item: ItemRef, source: &Source, words: &str) -> Citation {
    Citation {
        id: CitationId(id(number)),
        item,
        source: source.id,
        anchor: Some(Anchor::of_words(source.text.as_str(), words).unwrap()),
        locator: None,
        credibility: Credibility::ProbablyTrue,
        coder: Coder::Person,
        fate: Fate::Exact,
    }
}

pub fn claim(number: u64, item: ItemRef, value: ClaimValue) -> Claim {
    Claim {
        id: ClaimId(id(number)),
        item,
        value,
        citation: None,
        chosen: false,
        reason: None,
    }
}

pub fn note(number: u64, name: &str, body: &str) -> Note {
    Note {
        id: NoteId(id(number)),
        title: title(name),
        body: prose(body),
        attached_to: Vec::new(),
        judgement: None,
    }
}

pub fn assessment(number: u64, a: ActorId, b: ActorId, on: &str) -> Assessment {
    Assessment {
        id: AssessmentId(id(number)),
        a,
        b,
        direction: Direction::Better,
        reason: title("They talk again"),
        on: on.parse().unwrap(),
    }
}

/// A proposal of an event; `words` must stand in the source.
pub fn draft(number: u64, source: &Source, proposal: Event, words: &str) -> Draft {
    Draft {
        id: DraftId(id(number)),
        source: source.id,
        proposal: Box::new(proposal.into()),
        brings: Vec::new(),
        shipped: Vec::new(),
        links: Vec::new(),
        related: Vec::new(),
        further: Vec::new(),
        trigger: None,
        doubts: Vec::new(),
        amended: false,
        became: None,
        anchor: Anchor::of_words(source.text.as_str(), words).unwrap(),
        rule: title("meet.future"),
        confidence: Share::new(0.8).unwrap(),
        state: DraftState::Open,
    }
}
