//! Logistic regression with a quadratic penalty, by Newton's method (Hastie, Tibshirani and Friedman, *The Elements of Statistical
//! Learning*, 4.4.1).

/// One thing judged: its features, the first of them 1, and whether it is right.
pub struct Row {
    pub features: Vec<f64>,
    pub right: bool,
}

/// Steps of Newton's method; it has settled long before.
const STEPS: usize = 12;

/// How likely a row is right by the weights.
pub fn likely(weights: &[f64], features: &[f64]) -> f64 {
    let sum: f64 = weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// The weights that make the rows likeliest, less `penalty[i] / 2` times the square of each weight.
pub fn fit(rows: &[Row], penalty: &[f64]) -> Vec<f64> {
    let count = penalty.len();
    let mut weights = vec![0.0; count];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().zip(penalty).map(|(weight, penalty)| -weight * penalty).collect();
        let mut bend: Vec<Vec<f64>> = vec![vec![0.0; count]; count];
        for (at, penalty) in penalty.iter().enumerate() {
            bend[at][at] = *penalty;
        }
        for row in rows {
            let chance = likely(&weights, &row.features);
            let missed = f64::from(u8::from(row.right)) - chance;
            let weight = chance * (1.0 - chance);
            for (one, left) in row.features.iter().enumerate().filter(|(_, left)| **left != 0.0) {
                slope[one] += missed * left;
                for (two, right) in row.features.iter().enumerate() {
                    bend[one][two] += weight * left * right;
                }
            }
        }
        let step = solve(bend, slope);
        weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight += step);
        if step.iter().all(|step| step.abs() < 1e-6) {
            break;
        }
    }
    weights
}

/// Solves a symmetric, positive definite system by elimination.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let count = right.len();
    for pivot in 0..count {
        let row = matrix[pivot].clone();
        for below in pivot + 1..count {
            let factor = matrix[below][pivot] / row[pivot];
            matrix[below]
                .iter_mut()
                .zip(&row)
                .skip(pivot)
                .for_each(|(cell, above)| *cell -= factor * above);
            right[below] -= factor * right[pivot];
        }
    }
    for at in (0..count).rev() {
        let known: f64 = (at + 1..count).map(|column| matrix[at][column] * right[column]).sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}
