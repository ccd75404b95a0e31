//! The white space of captured text and of the short entries beside it.

/// Titles and names longer than this are not titles and names, in characters.
const LONGEST_ENTRY: usize = 500;

/// Text with `\n` for every line end, without other control characters than `\t` and without invisible ones, without blanks at the ends of lines
/// and with at most one blank line in a row; none at either end.
pub fn text(written: &str) -> String {
    let mut clean = Lines {
        text: String::with_capacity(written.len()),
        ..Lines::default()
    };
    let mut letters = written.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{85}' | '\u{2028}' => clean.end_line(),
            '\u{c}' | '\u{2029}' => {
                clean.end_line();
                clean.end_line();
            }
            '\t' => clean.line.push(letter),
            _ if letter.is_control() || is_unseen(letter) => {}
            _ => clean.line.push(letter),
        }
    }
    clean.end_line();
    clean.text
}

/// Where a word may be cut, and marks of encodings: they are of how text is set, and a word with one would not be found.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[derive(Default)]
struct Lines {
    text: String,
    line: String,
    after_blank: bool,
}

impl Lines {
    fn end_line(&mut self) {
        let line = self.line.trim_end();
        if line.is_empty() {
            self.after_blank = true;
        } else {
            if !self.text.is_empty() {
                self.text.push_str(if self.after_blank { "\n\n" } else { "\n" });
            }
            self.text.push_str(line);
            self.after_blank = false;
        }
        self.line.clear();
    }
}

/// One line: white space runs are one space; `None` where nothing is left or far too much.
pub fn entry(written: &str) -> Option<String> {
    let is_kept = |letter: &char| letter.is_whitespace() || !(letter.is_control() || is_unseen(*letter));
    let kept: String = written.chars().filter(is_kept).collect();
    let line = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !line.is_empty() && line.chars().count() <= LONGEST_ENTRY;
    fits.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(text(written), expected);
    }

    #[test]
    fn line_ends_are_one_kind_and_blank_lines_one() {
        check("a\r\nb\rc\u{85}d\u{2028}e", "a\nb\nc\nd\ne");
        check("\n\na  \n \t\n\n\nb\n", "a\n\nb");
        check("page one\u{c}page two", "page one\n\npage two");
        check("a\r\n\r\nb", "a\n\nb");
    }

    #[test]
    fn words_stay_as_they_are() {
        check("\u{feff}a\u{0}b\u{1b}[1m\tc", "ab[1m\tc");
        check("e\u{301} \u{200f}שלום\u{200e} a\u{a0}b", "e\u{301} \u{200f}שלום\u{200e} a\u{a0}b");
        check("  indented", "  indented");
    }

    #[test]
    fn entries_are_one_line() {
        assert_eq!(entry(" a \n\t b\u{7} "), Some("a b".to_owned()));
        assert_eq!(entry(" \u{0}\n"), None);
        assert_eq!(entry(&"a".repeat(501)), None);
    }
}
