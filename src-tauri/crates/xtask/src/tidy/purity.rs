//! The pure crates: no files, no network, no environment, no clock. *Today* is a parameter there.

use super::{Finding, Source};

const PURE: &[&str] = &["dates", "domain", "timeline", "relations", "reader", "report", "words"];

/// What reaches outside the program.
const EFFECTS: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "File::open",
    "println!(",
    "eprintln!(",
];

/// Modules of `std` that reach outside, when they are imported in a group.
const EFFECT_MODULES: &[&str] = &["fs", "net", "env", "process"];

/// Every line of a pure crate's product code that reaches outside.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    sources.iter().filter(|source| is_pure(&source.path)).flat_map(effects_in).collect()
}

fn is_pure(path: &str) -> bool {
    let inside = |name: &str| path.starts_with(&format!("src-tauri/crates/{name}/src/"));
    let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
    path.ends_with(".rs") && PURE.iter().any(|name| inside(name)) && !is_test
}

fn effects_in(source: &Source) -> Vec<Finding> {
    product_lines(&source.text)
        .filter_map(|(number, line)| Some((number, effect_in(line)?)))
        .map(|(number, effect)| {
            format!(
                "{}:{number}: `{effect}` in a pure crate; take it as a parameter instead",
                source.path
            )
        })
        .collect()
}

fn effect_in(line: &str) -> Option<&'static str> {
    let code = line.split("//").next().unwrap_or_default();
    let grouped = code.split_once("use std::{").map(|(_, group)| group).unwrap_or_default();
    let words = || grouped.split([',', '{', '}', ';', ':', ' ']);
    let in_group = EFFECT_MODULES.iter().find(|module| words().any(|word| word == **module)).copied();
    EFFECTS.iter().copied().find(|effect| code.contains(effect)).or(in_group)
}

/// Lines outside of `#[cfg(test)]` items, with their numbers from 1. An item ends where its indentation returns.
fn product_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut skipped: Option<usize> = None;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let indent = line.len() - line.trim_start().len();
        match skipped {
            Some(start) => {
                let closes = indent == start && (line.trim_end().ends_with('}') || line.trim_end().ends_with(';'));
                if closes {
                    skipped = None;
                }
                None
            }
            None if line.trim_start().starts_with("#[cfg(test)]") => {
                skipped = Some(indent);
                None
            }
            None => Some((index + 1, line)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: usize) {
        let findings = super::check(&[Source::new(path, text)]);
        assert_eq!(findings.len(), expected, "{findings:?}");
    }

    #[test]
    fn effects_in_pure_crates_are_found() {
        check("src-tauri/crates/domain/src/date.rs", "let today = chrono::Utc::now();", 1);
        check("src-tauri/crates/reader/src/lib.rs", "use std::{collections::BTreeMap, fs};", 1);
        check("src-tauri/crates/report/src/a/b.rs", "let text = std::fs::read(path)?;", 1);
    }

    #[test]
    fn other_crates_tests_and_comments_may_speak_of_them() {
        check("src-tauri/crates/store/src/lib.rs", "std::fs::read(path)", 0);
        check("src-tauri/crates/domain/src/lib.rs", "// never Utc::now()", 0);
        check("src-tauri/crates/domain/tests/all.rs", "std::fs::read(path)", 0);
        let with_tests = "fn a() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n    std::env::var(x);\n}\nfn b() {}\n";
        check("src-tauri/crates/domain/src/lib.rs", with_tests, 0);
    }

    #[test]
    fn code_after_the_tests_counts_again() {
        let text = "#[cfg(test)]\nmod tests {\n}\nfn b() { std::env::args(); }\n";
        let findings = super::check(&[Source::new("src-tauri/crates/domain/src/lib.rs", text)]);
        assert!(findings[0].contains("lib.rs:4:"), "{findings:?}");
        check("src-tauri/crates/domain/src/lib.rs", "#[cfg(test)]\nmod tests;\nuse std::fs;\n", 1);
    }
}
