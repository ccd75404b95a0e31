use api::shown;
use unicode_width::UnicodeWidthStr as _;

/// Columns set apart by two spaces, as wide as their widest cell; Korean, Chinese and Japanese characters count as two.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
    right: Vec<usize>,
}

impl Table {
    pub fn new(heads: &[&str]) -> Self {
        Self {
            rows: vec![heads.iter().map(|head| (*head).to_owned()).collect()],
            right: Vec::new(),
        }
    }

    /// Columns of numbers, by position.
    pub fn right(mut self, columns: &[usize]) -> Self {
        self.right = columns.to_vec();
        self
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| shown::line(&cell)).collect());
    }

    pub fn show(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        self.rows.iter().map(|row| self.line(row, &widths)).collect()
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let padding = " ".repeat(widths.get(column).map_or(0, |width| width.saturating_sub(cell.width())));
            if column > 0 {
                line.push_str("  ");
            }
            if self.right.contains(&column) {
                line.push_str(&padding);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&padding);
            }
        }
        line.truncate(line.trim_end().len());
        line.push('\n');
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        let mut table = Table::new(&["name", "n"]).right(&[1]);
        table.row(["한중".to_owned(), "7".to_owned()]);
        table.row(["Seoul".to_owned(), "12".to_owned()]);
        assert_eq!(table.show(), "name    n\n한중    7\nSeoul  12\n");
    }
}
