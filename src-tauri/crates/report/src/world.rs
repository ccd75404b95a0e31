//! What Typst may see: the template files and the fonts. There is no file, no package and no clock to reach.

use std::collections::HashMap;

use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::{ReportError, fonts::Fonts};

/// The template files by name.
pub struct Template {
    sources: HashMap<FileId, Source>,
    main: FileId,
}

/// The file Typst starts from.
pub const MAIN: &str = "brief.typ";

impl Template {
    /// Parses the files of a template; one of them is [`MAIN`].
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, ReportError> {
        let sources = files
            .into_iter()
            .map(|(name, text)| file_id(name).map(|id| (id, Source::new(id, text.to_owned()))))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            sources,
            main: file_id(MAIN)?,
        })
    }
}

fn file_id(name: &str) -> Result<FileId, ReportError> {
    let path = VirtualPath::new(name).map_err(|_| ReportError::Template(format!("“{name}” cannot be the name of a file")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One compilation: fonts, template and the values of the brief.
pub struct BriefWorld<'a> {
    fonts: &'a Fonts,
    template: &'a Template,
    library: LazyHash<Library>,
}

impl<'a> BriefWorld<'a> {
    pub fn new(fonts: &'a Fonts, template: &'a Template, inputs: Dict) -> Self {
        // Row headings of tables are behind this feature in Typst 0.15.
        let features = [Feature::A11yExtras].into_iter().collect();
        Self {
            fonts,
            template,
            library: LazyHash::new(Library::builder().with_inputs(inputs).with_features(features).build()),
        }
    }
}

impl World for BriefWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.template.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
