//! Lines of a calendar → properties: folded lines joined, names and parameters told from values.

/// One property: `DTSTART;VALUE=DATE:20260105`.
#[derive(Debug)]
pub(super) struct Property {
    /// The line of the file where it begins.
    pub line: u64,
    /// In capitals.
    pub name: String,
    parameters: Vec<(String, String)>,
    /// As it stands there, escapes and all.
    pub value: String,
}

impl Property {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as a text, its escapes resolved.
    pub fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The values of a list, told apart before their escapes are resolved.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        let mut parts = vec![String::new()];
        let mut escaped = false;
        for letter in self.value.chars() {
            if letter == ',' && !escaped {
                parts.push(String::new());
            } else if let Some(part) = parts.last_mut() {
                part.push(letter);
            }
            escaped = letter == '\\' && !escaped;
        }
        parts.into_iter().map(|part| unescaped(&part))
    }
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            letter => text.push(letter),
        }
    }
    text
}

/// The properties of a text, and the numbers of lines that hold none.
pub(super) fn properties(text: &str) -> impl Iterator<Item = Result<Property, (u64, String)>> {
    let mut lines = (1_u64..).zip(text.lines()).peekable();
    std::iter::from_fn(move || {
        let (number, first) = lines.find(|(_, line)| !line.trim().is_empty())?;
        let mut whole = first.to_owned();
        // Some programs leave an empty line before the rest of a folded one.
        while let Some((_, line)) = lines.next_if(|(_, line)| line.is_empty() || line.starts_with([' ', '\t'])) {
            whole.push_str(line.get(1..).unwrap_or_default());
        }
        Some(parsed(&whole, number).ok_or((number, whole)))
    })
}

fn parsed(line: &str, number: u64) -> Option<Property> {
    let colon = outside_quotes(line, ':').next().or_else(|| line.find(':'))?;
    let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let mut parts = Vec::new();
    let mut from = 0;
    for at in outside_quotes(head, ';').chain([head.len()]) {
        parts.push(head.get(from..at)?);
        from = at + 1;
    }
    let mut parts = parts.into_iter();
    let name = parts.next()?.trim().to_ascii_uppercase();
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')) {
        return None;
    }
    let parameters = parts.filter_map(|part| part.split_once('='));
    let parameters = parameters.map(|(key, value)| (key.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()));
    Some(Property {
        line: number,
        name,
        parameters: parameters.collect(),
        value: value.to_owned(),
    })
}

/// Where a sign stands outside quotation marks.
fn outside_quotes(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    text.char_indices().filter_map(move |(at, letter)| {
        quoted ^= letter == '"';
        (letter == sign && !quoted).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Property {
        properties(text).next().unwrap().unwrap()
    }

    #[test]
    fn folded_lines_are_joined_behind_an_empty_line_as_well() {
        assert_eq!(only("SUMMARY:Sum\r\n mit\r\n  talks\r\n").value, "Summit talks");
        let odd = only("SUMMARY\n\n ;LANGUAGE=en\n :Summit\nUID:1\n");
        assert_eq!(
            (odd.name.as_str(), odd.parameter("LANGUAGE"), odd.value.as_str()),
            ("SUMMARY", Some("en"), "Summit")
        );
    }

    #[test]
    fn signs_within_quotation_marks_end_nothing() {
        let property = only("ATTENDEE;CN=\"Lee: a; b\";ROLE=CHAIR:mailto:a@example.org");
        assert_eq!(property.parameter("CN"), Some("Lee: a; b"));
        assert_eq!(property.value, "mailto:a@example.org");
    }

    #[test]
    fn lists_are_split_before_escapes_are_resolved() {
        let property = only("CATEGORIES:Talks\\, Seoul,Visit\\\\,Other\\nline");
        assert_eq!(property.texts().collect::<Vec<_>>(), ["Talks, Seoul", "Visit\\", "Other\nline"]);
    }

    #[test]
    fn a_line_that_is_no_property_is_named_by_its_number() {
        let found: Vec<_> = properties("A:1\n\nno property\nB:2").map(|line| line.map(|p| p.line)).collect();
        assert_eq!(found, [Ok(1), Err((3, "no property".to_owned())), Ok(4)]);
    }
}
