//! What the record says of the relations between countries on a date, every number with the parts it is made of.
//!
//! Three things are kept apart: what happened ([`Flow`]), where things stand by the record ([`Dyad::tone`],
//! [`Dyad::intensity`]), and what the analyst holds (an assessment, which never enters here). Nothing reads a clock, a file
//! or the network: the as-of date is a parameter. A date's as-of moment is its last second
//! ([`domain::Moment::end_of_date`]), so that the day's own events count.
//!
//! # What counts, and when
//!
//! - An event counts by the last step of its life that has come by the as-of date. What is rumoured, postponed, cancelled
//!   or denied by then counts for nothing.
//! - *Occurred* counts at the event's own moment: the middle of its start as far as that is known, or its one known bound;
//!   where the event has no date, the middle of the step's. Before that moment the plan counts, if there was one.
//! - *Announced* and *scheduled* count at the date of that step with their own weight
//!   ([`domain::status::Status::weight`]). A plan nobody dated counts from the earliest day it was planned for. A plan whose
//!   day has passed without an outcome goes on counting as the plan it is.
//! - Nothing counts before its moment, so no later event changes an earlier date.
//!
//! # Between whom
//!
//! People, offices, companies and agencies count for the country they act for at that moment; who acts for none counts for
//! nothing. Sources (actor, guest, speaker, party, mediator) act on targets (recipient, host, party); parties therefore act
//! on each other. A *mutual* kind counts both ways, and where it names no target its sources act on each other. A mediator
//! counts only for acts that are not hostile. *Mentioned* counts for nothing, nor does a country towards itself.
//!
//! # Tone and intensity
//!
//! For an event of weight *g* (−10 … +10), *w* = credibility × status weight, decay *d* = 2^(−(t − t_e) / h):
//! intensity *I* = Σ w·d, tone *T* = (k·p + Σ w·d·g) / (k + Σ w·d), with *k* = [`PRIOR_WEIGHT`]. An event between two countries
//! counts once for their tone, also when it flows both ways.
//!
//! # The prior
//!
//! *p* comes from the ties in force: each further tie closes its share of the distance that is left to ±10, good and bad ties
//! apart, and *p* is the difference: `p = P⁺ − P⁻` with `P ← P + |prior|·(10 − P)/10`. An alliance (+6) with a presence of
//! troops (+2) makes 6.8, where a mean would make 4 and a sum over √n 5.7, both *below* the alliance alone. Of several ties
//! of one kind and sign the strongest counts, so that splitting one treaty into ten records adds nothing. What holds: one
//! tie gives its own prior; a further good tie never lowers *p*, a further bad one never raises it; a neutral one changes
//! nothing; *p* stays within ±10; order does not matter. For a tie's share in *p* they are taken from the strongest to the weakest.
//!
//! # Flow, cadence, triads
//!
//! Flow counts events and sums their weights per direction and quad class, undecayed and ungraded, and only what occurred: a
//! plan is in the tone, not in the flow. Cadence counts meetings that took place ([`is_meeting`]), the last 24 months by the
//! calendar. Three countries are in tension where the product of their three tones is negative and each tone is at least the
//! threshold from 0.
//!
//! # Ways in
//!
//! [`intervals`] turns an event into the [`Act`]s of its life, each with the stretch of as-of dates on which it counts. [`dyads`] and
//! [`dyad`] give every part of the figures, [`tone_series`] tone and intensity alone at many dates.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod act;
mod cadence;
mod dyad;
mod flow;
mod pair;
mod series;
mod shown;
mod standing;
mod tone;
mod triad;

#[cfg(test)]
mod tests;

pub use act::{Act, Counted, Interval, intervals};
pub use cadence::{Cadence, cadence, is_meeting};
pub use dyad::{Contribution, Dyad, dyad, dyads};
pub use flow::{Flow, Tally};
pub use series::{MOST_STEPS, tone_series};
pub use shown::{Shown, in_hundredths};
pub use standing::{Standing, prior, standing_on};
pub use tone::{PRIOR_WEIGHT, Setting};
pub use triad::{Triad, triads};
