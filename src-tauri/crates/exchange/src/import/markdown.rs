//! Markdown: notes of a vault, and timelines that have a heading or a paragraph a day.

mod embedded;
mod front;
mod sections;

use domain::{
    Edtf,
    event::{Role, When},
    incoming::{IncomingEvent, IncomingNote, IncomingPlace, Party, Problem, Thing},
};

use super::{ImportError, Out, Stopped, dates, words};
use front::Front;

/// Keys by which a text is one that was published: its date is then that of publication.
const OF_A_POST: [&str; 7] = ["author", "authors", "url", "published", "draft", "weight", "image"];

pub(super) fn is(start: &str) -> bool {
    let mut lines = start.lines().skip_while(|line| line.trim().is_empty());
    let Some(first) = lines.next() else { return false };
    if first.trim_end() == "---" {
        return front::split(start).0.is_some();
    }
    let heading = sections::heading(first).is_some_and(|(_, text)| !text.is_empty());
    heading && lines.next().is_none_or(|second| second.trim().is_empty())
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    note("", text, out)
}

/// Reads one note. `path` is its file's in the vault, without the ending: links go by the last part of it.
pub fn note(path: &str, text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let text = text.trim_start_matches('\u{feff}');
    if is_template(name, text) {
        return Ok(out.fault(1, "", name, Problem::NothingToKeep)?);
    }
    let (front, body) = front::split(text);
    let front = front.unwrap_or_default();
    let title = title(name, &front, body);
    if title.is_empty() {
        return Ok(out.fault(1, "title", "", Problem::NoTitle)?);
    }
    let id = (!path.is_empty()).then(|| path.to_owned());
    let event = of_front(&front, &title, body, out)?;
    let event_id = event.as_ref().map(|_| format!("{path}#event"));
    let note = IncomingNote {
        body: front.with(body),
        about: event_id.iter().cloned().collect(),
        title,
    };
    out.put(1, id, Thing::Note(Box::new(note)))?;
    if let Some(event) = event {
        out.event(1, event_id, event)?;
    }
    sections::tell(text, out)?;
    Ok(embedded::tell(text, out)?)
}

/// Whether it is the mould of notes and none itself.
fn is_template(name: &str, text: &str) -> bool {
    let placeholder = text
        .find("{{")
        .and_then(|at| text.get(at..))
        .is_some_and(|rest| rest.contains("}}"));
    placeholder || name.to_lowercase().ends_with(" template")
}

/// In a vault notes are called as their files are; a text alone by what it says of itself.
fn title(name: &str, front: &Front, body: &str) -> String {
    if !name.is_empty() {
        return words::line(name);
    }
    let stated = front.first("title");
    if !stated.is_empty() {
        return words::line(stated);
    }
    let headings = || body.lines().filter_map(sections::heading).filter(|(_, text)| !text.is_empty());
    let heading = headings().find(|(level, _)| *level == 1).or_else(|| headings().next());
    words::titled(&heading.map(|(_, text)| text).unwrap_or_default(), body)
}

/// The event that the head of a note tells.
fn of_front(front: &Front, title: &str, body: &str, out: &mut Out<'_>) -> Result<Option<IncomingEvent>, Stopped> {
    let is_post = OF_A_POST.iter().any(|key| front.has(key));
    let start = ["start-date", "start", "start_date"]
        .iter()
        .map(|key| front.first(key))
        .find(|date| !date.is_empty());
    let start = start.or_else(|| Some(front.first("date")).filter(|date| !is_post && !date.is_empty()));
    let Some(start) = start else { return Ok(None) };
    let end = ["end-date", "end", "end_date"]
        .iter()
        .map(|key| front.first(key))
        .find(|date| !date.is_empty());
    let people = front.all("people").iter().chain(front.all("participants"));
    Ok(Some(IncomingEvent {
        title: title.to_owned(),
        when: when(1, start, end.unwrap_or_default(), out)?.map(When::on),
        parties: people.filter_map(|name| Party::named(&unlinked(name), Role::Party)).collect(),
        place: place(front),
        topics: front
            .all("topics")
            .iter()
            .chain(front.all("tags"))
            .map(|topic| unlinked(topic))
            .collect(),
        summary: words::plain(&unlinked(body)),
        ..IncomingEvent::default()
    }))
}

fn place(front: &Front) -> Option<IncomingPlace> {
    let names = front.all("loc").iter().chain(front.all("location")).chain(front.all("place"));
    let name = names.map(|name| unlinked(name)).collect::<Vec<_>>().join(", ");
    (!name.is_empty()).then(|| IncomingPlace {
        name,
        ..IncomingPlace::default()
    })
}

/// From a start to an end; what of them is no date is reported.
fn when(row: u64, start: &str, end: &str, out: &mut Out<'_>) -> Result<Option<Edtf>, Stopped> {
    let (from, to) = (dates::edtf(start), dates::edtf(end));
    if from.is_none() {
        out.fault(row, "start", start, Problem::DateUnread)?;
    }
    if to.is_none() && !end.is_empty() {
        out.fault(row, "end", end, Problem::EndUnread)?;
    }
    Ok(match (from, to) {
        (Some(from), Some(to)) => match dates::interval(&from, &to) {
            Some(interval) => Some(interval),
            None => {
                out.fault(row, "end", end, Problem::EndBeforeStart)?;
                Some(from)
            }
        },
        // It ended then; when it began is not known.
        (None, Some(to)) => Edtf::parse(&format!("/{to}")).ok(),
        (from, None) => from,
    })
}

/// `[[Name]]` and `[[Name|label]]` as they are shown.
fn unlinked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((link, after)) = after.split_once("]]") else { break };
        shown.push_str(before.strip_suffix('!').unwrap_or(before));
        shown.push_str(link.rsplit('|').next().unwrap_or(link));
        rest = after;
    }
    shown.push_str(rest);
    shown.trim().to_owned()
}
