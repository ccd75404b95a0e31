//! The window of Summitry: the only code that knows Tauri. Everything it does for the page is one line into `api`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod address;
mod backend;
mod chosen;
mod commands;
mod dialogs;
mod logs;
mod placement;
mod shell_commands;
mod window;

use std::path::Path;
use std::process::ExitCode;
use tauri::{App, Manager, RunEvent};

fn main() -> ExitCode {
    // The same program reads documents in a process that may die of them.
    if let Some(served) = std::env::args_os().nth(1).and_then(|argument| api::serve(&argument)) {
        return served.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
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
                    app.state::<backend::Backend>().close();
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
    let mut api = api::Api::new(&app.path().app_local_data_dir()?, chrono::Utc::now).with_index_ahead();
    if let Ok(program) = std::env::current_exe() {
        api = api.with_capture_program(program);
    }
    if let Some(dossier) = std::env::args_os().nth(1) {
        api.open_at_start(Path::new(&dossier));
    }
    app.manage(backend::Backend::new(api));
    app.manage(chosen::Chosen::default());
    window::open(app.handle(), "main")
}
