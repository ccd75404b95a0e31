//! Tells Tauri which commands the page may be granted, and embeds icons and metadata.

#[path = "crates/api/src/contract.rs"]
mod contract;

macro_rules! names {
    (core { $($core:ident $core_in:tt -> $core_out:ty;)* } bytes { $($bytes:ident $bytes_in:tt;)* } shell { $($shell:ident $shell_in:tt -> $shell_out:ty;)* }) => {
        const COMMANDS: &[&str] = &[$(stringify!($core),)* $(stringify!($bytes),)* $(stringify!($shell),)*];
    };
}
commands!(names);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=crates/api/src/contract.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
