//! The properties `tone` and `intensity` must have.

use domain::{Moment, id::EventId, kind::Quad, status::Status};
use proptest::prelude::*;
use uuid::Uuid;

use super::fixtures::*;
use crate::{Act, PRIOR_WEIGHT, Setting, dyad, dyads, prior};

fn sums_to_its_tone(dyad: &crate::Dyad) -> bool {
    let shares: f64 = dyad.contributions.iter().map(|part| part.share).sum();
    let ties: f64 = dyad.standing.iter().map(|tie| tie.share).sum();
    (shares + dyad.prior_share - dyad.tone).abs() < 1e-9 && (ties - dyad.prior).abs() < 1e-9
}

proptest! {
    #[test]
    fn a_later_event_changes_nothing(acts in any_acts(), standing in any_standing(), later in any_act(), wait in 1_i64..90_000_000, as_of in any_moment(), half_life_days in any_half_life()) {
        let setting = Setting { as_of, half_life_days };
        let mut more = acts.clone();
        more.insert(acts.len() / 2, Act { at: Moment(as_of.0 + wait), ..later });
        prop_assert_eq!(dyads(&acts, &standing, setting), dyads(&more, &standing, setting));
    }

    #[test]
    fn the_parts_make_the_whole(acts in any_acts(), standing in any_standing(), as_of in any_moment(), half_life_days in any_half_life()) {
        for dyad in dyads(&acts, &standing, Setting { as_of, half_life_days }) {
            prop_assert!(sums_to_its_tone(&dyad), "{dyad:?}");
            prop_assert!((-10.0..=10.0).contains(&dyad.tone));
            prop_assert!(dyad.a < dyad.b && dyad.intensity >= 0.0);
            prop_assert_eq!(dyad.events, dyad.contributions.len());
            let worth: f64 = dyad.contributions.iter().map(|part| part.credibility * part.decay).sum();
            prop_assert!((worth - dyad.intensity).abs() < 1e-9);
        }
    }

    #[test]
    fn without_events_the_tone_is_the_prior(standing in any_standing(), as_of in any_moment(), half_life_days in any_half_life()) {
        for dyad in dyads::<Act>(&[], &standing, Setting { as_of, half_life_days }) {
            prop_assert!((dyad.tone - prior(&dyad.standing)).abs() < 1e-12);
            prop_assert_eq!((dyad.intensity, dyad.events, dyad.last), (0.0, 0, None));
        }
    }

    #[test]
    fn an_endless_half_life_gives_the_weighted_mean(acts in any_acts(), standing in any_standing()) {
        let as_of = moment("2031-01-01");
        for (long, tolerance) in [(f64::INFINITY, 1e-9), (1e12, 1e-6)] {
            for dyad in dyads(&acts, &standing, Setting { as_of, half_life_days: long }) {
                let of_pair: Vec<&Act> = acts.iter().filter(|act| act.pairs.contains(&(dyad.a, dyad.b)) || act.pairs.contains(&(dyad.b, dyad.a))).collect();
                let worth: f64 = of_pair.iter().map(|act| act.worth()).sum();
                let weighted: f64 = of_pair.iter().map(|act| act.worth() * act.weight).sum();
                prop_assert!((dyad.tone - (PRIOR_WEIGHT * dyad.prior + weighted) / (PRIOR_WEIGHT + worth)).abs() < tolerance);
            }
        }
    }

    #[test]
    fn order_and_direction_of_asking_do_not_matter(acts in any_acts(), standing in any_standing(), as_of in any_moment(), a in 1_u128..6, b in 1_u128..6) {
        let setting = Setting { as_of, half_life_days: 180.0 };
        let backwards: Vec<Act> = acts.iter().rev().cloned().collect();
        let asked = dyad(&acts, &standing, setting, country(a), country(b));
        let turned = dyad(&backwards, &standing, setting, country(b), country(a));
        prop_assert_eq!((asked.tone.to_bits(), asked.intensity.to_bits(), asked.flow), (turned.tone.to_bits(), turned.intensity.to_bits(), turned.flow));
        let listed = dyads(&acts, &standing, setting).into_iter().find(|dyad| (dyad.a, dyad.b) == (asked.a, asked.b));
        prop_assert!(listed.iter().all(|listed| *listed == asked), "{listed:?}\n{asked:?}");
        prop_assert!(listed.is_some() || (asked.events == 0 && asked.standing.is_empty()));
    }

    #[test]
    fn two_of_half_the_worth_equal_one(acts in any_acts(), one in any_act(), as_of in any_moment()) {
        let setting = Setting { as_of, half_life_days: 180.0 };
        let whole: Vec<Act> = acts.iter().chain([&one]).cloned().collect();
        let half = Act { credibility: one.credibility / 2.0, ..one };
        let halves: Vec<Act> = acts.iter().chain([&half, &half]).cloned().collect();
        for (one, two) in dyads(&whole, &[], setting).iter().zip(dyads(&halves, &[], setting)) {
            prop_assert!((one.tone - two.tone).abs() < 1e-9 && (one.intensity - two.intensity).abs() < 1e-9);
        }
    }

    #[test]
    fn hostile_numbers_stay_on_the_scale(weight in any::<f64>(), credibility in any::<f64>(), prior in any::<f64>(), half_life_days in any::<f64>(), at in any::<i64>(), as_of in any::<i64>()) {
        let wild = Act { event: EventId(Uuid::nil()), at: Moment(at), weight, quad: Quad::VerbalConflict, kind: kind("summit"), status: Status::Occurred, credibility, pairs: vec![(CHN, JPN), (CHN, CHN)] };
        let ties = [standing(domain::tie::TieKind::Dispute, CHN, JPN, prior)];
        let dyad = dyad(&[wild], &ties, Setting { as_of: Moment(as_of), half_life_days }, CHN, JPN);
        prop_assert!((-10.0..=10.0).contains(&dyad.tone) && sums_to_its_tone(&dyad), "{dyad:?}");
    }
}

#[test]
fn two_of_half_the_weight_do_not_equal_one() {
    let both = [(CHN, JPN)];
    let whole = dyad(&[act(1, "2026-01-01", 4.0, &both)], &[], setting("2026-01-01"), CHN, JPN);
    let halves = dyad(
        &[act(1, "2026-01-01", 2.0, &both), act(2, "2026-01-01", 2.0, &both)],
        &[],
        setting("2026-01-01"),
        CHN,
        JPN,
    );
    assert!((whole.tone - 4.0 / 3.0).abs() < 1e-12);
    assert!(
        (halves.tone - 1.0).abs() < 1e-12,
        "the tone is a mean: two mild events are not one strong one"
    );
}
