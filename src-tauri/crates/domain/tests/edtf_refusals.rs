//! What is not EDTF is refused at the character where it goes wrong, with a hint.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::edtf::Edtf;

/// Each text, and where (from 0) it goes wrong.
const REFUSED: &[(&str, usize)] = &[
    ("", 0),
    ("   ", 0),
    ("hello", 0),
    ("2026-13", 5),
    ("2026-00", 5),
    ("2026-20", 5),
    ("2026-42", 5),
    ("2026-1", 5),
    ("2026-1-5", 5),
    ("2026-", 5),
    ("2026-01-", 8),
    ("2026-01-00", 8),
    ("2026-01-32", 8),
    ("2026-02-29", 8),
    ("2026-04-31?", 8),
    ("1900-02-29", 8),
    ("1985-02-3X", 8),
    ("X900-02-29", 8),
    ("1985-2X", 5),
    ("2001-21-05", 7),
    ("-0000", 0),
    ("-000", 0),
    ("-00", 0),
    ("12345", 0),
    ("1", 0),
    ("20X", 0),
    ("201-05", 3),
    ("19-05", 2),
    ("Y9999", 1),
    ("Y-9999", 1),
    ("Y00001", 1),
    ("Y", 1),
    ("Y17E", 4),
    ("Y1E99999999999999999999999", 1),
    ("Y99999999999999999999999999", 1),
    ("Y200000000001", 1),
    ("Y9E18S1", 1),
    ("Y170000002-05", 10),
    ("1950S", 5),
    ("1950S0", 5),
    ("195XS2", 4),
    ("1985-04-12T", 11),
    ("1985-04-12T25:00", 11),
    ("1985-04-12T24:00:01", 11),
    ("1985-04-12T24:00:00.5", 11),
    ("1985-04-12T10:61", 11),
    ("1985-04-12T10:00:60", 11),
    ("1985-04-12T10", 13),
    ("1985-04-12T10:00+15:00", 16),
    ("1985-04-12T10:00-12:01", 16),
    ("1985-04-12T10:00-00:00", 16),
    ("1985-04-12T10:00:00.", 20),
    ("1985-04T10:00", 7),
    ("1985-04-12?T10:00", 11),
    ("1985-04-XXT10:00", 10),
    ("2004/2003", 5),
    ("2004-06-11/2004-05", 11),
    ("2012-24/2012-21", 8),
    ("2004/2005/2006", 9),
    ("..", 2),
    ("[]", 1),
    ("[..]", 3),
    ("[1984", 5),
    ("[1984}", 5),
    ("[[1984]", 1),
    ("[1984,]", 6),
    ("[1990..1980]", 7),
    ("[1984]x", 6),
    ("{1960 1961}", 6),
    ("19850412", 0),
    ("1985-W15", 5),
    ("2026\u{2013}01", 4),
    ("  2026년", 6),
    ("2026-01-05 ~", 10),
    ("2026??", 5),
];

#[test]
fn refused_where_it_goes_wrong() {
    for (text, offset) in REFUSED {
        let error = Edtf::parse(text).expect_err(text);
        assert_eq!(error.offset(), *offset, "{text}: {error}");
        assert!(!error.problem().is_empty() && !error.hint().is_empty(), "{text}");
    }
}

#[test]
fn the_message_says_what_where_and_what_to_do() {
    let error = Edtf::parse("2026-02-29").unwrap_err();
    assert_eq!(
        error.to_string(),
        "this day is not in the calendar, at character 9: check the length of the month and the leap year"
    );
}

#[test]
fn overlong_input_is_cheap() {
    let text = format!("[{}2026]", "2026,".repeat(100_000));
    assert_eq!(Edtf::parse(&text).unwrap_err().offset(), 1_000);
}
