//! The head of a note, between lines of three dashes: keys with a text or a list.

/// So many lines long at most; what is longer is no head.
const LONGEST: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Front(Vec<(String, Vec<String>)>);

impl Front {
    /// What stands under a key.
    pub fn all(&self, key: &str) -> &[String] {
        let found = self.0.iter().find(|(name, _)| name == key);
        found.map(|(_, values)| values.as_slice()).unwrap_or_default()
    }

    pub fn first(&self, key: &str) -> &str {
        self.all(key).first().map(String::as_str).unwrap_or_default()
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key)
    }

    /// The body of the note, with what its head says before it: links stand there as well.
    pub fn with(&self, body: &str) -> String {
        let said = self.0.iter().filter(|(_, values)| !values.is_empty());
        let lines: Vec<String> = said.map(|(key, values)| format!("{key}: {}  ", values.join(", "))).collect();
        let body = body.trim();
        if lines.is_empty() {
            return body.to_owned();
        }
        [lines.join("\n").trim_end(), body].join("\n\n").trim_end().to_owned()
    }

    pub fn parse(lines: &[&str]) -> Self {
        let mut front = Self::default();
        for line in lines {
            let item = line.trim_start().strip_prefix("- ");
            match (item, line.split_once(':')) {
                (Some(item), _) => {
                    if let Some((_, values)) = front.0.last_mut() {
                        values.extend(value(item));
                    }
                }
                (None, Some((key, rest))) if !line.starts_with([' ', '\t', '#']) => {
                    front.0.push((key.trim().to_lowercase(), values(rest)));
                }
                _ => {}
            }
        }
        front
    }
}

/// The head, where there is one, and the rest.
pub(super) fn split(text: &str) -> (Option<Front>, &str) {
    let whole = text.trim_start();
    let Some(rest) = whole.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])) else {
        return (None, text);
    };
    let mut lines = Vec::new();
    let mut at = 0;
    for line in rest.split_inclusive('\n').take(LONGEST) {
        at += line.len();
        let line = line.trim_end();
        if line == "---" {
            return (Some(Front::parse(&lines)), rest.get(at..).unwrap_or_default());
        }
        lines.push(line);
    }
    (None, text)
}

/// `text`, `"text"`, `[one, two]`.
fn values(text: &str) -> Vec<String> {
    let text = text.trim();
    let list = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    match list.filter(|list| !list.starts_with('[')) {
        Some(list) => list.split(',').filter_map(value).collect(),
        None => value(text).into_iter().collect(),
    }
}

fn value(text: &str) -> Option<String> {
    let text = text.trim();
    let quoted = ['"', '\''].iter().find_map(|mark| text.strip_prefix(*mark)?.strip_suffix(*mark));
    let text = quoted.unwrap_or(text).trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_lists_are_read() {
        let (front, body) = split("---\ntitle: \"A: b\"\ntags: [x, 'y z']\nloc:\n  - \"[[Kyoto]]\"\n  - \"[[Japan]]\"\nend:\n---\nBody\n");
        let front = front.unwrap();
        assert_eq!(
            (front.first("title"), front.all("tags"), front.all("loc").len()),
            ("A: b", ["x".to_owned(), "y z".to_owned()].as_slice(), 2)
        );
        assert_eq!((front.first("end"), front.has("end"), body), ("", true, "Body\n"));
        assert_eq!(front.with(body), "title: A: b  \ntags: x, y z  \nloc: [[Kyoto]], [[Japan]]\n\nBody");
        assert!(split("---\nno end").0.is_none());
        assert!(split("----\na: b\n---\n").0.is_none());
    }
}
