//! The subset of Markdown a brief prints, as values: the template never sees markup, so nothing a person wrote can become Typst code.
//!
//! Blocks: paragraphs, `#` headings, `-`/`*`/`1.` lists (one level, with indentation as depth), `>` quotes, code fences. Inline: `**strong**`,
//! `*emphasis*`, `` `code` ``, `[text](address)` with http, https or mailto, and `[[name]]` or `[[name|shown]]`. Everything else stands as written.

use serde::Serialize;

mod inline;

pub use inline::{Span, opens, spans};

/// A block of text with its inline spans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    pub kind: BlockKind,
    /// Nesting of a list item, 0 and up; 0 elsewhere.
    pub depth: usize,
    /// Marker of a list item: "•" or "3."; empty elsewhere.
    pub marker: String,
    pub spans: Vec<Span>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    Paragraph,
    Heading,
    Item,
    Quote,
    Code,
}

/// The blocks of a Markdown text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for line in text.lines() {
        reader.line(line);
    }
    reader.finish();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Option<(BlockKind, String)>,
    fenced: bool,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            self.finish();
            self.fenced = !self.fenced;
        } else if self.fenced {
            self.push(BlockKind::Code, 0, "", vec![Span::plain(line)]);
        } else if trimmed.is_empty() {
            self.finish();
        } else if let Some(heading) = heading(trimmed) {
            self.finish();
            self.push(BlockKind::Heading, 0, "", spans(heading));
        } else if let Some((marker, rest)) = item(trimmed) {
            self.finish();
            let depth = (line.len() - line.trim_start().len()) / 2;
            self.push(BlockKind::Item, depth.min(4), &marker, spans(rest));
        } else if let Some(rest) = trimmed.strip_prefix('>') {
            self.extend(BlockKind::Quote, rest.trim());
        } else {
            self.extend(BlockKind::Paragraph, trimmed);
        }
    }

    fn extend(&mut self, kind: BlockKind, line: &str) {
        match &mut self.open {
            Some((open, text)) if *open == kind => {
                text.push(' ');
                text.push_str(line);
            }
            _ => {
                self.finish();
                self.open = Some((kind, line.to_owned()));
            }
        }
    }

    fn finish(&mut self) {
        if let Some((kind, text)) = self.open.take() {
            self.push(kind, 0, "", spans(&text));
        }
    }

    fn push(&mut self, kind: BlockKind, depth: usize, marker: &str, spans: Vec<Span>) {
        self.blocks.push(Block {
            kind,
            depth,
            marker: marker.to_owned(),
            spans,
        });
    }
}

/// The text of an ATX heading.
fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| rest.trim().trim_end_matches('#').trim_end())
}

/// Marker and text of a list item.
fn item(line: &str) -> Option<(String, &str)> {
    if let Some(rest) = line
        .strip_prefix("- ")
        .or_else(|| line.strip_prefix("* "))
        .or_else(|| line.strip_prefix("+ "))
    {
        return Some(("•".to_owned(), rest.trim()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix(". ")?;
    ((1..=9).contains(&digits)).then(|| (format!("{}.", &line[..digits]), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let shown: Vec<String> = blocks(text)
            .iter()
            .map(|block| {
                format!(
                    "{:?}{}{}:{}",
                    block.kind,
                    block.depth,
                    block.marker,
                    block.spans.iter().map(Span::sketch).collect::<String>()
                )
            })
            .collect();
        assert_eq!(shown.join("/"), expect, "{text:?}");
    }

    #[test]
    fn blocks_are_told_apart() {
        check("one\ntwo\n\nthree", "Paragraph0:one two/Paragraph0:three");
        check("## Head ##\ntext", "Heading0:Head/Paragraph0:text");
        check("#no heading", "Paragraph0:#no heading");
        check("- a\n  - b\n12. c", "Item0•:a/Item1•:b/Item012.:c");
        check("> a\n> b", "Quote0:a b");
        check("```\n#let x = 1\n```\nafter", "Code0:#let x = 1/Paragraph0:after");
        check("2026. was", "Item02026.:was");
    }

    #[test]
    fn inline_marks_become_values() {
        check("a **b** *c* `d`", "Paragraph0:a <b>b</b> <i>c</i> <code>d</code>");
        check("[t](https://a.example/x)", "Paragraph0:<a https://a.example/x>t</a>");
        check("[t](javascript:alert(1))", "Paragraph0:[t](javascript:alert(1))");
        check("[[Xi Jinping]] and [[e7|the summit]]", "Paragraph0:Xi Jinping and the summit");
        check("a * b ** c ` d [ e", "Paragraph0:a * b ** c ` d [ e");
        check("**bold *both***", "Paragraph0:<b>bold </b><b><i>both</i></b>");
        check(r"\*not\*", "Paragraph0:*not*");
        check("snake_case_name", "Paragraph0:snake_case_name");
    }

    #[test]
    fn hostile_text_stays_text() {
        for text in [
            "#read(\"/etc/passwd\")",
            "]",
            "$x$",
            "// no comment",
            "#import \"x\": *",
            "***",
            "[[",
            "[](",
            "`",
            "\\",
            ">",
            "- ",
            "1. ",
        ] {
            let _ = blocks(text);
        }
        let deep = "*[".repeat(20_000);
        assert_eq!(blocks(&deep).len(), 1);
    }
}
