use crate::dyad::Dyad;

/// A dyad's numbers as a reader sees them: in hundredths, and every whole still the sum of its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The prior's share and those of the contributions.
    pub tone: f64,
    pub prior_share: f64,
    /// In the order of the contributions.
    pub shares: Vec<f64>,
    /// The shares of the ties.
    pub prior: f64,
    /// In the order of the standing ties.
    pub tie_shares: Vec<f64>,
}

impl Dyad {
    pub fn shown(&self) -> Shown {
        let events = self.contributions.iter().map(|part| part.share);
        let (mut shares, tone) = in_hundredths(&events.chain([self.prior_share]).collect::<Vec<_>>());
        let prior_share = shares.pop().unwrap_or_default();
        let (tie_shares, prior) = in_hundredths(&self.standing.iter().map(|tie| tie.share).collect::<Vec<_>>());
        Shown {
            tone,
            prior_share,
            shares,
            prior,
            tie_shares,
        }
    }
}

/// Parts in hundredths, with the whole they sum to, itself in hundredths. What rounding each by itself leaves over goes to the parts it wrongs least;
/// a part that is a whole number of hundredths is never touched.
pub fn in_hundredths(parts: &[f64]) -> (Vec<f64>, f64) {
    let exact: Vec<f64> = parts.iter().map(|part| part * 100.0).collect();
    let mut rounded: Vec<f64> = exact.iter().map(|part| part.round()).collect();
    let whole = exact.iter().sum::<f64>().round();
    let missing = whole - rounded.iter().sum::<f64>();
    let mut wronged: Vec<(usize, f64)> = exact
        .iter()
        .zip(&rounded)
        .map(|(exact, rounded)| (exact - rounded) * missing.signum())
        .enumerate()
        .collect();
    wronged.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    for (at, _) in wronged.into_iter().take(missing.abs() as usize) {
        if let Some(part) = rounded.get_mut(at) {
            *part += missing.signum();
        }
    }
    // Adding 0 keeps the sign off a zero.
    let shown = |hundredths: f64| hundredths / 100.0 + 0.0;
    (rounded.into_iter().map(shown).collect(), shown(whole))
}
