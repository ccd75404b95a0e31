//! Addresses that leave the window: web and mail, nothing else, and none that has not been shown as it is.

use api::Api;
use api::wire::{AddressRequest, ApiError, ErrorCode, Reason};

/// Hands an address to the system's own program for it.
pub fn open(api: &Api, request: AddressRequest) -> Result<(), ApiError> {
    let address = request.address.clone();
    if api.read_address(request)?.whole() != address {
        return Err(refused(Reason::AddressOther));
    }
    open::that_detached(&address).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "an address could not be opened");
        refused(Reason::AddressUnopened)
    })
}

fn refused(reason: Reason) -> ApiError {
    ApiError {
        field: Some("address".to_owned()),
        ..ApiError::because(ErrorCode::Invalid, reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_that_was_shown_is_opened() {
        let api = Api::without_home(chrono::Utc::now);
        for address in [
            "https://аpple.com/",
            "https://example.org",
            "HTTPS://example.org/",
            "file:///etc/passwd",
        ] {
            let request = AddressRequest {
                address: address.to_owned(),
            };
            assert!(open(&api, request).is_err(), "{address}");
        }
    }
}
