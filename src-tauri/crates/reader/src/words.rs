//! Closed classes of English words.

/// Whether the word is one of a list written with blanks.
fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|entry| entry == word)
}

pub(crate) fn is_title(word: &str) -> bool {
    among(
        "president premier chancellor minister secretary king queen prince emperor pope sultan emir leader leaders chairman chairwoman chief ambassador envoy spokesman spokeswoman \
         spokesperson general governor senator foreign defense defence prime vice deputy supreme negotiator official officials commander head minister's special economic energy trade \
         finance interior security opposition representative speaker commissioner director judge premier-designate state affairs president-elect",
        word,
    )
}

/// Those who speak or act for a state where they sit: "prosecutors in Paris".
pub(crate) fn is_institution(word: &str) -> bool {
    among(
        "prosecutors lawmakers officials authorities police judges court courts parliament ministry government investigators diplomats protesters demonstrators legislators regulators generals ministers leaders magistrates",
        word,
    )
}

/// Titles that stand right before a name.
pub(crate) fn is_name_title(word: &str) -> bool {
    among(
        "president premier chancellor minister secretary king queen prince emperor pope sultan emir leader chairman chairwoman ambassador envoy spokesman spokeswoman spokesperson general governor senator negotiator judge president-elect",
        word,
    )
}

pub(crate) fn is_location(word: &str) -> bool {
    among("in at near inside outside around within across throughout off", word)
}

pub(crate) fn is_preposition(word: &str) -> bool {
    is_location(word)
        || among(
            "of to from with on for by into against over about toward towards between among through under after before during since until along amid despite than as like via behind upon including",
            word,
        )
}

pub(crate) fn is_determiner(word: &str) -> bool {
    among(
        "the a an this that these those its his her their our my your any some no each every another one two three several many all more most such former new first second third last next",
        word,
    )
}

pub(crate) fn is_modal(word: &str) -> bool {
    among("will would may might could can should shall must", word)
}

pub(crate) fn is_be(word: &str) -> bool {
    among("is are was were be been being am", word)
}

pub(crate) fn is_have(word: &str) -> bool {
    among("has have had having", word)
}

pub(crate) fn is_negation(word: &str) -> bool {
    among("not never no n't cannot neither nor", word) || word.ends_with("n't")
}

pub(crate) fn is_pronoun(word: &str) -> bool {
    among("it he she they we i you who which", word)
}

/// Words between the subject and the verb that say how or how surely.
pub(crate) fn is_adverb(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ly") && !among("family italy july reply supply ally rally", word))
        || among(
            "also again now already still yet once then today yesterday currently soon later jointly even just only ever often finally out both reportedly",
            word,
        )
}

/// Words that hold the place of "will": "is expected to", "is set to", "plans to".
pub(crate) fn is_plan(word: &str) -> bool {
    among(
        "expected set due scheduled slated planned likely poised going decided voted resolved opted plans planning intends aims hopes wants seeks about preparing prepares",
        word,
    )
}

pub(crate) fn is_speech(word: &str) -> bool {
    among(
        "said says announced reported confirmed told stated declared added noted reports revealed claimed explained argued say report quoted believes believed suggested stressed maintained insisted saying indicated",
        word,
    )
}

/// Words that begin a clause of their own.
pub(crate) fn opens_clause(word: &str) -> bool {
    among(
        "that which who whom whose while because when if unless although though whereas where before after as since until whether following so : ; — –",
        word,
    )
}

/// Openers whose clause is only supposed, not told.
pub(crate) fn is_hypothetical(word: &str) -> bool {
    among("if unless whether", word)
}

pub(crate) fn is_quote(word: &str) -> bool {
    among("\" “ ” „ « » 「 」", word)
}

/// Days and months, which are family names too.
pub(crate) fn is_calendar(word: &str) -> bool {
    is_weekday(word)
        || among(
            "january february march april may june july august september october november december",
            word,
        )
}

/// Words that take up what was told: "the call", "the move".
pub(crate) fn takes_up(word: &str) -> bool {
    among(
        "call move policy measure measures decision ban restrictions rules announcement statement proposal offer request demand claim suggestion regulations recommendation appeal",
        word,
    )
}

pub(crate) fn is_weekday(word: &str) -> bool {
    among("monday tuesday wednesday thursday friday saturday sunday today yesterday", word)
}
