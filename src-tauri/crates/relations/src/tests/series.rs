use domain::Moment;
use proptest::prelude::*;

use super::fixtures::*;
use crate::{Act, Setting, dyad, tone_series};

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

proptest! {
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
    assert!(moments(0).is_empty());
    assert_eq!(moments(usize::MAX).len(), crate::MOST_STEPS);
    let extremes = tone_series::<Act>(&[], |_| vec![], CHN, JPN, Moment(i64::MAX), Moment(i64::MIN), 3, 180.0);
    assert_eq!((extremes[0].0, extremes[2].0), (Moment(i64::MIN), Moment(i64::MAX)));
}
