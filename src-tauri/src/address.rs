//! Addresses that may leave the window: web and mail, nothing else.

use api::wire::{ApiError, ErrorCode};
use tauri::Url;

const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// Hands the address to the system's own program for it.
pub fn open(address: &str) -> Result<(), ApiError> {
    let address = parse(address)?;
    open::that_detached(address.as_str()).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "an address could not be opened");
        refused("This system has no program for the address.", "Copy the address into a browser.")
    })
}

/// The address as it will be opened; anything but web and mail is refused.
fn parse(address: &str) -> Result<Url, ApiError> {
    Url::parse(address.trim())
        .ok()
        .filter(|url| SCHEMES.contains(&url.scheme()))
        .ok_or_else(|| refused("The address is not opened.", "Only http, https and mailto addresses are."))
}

fn refused(message: &str, hint: &str) -> ApiError {
    ApiError {
        code: ErrorCode::Invalid,
        message: message.to_owned(),
        hint: Some(hint.to_owned()),
        field: Some("address".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_and_mail_addresses_are_opened() {
        for address in [
            "http://example.org",
            "https://example.org/a?b#c",
            "mailto:desk@example.org",
            " HTTPS://example.org ",
        ] {
            assert!(parse(address).is_ok(), "{address}");
        }
    }

    #[test]
    fn every_other_scheme_is_refused() {
        let schemes = [
            "file",
            "ftp",
            "javascript",
            "data",
            "vbscript",
            "blob",
            "about",
            "tauri",
            "ipc",
            "asset",
            "smb",
            "nfs",
            "ssh",
            "telnet",
            "ldap",
            "gopher",
            "ws",
            "wss",
            "tel",
            "sms",
            "facetime",
            "steam",
            "ms-settings",
            "ms-msdt",
            "search-ms",
            "shell",
            "jar",
            "view-source",
            "chrome",
            "resource",
            "moz-extension",
            "intent",
            "itms-services",
            "x-apple",
            "help",
            "callto",
            "skype",
            "zoommtg",
            "magnet",
            "dav",
        ];
        for scheme in schemes {
            assert!(parse(&format!("{scheme}://example.org/a")).is_err(), "{scheme}");
        }
        for broken in [
            "",
            "example.org",
            "//example.org",
            "-rf",
            "--help",
            "https://",
            "C:\\Windows\\calc.exe",
        ] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }
}
