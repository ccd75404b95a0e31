//! Addresses before they are opened: as they are, in parts, and only those of the web and of mail.

use api::{
    Api,
    wire::{AddressRequest, ApiError},
};

fn read(address: &str) -> Result<(String, String, String), ApiError> {
    let request = AddressRequest {
        address: address.to_owned(),
    };
    let view = Api::without_home(crate::sample::noon).read_address(request)?;
    Ok((view.before, view.host, view.after))
}

#[track_caller]
fn check(address: &str, before: &str, host: &str, after: &str) {
    assert_eq!(read(address).unwrap(), (before.to_owned(), host.to_owned(), after.to_owned()));
}

#[test]
fn the_host_is_told_from_what_looks_like_one() {
    check("https://аpple.com", "https://", "xn--pple-43d.com", "/");
    check(
        "https://apple.com@evil.example/a?b=c#d",
        "https://apple.com@",
        "evil.example",
        "/a?b=c#d",
    );
    check(" HTTPS://Example.ORG:8443/a b ", "https://", "example.org", ":8443/a%20b");
    check("http://[::1]/", "http://", "[::1]", "/");
    check(
        "https://example.org/\u{202e}gpj.exe",
        "https://",
        "example.org",
        "/%E2%80%AEgpj.exe",
    );
    check("https://대한민국.한국/", "https://", "xn--3e0bs9hfvinn1a.xn--3e0b707e", "/");
    check("mailto:desk@example.org?subject=a", "mailto:desk@", "example.org", "?subject=a");
    check("mailto:desk@аpple.com", "mailto:desk@", "%D0%B0pple.com", "");
}

#[test]
fn every_other_scheme_is_refused() {
    let schemes = "file ftp javascript data vbscript blob about tauri ipc asset smb nfs ssh telnet ldap gopher ws wss tel sms facetime \
        steam ms-settings ms-msdt search-ms shell jar view-source chrome resource moz-extension intent itms-services x-apple help callto \
        skype zoommtg magnet dav";
    for scheme in schemes.split_whitespace() {
        assert!(read(&format!("{scheme}://example.org/a")).is_err(), "{scheme}");
    }
    for broken in [
        "",
        "example.org",
        "//example.org",
        "-rf",
        "--help",
        "https://",
        "mailto:",
        "C:\\Windows\\calc.exe",
    ] {
        assert_eq!(read(broken).unwrap_err().field.as_deref(), Some("address"), "{broken}");
    }
}
