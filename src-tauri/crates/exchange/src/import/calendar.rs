//! iCalendar (RFC 5545). Rules of repetition are followed; what was moved or called off takes the place of the occurrence it was.

mod components;
mod event;
mod lines;
mod rule;
mod series;
mod times;

use domain::incoming::{IncomingEvent, Problem};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{ImportError, Out, Stopped};
use chrono::TimeDelta;
use components::Component;
use times::{Stamp, Time};

/// Rules past so many in one file are not followed: no calendar has more, and each takes its time.
const MOST_RULES: usize = 2_000;

pub(super) fn is(start: &str) -> bool {
    let begin = start.trim_start().get(..15);
    begin.is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let components = components::gather(text.trim_start_matches('\u{feff}'), out)?;
    let (moved, masters): (Vec<_>, Vec<_>) = components.iter().partition(|component| component.first("RECURRENCE-ID").is_some());
    let mut calendar = Calendar::of(&masters, &moved);
    for master in masters {
        calendar.tell(master, out)?;
    }
    for component in moved {
        calendar.tell_moved(component, out)?;
    }
    Ok(())
}

/// What is known of the whole file while its events are told one by one.
struct Calendar<'a> {
    /// Occurrences that were changed, by UID and the time they were.
    moved: HashMap<&'a str, BTreeMap<Time, &'a Component>>,
    /// The start of the event that a UID is of.
    starts: HashMap<&'a str, Stamp>,
    /// The UIDs of what happens more than once.
    series: HashSet<&'a str>,
    /// Ids and, where a series is not in the file, titles and times of what has been told.
    told: HashSet<String>,
    rules: usize,
}

impl<'a> Calendar<'a> {
    fn of(masters: &[&'a Component], moved: &[&'a Component]) -> Self {
        let mut calendar = Self {
            moved: HashMap::new(),
            starts: HashMap::new(),
            series: HashSet::new(),
            told: HashSet::new(),
            rules: 0,
        };
        for master in masters {
            if let (Some(uid), Some(start)) = (master.uid(), start(master)) {
                calendar.starts.entry(uid).or_insert(start);
                calendar.series.extend(series::is_series(master).then_some(uid));
            }
        }
        for component in moved {
            let Some(uid) = component.uid() else { continue };
            let Some(was) = calendar.was(component) else { continue };
            let of_series = calendar.moved.entry(uid).or_default();
            // Of two changes of one occurrence the later edition holds.
            if of_series.get(&was).is_none_or(|other| sequence(other) <= sequence(component)) {
                of_series.insert(was, component);
            }
        }
        calendar
    }

    /// The time that a changed occurrence was at, as its series writes times.
    fn was(&self, component: &Component) -> Option<Time> {
        let was = Stamp::of(component.first("RECURRENCE-ID")?)?;
        let start = component.uid().and_then(|uid| self.starts.get(uid));
        Some(start.map_or(was.time, |start| was.within(start)))
    }

    fn tell(&mut self, component: &'a Component, out: &mut Out<'_>) -> Result<(), Stopped> {
        let mut event = event::event(component);
        self.resolve_links(&mut event);
        let Some(start) = dated(component, &event, out)? else {
            let id = component.uid().map(str::to_owned);
            return keep(component.row, id, event, out);
        };
        let length = length(component, &start, out)?;
        if !series::is_series(component) {
            let id = component.uid().map(|uid| self.new_id(uid.to_owned(), start.time));
            let event = event::at(&event, start.time, length, out.today);
            return self.tell_once(component.row, id, event, out);
        }
        self.rules += 1;
        if self.rules > MOST_RULES {
            out.fault(component.row, "RRULE", "", Problem::RuleNotFollowed)?;
            return self.tell_once(
                component.row,
                id_of(component, start.time),
                event::at(&event, start.time, length, out.today),
                out,
            );
        }
        let series = series::of(component, &start, out.today);
        for (column, value, problem) in series.faults {
            out.fault(component.row, column, &value, problem)?;
        }
        for (time, own) in series.occurrences {
            let changed = component
                .uid()
                .and_then(|uid| self.moved.get(uid))
                .and_then(|moved| moved.get(&time));
            match changed {
                Some(changed) => self.tell_moved(changed, out)?,
                None => {
                    let event = event::at(&event, time, own.unwrap_or(length), out.today);
                    self.tell_once(component.row, id_of(component, time), event, out)?;
                }
            }
        }
        Ok(())
    }

    /// A changed occurrence, which keeps the id of the occurrence it was.
    fn tell_moved(&mut self, component: &'a Component, out: &mut Out<'_>) -> Result<(), Stopped> {
        let was = self.was(component);
        let id = was.and_then(|was| id_of(component, was));
        let superseded = |moved: &BTreeMap<Time, &Component>| {
            was.and_then(|was| moved.get(&was))
                .is_some_and(|held| !std::ptr::eq(*held, component))
        };
        if id.as_ref().is_some_and(|id| self.told.contains(id))
            || component.uid().and_then(|uid| self.moved.get(uid)).is_some_and(superseded)
        {
            return Ok(());
        }
        if was.is_none() {
            let value = component.text("RECURRENCE-ID");
            out.fault(component.row, "RECURRENCE-ID", &value, Problem::DateUnread)?;
        }
        if component
            .first("RECURRENCE-ID")
            .and_then(|property| property.parameter("RANGE"))
            .is_some()
        {
            out.fault(component.row, "RECURRENCE-ID", "RANGE", Problem::RuleNotFollowed)?;
        }
        let mut event = event::event(component);
        self.resolve_links(&mut event);
        let Some(start) = dated(component, &event, out)? else {
            return keep(component.row, id, event, out);
        };
        let length = length(component, &start, out)?;
        let event = event::at(&event, start.time, length, out.today);
        // A file may hold the changed occurrences of a series that it tells under another id.
        let alone = component.uid().is_none_or(|uid| !self.starts.contains_key(uid));
        if alone && self.told.contains(&known_by(&event)) {
            return Ok(());
        }
        self.tell_once(component.row, id, event, out)
    }

    /// Tells an event unless it has been told under its id.
    fn tell_once(&mut self, row: u64, id: Option<String>, event: IncomingEvent, out: &mut Out<'_>) -> Result<(), Stopped> {
        if let Some(id) = &id
            && !self.told.insert(id.clone())
        {
            return Ok(());
        }
        self.told.insert(known_by(&event));
        keep(row, id, event, out)
    }

    /// Some programs give one UID to different events: the time tells them apart.
    fn new_id(&self, uid: String, time: Time) -> String {
        let first = self.starts.get(uid.as_str()).is_none_or(|start| start.time == time);
        if first { uid } else { format!("{uid}/{time}") }
    }

    /// What points at a series points at its first occurrence.
    fn resolve_links(&self, event: &mut IncomingEvent) {
        for (_, target) in &mut event.links {
            let first = self.starts.get(target.as_str()).filter(|_| self.series.contains(target.as_str()));
            if let Some(first) = first {
                *target = format!("{target}/{}", first.time);
            }
        }
    }
}

fn start(component: &Component) -> Option<Stamp> {
    component.first("DTSTART").and_then(Stamp::of)
}

fn sequence(component: &Component) -> u64 {
    component.text("SEQUENCE").trim().parse().unwrap_or(0)
}

/// The id of an occurrence: its series and the time it was at first.
fn id_of(component: &Component, time: Time) -> Option<String> {
    component.uid().map(|uid| format!("{uid}/{time}"))
}

/// What an event is known by where its id does not tell. No id holds a line break.
fn known_by(event: &IncomingEvent) -> String {
    let when = event.when.as_ref().map(|when| when.edtf.as_str()).unwrap_or_default();
    format!("{when}\n{}", event.title)
}

/// When it begins; reported where nothing readable says so.
fn dated(component: &Component, event: &IncomingEvent, out: &mut Out<'_>) -> Result<Option<Stamp>, Stopped> {
    let written = component.first("DTSTART").map(|property| property.value.as_str());
    // What was called off may name only the occurrence that it was.
    let was = || component.first("RECURRENCE-ID").filter(|_| written.is_none()).and_then(Stamp::of);
    let start = start(component).or_else(was);
    if start.is_none() {
        let problem = if written.is_some() { Problem::DateUnread } else { Problem::NoDate };
        out.fault(component.row, "DTSTART", written.unwrap_or(&event.title), problem)?;
    }
    Ok(start)
}

fn length(component: &Component, start: &Stamp, out: &mut Out<'_>) -> Result<TimeDelta, Stopped> {
    match times::length(start, component.first("DTEND"), component.first("DURATION")) {
        Ok(length) => Ok(length),
        Err((value, problem)) => {
            let column = if component.first("DTEND").is_some() { "DTEND" } else { "DURATION" };
            out.fault(component.row, column, &value, problem)?;
            Ok(TimeDelta::zero())
        }
    }
}

fn keep(row: u64, id: Option<String>, event: IncomingEvent, out: &mut Out<'_>) -> Result<(), Stopped> {
    if event.title.is_empty() {
        return out.fault(row, "SUMMARY", "", Problem::NoTitle);
    }
    out.event(row, id, event)
}
