//! Texts that would like to be code, break a line, or have no glyph.

use crate::fixture::{beijing, many};
use crate::tools::{saved, text};
use report::pdf;

const TEXTS: [&str; 18] = [
    "#read(\"/etc/passwd\")",
    "] #import \"x\": * [",
    "\\",
    "$x^2",
    "// gone? /* gone?",
    "*strong _emph `raw",
    "<event-1> @source-1",
    "= heading - item + item / term: x",
    "~ -- --- ... \"quotes\" 'single'",
    "https://example.org/#fragment",
    "#{ panic() }",
    "#eval(\"1\")",
    "\u{0}\u{1}\u{1b}[31m\u{7f}\u{9f}",
    "\u{202E}evil\u{2066}\u{200B}\u{FEFF}",
    "مرحبا بالعالم שלום עולם",
    "👨‍👩‍👧‍👦 🇰🇷 🚀 \u{E000}\u{10FFFF}",
    "e\u{301}\u{301}\u{301} q\u{327}\u{20D0} 가\u{301} 한\u{20DD}",
    "",
];

/// The hostile text in every field a person can fill.
fn poisoned(poison: &str) -> report::Brief {
    let mut brief = beijing();
    let owned = || poison.to_owned();
    for field in [
        &mut brief.title,
        &mut brief.subtitle,
        &mut brief.scope,
        &mut brief.as_of,
        &mut brief.marking,
    ] {
        *field = owned();
    }
    brief.conventions[0].label = owned();
    brief.conventions[0].text = owned();
    let judgement = &mut brief.judgements[0];
    (judgement.title, judgement.markdown, judgement.confidence) = (owned(), owned(), Some(owned()));
    let entry = &mut brief.chronology[2];
    let guest = &mut entry.participants[0];
    for field in [&mut guest.name, &mut guest.role, &mut guest.code] {
        *field = owned();
    }
    for field in [
        &mut entry.title,
        &mut entry.year,
        &mut entry.date,
        &mut entry.kind,
        &mut entry.status,
    ] {
        *field = owned();
    }
    (entry.month, entry.relative) = (Some(owned()), Some(owned()));
    (entry.place, entry.summary) = (Some(owned()), Some(owned()));
    (entry.quotes[0].text, entry.quotes[0].translation) = (owned(), Some(owned()));
    (
        entry.contested[0].attribute,
        entry.contested[0].claims[0].value,
        entry.contested[0].reason,
    ) = (owned(), owned(), Some(owned()));
    (entry.topics[0], entry.links[0].label) = (owned(), owned());
    let figure = brief.figure.as_mut().unwrap();
    (figure.lanes[0].name, figure.lanes[0].code, figure.marks[0].label) = (owned(), owned(), owned());
    (
        brief.matrix.as_mut().unwrap().countries[0].name,
        brief.dyads[0].cadence,
        brief.dyads[0].a.name,
    ) = (owned(), owned(), owned());
    (brief.dyads[0].ties[0].text, brief.dyads[0].contributions[0].title) = (owned(), owned());
    (brief.notes[0].title, brief.notes[0].markdown, brief.notes[0].about) = (owned(), owned(), vec![owned()]);
    let source = &mut brief.sources[0];
    for field in [
        &mut source.title,
        &mut source.publisher,
        &mut source.author,
        &mut source.url,
        &mut source.grade,
        &mut source.origin,
        &mut source.sha256,
    ] {
        *field = owned();
    }
    brief
}

#[test]
fn hostile_text_is_printed_and_never_run() {
    for (index, poison) in TEXTS.iter().enumerate() {
        let made = pdf(&poisoned(poison), &[]).unwrap_or_else(|error| panic!("{poison:?}: {error}"));
        let path = saved(&format!("hostile-{index}.pdf"), &made.bytes);
        let Some(text) = text(&path) else { continue };
        assert!(!text.contains("root:"), "{poison:?} was read");
        let plain = poison.is_ascii() && poison.chars().all(|character| !character.is_control());
        if plain && !poison.is_empty() {
            let wanted = poison.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&wanted), "{wanted:?} not in\n{text}");
        }
    }
}

#[test]
fn words_and_titles_of_ten_thousand_bytes_are_set() {
    for poison in ["x".repeat(10_000), "가".repeat(3_400), "word ".repeat(2_000), "://".repeat(3_400)] {
        let made = pdf(&poisoned(&poison), &[]).unwrap();
        assert!(made.pages > 10, "{} pages of {}", made.pages, &poison[..3]);
    }
}

#[test]
fn characters_without_glyph_are_named() {
    let mut brief = beijing();
    brief.chronology[0].title = "Launch 🚀 of a 𓀀 probe".to_owned();
    let made = pdf(&brief, &[]).unwrap();
    assert_eq!(made.missing_glyphs, ['𓀀', '🚀']);
    let path = saved("missing.pdf", &made.bytes);
    let Some(text) = text(&path) else { return };
    assert!(
        text.contains("Launch □ of a □ probe") && text.contains("U+13000, U+1F680"),
        "{text}"
    );
}

#[test]
fn a_font_of_the_caller_fills_the_gap() {
    let Ok(dejavu) = std::fs::read("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf") else {
        eprintln!("DejaVu Sans is not installed: this test did not run (fonts-dejavu-core)");
        return;
    };
    let mut brief = beijing();
    brief.chronology[0].title = "مرحبا".to_owned();
    assert!(!pdf(&brief, &[]).unwrap().missing_glyphs.is_empty());
    assert!(pdf(&brief, &[dejavu, b"no font".to_vec()]).unwrap().missing_glyphs.is_empty());
}

#[test]
fn a_thousand_events_are_all_there() {
    let mut brief = beijing();
    brief.judgements.clear();
    many(&mut brief, 1_000);
    let started = std::time::Instant::now();
    let made = pdf(&brief, &[]).unwrap();
    let took = started.elapsed();
    eprintln!("1,000 events: {} pages, {} bytes in {took:?}", made.pages, made.bytes.len());
    assert!(took.as_secs() < 60, "{took:?}");
    let path = saved("thousand.pdf", &made.bytes);
    let Some(text) = text(&path) else { return };
    for number in 1..=1_000 {
        assert_eq!(
            text.matches(&format!("Made event No {number} between two of the countries"))
                .count(),
            1,
            "{number}"
        );
    }
}

#[test]
fn an_empty_brief_is_a_brief() {
    let made = pdf(&report::Brief::default(), &[]).unwrap();
    assert!(made.pages >= 1);
}
