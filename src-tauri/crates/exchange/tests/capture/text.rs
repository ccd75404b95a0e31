use crate::{read, refused, said};
use exchange::capture::documents;

#[test]
fn first_lines_are_said_and_kept() {
    let written = "Lee to visit Beijing\r\nBy Micah Jonah\r\nJanuary 8, 2026\r\n\r\n\r\nLee will meet Xi.  \r\n";
    let document = read(written.as_bytes());
    assert_eq!(said(&document), "Lee to visit Beijing / Micah Jonah / - / 2026-01-08 / - / -");
    assert_eq!(
        document.text,
        "Lee to visit Beijing\nBy Micah Jonah\nJanuary 8, 2026\n\nLee will meet Xi."
    );
}

#[test]
fn text_that_says_nothing_says_nothing() {
    let document = read("Lee met Xi.\nThey talked.".as_bytes());
    assert_eq!(said(&document), "- / - / - / - / - / -");
}

#[test]
fn other_directions_are_kept_word_for_word() {
    let written = "التقى الرئيس \u{200f}(شي)\u{200f} بالرئيس.\n\nנפגשו \u{202b}בבייג׳ינג\u{202c} 2026.";
    assert_eq!(read(written.as_bytes()).text, written);
}

#[test]
fn what_is_no_text_is_refused() {
    refused(b"", "holds no text");
    refused(b" \n\t\n", "holds no text");
    refused(b"\x00\x01\x02 binary", "not text");
    refused(b"\x89PNG\r\n\x1a\n", "not known");
    assert!(
        documents(&vec![b'a'; (64 << 20) + 1], None)
            .unwrap_err()
            .to_string()
            .contains("larger than 64 MB")
    );
}
