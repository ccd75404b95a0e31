//! The window of Summitry: the only code that knows Tauri. Everything it does for the page is one line into `api`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod address;
mod asked;
mod commands;
mod desk;
mod dialogs;
mod logs;
mod placement;
mod window;

use std::path::Path;
use std::process::ExitCode;
use tauri::{App, Manager, RunEvent};

fn main() -> ExitCode {
    logs::start();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands::handler())
        .setup(|app| Ok(start(app)?))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<desk::Desk>().close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

/// Opens the dossier named on the command line, if any, and the window, which shows what stood in the way.
fn start(app: &App) -> tauri::Result<()> {
    let api = api::Api::new(&app.path().app_local_data_dir()?, chrono::Utc::now);
    if let Some(dossier) = std::env::args_os().nth(1) {
        api.open_at_start(Path::new(&dossier));
    }
    app.manage(desk::Desk::new(api));
    window::open(app.handle(), "main")
}
