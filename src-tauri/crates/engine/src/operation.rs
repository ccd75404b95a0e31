use domain::ItemKind;

/// What is done, by a stable name that the interface words in its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Add(ItemKind),
    Change(ItemKind),
    Remove(ItemKind),
    SetStatus,
    ChooseClaim,
    AddReference,
    Import,
}

impl Operation {
    /// `add-event`, `change-note`, `import`.
    pub fn name(self) -> String {
        match self {
            Self::Add(kind) => format!("add-{}", kind.as_str()),
            Self::Change(kind) => format!("change-{}", kind.as_str()),
            Self::Remove(kind) => format!("remove-{}", kind.as_str()),
            Self::SetStatus => "set-status".to_owned(),
            Self::ChooseClaim => "choose-claim".to_owned(),
            Self::AddReference => "add-reference".to_owned(),
            Self::Import => "import".to_owned(),
        }
    }
}
