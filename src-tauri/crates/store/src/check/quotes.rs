use domain::{Item, ItemKind, id::SourceId};
use rusqlite::Connection;

use super::Integrity;
use crate::{StoreError, noun, row::blob};

/// Every quote stands at its place in its source.
pub(super) fn check(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    noun::each(connection, ItemKind::Source, "TRUE ORDER BY seq", [], &mut |standing| {
        let Item::Source(source) = standing.item else { return Ok(()) };
        for kind in [ItemKind::Citation, ItemKind::Draft] {
            quotes_in(connection, kind, source.id, source.text.as_str(), integrity)?;
        }
        Ok(())
    })
}

fn quotes_in(connection: &Connection, kind: ItemKind, source: SourceId, text: &str, integrity: &mut Integrity) -> Result<(), StoreError> {
    noun::each(connection, kind, "source = ?1", [blob(source)], &mut |standing| {
        let item = standing.item.item_ref();
        let stands = match &standing.item {
            Item::Citation(citation) => citation.check_against(text).is_ok(),
            Item::Draft(draft) => draft.anchors().all(|anchor| anchor.stands_in(text)),
            _ => return Ok(()),
        };
        if !stands {
            integrity.found(format!("{item}: its quote does not stand at its place in source:{source}"));
        }
        Ok(())
    })
}
