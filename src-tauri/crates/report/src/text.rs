//! Makes every text of a brief printable: what no font can show is replaced and named, what is invisible is dropped, what cannot be broken may break.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::fonts::Fonts;

/// Shown in place of a character no font has.
pub const REPLACEMENT: char = '□';

/// Letters in a row before a line break is allowed inside a word.
const LONGEST_WORD: usize = 28;

const BREAK: char = '\u{200B}';

/// Cleans texts against a set of fonts and remembers what was missing.
pub struct Cleaner<'a> {
    fonts: &'a Fonts,
    known: HashMap<char, bool>,
    pub missing: BTreeSet<char>,
}

impl<'a> Cleaner<'a> {
    /// `refused` are characters already known not to print.
    pub fn new(fonts: &'a Fonts, refused: &BTreeSet<char>) -> Self {
        let known = refused.iter().map(|character| (*character, false)).collect();
        Self {
            fonts,
            known,
            missing: BTreeSet::new(),
        }
    }

    /// Cleans every text inside a value.
    pub fn clean(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.clean(item)),
            Value::Object(fields) => fields.iter_mut().filter(|(key, value)| !kept(key, value)).for_each(|(key, item)| {
                self.clean(item);
                name(key, item);
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// One text, printable.
    pub fn text(&mut self, text: &str) -> String {
        let printable: String = text.chars().filter_map(|character| self.printable(character)).collect();
        breakable(&printable)
    }

    fn printable(&mut self, character: char) -> Option<char> {
        match character {
            '\n' | '\u{2028}' | '\u{2029}' => return Some('\n'),
            '\t' | '\u{85}' => return Some(' '),
            '\u{200C}' | '\u{200D}' => return self.fonts.covers(character).then_some(character),
            _ if invisible(character) => return None,
            _ => {}
        }
        let fonts = self.fonts;
        if *self
            .known
            .entry(character)
            .or_insert_with(|| !private(character) && fonts.covers(character))
        {
            return Some(character);
        }
        self.missing.insert(character);
        Some(REPLACEMENT)
    }
}

/// The text with breaks where it offers none for too long.
fn breakable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut run = 0;
    let mut previous = ' ';
    for character in text.chars() {
        run = if breaks_before(previous, character) { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            shown.push(BREAK);
            run = 1;
        }
        shown.push(character);
        previous = character;
    }
    shown
}

/// Whether a line may end between the two by the rules of Unicode line breaking; errs on *no*.
fn breaks_before(previous: char, character: char) -> bool {
    let glue = matches!(character, '\u{A0}' | '\u{2007}' | '\u{202F}');
    let ideograph = matches!(u32::from(character), 0x3400..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0x20000..=0x3FFFF);
    (character.is_whitespace() && !glue) || ideograph || (matches!(previous, '/' | '?' | '-') && character.is_alphabetic())
}

/// A heading without words would be refused by PDF/UA and could not be read out.
fn name(key: &str, value: &mut Value) {
    let heading = matches!(key, "title" | "document_title" | "year" | "month");
    if heading
        && value
            .as_str()
            .is_some_and(|text| text.chars().all(|character| character.is_whitespace() || character == BREAK))
    {
        *value = Value::String("–".to_owned());
    }
}

/// Addresses are not shown, and a hash is copied whole.
fn kept(key: &str, value: &Value) -> bool {
    key == "href"
        || key == "sha256"
            && value
                .as_str()
                .is_some_and(|hash| hash.len() <= 64 && hash.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Controls, marks of direction and variation, joiners: nothing a reader sees, and a way to make text look like other text.
fn invisible(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character), 0xAD | 0x61C | 0x180E | 0x200B | 0x200E | 0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF | 0xFFF9..=0xFFFB | 0xE0000..=0xE0FFF)
}

/// Private-use code points mean nothing outside their font, and PDF/UA forbids them.
fn private(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF0000..=0x10FFFF) || u32::from(character) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str, missing: &str) {
        let fonts = Fonts::new(&[]);
        let mut cleaner = Cleaner::new(&fonts, &BTreeSet::new());
        assert_eq!(cleaner.text(text).replace(BREAK, "|"), expect, "{text:?}");
        assert_eq!(cleaner.missing.into_iter().collect::<String>(), missing, "{text:?}");
    }

    #[test]
    fn texts_become_printable() {
        check("plain, “quoted” – 3.5 %", "plain, “quoted” – 3.5 %", "");
        check(
            "이재명 대통령, 習近平, 高市早苗, 习近平",
            "이재명 대통령, 習近平, 高市早苗, 习近平",
            "",
        );
        check("a\u{0}b\u{7}c\u{1b}[31m", "abc[31m", "");
        check("a\u{202E}b\u{200D}c\u{FEFF}", "abc", "");
        check("ok 🚀 done", "ok □ done", "🚀");
        check("\u{E000}\u{10FFFE}", "□□", "\u{E000}\u{10FFFE}");
        check("a\tb\nc\u{2028}d", "a b\nc\nd", "");
    }

    #[test]
    fn words_without_end_may_break() {
        check(&"x".repeat(60), &format!("{0}|{0}|xxxx", "x".repeat(28)), "");
        check("https://example.org/a_b and end.", "https://example.org/a_b and end.", "");
        check("https://example.org/2026/01/08/a-word", "https://example.org/2026/01/08/a-word", "");
        check(&"가".repeat(60), &"가".repeat(60), "");
        check(&"a".repeat(28), &"a".repeat(28), "");
        for glued in ["://", "。", "ー", "a\u{A0}", "1-", "2/"] {
            let fonts = Fonts::new(&[]);
            assert!(
                Cleaner::new(&fonts, &BTreeSet::new()).text(&glued.repeat(200)).contains(BREAK),
                "{glued:?}"
            );
        }
    }

    #[test]
    fn every_bundled_character_of_korean_is_there() {
        let fonts = Fonts::new(&[]);
        assert!(('\u{AC00}'..='\u{D7A3}').all(|character| fonts.covers(character)));
        assert!(fonts.covers(REPLACEMENT));
    }
}
