use super::{Filter, Language, wire};

wire! {
    #[serde(rename_all = "kebab-case")]
    #[derive(Copy)]
    pub enum BriefPart {
        Judgements,
        Timeline,
        Chronology,
        Matrix,
        Dyads,
        Notes,
        Sources,
    }

    #[serde(rename_all = "kebab-case")]
    #[derive(Copy)]
    pub enum PaperSize {
        A4,
        Letter,
    }

    /// What to print. Absent title: the dossier's.
    pub struct BriefRequest {
        pub title: Option<String>,
        pub filter: Filter,
        pub known_on: Option<String>,
        pub as_of: Option<String>,
        /// Empty for all parts.
        pub parts: Vec<BriefPart>,
        pub paper: PaperSize,
        pub marking: Option<String>,
        pub language: Language,
    }

    pub struct BriefResponse {
        /// Where it was saved, by file name.
        pub file: String,
        pub pages: u32,
        pub events: u32,
        /// The day it was printed as of.
        pub as_of: String,
        /// Characters no font has; they are listed in the brief too.
        pub missing_glyphs: String,
    }
}
