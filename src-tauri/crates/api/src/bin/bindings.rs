//! `bindings FILE`: writes the TypeScript of the contract.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(file) = std::env::args_os().nth(1) else {
        eprintln!("bindings: name the file to write, such as ui/src/api/bindings.ts");
        return ExitCode::from(2);
    };
    match std::fs::write(&file, api::bindings::typescript()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindings: {} could not be written: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
