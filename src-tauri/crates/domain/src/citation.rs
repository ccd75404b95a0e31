//! Where in a source something stands: W3C text-quote and text-position selectors, both, so that a quote survives a changed text.

mod again;
mod positions;

pub use again::found_again;
pub use positions::Positions;

use serde::{Deserialize, Serialize};

use crate::{
    Invalid, ItemRef, Reason,
    grade::Credibility,
    id::{CitationId, SourceId},
    text::Title,
};

/// Characters of context kept on each side of a quote.
pub const CONTEXT: usize = 32;

/// An exact quote, what stands around it, and its position in Unicode characters (not bytes).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "RawAnchor", into = "RawAnchor")]
pub struct Anchor {
    exact: String,
    prefix: String,
    suffix: String,
    start: usize,
    end: usize,
}

impl Anchor {
    /// The anchor of characters `start..end` of a text.
    pub fn in_text(text: &str, start: usize, end: usize) -> Result<Self, Invalid> {
        let length = text.chars().count();
        if start >= end || end > length {
            return Err(
                Invalid::new("quote", format!("{start}–{end} is not a span of a text of {length} characters"))
                    .hint("select the words again"),
            );
        }
        let take = |from: usize, to: usize| text.chars().skip(from).take(to - from).collect::<String>();
        Self::new(
            take(start, end),
            take(start.saturating_sub(CONTEXT), start),
            take(end, (end + CONTEXT).min(length)),
            start,
        )
    }

    /// The anchor of the first place where the words stand in the text.
    pub fn of_words(text: &str, words: &str) -> Result<Self, Invalid> {
        let at = text.find(words).filter(|_| !words.is_empty()).ok_or_else(|| {
            let words: String = words.chars().take(60).collect();
            Invalid::with("quote", Reason::QuoteNotFound, &[("words", &words)])
        })?;
        let start = text[..at].chars().count();
        Self::in_text(text, start, start + words.chars().count())
    }

    pub fn new(exact: String, prefix: String, suffix: String, start: usize) -> Result<Self, Invalid> {
        let length = exact.chars().count();
        if length == 0 {
            return Err(Invalid::of("quote", Reason::QuoteEmpty));
        }
        let end = start
            .checked_add(length)
            .ok_or_else(|| Invalid::new("quote", "starts too far into the text"))?;
        Ok(Self {
            exact,
            prefix,
            suffix,
            start,
            end,
        })
    }

    /// The anchor where its words stand in a text: at its place, else where they stand first.
    pub fn settled_in(&self, text: &str) -> Result<Self, Invalid> {
        if self.stands_in(text) {
            Self::in_text(text, self.start, self.end)
        } else {
            Self::of_words(text, &self.exact)
        }
    }

    pub fn exact(&self) -> &str {
        &self.exact
    }

    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    pub fn suffix(&self) -> &str {
        &self.suffix
    }

    pub fn start(&self) -> usize {
        self.start
    }

    pub fn end(&self) -> usize {
        self.end
    }

    /// Whether the text holds these words at this place.
    pub fn stands_in(&self, text: &str) -> bool {
        text.chars().skip(self.start).take(self.end - self.start).eq(self.exact.chars())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnchor {
    exact: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    start: usize,
    end: usize,
}

impl TryFrom<RawAnchor> for Anchor {
    type Error = Invalid;
    fn try_from(raw: RawAnchor) -> Result<Self, Invalid> {
        let anchor = Self::new(raw.exact, raw.prefix, raw.suffix, raw.start)?;
        if anchor.end == raw.end {
            Ok(anchor)
        } else {
            Err(Invalid::new(
                "quote",
                format!("ends at {} but its words end at {}", raw.end, anchor.end),
            ))
        }
    }
}

impl From<Anchor> for RawAnchor {
    fn from(anchor: Anchor) -> Self {
        Self {
            exact: anchor.exact,
            prefix: anchor.prefix,
            suffix: anchor.suffix,
            start: anchor.start,
            end: anchor.end,
        }
    }
}

/// Who tied the item to the words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Coder {
    #[default]
    Person,
    /// A rule of the reader, by name.
    Rule(Title),
}

/// What became of a quote when the text of its source was captured anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// The words stand where they stood.
    #[default]
    Exact,
    /// The same words stand elsewhere.
    Moved,
    /// Other words stand in their place; these are the words cited first.
    Changed { was: String },
    /// The words are gone: the anchor is that of the earlier text.
    Lost,
}

impl Fate {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Changed { .. } => "changed",
            Self::Lost => "lost",
        }
    }

    fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

/// From an item to what it rests on: words of a source, or a place in a source whose text is not kept here, as a call, a book or a broadcast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    pub id: CitationId,
    pub item: ItemRef,
    pub source: SourceId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// Where in the source, as its readers count: a page, a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<Title>,
    #[serde(default)]
    pub credibility: Credibility,
    #[serde(default)]
    pub coder: Coder,
    #[serde(default, skip_serializing_if = "Fate::is_exact")]
    pub fate: Fate,
}

impl Citation {
    /// The words cited; none where a place in the source is.
    pub fn exact(&self) -> &str {
        self.anchor.as_ref().map_or("", Anchor::exact)
    }

    /// The words cited, or else the place.
    pub fn said(&self) -> &str {
        match (&self.anchor, &self.locator) {
            (Some(anchor), _) => anchor.exact(),
            (None, locator) => locator.as_ref().map_or("", Title::as_str),
        }
    }

    /// Where the cited words stand, in characters; what cites no words comes first.
    pub fn span(&self) -> (usize, usize) {
        self.anchor.as_ref().map_or((0, 0), |anchor| (anchor.start(), anchor.end()))
    }

    /// Refuses an anchor whose words do not stand in the source's text at its place, unless they are known to be lost.
    pub fn check_against(&self, text: &str) -> Result<(), Invalid> {
        if self.fate == Fate::Lost || self.anchor.as_ref().is_none_or(|anchor| anchor.stands_in(text)) {
            Ok(())
        } else {
            Err(Invalid::of("quote", Reason::QuoteElsewhere))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_count_characters_not_bytes() {
        let text = "한중 정상회담: Lee met Xi.";
        let anchor = Anchor::of_words(text, "Lee").unwrap();
        assert_eq!((anchor.start(), anchor.end()), (9, 12));
        assert!(anchor.stands_in(text));
        assert!(!anchor.stands_in("something else entirely"));
    }

    #[test]
    fn a_span_outside_its_text_is_refused() {
        for (start, end) in [(0, 0), (3, 2), (2, 99)] {
            assert!(Anchor::in_text("short", start, end).is_err(), "{start}..{end}");
        }
        assert!(Anchor::of_words("short", "").is_err());
    }
}
