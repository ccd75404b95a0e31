use std::collections::BTreeMap;

use super::{Reason, wire};

wire! {
    /// What went wrong, in a form the page can branch on. One table in the page turns `code` into what a person sees.
    #[serde(rename_all = "kebab-case")]
    pub enum ErrorCode {
        /// A field was refused: see `field`, `message`, `hint`.
        Invalid,
        NotFound,
        /// No dossier is open.
        NoDossier,
        /// Another window or program holds the dossier, or the file is write-protected.
        ReadOnly,
        /// Made by a newer Summitry.
        Newer,
        /// Not a dossier.
        Foreign,
        Damaged,
        /// The disk is full.
        Full,
        /// The file could not be read or written.
        Io,
        /// A path that exists and is not to be overwritten.
        Exists,
        /// The user closed the dialog.
        Cancelled,
        /// The brief could not be laid out.
        Brief,
        Internal,
    }

    /// What went wrong, in English, and the code of it where it has words in every language.
    pub struct ApiError {
        pub code: ErrorCode,
        pub message: String,
        pub hint: Option<String>,
        pub field: Option<String>,
        pub why: Option<WhyView>,
    }

    /// A reason with the values that fill its words. A value such as `@pdf` is itself the key of a word.
    pub struct WhyView {
        pub reason: Reason,
        pub values: BTreeMap<String, String>,
    }
}
