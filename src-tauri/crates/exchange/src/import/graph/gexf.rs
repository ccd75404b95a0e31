//! GEXF 1.1 to 1.3.

use domain::{incoming::Problem, period::End};
use std::collections::HashMap;

use super::times::{Time, time};
use super::{Edge, MOST, Nodes, Period};
use crate::import::xml::{Element, Piece, Tree, Walk, begins_with};
use crate::import::{ImportError, Out, Stopped, words};

pub(in crate::import) fn is(start: &str) -> bool {
    begins_with(start, "gexf")
}

pub(in crate::import) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let mut walk = Walk::new(text);
    let mut graph = Graph::default();
    let mut nodes = Nodes::default();
    while let Some(piece) = walk.next()? {
        let Piece::Open(element) = piece else { continue };
        match element.name.as_str() {
            "graph" => graph.element = element,
            "attributes" => graph.add_attributes(&walk.tree(element)?),
            "node" => {
                let tree = walk.tree(element)?;
                // A node may hold nodes of its own.
                for node in tree.all().into_iter().filter(|part| part.element.name == "node") {
                    let said: Vec<String> = graph.values("node", node).iter().map(Value::line).collect();
                    nodes.tell(node.element.row, node.get("id"), node.get("label").unwrap_or_default(), &said, out)?;
                }
            }
            "edge" => graph.tell_edge(&walk.tree(element)?, &nodes, out)?,
            _ => {}
        }
    }
    Ok(nodes.finish(out)?)
}

#[derive(Default)]
struct Graph {
    element: Element,
    /// Titles and default values of what nodes and edges say of themselves, by class and id.
    attributes: HashMap<(String, String), (String, Option<String>)>,
}

impl Graph {
    fn add_attributes(&mut self, tree: &Tree) {
        let class = tree.get("class").unwrap_or("node");
        for attribute in tree.named("attribute") {
            let Some(id) = attribute.get("id") else { continue };
            let default = attribute.child("default");
            let default = default.map(|default| default.get("text").unwrap_or(default.text.trim()).to_owned());
            let title = attribute.get("title").unwrap_or(id).to_owned();
            if self.attributes.len() >= MOST {
                return;
            }
            self.attributes.insert(
                (class.to_owned(), id.to_owned()),
                (title, default.filter(|default| !default.is_empty())),
            );
        }
    }

    fn tell_edge(&self, tree: &Tree, nodes: &Nodes, out: &mut Out<'_>) -> Result<(), Stopped> {
        let kind = tree.get("type").or(self.element.get("defaultedgetype"));
        let edge = Edge {
            row: tree.element.row,
            id: tree.get("id"),
            source: tree.get("source"),
            target: tree.get("target"),
            label: tree.get("label").unwrap_or_default(),
            mutual: kind != Some("directed"),
        };
        let values = self.values("edge", tree);
        let mut periods = Vec::new();
        let spans = self.spans(tree);
        if spans.len() > MOST {
            out.fault(tree.element.row, "spells", &format!("more than {MOST}"), Problem::TooLong)?;
        }
        for (from, to) in spans.into_iter().take(MOST) {
            periods.push(period(tree.element.row, from, to, &values, out)?);
        }
        edge.tell(periods, nodes, out)
    }

    /// The two ends of every period of an edge; one period without ends where nothing says when it was.
    fn spans<'a>(&'a self, tree: &'a Tree) -> Vec<(Option<&'a str>, Option<&'a str>)> {
        let spells = tree.named("spells").flat_map(|spells| spells.named("spell"));
        let spells: Vec<_> = spells.filter_map(|spell| span(&spell.element)).collect();
        let packed = || tree.get("spells").or(tree.get("intervals")).or(tree.get("timestamps")).map(packed);
        let own = || span(&tree.element).or_else(|| span_of_slice(&self.element));
        match (spells.is_empty(), packed()) {
            (false, _) => spells,
            (true, Some(packed)) if !packed.is_empty() => packed,
            _ => vec![own().unwrap_or_default()],
        }
    }

    fn values(&self, class: &str, tree: &Tree) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        // Some programs leave out the list around a value, others write two lists.
        let listed = tree.named("attvalues").flat_map(|list| list.named("attvalue"));
        for value in listed.chain(tree.named("attvalue")).take(MOST) {
            let Some(id) = value.get("for").or(value.get("id")) else { continue };
            let title = self
                .attributes
                .get(&(class.to_owned(), id.to_owned()))
                .map_or(id, |(title, _)| title);
            values.push(Value {
                line: format!("{}: {}", words::line(title), words::line(value.get("value").unwrap_or_default())),
                id: id.to_owned(),
                span: span(&value.element).map(|(from, to)| (time(from), time(to))),
            });
        }
        if let Some(weight) = tree.get("weight") {
            values.push(Value {
                line: format!("weight: {weight}"),
                id: "weight".to_owned(),
                span: None,
            });
        }
        let unsaid = self.defaults(class, &values);
        values.extend(unsaid);
        values
    }

    /// What holds where an element says nothing else.
    fn defaults(&self, class: &str, said: &[Value]) -> Vec<Value> {
        let of_class = self.attributes.iter().filter(|((of, _), _)| of == class);
        let unsaid = of_class.filter(|((_, id), _)| !said.iter().any(|value| value.id == *id));
        let mut defaults: Vec<Value> = unsaid
            .filter_map(|((_, id), (title, default))| {
                let line = format!("{}: {}", words::line(title), default.as_ref()?);
                Some(Value {
                    id: id.clone(),
                    line,
                    span: None,
                })
            })
            .collect();
        defaults.sort_by(|one, other| one.id.cmp(&other.id));
        defaults
    }
}

/// What an edge says of itself, and when where it says so.
struct Value {
    id: String,
    line: String,
    span: Option<(Time, Time)>,
}

impl Value {
    /// Its line; `None` where it was at another time than the period.
    fn within(&self, from: &Time, to: &Time) -> Option<String> {
        let earliest = |time: &Time| if let Time::At(edtf) = time { edtf.earliest() } else { None };
        let before = |end: &Time, start: &Time| earliest(end).zip(earliest(start)).is_some_and(|(end, start)| end < start);
        let apart = self
            .span
            .as_ref()
            .is_some_and(|(first, last)| before(last, from) || before(to, first));
        (!apart).then(|| self.line())
    }

    /// With the time where it has one.
    fn line(&self) -> String {
        let Some((first, last)) = &self.span else {
            return self.line.clone();
        };
        let text = |time: &Time| {
            if let Time::At(edtf) = time {
                edtf.to_string()
            } else {
                "..".to_owned()
            }
        };
        let when = if first == last {
            text(first)
        } else {
            format!("{}/{}", text(first), text(last))
        };
        format!("{} ({when})", self.line)
    }
}

fn period(row: u64, from: Option<&str>, to: Option<&str>, values: &[Value], out: &mut Out<'_>) -> Result<Period, Stopped> {
    let (first, last) = (time(from), time(to));
    if first == Time::Unread {
        out.fault(row, "start", from.unwrap_or_default(), Problem::DateUnread)?;
    }
    if last == Time::Unread {
        out.fault(row, "end", to.unwrap_or_default(), Problem::EndUnread)?;
    }
    let lines: Vec<String> = values.iter().filter_map(|value| value.within(&first, &last)).collect();
    let unread = last == Time::Unread;
    let (start, mut end) = (first.edtf(), last.edtf());
    let backwards = start
        .as_ref()
        .zip(end.as_ref())
        .is_some_and(|(start, end)| end.latest() < start.earliest());
    if backwards {
        out.fault(row, "end", to.unwrap_or_default(), Problem::EndBeforeStart)?;
        end = None;
    }
    Ok(Period {
        start,
        end: match end {
            Some(end) => End::On(end),
            None if unread || backwards => End::Unknown,
            None => End::Ongoing,
        },
        summary: lines.join("\n"),
    })
}

/// The ends that an element gives itself; a moment is both.
fn span(element: &Element) -> Option<(Option<&str>, Option<&str>)> {
    let moment = element.get("timestamp");
    let from = element.get("start").or(element.get("startopen")).or(moment);
    let to = element.get("end").or(element.get("endopen")).or(moment);
    (from.is_some() || to.is_some()).then_some((from, to))
}

/// A graph that is a slice of a longer one says when it was.
fn span_of_slice(graph: &Element) -> Option<(Option<&str>, Option<&str>)> {
    (graph.get("mode") == Some("slice")).then(|| span(graph)).flatten()
}

/// `<[2004, 2005]; [2007, 2009]>`, `<[2004, 2005, 2007]>` of moments.
fn packed(text: &str) -> Vec<(Option<&str>, Option<&str>)> {
    let inner = text.trim_matches(['<', '>', ' ']);
    let parts: Vec<&str> = inner.split(';').map(|part| part.trim_matches(['[', ']', '(', ')', ' '])).collect();
    let intervals: Option<Vec<_>> = parts.iter().map(|part| part.split_once(',')).collect();
    match intervals {
        Some(intervals) if text.contains(';') || intervals.iter().all(|(_, to)| !to.contains(',')) => intervals
            .into_iter()
            .map(|(from, to)| (Some(from.trim()), Some(to.trim())))
            .collect(),
        _ => parts
            .iter()
            .flat_map(|part| part.split(','))
            .map(str::trim)
            .filter(|moment| !moment.is_empty())
            .map(|moment| (Some(moment), Some(moment)))
            .collect(),
    }
}
