//! The one table every measurement ends in.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fmt;

/// Rows as a measurement wrote them: `{"area": "…", "rows": [{"figure", "unit", "ours", "rival", "rival_name", "goal"}]}`.
/// `ours` and `rival` are medians in `unit`; `goal` is the largest ratio that meets the goal; a rival that is missing is null.
#[derive(Debug)]
pub struct Table {
    area: String,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    figure: String,
    unit: String,
    ours: f64,
    rival: Option<f64>,
    rival_name: String,
    goal: f64,
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
        let number = |key: &str| value[key].as_f64().with_context(|| format!("row without `{key}`"));
        Ok(Self {
            figure: text("figure")?,
            unit: text("unit")?,
            ours: number("ours")?,
            rival: value["rival"].as_f64().filter(|rival| *rival > 0.0),
            rival_name: text("rival_name")?,
            goal: number("goal")?,
        })
    }

    fn ratio(&self) -> Option<f64> {
        self.rival.map(|rival| self.ours / rival)
    }

    fn cells(&self) -> [String; 6] {
        let amount = |value: f64| format!("{value:.1} {}", self.unit);
        let met = |ratio| if ratio <= self.goal { "yes" } else { "NO" };
        [
            self.figure.clone(),
            amount(self.ours),
            self.rival.map_or_else(
                || format!("{}: not here", self.rival_name),
                |rival| format!("{} {}", self.rival_name, amount(rival)),
            ),
            self.ratio().map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2}")),
            format!("≤ {:.2}", self.goal),
            self.ratio().map_or("–", met).to_owned(),
        ]
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

    #[test]
    fn an_empty_measurement_is_no_measurement() {
        assert!(Table::parse(r#"{"area":"x","rows":[]}"#).is_err());
        assert!(Table::parse("").is_err());
    }
}
