//! What a page's markup says of it: JSON-LD, OpenGraph and other meta tags, then the elements themselves.

use super::{clean, linked};
use crate::capture::{Document, byline, dates};
use chrono::NaiveDate;
use dom_query::NodeRef;
use std::collections::BTreeMap;
use url::Url;

const TITLES: [&str; 6] = [
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "parsely-title",
];
const AUTHORS: [&str; 10] = [
    "author",
    "article:author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "byl",
    "sailthru.author",
    "dable:author",
    "og:article:author",
];
const PUBLISHERS: [&str; 5] = [
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
];
const DATES: [&str; 18] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "article.published",
    "og:published_time",
];
const ADDRESSES: [&str; 3] = ["og:url", "twitter:url", "parsely-link"];
const LANGUAGES: [&str; 4] = ["content-language", "og:locale", "dc.language", "dcterms.language"];

/// Elements of the day of a later change, which is never that of publication.
const CHANGES: &str = "[itemprop=dateModified], time.updated, time.modified";
/// A page changed so many days after it was begun is not what was published then.
const LONG_AFTER: i64 = 366;

/// Everything but the text. `found_at` is where the page was found.
pub fn of(dom: &dom_query::Document, found_at: Option<&str>) -> Document {
    let page = Page::new(dom);
    let said = linked::article(&page.linked).unwrap_or_default();
    let publisher = said.publisher.clone().or_else(|| page.entry(&PUBLISHERS));
    let titles = [
        said.headline.clone(),
        said.name.clone(),
        page.entry(&TITLES),
        page.title(publisher.as_deref()),
        page.heading(),
    ];
    let language = page
        .attribute("html", "lang")
        .or_else(|| page.entry(&LANGUAGES))
        .or_else(|| said.language.clone());
    let published = if page.is_rewritten(&said) {
        None
    } else {
        said.published.or_else(|| page.published())
    };
    Document {
        title: agreed(&titles.into_iter().flatten().collect::<Vec<_>>()),
        author: said.author.or_else(|| page.author()),
        published,
        language: language.and_then(|tag| two_letters(&tag)),
        address: page.address(said.address, found_at),
        publisher,
        ..Document::default()
    }
}

struct Page<'a> {
    dom: &'a dom_query::Document,
    /// What meta tags say, by name in lower case; several of a name in their order.
    entries: BTreeMap<String, Vec<String>>,
    linked: Vec<String>,
}

impl<'a> Page<'a> {
    fn new(dom: &'a dom_query::Document) -> Self {
        let mut entries: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for meta in dom.select("meta[content]").nodes() {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key));
            let content = meta.attr("content").and_then(|content| clean::entry(&content));
            if let (Some(name), Some(content)) = (name, content) {
                entries.entry(name.trim().to_lowercase()).or_default().push(content);
            }
        }
        let scripts = dom.select("script[type='application/ld+json']");
        let linked = scripts.nodes().iter().map(|script| script.text().to_string()).collect();
        Self { dom, entries, linked }
    }

    fn entry(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.entries.get(*name)?.first().cloned())
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        clean::entry(&self.dom.select_single(selector).attr(name)?)
    }

    fn words(&self, selector: &str) -> Option<String> {
        clean::entry(&self.dom.select_single(selector).text())
    }

    /// The only heading of the first rank.
    fn heading(&self) -> Option<String> {
        let headings = self.dom.select("h1");
        (headings.length() == 1).then(|| clean::entry(&headings.text())).flatten()
    }

    /// Whether the page goes on being written, as those of an encyclopedia do: the day it was begun is not that of its words.
    fn is_rewritten(&self, said: &linked::Said) -> bool {
        let is_wiki = self
            .entry(&["generator"])
            .is_some_and(|generator| generator.to_lowercase().contains("mediawiki"));
        let day = |date: &Option<String>| date.as_deref()?.get(..10)?.parse::<NaiveDate>().ok();
        let changed_later = day(&said.published).zip(day(&said.modified));
        is_wiki || (!said.is_news && changed_later.is_some_and(|(begun, changed)| (changed - begun).num_days() > LONG_AFTER))
    }

    /// The only heading of the first rank where the page's title begins with it, else that title without the publisher.
    fn title(&self, publisher: Option<&str>) -> Option<String> {
        let heading = self.heading();
        let Some(title) = self.words("head > title") else { return heading };
        if let Some(heading) = heading.filter(|heading| title.starts_with(heading.as_str())) {
            return Some(heading);
        }
        let shorter = publisher.and_then(|publisher| title.strip_suffix(publisher));
        let shorter = shorter.map(|title| title.trim_end_matches([' ', '|', '-', '–', '—', ':', '·', '«', '»', '<']));
        Some(shorter.filter(|title| !title.is_empty()).unwrap_or(&title).to_owned())
    }

    fn author(&self) -> Option<String> {
        let listed = AUTHORS.iter().find_map(|name| {
            let names: Vec<_> = self
                .entries
                .get(*name)?
                .iter()
                .filter(|name| !name.contains("://"))
                .cloned()
                .collect();
            (!names.is_empty()).then(|| names.join(", "))
        });
        let shown = || {
            self.words("[itemprop=author] [itemprop=name]")
                .or_else(|| self.words("[rel=author], [itemprop=author]"))
        };
        let author = listed.or_else(shown)?;
        Some(byline::author(&author).unwrap_or(author))
    }

    fn published(&self) -> Option<String> {
        let names = DATES.iter().filter_map(|name| self.entries.get(*name)?.first());
        names.into_iter().find_map(|date| dates::stated(date)).or_else(|| self.shown_date())
    }

    /// The date of the element that is marked as the publication's, of the first in the article, or of the only one.
    fn shown_date(&self) -> Option<String> {
        let marked = "[itemprop=datePublished], time[pubdate], time.published, time.entry-date";
        let date = |selector: &str| {
            let selected = self.dom.select_single(selector);
            let written = ["datetime", "content"].iter().find_map(|name| selected.attr(name));
            written.or_else(|| Some(selected.text())).and_then(|date| dates::stated(&date))
        };
        let all = self.dom.select("time[datetime]");
        let changes = self.dom.select(CHANGES);
        let is_own = |time: &&NodeRef| !changes.nodes().iter().any(|change| change.id == time.id);
        let own = all.nodes().iter().filter(is_own);
        let mut days = own.filter_map(|time| dates::stated(&time.attr("datetime")?));
        // An element of the day of a change may show both days.
        let shown = || {
            let words: Vec<String> = changes.nodes().iter().map(|change| change.text().to_string()).collect();
            let mut lines = words
                .iter()
                .flat_map(|words| words.split(['|', '•', '·', '│']))
                .filter_map(|part| dates::in_line(part.trim()));
            lines.find(|line| !line.is_update).map(|line| line.date)
        };
        let only = || days.next().filter(|first| days.all(|day| day == *first));
        let first = || {
            self.dom
                .select("article time[datetime]")
                .nodes()
                .iter()
                .find(is_own)
                .and_then(|time| dates::stated(&time.attr("datetime")?))
        };
        date(marked).or_else(shown).or_else(first).or_else(only)
    }

    /// What the page calls its own address, but for a front page given as that of an article.
    fn address(&self, linked: Option<String>, found_at: Option<&str>) -> Option<String> {
        let found = found_at.and_then(|found| address(found, None));
        let canonical = self.attribute("link[rel=canonical]", "href");
        let named = canonical
            .or_else(|| self.entry(&ADDRESSES))
            .and_then(|named| address(&named, found.as_deref()));
        let named = named
            .or(linked)
            .filter(|named| !is_front(named) || found.as_deref().is_none_or(is_front));
        named.or(found)
    }
}

/// The title that most of the others agree with; among equals the first.
fn agreed(titles: &[String]) -> Option<String> {
    let key = |title: &String| -> String {
        title
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let keys: Vec<String> = titles.iter().map(key).collect();
    // One with the name of the site behind it agrees with one without.
    let agree = |one: &String| {
        keys.iter()
            .filter(|other| other.starts_with(one.as_str()) || one.starts_with(other.as_str()))
            .count()
    };
    let best = keys
        .iter()
        .enumerate()
        .max_by_key(|(at, key)| (agree(key), std::cmp::Reverse(*at)))?;
    titles.get(best.0).cloned()
}

/// An http or https address, made whole from the one it was found at; `None` for every other scheme.
pub fn address(written: &str, base: Option<&str>) -> Option<String> {
    let written = written.trim();
    let url = match (Url::parse(written), base) {
        (Ok(url), _) => url,
        (Err(_), Some(base)) => Url::parse(base).ok()?.join(written).ok()?,
        (Err(_), None) => return None,
    };
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (is_web && url.as_str().len() <= 2_000).then(|| url.to_string())
}

fn is_front(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| url.path() == "/" && url.query().is_none())
}

/// The language of a tag such as `ko-KR` or `en_US`; `None` where it has three letters or is none.
pub fn two_letters(tag: &str) -> Option<String> {
    let language = tag.trim().split(['-', '_', ',', ' ']).next()?.to_ascii_lowercase();
    (language.len() == 2 && language.bytes().all(|letter| letter.is_ascii_lowercase())).then_some(language)
}
