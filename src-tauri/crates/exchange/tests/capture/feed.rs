use crate::{refused, said};
use exchange::capture::{Document, documents};

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Herald</title><language>ko-kr</language><link>https://example.com</link>
<item><title>Lee &amp; Xi</title><link>https://example.com/1</link><dc:creator>Micah Jonah</dc:creator>
<pubDate>Thu, 08 Jan 2026 23:30:00 -0800</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>Lee met Xi.</p><script>PAYLOAD</script><p>They talked.</p>]]></content:encoded></item>
<item><title>Second</title><link>javascript:PAYLOAD</link><description>&lt;b&gt;Bold&lt;/b&gt; words</description></item>
<item><title></title></item>
</channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title><id>x</id>
<updated>2026-01-09T00:00:00Z</updated><entry><id>1</id><title type="html">One &amp;amp; two</title>
<link rel="alternate" href="https://example.com/a"/><link rel="enclosure" href="https://example.com/b"/>
<published>2026-01-08T23:30:00+09:00</published><updated>2026-01-09T00:00:00Z</updated><author><name>A B</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Lee</p><p>Xi</p></div></content></entry></feed>"#;

const JSON: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[
{"id":"1","title":"T","url":"https://example.com/j","content_html":"<p>Lee met Xi.</p>","date_published":"2026-01-08T01:00:00+09:00"}]}"#;

fn read(feed: &str) -> Vec<Document> {
    documents(feed.as_bytes(), None).unwrap()
}

#[test]
fn rss_items_are_documents() {
    let items = read(RSS);
    assert_eq!(items.len(), 2);
    assert_eq!(
        said(&items[0]),
        "Lee & Xi / Micah Jonah / The Herald / 2026-01-08 / ko / https://example.com/1"
    );
    assert_eq!(items[0].text, "Lee met Xi.\n\nThey talked.");
    assert_eq!(said(&items[1]), "Second / - / The Herald / - / ko / -");
    let relative = RSS.replace("javascript:PAYLOAD", "/news/2");
    assert_eq!(
        said(&read(&relative)[1]),
        "Second / - / The Herald / - / ko / https://example.com/news/2"
    );
    assert_eq!(items[1].text, "Bold words");
    assert!(!format!("{items:?}").contains("PAYLOAD"));
}

#[test]
fn atom_and_json_items_are_documents() {
    let atom = read(ATOM);
    assert_eq!(said(&atom[0]), "One & two / A B / Wire / 2026-01-08 / en / https://example.com/a");
    assert_eq!(atom[0].text, "Lee\n\nXi");
    let json = read(JSON);
    assert_eq!(said(&json[0]), "T / - / Feed / 2026-01-08 / - / https://example.com/j");
}

#[test]
fn at_most_500_items_are_taken() {
    let items: String = (0..700).map(|number| format!("<item><title>{number}</title></item>")).collect();
    let found = read(&format!("<rss version='2.0'><channel><title>x</title>{items}</channel></rss>"));
    assert_eq!((found.len(), found[499].text.as_str()), (500, "499"));
}

#[test]
fn broken_and_empty_feeds_are_refused() {
    refused(b"<rss version='2.0'><channel>", "the feed could not be read");
    refused(b"<rss version='2.0'><channel></channel></rss>", "holds no text");
    refused(b"<rss version='9'>", "the feed could not be read");
    let large = format!("<rss version='2.0'>{}", " ".repeat(10 << 20));
    refused(large.as_bytes(), "the feed is larger than 10 MB");
}

#[test]
fn entities_do_not_multiply() {
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>x&b;&c;</title></item></channel></rss>"#;
    let outcome = documents(bomb.as_bytes(), None);
    assert!(
        !format!("{outcome:?}").contains("aaaa") && !format!("{outcome:?}").contains("root:"),
        "{outcome:?}"
    );
}
