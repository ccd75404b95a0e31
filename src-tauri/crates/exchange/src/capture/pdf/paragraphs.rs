//! Lines of pages → paragraphs.

mod cuts;

use cuts::Cuts;
use std::collections::HashMap;

/// A line of at least this share of the usual length runs on to the next.
const FULL: f64 = 0.75;
/// The same for a line that ends a sentence, and so may end the paragraph.
const FULL_AT_AN_END: f64 = 0.9;

/// A line at the top or bottom of at least this many pages, and of a third of all, belongs to none of them.
const RUNNING: usize = 3;

/// The pages' lines as paragraphs with a blank line between them; a word cut at a line's end is one word again. Page
/// numbers and running headers and footers are left out.
pub fn join(pages: &[String]) -> String {
    let mut pages: Vec<Vec<&str>> = pages.iter().map(|page| without_number(page)).collect();
    drop_running(&mut pages);
    let lines = pages.concat();
    let cuts = Cuts::in_lines(&lines);
    let usual = usual_length(&lines);
    let mut text = String::new();
    let mut before = "";
    for line in lines {
        if runs_on(before, line, usual) {
            append(&mut text, line, &cuts);
        } else {
            text.push_str("\n\n");
            text.push_str(line);
        }
        before = line;
    }
    text
}

/// Puts the hyphen back into those words, wrapped at a line's end on each page, to which it belongs.
pub fn give_hyphens_back(pages: &mut [String], wrapped: &[Vec<(String, String)>]) {
    let apart = |(page, words): (&String, &Vec<(String, String)>)| {
        let take_out = |page: String, (first, second): &(String, String)| page.replacen(&format!("{first}{second}"), "", 1);
        words.iter().fold(page.clone(), take_out)
    };
    let others: Vec<String> = pages.iter().zip(wrapped).map(apart).collect();
    let cuts = Cuts::in_lines(&others.iter().flat_map(|page| page.lines()).collect::<Vec<_>>());
    for (page, words) in pages.iter_mut().zip(wrapped) {
        for (first, second) in words {
            let Some(at) = page.find(&format!("{first}{second}")) else {
                continue;
            };
            let (before, after) = page.split_at(at + first.len());
            if cuts.keeps_hyphen(&format!("{before}-"), after) {
                *page = format!("{before}-{after}");
            }
        }
    }
}

/// The lines of a page, without a number that stands alone at its top or bottom.
fn without_number(page: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = page.trim().lines().map(str::trim).collect();
    if lines.last().is_some_and(|line| is_page_number(line)) {
        lines.pop();
    }
    if lines.first().is_some_and(|line| is_page_number(line)) {
        lines.remove(0);
    }
    // A blank line before a number ends no paragraph.
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

fn drop_running(pages: &mut [Vec<&str>]) {
    let mut counts: HashMap<(bool, String), usize> = HashMap::new();
    for page in pages.iter() {
        for (at_top, line) in [(true, page.first()), (false, page.last())] {
            if let Some(line) = line {
                *counts.entry((at_top, without_figures(line))).or_default() += 1;
            }
        }
    }
    let enough = RUNNING.max(pages.len() / 3);
    let count = |at_top: bool, line: &str| counts.get(&(at_top, without_figures(line))).copied().unwrap_or(0);
    for page in pages {
        if page.last().is_some_and(|line| count(false, line) >= enough) {
            page.pop();
        }
        if page.first().is_some_and(|line| count(true, line) >= enough) {
            page.remove(0);
        }
    }
}

/// The line but for its figures, which change from page to page.
fn without_figures(line: &str) -> String {
    line.replace(|letter: char| letter.is_ascii_digit(), "")
}

fn is_page_number(line: &str) -> bool {
    let figures = line
        .trim_matches(|letter: char| "-–— ".contains(letter))
        .trim_start_matches("Page ");
    !figures.is_empty() && figures.len() <= 4 && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// The length, in characters, that three of four lines do not exceed.
fn usual_length(lines: &[&str]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.chars().count()).filter(|length| *length > 0).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 3 / 4).copied().unwrap_or(0)
}

fn runs_on(before: &str, line: &str, usual: usize) -> bool {
    if before.is_empty() || line.is_empty() || is_list_item(line) {
        return false;
    }
    let ends = before.ends_with(['.', '!', '?', ':', '。', '”']);
    let least = if ends { FULL_AT_AN_END } else { FULL };
    let is_full = last_length(before, usual) as f64 >= least * usual as f64;
    let continues = line.starts_with(char::is_lowercase) && !ends;
    // Short lines throughout are a table, a list or a poem.
    (is_full && usual >= 20) || continues
}

/// The length of the last line of a line that was already joined from several because words were cut between them.
fn last_length(line: &str, usual: usize) -> usize {
    let length = line.chars().count();
    let longest = usual + usual / 8;
    if usual == 0 || length <= longest {
        length
    } else {
        (length - longest) % usual + longest - usual
    }
}

fn is_list_item(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let is_number = first.len() <= 4 && first.ends_with(['.', ')']) && first.starts_with(|letter: char| letter.is_ascii_digit());
    ["•", "-", "–", "*", "◦", "▪", "○", "·", "□"].contains(&first) || is_number
}

/// Adds a line to its paragraph.
fn append(text: &mut String, line: &str, cuts: &Cuts) {
    let first = line.chars().next().unwrap_or_default();
    let is_cut = text.ends_with('\u{ad}') || (ends_in_cut_word(text) && first.is_lowercase());
    if is_cut && cuts.keeps_hyphen(text, line) {
        // The next line goes on with the word.
    } else if is_cut {
        text.pop();
    } else if !(text.ends_with(is_written_without_blanks) && is_written_without_blanks(first)) {
        text.push(' ');
    }
    text.push_str(line);
}

fn ends_in_cut_word(text: &str) -> bool {
    let mut letters = text.chars().rev();
    matches!(letters.next(), Some('-' | '\u{2010}')) && letters.next().is_some_and(char::is_lowercase)
}

/// Chinese and Japanese, with their marks.
fn is_written_without_blanks(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pages: &[&str], expected: &[&str]) {
        let pages: Vec<String> = pages.iter().map(|page| (*page).to_owned()).collect();
        assert_eq!(join(&pages).trim(), expected.join("\n\n"));
    }

    #[test]
    fn full_lines_run_on() {
        check(
            &[
                "Lee met Xi in Beijing on Monday for a\nsecond summit in two months, and said\nties would grow.\nThe next paragraph begins here and goes\non.",
            ],
            &[
                "Lee met Xi in Beijing on Monday for a second summit in two months, and said ties would grow.",
                "The next paragraph begins here and goes on.",
            ],
        );
    }

    #[test]
    fn words_cut_in_two_are_one() {
        check(
            &["The leaders discussed the coope-\nration of both countries"],
            &["The leaders discussed the cooperation of both countries"],
        );
        check(
            &["South Korean President Lee Jae-\nmyung came for a two-\nday visit with the Chinese presi-\ndent"],
            &["South Korean President Lee Jae-myung came for a two-day visit with the Chinese president"],
        );
        check(
            &["A co-ordinated answer to the co-\nordinated strikes on the Presi-\ndent of the re-\npublic"],
            &["A co-ordinated answer to the co-ordinated strikes on the President of the republic"],
        );
        check(
            &["The talks with North-\nKorean officials were held"],
            &["The talks with North- Korean officials were held"],
        );
    }

    #[test]
    fn paragraphs_run_over_pages_without_their_numbers() {
        check(
            &["The first page ends in the middle of a\n\n- 1 -", "2\nsentence that goes on."],
            &["The first page ends in the middle of a sentence that goes on."],
        );
    }

    #[test]
    fn running_headers_and_footers_are_left_out() {
        let page = |number: usize, words: &str| format!("Annual report\n{words}\nSeoul, page {number} of 4");
        let words = ["One.", "Two.", "Three.", "Four."];
        let pages: Vec<String> = words.iter().enumerate().map(|(index, words)| page(index + 1, words)).collect();
        assert_eq!(join(&pages).trim(), words.join("\n\n"));
        check(&["Alone", "Alone"], &["Alone", "Alone"]);
    }

    #[test]
    fn chinese_is_joined_without_a_blank() {
        check(
            &["中国国家主席习近平在北京会见了来访的韩国总统李在\n明。"],
            &["中国国家主席习近平在北京会见了来访的韩国总统李在明。"],
        );
    }

    #[test]
    fn lists_stay_lists() {
        check(
            &["The agenda had these points to discuss:\n• trade\n• security"],
            &["The agenda had these points to discuss:", "• trade", "• security"],
        );
        check(&["Name\nRole\nPlace"], &["Name", "Role", "Place"]);
    }
}
