use domain::{
    Invalid, Item, ItemKind,
    id::{ClaimId, EventId},
    text::Title,
};
use engine::{Change, ShippedKey};
use serde_json::Value;

use crate::{
    api::{Api, Open},
    parse,
    wire::*,
};

impl Api {
    /// Makes one change. Refused whole, with the field, where anything is wrong.
    pub fn apply(&self, request: EditRequest) -> Result<ChangeResponse, ApiError> {
        if let Edit::ReadAgain { source } = &request.edit {
            return self.read_again(*source);
        }
        self.with(|open| match &request.edit {
            Edit::Put { item, typing } => self.put(open, item, *typing),
            Edit::PutCited { item, citation } => self.put_cited(open, item, citation),
            Edit::Remove { items } => {
                let change = open.workspace.remove_items(items, self.now())?;
                open.changed(&change, None)
            }
            Edit::SetStatus { event, step } => {
                let event = EventId(parse::of_kind("event", *event, ItemKind::Event)?);
                let change = open.workspace.set_status(event, parse::sent::value(step)?, self.now())?;
                open.changed(&change, None)
            }
            Edit::ChooseClaim { claim, reason } => {
                let claim = ClaimId(parse::of_kind("claim", *claim, ItemKind::Claim)?);
                let reason = reason
                    .as_deref()
                    .filter(|reason| !reason.trim().is_empty())
                    .map(Title::new)
                    .transpose();
                let change = open
                    .workspace
                    .choose_claim(claim, reason.map_err(|error| error.within("reason"))?, self.now())?;
                open.changed(&change, None)
            }
            Edit::AddReference { key } => {
                let key: ShippedKey = key.parse()?;
                let (created, change) = open.workspace.add_reference(&key, self.now())?;
                open.changed(&change, Some(created))
            }
            review => self.apply_review(open, review),
        })
    }

    fn put(&self, open: &mut Open, sent: &Value, typing: bool) -> Result<ChangeResponse, ApiError> {
        let item = parse::sent::item(sent)?;
        let (created, change) = open.workspace.put_form(item, typing, self.now())?;
        open.changed(&change, created)
    }

    fn put_cited(&self, open: &mut Open, item: &Value, citation: &Value) -> Result<ChangeResponse, ApiError> {
        let item = parse::sent::item(item)?;
        let citation = match parse::sent::item(citation).map_err(|error| error.within("citation"))? {
            Item::Citation(citation) => citation,
            _ => return Err(Invalid::new("citation.type", "is not that of a citation").into()),
        };
        let (created, change) = open.workspace.put_cited(&item, citation, self.now())?;
        open.changed(&change, Some(created))
    }

    pub fn undo(&self) -> Result<ChangeResponse, ApiError> {
        let now = self.now();
        self.step(|open| open.workspace.undo(now))
    }

    pub fn redo(&self) -> Result<ChangeResponse, ApiError> {
        let now = self.now();
        self.step(|open| open.workspace.redo(now))
    }

    fn step(&self, step: impl FnOnce(&mut Open) -> Result<Change, engine::EngineError>) -> Result<ChangeResponse, ApiError> {
        self.with(|open| {
            let change = step(open)?;
            open.changed(&change, None)
        })
    }

    pub fn history(&self, request: HistoryRequest) -> Result<HistoryResponse, ApiError> {
        self.dossier()?.read(None, self.today(), |record| {
            let rows = record.operations(request.limit as usize)?;
            let kept = rows.into_iter().filter(|row| row.state != engine::store::OperationState::Dropped);
            let view = |row: engine::store::OperationRow| OperationView {
                seq: row.seq.0,
                label: OperationLabel {
                    name: row.name,
                    subject: row.subject,
                },
                at: row.at.to_rfc3339(),
                undone: row.state == engine::store::OperationState::Undone,
            };
            Ok(HistoryResponse {
                operations: kept.map(view).collect(),
            })
        })
    }

    /// A date as typed, resolved.
    pub fn resolve_date(&self, request: DateRequest) -> Result<DateResponse, ApiError> {
        let edtf = parse::date("text", &request.text, self.today())?;
        Ok(DateResponse {
            label: edtf.describe(request.language),
            earliest: edtf.earliest().map(|moment| moment.iso_date()),
            latest: edtf.latest().map(|moment| moment.iso_date()),
            edtf: edtf.to_string(),
        })
    }
}
