//! Texts of files: one line of them, their words without markup, and addresses that lead somewhere.

use domain::{incoming::IncomingPlace, place::Coordinates};

use crate::capture::html;

/// What a title is cut to where it was taken from a longer text, in characters.
const LONGEST_TITLE: usize = 200;

/// One line: every run of white space is one space.
pub(crate) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The title; where there is none, the first line of what is said, as the programs show it.
pub(crate) fn titled(title: &str, said: &str) -> String {
    let title = line(title);
    if !title.is_empty() {
        return title;
    }
    let first = said.lines().map(line).find(|line| !line.is_empty()).unwrap_or_default();
    first.chars().take(LONGEST_TITLE).collect()
}

/// A text that may be HTML as plain text: paragraphs stay paragraphs.
pub(crate) fn plain(text: &str) -> String {
    if !is_markup(text) {
        return clean(text);
    }
    // Where no tag says where lines end, the line ends do.
    let blocks = ["<br", "<p>", "<p ", "<div", "<li"].iter().any(|tag| text.contains(tag));
    let html = if blocks { text.to_owned() } else { text.replace('\n', "<br>") };
    html::fragment(&html).unwrap_or_else(|_| clean(text))
}

/// Whether a text is HTML: a tag or an entity stands in it.
fn is_markup(text: &str) -> bool {
    let tag = text.match_indices('<').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let named = rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        named
            && rest
                .find(['>', '<'])
                .is_some_and(|end| rest.get(end..).is_some_and(|end| end.starts_with('>')))
    });
    tag || ["&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#"]
        .iter()
        .any(|entity| text.contains(entity))
}

/// Without control characters and blanks at either end.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept: String = text.chars().filter(|&c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim().to_owned()
}

/// A place by its name; one without a name is called by its coordinates, since nothing without a name is kept.
pub(crate) fn place(name: &str, coordinates: Option<Coordinates>) -> Option<IncomingPlace> {
    let name = line(name);
    let called = |at: Coordinates| format!("{:.5}, {:.5}", at.latitude(), at.longitude());
    let name = if name.is_empty() { coordinates.map(called)? } else { name };
    Some(IncomingPlace {
        name,
        coordinates,
        ..IncomingPlace::default()
    })
}

/// An address of the web; `None` for paths, mail and what is no address.
pub(crate) fn web(address: &str) -> Option<String> {
    let address = address.trim();
    let url = url::Url::parse(address).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.host_str().is_some()).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_read_and_plain_text_is_left() {
        assert_eq!(plain("a <b>firm</b> reply<br>next"), "a firm reply\nnext");
        assert_eq!(plain("2 < 3 and 5 > 4\nnext"), "2 < 3 and 5 > 4\nnext");
        assert_eq!(plain("see <i>this</i>\nnext"), "see this\nnext");
        assert_eq!(plain("R&amp;D"), "R&D");
    }

    #[test]
    fn a_thing_without_a_title_is_called_by_its_first_line() {
        assert_eq!(titled("  Summit \n talks", "more"), "Summit talks");
        assert_eq!(titled(" ", "\n First line\nsecond"), "First line");
    }

    #[test]
    fn only_addresses_of_the_web_lead_somewhere() {
        assert_eq!(web(" https://example.org/a ").as_deref(), Some("https://example.org/a"));
        for none in ["mailto:a@example.org", "image.jpg", "C:\\a.png", "javascript:1", ""] {
            assert_eq!(web(none), None, "{none}");
        }
    }
}
