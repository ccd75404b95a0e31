//! Full text over everything, in any script. SQLite's tokeniser cuts at what is neither letter nor digit, which leaves Chinese, Japanese and
//! Korean uncut; so their runs are put into the index as overlapping pairs of characters, and looked for as phrases of pairs.

pub(crate) mod index;
pub(crate) mod pending;
pub(crate) mod query;
pub(crate) mod script;
pub(crate) mod snippet;
mod texts;

pub(crate) use texts::texts;
