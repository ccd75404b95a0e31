//! Why a value is refused, by code. The words of each code stand in `data/words`, keyed `refused_CODE` and `refused_CODE_hint`: the terminal has
//! the English from here, the page words the code in its own language.

use std::{collections::BTreeMap, sync::LazyLock};

words! {
    /// What is wrong, as a person meets it. A refusal that only a program can cause has none.
    pub enum Reason("reason": "a reason") {
        Blank = "blank",
        Missing = "missing",
        TooLong = "too-long",
        OneLine = "one-line",
        TextTooLarge = "text-too-large",
        ControlCharacter = "control-character",
        Outside = "outside",
        NotAddress = "not-address",
        NotLanguage = "not-language",
        NotCode = "not-code",
        NoAmount = "no-amount",
        Itself = "itself",
        TwoCountries = "two-countries",
        TwoEvents = "two-events",
        TwoActors = "two-actors",
        SamePart = "same-part",
        NoSpeaker = "no-speaker",
        SpeakerGone = "speaker-gone",
        OneEnd = "one-end",
        EndBeforeStart = "end-before-start",
        StatusOrder = "status-order",
        StatusMissing = "status-missing",
        PropositionMissing = "proposition-missing",
        QuoteEmpty = "quote-empty",
        QuoteElsewhere = "quote-elsewhere",
        QuoteNotFound = "quote-not-found",
        KindFixed = "kind-fixed",
        DraftTaken = "draft-taken",
        NoDraft = "no-draft",
        DraftOtherKind = "draft-other-kind",
        DateWords = "date-words",
        DateEmpty = "date-empty",
        DateTooLong = "date-too-long",
        DateOrder = "date-order",
        DateFiscal = "date-fiscal",
        DateDecade = "date-decade",
        DateNumber = "date-number",
        DateCalendar = "date-calendar",
        DateMonthOrYear = "date-month-or-year",
        DateYearsOrPart = "date-years-or-part",
        DateWeekday = "date-weekday",
        DateNotDay = "date-not-day",
        DateNoEnd = "date-no-end",
        NothingToUndo = "nothing-to-undo",
        NothingToRedo = "nothing-to-redo",
        FileUnknown = "file-unknown",
        FileTooLarge = "file-too-large",
        FileNotText = "file-not-text",
        FileNoText = "file-no-text",
        FileNested = "file-nested",
        FileLocked = "file-locked",
        FileDamaged = "file-damaged",
        PageUnreached = "page-unreached",
        PageAddress = "page-address",
        ReaderUnstarted = "reader-unstarted",
        FileNotChosen = "file-not-chosen",
        AddressRefused = "address-refused",
        AddressOther = "address-other",
        AddressUnopened = "address-unopened",
        DossierGone = "dossier-gone",
        SourceGone = "source-gone",
    }
}

/// A reason with the values that fill its words, each by its name. A value that is itself a word of ours is its key: `@pdf`.
pub type Why = (Reason, BTreeMap<String, String>);

/// The words of the reasons in English.
static ENGLISH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(include_str!("../../../../data/words/en.json")).unwrap_or_default();
    let text = |(key, value): (String, serde_json::Value)| Some((key.strip_prefix("refused_")?.to_owned(), value.as_str()?.to_owned()));
    all.into_iter().filter_map(text).collect()
});

impl Reason {
    /// What is wrong, in English and without a full stop.
    pub fn message(self, values: &BTreeMap<String, String>) -> String {
        fill(self.english("").unwrap_or(self.as_str()), values)
    }

    /// What to do about it, in English.
    pub fn hint(self, values: &BTreeMap<String, String>) -> Option<String> {
        self.english("_hint").map(|hint| fill(hint, values))
    }

    /// The reason whose English this is, as it comes back from an error that hands on nothing but its words.
    pub fn behind(message: &str, hint: Option<&str>) -> Option<Why> {
        Self::ALL.into_iter().find_map(|reason| {
            let values = values_in(reason.english("")?, message)?;
            (reason.hint(&values).as_deref() == hint).then_some((reason, values))
        })
    }

    fn english(self, part: &str) -> Option<&'static str> {
        let key = self.as_str().replace('-', "_") + part;
        ENGLISH.get(&key).map(String::as_str)
    }
}

fn fill(text: &str, values: &BTreeMap<String, String>) -> String {
    let said = |value: &String| value.strip_prefix('@').and_then(|key| ENGLISH.get(&format!("word_{key}")));
    let put = |text: String, (name, value): (&String, &String)| text.replace(&format!("{{{name}}}"), said(value).unwrap_or(value));
    values.iter().fold(text.to_owned(), put)
}

/// What stands at the places of a text, where the rest of it is as written.
fn values_in(text: &str, written: &str) -> Option<BTreeMap<String, String>> {
    let mut parts = text.split('{');
    let mut rest = written.strip_prefix(parts.next()?)?;
    let mut values = BTreeMap::new();
    for part in parts {
        let (name, after) = part.split_once('}')?;
        let end = if after.is_empty() { rest.len() } else { rest.find(after)? };
        values.insert(name.to_owned(), rest.get(..end)?.to_owned());
        rest = rest.get(end + after.len()..)?;
    }
    rest.is_empty().then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_words_and_is_known_by_them() {
        for reason in Reason::ALL {
            let text = reason.english("").unwrap();
            let values: BTreeMap<String, String> = (text.split('{').skip(1))
                .filter_map(|part| part.split_once('}'))
                .map(|(name, _)| (name.to_owned(), format!("<{name}>")))
                .collect();
            // What to do may name more than is wrong; such a reason is never read back.
            if let Some(hint) = reason.hint(&values).filter(|hint| !hint.contains('{')) {
                let known = Reason::behind(&reason.message(&values), Some(&hint));
                assert_eq!(known, Some((reason, values)));
            }
        }
        assert_eq!(Reason::behind("unknown variant", None), None);
    }
}
