//! The bridge: every command of the contract as one line into `api`, and the handler that knows them all.

use crate::backend::Backend;
use crate::shell_commands;
use api::wire::*;
use tauri::State;
use tauri::ipc::{Invoke, Response};

/// What the page sends for a request: it is read in `api`, so that a refusal names its field as every other does.
macro_rules! sent {
    ($request:ty) => {
        serde_json::Value
    };
}

macro_rules! declare {
    (core { $($core:ident($($core_in:ty)?) -> $core_out:ty;)* } bytes { $($bytes:ident($bytes_in:ty);)* } shell { $($shell:ident $shell_in:tt -> $shell_out:ty;)* }) => {
        $(
            #[tauri::command]
            pub async fn $core(backend: State<'_, Backend>, $(request: sent!($core_in))?) -> Result<$core_out, ApiError> {
                backend.answer(move |api| api.$core($(::api::request::<$core_in>(&request)?)?)).await
            }
        )*

        $(
            #[tauri::command]
            pub async fn $bytes(backend: State<'_, Backend>, request: sent!($bytes_in)) -> Result<Response, ApiError> {
                backend.answer(move |api| api.$bytes(::api::request::<$bytes_in>(&request)?)).await.map(Response::new)
            }
        )*

        /// Answers every command of the contract, and refuses all others.
        pub fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($core,)* $($bytes,)* $(shell_commands::$shell,)*]
        }
    };
}
api::commands!(declare);
