use crate::{
    made::{page, sentence},
    read, refused, said,
};
use exchange::capture::{self, CaptureError};

/// What a page with these tags in its head and before its article says.
#[track_caller]
fn check(head: &str, body: &str, expected: &str) {
    let document = read(page(head, body).as_bytes());
    assert_eq!(said(&document), expected, "{head} {body}");
    assert!(document.text.contains(&sentence(3)), "{}", document.text);
}

#[test]
fn linked_data_says_it() {
    let article = r#"{"@type":"NewsArticle","headline":"Lee &amp; Xi","datePublished":"2026-01-08T23:30:00-05:00",
        "author":[{"@type":"Person","name":"Micah Jonah"},{"name":"Ann Lee"}],"publisher":{"name":"The Herald"},"url":"https://example.com/a"}"#;
    let expected = "Lee & Xi / Micah Jonah, Ann Lee / The Herald / 2026-01-08 / en / https://example.com/a";
    let script = |json: &str| format!("<script type=\"application/ld+json\">{json}</script>");
    check(&script(article), "", expected);
    check(
        &script(&format!("[{{\"@type\":\"WebSite\",\"name\":\"x\"}},{article}]")),
        "",
        expected,
    );
    check(&script(&format!("{{\"@graph\":[{article}]}}")), "", expected);
    check(&script("{broken"), "", "- / - / - / - / en / -");
}

#[test]
fn meta_tags_say_it() {
    check(
        r#"<meta property="og:title" content="Lee in Beijing"><meta property="og:site_name" content="The Herald">
           <meta property="article:published_time" content="2026-01-08T09:00:00+09:00"><meta name="author" content="By Micah Jonah">
           <meta property="og:url" content="https://example.com/lee">"#,
        "",
        "Lee in Beijing / Micah Jonah / The Herald / 2026-01-08 / en / https://example.com/lee",
    );
    check(
        r#"<meta name="citation_title" content="T"><meta name="citation_author" content="A B"><meta name="citation_author" content="C D">
           <meta name="citation_publication_date" content="2026/01">"#,
        "",
        "T / A B, C D / - / 2026-01 / en / -",
    );
    check(
        r#"<meta name="DC.date" content="no date"><meta name="date" content="2026">"#,
        "",
        "- / - / - / 2026 / en / -",
    );
}

#[test]
fn elements_say_it() {
    check(
        "<title>Lee in Beijing | The Herald</title><link rel=canonical href=\"https://example.com/lee\">",
        "<h1>Lee in Beijing</h1><a rel=author href=/x>Micah Jonah</a> <time datetime=\"2026-01-08T01:00Z\">today</time>",
        "Lee in Beijing / Micah Jonah / - / 2026-01-08 / en / https://example.com/lee",
    );
    check(
        "<title>Lee - The Herald</title><meta property=og:site_name content='The Herald'>",
        "",
        "Lee / - / The Herald / - / en / -",
    );
    check(
        "",
        "<time datetime=2026-01-08>a</time><time datetime=2026-01-09>b</time>",
        "- / - / - / - / en / -",
    );
}

#[test]
fn addresses_are_of_the_web() {
    let said_address = |head: &str, found: Option<&str>| capture::page(&page(head, ""), found).unwrap().address;
    let canonical = "<link rel=canonical href='/news/1'><title>T</title>";
    let found = Some("https://example.com/news/1?from=mail");
    assert_eq!(said_address(canonical, found).as_deref(), Some("https://example.com/news/1"));
    assert_eq!(
        said_address("<link rel=canonical href='https://example.com/'>", found).as_deref(),
        found
    );
    assert_eq!(
        said_address("<meta property=og:url content='javascript:alert(1)'>", found).as_deref(),
        found
    );
    assert_eq!(said_address("", Some("file:///home/a.html")), None);
}

#[test]
fn the_article_is_told_from_the_page() {
    let text = read(page("<title>T</title>", "").as_bytes()).text;
    let paragraphs: Vec<String> = (1..=6).map(sentence).collect();
    assert_eq!(text, paragraphs.join("\n\n"));
}

#[test]
fn a_page_without_an_article_is_taken_whole() {
    let text = read(b"<html><head><title>T</title></head><body><div>Short</div><div>words</div></body></html>").text;
    assert_eq!(text, "Short\n\nwords");
}

#[test]
fn what_was_copied_is_taken_whole() {
    let copied = "<html><body><!--StartFragment--><nav>Menu</nav><p>By Micah Jonah</p><p>January 8, 2026</p><p>Lee met Xi.</p><!--EndFragment--></body></html>";
    let document = capture::page(copied, Some("https://example.com/a")).unwrap();
    assert_eq!(document.text, "Menu\n\nBy Micah Jonah\n\nJanuary 8, 2026\n\nLee met Xi.");
    assert_eq!(said(&document), "- / Micah Jonah / - / 2026-01-08 / - / https://example.com/a");
}

#[test]
fn scripts_never_appear() {
    let payloads = [
        "<script>PAYLOAD</script>",
        "<img src=x onerror=PAYLOAD>",
        "<svg><script>PAYLOAD</script></svg>",
        "<style>PAYLOAD</style>",
        "<a href='javascript:PAYLOAD'>link</a>",
        "<iframe srcdoc='PAYLOAD'>PAYLOAD</iframe>",
        "<noscript>PAYLOAD</noscript>",
        "<template>PAYLOAD</template>",
        "<math><mi>PAYLOAD</mi></math>",
        "<object data=PAYLOAD>PAYLOAD</object>",
        "<!-- PAYLOAD -->",
        "<textarea>PAYLOAD</textarea>",
        "<p style='display:none'>PAYLOAD</p>",
        "<sCrIpT\n>PAYLOAD</ScRiPt\n>",
        "<script>'</scr'+'ipt>';PAYLOAD</script>",
    ];
    for payload in payloads {
        let inside = page("<title>T</title>", "").replace("<p>In paragraph 3", &format!("<p>{payload}In paragraph 3"));
        for html in [page("<title>T</title>", payload), inside, format!("<p>Lee {payload} met Xi.</p>")] {
            let document = read(html.as_bytes());
            assert!(!format!("{document:?}").contains("PAYLOAD"), "{payload}: {document:?}");
            assert!(document.text.contains("met"), "{payload}: {document:?}");
        }
    }
}

#[test]
fn directions_are_kept() {
    let html = format!("<p dir=rtl>{}</p>", "נפגש \u{200f}(שי)\u{200f} בבייג׳ינג.");
    assert_eq!(read(html.as_bytes()).text, "נפגש \u{200f}(שי)\u{200f} בבייג׳ינג.");
}

#[test]
fn too_deep_and_too_large_pages_are_refused() {
    assert_eq!(refused("<div>".repeat(100_000).as_bytes(), "1000 levels"), CaptureError::TooDeep);
    let large = format!("<html>{}", "<p>words ".repeat(600_000));
    refused(large.as_bytes(), "the HTML page is larger than 5 MB");
    refused(b"<html><body><script>a()</script></body></html>", "holds no text");
}

#[test]
fn encodings_may_be_declared() {
    let mut bytes = b"<html><head><meta charset=\"shift_jis\"><title>".to_vec();
    bytes.extend([0x93, 0xfa, 0x96, 0x7b]);
    bytes.extend(b"</title></head><body><p>a</p></body></html>");
    assert_eq!(read(&bytes).title.as_deref(), Some("日本"));
}
