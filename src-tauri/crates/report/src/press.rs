//! Sets a brief: validates it, cleans its texts, hands it to Typst, exports the PDF.

use std::collections::{BTreeMap, BTreeSet};

use typst::{
    diag::SourceDiagnostic,
    foundations::Smart,
    layout::{Frame, FrameItem},
    text::TextItem,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{
    Brief, Pdf, ReportError,
    fonts::Fonts,
    sheet::{self, Sheet},
    world::{BriefWorld, Template},
};

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../data/brief/", $name)))),*]
    };
}

/// The template files as shipped, by name.
pub const TEMPLATE_FILES: [(&str, &str); 8] = bundled![
    "brief.typ",
    "style.typ",
    "words.typ",
    "cover.typ",
    "braid.typ",
    "chronology.typ",
    "relations.typ",
    "sources.typ",
];

/// How often a text is cleaned again because a font turned out to lack a glyph it claims.
const ATTEMPTS: usize = 4;

/// Fonts and templates, ready to set any number of briefs.
pub struct Press {
    fonts: Fonts,
    files: BTreeMap<String, String>,
}

impl Press {
    /// The shipped templates with the bundled fonts and what can be read of `extra_fonts`.
    pub fn new(extra_fonts: &[Vec<u8>]) -> Self {
        let files = TEMPLATE_FILES
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        Self {
            fonts: Fonts::new(extra_fonts),
            files,
        }
    }

    /// Puts a user's own version of a template file in place of the shipped one.
    pub fn replace_template(&mut self, name: &str, text: String) -> Result<(), ReportError> {
        match self.files.get_mut(name) {
            Some(shipped) => {
                *shipped = text;
                Ok(())
            }
            None => Err(ReportError::UnknownTemplate(name.to_owned())),
        }
    }

    /// Sets and exports a brief.
    pub fn pdf(&self, brief: &Brief) -> Result<Pdf, ReportError> {
        sheet::check(brief)?;
        let template = Template::new(self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
        let mut refused = BTreeSet::new();
        for _ in 0..ATTEMPTS {
            let sheet = Sheet::new(brief, &self.fonts, &refused);
            let missing_glyphs = sheet.missing.iter().copied().collect();
            let document = self.set(&template, sheet)?;
            let absent = absent_characters(&document);
            if absent.is_empty() {
                let bytes = export(&document)?;
                typst::comemo::evict(2);
                return Ok(Pdf {
                    bytes,
                    pages: document.pages().len(),
                    missing_glyphs,
                });
            }
            refused.extend(absent);
        }
        Err(ReportError::Template(
            "some characters of the brief cannot be shown in any font".to_owned(),
        ))
    }

    fn set(&self, template: &Template, sheet: Sheet) -> Result<PagedDocument, ReportError> {
        let world = BriefWorld::new(&self.fonts, template, sheet.inputs);
        typst::compile::<PagedDocument>(&world).output.map_err(|errors| describe(&errors))
    }
}

fn export(document: &PagedDocument) -> Result<Vec<u8>, ReportError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| ReportError::Template(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Summitry".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| describe(&errors))
}

fn describe(errors: &[SourceDiagnostic]) -> ReportError {
    let told: Vec<String> = errors
        .iter()
        .take(3)
        .map(|error| {
            error
                .hints
                .iter()
                .fold(error.message.to_string(), |told, hint| format!("{told} ({})", hint.v))
        })
        .collect();
    ReportError::Template(told.join("; "))
}

/// Characters that were set with the *not defined* glyph: a cluster whose parts no single font has.
fn absent_characters(document: &PagedDocument) -> BTreeSet<char> {
    let mut absent = BTreeSet::new();
    for page in document.pages() {
        scan(&page.frame, &mut absent);
    }
    absent
}

fn scan(frame: &Frame, absent: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => scan(&group.frame, absent),
            FrameItem::Text(text) => scan_text(text, absent),
            _ => {}
        }
    }
}

fn scan_text(text: &TextItem, absent: &mut BTreeSet<char>) {
    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
        absent.extend(text.text.get(glyph.range()).unwrap_or_default().chars());
    }
}
