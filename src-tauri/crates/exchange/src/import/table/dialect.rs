//! What separates the cells of a table, told from its first rows.

use super::records::{Dialect, Record, Records};

/// Signs that separate cells, the likelier first.
const DELIMITERS: [char; 5] = ['\t', ',', ';', '|', ' '];
/// How many rows are looked at.
const LOOKED_AT: usize = 200;
/// The share of rows that must be as wide as most are.
const ALIKE: f64 = 0.7;

/// How cells are told apart, and how many most rows have; `None` for what is no table.
pub(super) fn of(start: &str) -> Option<(Dialect, usize)> {
    let mut best: Option<(f64, Dialect, usize)> = None;
    for delimiter in DELIMITERS {
        // Tables with tabs put cells in quotes only where some program of spreadsheets wrote them; then the quotes come in pairs.
        let quotes = delimiter != '\t' || quotes_pair(start);
        let dialect = Dialect { delimiter, quotes };
        let Some((share, width)) = likeness(start, dialect) else { continue };
        // Blanks stand inside cells of every other kind of table.
        let share = if delimiter == ' ' { share - ALIKE } else { share };
        if best.as_ref().is_none_or(|(known, _, _)| share > *known + 0.05) {
            best = Some((share, dialect, width));
        }
    }
    best.filter(|(share, dialect, _)| *share >= if dialect.delimiter == ' ' { 1.0 - ALIKE } else { ALIKE })
        .map(|(_, dialect, width)| (dialect, width))
}

/// The share of rows that have as many cells as most, and how many that is; `None` for one.
fn likeness(start: &str, dialect: Dialect) -> Option<(f64, usize)> {
    let mut widths: Vec<usize> = widths(start, dialect);
    // The last row may be cut.
    if widths.len() > 2 {
        widths.pop();
    }
    let all = widths.len();
    widths.sort_unstable();
    let runs = widths
        .chunk_by(|a, b| a == b)
        .map(|run| (run.len(), run.first().copied().unwrap_or(0)));
    let (most, width) = runs.filter(|(_, width)| *width > 1).max()?;
    #[allow(clippy::cast_precision_loss)] // At most a few hundred rows.
    Some((most as f64 / all as f64, width))
}

fn widths(start: &str, dialect: Dialect) -> Vec<usize> {
    let mut records = Records::new(start.as_bytes(), dialect);
    let mut widths = Vec::new();
    while widths.len() < LOOKED_AT {
        // Bytes in memory are read without an error.
        match records.next() {
            Ok(Some((_, Record::Cells(cells)))) => widths.push(cells.len()),
            Ok(Some((_, Record::Bad { .. }))) => widths.push(0),
            Ok(None) | Err(_) => break,
        }
    }
    widths
}

fn quotes_pair(start: &str) -> bool {
    let opens = start.matches("\t\"").count() + start.matches("\n\"").count();
    let closes: usize = ["\"\t", "\"\n", "\"\r"].iter().map(|end| start.matches(end).count()).sum();
    opens > 0 && opens.abs_diff(closes) * 10 <= opens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_makes_rows_alike() {
        let delimiter = |text: &str| of(text).map(|(dialect, width)| (dialect.delimiter, width));
        assert_eq!(delimiter("a,b,c\n1,2,3\n4,5,6"), Some((',', 3)));
        assert_eq!(delimiter("a;b\n1,5;2\n2,5;3"), Some((';', 2)));
        assert_eq!(delimiter("a\tb c\n1\t2 3\n"), Some(('\t', 2)));
        assert_eq!(
            delimiter("Source Target Type\nFred Alice Directed\nDirk Fred Directed"),
            Some((' ', 3))
        );
        assert_eq!(
            delimiter("One line of prose.\nAnd one, or two, more.\nThat is all that there is to it"),
            None
        );
        assert_eq!(delimiter("word\nword"), None);
    }
}
