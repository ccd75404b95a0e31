//! What codes and dates are called, for people. JSON keeps the codes.

use api::{
    Api, shown,
    wire::{ApiError, Language, VocabularyRequest},
};
use std::collections::HashMap;
use words::Words;

/// The words of one language.
pub struct Wording {
    pub words: &'static Words,
    language: Language,
    kinds: HashMap<String, String>,
}

impl Wording {
    pub fn of(api: &Api, language: Language) -> Result<Self, ApiError> {
        let vocabulary = api.vocabulary(VocabularyRequest { language })?;
        let kinds = vocabulary.kinds.into_iter().map(|kind| (kind.id.to_string(), kind.label));
        let ties = vocabulary.ties.into_iter().map(|tie| (tie.id.to_string(), tie.label));
        Ok(Self {
            words: Words::of(language),
            language,
            kinds: kinds.chain(ties).collect(),
        })
    }

    /// A kind of event or tie; one of the dossier's own by its id.
    pub fn kind(&self, id: &str) -> String {
        self.kinds.get(id).map_or(id, String::as_str).to_owned()
    }

    pub fn date(&self, edtf: &str) -> String {
        shown::date(edtf, self.language)
    }

    /// A date, or a dash where there is none.
    pub fn date_or_dash(&self, edtf: Option<&str>) -> String {
        edtf.map_or_else(|| "–".to_owned(), |edtf| self.date(edtf))
    }
}
