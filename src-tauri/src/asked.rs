//! Commands that ask the user for a file, or leave the window: what the contract calls `shell`.

use crate::address;
use crate::desk::Desk;
use crate::dialogs::{self, FileKind};
use api::wire::*;
use tauri::{State, WebviewWindow};

/// Asks where the new dossier shall be, and opens it.
#[tauri::command]
pub async fn new_dossier(window: WebviewWindow, desk: State<'_, Desk>, request: NewRequest) -> Result<SessionResponse, ApiError> {
    desk.answer(move |api| {
        let path = dialogs::ask_save(&window, FileKind::Dossier, &request.title)?;
        api.new_dossier(request, &path)
    })
    .await
}

/// Asks for a dossier and opens it.
#[tauri::command]
pub async fn open_dossier(window: WebviewWindow, desk: State<'_, Desk>) -> Result<SessionResponse, ApiError> {
    desk.answer(move |api| api.open_dossier(&dialogs::ask_open(&window, FileKind::Dossier)?))
        .await
}

/// Asks where a copy of the dossier shall be, and writes it.
#[tauri::command]
pub async fn save_copy(window: WebviewWindow, desk: State<'_, Desk>) -> Result<SavedResponse, ApiError> {
    desk.answer(move |api| {
        let path = dialogs::ask_save(&window, FileKind::Dossier, &api.title()?)?;
        api.save_copy(&path)
    })
    .await
}

/// Asks where the brief shall be, and writes it.
#[tauri::command]
pub async fn save_brief(window: WebviewWindow, desk: State<'_, Desk>, request: BriefRequest) -> Result<BriefResponse, ApiError> {
    desk.answer(move |api| {
        let title = request.title.clone().map_or_else(|| api.title(), Ok)?;
        let path = dialogs::ask_save(&window, FileKind::Pdf, &title)?;
        api.save_brief(request, &path)
    })
    .await
}

/// Asks where the dossier's lossless JSON shall be, and writes it.
#[tauri::command]
pub async fn export_dossier(window: WebviewWindow, desk: State<'_, Desk>) -> Result<SavedResponse, ApiError> {
    desk.answer(move |api| {
        let path = dialogs::ask_save(&window, FileKind::Json, &api.title()?)?;
        api.export_dossier(&path)
    })
    .await
}

/// Opens a web or mail address in the system's own program for it.
#[tauri::command]
pub async fn open_address(desk: State<'_, Desk>, request: AddressRequest) -> Result<(), ApiError> {
    desk.answer(move |_| address::open(&request.address)).await
}
