//! Which crate may know which: the allow-list, held against `cargo metadata`.

use super::Finding;
use crate::shell;
use anyhow::Result;
use serde_json::Value;
use std::collections::BTreeMap;

/// Which of our crates each may use. A crate that is not here may not exist.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("dates", &["domain"]),
    ("timeline", &["domain"]),
    ("relations", &["domain"]),
    ("reader", &["dates", "domain"]),
    ("store", &["domain"]),
    ("exchange", &["dates", "domain"]),
    ("words", &["domain"]),
    ("report", &["domain", "words"]),
    ("engine", &["domain", "store", "reader", "relations", "timeline"]),
    (
        "api",
        &[
            "dates",
            "domain",
            "engine",
            "exchange",
            "reader",
            "relations",
            "report",
            "timeline",
            "words",
        ],
    ),
    ("cli", &["api", "words"]),
    ("summitry-desktop", &["api"]),
    ("testkit", &["domain", "engine", "store"]),
    ("xtask", &[]),
];

/// Outside crates (by the start of their name) that only these of ours may use.
const OWNERS: &[(&str, &[&str])] = &[
    ("tauri", &["summitry-desktop"]),
    ("rusqlite", &["store"]),
    ("typst", &["report"]),
    // `domain` has its types as TypeScript behind a feature that `api` alone turns on.
    ("ts-rs", &["api", "domain"]),
];

/// What a dependency is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Product,
    Tests,
}

/// One of our crates and what it uses.
pub struct Crate {
    pub name: String,
    pub uses: Vec<(String, Use)>,
}

/// Our crates as cargo sees them.
pub fn crates_of_checkout() -> Result<Vec<Crate>> {
    let mut cargo = shell::command("cargo");
    let text = shell::output_of(cargo.args(["metadata", "--no-deps", "--format-version", "1"]))?;
    Ok(parse(&serde_json::from_str(&text)?))
}

fn parse(metadata: &Value) -> Vec<Crate> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let purpose = |value: &Value| {
        if value["kind"] == "dev" { Use::Tests } else { Use::Product }
    };
    list(&metadata["packages"])
        .iter()
        .map(|package| Crate {
            name: name(package),
            uses: list(&package["dependencies"])
                .iter()
                .map(|used| (name(used), purpose(used)))
                .collect(),
        })
        .collect()
}

/// Arrows that are not on the list, outside crates in the wrong hands, and circles.
pub fn check(crates: &[Crate]) -> Vec<Finding> {
    let mut findings: Vec<_> = crates.iter().flat_map(wrong_arrows).collect();
    findings.extend(crates.iter().flat_map(wrong_owners));
    findings.extend(circle(crates));
    findings
}

fn wrong_arrows(of: &Crate) -> Vec<Finding> {
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == of.name) else {
        return vec![format!(
            "crate `{}` is not on the list of arrows in xtask/src/tidy/arrows.rs",
            of.name
        )];
    };
    let ours = of.uses.iter().filter(|(used, _)| ARROWS.iter().any(|(name, _)| name == used));
    let for_tests = |used: &str, purpose: Use| purpose == Use::Tests && used == "testkit";
    ours.filter(|(used, purpose)| !allowed.contains(&used.as_str()) && !for_tests(used, *purpose))
        .map(|(used, _)| format!("crate `{}` may not use `{used}` (ARCHITECTURE.md, which way arrows point)", of.name))
        .collect()
}

fn wrong_owners(of: &Crate) -> Vec<Finding> {
    let owner = |used: &str| OWNERS.iter().find(|(start, _)| used.starts_with(start)).map(|(_, owners)| *owners);
    of.uses
        .iter()
        .filter_map(|(used, _)| Some((used, owner(used)?)))
        .filter(|(_, owners)| !owners.contains(&of.name.as_str()))
        .map(|(used, owners)| format!("crate `{}` may not use `{used}`: only {} may", of.name, owners.join(" and ")))
        .collect()
}

/// A circle among product dependencies, if there is one; cargo itself allows circles through tests.
fn circle(crates: &[Crate]) -> Option<Finding> {
    let uses: BTreeMap<_, Vec<_>> = crates.iter().map(|of| (of.name.as_str(), products_of(of))).collect();
    let mut path = Vec::new();
    uses.keys().find_map(|start| walk(start, &uses, &mut path))
}

fn products_of(of: &Crate) -> Vec<&str> {
    of.uses
        .iter()
        .filter(|(_, purpose)| *purpose == Use::Product)
        .map(|(used, _)| used.as_str())
        .collect()
}

fn walk<'a>(at: &'a str, uses: &BTreeMap<&'a str, Vec<&'a str>>, path: &mut Vec<&'a str>) -> Option<Finding> {
    if let Some(start) = path.iter().position(|earlier| *earlier == at) {
        return Some(format!("crates use each other in a circle: {} → {at}", path[start..].join(" → ")));
    }
    path.push(at);
    let found = uses.get(at).into_iter().flatten().find_map(|next| walk(next, uses, path));
    path.pop();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, uses: &[&str], tests: &[&str]) -> Crate {
        let product = uses.iter().map(|used| ((*used).to_owned(), Use::Product));
        let test = tests.iter().map(|used| ((*used).to_owned(), Use::Tests));
        Crate {
            name: name.to_owned(),
            uses: product.chain(test).collect(),
        }
    }

    fn expect(crates: &[Crate], words: &[&str]) {
        let findings = check(crates);
        assert_eq!(findings.len(), words.len(), "{findings:?}");
        for (finding, word) in findings.iter().zip(words) {
            assert!(finding.contains(word), "{finding}");
        }
    }

    #[test]
    fn good_arrows_pass() {
        expect(
            &[of("store", &["domain", "rusqlite"], &["testkit"]), of("domain", &["chrono"], &[])],
            &[],
        );
    }

    #[test]
    fn bad_arrows_are_named() {
        expect(&[of("domain", &["store"], &[])], &["`domain` may not use `store`"]);
        expect(&[of("domain", &[], &["engine"])], &["`domain` may not use `engine`"]);
        expect(&[of("shortcut", &[], &[])], &["`shortcut` is not on the list"]);
    }

    #[test]
    fn outside_crates_stay_with_their_owner() {
        expect(&[of("engine", &["rusqlite"], &[])], &["only store may"]);
        expect(&[of("api", &["tauri-plugin-dialog"], &[])], &["only summitry-desktop may"]);
        expect(&[of("cli", &[], &["typst-pdf"])], &["only report may"]);
    }

    #[test]
    fn circles_are_spelled_out() {
        let crates = [of("a", &["b"], &[]), of("b", &["c"], &[]), of("c", &["a"], &[])];
        assert_eq!(circle(&crates).unwrap(), "crates use each other in a circle: a → b → c → a");
        assert_eq!(circle(&[of("a", &["b"], &[]), of("b", &[], &["a"])]), None);
    }

    #[test]
    fn metadata_is_read() {
        let metadata = serde_json::json!({ "packages": [{ "name": "store", "dependencies": [
            { "name": "rusqlite", "kind": null }, { "name": "testkit", "kind": "dev" }] }] });
        let crates = parse(&metadata);
        assert_eq!(
            crates[0].uses,
            [("rusqlite".to_owned(), Use::Product), ("testkit".to_owned(), Use::Tests)]
        );
    }
}
