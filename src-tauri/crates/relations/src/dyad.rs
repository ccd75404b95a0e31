use std::collections::HashMap;

use domain::{
    Moment,
    id::{ActorId, EventId},
};

use crate::{
    act::{Act, Counted},
    flow::Flow,
    pair::{Pair, Ways, pair_of, ways_by_pair, ways_within},
    standing::{Standing, weigh},
    tone::{PRIOR_WEIGHT, Setting, decay, tone},
};

/// Where two countries stand on a date, with all parts of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dyad {
    /// The smaller id of the two.
    pub a: ActorId,
    pub b: ActorId,
    /// *T*, −10 to +10.
    pub tone: f64,
    /// *I* = Σ w·d.
    pub intensity: f64,
    /// *p*, −10 to +10.
    pub prior: f64,
    /// What the prior adds to the tone: k·p / (k + I). With the contributions' shares it makes the tone.
    pub prior_share: f64,
    pub events: usize,
    pub last: Option<Moment>,
    /// In order of time.
    pub contributions: Vec<Contribution>,
    /// Their shares make the prior.
    pub standing: Vec<Standing>,
    pub flow: Flow,
}

/// What one event adds to a tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    pub event: EventId,
    pub at: Moment,
    pub from: ActorId,
    pub to: ActorId,
    /// It flows from `to` to `from` as well.
    pub both_ways: bool,
    /// *g*.
    pub weight: f64,
    /// *d*, 0 to 1.
    pub decay: f64,
    /// *w*, 0 to 1: credibility × status weight.
    pub credibility: f64,
    /// w·d·g / (k + I).
    pub share: f64,
}

/// Every dyad with an act or a tie on the date, in order of `a` and `b`.
pub fn dyads<'a, T: Counted + 'a>(acts: impl IntoIterator<Item = &'a T>, standing: &[Standing], setting: Setting) -> Vec<Dyad> {
    let mut parts: HashMap<Pair, Parts> = HashMap::new();
    for act in acts.into_iter().filter(|act| act.counts_on(setting.as_of)).map(Counted::act) {
        for (pair, ways) in ways_by_pair(act) {
            parts.entry(pair).or_default().acts.push((act, ways));
        }
    }
    for tie in standing.iter().filter(|tie| tie.from != tie.to) {
        parts.entry(pair_of(tie.from, tie.to)).or_default().standing.push(tie.clone());
    }
    let mut dyads: Vec<Dyad> = parts.into_iter().map(|(pair, parts)| parts.weigh(pair, setting)).collect();
    dyads.sort_unstable_by_key(|dyad| (dyad.a, dyad.b));
    dyads
}

/// One dyad, also where nothing is known of it (tone 0).
pub fn dyad<'a, T: Counted + 'a>(
    acts: impl IntoIterator<Item = &'a T>,
    standing: &[Standing],
    setting: Setting,
    a: ActorId,
    b: ActorId,
) -> Dyad {
    let pair = pair_of(a, b);
    let in_force = acts.into_iter().filter(|act| act.counts_on(setting.as_of)).map(Counted::act);
    let between = standing.iter().filter(|tie| a != b && pair_of(tie.from, tie.to) == pair);
    let parts = Parts {
        acts: in_force.filter_map(|act| Some((act, ways_within(act, pair)?))).collect(),
        standing: between.cloned().collect(),
    };
    parts.weigh(pair, setting)
}

#[derive(Default)]
struct Parts<'a> {
    acts: Vec<(&'a Act, Ways)>,
    standing: Vec<Standing>,
}

impl Parts<'_> {
    /// The sums run in order of time, so that the order of the input cannot change a bit of them.
    fn weigh(mut self, (a, b): Pair, setting: Setting) -> Dyad {
        self.acts.sort_by(|(one, _), (other, _)| {
            (one.at, one.event)
                .cmp(&(other.at, other.event))
                .then(one.goodness().total_cmp(&other.goodness()))
                .then(one.worth().total_cmp(&other.worth()))
        });
        self.standing.sort_by_key(|tie| (tie.kind, tie.tie));
        let mut contributions: Vec<Contribution> = self
            .acts
            .iter()
            .map(|&(act, ways)| contribution(act, ways, (a, b), setting))
            .collect();
        // An empty sum of floats is −0; adding 0 keeps the sign off what is shown.
        let intensity: f64 = contributions.iter().map(|part| part.credibility * part.decay).sum::<f64>() + 0.0;
        let weighted: f64 = contributions.iter().map(|part| part.credibility * part.decay * part.weight).sum();
        for part in &mut contributions {
            part.share = part.credibility * part.decay * part.weight / (PRIOR_WEIGHT + intensity);
        }
        let prior = weigh(&mut self.standing);
        Dyad {
            a,
            b,
            tone: tone(prior, intensity, weighted),
            intensity,
            prior,
            prior_share: PRIOR_WEIGHT * prior / (PRIOR_WEIGHT + intensity),
            events: contributions.len(),
            last: contributions.last().map(|part| part.at),
            flow: self.flow(),
            contributions,
            standing: self.standing,
        }
    }

    fn flow(&self) -> Flow {
        let mut flow = Flow::default();
        for (act, ways) in self.acts.iter().filter(|(act, _)| act.has_happened()) {
            flow.add(*ways, act.quad, act.goodness());
        }
        flow
    }
}

/// An act's part in a dyad; its share follows once the sum is known.
fn contribution(act: &Act, ways: Ways, (a, b): Pair, setting: Setting) -> Contribution {
    let (from, to) = if ways.a_to_b { (a, b) } else { (b, a) };
    Contribution {
        event: act.event,
        at: act.at,
        from,
        to,
        both_ways: ways.a_to_b && ways.b_to_a,
        weight: act.goodness(),
        decay: decay(act.at, setting.as_of, setting.half_life_days),
        credibility: act.worth(),
        share: 0.0,
    }
}
