//! Programs of others that ours is measured against: installed when they are needed, under `target/bench/peers`.

use crate::{paths, shell};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A package of npm in the version that is measured.
#[derive(Clone, Copy)]
pub struct Peer {
    name: &'static str,
    version: &'static str,
}

/// Reads date phrases.
pub const CHRONO_NODE: Peer = Peer {
    name: "chrono-node",
    version: "2.10.3",
};

/// Installs what is missing and returns the folder that holds `node_modules`. A peer that cannot be installed is told and stays
/// away: its rows say so.
pub fn install(peers: &[Peer]) -> PathBuf {
    let folder = paths::target().join("bench/peers");
    for peer in peers.iter().filter(|peer| !peer.is_in(&folder)) {
        if let Err(error) = peer.install(&folder) {
            println!("{} is not here: {error:#}", peer.name);
        }
    }
    folder
}

impl Peer {
    fn is_in(self, folder: &Path) -> bool {
        let manifest = folder.join("node_modules").join(self.name).join("package.json");
        let installed = std::fs::read_to_string(manifest).ok();
        let installed: Option<Value> = installed.and_then(|text| serde_json::from_str(&text).ok());
        installed.is_some_and(|package| package["version"] == self.version)
    }

    fn install(self, folder: &Path) -> anyhow::Result<()> {
        std::fs::create_dir_all(folder)?;
        let package = format!("{}@{}", self.name, self.version);
        let mut npm = shell::command("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--save-exact", "--ignore-scripts", "--prefix"]);
        shell::must(npm.arg(folder).arg(package))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_version_that_is_measured_counts() {
        let folder = std::env::temp_dir().join(format!("summitry-peers-{}", std::process::id()));
        let package = folder.join("node_modules").join(CHRONO_NODE.name);
        std::fs::create_dir_all(&package).unwrap();
        assert!(!CHRONO_NODE.is_in(&folder));
        for (version, expected) in [("1.0.0", false), (CHRONO_NODE.version, true)] {
            std::fs::write(package.join("package.json"), format!(r#"{{"version":"{version}"}}"#)).unwrap();
            assert_eq!(CHRONO_NODE.is_in(&folder), expected, "{version}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }
}
