use domain::{
    Item, ItemKind, ItemRef,
    actor::ActorKind,
    claim::ClaimValue,
    event::{Participant, Participants, RelativeDate, Role, TemporalRelation},
    grade::{Credibility, Reliability},
    id::{ActorId, CitationId, EventId, OfficeId, PlaceId, SourceId, TopicId},
    link::LinkKind,
    note::{Confidence, Judgement, Likelihood},
    source::Source,
    tie::TieKind,
};
use engine::{Workspace, store::Read};

use super::details;
use crate::{Random, build};

/// What can be cited; every text of a source holds some of it.
const SENTENCES: [&str; 4] = ["Lee met Xi.", "한중 정상회담이 열렸다.", "They spoke of trade.", "東京は抗議した。"];
const NAMES: [&str; 6] = ["Seoul", "Beijing", "외교부", "環球報", "Élysée", "Trade talks"];
const DATES: [&str; 7] = [
    "2026-01-05",
    "2026-01-06",
    "2025-11~",
    "2027",
    "2026-01-05/2026-01-07",
    "1999?",
    "../2026-02",
];
const KINDS: [&str; 5] = ["summit", "statement", "visit", "sanction", "own-kind"];

/// Few numbers a kind, so that items are changed and taken up again.
const MOST_OF_A_KIND: usize = 5;

/// An item of any kind: new, or another wording of one that stands.
pub(super) fn any(random: &mut Random, workspace: &Workspace) -> Item {
    let mut world = World { random, workspace };
    world.any()
}

/// One that stands; `None` where there is none.
pub(super) fn one_of(random: &mut Random, workspace: &Workspace, kind: ItemKind) -> Option<ItemRef> {
    let standing = workspace.list(kind).unwrap();
    (!standing.is_empty()).then(|| random.pick(&standing).item_ref())
}

struct World<'a> {
    random: &'a mut Random,
    workspace: &'a Workspace,
}

impl World<'_> {
    fn any(&mut self) -> Item {
        let mut item = self.bare();
        details::fill(self.random, &mut item);
        item
    }

    fn bare(&mut self) -> Item {
        match self.random.below(24) {
            0..=2 => self.actor(),
            3 => self.office(),
            4 | 5 => self.tenure(),
            6 => self.place(),
            7 | 8 => self.topic(),
            9 | 10 => self.source(),
            11..=14 => self.event(),
            15 => self.tie(),
            16 => self.link(),
            17..=19 => self.citation(),
            20 | 21 => self.claim(),
            22 => self.note(),
            _ => self.other(),
        }
    }

    fn number(&mut self, kind: ItemKind) -> u64 {
        (kind as u64) * 100 + self.random.below(MOST_OF_A_KIND) as u64
    }

    fn name(&mut self) -> &'static str {
        self.random.pick(&NAMES)
    }

    /// One that stands, mostly.
    fn some(&mut self, kind: ItemKind) -> ItemRef {
        let standing = one_of(self.random, self.workspace, kind).filter(|_| !self.random.once_in(40));
        standing.unwrap_or_else(|| ItemRef::new(kind, build::id(self.number(kind))))
    }

    fn some_actor(&mut self) -> ActorId {
        ActorId(self.some(ItemKind::Actor).id)
    }

    fn actor(&mut self) -> Item {
        let number = self.number(ItemKind::Actor);
        let kind = self
            .random
            .pick(&[ActorKind::Country, ActorKind::Country, ActorKind::Person, ActorKind::Company]);
        let mut actor = build::actor(number, kind, self.name());
        if kind != ActorKind::Country && self.random.once_in(2) {
            actor.acts_for = Some(self.some_actor());
        }
        actor.into()
    }

    fn office(&mut self) -> Item {
        build::office(self.number(ItemKind::Office), "President", self.some_actor()).into()
    }

    fn tenure(&mut self) -> Item {
        let office = OfficeId(self.some(ItemKind::Office).id);
        let end = self.random.pick(&["ongoing", "unknown", "2026-02", "2030"]);
        build::tenure(self.number(ItemKind::Tenure), office, self.some_actor(), "2010", end).into()
    }

    fn place(&mut self) -> Item {
        let country = self.random.once_in(2).then(|| self.some_actor());
        build::place(self.number(ItemKind::Place), self.name(), country).into()
    }

    fn topic(&mut self) -> Item {
        let mut topic = build::topic(self.number(ItemKind::Topic), self.name());
        topic.parent = self.random.once_in(3).then(|| TopicId(self.some(ItemKind::Topic).id));
        topic.into()
    }

    fn source(&mut self) -> Item {
        let sentences: Vec<&str> = (0..4).map(|_| self.random.pick(&SENTENCES)).collect();
        let mut source = build::source(self.number(ItemKind::Source), self.name(), &sentences.join(" "));
        source.reliability = self.random.pick(&Reliability::ALL);
        source.repeats = self.random.once_in(5).then(|| SourceId(self.some(ItemKind::Source).id));
        source.into()
    }

    fn event(&mut self) -> Item {
        let number = self.number(ItemKind::Event);
        let when = (!self.random.once_in(5)).then(|| self.random.pick(&DATES));
        let kind = self.random.pick(&KINDS);
        let mut event = build::event(number, kind, self.name(), when);
        let parts = (0..self.random.below(4)).map(|_| Participant {
            actor: self.some_actor(),
            role: self.random.pick(&Role::ALL),
        });
        let mut parts: Vec<Participant> = parts.collect();
        parts.sort_unstable();
        parts.dedup();
        event.participants = Participants::new(parts).unwrap();
        event.topics = (0..self.random.below(3)).map(|_| TopicId(self.some(ItemKind::Topic).id)).collect();
        event.topics.dedup();
        event.place = self.random.once_in(3).then(|| PlaceId(self.some(ItemKind::Place).id));
        if kind == "statement" {
            event.statement = Some(build::statement(self.some_actor()));
        }
        if let Some(when) = &mut event.when
            && self.random.once_in(4)
        {
            when.relative = Some(RelativeDate {
                relation: TemporalRelation::After,
                event: EventId(self.some(ItemKind::Event).id),
                within_days: None,
            });
        }
        event.into()
    }

    fn tie(&mut self) -> Item {
        let kind = self.random.pick(&TieKind::ALL);
        let mut tie = build::tie(self.number(ItemKind::Tie), kind, self.some_actor(), self.some_actor());
        tie.cause = self.random.once_in(3).then(|| EventId(self.some(ItemKind::Event).id));
        tie.into()
    }

    fn link(&mut self) -> Item {
        let kind = self.random.pick(&LinkKind::ALL);
        let (from, to) = (self.some(ItemKind::Event).id, self.some(ItemKind::Event).id);
        build::link(self.number(ItemKind::Link), kind, EventId(from), EventId(to)).into()
    }

    fn citation(&mut self) -> Item {
        let kind = self
            .random
            .pick(&[ItemKind::Event, ItemKind::Event, ItemKind::Event, ItemKind::Tie]);
        let item = self.some(kind);
        let source = self.some(ItemKind::Source);
        let cited = match self.workspace.get(source).unwrap() {
            Some(Item::Source(source)) => source,
            _ => build::source(self.number(ItemKind::Source), "Wire", &SENTENCES.join(" ")),
        };
        let sentence = SENTENCES.iter().find(|sentence| cited.text.as_str().contains(**sentence));
        let words = sentence.map_or_else(|| beginning(&cited), |sentence| (*sentence).to_owned());
        let mut citation = build::citation(self.number(ItemKind::Citation), item, &cited, &words);
        citation.credibility = self.random.pick(&Credibility::ALL);
        citation.locator = self.random.once_in(4).then(|| build::title("p. 12"));
        if citation.locator.is_some() && self.random.once_in(2) {
            citation.anchor = None;
        }
        citation.into()
    }

    fn claim(&mut self) -> Item {
        let value = match self.random.below(6) {
            0 | 1 => ClaimValue::When(build::date(self.random.pick(&DATES))),
            2 => ClaimValue::Place(PlaceId(self.some(ItemKind::Place).id)),
            3 => ClaimValue::Amount(details::amount(self.random)),
            4 => ClaimValue::Other {
                name: build::title("venue"),
                words: build::title(self.name()),
            },
            _ => ClaimValue::Title(build::title(self.name())),
        };
        let mut claim = build::claim(self.number(ItemKind::Claim), self.some(ItemKind::Event), value);
        claim.chosen = self.random.once_in(6);
        claim.citation = self.random.once_in(2).then(|| CitationId(self.some(ItemKind::Citation).id));
        claim.into()
    }

    fn note(&mut self) -> Item {
        let about = self.some(ItemKind::Event);
        let mut note = build::note(self.number(ItemKind::Note), self.name(), &format!("See [[{about}]]."));
        note.attached_to = vec![self.some(ItemKind::Event), self.some(ItemKind::Tie)];
        if self.random.once_in(2) {
            note.judgement = Some(Judgement {
                proposition: self.random.once_in(2).then(|| build::title("They will meet again by May")),
                likelihood: self.random.pick(&Likelihood::ALL),
                confidence: self.random.pick(&Confidence::ALL),
                horizon: None,
                evidence_for: vec![self.some(ItemKind::Event)],
                evidence_against: vec![],
                outcome: None,
            });
        }
        note.into()
    }

    fn other(&mut self) -> Item {
        match self.random.below(3) {
            0 => {
                let mut settings = self.workspace.store().settings().unwrap();
                settings.title = build::title(self.name());
                settings.into()
            }
            1 => build::assessment(
                self.number(ItemKind::Assessment),
                self.some_actor(),
                self.some_actor(),
                "2026-01-08",
            )
            .into(),
            _ => {
                let proposal = build::event(9_000, "visit", self.name(), Some("2026"));
                let source = build::source(self.number(ItemKind::Source), "Wire", &SENTENCES.join(" "));
                match self.workspace.get(Item::from(source.clone()).item_ref()).unwrap() {
                    Some(Item::Source(source)) => build::draft(self.number(ItemKind::Draft), &source, proposal, &beginning(&source)).into(),
                    _ => source.into(),
                }
            }
        }
    }
}

fn beginning(source: &Source) -> String {
    source.text.as_str().chars().take(5).collect()
}
