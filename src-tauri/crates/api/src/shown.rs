//! Text as it may stand on a terminal or in a confirmation: nothing in it acts on what shows it.

use domain::{Edtf, Language};

/// A date in words, as it is said everywhere; what is no date as it stands.
pub fn date(text: &str, language: Language) -> String {
    Edtf::parse(text).map_or_else(|_| text.to_owned(), |edtf| edtf.describe(language))
}

/// Whether a character acts instead of being seen: it moves the cursor, begins a command to the terminal, breaks a line, or turns the
/// direction of the text around it.
pub fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

/// A text on one line: breaks become blanks, what acts is shown by its number.
pub fn line(text: &str) -> String {
    let blank = |letter: char| if breaks(letter) { ' ' } else { letter };
    lines(&text.chars().map(blank).collect::<String>())
}

/// A text that keeps the breaks between its lines.
pub fn lines(text: &str) -> String {
    escaped(text, |letter| letter.escape_unicode().to_string())
}

/// A JSON document, which stays the same document: what acts can only stand in its strings.
pub fn json(document: &str) -> String {
    let number = |letter: char| {
        let mut units = [0; 2];
        let units = letter.encode_utf16(&mut units).iter();
        units.map(|unit| format!("\\u{unit:04x}")).collect()
    };
    escaped(document, number)
}

fn breaks(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn escaped(text: &str, escape: impl Fn(char) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter != '\n' && acts(letter) {
            shown.push_str(&escape(letter));
        } else {
            shown.push(letter);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_is_left() {
        let hostile = "a\u{1b}[31mb\u{9b}c\u{202e}d\u{2028}e\rf\tg\nh\u{7f}i\u{2066}j\u{e0041}";
        let shown = line(hostile);
        assert!(!shown.chars().any(acts), "{shown}");
        assert_eq!(shown, r"a\u{1b}[31mb\u{9b}c\u{202e}d e f g h\u{7f}i\u{2066}j\u{e0041}");
        assert!(lines(hostile).contains("\\u{2028}e\\u{d}f\\u{9}g\nh"));
        // Words of every script, joiners and marks of writing from right to left are seen, not acted on.
        let words = "한중 정상회담, می\u{200c}خواهم, é, 👩\u{200d}✈, א\u{200f}";
        assert_eq!(line(words), words);
    }

    #[test]
    fn a_document_stays_the_same_document() {
        let hostile = "\u{1b}\u{9b}\u{202e}\u{2028}\u{7f}\u{e0041}\n한중";
        let shown = json(&serde_json::to_string(hostile).unwrap());
        assert!(!shown.chars().any(acts), "{shown}");
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), hostile);
    }
}
