//! Commands that ask the user for a file, or leave the window: what the contract calls `shell`.

use crate::address;
use crate::backend::Backend;
use crate::chosen::Chosen;
use crate::dialogs::{self, FileKind};
use api::{Api, ImportOptions, ImportSource, wire::*};
use tauri::{Manager, State, WebviewWindow};

/// Asks where the new dossier shall be, and opens it.
#[tauri::command]
pub async fn new_dossier(window: WebviewWindow, backend: State<'_, Backend>, request: NewRequest) -> Result<SessionResponse, ApiError> {
    backend
        .answer(move |api| {
            let path = dialogs::ask_save(&window, FileKind::Dossier, &request.title)?;
            api.new_at(&path, &request)
        })
        .await
}

/// Asks for a dossier and opens it.
#[tauri::command]
pub async fn open_dossier(window: WebviewWindow, backend: State<'_, Backend>) -> Result<SessionResponse, ApiError> {
    backend
        .answer(move |api| api.open_path(&dialogs::ask_open(&window, FileKind::Dossier)?))
        .await
}

/// Asks where a copy of the dossier shall be, and writes it.
#[tauri::command]
pub async fn save_copy(window: WebviewWindow, backend: State<'_, Backend>) -> Result<SavedResponse, ApiError> {
    backend
        .answer(move |api| {
            let path = dialogs::ask_save(&window, FileKind::Dossier, &title(api)?)?;
            api.save_copy_to(&path)
        })
        .await
}

/// Asks where the brief shall be, and writes it.
#[tauri::command]
pub async fn save_brief(window: WebviewWindow, backend: State<'_, Backend>, request: BriefRequest) -> Result<BriefResponse, ApiError> {
    backend
        .answer(move |api| {
            let name = request.title.clone().map_or_else(|| api.brief_file_name(), Ok)?;
            let path = dialogs::ask_save(&window, FileKind::Pdf, name.trim_end_matches(".pdf"))?;
            api.brief_to(&request, &path, &[])
        })
        .await
}

/// Asks where the dossier's lossless JSON shall be, and writes it.
#[tauri::command]
pub async fn export_dossier(window: WebviewWindow, backend: State<'_, Backend>) -> Result<SavedResponse, ApiError> {
    backend
        .answer(move |api| {
            let path = dialogs::ask_save(&window, FileKind::Json, &title(api)?)?;
            api.export_json_to(&path)
        })
        .await
}

/// Asks for a dossier's lossless JSON and where the dossier made of it shall be, and opens it.
#[tauri::command]
pub async fn new_from_file(window: WebviewWindow, backend: State<'_, Backend>) -> Result<SessionResponse, ApiError> {
    backend
        .answer(move |api| {
            let document = dialogs::ask_open(&window, FileKind::Json)?;
            let path = dialogs::ask_save(&window, FileKind::Dossier, &Api::title_of_file(&document))?;
            api.create_from_file(&path, &document)
        })
        .await
}

/// Asks for documents to capture.
#[tauri::command]
pub async fn choose_documents(window: WebviewWindow, backend: State<'_, Backend>) -> Result<ChosenResponse, ApiError> {
    backend
        .answer(move |_| {
            let files = dialogs::ask_documents(&window)?;
            Ok(ChosenResponse {
                files: window.state::<Chosen>().take(files),
            })
        })
        .await
}

/// Asks for files of other tools, of any kind.
#[tauri::command]
pub async fn choose_imports(window: WebviewWindow, backend: State<'_, Backend>) -> Result<ChosenResponse, ApiError> {
    backend
        .answer(move |_| {
            let files = dialogs::ask_files(&window)?;
            Ok(ChosenResponse {
                files: window.state::<Chosen>().take(files),
            })
        })
        .await
}

/// Looks at one of the files chosen last, or at a table that was pasted.
#[tauri::command]
pub async fn look_at_import(
    window: WebviewWindow,
    backend: State<'_, Backend>,
    request: ImportRequest,
) -> Result<ImportPlanView, ApiError> {
    backend
        .answer(move |api| {
            let (source, options) = to_import(&window, &request)?;
            api.look_at_import(&source, &options, request.language)
        })
        .await
}

/// Takes in one of the files chosen last, or a table that was pasted.
#[tauri::command]
pub async fn import(window: WebviewWindow, backend: State<'_, Backend>, request: ImportRequest) -> Result<ImportedResponse, ApiError> {
    backend
        .answer(move |api| {
            let (source, options) = to_import(&window, &request)?;
            api.import(&source, &options)
        })
        .await
}

/// Where what is to come in lies: the page knows files by their keys alone.
fn to_import(window: &WebviewWindow, request: &ImportRequest) -> Result<(ImportSource, ImportOptions), ApiError> {
    let source = match (&request.key, &request.text) {
        (Some(key), _) => ImportSource::File(window.state::<Chosen>().path(key)?),
        (None, text) => ImportSource::Text(text.as_deref().unwrap_or_default().into()),
    };
    Ok((source, ImportOptions::of(request)))
}

/// Captures one of the documents chosen last.
#[tauri::command]
pub async fn capture_chosen(
    window: WebviewWindow,
    backend: State<'_, Backend>,
    request: ChosenRequest,
) -> Result<CaptureResponse, ApiError> {
    backend
        .answer(move |api| {
            let path = window.state::<Chosen>().path(&request.key)?;
            api.capture_file(&path, request.language)
        })
        .await
}

/// Opens an address as it was shown in the system's own program for it.
#[tauri::command]
pub async fn open_address(backend: State<'_, Backend>, request: AddressRequest) -> Result<(), ApiError> {
    backend.answer(move |api| address::open(api, request)).await
}

/// The open dossier's title, for suggesting a file's name.
fn title(api: &Api) -> Result<String, ApiError> {
    api.session()?.dossier.map(|dossier| dossier.title).ok_or_else(ApiError::no_dossier)
}
