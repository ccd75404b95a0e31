//! What the first lines of an article say of it: title, author, date.

use super::{
    clean,
    dates::{self, DateLine},
};

/// How many short lines at the start may carry it.
const LINES: usize = 6;
/// A line with more characters is one of the article.
const SHORT: usize = 160;
/// A title is followed by a paragraph of at least this many characters, where no author or date follows.
const PARAGRAPH: usize = 200;

/// What the first lines of a text say; `published` is EDTF, a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    pub title: Option<String>,
    pub author: Option<String>,
    pub published: Option<String>,
}

/// Title, author and date from the first lines. Conservative: a line counts only where it is nothing else.
pub fn byline(text: &str) -> Byline {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(LINES + 1)
        .collect();
    let short = lines.iter().take(LINES).take_while(|line| line.chars().count() <= SHORT);
    let mut found = Byline::default();
    let mut first_hit = None;
    let mut updated = None;
    for (index, line) in short.enumerate() {
        for part in line.split(['|', '•', '·', '│']).map(str::trim) {
            let is_hit = take(part, &mut found, &mut updated);
            first_hit = first_hit.or(is_hit.then_some(index));
        }
    }
    found.published = found.published.or(updated);
    found.title = title(&lines, first_hit);
    found
}

/// Takes an author or a date from a line or a part of one; whether there was one.
fn take(part: &str, found: &mut Byline, updated: &mut Option<String>) -> bool {
    let (name, date) = name_and_date(part);
    if let Some(DateLine { date, is_update }) = date {
        let place = if is_update { updated } else { &mut found.published };
        *place = place.take().or(Some(date));
        found.author = found.author.take().or(name);
        return true;
    }
    let is_hit = name.is_some();
    found.author = found.author.take().or(name);
    is_hit
}

/// "By Micah Jonah", a date, or both with a comma between.
fn name_and_date(part: &str) -> (Option<String>, Option<DateLine>) {
    let cuts = part.match_indices([',', '—', '–', '-', '/']);
    let both = cuts
        .map(|(at, sign)| (part.get(..at), part.get(at + sign.len()..)))
        .find_map(|(before, after)| Some((author(before?)?, dates::in_line(after?)?)));
    if let Some((name, date)) = both {
        return (Some(name), Some(date));
    }
    (author(part), dates::in_line(part))
}

/// The author a line names: "By …", "Author: …", "… 기자", "记者 …".
pub fn author(line: &str) -> Option<String> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let labels = [
        "by ",
        "by: ",
        "author: ",
        "written by ",
        "par ",
        "作者：",
        "作者:",
        "记者：",
        "记者:",
        "记者 ",
        "記者：",
    ];
    if let Some(label) = labels.iter().find(|label| lower.starts_with(**label)) {
        let rest = line.get(label.len()..)?;
        let name = rest.split(['@', '<', '(', '/']).next()?.split(" in ").next()?;
        return is_names(name).then(|| clean::entry(name.trim_end_matches([',', '.']))).flatten();
    }
    let mut words = line.split_whitespace();
    let (name, role) = (words.next()?, words.next()?);
    let is_reporter = ["기자", "특파원", "記者"].contains(&role) && words.all(|rest| rest.contains('@') || rest == "=");
    (is_reporter && (2..=4).contains(&name.chars().count())).then(|| name.to_owned())
}

/// Two to twelve words that all look like parts of names, or a name in a script without capitals.
fn is_names(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let looks_like_name = |word: &&str| {
        let first = word.chars().next().unwrap_or_default();
        ["and", "et", "de", "van", "von", "der", "bin", "al", "el", "la", "&", "with"].contains(word)
            || (first.is_alphabetic() && !first.is_lowercase() && !word.contains(|letter: char| letter.is_ascii_digit()))
    };
    let has_capitals = text.contains(char::is_uppercase);
    let enough = if has_capitals {
        (2..=12).contains(&words.len())
    } else {
        words.len() == 1
    };
    enough && words.iter().all(looks_like_name) && !text.trim_end().ends_with(['.', ':', '?', '!'])
}

/// The first line where an author or a date follows it, or where a long paragraph does and it is no sentence.
fn title(lines: &[&str], first_hit: Option<usize>) -> Option<String> {
    let (first, second) = (lines.first()?, lines.get(1));
    let first = first.trim_start_matches('#').trim();
    let is_sentence = first.ends_with(['.', '。', ':', ';', ',', '，']);
    let is_short = first.chars().count() <= SHORT;
    let leads = match first_hit {
        Some(hit) => hit > 0,
        None => second.is_some_and(|line| line.chars().count() >= PARAGRAPH),
    };
    (leads && is_short && !is_sentence).then(|| clean::entry(first)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, title: &str, author: &str, published: &str) {
        let found = byline(text);
        let or_none = |entry: Option<String>| entry.unwrap_or_else(|| "-".to_owned());
        assert_eq!(
            [or_none(found.title), or_none(found.author), or_none(found.published)],
            [title, author, published],
            "{text}"
        );
    }

    #[test]
    fn first_lines_say_what_the_article_is() {
        check(
            "By Micah Jonah\nJanuary 8, 2026\nLee will visit Beijing.",
            "-",
            "Micah Jonah",
            "2026-01-08",
        );
        check(
            "Lee to visit Beijing\nBy Micah Jonah\n\nJan. 8, 2026\n\nText.",
            "Lee to visit Beijing",
            "Micah Jonah",
            "2026-01-08",
        );
        check(
            "# Summit\n\nBy A. Kim and B. Lee, 8 January 2026\n\nText.",
            "Summit",
            "A. Kim and B. Lee",
            "2026-01-08",
        );
        check("Summit\nBY JANE DOE | January 8, 2026\nText.", "Summit", "JANE DOE", "2026-01-08");
        check("Summit\nBy Jane Doe in Seoul\nText.", "Summit", "Jane Doe", "-");
        check(
            "한중 정상회담\n홍길동 기자 hong@example.com\n입력 2026.01.08 09:00\n본문",
            "한중 정상회담",
            "홍길동",
            "2026-01-08",
        );
        check("中韩会谈\n作者：李明\n2026年1月8日\n正文", "中韩会谈", "李明", "2026-01-08");
    }

    #[test]
    fn the_date_of_a_change_gives_way() {
        check(
            "Summit\nUpdated January 9, 2026\nPublished January 8, 2026\nText.",
            "Summit",
            "-",
            "2026-01-08",
        );
        check("Summit\nUpdated January 9, 2026\nText.", "Summit", "-", "2026-01-09");
    }

    #[test]
    fn a_headline_stands_over_a_long_paragraph() {
        let paragraph = "Words of the article. ".repeat(12);
        check(&format!("Lee in Beijing\n\n{paragraph}"), "Lee in Beijing", "-", "-");
        check(&format!("It was a long day.\n\n{paragraph}"), "-", "-", "-");
    }

    #[test]
    fn lines_of_the_article_are_left_alone() {
        check(
            "By then the talks had ended.\nThey met on January 8, 2026, in Seoul.",
            "-",
            "-",
            "-",
        );
        check("By Friday\nnothing", "-", "-", "-");
        check("Hello\nworld", "-", "-", "-");
        let late = format!("{}By Jane Doe\nJanuary 8, 2026", "line\n".repeat(8));
        check(&late, "-", "-", "-");
        let long = format!("{}\nBy Jane Doe", "Words of the article. ".repeat(12));
        check(&long, "-", "-", "-");
        check("", "-", "-", "-");
    }
}
