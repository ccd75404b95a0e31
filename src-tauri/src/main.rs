//! The window of Summitry: the only code that knows Tauri. Everything it does for the page is one line into `api`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod commands;
mod logs;
mod placement;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    logs::start();
    let dossier = std::env::args_os().nth(1).map(PathBuf::from);
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands::handler())
        .setup(move |app| Ok(window::open(app.handle(), "main", dossier.as_deref())?))
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}
