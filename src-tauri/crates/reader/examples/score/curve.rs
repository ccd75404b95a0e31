//! How far the confidence of drafts can be believed: what share of those of one confidence is right, and how far that is from it.

use crate::rows::percent;
use std::fmt;

/// Confidences are looked at in steps of this width.
const STEP: f64 = 0.1;

/// From this confidence on a draft is accepted by default.
pub const SURE: f64 = 0.8;

/// Confidences with verdicts.
#[derive(Clone, Default)]
pub struct Curve(Vec<(f64, bool)>);

impl Curve {
    pub fn add(&mut self, confidence: f64, right: bool) {
        self.0.push((confidence, right));
    }

    pub fn join(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }

    /// For each step its least confidence, how many drafts, how many are right, and their mean confidence.
    fn steps(&self) -> Vec<(f64, usize, usize, f64)> {
        let step_of = |confidence: f64| (confidence / STEP + 1e-9).floor() as usize;
        (0..10)
            .filter_map(|step| {
                let here: Vec<&(f64, bool)> = self.0.iter().filter(|(confidence, _)| step_of(*confidence) == step).collect();
                let right = here.iter().filter(|(_, right)| *right).count();
                let sum: f64 = here.iter().map(|(confidence, _)| confidence).sum();
                (!here.is_empty()).then(|| (step as f64 * STEP, here.len(), right, sum / here.len() as f64))
            })
            .collect()
    }

    /// How many of those accepted by default are right, in words.
    pub fn surely(&self) -> String {
        let sure: Vec<bool> = self
            .0
            .iter()
            .filter(|(confidence, _)| *confidence >= SURE)
            .map(|(_, right)| *right)
            .collect();
        let right = sure.iter().filter(|right| **right).count();
        let all = self.0.iter().filter(|(_, right)| *right).count();
        format!(
            "{right}/{} sure ones right ({:.0} %), of {all} right among {}",
            sure.len(),
            percent(right, sure.len()),
            self.0.len()
        )
    }

    /// The expected calibration error: the distance of confidence and share of the right, over all drafts.
    pub fn error(&self) -> f64 {
        let all = self.0.len().max(1) as f64;
        let distance = |(_, count, right, mean): (f64, usize, usize, f64)| (right as f64 / count as f64 - mean).abs() * count as f64;
        self.steps().into_iter().map(distance).sum::<f64>() / all
    }
}

impl fmt::Display for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (from, count, right, mean) in self.steps() {
            write!(f, "{from:.1}: {right}/{count} (mean {mean:.2})  ")?;
        }
        write!(f, "ECE {:.3}", self.error())
    }
}
