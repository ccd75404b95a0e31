//! The TypeScript side of the contract: written by the `api` crate, committed, and checked for being current.

use crate::{building, paths, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes the generated files of the page.
pub fn write() -> Result<()> {
    generate(&paths::GENERATED.map(|file| paths::root().join(file)))?;
    println!("wrote {}", paths::GENERATED.join(" and "));
    Ok(())
}

/// Fails when a committed file is not what the contract generates now.
pub fn check() -> Result<()> {
    let folder = paths::target().join("tidy");
    std::fs::create_dir_all(&folder)?;
    let fresh = [folder.join("bindings.ts"), folder.join("codes.ts")];
    generate(&fresh)?;
    let read = |path: &Path| std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    for (file, fresh) in paths::GENERATED.iter().zip(&fresh) {
        compare(file, &read(&paths::root().join(file))?, &read(fresh)?)?;
    }
    Ok(())
}

fn generate(to: &[PathBuf; 2]) -> Result<()> {
    building::programs(&["bindings"])?;
    shell::must(Command::new(paths::program("bindings")).args(to))
}

/// Compares line by line, so that the message names the first difference; line ends do not count.
fn compare(file: &str, committed: &str, fresh: &str) -> Result<()> {
    let differs = committed.lines().zip(fresh.lines()).position(|(old, new)| old != new);
    let line = match differs {
        Some(line) => line + 1,
        None if committed.lines().count() != fresh.lines().count() => committed.lines().count().min(fresh.lines().count()) + 1,
        None => return Ok(()),
    };
    bail!("{file} is not what the contract says (line {line}): run `cargo xtask bindings`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_named_with_its_line() {
        assert!(compare("f", "a\r\nb\n", "a\nb\n").is_ok());
        let message = |old, new| compare("f", old, new).unwrap_err().to_string();
        assert!(message("a\nb\n", "a\nc\n").contains("line 2"));
        assert!(message("a\n", "a\nb\n").contains("line 2"));
    }
}
