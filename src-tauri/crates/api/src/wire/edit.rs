use domain::{Item, named::NamedItem, status::StatusEntry};
use serde_json::Value;

use super::{ItemRef, LessonInput, wire};

wire! {
    /// One change to the record. Every edit is one named, undoable operation.
    #[serde(tag = "verb", rename_all = "kebab-case")]
    pub enum Edit {
        /// Adds the item, or replaces the one with the same `id`. `typing` lets neighbouring edits of one field count as one.
        /// The life cycle of an event and the choice of a claim stay as they are: other edits change them.
        Put {
            #[ts(as = "Item")]
            item: Value,
            typing: bool,
        },
        /// Adds an item together with the words of a source that say so, as one operation.
        PutCited {
            #[ts(as = "Item")]
            item: Value,
            #[ts(as = "Item")]
            citation: Value,
        },
        /// Removes items, with the citations, claims, links and ties that cannot stand without them.
        Remove { items: Vec<ItemRef> },
        /// Adds a step to an event's life cycle.
        SetStatus {
            event: ItemRef,
            #[ts(as = "StatusEntry")]
            step: Value,
        },
        /// Chooses among contested claims; the item takes the chosen value.
        ChooseClaim { claim: ItemRef, reason: Option<String> },
        /// Adds a shipped country, organisation or person (`country:KOR`, `person:lee-jae-myung`) with the offices it holds, as actors of the dossier.
        AddReference { key: String },
        /// Takes drafts into the record, as they stand, rejected ones included. Those already taken are left alone.
        AcceptDrafts { drafts: Vec<ItemRef> },
        RejectDrafts { drafts: Vec<ItemRef> },
        /// Changes an open draft. It stays open.
        AmendDraft {
            draft: ItemRef,
            #[ts(as = "NamedItem")]
            item: Value,
        },
        /// The draft tells of an event or a tie that is in the record: its words become a citation of it, and where they differ, claims.
        MergeDraft { draft: ItemRef, into: ItemRef },
        /// Takes the draft in and links it to an event as the same.
        LinkDraft { draft: ItemRef, to: ItemRef },
        /// Reads a source anew with the names and words the dossier has by now. Drafts that were decided on stay.
        ReadAgain { source: ItemRef },
        /// Remembers a name or a word for this dossier.
        Teach { lesson: LessonInput },
    }

    pub struct EditRequest {
        pub edit: Edit,
    }
}
