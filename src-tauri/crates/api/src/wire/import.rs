use domain::{
    ItemKind,
    incoming::{Fault, Format, Mapping},
    named::NamedItem,
};

use super::{ChangeResponse, DateView, Language, wire};

wire! {
    /// What is to come in: one of the files chosen last, or a table that was pasted.
    pub struct ImportRequest {
        pub key: Option<String>,
        pub text: Option<String>,
        /// What a person has made of the columns; a sheet that is not named is read by the guess.
        pub mappings: Vec<SheetMapping>,
        pub language: Language,
    }

    pub struct SheetMapping {
        /// Empty for a table in text.
        pub sheet: String,
        pub mapping: Mapping,
    }

    /// A file as it would come in.
    pub struct ImportPlanView {
        pub file: String,
        /// Absent for a dossier in its own JSON.
        pub format: Option<Format>,
        pub tables: Vec<ImportTableView>,
        /// The first things as they would stand in the record.
        pub shown: Vec<ImportedView>,
        pub tried: TakenView,
        /// Whether the whole file was tried; else its beginning.
        pub whole: bool,
    }

    pub struct ImportTableView {
        pub sheet: String,
        pub headers: Vec<String>,
        #[ts(type = "number")]
        pub header_row: u64,
        /// The first rows below the headers.
        pub rows: Vec<Vec<String>>,
        pub mapping: Mapping,
        /// The columns are those of a data set that is known.
        pub known: bool,
        /// Nothing tells whether day or month stands first: the mapping must say so before anything comes in.
        pub order_open: bool,
    }

    pub struct ImportedView {
        #[ts(type = "number")]
        pub row: u64,
        pub item: NamedItem,
        pub kind_label: String,
        pub icon: String,
        pub when: Option<DateView>,
    }

    /// What became of the things of a file.
    pub struct TakenView {
        pub added: Vec<AddedView>,
        #[ts(type = "number")]
        pub updated: u64,
        #[ts(type = "number")]
        pub unchanged: u64,
        /// Told otherwise by the file, but edited here since.
        #[ts(type = "number")]
        pub edited_here: u64,
        #[ts(type = "number")]
        pub removed_here: u64,
        /// The other side of what is mutual.
        #[ts(type = "number")]
        pub other_sides: u64,
        /// The first problems, and how many there are.
        pub faults: Vec<Fault>,
        #[ts(type = "number")]
        pub fault_count: u64,
    }

    pub struct AddedView {
        #[ts(type = "string")]
        pub kind: ItemKind,
        #[ts(type = "number")]
        pub count: u64,
    }

    /// What came of a file that was taken in.
    pub struct ImportedResponse {
        pub file: String,
        pub taken: TakenView,
        pub change: ChangeResponse,
    }

    /// How far an import has come; nothing where none is under way.
    pub struct ImportProgressView {
        #[ts(type = "number")]
        pub things: u64,
        #[ts(type = "number")]
        pub bytes: u64,
        /// Of the file as it lies on the disk.
        #[ts(type = "number")]
        pub of_bytes: u64,
        pub seconds: f64,
    }

    pub struct ImportProgressResponse {
        pub progress: Option<ImportProgressView>,
    }
}
