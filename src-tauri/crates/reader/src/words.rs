//! Closed classes of English words.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::OnceLock,
};

const TITLE: u32 = 1 << 0;
const INSTITUTION: u32 = 1 << 1;
const NAME_TITLE: u32 = 1 << 2;
const LOCATION: u32 = 1 << 3;
const PREPOSITION: u32 = 1 << 4;
const DETERMINER: u32 = 1 << 5;
const MODAL: u32 = 1 << 6;
const BE: u32 = 1 << 7;
const HAVE: u32 = 1 << 8;
const NEGATION: u32 = 1 << 9;
const PRONOUN: u32 = 1 << 10;
const NO_ADVERB: u32 = 1 << 11;
const ADVERB: u32 = 1 << 12;
const PLAN: u32 = 1 << 13;
const SPEECH: u32 = 1 << 14;
const OPENS_CLAUSE: u32 = 1 << 15;
const HYPOTHETICAL: u32 = 1 << 16;
const QUOTE: u32 = 1 << 17;
const CALENDAR: u32 = 1 << 18;
const TAKES_UP: u32 = 1 << 19;
const WEEKDAY: u32 = 1 << 20;

/// Every class with its words, written with blanks.
const CLASSES: [(u32, &str); 21] = [
    (
        TITLE,
        "president premier chancellor minister secretary king queen prince emperor pope sultan emir leader leaders chairman chairwoman chief ambassador envoy spokesman spokeswoman \
         spokesperson general governor senator foreign defense defence prime vice deputy supreme negotiator official officials commander head minister's special economic energy trade \
         finance interior security opposition representative speaker commissioner director judge premier-designate state affairs president-elect",
    ),
    (
        INSTITUTION,
        "prosecutors lawmakers officials authorities police judges court courts parliament ministry government investigators diplomats protesters demonstrators legislators regulators generals ministers leaders magistrates",
    ),
    (
        NAME_TITLE,
        "president premier chancellor minister secretary king queen prince emperor pope sultan emir leader chairman chairwoman ambassador envoy spokesman spokeswoman spokesperson general governor senator negotiator judge president-elect",
    ),
    (LOCATION, "in at near inside outside around within across throughout off"),
    (
        PREPOSITION,
        "of to from with on for by into against over about toward towards between among through under after before during since until along amid despite than as like via behind upon including",
    ),
    (
        DETERMINER,
        "the a an this that these those its his her their our my your any some no each every another one two three several many all more most such former new first second third last next",
    ),
    (MODAL, "will would may might could can should shall must"),
    (BE, "is are was were be been being am"),
    (HAVE, "has have had having"),
    (NEGATION, "not never no n't cannot neither nor"),
    (PRONOUN, "it he she they we i you who which"),
    (NO_ADVERB, "family italy july reply supply ally rally"),
    (
        ADVERB,
        "also again now already still yet once then today yesterday currently soon later jointly even just only ever often finally out both reportedly",
    ),
    (
        PLAN,
        "expected set due scheduled slated planned likely poised going decided voted resolved opted plans planning intends aims hopes wants seeks about preparing prepares",
    ),
    (
        SPEECH,
        "said says announced reported confirmed told stated declared added noted reports revealed claimed explained argued say report quoted believes believed suggested stressed maintained insisted saying indicated",
    ),
    (
        OPENS_CLAUSE,
        "that which who whom whose while because when if unless although though whereas where before after as since until whether following so : ; — –",
    ),
    (HYPOTHETICAL, "if unless whether"),
    (QUOTE, "\" “ ” „ « » 「 」"),
    (
        CALENDAR,
        "january february march april may june july august september october november december",
    ),
    (
        TAKES_UP,
        "call move policy measure measures decision ban restrictions rules announcement statement proposal offer request demand claim suggestion regulations recommendation appeal",
    ),
    (WEEKDAY, "monday tuesday wednesday thursday friday saturday sunday today yesterday"),
];

/// Hashes the few letters of a word (FNV-1a): every word of a text is looked up many times.
#[derive(Debug, Default)]
pub(crate) struct Letters(u64);

impl Hasher for Letters {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0 ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    }
}

/// A map by words of a text.
pub(crate) type ByWord<K, V> = HashMap<K, V, BuildHasherDefault<Letters>>;

/// Whether the word is in a class.
fn has(word: &str, class: u32) -> bool {
    static TABLE: OnceLock<ByWord<&str, u32>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: ByWord<&str, u32> = ByWord::default();
        for (class, words) in CLASSES {
            words.split_whitespace().for_each(|word| *table.entry(word).or_default() |= class);
        }
        table
    });
    table.get(word).is_some_and(|classes| classes & class != 0)
}

pub(crate) fn is_title(word: &str) -> bool {
    has(word, TITLE)
}

/// Those who speak or act for a state where they sit: "prosecutors in Paris".
pub(crate) fn is_institution(word: &str) -> bool {
    has(word, INSTITUTION)
}

/// Titles that stand right before a name.
pub(crate) fn is_name_title(word: &str) -> bool {
    has(word, NAME_TITLE)
}

pub(crate) fn is_location(word: &str) -> bool {
    has(word, LOCATION)
}

pub(crate) fn is_preposition(word: &str) -> bool {
    is_location(word) || has(word, PREPOSITION)
}

pub(crate) fn is_determiner(word: &str) -> bool {
    has(word, DETERMINER)
}

pub(crate) fn is_modal(word: &str) -> bool {
    has(word, MODAL)
}

pub(crate) fn is_be(word: &str) -> bool {
    has(word, BE)
}

pub(crate) fn is_have(word: &str) -> bool {
    has(word, HAVE)
}

pub(crate) fn is_negation(word: &str) -> bool {
    has(word, NEGATION) || word.ends_with("n't")
}

pub(crate) fn is_pronoun(word: &str) -> bool {
    has(word, PRONOUN)
}

/// Words between the subject and the verb that say how or how surely.
pub(crate) fn is_adverb(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ly") && !has(word, NO_ADVERB)) || has(word, ADVERB)
}

/// Words that hold the place of "will": "is expected to", "is set to", "plans to".
pub(crate) fn is_plan(word: &str) -> bool {
    has(word, PLAN)
}

pub(crate) fn is_speech(word: &str) -> bool {
    has(word, SPEECH)
}

/// Words that begin a clause of their own.
pub(crate) fn opens_clause(word: &str) -> bool {
    has(word, OPENS_CLAUSE)
}

/// Openers whose clause is only supposed, not told.
pub(crate) fn is_hypothetical(word: &str) -> bool {
    has(word, HYPOTHETICAL)
}

pub(crate) fn is_quote(word: &str) -> bool {
    has(word, QUOTE)
}

/// Days and months, which are family names too.
pub(crate) fn is_calendar(word: &str) -> bool {
    is_weekday(word) || has(word, CALENDAR)
}

/// Words that take up what was told: "the call", "the move".
pub(crate) fn takes_up(word: &str) -> bool {
    has(word, TAKES_UP)
}

pub(crate) fn is_weekday(word: &str) -> bool {
    has(word, WEEKDAY)
}
