//! The figures as `cargo xtask bench` reads them; the goals are those of the table of figures to reach.

use serde_json::{Value, json};

/// One figure: ours, what it is held against, and the ratio that is good.
#[derive(Clone)]
pub struct Row {
    figure: String,
    unit: &'static str,
    ours: Option<f64>,
    rival: Option<f64>,
    rival_name: String,
    /// Absent where the figure is told and not judged.
    goal: Option<f64>,
    more_is_better: bool,
}

impl Row {
    /// Good at `floor` and above.
    pub fn at_least(figure: &str, unit: &'static str, ours: f64, floor: f64) -> Self {
        Self {
            rival: Some(floor),
            rival_name: "floor".to_owned(),
            goal: Some(1.0),
            more_is_better: true,
            ..Self::told(figure, unit, Some(ours))
        }
    }

    /// Good at `most` and below.
    pub fn at_most(figure: &str, unit: &'static str, ours: Option<f64>, most: f64) -> Self {
        Self {
            rival: Some(most),
            rival_name: "most".to_owned(),
            goal: Some(1.0),
            ..Self::told(figure, unit, ours)
        }
    }

    /// Good at `times` as much as the peer and above.
    pub fn against(peer: &str, figure: &str, unit: &'static str, ours: f64, theirs: Option<f64>, times: f64) -> Self {
        Self {
            rival: theirs,
            rival_name: peer.to_owned(),
            goal: Some(times),
            more_is_better: true,
            ..Self::told(figure, unit, Some(ours))
        }
    }

    /// Neither good nor bad.
    pub fn told(figure: &str, unit: &'static str, ours: Option<f64>) -> Self {
        Self {
            figure: figure.to_owned(),
            unit,
            ours,
            rival: None,
            rival_name: String::new(),
            goal: None,
            more_is_better: false,
        }
    }

    fn json(&self) -> Value {
        json!({
            "figure": self.figure, "unit": self.unit, "ours": self.ours, "rival": self.rival, "rival_name": self.rival_name,
            "goal": self.goal, "better": if self.more_is_better { "more" } else { "less" },
        })
    }
}

/// Writes them all.
pub fn write(file: &str, rows: Vec<Row>) {
    let rows: Vec<Value> = rows.iter().map(Row::json).collect();
    std::fs::write(file, json!({ "area": "reader", "rows": rows }).to_string()).unwrap();
}

/// A share in per cent.
pub fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}
