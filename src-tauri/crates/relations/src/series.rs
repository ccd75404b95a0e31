use std::sync::Arc;

use domain::{Moment, id::ActorId};

use crate::{
    act::Counted,
    columns::Columns,
    pair::{pair_of, ways_within},
    standing::Standing,
    sweep::Sweep,
    tone::Setting,
};

/// More steps than any line on a screen or a page has points.
pub const MOST_STEPS: usize = 10_000;

/// Moment, tone and intensity at `steps` (at most [`MOST_STEPS`]) even steps from one moment through another; a single step is the last.
/// Each equals what [`crate::dyad`] gives there. For the plans of earlier dates to count as they did then, pass intervals.
#[expect(clippy::too_many_arguments, reason = "two countries, two ends, two settings, two sources")]
pub fn tone_series<T: Counted>(
    acts: &[T],
    standing_at: impl Fn(Moment) -> Vec<Standing>,
    a: ActorId,
    b: ActorId,
    from: Moment,
    to: Moment,
    steps: usize,
    half_life_days: f64,
) -> Vec<(Moment, f64, f64)> {
    let pair = pair_of(a, b);
    let columns = Arc::new(Columns::new(
        acts.iter().filter(|counted| ways_within(counted.act(), pair).is_some()),
    ));
    let mut sweep = Sweep::new(
        columns,
        Setting {
            as_of: from.min(to),
            half_life_days,
        },
    );
    let mut series = Vec::new();
    for moment in even_steps(from.min(to), from.max(to), steps) {
        sweep.move_to(Setting {
            as_of: moment,
            half_life_days,
        });
        let mut standing = standing_at(moment);
        standing.retain(|tie| pair_of(tie.from, tie.to) == pair);
        let figures = sweep.tones(&standing).into_iter().find(|tone| (tone.a, tone.b) == pair);
        series.push(figures.map_or((moment, 0.0, 0.0), |figures| (moment, figures.tone, figures.intensity)));
    }
    series
}

fn even_steps(from: Moment, to: Moment, steps: usize) -> impl Iterator<Item = Moment> {
    let steps = steps.min(MOST_STEPS) as i128;
    let span = i128::from(to.0) - i128::from(from.0);
    let moment = move |step: i128| {
        if steps == 1 {
            to
        } else {
            Moment((i128::from(from.0) + span * step / (steps - 1)) as i64)
        }
    };
    (0..steps).map(moment)
}
