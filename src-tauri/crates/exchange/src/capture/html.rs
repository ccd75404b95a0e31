//! HTML → its main text and what its markup says of it. Nothing is executed, nothing fetched.

mod article;
mod blocks;
mod linked;
mod meta;

pub use meta::{address, two_letters};

use super::{CaptureError, Document, DocumentFormat, clean, complete, depth};

/// The largest page taken, in bytes.
const LARGEST: usize = 5 << 20;

/// Elements without words of the page.
const WITHOUT_WORDS: &str = "script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, map, \
    button, input, select, textarea, datalist, dialog, rt, rp, [hidden], [aria-hidden=true]";

/// The document in a page. `address` is where it was found; a fragment that was copied is taken whole.
pub fn read(html: &str, address: Option<&str>) -> Result<Document, CaptureError> {
    let dom = parse(html)?;
    let mut document = meta::of(&dom, address);
    drop_what_is_not_shown(&dom);
    if is_copied(html, &dom) {
        document.text = whole(&dom);
    } else {
        let main = article::main_text(dom);
        (document.text, document.left_out) = (main.text, main.left_out);
    }
    let title = document.title.take();
    complete(&mut document);
    document.title = title;
    Ok(document)
}

/// All the text of a piece of HTML, such as an item of a feed.
pub fn fragment(html: &str) -> Result<String, CaptureError> {
    let dom = parse(html)?;
    drop_what_is_not_shown(&dom);
    Ok(whole(&dom))
}

fn parse(html: &str) -> Result<dom_query::Document, CaptureError> {
    if html.len() > LARGEST {
        return Err(CaptureError::TooLarge {
            format: Some(DocumentFormat::Html),
            limit_mb: LARGEST >> 20,
        });
    }
    if depth::is_too_deep(html) {
        return Err(CaptureError::TooDeep);
    }
    Ok(dom_query::Document::from(html))
}

fn drop_what_is_not_shown(dom: &dom_query::Document) {
    dom.select(WITHOUT_WORDS).remove();
    for element in dom.select("[style]").nodes() {
        let style: String = element.attr_or("style", "").to_lowercase().split_whitespace().collect();
        if ["display:none", "visibility:hidden"].iter().any(|rule| style.contains(rule)) {
            element.remove_from_parent();
        }
    }
}

/// Whether it is a piece somebody copied: marked as such by the system, or without the head of a page.
fn is_copied(html: &str, dom: &dom_query::Document) -> bool {
    html.contains("<!--StartFragment") || !dom.select("head > title, head > link, head > meta[property]").exists()
}

fn whole(dom: &dom_query::Document) -> String {
    let body = dom.body().unwrap_or_else(|| dom.root());
    blocks::text(&body)
}
