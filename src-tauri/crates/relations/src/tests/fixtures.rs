use domain::{
    Edtf, Moment,
    acting::Affiliations,
    actor::{Actor, ActorKind},
    event::{Event, Participant, Participants, Role, When},
    id::{ActorId, EventId, OfficeId, TenureId, TieId},
    kind::{Kind, KindId, Label, Ontology, Quad, TieRow},
    office::{Office, Tenure},
    period::Period,
    status::{Status, StatusEntry, StatusHistory},
    text::Title,
    tie::{Sign, Tie, TieKind},
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::{Act, Interval, Setting, Standing};

pub const CHN: ActorId = country(1);
pub const JPN: ActorId = country(2);
pub const KOR: ActorId = country(3);
pub const PRK: ActorId = country(4);
pub const USA: ActorId = country(5);
/// President of KOR from 4 June 2025.
pub const LEE: ActorId = country(13);
/// President of KOR until 4 April 2025.
pub const YOON: ActorId = country(23);
/// Acts for CHN.
pub const HUAWEI: ActorId = country(11);
/// An organisation that acts for no country.
pub const UN: ActorId = country(90);

pub const fn country(number: u128) -> ActorId {
    ActorId(Uuid::from_u128(number))
}

pub fn moment(date: &str) -> Moment {
    Edtf::parse(date).unwrap().latest().unwrap()
}

pub fn kind(id: &str) -> KindId {
    KindId::new(id).unwrap()
}

pub fn ontology() -> Ontology {
    let row = |id: &str, plover: &str, quad: u8, weight: f64, mutual: bool| Kind {
        id: kind(id),
        label: Label {
            en: id.to_owned(),
            ko: id.to_owned(),
        },
        plover: plover.to_owned(),
        mode: None,
        cameo: "040".to_owned(),
        quad: Quad::try_from(quad).unwrap(),
        weight,
        reason: None,
        icon: "circle".to_owned(),
        words: false,
        mutual,
        planned: None,
        stance: None,
        by_issue: false,
        together: domain::kind::Together::Apart,
        parties: false,
        meeting: false,
        journey: false,
        between_heads: None,
        alone: false,
        suffered: false,
    };
    let tie = |id: TieKind, sign: i8, prior: f64| TieRow {
        id,
        label: Label {
            en: String::new(),
            ko: String::new(),
        },
        sign: Sign::try_from(sign).unwrap(),
        prior,
        symmetric: false,
    };
    Ontology {
        kinds: vec![
            row("summit", "CONSULT", 1, 4.0, true),
            row("visit", "CONSULT", 1, 2.5, false),
            row("mediation", "CONSULT", 1, 4.0, false),
            row("warning", "THREATEN", 3, -4.4, false),
            row("clash", "FIGHT", 4, -9.0, true),
            row("aid", "AID", 2, 7.0, false),
            row("praise", "SUPPORT", 1, 3.4, false),
            row("visit-refused", "CONSULT", 3, -2.0, false),
            row("ceremony", "STATEMENT", 1, 0.0, false),
            row("broken", "AID", 2, f64::NAN, false),
        ],
        ties: vec![
            tie(TieKind::Alliance, 1, 6.0),
            tie(TieKind::Presence, 1, 2.0),
            tie(TieKind::Dependence, 0, 0.5),
            tie(TieKind::Dispute, -1, -4.0),
        ],
    }
}

pub fn affiliations() -> Affiliations {
    let actor = |id, kind, acts_for| Actor {
        id,
        kind,
        name: Title::new("somebody").unwrap(),
        other_names: vec![],
        code: None,
        acts_for,
    };
    let mut actors: Vec<Actor> = [CHN, JPN, KOR, PRK, USA]
        .into_iter()
        .map(|id| actor(id, ActorKind::Country, None))
        .collect();
    actors.extend((1_000..1_500).map(|number| actor(country(number), ActorKind::Country, None)));
    actors.extend([actor(LEE, ActorKind::Person, None), actor(YOON, ActorKind::Person, None)]);
    actors.extend([
        actor(HUAWEI, ActorKind::Company, Some(CHN)),
        actor(UN, ActorKind::Organisation, None),
    ]);
    let office = Office {
        id: OfficeId(Uuid::from_u128(1)),
        post: Title::new("President").unwrap(),
        of: KOR,
        other_names: vec![],
    };
    let tenure = |number, holder, start: &str, end: &str| Tenure {
        id: TenureId(Uuid::from_u128(number)),
        office: office.id,
        holder,
        period: Period::new(Some(Edtf::parse(start).unwrap()), end.parse().unwrap()).unwrap(),
        acting: false,
    };
    let tenures = [tenure(1, YOON, "2022-05-10", "2025-04-04"), tenure(2, LEE, "2025-06-04", "ongoing")];
    Affiliations::new(&actors, [&office], &tenures)
}

pub fn step(status: Status, on: &str) -> StatusEntry {
    StatusEntry {
        status,
        on: (!on.is_empty()).then(|| Edtf::parse(on).unwrap()),
        source: None,
        remark: None,
    }
}

/// An event of a kind; without a date where `when` is empty.
pub fn event(id: &str, when: &str, steps: Vec<StatusEntry>, parts: &[(ActorId, Role)]) -> Event {
    Event {
        id: EventId(Uuid::from_u128(7)),
        kind: kind(id),
        title: Title::new("something happened").unwrap(),
        when: (!when.is_empty()).then(|| When::on(Edtf::parse(when).unwrap())),
        status: StatusHistory::new(steps).unwrap(),
        place: None,
        participants: Participants::new(parts.iter().map(|&(actor, role)| Participant { actor, role }).collect()).unwrap(),
        statement: None,
        topics: vec![],
        amount: None,
        summary: None,
        salience: Default::default(),
        weight: None,
        original: None,
    }
}

pub fn tie(kind: TieKind, from: ActorId, to: ActorId, sign: i8, start: &str, end: &str) -> Tie {
    Tie {
        id: TieId(Uuid::from_u128(1)),
        kind,
        title: Title::new("tie").unwrap(),
        from,
        to,
        mutual: false,
        sign: Sign::try_from(sign).unwrap(),
        amount: None,
        period: Period::new(Some(Edtf::parse(start).unwrap()), end.parse().unwrap()).unwrap(),
        cause: None,
        summary: None,
    }
}

pub fn standing(kind: TieKind, from: ActorId, to: ActorId, prior: f64) -> Standing {
    Standing {
        tie: TieId(Uuid::from_u128(kind as u128)),
        kind,
        from,
        to,
        prior,
        share: 0.0,
    }
}

/// An act that occurred on a date with full credibility.
pub fn act(number: u128, date: &str, weight: f64, pairs: &[(ActorId, ActorId)]) -> Act {
    let quad = if weight < 0.0 {
        Quad::MaterialConflict
    } else {
        Quad::VerbalCooperation
    };
    Act {
        event: EventId(Uuid::from_u128(number)),
        at: moment(date),
        weight,
        quad,
        kind: kind("summit"),
        status: Status::Occurred,
        credibility: 1.0,
        pairs: pairs.to_vec(),
    }
}

pub fn setting(date: &str) -> Setting {
    Setting {
        as_of: moment(date),
        half_life_days: 180.0,
    }
}

/// Steps of the grid of moments: coarse, so that beginnings, ends and as-of dates fall together.
const GRID_SECONDS: i64 = 30 * 86_400;

/// One of 122 moments between 2020 and 2030.
pub fn any_moment() -> impl Strategy<Value = Moment> {
    (0_i64..122).prop_map(|step| Moment(1_577_836_800 + step * GRID_SECONDS))
}

/// Half-lives from a day to a century, and none.
pub fn any_half_life() -> impl Strategy<Value = f64> {
    prop_oneof![1.0..36_500.0_f64, Just(180.0), Just(f64::INFINITY)]
}

pub fn any_act() -> impl Strategy<Value = Act> {
    let pairs = prop::collection::btree_set((1_u128..6, 1_u128..6), 1..6)
        .prop_map(|pairs| pairs.into_iter().map(|(from, to)| (country(from), country(to))).collect());
    let status = prop::sample::select(Status::ALL.to_vec());
    (
        any::<u32>(),
        any_moment(),
        -10.0..10.0_f64,
        prop::sample::select(Quad::ALL.to_vec()),
        status,
        0.0..=1.0_f64,
        pairs,
    )
        .prop_map(|(number, at, weight, quad, status, credibility, pairs)| Act {
            event: EventId(Uuid::from_u128(u128::from(number))),
            at,
            weight,
            quad,
            kind: kind("summit"),
            status,
            credibility,
            pairs,
        })
}

pub fn any_acts() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(any_act(), 0..40)
}

/// Acts that come and go, as plans do; among them some that never count, and some told to begin before their own moment.
pub fn any_intervals() -> impl Strategy<Value = Vec<Interval>> {
    let interval = (any_act(), -1_i64..15, prop::option::of(0_i64..36)).prop_map(|(act, late, lasts)| {
        let from = Moment(act.at.0 + late * GRID_SECONDS);
        Interval {
            from,
            until: lasts.map(|lasts| Moment(from.0 + lasts * GRID_SECONDS)),
            act,
        }
    });
    prop::collection::vec(interval, 0..40)
}

pub fn any_standing() -> impl Strategy<Value = Vec<Standing>> {
    let tie = (1_u128..6, 1_u128..6, prop::sample::select(TieKind::ALL.to_vec()), -10.0..10.0_f64);
    prop::collection::vec(
        tie.prop_map(|(from, to, kind, prior)| standing(kind, country(from), country(to), prior)),
        0..12,
    )
}
