//! Timelines in a text: what stands under a heading that is a date, and paragraphs that begin with one.

use domain::{Edtf, event::When, incoming::IncomingEvent};

use super::front;
use crate::import::{Out, Stopped, spoken, words};

/// The words of a date, so many at most, at the start of a heading.
const DATE_WORDS: usize = 4;

/// A title made of the first sentence of a text ends here at the latest, in characters.
const LONGEST_TITLE: usize = 160;

/// The level of a heading and its text without marks.
pub(super) fn heading(line: &str) -> Option<(usize, String)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with([' ', '\u{a0}'])).then(|| (level, unmarked(rest.trim_end_matches('#'))))
}

pub(super) fn tell(text: &str, out: &mut Out<'_>) -> Result<(), Stopped> {
    let mut telling = Telling::default();
    let head = text.len() - front::split(text).1.len();
    let skipped = text.get(..head).unwrap_or_default().matches('\n').count();
    let mut fenced = false;
    for (row, line) in (1..).zip(text.lines()).skip(skipped) {
        fenced ^= line.trim_start().starts_with("```");
        match heading(line).filter(|_| !fenced) {
            Some((level, title)) => telling.heading(row, level, &title, out)?,
            None => telling.line(row, line, fenced, out)?,
        }
    }
    telling.finish(out)
}

#[derive(Default)]
struct Telling {
    /// The heading of a day that is open, its level and its text so far.
    day: Option<(Dated, usize)>,
    /// The heading over paragraphs with dates of their own.
    over: String,
}

struct Dated {
    row: u64,
    date: Edtf,
    title: String,
    said: String,
    topic: String,
}

impl Telling {
    fn heading(&mut self, row: u64, level: usize, text: &str, out: &mut Out<'_>) -> Result<(), Stopped> {
        if let Some((date, title)) = dated(text) {
            self.finish(out)?;
            let day = Dated {
                row,
                date,
                title,
                said: String::new(),
                topic: self.over.clone(),
            };
            self.day = Some((day, level));
            return Ok(());
        }
        match &mut self.day {
            Some((day, of_day)) if level > *of_day => {
                day.said.push_str(text);
                day.said.push('\n');
            }
            _ => {
                self.finish(out)?;
                text.clone_into(&mut self.over);
            }
        }
        Ok(())
    }

    fn line(&mut self, row: u64, line: &str, fenced: bool, out: &mut Out<'_>) -> Result<(), Stopped> {
        if let Some((day, _)) = &mut self.day {
            day.said.push_str(line.trim_end());
            day.said.push('\n');
            return Ok(());
        }
        let begun = if fenced { None } else { paragraph(line, out) };
        match begun {
            Some((date, said)) => {
                let day = Dated {
                    row,
                    date,
                    title: String::new(),
                    said,
                    topic: self.over.clone(),
                };
                day.tell(out)
            }
            None => Ok(()),
        }
    }

    fn finish(&mut self, out: &mut Out<'_>) -> Result<(), Stopped> {
        match self.day.take() {
            Some((day, _)) => day.tell(out),
            None => Ok(()),
        }
    }
}

impl Dated {
    fn tell(self, out: &mut Out<'_>) -> Result<(), Stopped> {
        let summary = words::plain(&unmarked_lines(&self.said));
        let title = if self.title.is_empty() { sentence(&summary) } else { self.title };
        // A day of a calendar with nothing said under it is no event.
        if title.is_empty() {
            return Ok(());
        }
        let event = IncomingEvent {
            title,
            when: Some(When::on(self.date)),
            topics: if self.topic.is_empty() { Vec::new() } else { vec![self.topic] },
            summary,
            ..IncomingEvent::default()
        };
        out.event(self.row, None, event)
    }
}

/// The date that a heading is or begins with, exact to the month at least, and the rest.
fn dated(text: &str) -> Option<(Edtf, String)> {
    let exact = |date: &Edtf| date.as_str().len() > 5;
    if let Some(date) = spoken::date(text).filter(exact) {
        return Some((date, String::new()));
    }
    let (starts, separators) = (text.char_indices(), [':', '–', '—', '-', '|', ',', '(', ' ']);
    let cuts = starts
        .filter(|(_, sign)| separators.contains(sign))
        .take(DATE_WORDS * 2)
        .map(|(at, _)| at);
    // The longest date, so that a year is not left over.
    let found = cuts
        .filter_map(|at| Some((spoken::date(text.get(..at)?).filter(exact)?, text.get(at..)?)))
        .last();
    let (date, rest) = found?;
    let title = rest.trim_matches(|c: char| c.is_whitespace() || separators.contains(&c) || c == ')');
    Some((date, words::line(title)))
}

/// `15.08.22: **Kenya**. …`: the date at the start of a paragraph, and what is said.
fn paragraph(line: &str, out: &Out<'_>) -> Option<(Edtf, String)> {
    let text = line.trim_start().trim_start_matches("- ").trim_start_matches('*');
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (date, rest) = text.split_at(end);
    let date = spoken::dotted(date.trim_end_matches('.'), out.today)?;
    let said = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':'));
    // The marks that were open around the date are closed behind it.
    let bold = rest.trim_start().starts_with("**") && !rest.trim_start().starts_with("**:") && !line.trim_start().starts_with("**");
    let said = if bold { format!("**{said}") } else { said.to_owned() };
    (!said.trim().is_empty()).then_some((date, said))
}

/// The first sentence of a text, or what of it is short enough for a title.
fn sentence(text: &str) -> String {
    let first = text.lines().map(words::line).find(|line| !line.is_empty()).unwrap_or_default();
    let ends = first.match_indices(". ").map(|(at, _)| at + 1);
    // What is only a name before a point is no sentence.
    let end = ends.into_iter().find(|at| *at > 40).unwrap_or(first.len());
    let whole = first.get(..end).unwrap_or(&first).trim_end_matches('.');
    if whole.chars().count() <= LONGEST_TITLE {
        return whole.to_owned();
    }
    let cut: String = whole.chars().take(LONGEST_TITLE).collect();
    let at_word = cut.rfind(' ').and_then(|at| cut.get(..at)).unwrap_or(&cut);
    format!("{at_word}…")
}

/// Without pictures and without the marks of bold and slanted words.
fn unmarked_lines(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("!["));
    lines.map(unstarred).collect::<Vec<_>>().join("\n")
}

fn unmarked(text: &str) -> String {
    words::line(&unstarred(text))
}

fn unstarred(text: &str) -> String {
    text.replace("**", "").replace("__", "").replace('\u{a0}', " ")
}
