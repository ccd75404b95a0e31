//! Inline marks of the Markdown subset.

use serde::Serialize;

/// A run of text with one look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    /// Where a click leads; empty for nowhere.
    pub href: String,
}

impl Span {
    /// Text without marks.
    pub fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    #[cfg(test)]
    pub(super) fn sketch(&self) -> String {
        let mut shown = self.text.clone();
        for (on, tag) in [(self.code, "code"), (self.emphasis, "i"), (self.strong, "b")] {
            if on {
                shown = format!("<{tag}>{shown}</{tag}>");
            }
        }
        if self.href.is_empty() {
            shown
        } else {
            format!("<a {}>{shown}</a>", self.href)
        }
    }
}

/// Whether a click may open the address.
pub fn opens(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
        && !address.contains(char::is_whitespace)
        && !address.contains(char::is_control)
}

/// The spans of one block's text. One pass; a mark that is never closed stays as written.
pub fn spans(text: &str) -> Vec<Span> {
    let mut scanner = Scanner {
        rest: text,
        ..Scanner::default()
    };
    while !scanner.rest.is_empty() {
        scanner.step();
    }
    scanner.flush();
    scanner.spans
}

/// Longest text looked through for the end of a mark, in bytes: keeps hostile text from costing its square.
const REACH: usize = 4_000;

#[derive(Default)]
struct Scanner<'a> {
    rest: &'a str,
    pending: String,
    strong: bool,
    emphasis: bool,
    spans: Vec<Span>,
}

impl<'a> Scanner<'a> {
    fn step(&mut self) {
        if self.escaped() || self.code() || self.name() || self.link() || self.toggle() {
            return;
        }
        if let Some(character) = self.rest.chars().next() {
            self.take(character.len_utf8());
        }
    }

    fn take(&mut self, length: usize) {
        let (head, tail) = self.rest.split_at(length);
        self.pending.push_str(head);
        self.rest = tail;
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let text = std::mem::take(&mut self.pending);
            self.spans.push(Span {
                text,
                strong: self.strong,
                emphasis: self.emphasis,
                ..Span::default()
            });
        }
    }

    /// Text up to `end` within reach, and what follows it.
    fn until(text: &'a str, end: &str) -> Option<(&'a str, &'a str)> {
        let mut reach = text.len().min(REACH);
        while !text.is_char_boundary(reach) {
            reach -= 1;
        }
        let at = text[..reach].find(end)?;
        (at > 0).then(|| (&text[..at], &text[at + end.len()..]))
    }

    fn escaped(&mut self) -> bool {
        let Some(next) = self.rest.strip_prefix('\\').and_then(|rest| rest.chars().next()) else {
            return false;
        };
        if !next.is_ascii_punctuation() {
            return false;
        }
        self.rest = &self.rest[1..];
        self.take(1);
        true
    }

    fn code(&mut self) -> bool {
        let Some((text, rest)) = self.rest.strip_prefix('`').and_then(|after| Self::until(after, "`")) else {
            return false;
        };
        self.flush();
        self.spans.push(Span {
            text: text.to_owned(),
            code: true,
            strong: self.strong,
            emphasis: self.emphasis,
            ..Span::default()
        });
        self.rest = rest;
        true
    }

    fn name(&mut self) -> bool {
        let Some((text, rest)) = self.rest.strip_prefix("[[").and_then(|after| Self::until(after, "]]")) else {
            return false;
        };
        self.pending.push_str(text.rsplit('|').next().unwrap_or(text));
        self.rest = rest;
        true
    }

    fn link(&mut self) -> bool {
        let Some((text, rest)) = self.rest.strip_prefix('[').and_then(|after| Self::until(after, "](")) else {
            return false;
        };
        let Some((address, rest)) = Self::until(rest, ")") else {
            return false;
        };
        if !opens(address) {
            return false;
        }
        self.flush();
        let href = address.to_owned();
        self.spans.push(Span {
            text: text.to_owned(),
            href,
            strong: self.strong,
            emphasis: self.emphasis,
            ..Span::default()
        });
        self.rest = rest;
        true
    }

    fn toggle(&mut self) -> bool {
        if self.rest.starts_with("**") && !self.rest.starts_with("***") || self.rest.starts_with("***") && self.strong && !self.emphasis {
            return self.turn("**", self.strong).then(|| self.strong = !self.strong).is_some();
        }
        if self.rest.starts_with('*') {
            return self.turn("*", self.emphasis).then(|| self.emphasis = !self.emphasis).is_some();
        }
        false
    }

    /// Consumes a mark that opens before a word and closes later, or closes after a word.
    fn turn(&mut self, mark: &str, open: bool) -> bool {
        let after = &self.rest[mark.len()..];
        let opens = !open && after.starts_with(|next: char| !next.is_whitespace()) && Self::until(after, mark).is_some();
        let closes = open && !self.pending.ends_with(char::is_whitespace);
        if opens || closes {
            self.flush();
            self.rest = &self.rest[mark.len()..];
        }
        opens || closes
    }
}
