use api::wire::{ErrorCode, HistoryRequest, OperationLabel, OperationView};
use serde::Serialize;
use std::path::Path;

use crate::{
    answer::{Answer, Form},
    failure::Failure,
    session,
    table::Table,
    wording::Wording,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Undo,
    Redo,
}

#[derive(Serialize)]
struct Stepped {
    /// `undone` or `redone`.
    step: &'static str,
    operation: Option<OperationLabel>,
    touched: usize,
    undo: Option<OperationLabel>,
    redo: Option<OperationLabel>,
}

pub fn step(form: Form, path: &Path, step: Step) -> Result<Answer, Failure> {
    let api = session::open_to_write(path)?;
    let dossier = session::dossier(&api)?;
    let (before, wording) = (dossier.change, Wording::of(&api, dossier.language)?);
    let (word, operation, change) = match step {
        Step::Undo => ("undone", before.undo, api.undo()),
        Step::Redo => ("redone", before.redo, api.redo()),
    };
    let change = change.map_err(|error| match error.code {
        ErrorCode::NotFound => Failure::at(path, &error.hint("“summitry history” lists what was done")),
        _ => Failure::at(path, &error),
    })?;
    let stepped = Stepped {
        step: word,
        operation,
        touched: change.touched.len(),
        undo: change.state.undo,
        redo: change.state.redo,
    };
    Answer::of(form, &stepped, |stepped| {
        let named = |label: &OperationLabel| wording.words.operation(&label.name, &label.subject);
        let operation = stepped.operation.as_ref().map(named).unwrap_or_default();
        format!("{}: {operation}, {} items", stepped.step, stepped.touched)
    })
}

#[derive(Serialize)]
struct History {
    operations: Vec<OperationView>,
}

pub fn history(form: Form, path: &Path, limit: u32) -> Result<Answer, Failure> {
    let api = session::open(path)?;
    let history = History {
        operations: api.history(HistoryRequest { limit })?.operations,
    };
    let wording = Wording::of(&api, api.language()?)?;
    Answer::of(form, &history, |history| {
        let mut table = Table::new(&["no.", "when", "operation", ""]).right(&[0]);
        for operation in &history.operations {
            table.row([
                operation.seq.to_string(),
                wording.date(&operation.at),
                wording.words.operation(&operation.label.name, &operation.label.subject),
                if operation.undone { "undone".to_owned() } else { String::new() },
            ]);
        }
        table.show()
    })
}
