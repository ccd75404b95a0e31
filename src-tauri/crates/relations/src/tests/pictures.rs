//! Worked examples: the sample's relations, flow, cadence, triads.

use domain::{Moment, kind::Quad, status::Status, tie::TieKind};

use super::fixtures::*;
use crate::{Act, Cadence, Dyad, Tally, cadence, dyad, dyads, is_meeting, triads};

#[test]
fn a_dyad_by_hand() {
    let acts = [
        act(1, "2025-07-12", -5.8, &[(JPN, CHN)]),
        act(2, "2026-01-08", 4.0, &[(CHN, JPN), (JPN, CHN)]),
    ];
    let told = dyad(
        &acts,
        &[standing(TieKind::Dispute, CHN, JPN, -4.0)],
        setting("2026-01-08"),
        JPN,
        CHN,
    );
    assert_eq!(
        (told.a, told.b, told.prior, told.events, told.last),
        (CHN, JPN, -4.0, 2, Some(moment("2026-01-08")))
    );
    assert!((told.intensity - 1.5).abs() < 1e-12, "the older one is a half-life old");
    assert!((told.tone - (2.0 * -4.0 + 0.5 * -5.8 + 4.0) / 3.5).abs() < 1e-12);
    assert!((told.prior_share - -8.0 / 3.5).abs() < 1e-12);
    let [older, newer] = told.contributions.as_slice() else {
        panic!("{told:?}")
    };
    assert_eq!(
        (older.from, older.to, older.both_ways, older.weight, older.credibility),
        (JPN, CHN, false, -5.8, 1.0)
    );
    assert!((older.decay - 0.5).abs() < 1e-12 && (older.share - 0.5 * -5.8 / 3.5).abs() < 1e-12);
    assert_eq!((newer.from, newer.to, newer.both_ways, newer.decay), (CHN, JPN, true, 1.0));
    assert_eq!(told.flow.a_to_b[0], Tally { count: 1, weight: 4.0 });
    assert_eq!(
        told.flow.b_to_a,
        [
            Tally { count: 1, weight: 4.0 },
            Tally::default(),
            Tally::default(),
            Tally { count: 1, weight: -5.8 }
        ]
    );
}

#[test]
fn one_event_does_not_swing_an_alliance() {
    let ties = [
        standing(TieKind::Alliance, KOR, USA, 6.0),
        standing(TieKind::Presence, USA, KOR, 2.0),
    ];
    let told = dyad(
        &[act(1, "2026-01-08", -10.0, &[(USA, KOR)])],
        &ties,
        setting("2026-01-08"),
        KOR,
        USA,
    );
    assert!(told.tone > 0.0, "{}", told.tone);
}

#[test]
fn plans_weigh_less_and_do_not_flow() {
    let planned = Act {
        status: Status::Announced,
        ..act(1, "2026-01-08", 4.0, &[(CHN, KOR), (KOR, CHN)])
    };
    let told = dyad(&[planned], &[], setting("2026-01-08"), CHN, KOR);
    assert_eq!((told.intensity, told.events), (Status::Announced.weight(), 1));
    assert_eq!(told.flow, Default::default());
}

#[test]
fn nothing_known_is_tone_zero() {
    let told = dyad(&[act(1, "2026-01-08", 4.0, &[(CHN, KOR)])], &[], setting("2026-01-08"), JPN, USA);
    assert_eq!((told.tone, told.intensity, told.events, told.last), (0.0, 0.0, 0, None));
    assert!(told.intensity.is_sign_positive());
    let alone = dyad(
        &[act(1, "2026-01-08", 4.0, &[(CHN, CHN)])],
        &[standing(TieKind::Alliance, CHN, CHN, 6.0)],
        setting("2026-01-08"),
        CHN,
        CHN,
    );
    assert_eq!((alone.events, alone.prior), (0, 0.0));
}

#[test]
fn dyads_are_listed_by_country() {
    let acts = [
        act(1, "2026-01-01", 4.0, &[(USA, KOR)]),
        act(2, "2026-01-02", 1.0, &[(KOR, CHN), (CHN, JPN)]),
    ];
    let listed = dyads(&acts, &[standing(TieKind::Partnership, PRK, CHN, 3.0)], setting("2026-01-08"));
    assert_eq!(
        listed.iter().map(|dyad| (dyad.a, dyad.b)).collect::<Vec<_>>(),
        [(CHN, JPN), (CHN, KOR), (CHN, PRK), (KOR, USA)]
    );
}

#[test]
fn flow_is_kept_by_direction_and_class() {
    let acts = [
        act(1, "2025-12-31", 4.0, &[(CHN, JPN)]),
        act(2, "2026-01-01", -3.0, &[(JPN, CHN)]),
        act(3, "2026-01-31", -2.0, &[(JPN, CHN)]),
        Act {
            status: Status::Scheduled,
            ..act(4, "2026-01-20", 4.0, &[(CHN, JPN)])
        },
        act(5, "2026-03-01", 1.0, &[(CHN, JPN), (JPN, CHN)]),
        act(6, "2026-01-15", 1.0, &[(CHN, KOR)]),
    ];
    let flow = dyad(&acts, &[], setting("2026-04-01"), JPN, CHN).flow;
    let class = |quad: Quad| (flow.a_to_b[quad as usize], flow.b_to_a[quad as usize]);
    let tally = |count, weight| Tally { count, weight };
    assert_eq!(class(Quad::MaterialConflict), (tally(0, 0.0), tally(2, -5.0)));
    assert_eq!(class(Quad::VerbalCooperation), (tally(2, 5.0), tally(1, 1.0)));
}

#[test]
fn cadence_counts_meetings_that_took_place() {
    let ontology = ontology();
    let both = [(CHN, KOR), (KOR, CHN)];
    let mut acts: Vec<Act> = ["2023-01-08", "2024-01-08", "2024-01-09", "2025-11-01", "2026-01-05", "2026-02-01"]
        .iter()
        .zip(1..)
        .map(|(date, number)| act(number, date, 4.0, &both))
        .collect();
    acts.push(Act {
        kind: kind("warning"),
        ..act(10, "2026-01-07", -4.0, &both)
    });
    acts.push(Act {
        status: Status::Scheduled,
        ..act(11, "2026-01-07", 4.0, &both)
    });
    acts.push(act(12, "2026-01-07", 4.0, &[(CHN, JPN)]));
    let told = cadence(&acts, KOR, CHN, moment("2026-01-08"), |kind| is_meeting(&ontology, kind));
    let event = |number| act(number, "2026-01-01", 0.0, &both).event;
    let expected = Cadence {
        meetings: 5,
        meetings_in_24_months: 3,
        first: Some(moment("2023-01-08")),
        last: Some(moment("2026-01-05")),
        last_event: Some(event(5)),
        days_since_last: Some(3),
        longest_gap_days: Some(662),
        longest_gap: Some([event(3), event(4)]),
    };
    assert_eq!(told, expected);
    assert_eq!(cadence(&acts, KOR, USA, moment("2026-01-08"), |_| true), Cadence::default());
    assert_eq!(
        cadence(&acts, KOR, CHN, moment("2026-01-05"), |kind| is_meeting(&ontology, kind)).days_since_last,
        Some(0)
    );
    let beyond = Moment(i64::MAX - 1);
    let ago = |days: i64| Act {
        at: Moment(beyond.0 - days * 86_400),
        ..act(1, "2026-01-05", 4.0, &both)
    };
    assert_eq!(
        cadence(&[ago(740), ago(720)], KOR, CHN, beyond, |_| true).meetings_in_24_months,
        1,
        "also where the calendar ends"
    );
}

#[test]
fn meetings_are_consultations() {
    let ontology = ontology();
    for (id, meets) in [
        ("summit", true),
        ("visit", true),
        ("warning", false),
        ("praise", false),
        ("visit-refused", false),
        ("unheard-of", false),
    ] {
        assert_eq!(is_meeting(&ontology, &kind(id)), meets, "{id}");
    }
}

fn toned(a: domain::id::ActorId, b: domain::id::ActorId, tone: f64) -> Dyad {
    Dyad {
        tone,
        ..dyad::<Act>(&[], &[], setting("2026-01-08"), a, b)
    }
}

#[test]
fn triads_in_tension_have_a_negative_product() {
    let dyads = [
        toned(CHN, JPN, -4.0),
        toned(CHN, KOR, 3.0),
        toned(JPN, KOR, 2.0),
        toned(JPN, USA, 6.0),
        toned(KOR, USA, 6.0),
        toned(CHN, USA, -3.0),
    ];
    let found = triads(&dyads, 1.0);
    assert_eq!(
        found.iter().map(|triad| triad.countries).collect::<Vec<_>>(),
        [[CHN, KOR, USA], [CHN, JPN, KOR]]
    );
    assert_eq!((found[1].tones, found[1].tension), ([-4.0, 2.0, 3.0], 2.0));
    assert_eq!(triads(&dyads, 2.5).len(), 1);
    assert_eq!(triads(&dyads, 3.0).len(), 1, "the threshold itself is enough");
    assert_eq!(triads(&dyads, 3.1).len(), 0);
    assert_eq!(
        triads(&[toned(CHN, JPN, -4.0), toned(CHN, KOR, 0.0), toned(JPN, KOR, 2.0)], 0.0).len(),
        0
    );
    let hostile = triads(&[toned(CHN, JPN, -4.0), toned(CHN, KOR, -1.0), toned(JPN, KOR, -2.0)], 0.0);
    assert_eq!(hostile.iter().map(|triad| triad.tension).collect::<Vec<_>>(), [1.0]);
}
