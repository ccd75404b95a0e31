//! Sets a brief: validates it, cleans its texts, hands it to Typst, exports the PDF.

use std::collections::BTreeSet;

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
const TEMPLATE_FILES: [(&str, &str); 8] = bundled![
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

/// The PDF of a brief with the bundled templates; `extra_fonts` (TTF, OTF or TTC bytes, such as the system's) serve characters the bundled fonts lack.
///
/// Takes about a millisecond an event in a release build.
pub fn pdf(brief: &Brief, extra_fonts: &[Vec<u8>]) -> Result<Pdf, ReportError> {
    sheet::check(brief)?;
    let (fonts, template) = (Fonts::new(extra_fonts), Template::new(TEMPLATE_FILES)?);
    let mut refused = BTreeSet::new();
    for _ in 0..ATTEMPTS {
        let sheet = Sheet::new(brief, &fonts, &refused);
        let missing_glyphs = sheet.missing.iter().copied().collect();
        let world = BriefWorld::new(&fonts, &template, sheet.inputs);
        let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| describe(&errors))?;
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
