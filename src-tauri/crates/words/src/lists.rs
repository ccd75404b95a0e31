use domain::{
    ItemKind,
    actor::ActorKind,
    assessment::Direction,
    event::{Role, TemporalRelation},
    grade::{Credibility, Reliability},
    incoming::{CodeList, DateOrder, Format, Problem, RowNoun, Use},
    kind::Quad,
    link::LinkKind,
    named::Noun,
    note::{Confidence, Likelihood},
    source::Origin,
    statement::Stance,
    status::Status,
    tie::Sign,
};

/// A value of a fixed list of the domain.
pub trait Listed {
    /// Its key in the catalogue: the list, and the code that dossiers store.
    fn key(&self) -> String;
}

/// Lists whose values are stored as a word or a number.
macro_rules! listed {
    ($($type:ty => $list:literal),* $(,)?) => {$(
        impl Listed for $type {
            fn key(&self) -> String {
                let code = match serde_json::to_value(self) {
                    Ok(serde_json::Value::String(code)) => code.to_lowercase().replace('-', "_"),
                    Ok(code) => code.to_string(),
                    Err(_) => String::new(),
                };
                format!(concat!($list, "_{}"), code)
            }
        }
    )*};
}

listed! {
    ActorKind => "actor",
    CodeList => "code_list",
    Confidence => "confidence",
    Credibility => "credibility",
    DateOrder => "date_order",
    Direction => "direction",
    Format => "format",
    ItemKind => "noun",
    Likelihood => "likelihood",
    LinkKind => "link",
    Noun => "noun",
    Origin => "origin",
    Problem => "problem",
    Quad => "quad",
    Reliability => "reliability",
    Role => "role",
    RowNoun => "row",
    Stance => "stance",
    Status => "status",
    TemporalRelation => "relation",
    Use => "use",
}

impl Listed for Sign {
    fn key(&self) -> String {
        let name = match self {
            Self::Negative => "negative",
            Self::Neutral => "neutral",
            Self::Positive => "positive",
        };
        format!("sign_{name}")
    }
}
