//! The main text of a page: what an extractor takes for the article, with the prose beside it that it lost.

use super::{blocks, whole};
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use std::collections::{HashMap, HashSet};

/// Elements that surround an article, by tag and role …
const SURROUNDINGS: &str =
    "nav, aside, footer, form, [role=navigation], [role=complementary], [role=contentinfo], [role=banner], [role=search]";
/// … and by a word of their class or id.
const SURROUNDING_WORDS: [&str; 31] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "donate",
    "footer",
    "masthead",
    "menu",
    "nav",
    "navigation",
    "newsletter",
    "paywall",
    "popular",
    "promo",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "social",
    "sponsored",
    "subscribe",
    "trending",
];
/// Elements by which a page marks what it is about, the widest first.
const MARKED: [&str; 4] = ["main", "[role=main]", "[itemprop=articleBody]", "article"];

/// The least length of a paragraph of prose, in characters; Chinese, Japanese and Korean say as much in fewer.
const PROSE: usize = 60;
const PROSE_CJK: usize = 25;
/// What is said of the site and not of its subject, in lower case.
const OF_THE_SITE: [&str; 7] = [
    "©",
    "all rights reserved",
    "cookies",
    "newsletter",
    "privacy policy",
    "sign up",
    "subscribe",
];

/// What was kept of a page, and the prose that was not.
#[derive(Debug, Default, PartialEq)]
pub struct MainText {
    pub text: String,
    pub left_out: String,
}

/// The main text of a page; all of it where no article is found.
pub fn main_text(page: Document) -> MainText {
    let everything = whole(&page);
    drop_surroundings(&page);
    let (marked, all) = (marked(&page), paragraphs(&whole(&page)));
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let found = Readability::with_document(page, None, Some(config)).and_then(|mut page| page.parse());
    let found = found.map(|article| blocks::text(&Document::from(article.content).root()));
    let Some(found) = found.ok().filter(|text| !text.is_empty()) else {
        return MainText {
            text: everything,
            left_out: String::new(),
        };
    };
    let found = paragraphs(&found);
    let kept = match marked {
        Some(marked) => restored(&found, &marked, true),
        None => restored(&found, &all, false),
    };
    let known = Paragraphs::of(&kept);
    let lost = all.into_iter().filter(|paragraph| is_prose(paragraph) && !known.hold(paragraph));
    MainText {
        left_out: lost.collect::<Vec<_>>().join("\n\n"),
        text: kept.join("\n\n"),
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::to_owned).collect()
}

/// What holds most of the page surrounds nothing, whatever it is called.
fn drop_surroundings(page: &Document) {
    let half = page.root().text().len() / 2;
    let by_tag = page.select(SURROUNDINGS);
    let named = page.select("[class], [id]");
    let named = named.nodes().iter().filter(|element| is_named_as_surrounding(element));
    for element in by_tag.nodes().iter().chain(named) {
        if element.text().len() < half {
            element.remove_from_parent();
        }
    }
}

fn is_named_as_surrounding(element: &NodeRef) -> bool {
    let names = ["class", "id"].map(|name| element.attr_or(name, "").to_lowercase());
    let mut words = names.iter().flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()));
    words.any(|word| SURROUNDING_WORDS.contains(&word))
}

/// The paragraphs of the one element that is marked as what the page is about.
fn marked(page: &Document) -> Option<Vec<String>> {
    MARKED.iter().find_map(|selector| {
        let marked = page.select(selector);
        let node = marked.nodes().first().filter(|_| marked.length() == 1)?;
        Some(paragraphs(&blocks::text(node)))
    })
}

/// What was found, with the prose and the tables of the page that stand between its paragraphs; where the page is `bounded`
/// to what it is about, with those before and after as well.
fn restored(found: &[String], page: &[String], bounded: bool) -> Vec<String> {
    let places: HashMap<String, usize> = found.iter().enumerate().map(|(at, paragraph)| (key(paragraph), at)).collect();
    let place = |paragraph: &String| places.get(&key(paragraph)).copied();
    let (first, last) = match (
        page.iter().position(|p| place(p).is_some()),
        page.iter().rposition(|p| place(p).is_some()),
    ) {
        (Some(_), Some(_)) if bounded => (0, page.len()),
        (Some(first), Some(last)) => (first, last + 1),
        _ => return found.to_vec(),
    };
    let known = Paragraphs::of(found);
    let mut kept: Vec<String> = Vec::new();
    let mut next = 0;
    for paragraph in page.get(first..last).unwrap_or_default() {
        match place(paragraph) {
            Some(at) if at >= next => {
                kept.extend(found.get(next..=at).unwrap_or_default().iter().cloned());
                next = at + 1;
            }
            None if (is_prose(paragraph) || paragraph.contains('\t')) && !known.hold(paragraph) => kept.push(paragraph.clone()),
            _ => {}
        }
    }
    kept.extend(found.get(next..).unwrap_or_default().iter().cloned());
    kept
}

/// Paragraphs to look others up in.
struct Paragraphs {
    keys: HashSet<String>,
    /// All of them, apart by a blank, which no key holds.
    joined: String,
}

impl Paragraphs {
    fn of(paragraphs: &[String]) -> Self {
        let keys: Vec<String> = paragraphs.iter().map(|paragraph| key(paragraph)).collect();
        Self {
            joined: keys.join(" "),
            keys: keys.into_iter().collect(),
        }
    }

    /// Whether a paragraph stands among them, perhaps as a part of one.
    fn hold(&self, paragraph: &str) -> bool {
        let wanted = key(paragraph);
        self.keys.contains(&wanted) || self.joined.contains(&wanted)
    }
}

/// The letters alone: extractors differ in their blanks.
fn key(paragraph: &str) -> String {
    paragraph.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Whether it says something: long enough, with the end of a sentence, and not of the site itself.
fn is_prose(paragraph: &str) -> bool {
    let is_cjk = |letter: char| matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    let least = if paragraph.chars().take(20).any(is_cjk) { PROSE_CJK } else { PROSE };
    let ended = paragraph.trim_end_matches(['”', '"', '’', '\'', ')', '」', '』']);
    let lower = paragraph.to_lowercase();
    paragraph.chars().count() >= least
        && ended.ends_with(['.', '!', '?', '。', '！', '？', '…'])
        && !OF_THE_SITE.iter().any(|words| lower.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(number: usize) -> String {
        format!("In paragraph {number} the two ministers met again, spoke for three hours, and agreed on one more point of their list.")
    }

    fn page(body: &str) -> Document {
        Document::from(format!("<html><head><title>T</title></head><body>{body}</body></html>"))
    }

    fn p(number: usize) -> String {
        format!("<p>{}</p>", sentence(number))
    }

    #[track_caller]
    fn check(body: &str, kept: &[usize], left_out: &[usize]) {
        let found = main_text(page(body));
        let numbers = |text: &str| -> Vec<usize> { (1..20).filter(|number| text.contains(&sentence(*number))).collect() };
        assert_eq!(
            (numbers(&found.text), numbers(&found.left_out)),
            (kept.to_vec(), left_out.to_vec()),
            "{body}\n{found:?}"
        );
    }

    #[test]
    fn a_paragraph_that_is_one_link_is_kept() {
        let linked = format!("<p><a href=/x>{}</a></p>", sentence(3));
        check(
            &format!("<article>{}{}{linked}{}{}</article>", p(1), p(2), p(4), p(5)),
            &[1, 2, 3, 4, 5],
            &[],
        );
        check(
            &format!("<div>{}{}{linked}{}{}</div>", p(1), p(2), p(4), p(5)),
            &[1, 2, 3, 4, 5],
            &[],
        );
    }

    #[test]
    fn an_article_in_several_blocks_is_one() {
        let block = |numbers: [usize; 2]| format!("<article><h2>Post</h2>{}{}</article>", p(numbers[0]), p(numbers[1]));
        let posts = [[1, 2], [3, 4], [5, 6]].map(block).concat();
        check(&format!("<main>{posts}</main>"), &[1, 2, 3, 4, 5, 6], &[]);
    }

    #[test]
    fn surroundings_are_neither_kept_nor_missed() {
        let around = format!(
            "<nav>{}</nav><div class='related-stories'>{}</div><aside>{}</aside>",
            p(7),
            p(8),
            p(9)
        );
        check(
            &format!("<main>{}{}{}{}</main>{around}", p(1), p(2), p(3), p(4)),
            &[1, 2, 3, 4],
            &[],
        );
    }

    #[test]
    fn prose_elsewhere_on_the_page_is_left_out_and_said() {
        let article = (1..=6).map(p).collect::<String>();
        let elsewhere = format!("<div><h3>Other</h3><ul><li><a href=/y>{}</a></ul></div>", sentence(9));
        check(&format!("<div class=story>{article}</div>{elsewhere}"), &[1, 2, 3, 4, 5, 6], &[9]);
    }
}
