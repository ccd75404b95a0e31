//! The outside of the house and the size of its rooms.

use super::{Finding, Source};
use std::collections::BTreeSet;

/// From here on a file is mentioned, from the next on it is refused.
pub const LONG_LINES: usize = 300;
/// A file of this many lines wants to be two.
pub const TOO_LONG_LINES: usize = 600;

const TOP_LEVEL: &[&str] = &["Cargo.toml", "Cargo.lock", "src-tauri", "ui", "data", "README.md", "LICENSE"];

/// Entries at the root that are not on the list, and list entries that are missing.
pub fn top_level(sources: &[Source]) -> Vec<Finding> {
    let entries: BTreeSet<_> = sources.iter().filter_map(|source| source.path.split('/').next()).collect();
    let unknown = entries.iter().filter(|entry| !entry.starts_with('.') && !TOP_LEVEL.contains(entry));
    let missing = TOP_LEVEL.iter().filter(|entry| !entries.contains(**entry));
    unknown
        .map(|entry| format!("`{entry}` does not belong at the top level; it holds {}", TOP_LEVEL.join(", ")))
        .chain(missing.map(|entry| format!("`{entry}` is missing at the top level")))
        .collect()
}

/// Files of ours longer than the limit.
pub fn too_long(sources: &[Source]) -> Vec<Finding> {
    long_files(sources, TOO_LONG_LINES, usize::MAX)
}

/// Files of ours with more than `from` and at most `to` lines.
pub fn long_files(sources: &[Source], from: usize, to: usize) -> Vec<Finding> {
    sources
        .iter()
        .filter(|source| is_ours(source))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > from && *lines <= to)
        .map(|(source, lines)| format!("{}: {lines} lines; {from} is the limit, give a part its own file", source.path))
        .collect()
}

/// Code that people write and read: no data, no lock files, nothing generated.
fn is_ours(source: &Source) -> bool {
    let code = ["rs", "ts", "js", "mjs", "svelte", "css", "typ", "sql"];
    source.is_any_of(&code) && !source.path.starts_with("data/reference/") && source.path != "ui/src/api/bindings.ts"
}

/// Words that say a piece of code is not finished. Written in halves so that this file does not hold them.
const LEFTOVERS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("dbg", "!("),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("console", ".log("),
];

/// Lines that were left behind while working.
pub fn leftovers(sources: &[Source]) -> Vec<Finding> {
    sources
        .iter()
        .filter(|source| is_ours(source))
        // Programs of the command line speak by console.log; the page has no business to.
        .filter(|source| !source.path.starts_with("ui/e2e/"))
        .flat_map(|source| source.text.lines().enumerate().map(move |(index, line)| (source, index, line)))
        .filter_map(|(source, index, line)| {
            let word = LEFTOVERS.iter().find(|word| holds_word(line, word))?;
            Some(format!("{}:{}: `{word}` left behind", source.path, index + 1))
        })
        .collect()
}

/// Whether a line holds a word that does not end another: a calendar's `VTODO` is none.
fn holds_word(line: &str, word: &str) -> bool {
    let mut places = line.match_indices(word).map(|(at, _)| at);
    places.any(|at| !line.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_and_gaps_at_the_top_are_named() {
        let house: Vec<_> = TOP_LEVEL.iter().map(|entry| Source::new(&format!("{entry}/x"), "")).collect();
        assert!(top_level(&house).is_empty());
        let with_stranger: Vec<_> = house.into_iter().skip(1).chain([Source::new("docs/x.md", "")]).collect();
        let findings = top_level(&with_stranger);
        assert!(
            findings[0].contains("`docs`") && findings[1].contains("`Cargo.toml` is missing"),
            "{findings:?}"
        );
    }

    #[test]
    fn long_files_are_named_but_data_is_not() {
        let long = "x\n".repeat(601);
        let check = |path: &str, expected| assert_eq!(too_long(&[Source::new(path, &long)]).len(), expected, "{path}");
        check("src-tauri/src/main.rs", 1);
        check("ui/src/app/App.svelte", 1);
        check("ui/src/api/bindings.ts", 0);
        check("data/reference/countries.csv", 0);
        assert_eq!(
            long_files(&[Source::new("a.rs", &"x\n".repeat(400))], LONG_LINES, TOO_LONG_LINES).len(),
            1
        );
    }

    #[test]
    fn leftovers_are_named_with_their_line() {
        let text = format!("fn a() {{}}\n// {}: later\n", LEFTOVERS[0]);
        let findings = leftovers(&[Source::new("src-tauri/crates/domain/src/lib.rs", &text)]);
        assert!(findings[0].contains("lib.rs:2:"), "{findings:?}");
        assert!(leftovers(&[Source::new("README.md", &text)]).is_empty());
        let part_of_another = format!("// V{}\n", LEFTOVERS[0]);
        assert!(leftovers(&[Source::new("src-tauri/crates/domain/src/lib.rs", &part_of_another)]).is_empty());
    }
}
