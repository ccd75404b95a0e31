//! How deep HTML is nested, told before it is parsed: parsing costs the square of it.

/// The deepest nesting taken.
pub const DEEPEST: usize = 1_000;
/// How many open elements an end tag is compared with, so that no page costs more than its length.
const LOOKED_BACK: usize = 64;

/// Elements that never hold others, or whose end may be left out and is implied by the next of their kind.
const NOT_COUNTED: [&str; 34] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
    "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption", "option", "optgroup", "rt", "rp", "html", "head", "body", "frame",
];

/// Elements whose content is no markup.
const RAW: [&str; 7] = ["script", "style", "textarea", "title", "xmp", "noframes", "iframe"];

/// Whether the tags nest deeper than taken. An end tag closes the nearest open element of its name, or nothing.
pub fn is_too_deep(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (is_end, tag) = after.strip_prefix('/').map_or((false, after), |tag| (true, tag));
        let name = tag
            .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
            .next()
            .unwrap_or_default();
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) || is_one_of(&NOT_COUNTED, name) {
            continue;
        }
        if is_end {
            close(&mut open, name);
        } else if is_one_of(&RAW, name) {
            rest = after_raw(tag, name);
        } else {
            open.push(name);
            if open.len() > DEEPEST {
                return true;
            }
        }
    }
    false
}

fn close(open: &mut Vec<&str>, name: &str) {
    let mut innermost = open.iter().rev().take(LOOKED_BACK);
    if let Some(above) = innermost.position(|other| other.eq_ignore_ascii_case(name)) {
        open.truncate(open.len() - above - 1);
    }
}

/// What follows the end tag of a raw element; all is its content where there is none.
fn after_raw<'a>(tag: &'a str, name: &str) -> &'a str {
    let mut rest = tag;
    while let Some((_, after)) = rest.split_once("</") {
        if after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return after;
        }
        rest = after;
    }
    ""
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: bool) {
        assert_eq!(is_too_deep(html), expected, "{}", &html[..html.len().min(60)]);
    }

    #[test]
    fn depth_counts_and_length_does_not() {
        check(&"<div>".repeat(100_000), true);
        check(&"<DIV class='a'>".repeat(1001), true);
        check(&"<div>".repeat(1000), false);
        check(&"<div><b>a</b></div>".repeat(10_000), false);
        check(&"<p>a<br><li>b".repeat(10_000), false);
    }

    #[test]
    fn stray_end_tags_do_not_hide_depth() {
        check(&"<div></i>".repeat(1001), true);
        check(&"<b><i></b>".repeat(5_000), false);
    }

    #[test]
    fn what_is_no_markup_does_not_count() {
        let inside = "<div>".repeat(2000);
        check(&format!("<script>{inside}</script>"), false);
        check(&format!("<!-- {inside} -->"), false);
        check(&format!("<script></script>{inside}"), true);
        check(&"1 < 2 ".repeat(2000), false);
    }
}
