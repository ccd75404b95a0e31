use super::wire;

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

    pub struct ApiError {
        pub code: ErrorCode,
        pub message: String,
        pub hint: Option<String>,
        pub field: Option<String>,
    }
}
