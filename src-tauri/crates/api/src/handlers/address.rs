//! An address as it will be opened, and not as somebody wrote it: a host in letters that look like another's is seen to be one.

use domain::Invalid;
use url::Url;

use crate::{
    api::Api,
    wire::{AddressRequest, AddressView, ApiError, Reason},
};

const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

impl Api {
    /// A web or mail address before it is opened.
    pub fn read_address(&self, request: AddressRequest) -> Result<AddressView, ApiError> {
        let url = Url::parse(request.address.trim())
            .ok()
            .filter(|url| SCHEMES.contains(&url.scheme()))
            .ok_or_else(refused)?;
        let text = url.as_str();
        let host = host_in(&url).ok_or_else(refused)?;
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
        Ok(AddressView {
            before: part(0..host.start),
            after: part(host.end..text.len()),
            host: part(host),
        })
    }
}

impl AddressView {
    /// The whole address.
    pub fn whole(&self) -> String {
        format!("{}{}{}", self.before, self.host, self.after)
    }
}

/// Where the host of a page, or of whom a mail goes to, stands in the text of its address. It is ASCII, in Punycode where its letters are not.
fn host_in(url: &Url) -> Option<std::ops::Range<usize>> {
    use url::Position::{AfterHost, AfterPath, BeforeHost, BeforePath};
    if url.has_host() {
        let start = url[..BeforeHost].len();
        return Some(start..start + url[BeforeHost..AfterHost].len());
    }
    let start = url[..BeforePath].len();
    let to = &url[BeforePath..AfterPath];
    let host = to.rfind('@').map_or(0, |at| at + 1);
    (host < to.len()).then(|| start + host..start + to.len())
}

fn refused() -> ApiError {
    Invalid::of("address", Reason::AddressRefused).into()
}
