//! Events of the Obsidian Timelines plug-in: elements of HTML and heads of notes, also where a text shows them as an example.

use dom_query::Document;
use domain::{event::When, incoming::IncomingEvent};

use super::{front::Front, when};
use crate::import::{Out, Stopped, words};

/// What one element says at most, in bytes.
const LONGEST: usize = 64 << 10;

pub(super) fn tell(text: &str, out: &mut Out<'_>) -> Result<(), Stopped> {
    elements(text, out)?;
    heads(text, out)
}

/// `<div class="ob-timelines" data-title="…" data-start-date="…">`.
fn elements(text: &str, out: &mut Out<'_>) -> Result<(), Stopped> {
    let (mut row, mut from) = (1, 0);
    for (at, _) in text.match_indices("ob-timelines") {
        let passed = text.get(from..at).unwrap_or_default();
        let before = row;
        row += lines(passed);
        // An element begins shortly before its class.
        let begin = passed.rfind('<');
        let found = begin.and_then(|begin| Some((before + lines(passed.get(..begin)?), element(text.get(from + begin..)?)?)));
        from = at;
        let Some((row, element)) = found else { continue };
        let dom = Document::from(element);
        let found = dom.select(".ob-timelines");
        let value = |key: &str| {
            found
                .attr(&format!("data-{key}"))
                .map(|value| value.trim().to_owned())
                .unwrap_or_default()
        };
        let (title, start, end) = (value("title"), value("start-date"), value("end-date"));
        if start.is_empty() && end.is_empty() {
            continue;
        }
        let said = [value("description"), found.text().trim().to_owned()];
        let summary = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
        put(row, &title, &summary, (&start, &end), value("tags").split([',', ';']), out)?;
    }
    Ok(())
}

fn lines(text: &str) -> u64 {
    text.matches('\n').count() as u64
}

/// The element that a text begins with, to its end; `None` for what the plug-in does not use.
fn element(text: &str) -> Option<&str> {
    let name = text.get(1..)?.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let longest = (0..=LONGEST.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let text = text.get(..longest)?;
    let closing = match name {
        "div" => "</div>",
        "span" => "</span>",
        _ => return None,
    };
    text.get(..text.find(closing)? + closing.len())
}

/// Heads of notes within a block of code.
fn heads(text: &str, out: &mut Out<'_>) -> Result<(), Stopped> {
    let mut lines = (1_u64..).zip(text.lines()).peekable();
    while let Some((_, line)) = lines.next() {
        if !line.trim_start().starts_with("```") {
            continue;
        }
        let block: Vec<(u64, &str)> = std::iter::from_fn(|| lines.next_if(|(_, line)| !line.trim_start().starts_with("```"))).collect();
        lines.next();
        let Some((row, _)) = block.first().filter(|(_, line)| line.trim() == "---") else {
            continue;
        };
        let inner: Vec<&str> = block
            .iter()
            .skip(1)
            .map(|(_, line)| line.trim_end())
            .take_while(|line| *line != "---")
            .collect();
        let front = Front::parse(&inner);
        if front.first("start-date").is_empty() {
            continue;
        }
        let ends = (front.first("start-date"), front.first("end-date"));
        put(
            *row,
            front.first("title"),
            front.first("description"),
            ends,
            front.all("tags").iter().map(String::as_str),
            out,
        )?;
    }
    Ok(())
}

fn put<'a>(
    row: u64,
    title: &str,
    summary: &str,
    (start, end): (&str, &str),
    tags: impl Iterator<Item = &'a str>,
    out: &mut Out<'_>,
) -> Result<(), Stopped> {
    let title = words::titled(title, summary);
    if title.is_empty() {
        return Ok(());
    }
    let event = IncomingEvent {
        title,
        when: when(row, start, end, out)?.map(When::on),
        topics: tags.map(words::line).filter(|tag| !tag.is_empty()).collect(),
        summary: words::plain(summary),
        ..IncomingEvent::default()
    };
    out.event(row, None, event)
}
