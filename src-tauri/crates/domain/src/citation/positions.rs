use super::{Anchor, CONTEXT};

/// Characters between two remembered places: a text of 64 MB takes 8 MB of them.
const STRIDE: usize = 64;

/// A text whose characters can be reached by number, so that a thousand quotes are looked at in one pass.
pub struct Positions<'a> {
    text: &'a str,
    /// The byte at which every [`STRIDE`]th character begins.
    places: Vec<usize>,
    length: usize,
}

impl<'a> Positions<'a> {
    pub fn of(text: &'a str) -> Self {
        let (mut places, mut length) = (Vec::new(), 0);
        for (at, _) in text.char_indices() {
            if length % STRIDE == 0 {
                places.push(at);
            }
            length += 1;
        }
        Self { text, places, length }
    }

    /// Characters in the text.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The byte at which a character begins; the end of the text for the one after the last.
    fn byte(&self, character: usize) -> Option<usize> {
        if character == self.length {
            return Some(self.text.len());
        }
        let from = *self.places.get(character / STRIDE)?;
        let (within, _) = self.text.get(from..)?.char_indices().nth(character % STRIDE)?;
        Some(from + within)
    }

    /// The characters `start..end`.
    pub fn words(&self, start: usize, end: usize) -> Option<&'a str> {
        self.text.get(self.byte(start)?..self.byte(end)?)
    }

    /// The anchor of the characters `start..end`; `None` where that is no stretch of the text.
    pub fn anchor(&self, start: usize, end: usize) -> Option<Anchor> {
        let context = |from: usize, to: usize| self.words(from, to).unwrap_or_default().to_owned();
        let before = context(start.saturating_sub(CONTEXT), start);
        let after = context(end, end.saturating_add(CONTEXT).min(self.length));
        Anchor::new(self.words(start, end)?.to_owned(), before, after, start).ok()
    }

    /// Whether the words of an anchor stand at its place.
    pub fn hold(&self, anchor: &Anchor) -> bool {
        self.words(anchor.start(), anchor.end()) == Some(anchor.exact())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_find_what_anchors_find() {
        let text = "한중 정상회담 ab😀".repeat(40);
        let positions = Positions::of(&text);
        assert_eq!(positions.length(), text.chars().count());
        for (start, end) in [(0, 1), (63, 65), (64, 128), (100, 437), (430, 440)] {
            let anchor = Anchor::in_text(&text, start, end).unwrap();
            assert_eq!(positions.anchor(start, end), Some(anchor.clone()), "{start}..{end}");
            assert!(positions.hold(&anchor));
        }
        for (start, end) in [(3, 3), (4, 3), (439, 441), (9_999, 10_000)] {
            assert_eq!(positions.anchor(start, end), None, "{start}..{end}");
        }
    }
}
