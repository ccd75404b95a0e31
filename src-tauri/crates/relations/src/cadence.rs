use chrono::Months;
use domain::{
    Moment,
    id::{ActorId, EventId},
    kind::{KindId, Ontology, Quad},
    moment::SECONDS_PER_DAY,
};

use crate::{
    act::Act,
    pair::{pair_of, ways_within},
};

/// How far back meetings are counted.
const WINDOW_MONTHS: u32 = 24;
/// The same in days, where the calendar ends.
const WINDOW_DAYS: i64 = 731;

/// How often two countries meet. Days are whole calendar days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cadence {
    /// Meetings on record by the date.
    pub meetings: usize,
    pub meetings_in_24_months: usize,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
    pub last_event: Option<EventId>,
    pub days_since_last: Option<i64>,
    /// Between one meeting and the next; `None` with fewer than two.
    pub longest_gap_days: Option<i64>,
    /// The two meetings it lies between.
    pub longest_gap: Option<[EventId; 2]>,
}

/// Whether events of a kind are meetings: consultations of quad class 1, such as summits, visits, talks and calls.
pub fn is_meeting(ontology: &Ontology, kind: &KindId) -> bool {
    ontology
        .kind(kind)
        .is_some_and(|kind| kind.plover == "CONSULT" && kind.quad == Quad::VerbalCooperation)
}

/// The cadence of two countries' meetings that had taken place by a date; plans do not count. [`is_meeting`] says which kinds are.
pub fn cadence(acts: &[Act], a: ActorId, b: ActorId, as_of: Moment, is_meeting: impl Fn(&KindId) -> bool) -> Cadence {
    let pair = pair_of(a, b);
    let held = acts
        .iter()
        .filter(|act| act.has_happened() && act.at <= as_of && ways_within(act, pair).is_some() && is_meeting(&act.kind));
    let mut meetings: Vec<(Moment, EventId)> = held.map(|act| (act.at, act.event)).collect();
    meetings.sort_unstable();
    let window = window_start(as_of);
    let gaps = meetings.windows(2).filter_map(|pair| {
        let [(from, one), (to, other)] = pair else { return None };
        Some((days_between(*from, *to), [*one, *other]))
    });
    let longest = gaps.max_by_key(|(days, _)| *days);
    let last = meetings.last();
    Cadence {
        meetings: meetings.len(),
        meetings_in_24_months: meetings.iter().filter(|(moment, _)| window < *moment).count(),
        first: meetings.first().map(|(moment, _)| *moment),
        last: last.map(|(moment, _)| *moment),
        last_event: last.map(|(_, event)| *event),
        days_since_last: last.map(|(moment, _)| days_between(*moment, as_of)),
        longest_gap_days: longest.map(|(days, _)| days),
        longest_gap: longest.map(|(_, between)| between),
    }
}

/// The last moment that is too long ago to count: the end of the same date 24 months before.
fn window_start(as_of: Moment) -> Moment {
    let date = as_of.date().and_then(|date| date.checked_sub_months(Months::new(WINDOW_MONTHS)));
    date.map_or(Moment(as_of.0.saturating_sub(WINDOW_DAYS * SECONDS_PER_DAY)), Moment::end_of_date)
}

fn days_between(earlier: Moment, later: Moment) -> i64 {
    later.0.div_euclid(SECONDS_PER_DAY) - earlier.0.div_euclid(SECONDS_PER_DAY)
}
