//! The one table every measurement ends in.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fmt;

/// Rows as a measurement wrote them: `{"area": "…", "rows": [{"figure", "unit", "ours", "rival", "rival_name", "goal", "better"}]}`.
/// `ours` and `rival` are medians in `unit`, null where they could not be measured; `goal` is the largest ratio of the two that
/// is good, or with `"better": "more"` the smallest, and null where the figure is told and not judged.
#[derive(Debug)]
pub struct Table {
    area: String,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    figure: String,
    unit: String,
    ours: Option<f64>,
    rival: Option<f64>,
    rival_name: String,
    goal: Option<Goal>,
}

/// Which ratios of ours to the rival are good.
#[derive(Clone, Copy, Debug)]
enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Table {
    /// Reads what a measurement wrote.
    pub fn parse(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text).context("the measurement wrote no JSON")?;
        let rows = value["rows"].as_array().context("the measurement wrote no rows")?;
        if rows.is_empty() {
            bail!("the measurement wrote an empty table");
        }
        let area = value["area"].as_str().unwrap_or_default().to_owned();
        Ok(Self {
            area,
            rows: rows.iter().map(Row::parse).collect::<Result<_>>()?,
        })
    }
}

impl Row {
    fn parse(value: &Value) -> Result<Self> {
        let text = |key: &str| {
            value[key]
                .as_str()
                .map(str::to_owned)
                .with_context(|| format!("row without `{key}`"))
        };
        Ok(Self {
            figure: text("figure")?,
            unit: text("unit")?,
            ours: number(value, "ours")?,
            rival: number(value, "rival")?.filter(|rival| *rival > 0.0),
            rival_name: text("rival_name")?,
            goal: Goal::parse(value)?,
        })
    }

    fn ratio(&self) -> Option<f64> {
        Some(self.ours? / self.rival?)
    }

    fn cells(&self) -> [String; 6] {
        let none = || "–".to_owned();
        let verdict = |(ratio, goal): (f64, Goal)| if goal.is_met(ratio) { "yes" } else { "NO" };
        [
            self.figure.clone(),
            self.ours.map_or_else(|| "not measured".to_owned(), |ours| self.amount(ours)),
            self.rival_cell(),
            self.ratio().map_or_else(none, |ratio| format!("{ratio:.2}")),
            self.goal.map_or_else(none, |goal| goal.to_string()),
            self.ratio().zip(self.goal).map_or("–", verdict).to_owned(),
        ]
    }

    fn rival_cell(&self) -> String {
        match self.rival {
            Some(rival) => format!("{} {}", self.rival_name, self.amount(rival)),
            None if self.rival_name.is_empty() => "–".to_owned(),
            None => format!("{}: not here", self.rival_name),
        }
    }

    fn amount(&self, value: f64) -> String {
        // What has no unit is counted.
        if self.unit.is_empty() {
            format!("{value:.0}")
        } else {
            format!("{value:.1} {}", self.unit)
        }
    }
}

/// A number that may be null, but not missing.
fn number(row: &Value, key: &str) -> Result<Option<f64>> {
    let value = row.get(key).with_context(|| format!("row without `{key}`"))?;
    if !value.is_null() && !value.is_number() {
        bail!("`{key}` of a row is {value}, not a number");
    }
    Ok(value.as_f64())
}

impl Goal {
    fn parse(row: &Value) -> Result<Option<Self>> {
        let goal = number(row, "goal")?;
        match row["better"].as_str() {
            None | Some("less") => Ok(goal.map(Self::AtMost)),
            Some("more") => Ok(goal.map(Self::AtLeast)),
            Some(other) => bail!("`better` of a row is `{other}`, not `less` or `more`"),
        }
    }

    fn is_met(self, ratio: f64) -> bool {
        match self {
            Self::AtMost(most) => ratio <= most,
            Self::AtLeast(least) => ratio >= least,
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(formatter, "≤ {most:.2}"),
            Self::AtLeast(least) => write!(formatter, "≥ {least:.2}"),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = [self.area.as_str(), "ours", "peer or floor", "ratio", "goal", "met?"].map(str::to_owned);
        let lines: Vec<_> = std::iter::once(head).chain(self.rows.iter().map(Row::cells)).collect();
        let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0);
        let widths: [usize; 6] = std::array::from_fn(width);
        for cells in &lines {
            let padded: Vec<_> = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
            writeln!(formatter, "{}", padded.join("  ").trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_judged_by_their_ratio() {
        let text = r#"{"area":"start","rows":[
            {"figure":"a","unit":"ms","ours":120,"rival":100,"rival_name":"floor","goal":1.5},
            {"figure":"b","unit":"ms","ours":300,"rival":100,"rival_name":"floor","goal":1.5},
            {"figure":"c","unit":"ms","ours":300,"rival":null,"rival_name":"peer","goal":1.5}]}"#;
        let table = Table::parse(text).unwrap().to_string();
        let lines: Vec<_> = table.lines().collect();
        assert!(lines[1].ends_with("1.20   ≤ 1.50  yes"), "{table}");
        assert!(lines[2].ends_with("3.00   ≤ 1.50  NO"), "{table}");
        assert!(lines[3].contains("peer: not here"), "{table}");
    }

    /// The last line of a table of one row.
    fn line(ours: &str, rival: &str, goal: &str, better: &str) -> String {
        let row = format!(r#"{{"figure":"a","unit":"%","ours":{ours},"rival":{rival},"rival_name":"floor","goal":{goal}{better}}}"#);
        let table = Table::parse(&format!(r#"{{"area":"x","rows":[{row}]}}"#)).unwrap().to_string();
        table.lines().last().unwrap().to_owned()
    }

    #[test]
    fn more_may_be_better() {
        let more = r#","better":"more""#;
        assert!(line("92.3", "92", "1", more).ends_with("1.00   ≥ 1.00  yes"));
        assert!(line("92", "92", "1", more).ends_with("≥ 1.00  yes"));
        assert!(line("91.9", "92", "1", more).ends_with("≥ 1.00  NO"));
        assert!(line("300", "10", "20", more).ends_with("30.00  ≥ 20.00  yes"));
        assert!(line("92.3", "92", "1", r#","better":"less""#).ends_with("≤ 1.00  NO"));
    }

    #[test]
    fn what_is_not_measured_or_has_no_goal_is_not_judged() {
        assert!(
            line("null", "92", "1", "").ends_with("–      ≤ 1.00  –"),
            "{}",
            line("null", "92", "1", "")
        );
        assert!(line("null", "92", "1", "").contains("not measured"));
        assert!(line("5", "92", "null", "").ends_with("0.05   –     –"));
    }

    #[test]
    fn what_is_written_wrongly_is_refused() {
        let row = |ours: &str, better: &str| {
            format!(r#"{{"area":"x","rows":[{{"figure":"a","unit":"","rival":1,"rival_name":"","goal":1{ours},"better":"{better}"}}]}}"#)
        };
        assert!(Table::parse(&row(r#","ours":1"#, "less")).is_ok());
        assert!(Table::parse(&row("", "less")).is_err());
        assert!(Table::parse(&row(r#","ours":"1""#, "less")).is_err());
        assert!(Table::parse(&row(r#","ours":1"#, "bigger")).is_err());
    }

    #[test]
    fn an_empty_measurement_is_no_measurement() {
        assert!(Table::parse(r#"{"area":"x","rows":[]}"#).is_err());
        assert!(Table::parse("").is_err());
    }
}
