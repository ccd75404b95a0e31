//! Damaged documents of every format: an error or a document, never a panic of ours; where a library panics, the worker
//! answers that the document is damaged.

use crate::{
    made::{docx, page, paragraph, pdf, sentence},
    worker::{answer, file},
};
use exchange::capture::{CaptureError, documents};
use std::{cell::RefCell, panic, sync::Once, thread};
use testkit::{Random, damaged, garbled, times};

/// Files of each format by default; `SUMMITRY_MUTATIONS` asks for more.
const FILES: usize = 300;
/// Parsers recurse; the worker gives them as much.
const STACK: usize = 64 << 20;

thread_local! {
    /// Where this thread panicked last, while it reads.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes where reading threads panic; other threads print as ever.
fn note_places() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            let place = panicked.location().map(|place| place.to_string()).unwrap_or_default();
            let is_noted = PLACE.with_borrow_mut(|noted| noted.as_mut().map(|noted| *noted = place)).is_some();
            if !is_noted {
                before(panicked);
            }
        }));
    });
}

/// Reads what `make` gives for each seed.
#[track_caller]
fn none_panics(make: impl Fn(u64) -> Vec<u8> + Send + 'static) {
    note_places();
    let reading = move || {
        PLACE.set(Some(String::new()));
        let mut panicked = Vec::new();
        for seed in 0..times("SUMMITRY_MUTATIONS", FILES) as u64 {
            let bytes = make(seed);
            if panic::catch_unwind(|| documents(&bytes, None).is_ok()).is_err() {
                panicked.push((seed, PLACE.with_borrow(Clone::clone).unwrap_or_default(), bytes));
            }
        }
        panicked
    };
    let panicked = thread::Builder::new().stack_size(STACK).spawn(reading).unwrap().join().unwrap();
    for (seed, place, bytes) in panicked {
        let is_library = place.replace('\\', "/").contains("/registry/");
        assert!(is_library, "seed {seed} panicked at {place}");
        let outcome = answer(&file(&bytes, None), &[]);
        assert!(matches!(outcome, Err(CaptureError::Damaged { .. })), "seed {seed}: {outcome:?}");
    }
}

/// Damaged and cut copies of a document that can be read.
#[track_caller]
fn check(whole: &[u8]) {
    assert!(documents(whole, None).is_ok());
    let (to_damage, to_cut) = (whole.to_vec(), whole.to_vec());
    none_panics(move |seed| damaged(&to_damage, &mut Random::new(seed)));
    none_panics(move |seed| to_cut[..Random::new(seed).below(to_cut.len())].to_vec());
}

#[test]
fn damaged_text() {
    check("Summit\nBy Ann Lee\nJanuary 8, 2026\n\n한중 정상회담 2026년 1월 8일".as_bytes());
    check(&encoding("한중 정상회담이 베이징에서 열렸다. 2026년 1월 8일"));
}

fn encoding(text: &str) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(u16::to_le_bytes)
        .fold(vec![0xff, 0xfe], |mut bytes, byte| {
            bytes.push(byte);
            bytes
        })
}

#[test]
fn damaged_html() {
    let head = r#"<title>T</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"H","datePublished":"2026-01-08"}</script>
        <meta property="og:title" content="T"><meta name="date" content="January 8, 2026"><link rel=canonical href="/a">"#;
    check(page(head, "<h1>T</h1><time datetime=2026-01-08>x</time><table><tr><td>a</table>").as_bytes());
}

#[test]
fn damaged_pdf() {
    let lines: Vec<String> = (1..9).map(sentence).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    check(&pdf(&[&lines, &["January 8, 2026"], &[]], "/Title (Summit) /Author (Ann Lee)"));
}

#[test]
fn damaged_docx() {
    let body: String = (1..9).map(|number| paragraph(&sentence(number)) + "\n").collect();
    check(&docx(&body, "<dc:title>Summit</dc:title>"));
    // The archive's checks would stop most damage before the parts are read.
    none_panics(move |seed| docx(&garbled(&body, &mut Random::new(seed)), "<dc:title>Summit</dc:title>"));
}

#[test]
fn damaged_feed() {
    let items: String = (1..5)
        .map(|number| format!("<item><title>{number}</title><pubDate>Thu, 08 Jan 2026 09:00:00 GMT</pubDate><description>&lt;p&gt;{}</description></item>", sentence(number)))
        .collect();
    check(format!("<rss version='2.0'><channel><title>x</title>{items}</channel></rss>").as_bytes());
    check(br#"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","content_text":"Lee met Xi","date_published":"2026-01-08"}]}"#);
}
