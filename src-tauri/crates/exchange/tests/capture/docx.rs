use crate::{
    made::{docx, paragraph, zip},
    read, refused, said,
};
use exchange::capture::CaptureError;

const PROPERTIES: &str = "<dc:title>Summit</dc:title><dc:creator>Micah Jonah</dc:creator><dc:language>ko-KR</dc:language>\
    <dcterms:created>2020-01-01T00:00:00Z</dcterms:created>";

#[test]
fn paragraphs_and_properties_are_read() {
    let body = [paragraph("Lee met Xi &amp; others."), paragraph("한중 정상회담"), paragraph("")].concat();
    let document = read(&docx(&body, PROPERTIES));
    assert_eq!(said(&document), "Summit / Micah Jonah / - / - / ko / -");
    assert_eq!(document.text, "Lee met Xi & others.\n\n한중 정상회담");
}

#[test]
fn a_date_line_is_that_of_publication() {
    let body = [
        paragraph("Summit in Beijing"),
        paragraph("8 January 2026"),
        paragraph("Lee met Xi."),
    ]
    .concat();
    assert_eq!(said(&read(&docx(&body, ""))), "Summit in Beijing / - / - / 2026-01-08 / - / -");
}

#[test]
fn runs_breaks_and_tables_are_kept() {
    let runs = "<w:p><w:r><w:t>Lee </w:t></w:r><w:r><w:t>met</w:t><w:br/><w:t>Xi</w:t></w:r></w:p>";
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("a"),
        cell("b"),
        cell("c"),
        cell("d")
    );
    let document = read(&docx(&format!("{runs}{table}{}", paragraph("after")), ""));
    assert_eq!(document.text, "Lee met\nXi\n\na\tb\nc\td\n\nafter");
}

#[test]
fn what_is_not_shown_is_dropped() {
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>";
    let deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>";
    assert_eq!(read(&docx(&format!("{hidden}{deleted}"), "")).text, "shown\n\nnew");
}

#[test]
fn bombs_are_refused() {
    let bomb = docx(&paragraph(&"a".repeat(70 << 20)), "");
    assert!(bomb.len() < 1 << 20);
    let error = refused(&bomb, "the Word document is larger than 64 MB");
    assert!(matches!(error, CaptureError::TooLarge { limit_mb: 64, .. }));
    let many = zip((0..2_100).map(|number| (format!("word/{number}.xml"), Vec::new())));
    refused(&many, "larger than 64 MB");
}

#[test]
fn documents_without_words_and_broken_ones_are_refused() {
    refused(&docx(&paragraph(" "), ""), "holds no text");
    refused(
        &zip([("word/other.xml".to_owned(), b"<a/>".to_vec())]),
        "the Word document could not be read",
    );
    refused(&zip([("xl/workbook.xml".to_owned(), b"<a/>".to_vec())]), "not known");
    refused(b"PK\x03\x04 word/ and nothing", "the Word document could not be read");
}

#[test]
fn deep_nesting_ends() {
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(3_000), "</w:tc></w:tr></w:tbl>".repeat(3_000));
    let outcome = exchange::capture::documents(&docx(&deep, ""), None);
    assert!(outcome.is_err(), "{outcome:?}");
}
