//! `bindings CONTRACT CODES`: writes the TypeScript of the contract and of the bytes of a frame.

use std::{ffi::OsString, process::ExitCode};

fn main() -> ExitCode {
    let [contract, codes] = &std::env::args_os().skip(1).collect::<Vec<_>>()[..] else {
        eprintln!("bindings: name the two files to write, such as ui/src/api/bindings.ts ui/src/timeline/codes.ts");
        return ExitCode::from(2);
    };
    let written = [(contract, api::bindings::typescript()), (codes, api::bindings::frame_codes())].map(|(file, text)| write(file, text));
    if written.contains(&false) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn write(file: &OsString, text: String) -> bool {
    let outcome = std::fs::write(file, text);
    if let Err(error) = &outcome {
        eprintln!("bindings: {} could not be written: {error}", file.display());
    }
    outcome.is_ok()
}
