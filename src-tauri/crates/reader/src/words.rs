//! Closed classes of English words, from `data/lexicon/classes.toml`.

use crate::{LexiconError, text::Word};
use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasherDefault, Hasher},
    sync::OnceLock,
};

macro_rules! classes {
    ($($class:ident = $name:literal $(, $function:ident)?;)*) => {
        #[derive(Clone, Copy)]
        enum Class { $($class),* }

        /// The classes by their names in the table.
        const CLASSES: &[(&str, Class)] = &[$(($name, Class::$class)),*];

        $($(pub(crate) fn $function(word: impl Classed) -> bool {
            has(&word, Class::$class)
        })?)*
    };
}

classes! {
    Title = "title", is_title;
    Institution = "institution", is_institution;
    NameTitle = "name-title", is_name_title;
    Location = "location", is_location;
    Preposition = "preposition";
    Determiner = "determiner", is_determiner;
    Modal = "modal", is_modal;
    Be = "be", is_be;
    Have = "have", is_have;
    Negation = "negation";
    Pronoun = "pronoun", is_pronoun;
    NoAdverb = "no-adverb";
    Adverb = "adverb";
    Plan = "plan", is_plan;
    Speech = "speech", is_speech;
    Decides = "decides", decides;
    OpensClause = "opens-clause", opens_clause;
    Hypothetical = "hypothetical", is_hypothetical;
    Quote = "quote", is_quote;
    Calendar = "calendar";
    TakesUp = "takes-up", takes_up;
    Weekday = "weekday", is_weekday;
    BreaksOff = "breaks-off", breaks_off;
    OpensAside = "opens-aside", opens_aside;
    Ranked = "ranked", is_ranked;
    Becomes = "becomes", becomes;
    Writing = "writing", is_writing;
    BeforeVerb = "before-verb", stands_before_verb;
    Counted = "counted", is_counted;
    Encounter = "encounter", is_encounter;
    AtMost = "at-most", is_at_most;
    LooksAhead = "looks-ahead", looks_ahead;
    Agenda = "agenda", is_agenda;
    OfMeeting = "of-meeting", is_of_meeting;
    Reason = "reason", is_reason;
    BetweenThem = "between-them", is_between_them;
    Upcoming = "upcoming", is_upcoming;
    Possessive = "possessive", is_possessive;
    About = "about", is_about;
    Region = "region", is_region;
    Reaches = "reaches", reaches;
    Way = "way", is_way;
    Rebels = "rebels", is_rebels;
    Government = "government", is_government;
    OwnSide = "own-side", is_own_side;
    Describes = "describes", describes;
    Joins = "joins", joins;
    ThenWith = "then-with", goes_on_with;
    Land = "land", is_land;
    Toward = "toward", is_toward;
    Asks = "asks", asks;
    EndsObject = "ends-object", ends_object;
    GoesOn = "goes-on", goes_on;
    Cause = "cause", is_cause;
    EndsIssue = "ends-issue", ends_issue;
    Fails = "fails", fails;
    Rumour = "rumour", is_rumour;
    RumourAdverb = "rumour-adverb", is_rumour_adverb;
    DayPart = "day-part", is_day_part;
    Supposes = "supposes", supposes;
    Holds = "holds", holds;
    Planned = "planned", is_planned;
    Unreal = "unreal", is_unreal;
    FallsThrough = "falls-through", falls_through;
    Begins = "begins", begins;
    Opens = "opens", opens;
    PutsOff = "puts-off", puts_off;
    CallsOff = "calls-off", calls_off;
    Happens = "happens", happens;
    OpensScene = "opens-scene", opens_scene;
    Currency = "currency", is_currency;
    GoesIntoName = "goes-into-name", goes_into_name;
    TreatyName = "treaty-name", is_treaty_name;
    BodyOf = "body-of", is_body_of;
    Task = "task", is_task;
    NewPlace = "new-place", is_new_place;
    GivenName = "given-name", is_given_name;
    GivenToo = "given-too", is_given_too;
    StateBody = "state-body", is_state_body;
    UsStateToo = "us-state-too", is_us_state_too;
    OfUsState = "of-us-state", is_of_us_state;
    AnyHolder = "any-holder", is_any_holder;
    SharedGood = "shared-good", is_shared_good;
    Opposes = "opposes", opposes;
    PointsBack = "points-back", points_back;
}

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

/// The classes of each word as bits.
type Table = ByWord<String, u128>;

fn table() -> Result<&'static Table, &'static LexiconError> {
    static TABLE: OnceLock<Result<Table, LexiconError>> = OnceLock::new();
    TABLE
        .get_or_init(|| read(include_str!("../../../../data/lexicon/classes.toml")))
        .as_ref()
}

/// Whether the shipped classes can be read.
pub(crate) fn check() -> Result<(), LexiconError> {
    table().map(|_| ()).map_err(Clone::clone)
}

fn read(text: &str) -> Result<Table, LexiconError> {
    let refused = |message: String| LexiconError {
        file: "classes.toml",
        message,
    };
    let mut lists: BTreeMap<String, String> = toml::from_str(text).map_err(|error| refused(error.to_string()))?;
    let mut table = Table::default();
    for (name, class) in CLASSES {
        let words = lists
            .remove(*name)
            .ok_or_else(|| refused(format!("the class “{name}” is missing")))?;
        for word in words.split_whitespace() {
            *table.entry(word.to_owned()).or_default() |= 1_u128 << *class as u32;
        }
    }
    match lists.pop_first() {
        Some((name, _)) => Err(refused(format!("nothing asks for the class “{name}”"))),
        None => Ok(table),
    }
}

/// A word whose classes can be told.
pub(crate) trait Classed {
    /// As bits.
    fn classes(&self) -> u128;
    fn letters(&self) -> &str;
}

impl Classed for str {
    fn classes(&self) -> u128 {
        let classes = table().ok().and_then(|table| table.get(self));
        classes.copied().unwrap_or_default()
    }

    fn letters(&self) -> &str {
        self
    }
}

impl Classed for Word {
    fn classes(&self) -> u128 {
        self.classes
    }

    fn letters(&self) -> &str {
        &self.lower
    }
}

impl Classed for Option<&Word> {
    fn classes(&self) -> u128 {
        self.map_or(0, |word| word.classes)
    }

    fn letters(&self) -> &str {
        self.map_or("", |word| &word.lower)
    }
}

impl<T: Classed + ?Sized> Classed for &T {
    fn classes(&self) -> u128 {
        (**self).classes()
    }

    fn letters(&self) -> &str {
        (**self).letters()
    }
}

/// Whether the word is in a class.
fn has(word: &impl Classed, class: Class) -> bool {
    word.classes() & (1_u128 << class as u32) != 0
}

pub(crate) fn is_preposition(word: impl Classed) -> bool {
    has(&word, Class::Location) || has(&word, Class::Preposition)
}

pub(crate) fn is_negation(word: impl Classed) -> bool {
    has(&word, Class::Negation) || word.letters().ends_with("n't")
}

/// Words between the subject and the verb that say how or how surely.
pub(crate) fn is_adverb(word: impl Classed) -> bool {
    let letters = word.letters();
    (letters.len() > 4 && letters.ends_with("ly") && !has(&word, Class::NoAdverb)) || has(&word, Class::Adverb)
}

/// Days and months, which are family names too.
pub(crate) fn is_calendar(word: impl Classed) -> bool {
    has(&word, Class::Weekday) || has(&word, Class::Calendar)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_lacks_a_class_or_has_another_says_so() {
        assert_eq!(check(), Ok(()));
        let shipped = include_str!("../../../../data/lexicon/classes.toml");
        let refusal = |text: String| read(&text).err().map(|error| error.message).unwrap_or_default();
        assert_eq!(
            refusal(shipped.replace("\nweekday =", "\nweekdays =")),
            "the class “weekday” is missing"
        );
        assert_eq!(
            refusal(format!("{shipped}\ncolours = \"red\"\n")),
            "nothing asks for the class “colours”"
        );
    }
}
