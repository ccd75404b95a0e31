//! XML → elements, one after the other, and the small trees that things of a file are. Names are without their prefix; nothing recurses.

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::ImportError;

/// What is nested deeper in a thing than any format nests is left out.
const DEEPEST: usize = 64;

#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub name: String,
    /// The line where it begins.
    pub row: u64,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute, without blanks at its ends; `None` where it is missing or blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub element: Element,
    /// The text directly in it.
    pub text: String,
    pub children: Vec<Tree>,
}

impl Tree {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.element.get(name)
    }

    pub fn child(&self, name: &str) -> Option<&Tree> {
        self.named(name).next()
    }

    pub fn named(&self, name: &str) -> impl Iterator<Item = &Tree> {
        self.children.iter().filter(move |child| child.element.name == name)
    }

    /// The text of a child, without blanks at its ends; empty where there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.child(name).map(|child| child.text.trim()).unwrap_or_default()
    }

    /// It and all elements in it, in the order of the file.
    pub fn all(&self) -> Vec<&Tree> {
        let mut found = Vec::new();
        let mut open = vec![self];
        while let Some(tree) = open.pop() {
            found.push(tree);
            open.extend(tree.children.iter().rev());
        }
        found
    }
}

pub(crate) enum Piece {
    Open(Element),
    Close,
    Text(String),
}

/// Goes through a text from its first element to its last.
pub(crate) struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    /// Lines are counted up to here.
    counted: usize,
    row: u64,
}

impl<'a> Walk<'a> {
    pub fn new(text: &'a str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            text,
            counted: 0,
            row: 1,
        }
    }

    /// `None` at the end.
    pub fn next(&mut self) -> Result<Option<Piece>, ImportError> {
        loop {
            let begin = self.position();
            let event = self.reader.read_event().map_err(damaged)?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    let row = self.row_at(begin);
                    Piece::Open(element(&start, row)?)
                }
                Event::End(_) => Piece::Close,
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let sign = reference.resolve_char_ref().map_err(damaged)?.map(String::from);
                    let name = reference.xml10_content();
                    // An entity of its own stays as it is written.
                    let named = || resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned);
                    Piece::Text(sign.unwrap_or_else(named))
                }
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// The rest of an element that was just opened.
    pub fn tree(&mut self, element: Element) -> Result<Tree, ImportError> {
        let mut open = vec![Tree {
            element,
            ..Tree::default()
        }];
        // How many elements are open that are too deep to be kept.
        let mut beyond = 0_u64;
        while let Some(piece) = self.next()? {
            match piece {
                Piece::Open(_) if open.len() >= DEEPEST => beyond += 1,
                Piece::Open(element) => open.push(Tree {
                    element,
                    ..Tree::default()
                }),
                Piece::Text(text) if beyond == 0 => {
                    if let Some(tree) = open.last_mut() {
                        tree.text.push_str(&text);
                    }
                }
                Piece::Text(_) => {}
                Piece::Close if beyond > 0 => beyond -= 1,
                Piece::Close => {
                    let Some(done) = open.pop() else { break };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => return Ok(done),
                    }
                }
            }
        }
        Err(ImportError::Malformed("it ends within an element".to_owned()))
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn row_at(&mut self, position: usize) -> u64 {
        let passed = self.text.as_bytes().get(self.counted..position).unwrap_or_default();
        let lines = passed.iter().filter(|byte| **byte == b'\n').count();
        self.row += u64::try_from(lines).unwrap_or_default();
        self.counted = self.counted.max(position);
        self.row
    }
}

/// Whether the first element of a text has a name.
pub(crate) fn begins_with(start: &str, name: &str) -> bool {
    if !start.trim_start().starts_with('<') {
        return false;
    }
    let mut walk = Walk::new(start);
    loop {
        match walk.next() {
            Ok(Some(Piece::Open(element))) => return element.name == name,
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => return false,
        }
    }
}

fn element(start: &BytesStart, row: u64) -> Result<Element, ImportError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        let value = match attribute.normalized_value(XmlVersion::Explicit1_0) {
            Ok(value) => value.into_owned(),
            // An entity that is not known stays as it is written.
            Err(_) => attribute.value.clone().into_owned(),
        };
        attributes.push((attribute.key.local_name().into_inner().to_owned(), value));
    }
    Ok(Element {
        name: start.local_name().into_inner().to_owned(),
        row,
        attributes,
    })
}

fn damaged(error: impl std::fmt::Display) -> ImportError {
    ImportError::Malformed(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        let mut walk = Walk::new(text);
        loop {
            match walk.next().unwrap() {
                Some(Piece::Open(element)) => return walk.tree(element).unwrap(),
                Some(_) => {}
                None => panic!("no element"),
            }
        }
    }

    #[test]
    fn rows_texts_and_attributes_are_those_of_the_file() {
        let tree = tree("<?xml version='1.0'?>\n<!-- a -->\n<x:a b=' &lt;c&gt; '>\n<d>R&amp;D &#65;<![CDATA[ <e> ]]></d>\n\n<f/>\n</x:a>");
        assert_eq!((tree.element.name.as_str(), tree.element.row, tree.get("b")), ("a", 3, Some("<c>")));
        assert_eq!(tree.text_of("d"), "R&D A <e>");
        assert_eq!(tree.child("f").unwrap().element.row, 6);
    }

    #[test]
    fn what_is_nested_too_deep_is_left_out() {
        let text = format!("<a>{}text{}<c/></a>", "<b>".repeat(100_000), "</b>".repeat(100_000));
        let tree = tree(&text);
        assert_eq!(tree.children.len(), 2);
        assert_eq!(tree.all().len(), DEEPEST + 1);
    }
}
