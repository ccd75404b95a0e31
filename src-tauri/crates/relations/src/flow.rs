use domain::kind::Quad;

use crate::pair::Ways;

/// How many events, and the sum of their weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub count: u32,
    pub weight: f64,
}

/// What happened between two countries, by direction and quad class (index 0 is class 1). Plans are not in it.
/// An event that counts both ways is in both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    pub a_to_b: [Tally; 4],
    pub b_to_a: [Tally; 4],
}

impl Flow {
    pub(crate) fn add(&mut self, ways: Ways, quad: Quad, weight: f64) {
        let class = quad as usize;
        let forth = self.a_to_b.get_mut(class).filter(|_| ways.a_to_b);
        let back = self.b_to_a.get_mut(class).filter(|_| ways.b_to_a);
        for tally in forth.into_iter().chain(back) {
            tally.count = tally.count.saturating_add(1);
            tally.weight += weight;
        }
    }
}
