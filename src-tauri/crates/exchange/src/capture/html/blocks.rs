//! Elements → paragraphs: what starts on a line of its own in a browser is a paragraph of its own in the text.

use super::clean;
use dom_query::NodeRef;

const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "tbody",
];

/// The text under a node. Walks without recursion, so that no nesting is too deep for it.
pub fn text(root: &NodeRef) -> String {
    let mut written = Written::default();
    let mut node = root.first_child();
    while let Some(current) = node {
        written.enter(&current);
        node = current.first_child().or_else(|| next_after(current, root, &mut written));
    }
    clean::text(&written.text)
}

/// Leaves a node and its ancestors until one has a next sibling.
fn next_after<'a>(node: NodeRef<'a>, root: &NodeRef<'a>, written: &mut Written) -> Option<NodeRef<'a>> {
    let mut current = node;
    loop {
        written.leave(&current);
        if let Some(next) = current.next_sibling() {
            return Some(next);
        }
        current = current.parent().filter(|parent| parent.id != root.id)?;
    }
}

#[derive(Default)]
struct Written {
    text: String,
    /// How many elements that keep white space are open.
    kept: usize,
}

impl Written {
    fn enter(&mut self, node: &NodeRef) {
        if node.is_text() {
            let text = node.text();
            return if self.kept > 0 {
                self.text.push_str(&text)
            } else {
                self.flow(&text)
            };
        }
        let Some(name) = node.node_name() else { return };
        match &*name {
            "br" => self.text.push('\n'),
            "tr" => self.start_line(),
            "td" | "th" if !self.text.is_empty() && !self.text.ends_with('\n') => self.text.push('\t'),
            name if BLOCKS.contains(&name) => self.start_paragraph(),
            _ => {}
        }
        self.kept += usize::from(&*name == "pre");
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.node_name().filter(|_| node.is_element()) else {
            return;
        };
        if BLOCKS.contains(&&*name) {
            self.start_paragraph();
        }
        self.kept -= usize::from(&*name == "pre").min(self.kept);
    }

    /// White space of the source is one space, and none at the start of a line.
    fn flow(&mut self, text: &str) {
        for letter in text.chars() {
            if !matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.text.push(letter);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
        }
    }

    fn start_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn start_paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(super::super::fragment(html).unwrap(), expected, "{html}");
    }

    #[test]
    fn blocks_are_paragraphs() {
        check("<h1>Title</h1><p>One\n two.</p><p>Three</p>", "Title\n\nOne two.\n\nThree");
        check("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc");
        check("<blockquote>“Quote”</blockquote>after", "“Quote”\n\nafter");
        check("<div><div><p>deep</p></div></div>", "deep");
        check("a<br>b<br><br>c", "a\nb\n\nc");
        check("<p>a <b>bold</b>, <i>x</i>y</p>", "a bold, xy");
        check("<pre>a\n  b</pre>", "a\n  b");
        check("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td");
        check("<p>漢<ruby>字<rt>じ</rt></ruby></p>", "漢字");
    }

    #[test]
    fn entities_and_directions_are_kept() {
        check("<p>Tom &amp; Jerry&nbsp;&lt;3", "Tom & Jerry\u{a0}<3");
        check("<p dir=rtl>ולדימיר פוטין \u{200f}נפגש</p>", "ולדימיר פוטין \u{200f}נפגש");
    }

    #[test]
    fn what_is_not_shown_is_dropped() {
        check("<p>a<script>alert(1)</script><style>b{}</style></p>", "a");
        check("<p hidden>x</p><p style='DISPLAY : none'>x</p><p aria-hidden=true>x</p>y", "y");
        check("<p style='color:red'>kept</p><noscript><p>x</p></noscript>", "kept");
        check("<template><p>x</p></template><svg><text>x</text></svg><button>x</button>a", "a");
    }
}
