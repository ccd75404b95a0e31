//! Data sets whose columns are known, and what headers usually mean (`data/imports`), embedded at build.

use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{CodeList, Mapping, Use},
};
use serde::Deserialize;
use std::sync::OnceLock;

/// A row of `tables.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct KnownTable {
    pub headers: Vec<String>,
    #[serde(default)]
    widths: Vec<usize>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    lacking: Vec<String>,
    #[serde(flatten)]
    pub mapping: Mapping,
}

/// A row of `headers.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeaderWord {
    pub words: Vec<String>,
    pub is: Use,
    pub role: Option<Role>,
    #[serde(default)]
    pub side: u8,
    pub list: Option<CodeList>,
    pub kind: Option<ActorKind>,
    pub between: Option<String>,
    #[serde(default)]
    pub with: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Known {
    #[serde(rename = "table", default)]
    pub tables: Vec<KnownTable>,
    #[serde(rename = "header", default)]
    pub headers: Vec<HeaderWord>,
}

/// The shipped lists. They are read by a test, so a fault in them is found before they ship.
pub(super) fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| parse().unwrap_or_default())
}

fn parse() -> Result<Known, toml::de::Error> {
    let tables: Known = toml::from_str(include_str!("../../../../../../data/imports/tables.toml"))?;
    let headers: Known = toml::from_str(include_str!("../../../../../../data/imports/headers.toml"))?;
    Ok(Known {
        tables: tables.tables,
        headers: headers.headers,
    })
}

impl Known {
    /// The data set that has these headers.
    pub fn by_headers(&self, headers: &[String]) -> Option<&KnownTable> {
        let has = |wanted: &String| headers.iter().any(|header| header.trim().eq_ignore_ascii_case(wanted));
        self.tables.iter().find(|table| table.headers.iter().all(has))
    }

    /// The data set that comes without headers in rows like this one, and the headers it would have.
    pub fn by_row(&self, cells: &[String]) -> Option<(&KnownTable, Vec<String>)> {
        let starts_with_number = cells
            .first()
            .is_some_and(|cell| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit()));
        let table = self
            .tables
            .iter()
            .find(|table| starts_with_number && table.widths.contains(&cells.len()))?;
        Some((table, table.headers_of_width(cells.len())))
    }
}

impl KnownTable {
    /// The headers of its form with so many columns; the narrowest lacks the last as well.
    fn headers_of_width(&self, width: usize) -> Vec<String> {
        let full = self.names.len() <= width;
        let kept = self.names.iter().filter(|name| full || !self.lacking.contains(name));
        kept.cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_read() {
        let known = parse().unwrap();
        assert!(known.tables.len() > 8 && known.headers.len() > 20);
        for table in &known.tables {
            assert!(!table.mapping.columns.is_empty(), "{}", table.mapping.name);
            let named = |header: &String| table.headers.contains(header) || table.names.contains(header);
            assert!(table.names.is_empty() || table.mapping.columns.iter().all(|column| named(&column.header)));
        }
    }

    #[test]
    fn tables_without_headers_are_told_by_their_width() {
        let known = known();
        let row = |width: usize| {
            let mut cells = vec![String::new(); width];
            cells[0] = "410412353".to_owned();
            cells[1] = "20140218".to_owned();
            cells
        };
        for width in [61, 58, 57] {
            let (table, headers) = known.by_row(&row(width)).unwrap();
            assert_eq!(table.mapping.name, "GDELT");
            assert_eq!(
                headers.iter().position(|header| header == "ActionGeo_Lat"),
                Some(if width == 61 { 56 } else { 53 })
            );
        }
        assert_eq!(known.by_row(&row(16)).unwrap().0.mapping.name, "GDELT mentions");
        assert!(known.by_row(&row(15)).is_none());
    }
}
