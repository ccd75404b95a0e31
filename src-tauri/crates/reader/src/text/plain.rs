//! A text as it looks: without soft hyphens and characters of no width, letters and their marks as one. Positions lead back to the
//! text as it is.

use std::{borrow::Cow, ops::Range};
use unicode_normalization::UnicodeNormalization;

/// A text as it looks.
pub(crate) struct Plain<'a> {
    pub text: Cow<'a, str>,
    /// Stretches of both texts that belong together, in order; none where the texts are the same.
    runs: Vec<Run>,
}

struct Run {
    plain: Range<usize>,
    written: Range<usize>,
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A mark that stands on the letter before, or a part of a syllable of Hangul.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' | '\u{1100}'..='\u{11FF}')
}

impl<'a> Plain<'a> {
    pub fn of(text: &'a str) -> Self {
        if !text.chars().any(|letter| is_invisible(letter) || joins(letter)) {
            return Self {
                text: Cow::Borrowed(text),
                runs: Vec::new(),
            };
        }
        let mut plain = String::with_capacity(text.len());
        let mut runs: Vec<Run> = Vec::new();
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if is_invisible(letter) {
                continue;
            }
            let mut end = at + letter.len_utf8();
            let mut cluster = String::from(letter);
            let mut changed = false;
            while let Some((next, mark)) = letters.next_if(|(_, next)| joins(*next) && !is_initial(*next)) {
                cluster.push(mark);
                end = next + mark.len_utf8();
                changed = true;
            }
            let start = plain.len();
            if changed {
                plain.extend(cluster.nfc());
            } else {
                plain.push(letter);
            }
            match runs.last_mut() {
                Some(last) if !changed && last.written.end == at && last.plain.len() == last.written.len() => {
                    last.plain.end = plain.len();
                    last.written.end = end;
                }
                _ => runs.push(Run {
                    plain: start..plain.len(),
                    written: at..end,
                }),
            }
        }
        Self {
            text: Cow::Owned(plain),
            runs,
        }
    }

    /// The stretch of the text as it is written.
    pub fn written(&self, range: &Range<usize>) -> Range<usize> {
        if self.runs.is_empty() {
            return range.clone();
        }
        let start = self.run(range.start).map_or(range.start, |run| {
            let inside = range.start - run.plain.start;
            if run.plain.len() == run.written.len() {
                run.written.start + inside
            } else {
                run.written.start
            }
        });
        let last = range.end.saturating_sub(1).max(range.start.min(range.end));
        let end = self.run(last).map_or(start, |run| {
            if run.plain.len() == run.written.len() {
                run.written.start + range.end.min(run.plain.end) - run.plain.start
            } else {
                run.written.end
            }
        });
        if range.is_empty() { start..start } else { start..end.max(start) }
    }

    fn run(&self, at: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.plain.end <= at);
        self.runs.get(after).or(self.runs.last()).filter(|run| run.plain.contains(&at))
    }
}

/// A consonant that begins a syllable of its own.
fn is_initial(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{115F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_it_looks_and_leads_back() {
        for (written, looks, word) in [
            ("Zelen\u{AD}skyy met", "Zelenskyy met", "Zelen\u{AD}skyy"),
            (
                "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8} met",
                "한국 met",
                "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}",
            ),
            ("Erdog\u{306}an met", "Erdoğan met", "Erdog\u{306}an"),
            ("plain met", "plain met", "plain"),
        ] {
            let plain = Plain::of(written);
            assert_eq!(plain.text, looks);
            let end = looks.find(' ').unwrap();
            assert_eq!(written.get(plain.written(&(0..end))), Some(word));
            let met = plain.written(&(end + 1..looks.len()));
            assert_eq!(written.get(met), Some("met"));
        }
    }
}
