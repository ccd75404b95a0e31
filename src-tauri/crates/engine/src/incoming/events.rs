//! Events of a file, with where they took place, what they are about and who told of them.

use domain::{
    Edtf, Invalid, Item, ItemKind, ItemRef, Moment,
    amount::Number,
    citation::{Citation, Coder, Fate},
    event::{Event, OriginalCode, Role},
    grade::Credibility,
    id::{ActorId, CitationId, EventId, PlaceId, SourceId, TopicId},
    incoming::{Act, IncomingEvent, IncomingPlace, IncomingSource, Problem},
    kind::{Kind, KindId},
    named::{NamedItem, NamedParticipant, NamedPlace, Noun, Reported, Resolve},
    place::Place,
    source::{Address, Source},
    status::{Status, StatusEntry, StatusHistory},
    text::{LanguageTag, Prose, Title},
    topic::Topic,
};

use super::{Intake, SHOWN, folded};
use crate::EngineError;

/// What an event points at, found already.
struct Found {
    place: Option<PlaceId>,
    topics: Vec<(String, TopicId)>,
}

impl Resolve for Found {
    fn actor(&mut self, who: &NamedParticipant) -> Result<ActorId, Invalid> {
        who.key.strip_prefix("actor:").unwrap_or(&who.key).parse()
    }

    fn place(&mut self, _: &NamedPlace) -> Result<PlaceId, Invalid> {
        self.place.ok_or_else(|| Invalid::new("place", "is unknown"))
    }

    fn topic(&mut self, name: &str) -> Result<TopicId, Invalid> {
        let topic = self.topics.iter().find(|(known, _)| known == name);
        topic.map(|(_, id)| *id).ok_or_else(|| Invalid::new("topics", "is unknown"))
    }
}

impl Intake<'_, '_, '_> {
    pub(super) fn event(&mut self, row: u64, file_id: Option<&str>, event: &IncomingEvent) -> Result<(), EngineError> {
        let at = event.when.as_ref().and_then(|when| when.edtf.earliest().or(when.edtf.latest()));
        let (kind, coded_status) = self.kind(row, event);
        let place = match &event.place {
            Some(place) => self.place(row, place, at)?,
            None => None,
        };
        let topics = self.topics(&event.topics)?;
        let named = NamedItem {
            kind: kind.id.to_string(),
            when: event.when.clone(),
            status: event.status.or(coded_status).unwrap_or_else(|| self.status_by_date(event)),
            place: place.as_ref().map(|(_, place)| place.clone()),
            topics: topics.iter().map(|(name, _)| name.clone()).collect(),
            ..self.who(row, event, kind, at)?
        };
        let id = self.event_id(file_id, event, &named, kind.mutual);
        let reference = ItemRef::new(ItemKind::Event, EventId(id));
        if let Some(file_id) = file_id {
            self.by_file_id.insert(file_id.to_owned(), reference);
        }
        if event.both_ways && kind.mutual && self.put.contains(&reference) {
            self.taken.other_sides += 1;
            return Ok(());
        }
        let source = self.told_in(event.source.as_ref())?;
        let mut found = Found {
            place: place.map(|(id, _)| id),
            topics,
        };
        let reported = Reported { source, published: None };
        let Item::Event(resolved) = named.resolved(id, &reported, &mut found, None)? else {
            return Ok(());
        };
        let item = Item::Event(finished(resolved, event, named.status)?);
        if self.taken.shown.len() < SHOWN {
            self.taken.shown.push((row, named));
        }
        if self.put(&item)? {
            self.cite(row, reference, source, &event.locator)?;
            self.links.extend(event.links.iter().map(|(kind, to)| (row, id, *kind, to.clone())));
        }
        Ok(())
    }

    /// The kind that the file says or its code stands for, with the status that the code implies.
    fn kind(&mut self, row: u64, event: &IncomingEvent) -> (&'static Kind, Option<Status>) {
        let ontology = &self.reference.ontology;
        let said = event.kind.as_deref().and_then(|kind| KindId::new(kind).ok());
        let coded = event.act.as_ref().and_then(|act| self.reference.kind_coded(&act.scheme, &act.code));
        let known = match (&said, coded) {
            (Some(kind), _) => ontology.kind(kind).map(|kind| (kind, None)),
            (None, Some((kind, status))) => ontology.kind(kind).map(|kind| (kind, *status)),
            (None, None) => None,
        };
        if let Some(known) = known {
            return known;
        }
        let unknown = event.kind.as_deref().or(event.act.as_ref().map(|act| act.code.as_str()));
        if let Some(unknown) = unknown
            && self.unknown.insert(format!("kind {unknown}"))
        {
            self.fault(row, "", unknown, Problem::KindUnknown);
        }
        (self.reference.unsaid_kind(), None)
    }

    /// Title and participants. A visitor is a guest, whoever does the same with each other is a party, and words have a speaker.
    fn who(&mut self, row: u64, event: &IncomingEvent, kind: &Kind, at: Option<Moment>) -> Result<NamedItem, EngineError> {
        let mut participants: Vec<NamedParticipant> = Vec::with_capacity(event.parties.len());
        for party in &event.parties {
            let actor = self.actor(row, party, at)?;
            let participant = NamedParticipant {
                key: format!("actor:{actor}"),
                name: self.actors.name(actor).to_owned(),
                kind: None,
                country: None,
                role: role(party.role, kind, event.act.as_ref()),
            };
            if !participants.contains(&participant) {
                participants.push(participant);
            }
        }
        let spoken = kind.words && participants.iter().any(|who| who.role.is_source());
        Ok(NamedItem {
            noun: if spoken { Noun::Statement } else { Noun::Event },
            title: self.title(event, kind, &participants),
            participants,
            ..NamedItem::default()
        })
    }

    /// The title of the file, or "A – B: Talks".
    fn title(&self, event: &IncomingEvent, kind: &Kind, participants: &[NamedParticipant]) -> String {
        if let Some(title) = Title::of_words(&event.title) {
            return title.to_string();
        }
        let names: Vec<&str> = participants.iter().map(|who| who.name.as_str()).collect();
        let label = kind.label.in_language(self.settings.language);
        if names.is_empty() {
            label.to_owned()
        } else {
            format!("{}: {label}", names.join(" – "))
        }
    }

    /// What is dated after today is still to come.
    fn status_by_date(&self, event: &IncomingEvent) -> Status {
        let today = Moment::end_of_date(self.now.date_naive());
        let begins = event.when.as_ref().and_then(|when| when.edtf.earliest());
        if begins.is_some_and(|begins| begins > today) {
            Status::Scheduled
        } else {
            Status::Occurred
        }
    }

    /// By the file's own id; two rows of one meeting, which differ in their ids, by what they share.
    fn event_id(&self, file_id: Option<&str>, event: &IncomingEvent, named: &NamedItem, mutual: bool) -> uuid::Uuid {
        if let Some(file_id) = file_id.filter(|_| !(event.both_ways && mutual && named.participants.len() > 1)) {
            return self.id("event", file_id);
        }
        let mut keys: Vec<&str> = named.participants.iter().map(|who| who.key.as_str()).collect();
        keys.sort_unstable();
        let when = named.when.as_ref().map_or("", |when| when.edtf.as_str());
        let code = event.act.as_ref().map_or(named.kind.as_str(), |act| act.code.as_str());
        let told = event.source.as_ref().map_or("", |source| source.url.as_str());
        let title = if event.both_ways { "" } else { named.title.as_str() };
        let summary = if event.both_ways { "" } else { event.summary.as_str() };
        self.id(
            "event",
            &[when, code, title, summary, told, &event.locator, &keys.join(" ")].join("\n"),
        )
    }

    fn place(&mut self, row: u64, place: &IncomingPlace, at: Option<Moment>) -> Result<Option<(PlaceId, NamedPlace)>, EngineError> {
        let Some(name) = Title::of_words(&place.name) else {
            return Ok(None);
        };
        let country = match &place.country {
            Some(coded) => self.country(coded, at)?,
            None => None,
        };
        if let (Some(coded), None) = (&place.country, country) {
            self.unknown_country(row, coded);
        }
        let code = country.map(|country| self.actors.name(country).to_owned());
        let named = NamedPlace {
            name: name.to_string(),
            country: code,
            coordinates: place.coordinates,
        };
        let key = (folded(name.as_str()), country);
        if let Some(&known) = self.places.get(&key) {
            return Ok(Some((known, named)));
        }
        let within = country.map(|country| country.to_string()).unwrap_or_default();
        let id = PlaceId(Self::shared_id("place", &format!("{}\n{within}", key.0)));
        self.put(&Item::Place(Place {
            id,
            name,
            other_names: Vec::new(),
            country,
            coordinates: place.coordinates,
        }))?;
        self.places.insert(key, id);
        Ok(Some((id, named)))
    }

    fn topics(&mut self, names: &[String]) -> Result<Vec<(String, TopicId)>, EngineError> {
        let mut topics: Vec<(String, TopicId)> = Vec::with_capacity(names.len());
        for name in names.iter().filter_map(|name| Title::of_words(name)) {
            let key = folded(name.as_str());
            let id = match self.topics.get(&key) {
                Some(&known) => known,
                None => {
                    let id = TopicId(Self::shared_id("topic", &key));
                    self.put(&Item::Topic(Topic {
                        id,
                        name: name.clone(),
                        parent: None,
                    }))?;
                    self.topics.insert(key, id);
                    id
                }
            };
            if topics.iter().all(|(_, known)| *known != id) {
                topics.push((name.to_string(), id));
            }
        }
        Ok(topics)
    }

    /// The source that a row names, else the file.
    fn told_in(&mut self, source: Option<&IncomingSource>) -> Result<SourceId, EngineError> {
        match source {
            Some(source) => self.source(source),
            None => self.source(&IncomingSource {
                title: self.file.name.to_owned(),
                ..IncomingSource::default()
            }),
        }
    }

    /// A source, known by its address, else by its title, publisher and date.
    pub(super) fn source(&mut self, source: &IncomingSource) -> Result<SourceId, EngineError> {
        let published = source.published.as_ref().map_or("", Edtf::as_str);
        let url = Address::new(&source.url).ok();
        let bare = source.title.trim().is_empty();
        let title = [&source.title, &source.publisher, &source.url]
            .into_iter()
            .find_map(|text| Title::of_words(text));
        let title = title.ok_or_else(|| Invalid::new("source", "has neither title, publisher nor address"))?;
        let key = match &url {
            Some(url) => url.as_str().to_owned(),
            // A publisher alone is one source for all that it told.
            None if bare => title.to_string(),
            None => [title.as_str(), &source.publisher, &source.author, published].join("\n"),
        };
        let id = SourceId(Self::shared_id("source", &key));
        let reference = ItemRef::new(ItemKind::Source, id);
        if self.put.contains(&reference) {
            return Ok(id);
        }
        self.put(&Item::Source(Source {
            id,
            title,
            publisher: Title::of_words(&source.publisher),
            author: Title::of_words(&source.author),
            published: source.published.clone().filter(|_| url.is_some() || !bare),
            url,
            accessed: None,
            language: LanguageTag::new(&source.language).ok(),
            reliability: Default::default(),
            origin: Default::default(),
            repeats: None,
            text: printable(&source.text)?,
        }))?;
        Ok(id)
    }

    pub(super) fn source_of_file(&mut self, file_id: Option<&str>, source: &IncomingSource) -> Result<(), EngineError> {
        let id = self.source(source)?;
        if let Some(file_id) = file_id {
            self.by_file_id.insert(file_id.to_owned(), ItemRef::new(ItemKind::Source, id));
        }
        Ok(())
    }

    fn cite(&mut self, row: u64, item: ItemRef, source: SourceId, locator: &str) -> Result<(), EngineError> {
        let place = if locator.is_empty() { row.to_string() } else { locator.to_owned() };
        let id = uuid::Uuid::new_v5(&item.id, source.0.as_bytes());
        self.put(&Item::Citation(Citation {
            id: CitationId(id),
            item,
            source,
            anchor: None,
            locator: Title::of_words(&place),
            credibility: Credibility::default(),
            coder: Coder::default(),
            fate: Fate::default(),
        }))?;
        Ok(())
    }
}

/// The part in an event of a kind, from the part that event data know: source and target.
fn role(role: Role, kind: &Kind, act: Option<&Act>) -> Role {
    // CAMEO 043, to host a visit: the source is at home.
    let hosts = act.is_some_and(|act| act.scheme == "CAMEO" && act.code.starts_with("043"));
    match role {
        Role::Actor if kind.journey => {
            if hosts {
                Role::Host
            } else {
                Role::Guest
            }
        }
        Role::Recipient if kind.journey => {
            if hosts {
                Role::Guest
            } else {
                Role::Host
            }
        }
        Role::Actor | Role::Recipient if kind.mutual => Role::Party,
        Role::Party if kind.words => Role::Speaker,
        role => role,
    }
}

/// What names do not say: a summary, the code it came with, a status without a step of its own.
fn finished(event: Event, told: &IncomingEvent, status: Status) -> Result<Event, Invalid> {
    Ok(Event {
        status: StatusHistory::new(vec![StatusEntry {
            status,
            on: None,
            source: None,
            remark: None,
        }])?,
        summary: Some(printable(&told.summary)?).filter(|text| !text.as_str().trim().is_empty()),
        original: told.act.as_ref().and_then(|act| {
            Some(OriginalCode {
                scheme: Title::of_words(&act.scheme)?,
                code: Title::of_words(&act.code)?,
                version: act.version.as_deref().and_then(Title::of_words),
                value: act.value.and_then(|value| Number::new(value).ok()),
            })
        }),
        ..event
    })
}

/// A text without the signs that no text holds.
pub(super) fn printable(text: &str) -> Result<Prose, Invalid> {
    let sound = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    if text.chars().all(sound) {
        return Prose::new(text);
    }
    Prose::new(&text.chars().filter(|c| sound(*c)).collect::<String>())
}
