use domain::id::ActorId;

use crate::act::Act;

/// Two countries without direction, the smaller id first.
pub(crate) type Pair = (ActorId, ActorId);

pub(crate) fn pair_of(one: ActorId, other: ActorId) -> Pair {
    (one.min(other), one.max(other))
}

/// The directions an event flows in within a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ways {
    pub a_to_b: bool,
    pub b_to_a: bool,
}

/// The pairs an act counts for, each once with its directions. Sorted, so that an assembly of 193 costs no square of its pairs.
pub(crate) fn ways_by_pair(act: &Act) -> Vec<(Pair, Ways)> {
    let directed = act.pairs.iter().filter(|(from, to)| from != to);
    let mut ways: Vec<(Pair, Ways)> = directed
        .map(|&(from, to)| {
            (
                pair_of(from, to),
                Ways {
                    a_to_b: from < to,
                    b_to_a: to < from,
                },
            )
        })
        .collect();
    ways.sort_unstable();
    ways.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = Ways {
                a_to_b: kept.1.a_to_b || next.1.a_to_b,
                b_to_a: kept.1.b_to_a || next.1.b_to_a,
            };
        }
        same
    });
    ways
}

/// The directions of an act within one pair; `None` where it is not between the two.
pub(crate) fn ways_within(act: &Act, (a, b): Pair) -> Option<Ways> {
    let ways = Ways {
        a_to_b: act.pairs.contains(&(a, b)),
        b_to_a: act.pairs.contains(&(b, a)),
    };
    (a != b && (ways.a_to_b || ways.b_to_a)).then_some(ways)
}
