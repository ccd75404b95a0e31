//! The files of the checkout that git would hand on: tracked, or new and not ignored.

use crate::{paths, shell};
use anyhow::Result;

/// One file: its path with forward slashes from the root, and its text where it is text of ours.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// A file for a test of a rule.
    #[cfg(test)]
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Whether the name ends in one of `extensions`.
    pub fn is_any_of(&self, extensions: &[&str]) -> bool {
        self.path
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extensions.contains(&extension))
    }
}

/// Reads them all. Files that are not UTF-8 (pictures, fonts) count as empty.
pub fn of_checkout() -> Result<Vec<Source>> {
    let mut git = shell::command("git");
    let listing = shell::output_of(git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]))?;
    let root = paths::root();
    let read = |path: &str| std::fs::read(root.join(path)).ok();
    Ok(listing
        .split('\0')
        .filter(|path| !path.is_empty())
        .filter_map(|path| {
            Some(Source {
                path: path.to_owned(),
                text: String::from_utf8(read(path)?).unwrap_or_default(),
            })
        })
        .collect())
}
