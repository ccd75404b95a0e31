//! Records of any size: events between countries over decades, as wire reports would give them.

use domain::{
    Item, ItemKind, ItemRef,
    actor::{Actor, ActorKind},
    event::{Role, Salience},
    grade::{Credibility, Reliability},
    id::{ActorId, TopicId},
    link::LinkKind,
    source::Source,
    status::{Status, StatusEntry, StatusHistory},
    tie::TieKind,
};

use crate::{Random, build};

/// Codes and names; the first ones act most.
pub const COUNTRIES: [(&str, &str); 20] = [
    ("CHN", "China"),
    ("USA", "United States"),
    ("KOR", "South Korea"),
    ("JPN", "Japan"),
    ("PRK", "North Korea"),
    ("RUS", "Russia"),
    ("TWN", "Taiwan"),
    ("IND", "India"),
    ("DEU", "Germany"),
    ("FRA", "France"),
    ("GBR", "United Kingdom"),
    ("AUS", "Australia"),
    ("VNM", "Vietnam"),
    ("PHL", "Philippines"),
    ("IDN", "Indonesia"),
    ("SGP", "Singapore"),
    ("THA", "Thailand"),
    ("CAN", "Canada"),
    ("ITA", "Italy"),
    ("BRA", "Brazil"),
];

const KINDS: [(&str, &str, Option<&str>); 16] = [
    ("statement", "comments on", None),
    ("talks", "holds talks with", None),
    ("call", "calls", None),
    ("visit", "visits", None),
    ("summit", "meets", None),
    ("appeal", "appeals to", None),
    ("criticism", "criticises", None),
    ("praise", "praises", None),
    ("warning", "warns", None),
    ("agreement", "signs an agreement with", None),
    ("aid", "sends aid to", Some("tonnes")),
    ("sanction", "imposes sanctions on", None),
    ("joint-exercise", "exercises with", Some("troops")),
    ("missile-test", "tests a missile near", None),
    ("protest-note", "protests to", None),
    ("restriction", "restricts imports from", None),
];

const TOPICS: [&str; 12] = [
    "Trade",
    "Supply chains",
    "Critical minerals",
    "Semiconductors",
    "Tourism",
    "Armed forces",
    "Missiles",
    "Fisheries",
    "Energy",
    "Culture",
    "Climate",
    "Alliances",
];

const CITIES: [&str; 8] = [
    "Beijing",
    "Washington",
    "Seoul",
    "Tokyo",
    "Pyongyang",
    "Moscow",
    "Singapore",
    "Geneva",
];

/// How many events one source reports.
const EVENTS_A_SOURCE: usize = 8;

/// A record and what its parts are called.
pub struct Generated {
    pub items: Vec<Item>,
    pub countries: Vec<ActorId>,
    pub persons: Vec<ActorId>,
    pub topics: Vec<TopicId>,
}

/// A record with so many events, each cited, one to eight a source. The same seed gives the same record.
pub fn record(events: usize, seed: u64) -> Generated {
    let mut maker = Maker {
        random: Random::new(seed),
        next: 1_000,
        items: Vec::new(),
        countries: Vec::new(),
        persons: Vec::new(),
        topics: Vec::new(),
        places: Vec::new(),
    };
    maker.set_the_stage();
    let mut left = events;
    let mut last = None;
    while left > 0 {
        let here = left.min(1 + maker.random.below(EVENTS_A_SOURCE));
        last = maker.report(here, last);
        left -= here;
    }
    Generated {
        items: maker.items,
        countries: maker.countries,
        persons: maker.persons,
        topics: maker.topics,
    }
}

struct Maker {
    random: Random,
    next: u64,
    items: Vec<Item>,
    countries: Vec<ActorId>,
    persons: Vec<ActorId>,
    topics: Vec<TopicId>,
    places: Vec<domain::id::PlaceId>,
}

impl Maker {
    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    fn set_the_stage(&mut self) {
        for (at, (code, name)) in COUNTRIES.iter().enumerate() {
            let country = build::country(at as u64 + 1, code, name);
            self.countries.push(country.id);
            self.items.push(country.into());
        }
        for at in 0..COUNTRIES.len() {
            self.leaders_of(at);
        }
        for name in TOPICS {
            let topic = build::topic(self.number(), name);
            self.topics.push(topic.id);
            self.items.push(topic.into());
        }
        for name in CITIES {
            let country = self.random.pick(&self.countries);
            let place = build::place(self.number(), name, Some(country));
            self.places.push(place.id);
            self.items.push(place.into());
        }
        for _ in 0..30 {
            self.tie();
        }
    }

    /// Three heads of government after each other, and a company.
    fn leaders_of(&mut self, at: usize) {
        let (country, (_, name)) = (self.countries[at], COUNTRIES[at]);
        let office = build::office(self.number(), "President", country);
        self.items.push(office.clone().into());
        for (turn, (start, end)) in [("2000-02", "2009-02"), ("2009-02", "2018-02"), ("2018-02", "ongoing")]
            .into_iter()
            .enumerate()
        {
            let person = build::actor(self.number(), ActorKind::Person, &format!("President {} of {name}", turn + 1));
            let tenure = build::tenure(self.number(), office.id, person.id, start, end);
            self.persons.push(person.id);
            self.items.extend([person.into(), tenure.into()]);
        }
        let company = Actor {
            acts_for: Some(country),
            ..build::actor(self.number(), ActorKind::Company, &format!("{name} Industries"))
        };
        self.items.push(company.into());
    }

    fn tie(&mut self) {
        let (from, to) = self.two_countries();
        let kind = self.random.pick(&TieKind::ALL);
        let mut tie = build::tie(self.number(), kind, self.countries[from], self.countries[to]);
        tie.period = domain::period::Period::new(Some(build::date("1999")), domain::period::End::Ongoing).unwrap();
        self.items.push(tie.into());
    }

    fn two_countries(&mut self) -> (usize, usize) {
        let places: Vec<usize> = (0..COUNTRIES.len()).collect();
        let from = self.random.pick_early(&places);
        let to = self.random.pick_early(&places);
        if from == to {
            (from, (to + 1) % COUNTRIES.len())
        } else {
            (from, to)
        }
    }

    /// A source and the events it reports; the first replies to the last of the report before.
    fn report(&mut self, events: usize, before: Option<domain::id::EventId>) -> Option<domain::id::EventId> {
        let (year, month, day) = (1990 + self.random.below(36), 1 + self.random.below(12), 1 + self.random.below(28));
        let told: Vec<(domain::event::Event, String)> = (0..events).map(|_| self.event(year, month, day)).collect();
        let text = told.iter().map(|(_, sentence)| sentence.as_str()).collect::<Vec<_>>().join(" ");
        let number = self.number();
        let source = Source {
            publisher: Some(build::title(self.random.pick(&["The Wire", "Daily", "연합통신", "環球報"]))),
            published: Some(build::date(&format!("{year}-{month:02}-{day:02}"))),
            reliability: self.random.pick(&Reliability::ALL),
            ..build::source(number, &format!("Report of {year}-{month:02}-{day:02}"), &text)
        };
        self.items.push(source.clone().into());
        let first = told.first().map(|(event, _)| event.id);
        let last = told.last().map(|(event, _)| event.id);
        for (event, sentence) in told {
            let item = ItemRef::new(ItemKind::Event, event.id);
            self.items.push(event.into());
            let mut citation = build::citation(self.number(), item, &source, &sentence);
            citation.credibility = self.random.pick(&Credibility::ALL);
            self.items.push(citation.into());
        }
        if let (Some(from), Some(to)) = (first, before)
            && self.random.once_in(4)
        {
            let link = build::link(self.number(), self.random.pick(&LinkKind::ALL), from, to);
            self.items.push(link.into());
        }
        last
    }

    fn event(&mut self, year: usize, month: usize, day: usize) -> (domain::event::Event, String) {
        let (from, to) = self.two_countries();
        let (kind, verb, unit) = self.random.pick_early(&KINDS);
        let topic = self.random.below(self.topics.len());
        let number = self.number();
        let name = format!(
            "{} {verb} {} over {}",
            COUNTRIES[from].1,
            COUNTRIES[to].1,
            TOPICS[topic].to_lowercase()
        );
        let when = self.when(year, month, day);
        let mut event = build::event(number, kind, &name, when.as_deref());
        let actor = if self.random.once_in(3) {
            self.persons[from * 3 + self.random.below(3)]
        } else {
            self.countries[from]
        };
        event.participants = build::participants(&[(actor, Role::Actor), (self.countries[to], Role::Recipient)]);
        if kind == "statement" {
            let mut statement = build::statement(actor);
            statement.targets.push(self.countries[to]);
            event.statement = Some(statement);
        }
        event.topics.push(self.topics[topic]);
        event.salience = Salience::new(self.random.below(101) as u8).unwrap();
        event.status = self.status(when.as_deref());
        event.place = self.random.once_in(3).then(|| self.random.pick(&self.places));
        let amount = unit.map_or_else(String::new, |unit| format!(", {} {unit}", 100 * (1 + self.random.below(300))));
        let sentence = format!("Report {number}: {name}{amount}, officials said on the day.");
        event.summary = self.random.once_in(2).then(|| build::prose(&sentence));
        (event, sentence)
    }

    /// Mostly a day; some months, approximate days, intervals and nothing.
    fn when(&mut self, year: usize, month: usize, day: usize) -> Option<String> {
        Some(match self.random.below(20) {
            0 => return None,
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}~"),
            3 => format!("{year}-{month:02}-{day:02}/{year}-12-30"),
            4 => format!("{year}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        })
    }

    fn status(&mut self, when: Option<&str>) -> StatusHistory {
        let bare = |status| StatusEntry {
            status,
            on: None,
            source: None,
            remark: None,
        };
        match self.random.below(10) {
            0 => StatusHistory::of(Status::Announced),
            1 => StatusHistory::of(Status::Cancelled),
            2 if when.is_some() => {
                let announced = StatusEntry {
                    on: Some(build::date("1989-12-01")),
                    ..bare(Status::Announced)
                };
                StatusHistory::new(vec![announced, bare(Status::Occurred)]).unwrap()
            }
            _ => StatusHistory::of(Status::Occurred),
        }
    }
}
