//! From what a form holds to what the record may hold. Every refusal names its field, what is wrong, and what to do.

mod date;
pub mod sent;

use domain::{Invalid, ItemKind, ItemRef};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::wire::ApiError;

pub use date::{date, date_in, day, end_of};

/// A request as the page sends it.
pub fn request<T: DeserializeOwned>(sent: &Value) -> Result<T, ApiError> {
    Ok(sent::value(sent)?)
}

/// The id of an item that must be of a kind.
pub fn of_kind(field: &str, item: ItemRef, kind: ItemKind) -> Result<Uuid, Invalid> {
    if item.kind == kind {
        return Ok(item.id);
    }
    let message = format!("names a {}, not a {}", item.kind.as_str(), kind.as_str());
    Err(Invalid::new(field, message))
}

/// The same as typed: `event:0192…`, or the bare id.
pub fn reference(field: &str, text: &str, kind: ItemKind) -> Result<Uuid, Invalid> {
    if !text.contains(':') {
        return domain::id::parse_uuid(text).map_err(|error| error.within(field));
    }
    let item: ItemRef = text.parse().map_err(|error: Invalid| error.within(field))?;
    of_kind(field, item, kind)
}
