//! Installing what a bare machine lacks, saying what and why.

use crate::tools::{Stage, TOOLS, Tool};
use crate::{node_modules, paths, progress, shell};
use anyhow::{Result, bail};
use std::process::Command;

/// Oldest Node.js that the page's build tools run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Makes the machine ready up to `stage`: Node, the system's packages, the page's packages.
pub fn make_ready(stage: Stage) -> Result<()> {
    require_node()?;
    install_tools(stage)?;
    install_page_packages()
}

/// Whether a window can be opened here without a display in memory.
pub fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Whether the real window can be driven by a program on this system.
pub fn can_drive_window() -> bool {
    cfg!(target_os = "linux")
}

fn require_node() -> Result<()> {
    let Ok(version) = shell::output_of(shell::command("node").arg("--version")) else {
        bail!(
            "Node.js is missing: install version {}.{} or newer from nodejs.org",
            OLDEST_NODE.0,
            OLDEST_NODE.1
        );
    };
    if parse_node(&version).is_none_or(|found| found < OLDEST_NODE) {
        bail!(
            "Node.js {} is too old: {}.{} or newer is needed",
            version.trim(),
            OLDEST_NODE.0,
            OLDEST_NODE.1
        );
    }
    Ok(())
}

fn parse_node(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn install_tools(stage: Stage) -> Result<()> {
    if cfg!(windows) {
        println!("{WINDOWS_NEEDS}");
        return Ok(());
    }
    let Some(installer) = Installer::of_this_machine() else {
        return say_what_is_missing(stage);
    };
    // A probe may itself need a tool that the first round installs (pkg-config, fc-list).
    for _ in 0..2 {
        let missing = missing_tools(stage, &installer);
        if missing.is_empty() {
            return Ok(());
        }
        installer.install(&missing)?;
    }
    match &missing_tools(stage, &installer)[..] {
        [] => Ok(()),
        still => bail!("installed, but still not found: {}", names(still, &installer)),
    }
}

const WINDOWS_NEEDS: &str = "Windows needs the Visual Studio Build Tools (Desktop development with C++) and the WebView2 runtime \
     (part of Windows 11); the build says so when one is missing.";

fn say_what_is_missing(stage: Stage) -> Result<()> {
    let missing: Vec<_> = TOOLS.iter().filter(|tool| tool.stage <= stage && !tool.probe.is_met()).collect();
    if missing.is_empty() || cfg!(target_os = "macos") {
        return Ok(());
    }
    for tool in &missing {
        println!("missing: {} (Debian: {})", tool.why, tool.apt);
    }
    bail!("none of apt-get, dnf, pacman is here: install the above with your system's own installer, then try again")
}

fn missing_tools(stage: Stage, installer: &Installer) -> Vec<&'static Tool> {
    TOOLS
        .iter()
        .filter(|tool| tool.stage <= stage && !installer.package(tool).is_empty() && !tool.probe.is_met())
        .collect()
}

fn names(tools: &[&Tool], installer: &Installer) -> String {
    tools.iter().map(|tool| installer.package(tool)).collect::<Vec<_>>().join(", ")
}

/// The system's package installer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Installer {
    Apt,
    Dnf,
    Pacman,
    Brew,
}

impl Installer {
    fn of_this_machine() -> Option<Self> {
        [
            ("apt-get", Self::Apt),
            ("dnf", Self::Dnf),
            ("pacman", Self::Pacman),
            ("brew", Self::Brew),
        ]
        .into_iter()
        .find(|(program, _)| shell::find(program).is_some())
        .map(|(_, installer)| installer)
    }

    fn package(self, tool: &Tool) -> &'static str {
        match self {
            Self::Apt => tool.apt,
            Self::Dnf => tool.dnf,
            Self::Pacman => tool.pacman,
            Self::Brew => tool.brew,
        }
    }

    fn install(self, tools: &[&Tool]) -> Result<()> {
        println!("This machine lacks:");
        for tool in tools {
            println!("  {:24} {}", self.package(tool), tool.why);
        }
        if self == Self::Apt {
            // A bare machine has no package lists yet; a stale list is still better than giving up here.
            shell::must(&mut as_root(&["apt-get", "update", "-q"])).unwrap_or_else(|error| println!("{error}"));
        }
        shell::must(&mut self.install_command(tools))
    }

    fn install_command(self, tools: &[&Tool]) -> Command {
        let words: &[&str] = match self {
            Self::Apt => &["apt-get", "install", "-y", "-q", "--no-install-recommends"],
            Self::Dnf => &["dnf", "install", "-y"],
            Self::Pacman => &["pacman", "-S", "--needed", "--noconfirm"],
            Self::Brew => &["brew", "install"],
        };
        let mut command = if self == Self::Brew {
            shell::command("brew")
        } else {
            as_root(words)
        };
        if self == Self::Brew {
            command.arg("install");
        }
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(tools.iter().map(|tool| self.package(tool)));
        command
    }
}

/// The command as it is for root, through `sudo` for everyone else.
fn as_root(words: &[&str]) -> Command {
    let is_root = shell::output_of(shell::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = shell::command(if is_root { words[0] } else { "sudo" });
    command.args(if is_root { &words[1..] } else { words });
    command
}

fn install_page_packages() -> Result<()> {
    if node_modules::are_current(&paths::ui())? {
        return Ok(());
    }
    progress::during(
        || "installing the page's packages (ui/package-lock.json)".to_owned(),
        || shell::must(&mut shell::npm(&["ci", "--no-audit", "--no-fund"])),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_read() {
        assert_eq!(parse_node("v20.20.2\n"), Some((20, 20)));
        assert_eq!(parse_node("nonsense"), None);
        assert!(parse_node("v18.1.0").unwrap() < OLDEST_NODE);
    }

    #[test]
    fn the_install_command_lists_packages_after_the_options() {
        let tools: Vec<_> = TOOLS.iter().filter(|tool| tool.stage == Stage::Build).collect();
        let command = Installer::Apt.install_command(&tools);
        let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        let after_install = words.iter().skip_while(|word| *word != "install").cloned().collect::<Vec<_>>();
        assert!(after_install.ends_with(&["libwebkit2gtk-4.1-dev".to_owned(), "librsvg2-dev".to_owned()]));
    }
}
