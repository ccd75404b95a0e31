//! Word documents (DOCX) → text, without headers, footers, comments and hidden text.

use super::{CaptureError, Document, DocumentFormat, clean, complete, html};
use office_oxide::{
    DocumentIR, OfficeError, core, docx,
    ir::{Element, InlineContent, List, Table},
    limits::Limits,
    options::ParseOptions,
};
use std::io::Cursor;

/// What the package may hold when unpacked, in bytes, and how many entries.
const UNPACKED: u64 = 64 << 20;
const ENTRIES: usize = 2_000;

/// The document's text and what its properties say. The day it was made is not that of publication and is not taken.
pub fn read(bytes: &[u8]) -> Result<Document, CaptureError> {
    let file = Cursor::new(bytes.to_vec());
    let opened = office_oxide::Document::from_reader_with(file, office_oxide::DocumentFormat::Docx, &options());
    let opened = opened.map_err(refusal)?;
    if let Some(part) = opened.as_docx().and_then(|document| document.unreadable_parts.first()) {
        return Err(CaptureError::damaged(
            DocumentFormat::Docx,
            format!("a part of it is broken ({part})"),
        ));
    }
    let parsed = opened.to_ir();
    let mut document = Document {
        title: parsed.metadata.title.as_deref().and_then(clean::entry),
        author: parsed.metadata.author.as_deref().and_then(clean::entry),
        language: parsed.metadata.language.as_deref().and_then(html::two_letters),
        text: clean::text(&text_of(&parsed)?),
        ..Document::default()
    };
    complete(&mut document);
    Ok(document)
}

fn options() -> ParseOptions {
    let mut options = ParseOptions::default();
    options.limits = Limits::strict();
    options.limits.package_entries = ENTRIES;
    options.limits.package_bytes = UNPACKED;
    options.limits.part_bytes = UNPACKED;
    options
}

fn refusal(error: OfficeError) -> CaptureError {
    let core = match &error {
        OfficeError::Core(core) | OfficeError::Docx(docx::DocxError::Core(core)) => core,
        _ => return CaptureError::damaged(DocumentFormat::Docx, error),
    };
    match core {
        core::Error::DecompressionLimit { .. } | core::Error::PackageLimit(_) => CaptureError::TooLarge {
            format: Some(DocumentFormat::Docx),
            limit_mb: (UNPACKED >> 20) as usize,
        },
        _ => CaptureError::damaged(DocumentFormat::Docx, error),
    }
}

fn text_of(parsed: &DocumentIR) -> Result<String, CaptureError> {
    let mut text = String::new();
    for section in &parsed.sections {
        write_elements(&section.elements, &mut text);
    }
    // The library tells what it leaves out by a sentence within the text.
    if text.contains("deeper than 100 levels not shown") || text.contains("nested too deeply not shown") {
        return Err(CaptureError::damaged(
            DocumentFormat::Docx,
            "its tables or text boxes are nested too deeply",
        ));
    }
    Ok(text)
}

/// Paragraphs with a blank line after each.
fn write_elements(elements: &[Element], text: &mut String) {
    for element in elements {
        match element {
            Element::Heading(heading) => write_line(&heading.content, text),
            Element::Paragraph(paragraph) if is_of_pictures(&paragraph.content) => {}
            Element::Paragraph(paragraph) => write_line(&paragraph.content, text),
            Element::Table(table) => write_table(table, text),
            Element::List(list) => write_list(list, text),
            Element::TextBox(text_box) => write_elements(&text_box.content, text),
            Element::Footnote(note) | Element::Endnote(note) if note.author.is_none() => write_elements(&note.content, text),
            Element::CodeBlock(code) => text.push_str(&code.content),
            _ => {}
        }
        text.push_str("\n\n");
    }
}

/// Whether it is the library's own remark on pictures, which are not wanted here.
fn is_of_pictures(content: &[InlineContent]) -> bool {
    matches!(content, [InlineContent::Text(span)] if span.text.starts_with("[some pictures not shown: together they exceed"))
}

fn write_line(content: &[InlineContent], text: &mut String) {
    for part in content {
        match part {
            InlineContent::Text(span) => text.push_str(&span.text),
            InlineContent::LineBreak => text.push('\n'),
            _ => {}
        }
    }
}

fn write_list(list: &List, text: &mut String) {
    for item in &list.items {
        write_elements(&item.content, text);
        if let Some(nested) = &item.nested {
            write_list(nested, text);
        }
    }
}

/// A line for each row, a tab between cells.
fn write_table(table: &Table, text: &mut String) {
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| {
            let mut inside = String::new();
            write_elements(&cell.content, &mut inside);
            clean::text(&inside).replace("\n\n", "\n")
        });
        text.push_str(&cells.collect::<Vec<_>>().join("\t"));
        text.push('\n');
    }
}
