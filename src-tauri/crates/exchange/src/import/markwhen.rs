//! Markwhen and Chronos: text with an event a line, and what is said of it in the lines after.

mod line;

use domain::{
    event::When,
    incoming::{IncomingEvent, IncomingPlace, Problem},
};

use super::{ImportError, Out, Stopped, words};
use line::{Event, Line, Reading};

/// An event is of so many groups at most, the innermost.
const DEEPEST: usize = 8;

pub(super) fn is(start: &str) -> bool {
    let mut reading = Reading::default();
    for line in start.lines() {
        match reading.line(line) {
            Line::Event(_) => return true,
            // Words come after an event; where they come first, it is a text of another kind with dates in it.
            Line::Words => return false,
            _ => {}
        }
    }
    false
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let mut document = Document::default();
    let mut reading = Reading::default();
    for (row, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        match reading.line(line) {
            Line::Event(event) => {
                document.finish(out)?;
                document.open = Some((row, event, String::new()));
            }
            Line::Group(level, name) => {
                document.finish(out)?;
                document.groups.truncate(level.unwrap_or(document.groups.len()));
                document.groups.push(name);
            }
            Line::EndOfGroup => {
                document.finish(out)?;
                document.groups.pop();
            }
            Line::Unread(date, title) => {
                document.finish(out)?;
                out.fault(row, "date", &date, Problem::DateUnread)?;
                let event = Event { title, ..Event::default() };
                document.open = Some((row, event, String::new()));
            }
            Line::Words | Line::Blank => document.add(line),
            Line::Header | Line::Comment => {}
        }
    }
    Ok(document.finish(out)?)
}

#[derive(Default)]
struct Document {
    groups: Vec<String>,
    /// The event whose lines are being read, and its words so far.
    open: Option<(u64, Event, String)>,
}

impl Document {
    fn add(&mut self, line: &str) {
        if let Some((_, _, said)) = &mut self.open {
            said.push_str(line.trim_end());
            said.push('\n');
        }
    }

    fn finish(&mut self, out: &mut Out<'_>) -> Result<(), Stopped> {
        let Some((row, event, said)) = self.open.take() else {
            return Ok(());
        };
        let (place, said) = placed(&said);
        let summary = [event.said.as_str(), said.trim()].join("\n\n").trim().to_owned();
        let title = words::titled(&event.title, &summary);
        if title.is_empty() {
            return out.fault(row, "title", "", Problem::NoTitle);
        }
        let mut topics = event.topics;
        for group in self.groups.iter().rev().take(DEEPEST).rev().filter(|group| !group.is_empty()) {
            if !topics.contains(group) {
                topics.push(group.clone());
            }
        }
        let incoming = IncomingEvent {
            title,
            when: event.date.map(When::on),
            place: place.map(|name| IncomingPlace {
                name,
                ..IncomingPlace::default()
            }),
            topics,
            summary,
            ..IncomingEvent::default()
        };
        out.event(row, None, incoming)
    }
}

/// The place of `[Geneva](location)`, and the text without it.
fn placed(said: &str) -> (Option<String>, String) {
    let Some(end) = said.find("](location)") else {
        return (None, said.to_owned());
    };
    let (before, after) = said.split_at(end);
    let Some((kept, name)) = before.rsplit_once('[') else {
        return (None, said.to_owned());
    };
    let rest = after.strip_prefix("](location)").unwrap_or(after);
    let text = format!("{}\n{}", kept.trim_end(), rest.strip_prefix('\n').unwrap_or(rest));
    (Some(words::line(name)).filter(|name| !name.is_empty()), text)
}
