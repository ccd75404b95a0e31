//! The folders of the page: which may import which.

use super::{Finding, Source};

/// What each folder of `ui/src` may import besides itself. `features` stands for each folder inside it.
const LAYERS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("api", &["base"]),
    ("state", &["base", "api"]),
    ("widgets", &["base"]),
    ("timeline", &["base", "widgets"]),
    ("relations", &["base", "widgets"]),
    ("forms", &["base", "api", "state", "widgets"]),
    ("features", &["base", "api", "state", "widgets", "timeline", "relations", "forms"]),
    (
        "app",
        &["base", "api", "state", "widgets", "timeline", "relations", "forms", "features"],
    ),
];

/// Drawing folders draw what the core sends: they may name its types, but not call it.
const TYPES_OF_API: &[&str] = &["base", "widgets", "timeline", "relations"];

/// Imports that cross a border.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    sources
        .iter()
        .filter(|source| source.path.starts_with("ui/src/") && source.is_any_of(&["ts", "js", "svelte"]))
        .flat_map(|source| {
            imports(&source.text)
                .into_iter()
                .filter_map(|import| crossing(&source.path, &import))
        })
        .collect()
}

/// One import: what it names, the line it ends on, and whether it brings types alone.
struct Import<'a> {
    target: &'a str,
    line: usize,
    only_types: bool,
}

fn crossing(path: &str, import: &Import) -> Option<Finding> {
    let place = format!("{path}:{}", import.line);
    let (layer, feature) = layer_of(path);
    if import.target.starts_with("@tauri-apps") {
        return (layer != "api").then(|| format!("{place}: only ui/src/api speaks to the shell ({})", import.target));
    }
    let target = resolve(path, import.target)?;
    if !target.starts_with("ui/src/") {
        let is_test = path.ends_with(".test.ts");
        return (!is_test).then(|| format!("{place}: only tests may import from outside ui/src ({})", import.target));
    }
    let (target_layer, target_feature) = layer_of(&target);
    if target_layer == "features" && layer == "features" && feature != target_feature {
        return Some(format!(
            "{place}: a feature may not import another ({target_feature}); share through state or widgets"
        ));
    }
    if is_allowed(layer, target_layer, import.only_types) {
        return None;
    }
    Some(format!("{place}: `{layer}` may not import `{target_layer}` ({})", import.target))
}

fn is_allowed(layer: &str, target: &str, only_types: bool) -> bool {
    // Files directly under src start the page; compiled messages belong to everyone; unknown folders are refused.
    let allowed = LAYERS.iter().find(|(name, _)| *name == layer).map(|(_, allowed)| *allowed);
    layer == target
        || layer.is_empty()
        || target == "paraglide"
        || allowed.is_some_and(|allowed| allowed.contains(&target))
        || (only_types && target == "api" && TYPES_OF_API.contains(&layer))
}

/// The layer of a path from the root, and the feature where it is one.
fn layer_of(path: &str) -> (&str, &str) {
    let inside = path.strip_prefix("ui/src/").unwrap_or_default();
    match inside.split('/').collect::<Vec<_>>()[..] {
        ["features", feature, ..] => ("features", feature),
        [layer, _, ..] => (layer, ""),
        [folder] if LAYERS.iter().any(|(name, _)| *name == folder) => (folder, ""),
        _ => ("", ""),
    }
}

/// The path from the root that an import names; `None` for packages.
fn resolve(from: &str, target: &str) -> Option<String> {
    for alias in ["$lib/", "$src/", "@/", "~/", "$/", "src/"] {
        if let Some(rest) = target.strip_prefix(alias) {
            return Some(format!("ui/src/{rest}"));
        }
    }
    if let Some(alias) = target.strip_prefix('$') {
        return Some(format!("ui/src/{alias}"));
    }
    if !target.starts_with('.') {
        return None;
    }
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Every `from "…"`, `import "…"` and `import("…")`. Read line by line; a list over many lines ends in its `from`.
fn imports(text: &str) -> Vec<Import<'_>> {
    let mut only_types = false;
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let code = line.trim_start();
        if code.starts_with("import ") || code.starts_with("export ") {
            only_types = code.starts_with("import type ") || code.starts_with("export type ");
        }
        let starts = ["from \"", "from '", "import \"", "import '", "import(\"", "import('"];
        if code.starts_with("//") || code.starts_with('*') {
            continue;
        }
        let target = starts
            .iter()
            .find_map(|start| code.split_once(start))
            .and_then(|(_, rest)| rest.split(['"', '\'']).next());
        if let Some(target) = target {
            found.push(Import {
                target,
                line: index + 1,
                only_types: only_types && !code.contains("import("),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: &[&str]) {
        let findings = super::check(&[Source::new(path, text)]);
        assert_eq!(findings.len(), expected.len(), "{findings:?}");
        for (finding, word) in findings.iter().zip(expected) {
            assert!(finding.contains(word), "{finding}");
        }
    }

    #[test]
    fn downward_imports_pass() {
        check("ui/src/features/notes/Editor.svelte", "import { a } from '../../widgets/a';", &[]);
        check(
            "ui/src/app/App.svelte",
            "import Notes from \"../features/notes/Notes.svelte\";",
            &[],
        );
        check("ui/src/base/a.ts", "import * as m from '../paraglide/messages';", &[]);
        check("ui/src/state/errors.ts", "import { host } from '../api';", &[]);
        check("ui/src/main.ts", "import App from './app/App.svelte';", &[]);
        check("ui/src/timeline/draw.ts", "import type { Frame } from '../api/bindings';", &[]);
        check("ui/src/api/host.ts", "import { invoke } from '@tauri-apps/api/core';", &[]);
    }

    #[test]
    fn upward_imports_are_named() {
        check(
            "ui/src/base/a.ts",
            "import { s } from '../state/selection';",
            &["`base` may not import `state`"],
        );
        check(
            "ui/src/timeline/draw.ts",
            "import { frame } from '../api/host';",
            &["`timeline` may not import `api`"],
        );
        check(
            "ui/src/widgets/a.ts",
            "const x = await import('../app/keys');",
            &["`widgets` may not import `app`"],
        );
    }

    #[test]
    fn test_material_stays_with_tests() {
        let text = "import { record } from '../../tests/record';";
        check("ui/src/timeline/view.test.ts", text, &[]);
        check("ui/src/timeline/view.ts", text, &["only tests may import"]);
    }

    #[test]
    fn features_do_not_know_each_other() {
        let text = "import {\n  a,\n  b,\n} from '../notes/model';";
        check(
            "ui/src/features/events/list.ts",
            text,
            &["list.ts:4: a feature may not import another (notes)"],
        );
        check("ui/src/features/events/list.ts", "import a from './row';", &[]);
        check(
            "ui/src/features/events/list.ts",
            "import { Note } from '../notes';",
            &["another (notes)"],
        );
    }

    #[test]
    fn only_the_api_folder_knows_the_shell() {
        let text = "import { invoke } from \"@tauri-apps/api/core\";";
        check("ui/src/state/a.ts", text, &["only ui/src/api speaks to the shell"]);
    }
}
