//! The rows of the tables, as they are written.

use super::{LexiconError, TieRow, known};
use crate::kinds::Kinds;
use domain::status::Status;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnglishFile {
    pub act: Vec<ActRow>,
    pub noun: Vec<NounRow>,
    pub told: Vec<ToldRow>,
    pub figures: Figures,
    pub said: Said,
    pub refused: Refused,
    pub tie: Vec<TieRow>,
    pub irregular: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActRow {
    pub kind: String,
    pub words: Vec<String>,
    #[serde(default)]
    pub to: Vec<String>,
    #[serde(default)]
    pub governs: bool,
    #[serde(default)]
    pub mutual: bool,
    #[serde(default)]
    pub peculiar: Vec<Peculiarity>,
    /// What becomes of the deed, where the words tell no more of it: "postponed the visit".
    #[serde(default)]
    pub status: Option<Status>,
    /// What it is besides: a visit called off slights the host.
    #[serde(default)]
    pub also: Option<String>,
    /// Words before or behind the verb that make something else of it.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Words of which one stands behind the verb.
    #[serde(default)]
    pub needs: Vec<String>,
}

/// What is peculiar to how the words of an act are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Peculiarity {
    /// Done even where it is told as a purpose: "gathered to protest".
    AsPurpose,
    /// Nothing is done by the participle alone: "agreeing to".
    NoParticiple,
    /// Nothing is told by the passive.
    ActiveOnly,
    /// The other side may be the one whose land, waters or air it is done in, or who complains of it.
    OnLand,
    /// May be done from afar: heads who do it have not met.
    FromAfar,
    /// What it governs did not happen, as somebody says.
    Denies,
    /// In the passive whoever stands behind "to" does it: "was summoned to the ministry".
    ToAgent,
    /// The other side stands right behind the verb, with nothing of its own: "threatened Japan", not "Japanese dominance".
    Direct,
    /// Who does it is the host of the other side.
    Hosts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NounRow {
    pub kind: String,
    pub words: Vec<String>,
    /// Prepositions that lead to the other side.
    #[serde(default)]
    pub to: Vec<String>,
    /// Whom "of" leads to.
    #[serde(default)]
    pub of: Role,
}

/// Who stands behind "of": "the visit of A", "the expulsion of B's envoy", "a meeting of A and B".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    #[default]
    Nobody,
    Doer,
    Other,
    Both,
}

/// Nouns that take up what was told: "the strikes", "the decision".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToldRow {
    pub words: Vec<String>,
    /// What they may take up; any deed where none is named.
    #[serde(default)]
    pub kinds: Vec<String>,
}

/// Words of a sentence whose blows, beatings and threats are none between states: sport, markets, stories, weather.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figures {
    /// Kinds that are often figures of speech.
    pub kinds: Vec<String>,
    /// Words that settle it wherever they stand in the sentence.
    pub words: Vec<String>,
}

/// Words that are only said, by verbs that tell of no other act.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    pub kind: String,
    pub verbs: Vec<String>,
    /// Those among them that support what is said.
    pub affirming: Vec<String>,
    /// What it is to say in a quote that the other side must do something.
    pub must: String,
    /// What it is where several sides stress what they share.
    pub shared: String,
    /// Kinds that are done by deciding them: "announced it would suspend".
    pub decided: Vec<String>,
}

/// What a deed is that somebody will not do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Refused {
    pub kind: String,
}

/// The words of a language that is read by the words a sentence holds and the cases of the names around them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Meetings {
    /// Words that tell of a plan.
    pub ahead: Vec<String>,
    /// Words that deny what stands beside them.
    #[serde(default)]
    pub not: Vec<String>,
    /// Words of hearsay.
    #[serde(default)]
    pub reported: Vec<String>,
    /// Words of sport and markets.
    #[serde(default)]
    pub games: Vec<String>,
    /// Short names of several countries, by their codes joined with strokes.
    #[serde(default)]
    pub pairs: BTreeMap<String, Vec<String>>,
    /// Short names of a country, by its code; names by themselves where there are no posts.
    #[serde(default)]
    pub short: BTreeMap<String, Vec<String>>,
    /// What makes a name of the short one before it: posts and bodies of a state.
    #[serde(default)]
    pub posts: Vec<String>,
    /// Bodies and posts that are of this country where no other is named before them.
    #[serde(default)]
    pub home: BTreeMap<String, Vec<String>>,
    /// The two sides last told of.
    #[serde(default)]
    pub both: Vec<String>,
    /// Posts beside which a name is somebody's.
    #[serde(default)]
    pub titles: Vec<String>,
    /// The day told of before.
    #[serde(default)]
    pub today: Vec<String>,
    /// Words that make a deed something only thought of.
    #[serde(default)]
    pub supposed: Vec<String>,
    /// Words right behind a meeting that call it off, or put it off.
    #[serde(default)]
    pub cancelled: Vec<String>,
    #[serde(default)]
    pub postponed: Vec<String>,
    /// Words between a deed and one who wants it: it is not done.
    #[serde(default)]
    pub wanted: Vec<String>,
    /// What stands between what somebody else does and the verb of who tells it.
    #[serde(default)]
    pub reports: Vec<String>,
    /// What makes a verb say what was done to the one named.
    #[serde(default)]
    pub passive: Vec<String>,
    /// Words for a country that do not say which.
    #[serde(default)]
    pub vague: Vec<String>,
    /// Verbs of who decides a deed and by that does it.
    #[serde(default)]
    pub decides: Vec<String>,
    /// Words that name where a text has it from, behind the name or before it.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What follows a deed that is done, where its noun alone is only spoken of.
    #[serde(default)]
    pub done: Vec<String>,
    /// Short words for a visit, by the code of the host.
    #[serde(default)]
    pub hosts: BTreeMap<String, Vec<String>>,
    pub kinds: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub deeds: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TopicsFile {
    pub topics: BTreeMap<String, Vec<String>>,
}

impl EnglishFile {
    pub fn check(&self, kinds: &Kinds) -> Result<(), LexiconError> {
        let acts = self.act.iter().map(|row| &row.kind);
        let nouns = self.noun.iter().map(|row| &row.kind);
        known(
            "english.toml",
            kinds,
            acts.chain(nouns)
                .chain(&self.said.decided)
                .chain([&self.said.kind, &self.said.must, &self.said.shared, &self.refused.kind]),
        )
    }
}
