//! What an import shows of itself.

use domain::{
    named::{NamedItem, Noun},
    tie::TieKind,
};
use exchange::import::TablePlan;

use super::Attempt;
use crate::{view::Viewer, wire::*};

/// Rows of a table that a look shows.
const ROWS: usize = 20;

impl Attempt {
    pub(super) fn view(&self) -> TakenView {
        let added = self.taken.added.iter().map(|&(kind, count)| AddedView { kind, count });
        TakenView {
            added: added.collect(),
            updated: self.taken.updated,
            unchanged: self.taken.unchanged,
            edited_here: self.taken.edited_here,
            removed_here: self.taken.removed_here,
            other_sides: self.taken.other_sides,
            faults: self.faults.clone(),
            fault_count: self.fault_count,
        }
    }
}

pub(super) fn table_view(table: &TablePlan) -> ImportTableView {
    let survey = &table.survey;
    ImportTableView {
        sheet: table.sheet.clone(),
        headers: survey.headers.clone(),
        header_row: survey.header_row,
        rows: survey.rows.iter().take(ROWS).cloned().collect(),
        mapping: survey.mapping.clone(),
        known: survey.known,
        order_open: table.order_open,
    }
}

pub(super) fn imported_view(viewer: &Viewer<'_>, row: u64, item: &NamedItem) -> ImportedView {
    let kind = viewer.record.reference().ontology.kind_of(item);
    ImportedView {
        row,
        kind_label: match TieKind::parse(&item.kind) {
            Ok(tie) if item.noun == Noun::Tie => viewer.tie_label(tie),
            _ => kind.map_or(String::new(), |kind| viewer.kind_label(&kind.id)),
        },
        icon: kind.map_or("link", |kind| kind.icon.as_str()).to_owned(),
        when: item.when.as_ref().map(|when| viewer.date(&when.edtf)),
        item: item.clone(),
    }
}
