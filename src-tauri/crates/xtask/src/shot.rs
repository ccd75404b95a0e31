//! `cargo xtask shot`: pictures of views in the real window, in a display in memory.

use crate::shell::{self, section};
use crate::tools::Stage;
use crate::{paths, products, setup};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// What to photograph and how.
#[derive(clap::Args)]
pub struct Arguments {
    /// Views by the names of their addresses, such as timeline or relations
    #[arg(required = true)]
    views: Vec<String>,
    /// Folder for the pictures, one PNG a view
    #[arg(short, long)]
    output: PathBuf,
    /// Size of the window's content in pixels
    #[arg(long, default_value = "1440x900", value_parser = parse_size)]
    size: (u32, u32),
    /// light or dark
    #[arg(long, default_value = "light", value_parser = ["light", "dark"])]
    theme: String,
    /// Dossier to open instead of a fresh sample
    #[arg(long)]
    dossier: Option<PathBuf>,
    /// Language of the interface
    #[arg(long, default_value = "en", value_parser = ["en", "ko"])]
    language: String,
    /// Use the page and programs as they are built
    #[arg(long)]
    as_built: bool,
}

impl Arguments {
    /// One view at the usual size, of programs that were just built.
    pub fn of_view(view: &str, output: &Path, dossier: &Path) -> Self {
        Self {
            views: vec![view.to_owned()],
            output: output.to_owned(),
            size: (1440, 900),
            theme: "light".to_owned(),
            dossier: Some(dossier.to_owned()),
            language: "en".to_owned(),
            as_built: true,
        }
    }
}

fn parse_size(text: &str) -> Result<(u32, u32), String> {
    let side = |text: &str| text.parse().ok().filter(|side| (200..=8000).contains(side));
    let sides = text.split_once('x').and_then(|(width, height)| Some((side(width)?, side(height)?)));
    sides.ok_or_else(|| "expected WIDTHxHEIGHT in pixels, 200 to 8000 each, such as 1280x800".to_owned())
}

/// Makes the machine ready, builds, and takes the pictures.
pub fn run(arguments: &Arguments) -> Result<()> {
    if !arguments.as_built {
        section("Machine", || setup::make_ready(Stage::Drive))?;
        section("Page", products::page)?;
        section("Programs", products::programs)?;
    }
    take(arguments)
}

/// Takes the pictures with what is built.
pub fn take(arguments: &Arguments) -> Result<()> {
    if !setup::can_drive_window() {
        bail!("pictures of the real window are taken on Linux only: this system's engine has no driver of its own");
    }
    let output = std::path::absolute(&arguments.output)?;
    let dossier = match &arguments.dossier {
        Some(dossier) => std::path::absolute(dossier)?,
        None => fresh_sample()?,
    };
    let mut node = shell::command("node");
    node.arg(paths::ui().join("e2e/start.mjs")).arg("shot.ts").args(&arguments.views);
    node.env("SUMMITRY_PROGRAM", paths::program("summitry-desktop"))
        .env("SHOT_DOSSIER", dossier)
        .env("SHOT_OUTPUT", output)
        .env("SHOT_SIZE", format!("{}x{}", arguments.size.0, arguments.size.1))
        .env("SHOT_THEME", &arguments.theme)
        .env("SHOT_LANGUAGE", &arguments.language);
    shell::must(&mut node)
}

fn fresh_sample() -> Result<PathBuf> {
    let path = paths::target().join("shot/beijing-2026.dossier");
    products::fresh_sample(&path)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_width_by_height() {
        assert_eq!(parse_size("1280x800"), Ok((1280, 800)));
        for wrong in ["1280", "1280x", "0x0", "1280X800", "9999999x800"] {
            assert!(parse_size(wrong).is_err(), "{wrong}");
        }
    }
}
