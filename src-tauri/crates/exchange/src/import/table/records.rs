//! Rows of a table in text, one at a time and in bounded memory, whatever is wrong with the file.

use domain::incoming::Problem;
use std::{
    collections::VecDeque,
    io::{self, BufRead},
};

/// The longest line that is kept, in bytes.
const LONGEST_LINE: usize = 1 << 20;
/// How many lines a cell in quotes may run over before its quote is taken for one that was left open.
const LONGEST_CELL: usize = 200;

/// How the cells of a row are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub delimiter: char,
    /// Whether a cell may stand in double quotes. GDELT's may not: its names hold them.
    pub quotes: bool,
}

/// A row, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    Cells(Vec<String>),
    Bad { problem: Problem, value: String },
}

/// Lines end with LF, CR LF or CR. NULs and a byte-order mark are passed over.
pub(crate) struct Records<R> {
    input: R,
    dialect: Dialect,
    /// Lines read so far.
    line: u64,
    after_cr: bool,
    /// Lines to be read again on their own, after a quote that was left open.
    again: VecDeque<(u64, Line)>,
}

#[derive(Clone, Debug)]
struct Line {
    text: String,
    too_long: bool,
}

impl<R: BufRead> Records<R> {
    pub fn new(input: R, dialect: Dialect) -> Self {
        Self {
            input,
            dialect,
            line: 0,
            after_cr: false,
            again: VecDeque::new(),
        }
    }

    /// The next row that is not blank, with the line it begins on; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<(u64, Record)>> {
        loop {
            let Some((row, line)) = self.next_line()? else { return Ok(None) };
            if line.too_long {
                return Ok(Some((row, bad(Problem::TooLong, &line.text))));
            }
            if line.text.trim().is_empty() {
                continue;
            }
            return self.record(line).map(|record| Some((row, record)));
        }
    }

    fn record(&mut self, first: Line) -> io::Result<Record> {
        let mut cells = Cells::new(self.dialect);
        cells.take(&first.text);
        let mut further = Vec::new();
        while cells.open {
            let next = if further.len() < LONGEST_CELL { self.next_line()? } else { None };
            match next {
                Some((at, line)) if !line.too_long && cells.length < LONGEST_LINE => {
                    cells.take_on(&line.text);
                    further.push((at, line));
                }
                last => {
                    // The quote was left open: what follows is read on its own.
                    let lines = further.into_iter().chain(last).rev();
                    lines.for_each(|line| self.again.push_front(line));
                    return Ok(bad(Problem::QuoteOpen, &first.text));
                }
            }
        }
        Ok(Record::Cells(cells.done()))
    }

    fn next_line(&mut self) -> io::Result<Option<(u64, Line)>> {
        if let Some(line) = self.again.pop_front() {
            return Ok(Some(line));
        }
        let (mut bytes, mut too_long, mut seen) = (Vec::new(), false, false);
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            let skip = usize::from(self.after_cr && buffer.first() == Some(&b'\n'));
            self.after_cr = false;
            let rest = buffer.get(skip..).unwrap_or_default();
            let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let part = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            let room = LONGEST_LINE.saturating_sub(bytes.len());
            too_long |= part.len() > room;
            bytes.extend(part.iter().take(room).filter(|byte| **byte != 0));
            seen |= !rest.is_empty();
            self.after_cr = end.and_then(|end| rest.get(end)) == Some(&b'\r');
            let used = skip + end.map_or(rest.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(Some(self.numbered(&bytes, too_long)));
            }
        }
        Ok(seen.then(|| self.numbered(&bytes, too_long)))
    }

    fn numbered(&mut self, bytes: &[u8], too_long: bool) -> (u64, Line) {
        self.line += 1;
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_start_matches('\u{feff}').to_owned();
        (self.line, Line { text, too_long })
    }
}

fn bad(problem: Problem, line: &str) -> Record {
    Record::Bad {
        problem,
        value: line.chars().take(200).collect(),
    }
}

/// The cells of a row while it is read (RFC 4180, with any one character between cells).
struct Cells {
    dialect: Dialect,
    cells: Vec<String>,
    cell: String,
    /// Inside quotes.
    open: bool,
    /// The cell began with a quote.
    quoted: bool,
    length: usize,
}

impl Cells {
    fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            cells: Vec::new(),
            cell: String::new(),
            open: false,
            quoted: false,
            length: 0,
        }
    }

    fn take(&mut self, line: &str) {
        self.length += line.len();
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            if self.open {
                match c {
                    '"' if chars.peek() == Some(&'"') => {
                        self.cell.push('"');
                        chars.next();
                    }
                    '"' => self.open = false,
                    c => self.cell.push(c),
                }
            } else if c == self.dialect.delimiter {
                self.end_cell();
            } else if c == '"' && self.dialect.quotes && !self.quoted && self.cell.trim().is_empty() {
                (self.open, self.quoted) = (true, true);
                self.cell.clear();
            } else {
                self.cell.push(c);
            }
        }
    }

    /// Goes on with the next line of a cell in quotes.
    fn take_on(&mut self, line: &str) {
        self.cell.push('\n');
        self.take(line);
    }

    fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
        self.quoted = false;
    }

    fn done(mut self) -> Vec<String> {
        self.end_cell();
        self.cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMA: Dialect = Dialect {
        delimiter: ',',
        quotes: true,
    };

    fn rows(text: &[u8], dialect: Dialect) -> Vec<String> {
        let mut records = Records::new(text, dialect);
        let mut rows = Vec::new();
        while let Some((row, record)) = records.next().unwrap() {
            rows.push(match record {
                Record::Cells(cells) => format!("{row} {}", cells.join("|")),
                Record::Bad { problem, .. } => format!("{row} {problem}"),
            });
        }
        rows
    }

    #[test]
    fn every_end_of_line_ends_a_line() {
        assert_eq!(rows(b"a,b\nc,d\r\ne,f\rg,h", COMMA), ["1 a|b", "2 c|d", "3 e|f", "4 g|h"]);
        assert_eq!(rows(b"a,b\n\n\nc,d\n", COMMA), ["1 a|b", "4 c|d"]);
    }

    #[test]
    fn cells_in_quotes_hold_anything() {
        assert_eq!(rows(b"a,\"b,\"\"c\"\"\nd\",e\nf", COMMA), ["1 a|b,\"c\"\nd|e", "3 f"]);
        assert_eq!(rows(b"a,5\" gun,c", COMMA), ["1 a|5\" gun|c"]);
        let tabs = Dialect {
            delimiter: '\t',
            quotes: false,
        };
        assert_eq!(rows(b"\"a\tb\n", tabs), ["1 \"a|b"]);
    }

    #[test]
    fn a_quote_left_open_costs_one_row() {
        let mut text = b"a,\"b\n".to_vec();
        (0..300).for_each(|_| text.extend(b"c,d\n"));
        let rows = rows(&text, COMMA);
        assert_eq!(rows[0], "1 quote-open");
        assert_eq!(rows[1], "2 c|d");
        assert_eq!(rows.len(), 301);
    }

    #[test]
    fn long_lines_and_noughts_cost_nothing_but_themselves() {
        let mut text = b"\xef\xbb\xbfa,\0b\n".to_vec();
        text.extend(std::iter::repeat_n(b'x', 3 * LONGEST_LINE));
        text.extend(b"\nc,d");
        assert_eq!(rows(&text, COMMA), ["1 a|b", "2 too-long", "3 c|d"]);
    }
}
