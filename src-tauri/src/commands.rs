//! The bridge: each command of `command_list.rs` as a function, and the handler that knows them all.

use serde::Serialize;
use tauri::ipc::Invoke;

/// What the page shows about the program itself.
#[derive(Serialize)]
pub struct About {
    name: &'static str,
    version: &'static str,
}

fn about_now() -> About {
    About {
        name: "Summitry",
        version: env!("CARGO_PKG_VERSION"),
    }
}

macro_rules! commands {
    ($($name:ident() -> $answer:ty;)*) => {
        $(
            #[tauri::command]
            pub async fn $name() -> $answer {
                about_now()
            }
        )*

        /// Answers every command of the list, and refuses all others.
        pub fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
include!("command_list.rs");
