//! What a machine needs beyond Rust and Node: how to see that it is there, why it is needed, and what it is called.

use crate::shell;
use std::process::{Command, Stdio};

/// How to see whether something is installed, independent of what the system calls its package.
pub enum Probe {
    /// A program on the PATH.
    Program(&'static str),
    /// A C library that `pkg-config` knows.
    Library(&'static str),
    /// Any font that covers a language, by its code.
    FontFor(&'static str),
}

impl Probe {
    /// Whether it is there.
    pub fn is_met(&self) -> bool {
        match self {
            Self::Program(name) => shell::find(name).is_some(),
            Self::Library(name) => succeeds(Command::new("pkg-config").args(["--exists", name])),
            Self::FontFor(language) => Command::new("fc-list")
                .arg(format!(":lang={language}"))
                .output()
                .is_ok_and(|output| !output.stdout.is_empty()),
        }
    }
}

fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// When a tool is needed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// To compile the window.
    Build,
    /// To open the window without a display, drive it, and read back what it printed.
    Drive,
}

/// One tool and its package in each system's language; an empty name means the system brings it.
pub struct Tool {
    pub probe: Probe,
    pub stage: Stage,
    pub why: &'static str,
    pub apt: &'static str,
    pub dnf: &'static str,
    pub pacman: &'static str,
    pub brew: &'static str,
}

/// Everything needed on Linux and macOS. dnf finds packages by what they provide, so those names cannot go stale.
pub const TOOLS: &[Tool] = &[
    Tool {
        probe: Probe::Program("cc"),
        stage: Stage::Build,
        why: "C compiler and linker for SQLite and the window",
        apt: "build-essential",
        dnf: "gcc",
        pacman: "base-devel",
        brew: "",
    },
    Tool {
        probe: Probe::Program("pkg-config"),
        stage: Stage::Build,
        why: "finds the system's libraries",
        apt: "pkg-config",
        dnf: "/usr/bin/pkg-config",
        pacman: "pkgconf",
        brew: "",
    },
    Tool {
        probe: Probe::Library("webkit2gtk-4.1"),
        stage: Stage::Build,
        why: "the engine that draws the window",
        apt: "libwebkit2gtk-4.1-dev",
        dnf: "pkgconfig(webkit2gtk-4.1)",
        pacman: "webkit2gtk-4.1",
        brew: "",
    },
    Tool {
        probe: Probe::Library("librsvg-2.0"),
        stage: Stage::Build,
        why: "draws the window's icons",
        apt: "librsvg2-dev",
        dnf: "pkgconfig(librsvg-2.0)",
        pacman: "librsvg",
        brew: "",
    },
    Tool {
        probe: Probe::Program("WebKitWebDriver"),
        stage: Stage::Drive,
        why: "drives the real window in tests and for pictures",
        apt: "webkit2gtk-driver",
        dnf: "/usr/bin/WebKitWebDriver",
        pacman: "webkit2gtk-4.1",
        brew: "",
    },
    Tool {
        probe: Probe::Program("Xvfb"),
        stage: Stage::Drive,
        why: "a display in memory",
        apt: "xvfb",
        dnf: "/usr/bin/Xvfb",
        pacman: "xorg-server-xvfb",
        brew: "",
    },
    Tool {
        probe: Probe::Program("xauth"),
        stage: Stage::Drive,
        why: "access to the display in memory",
        apt: "xauth",
        dnf: "/usr/bin/xauth",
        pacman: "xorg-xauth",
        brew: "",
    },
    Tool {
        probe: Probe::Program("pdftotext"),
        stage: Stage::Drive,
        why: "reads the brief back in tests",
        apt: "poppler-utils",
        dnf: "poppler-utils",
        pacman: "poppler",
        brew: "poppler",
    },
    Tool {
        probe: Probe::Program("qpdf"),
        stage: Stage::Drive,
        why: "checks the brief's structure in tests",
        apt: "qpdf",
        dnf: "qpdf",
        pacman: "qpdf",
        brew: "qpdf",
    },
    Tool {
        probe: Probe::Program("fc-list"),
        stage: Stage::Drive,
        why: "tells which fonts there are",
        apt: "fontconfig",
        dnf: "fontconfig",
        pacman: "fontconfig",
        brew: "fontconfig",
    },
    Tool {
        probe: Probe::FontFor("ko"),
        stage: Stage::Drive,
        why: "Korean, Chinese and Japanese letters",
        apt: "fonts-noto-cjk",
        dnf: "google-noto-sans-cjk-vf-fonts",
        pacman: "noto-fonts-cjk",
        brew: "",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probes_tell_present_from_absent() {
        assert!(Probe::Program("cargo").is_met());
        assert!(!Probe::Program("no-such-program-at-all").is_met());
        assert!(!Probe::Library("no-such-library-at-all").is_met());
    }

    #[test]
    fn every_tool_has_a_name_on_every_linux() {
        for tool in TOOLS {
            assert!(
                !tool.apt.is_empty() && !tool.dnf.is_empty() && !tool.pacman.is_empty(),
                "{}",
                tool.why
            );
        }
    }
}
