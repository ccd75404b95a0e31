//! What a line is.

use domain::Edtf;

use crate::import::{dates, spoken};

/// So many colons of a line are looked at: those of times stand before the one that ends a date.
const COLONS: usize = 6;

#[derive(Default)]
pub(super) struct Event {
    pub date: Option<Edtf>,
    pub title: String,
    pub topics: Vec<String>,
    pub said: String,
}

pub(super) enum Line {
    Event(Event),
    /// A date that is none, and the title behind it.
    Unread(String, String),
    /// Its level where it has one: what is at this level or deeper ends.
    Group(Option<usize>, String),
    EndOfGroup,
    /// A key of the header, or the colour of a tag.
    Header,
    Comment,
    Blank,
    Words,
}

/// What is known from the lines before.
#[derive(Default)]
pub(super) struct Reading {
    day_first: bool,
    /// Within the header, between lines of three dashes.
    in_header: bool,
    /// Keys of a header stand before everything else.
    begun: bool,
    any: bool,
}

impl Reading {
    pub fn line(&mut self, line: &str) -> Line {
        let text = line.trim();
        let first = !self.any;
        self.any |= !text.is_empty();
        if text == "---" && (first || self.in_header) {
            self.in_header = first;
            return Line::Header;
        }
        if text.is_empty() {
            return Line::Blank;
        }
        if text.starts_with("//") {
            return Line::Comment;
        }
        if self.in_header {
            return self.header(text);
        }
        let read = self.read(text);
        self.begun |= !matches!(read, Line::Header | Line::Words);
        read
    }

    fn read(&mut self, text: &str) -> Line {
        if let Some(event) = chronos(text) {
            return event;
        }
        if let Some(group) = group(text) {
            return group;
        }
        if is_colour(text) {
            return Line::Header;
        }
        for (at, _) in text.match_indices(':').take(COLONS) {
            let (date, title) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
            if let Some(edtf) = self.range(date) {
                return Line::Event(tagged(Some(edtf), title));
            }
        }
        if let Some((date, title)) = text.split_once(':').filter(|(date, _)| is_meant_as_date(date)) {
            return Line::Unread(date.trim().to_owned(), tagged(None, title).title);
        }
        if self.begun { Line::Words } else { self.header(text) }
    }

    fn header(&mut self, text: &str) -> Line {
        match text.split_once(':') {
            Some((key, value)) if is_key(key) => {
                self.day_first |= key.trim() == "dateFormat" && value.trim().starts_with(['d', 'D']);
                Line::Header
            }
            _ if self.in_header => Line::Header,
            _ => Line::Words,
        }
    }

    /// `1927`, `1930 - 1967`, `1969-January 1983`, `1995-now`, `2026-01/2026-03`.
    fn range(&self, text: &str) -> Option<Edtf> {
        let text = text.trim();
        // Three figures before a colon are a count sooner than a year.
        if text.chars().filter(char::is_ascii_digit).count() < 4 || text.len() > 80 {
            return None;
        }
        if let Some(date) = self.date(text) {
            return Some(date);
        }
        let separators = ["-", "–", "—", "/", "~", " to "];
        let cuts = separators.iter().flat_map(|sign| text.match_indices(sign));
        cuts.into_iter().find_map(|(at, sign)| {
            let from = self.date(text.get(..at)?)?;
            let to = text.get(at + sign.len()..)?.trim();
            // What lasts until now has no end yet.
            if matches!(to.to_ascii_lowercase().as_str(), "now" | "present" | "ongoing") {
                return Edtf::parse(&format!("{from}/..")).ok();
            }
            dates::interval(&from, &self.date(to)?)
        })
    }

    fn date(&self, text: &str) -> Option<Edtf> {
        let text = text.trim();
        spoken::date(text)
            .or_else(|| spoken::slashed(text, self.day_first))
            .filter(|date| date.earliest().is_some())
    }
}

/// Whether a date was meant, though it is none: only figures and what stands between them.
fn is_meant_as_date(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    figures >= 6 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' '))
}

fn is_key(key: &str) -> bool {
    let key = key.trim_start_matches("- ").trim();
    !key.is_empty() && key.len() <= 40 && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '#'))
}

/// `#Unix: #ffe438`, the colour that a tag is drawn in.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .and_then(|text| text.split_once(':'))
        .is_some_and(|(tag, _)| !tag.contains(char::is_whitespace))
}

/// `group Early Research: #Colour`, `section`, `# Heading`, and where they end.
fn group(text: &str) -> Option<Line> {
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "endgroup" | "endsection" | "end group" | "end section") {
        return Some(Line::EndOfGroup);
    }
    let heading = text.trim_start_matches('#');
    let level = text.len() - heading.len();
    if (1..=6).contains(&level) && heading.starts_with(' ') {
        return Some(Line::Group(Some(level - 1), tagged(None, heading).title));
    }
    let word = ["group", "section"]
        .into_iter()
        .find(|word| lower == *word || lower.starts_with(&format!("{word} ")))?;
    // Prose may begin with these words, and ends as prose does.
    if text.ends_with('.') {
        return None;
    }
    let name = text.get(word.len()..)?.trim();
    let name = name.rfind('#').and_then(|at| name.get(..at)).unwrap_or(name);
    Some(Line::Group(None, name.trim_matches([':', ' ', '"']).to_owned()))
}

/// The title behind a date: its `#tags` are topics.
fn tagged(date: Option<Edtf>, title: &str) -> Event {
    let is_tag = |word: &&str| word.len() > 1 && word.starts_with('#') && word.chars().nth(1).is_some_and(char::is_alphabetic);
    let (tags, plain): (Vec<&str>, Vec<&str>) = title.split_whitespace().partition(is_tag);
    Event {
        date,
        title: plain.join(" "),
        topics: tags.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect(),
        said: String::new(),
    }
}

/// `- [2026-01-05~2026-01-09] #red {Talks} Title | what is said`: events, `@` periods, `*` points and `=` marks.
fn chronos(text: &str) -> Option<Line> {
    let rest = text.strip_prefix(['-', '@', '*', '='])?.trim_start().strip_prefix('[')?;
    let (date, rest) = rest.split_once(']')?;
    // `- [ ]` and `- [x]` are lists of things to do, `- [name](address)` is a link.
    if date.chars().filter(char::is_ascii_digit).count() < 3 || rest.starts_with('(') {
        return None;
    }
    let (title, said) = rest.split_once('|').unwrap_or((rest, ""));
    let title = title.trim_start();
    let (colour, title) = match title.strip_prefix('#').and_then(|rest| rest.split_once(' ')) {
        Some((colour, rest)) if colour.chars().all(char::is_alphanumeric) => (true, rest.trim_start()),
        _ => (false, title),
    };
    let grouped = title.strip_prefix('{').and_then(|rest| rest.split_once('}'));
    let (group, title) = grouped.map_or((None, title), |(group, title)| (Some(group.trim().to_owned()), title));
    // A colour says how it is drawn, and nothing of what it is.
    let title = if colour { title } else { title.trim() };
    let mut ends = date.splitn(2, '~').map(|end| dates::iso(end.trim()));
    let (from, to) = (ends.next().flatten(), ends.next());
    let edtf = match (from, to) {
        (Some(from), None) => Some(from),
        (Some(from), Some(Some(to))) => dates::interval(&from, &to),
        _ => None,
    };
    let Some(edtf) = edtf else {
        return Some(Line::Unread(date.to_owned(), title.trim().to_owned()));
    };
    Some(Line::Event(Event {
        date: Some(edtf),
        title: title.trim().to_owned(),
        topics: group.into_iter().collect(),
        said: said.trim().to_owned(),
    }))
}
