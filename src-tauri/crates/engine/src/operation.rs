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
    Capture,
    ReadAgain,
    AcceptDrafts { one: bool },
    RejectDrafts { one: bool },
    AmendDraft,
    MergeDraft,
    LinkDraft,
    Teach,
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
            Self::Capture => "capture".to_owned(),
            Self::ReadAgain => "read-again".to_owned(),
            Self::AcceptDrafts { one: true } => "accept-draft".to_owned(),
            Self::AcceptDrafts { one: false } => "accept-drafts".to_owned(),
            Self::RejectDrafts { one: true } => "reject-draft".to_owned(),
            Self::RejectDrafts { one: false } => "reject-drafts".to_owned(),
            Self::AmendDraft => "amend-draft".to_owned(),
            Self::MergeDraft => "merge-draft".to_owned(),
            Self::LinkDraft => "link-draft".to_owned(),
            Self::Teach => "teach".to_owned(),
        }
    }
}
