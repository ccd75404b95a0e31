//! The record as text: equal records give equal texts, whatever was done to reach them.

use domain::ItemKind;
use sha2::{Digest as _, Sha256};
use std::{
    fmt::Write as _,
    io::{self, Write},
};

use crate::{Read, StoreError};

/// Writes every item as a line of JSON, by kind and id, without times of record; returns the SHA-256 of the text in hexadecimal.
pub(crate) fn dump(from: &(impl Read + ?Sized), out: &mut dyn Write) -> Result<String, StoreError> {
    let mut digest = Sha256::new();
    for kind in ItemKind::ALL {
        from.each(kind, &mut |recorded| {
            let mut line = serde_json::to_vec(&recorded.item)?;
            line.push(b'\n');
            digest.update(&line);
            out.write_all(&line).map_err(StoreError::io("the dump"))
        })?;
    }
    Ok(digest.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}

/// The SHA-256 of the record as [`dump`] writes it.
pub(crate) fn digest(from: &(impl Read + ?Sized)) -> Result<String, StoreError> {
    dump(from, &mut io::sink())
}
