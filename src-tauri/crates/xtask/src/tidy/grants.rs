//! The bridge: the capability file grants exactly the commands of the list, and of Tauri's only listening to events and the zoom of the page.

use super::{Finding, Source};
use serde_json::Value;
use std::collections::BTreeSet;

const LIST: &str = "src-tauri/crates/api/src/contract.rs";
const CAPABILITY: &str = "src-tauri/capabilities/window.json";
const OF_TAURI: &[&str] = &[
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:webview:allow-set-webview-zoom",
];

/// Commands without a grant, grants without a command, and capability files beyond the one.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let text = |path: &str| sources.iter().find(|source| source.path == path).map_or("", |source| &source.text);
    let listed = commands(text(LIST));
    let granted = grants(text(CAPABILITY));
    let expected: BTreeSet<_> = listed.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    let allowed = |grant: &&String| !expected.contains(*grant) && !OF_TAURI.contains(&grant.as_str());
    let others = sources.iter().filter(|source| is_other_capability(&source.path));
    expected
        .iter()
        .filter(|grant| !granted.contains(*grant))
        .map(|grant| format!("{CAPABILITY}: `{grant}` is missing, so the page cannot call the command"))
        .chain(
            granted
                .iter()
                .filter(allowed)
                .map(|grant| format!("{CAPABILITY}: `{grant}` is granted but no command of ours")),
        )
        .chain(others.map(|source| format!("{}: {CAPABILITY} is the only capability file", source.path)))
        .collect()
}

fn is_other_capability(path: &str) -> bool {
    path.starts_with("src-tauri/capabilities/") && path != CAPABILITY
}

/// The names in lines such as `events(EventsRequest) -> EventsResponse;`.
fn commands(list: &str) -> BTreeSet<String> {
    list.lines()
        .map(str::trim)
        .filter(|line| line.ends_with(';'))
        .filter_map(|line| line.split_once('(').map(|(name, _)| name))
        .filter(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
        .map(str::to_owned)
        .collect()
}

fn grants(capability: &str) -> BTreeSet<String> {
    let value: Value = serde_json::from_str(capability).unwrap_or_default();
    let permissions = value["permissions"].as_array().cloned().unwrap_or_default();
    permissions
        .iter()
        .map(|permission| permission.as_str().unwrap_or("an object").to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, permissions: &str, expected: &[&str]) {
        let capability = format!(r#"{{"permissions":[{permissions}]}}"#);
        let findings = super::check(&[Source::new(LIST, list), Source::new(CAPABILITY, &capability)]);
        assert_eq!(findings.len(), expected.len(), "{findings:?}");
        for (finding, word) in findings.iter().zip(expected) {
            assert!(finding.contains(word), "{finding}");
        }
    }

    const TWO: &str = "commands! {\n    about() -> About;\n    add_event(AddEventRequest) -> Change;\n}";

    #[test]
    fn each_command_is_granted_by_name() {
        check(TWO, r#""core:event:allow-listen","allow-about","allow-add-event""#, &[]);
        check(TWO, r#""allow-about""#, &["`allow-add-event` is missing"]);
        check(
            TWO,
            r#""allow-about","allow-add-event","core:default""#,
            &["`core:default` is granted"],
        );
        check(
            TWO,
            r#""allow-about","allow-add-event",{"identifier":"x"}"#,
            &["`an object` is granted"],
        );
    }

    #[test]
    fn a_second_capability_file_is_refused() {
        let findings = super::check(&[Source::new("src-tauri/capabilities/more.json", "{}")]);
        assert!(findings[0].contains("only capability file"), "{findings:?}");
    }
}
