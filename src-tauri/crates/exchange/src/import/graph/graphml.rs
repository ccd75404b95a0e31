//! GraphML. It has no time of its own: keys by the names of `start` and `end` are taken for one.

use domain::{incoming::Problem, period::End};
use std::collections::HashMap;

use super::times::{Time, time};
use super::{Edge, MOST, Nodes, Period};
use crate::import::xml::{Piece, Tree, Walk, begins_with};
use crate::import::{ImportError, Out, Stopped, words};

const STARTS: [&str; 4] = ["start", "from", "since", "valid_from"];
const ENDS: [&str; 4] = ["end", "to", "until", "valid_to"];

pub(in crate::import) fn is(start: &str) -> bool {
    begins_with(start, "graphml")
}

pub(in crate::import) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let mut walk = Walk::new(text);
    let mut graph = Graph::default();
    let mut nodes = Nodes::default();
    while let Some(piece) = walk.next()? {
        let Piece::Open(element) = piece else { continue };
        match element.name.as_str() {
            "graph" => graph.undirected = element.get("edgedefault") == Some("undirected"),
            "key" => graph.add_key(&walk.tree(element)?),
            "node" => graph.tell_node(&walk.tree(element)?, &mut nodes, out)?,
            "edge" => graph.tell_edge(&walk.tree(element)?, graph.undirected, &nodes, out)?,
            "hyperedge" => {
                let tree = walk.tree(element)?;
                out.fault(
                    tree.element.row,
                    "hyperedge",
                    tree.get("id").unwrap_or_default(),
                    Problem::NothingToKeep,
                )?;
            }
            _ => {}
        }
    }
    Ok(nodes.finish(out)?)
}

#[derive(Default)]
struct Graph {
    undirected: bool,
    /// What keys are called, by what they are for and their ids.
    keys: HashMap<(String, String), Key>,
}

struct Key {
    name: String,
    default: Option<String>,
}

/// A name and a value that an element has.
type Data = (String, String);

impl Graph {
    fn add_key(&mut self, tree: &Tree) {
        let Some(id) = tree.get("id").filter(|_| self.keys.len() < MOST) else {
            return;
        };
        let name = tree.get("attr.name").unwrap_or(id).to_owned();
        let default = tree.child("default").map(|default| default.text.trim().to_owned());
        let default = default.filter(|default| !default.is_empty());
        let whose = tree.get("for").unwrap_or("all").to_owned();
        self.keys.insert((whose, id.to_owned()), Key { name, default });
    }

    /// What an element says, and what its keys say by default.
    fn data(&self, whose: &str, tree: &Tree) -> Vec<Data> {
        let key = |id: &str| {
            ["all", whose]
                .into_iter()
                .find_map(|whose| self.keys.get(&(whose.to_owned(), id.to_owned())))
        };
        let said: Vec<(&str, String)> = tree
            .named("data")
            .take(MOST)
            .filter_map(|data| Some((data.get("key")?, words::plain(&shown(data)))))
            .collect();
        let mut by_default: Vec<_> = self.keys.iter().filter(|((of, _), _)| of == whose || of == "all").collect();
        by_default.retain(|((_, id), _)| !said.iter().any(|(said, _)| said == id));
        by_default.sort_by_key(|(whose, _)| *whose);
        let by_default = by_default
            .into_iter()
            .filter_map(|(_, key)| Some((key.name.clone(), key.default.clone()?)));
        let said = said
            .iter()
            .map(|(id, value)| (key(id).map_or(*id, |key| key.name.as_str()).to_owned(), value.clone()));
        let data: Vec<Data> = said.chain(by_default).filter(|(_, value)| !value.is_empty()).collect();
        data
    }

    fn tell_node(&self, tree: &Tree, nodes: &mut Nodes, out: &mut Out<'_>) -> Result<(), Stopped> {
        // A node may hold a graph of its own.
        let parts = tree.all();
        for node in parts.iter().filter(|part| part.element.name == "node") {
            let data = self.data("node", node);
            let label = label(&data);
            let said: Vec<String> = data.iter().filter(|(_, value)| *value != label).map(line).collect();
            nodes.tell(node.element.row, node.get("id"), &label, &said, out)?;
        }
        for edge in parts.iter().filter(|part| part.element.name == "edge") {
            self.tell_edge(edge, self.undirected, nodes, out)?;
        }
        Ok(())
    }

    fn tell_edge(&self, tree: &Tree, undirected: bool, nodes: &Nodes, out: &mut Out<'_>) -> Result<(), Stopped> {
        let data = self.data("edge", tree);
        let directed = tree
            .get("directed")
            .map_or(!undirected, |directed| matches!(directed, "true" | "1"));
        let edge = Edge {
            row: tree.element.row,
            id: tree.get("id"),
            source: tree.get("source"),
            target: tree.get("target"),
            label: &label(&data),
            mutual: !directed,
        };
        edge.tell(vec![period(&data)], nodes, out)
    }
}

/// The text of a value; yEd draws it in elements of its own.
fn shown(data: &Tree) -> String {
    let drawn = data.all().into_iter().find(|part| part.element.name.ends_with("Label"));
    drawn.unwrap_or(data).text.trim().to_owned()
}

fn label(data: &[Data]) -> String {
    let named = |name: &str| data.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    let found = ["label", "name", "title", "nodegraphics", "edgegraphics"]
        .iter()
        .find_map(|name| named(name));
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

fn line((name, value): &Data) -> String {
    format!("{}: {}", words::line(name), words::line(value))
}

fn period(data: &[Data]) -> Period {
    let when = |names: &[&str]| {
        let found = data.iter().find(|(key, _)| names.iter().any(|name| key.eq_ignore_ascii_case(name)));
        found.map_or(Time::Open, |(_, value)| time(Some(value)))
    };
    let (start, end) = (when(&STARTS).edtf(), when(&ENDS).edtf());
    let backwards = start
        .as_ref()
        .zip(end.as_ref())
        .is_some_and(|(start, end)| end.latest() < start.earliest());
    let lines: Vec<String> = data.iter().map(line).collect();
    Period {
        start,
        end: match end {
            Some(_) if backwards => End::Unknown,
            Some(end) => End::On(end),
            None => End::Ongoing,
        },
        summary: lines.join("\n"),
    }
}
