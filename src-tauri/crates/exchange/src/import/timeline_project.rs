//! The Timeline Project: every moment has a time of day, also where only days are meant.

use chrono::NaiveTime;
use domain::{
    Edtf,
    event::When,
    incoming::{IncomingEvent, IncomingSource, Problem},
};
use std::collections::HashMap;

use super::xml::{Piece, Tree, Walk, begins_with};
use super::{ImportError, Out, dates, words};

/// Longer than so many days, an event is one of days: a minute more or less says nothing.
const DAYS_WITH_TIMES: i64 = 366;

/// So many topics of one event are read.
const MOST_TOPICS: usize = 100;

pub(super) fn is(start: &str) -> bool {
    begins_with(start, "timeline")
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let mut walk = Walk::new(text);
    let mut events = Vec::new();
    let mut calendar = None;
    let failed = loop {
        match next_tree(&mut walk) {
            Ok(Some(tree)) if tree.element.name == "event" => events.push(tree),
            Ok(Some(tree)) if tree.element.name == "timetype" => calendar = Some(tree.text.trim().to_owned()),
            Ok(Some(_)) => {}
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    // Numbers and the calendars of other worlds are no dates.
    if let Some(other) = calendar.filter(|calendar| !calendar.is_empty() && calendar != "gregoriantime") {
        out.fault(0, "timetype", &other, Problem::NothingToKeep)?;
        return Ok(());
    }
    let file = File::of(&events);
    for event in &events {
        file.tell(event, out)?;
    }
    failed.map_or(Ok(()), Err)
}

/// The next part of the file that is read as a whole.
fn next_tree(walk: &mut Walk) -> Result<Option<Tree>, ImportError> {
    while let Some(piece) = walk.next()? {
        if let Piece::Open(element) = piece
            && !matches!(element.name.as_str(), "timeline" | "events")
        {
            return walk.tree(element).map(Some);
        }
    }
    Ok(None)
}

/// What the file as a whole tells.
struct File {
    /// The titles of containers by their numbers.
    containers: HashMap<String, String>,
    /// No event lasts: the times of day are those when the entries were made.
    times_mean_nothing: bool,
}

impl File {
    fn of(events: &[Tree]) -> Self {
        let containers = events.iter().filter_map(|event| {
            let (mark, title) = marked(event.text_of("text"));
            mark.filter(|mark| mark.container).map(|mark| (mark.number, words::line(title)))
        });
        let moments = events.iter().all(|event| event.text_of("start") == event.text_of("end"));
        Self {
            containers: containers.collect(),
            times_mean_nothing: moments && events.iter().any(|event| event.text_of("start").ends_with(" 00:00:00")),
        }
    }

    fn tell(&self, tree: &Tree, out: &mut Out<'_>) -> Result<(), ImportError> {
        let row = tree.element.row;
        let (mark, title) = marked(tree.text_of("text"));
        let summary = words::plain(tree.text_of("description"));
        let title = words::titled(title, &summary);
        if title.is_empty() {
            return Ok(out.fault(row, "text", "", Problem::NoTitle)?);
        }
        let member_of = mark
            .filter(|mark| !mark.container)
            .and_then(|mark| self.containers.get(&mark.number));
        let url = words::web(tree.text_of("hyperlink"));
        let event = IncomingEvent {
            title,
            when: self.when(tree, out)?.map(When::on),
            topics: topics(tree, member_of),
            summary,
            source: url.map(|url| IncomingSource {
                url,
                ..IncomingSource::default()
            }),
            ..IncomingEvent::default()
        };
        Ok(out.event(row, None, event)?)
    }

    fn when(&self, tree: &Tree, out: &mut Out<'_>) -> Result<Option<Edtf>, ImportError> {
        let row = tree.element.row;
        let (start, end) = (tree.text_of("start"), tree.text_of("end"));
        let Some(first) = Moment::parse(start) else {
            let problem = if start.is_empty() { Problem::NoDate } else { Problem::DateUnread };
            out.fault(row, "start", start, problem)?;
            return Ok(None);
        };
        let last = if end.is_empty() { Some(first) } else { Moment::parse(end) };
        if last.is_none() {
            out.fault(row, "end", end, Problem::EndUnread)?;
        }
        let last = last.unwrap_or(first);
        if last < first {
            out.fault(row, "end", end, Problem::EndBeforeStart)?;
        }
        let last = last.max(first);
        let days = self.times_mean_nothing || (first.is_midnight() && last.is_midnight()) || first.days_to(last) > DAYS_WITH_TIMES;
        let is = |name: &str| tree.text_of(name).eq_ignore_ascii_case("true");
        let fuzzy = [is("fuzzy") || is("fuzzy_start"), is("fuzzy") || is("fuzzy_end")];
        let (Some(from), Some(to)) = (first.edtf(days, fuzzy[0]), last.edtf(days, fuzzy[1])) else {
            out.fault(row, "start", start, Problem::DateUnread)?;
            return Ok(None);
        };
        if is("ends_today") {
            return Ok(Edtf::parse(&format!("{from}/..")).ok().or(Some(from)));
        }
        Ok(dates::interval(&from, &to).or(Some(from)))
    }
}

/// A moment as the program writes it: `-473-03-15 08:47:24`, its year in any number of figures, 0 being 1 BC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    year: i64,
    month: u32,
    day: u32,
    time: NaiveTime,
}

impl Moment {
    fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once(' ')?;
        let (sign, date) = date.strip_prefix('-').map_or((1, date), |date| (-1, date));
        let mut parts = date.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            year: sign * year.parse::<i64>().ok().filter(|year| (0..=9_999).contains(year))?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
            time: NaiveTime::parse_from_str(time, "%H:%M:%S").ok()?,
        })
    }

    fn is_midnight(self) -> bool {
        self.time == NaiveTime::MIN
    }

    /// About how many days; exact enough to tell a year from a week.
    fn days_to(self, later: Self) -> i64 {
        (later.year - self.year) * 365 + (i64::from(later.month) - i64::from(self.month)) * 30 + i64::from(later.day) - i64::from(self.day)
    }

    /// A fuzzy moment is one about its day.
    fn edtf(self, days: bool, fuzzy: bool) -> Option<Edtf> {
        let day = dates::of_parts(self.year, Some(self.month), Some(self.day))?;
        let text = match (days, fuzzy) {
            (_, true) => format!("{day}~"),
            (true, false) => return Some(day),
            (false, false) => format!("{day}T{}", self.time.format("%H:%M:%S")),
        };
        Edtf::parse(&text).ok()
    }
}

/// `[2]` before a title makes it container 2, `(2)` a part of it.
struct Mark {
    container: bool,
    number: String,
}

fn marked(text: &str) -> (Option<Mark>, &str) {
    let inner = text.trim();
    for (container, open, close) in [(true, '[', ']'), (false, '(', ')')] {
        if let Some((number, title)) = inner.strip_prefix(open).and_then(|rest| rest.split_once(close))
            && !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
        {
            let number = number.to_owned();
            return (Some(Mark { container, number }), title);
        }
    }
    (None, text)
}

fn topics(tree: &Tree, member_of: Option<&String>) -> Vec<String> {
    let one = tree.named("category").map(|category| category.text.as_str());
    let several = tree
        .named("categories")
        .flat_map(|list| list.named("category"))
        .map(|category| category.text.as_str());
    let labels = tree.text_of("labels").split([' ', ',', ';']);
    let stated = one.chain(several).chain(labels).take(MOST_TOPICS);
    let mut topics: Vec<String> = Vec::new();
    for topic in stated.chain(member_of.map(String::as_str)).map(words::line) {
        if !topic.is_empty() && !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}
