//! The columns give what the parts give.

use std::sync::Arc;

use domain::Moment;
use proptest::prelude::*;

use super::fixtures::*;
use crate::{Act, Columns, Counted, Dyad, DyadTone, Flow, Setting, Standing, Sweep, Tally, dyad, dyads, tone_series};

const TOLERANCE: f64 = 1e-9;

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < TOLERANCE
}

fn same_tally(one: &[Tally; 4], other: &[Tally; 4]) -> bool {
    one.iter()
        .zip(other)
        .all(|(one, other)| one.count == other.count && near(one.weight, other.weight))
}

fn same_flow(one: &Flow, other: &Flow) -> bool {
    same_tally(&one.a_to_b, &other.a_to_b) && same_tally(&one.b_to_a, &other.b_to_a)
}

fn same(tone: &DyadTone, dyad: &Dyad) -> bool {
    (tone.a, tone.b, tone.events, tone.last) == (dyad.a, dyad.b, dyad.events, dyad.last)
        && near(tone.tone, dyad.tone)
        && near(tone.intensity, dyad.intensity)
        && near(tone.prior, dyad.prior)
        && near(tone.prior_share, dyad.prior_share)
        && same_flow(&tone.flow, &dyad.flow)
}

fn check<T: Counted>(sweep: &Sweep, acts: &[T], standing: &[Standing], setting: Setting) -> Result<(), TestCaseError> {
    let (tones, dyads) = (sweep.tones(standing), dyads(acts, standing, setting));
    prop_assert_eq!(tones.len(), dyads.len());
    for (tone, dyad) in tones.iter().zip(&dyads) {
        prop_assert!(same(tone, dyad), "{tone:?}\n{dyad:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn one_pass_equals_the_parts(acts in any_acts(), standing in any_standing(), as_of in any_moment(), half_life_days in any_half_life()) {
        let setting = Setting { as_of, half_life_days };
        let sweep = Sweep::new(Arc::new(Columns::new(&acts)), setting);
        check(&sweep, &acts, &standing, setting)?;
    }

    #[test]
    fn scrubbing_equals_the_parts_at_every_step(intervals in any_intervals(), standing in any_standing(), stops in prop::collection::vec((any_moment(), any_half_life()), 1..6), steady in 0..3) {
        let start = Setting { as_of: stops[0].0, half_life_days: stops[0].1 };
        let mut sweep = Sweep::new(Arc::new(Columns::new(&intervals)), start);
        let mut stops = stops;
        if steady > 0 {
            stops.sort_unstable_by_key(|(as_of, _)| *as_of);
            stops.iter_mut().for_each(|stop| stop.1 = 800.0);
        }
        if steady > 1 {
            stops.reverse();
        }
        for (as_of, half_life_days) in stops {
            let setting = Setting { as_of, half_life_days };
            sweep.move_to(setting);
            check(&sweep, &intervals, &standing, setting)?;
        }
    }

    #[test]
    fn a_series_equals_the_dyad_at_each_step(intervals in any_intervals(), standing in any_standing(), from in any_moment(), to in any_moment(), steps in 0_usize..9, half_life in any_half_life()) {
        let at = |moment: Moment| if moment.0 % 2 == 0 { standing.clone() } else { vec![] };
        let series = tone_series(&intervals, at, JPN, CHN, from, to, steps, half_life);
        prop_assert_eq!(series.len(), steps);
        for (moment, tone, intensity) in series {
            let dyad = dyad(&intervals, &at(moment), Setting { as_of: moment, half_life_days: half_life }, CHN, JPN);
            prop_assert!(near(tone, dyad.tone) && near(intensity, dyad.intensity), "{tone} {intensity}\n{dyad:?}");
        }
    }
}

#[test]
fn a_series_runs_from_end_to_end() {
    let moments = |steps| {
        tone_series::<Act>(&[], |_| vec![], CHN, JPN, Moment(10), Moment(110), steps, 180.0)
            .into_iter()
            .map(|(moment, ..)| moment.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(moments(5), [10, 35, 60, 85, 110]);
    assert_eq!(moments(1), [110]);
    assert_eq!(moments(0), []);
    assert_eq!(moments(usize::MAX).len(), crate::MOST_STEPS);
    let extremes = tone_series::<Act>(&[], |_| vec![], CHN, JPN, Moment(i64::MAX), Moment(i64::MIN), 3, 180.0);
    assert_eq!((extremes[0].0, extremes[2].0), (Moment(i64::MIN), Moment(i64::MAX)));
}

#[test]
fn decades_of_steps_do_not_drift() {
    let start = moment("2000-01-01");
    let later = |days: i64| Moment(start.0 + days * 86_400);
    let day = |number: u128| later(i64::try_from(number).unwrap() * 3);
    let strength = |number: u128| ((number * 7) % 21) as f64 - 10.0;
    let acts: Vec<Act> = (0..3_000)
        .map(|number| Act {
            at: day(number),
            ..act(number, "2000-01-01", strength(number), &[(CHN, JPN)])
        })
        .collect();
    let mut sweep = Sweep::new(Arc::new(Columns::new(&acts)), setting("1999-01-01"));
    let forward = (0..10_000).step_by(5);
    let back = (0..10_000).rev().step_by(5);
    let leaps = [9_999, 100, 9_000, 1_000, 2_000, 10];
    for (step, day) in forward.chain(back).chain(leaps).enumerate() {
        let setting = Setting {
            as_of: later(day),
            half_life_days: 180.0,
        };
        sweep.move_to(setting);
        if step % 100 == 99 || step >= 4_000 {
            let told = dyad(&acts, &[], setting, CHN, JPN);
            assert!(
                sweep.tones(&[]).iter().all(|tone| same(tone, &told)),
                "{day}: {told:?}\n{:?}",
                sweep.tones(&[])
            );
        }
    }
}

#[test]
fn columns_have_a_row_for_each_event_and_pair() {
    let acts = [
        act(1, "2026-01-01", 4.0, &[(CHN, JPN), (JPN, CHN), (CHN, CHN)]),
        act(2, "2026-01-01", 4.0, &[(CHN, JPN), (CHN, KOR)]),
    ];
    assert_eq!(Columns::new(&acts).len(), 3);
}

#[test]
fn no_rows_no_dyads() {
    let columns = Columns::new::<Act>([]);
    assert!(columns.is_empty());
    assert!(Sweep::new(Arc::new(columns), setting("2026-01-01")).tones(&[]).is_empty());
}
