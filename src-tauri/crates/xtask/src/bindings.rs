//! The TypeScript side of the contract: written by the `api` crate, committed, and checked for being current.

use crate::{building, paths, shell};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// Writes `ui/src/api/bindings.ts`.
pub fn write() -> Result<()> {
    generate(&paths::bindings())?;
    println!("wrote {}", paths::bindings().display());
    Ok(())
}

/// Fails when the committed file is not what the contract generates now.
pub fn check() -> Result<()> {
    let fresh = paths::target().join("tidy/bindings.ts");
    std::fs::create_dir_all(fresh.parent().unwrap_or(Path::new(".")))?;
    generate(&fresh)?;
    let read = |path: &Path| std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    compare(&read(&paths::bindings())?, &read(&fresh)?)
}

fn generate(to: &Path) -> Result<()> {
    building::programs(&["bindings"])?;
    shell::must(Command::new(paths::program("bindings")).arg(to))
}

/// Compares line by line, so that the message names the first difference; line ends do not count.
fn compare(committed: &str, fresh: &str) -> Result<()> {
    let differs = committed.lines().zip(fresh.lines()).position(|(old, new)| old != new);
    let line = match differs {
        Some(line) => line + 1,
        None if committed.lines().count() != fresh.lines().count() => committed.lines().count().min(fresh.lines().count()) + 1,
        None => return Ok(()),
    };
    bail!("ui/src/api/bindings.ts is not what the contract says (line {line}): run `cargo xtask bindings`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_named_with_its_line() {
        assert!(compare("a\r\nb\n", "a\nb\n").is_ok());
        let message = |old, new| compare(old, new).unwrap_err().to_string();
        assert!(message("a\nb\n", "a\nc\n").contains("line 2"));
        assert!(message("a\n", "a\nb\n").contains("line 2"));
    }
}
