use crate::{made::pdf, read, refused, said};

#[test]
fn lines_become_paragraphs() {
    let page = [
        "Lee to visit Beijing",
        "January 8, 2026",
        "South Korean President Lee Jae Myung will visit Beijing for a second summit with",
        "Chinese President Xi Jinping, underscoring the intent of China to strengthen coope-",
        "ration with Seoul.",
        "Relations between Beijing and Tokyo remain strained, and the leaders are expected to",
        "discuss them.",
    ];
    let document = read(&pdf(
        &[&page],
        "/Title (Microsoft Word - draft.doc) /Author (Micah Jonah) /CreationDate (D:20200101000000Z)",
    ));
    assert_eq!(said(&document), "Lee to visit Beijing / Micah Jonah / - / 2026-01-08 / en / -");
    let paragraphs: Vec<&str> = document.text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 4, "{}", document.text);
    assert!(paragraphs[2].ends_with("strengthen cooperation with Seoul."), "{}", document.text);
}

#[test]
fn a_hyphen_that_belongs_to_its_word_stays() {
    let page = [
        "South Korean President Lee Jae-",
        "myung came to Beijing for a two-",
        "day visit and met the presi-",
        "dent of China, who praised the co-",
        "ordinated work of the co-ordinated teams.",
    ];
    let text = read(&pdf(&[&page], "")).text;
    assert_eq!(
        text,
        "South Korean President Lee Jae-myung came to Beijing for a two-day visit and met the president of China, who praised the \
         co-ordinated work of the co-ordinated teams."
    );
}

#[test]
fn the_day_it_was_made_is_not_that_of_publication() {
    let document = read(&pdf(
        &[&["Lee met Xi in Beijing."]],
        "/Title (Summit) /CreationDate (D:20260108000000Z)",
    ));
    assert_eq!(said(&document), "Summit / - / - / - / en / -");
    assert_eq!(document.text, "Lee met Xi in Beijing.");
}

#[test]
fn titles_may_be_in_any_script() {
    let document = read(&pdf(&[&["Text."]], "/Title <FEFFD55CC911> /Author (Jos\\351)"));
    assert_eq!(said(&document), "한중 / José / - / - / en / -");
}

#[test]
fn pages_follow_each_other() {
    let document = read(&pdf(&[&["The first page."], &["The second page."]], ""));
    assert_eq!(document.text, "The first page.\n\nThe second page.");
}

#[test]
fn a_pdf_of_pictures_holds_no_text() {
    refused(&pdf(&[&[], &[]], "/Title (Scan)"), "holds no text");
}

#[test]
fn broken_files_are_refused() {
    refused(b"%PDF-1.4\nnothing", "the PDF could not be read");
    refused(b"%PDF-1.7", "the PDF could not be read");
}
