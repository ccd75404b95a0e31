use domain::{Edtf, Filter, Invalid, Moment, id::TopicId, kind::KindId, status::Status, tie::TieKind};

use crate::{
    api::Api,
    parse,
    view::Viewer,
    wire::{ApiError, ErrorCode, Language},
};

/// The word by which the statuses also ask for plans that came due.
const OVERDUE: &str = "overdue";

/// A filter as it is typed: actors by code, name, alias or reference, topics by name, dates in words or as EDTF.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterWords {
    pub actors: Vec<String>,
    pub kinds: Vec<String>,
    pub topics: Vec<String>,
    /// *Overdue* among them.
    pub statuses: Vec<String>,
    pub text: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub known_on: Option<String>,
}

impl Api {
    /// The filter that is meant. Unknown names and kinds are refused.
    pub fn filter(&self, asked: &FilterWords) -> Result<Filter, ApiError> {
        let from = self.bound("from", asked.from.as_deref(), Edtf::earliest, "beginning")?;
        let to = self.bound("to", asked.to.as_deref(), Edtf::latest, "end")?;
        let statuses = asked.statuses.iter().filter(|status| *status != OVERDUE);
        self.view(Language::English, asked.known_on.as_deref(), |viewer| {
            Ok(Filter {
                actors: asked.actors.iter().map(|name| viewer.actor(name)).collect::<Result<_, _>>()?,
                any_actor: false,
                kinds: asked.kinds.iter().map(|kind| viewer.kind(kind)).collect::<Result<_, _>>()?,
                topics: asked.topics.iter().map(|name| viewer.topic(name)).collect::<Result<_, _>>()?,
                statuses: statuses.map(|status| Status::parse(status)).collect::<Result<_, _>>()?,
                overdue: asked.statuses.iter().any(|status| status == OVERDUE),
                grades: Vec::new(),
                text: asked.text.clone(),
                from,
                to,
            })
        })
    }

    /// A date as typed that is known on the side by which it bounds a range.
    fn bound(&self, field: &str, text: Option<&str>, side: fn(&Edtf) -> Option<Moment>, word: &str) -> Result<Option<Edtf>, Invalid> {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return Ok(None);
        };
        let date = parse::date(field, text, self.today())?;
        if side(&date).is_none() {
            return Err(Invalid::new(field, format!("has no {word}")).hint("write a date such as 2026-01-08"));
        }
        Ok(Some(date))
    }
}

impl Viewer<'_> {
    fn kind(&self, kind: &str) -> Result<KindId, ApiError> {
        let known = self.index()?.kinds.iter().any(|known| known.as_str() == kind) || TieKind::parse(kind).is_ok();
        if known {
            return Ok(KindId::new(kind)?);
        }
        let message = format!("“{kind}” is not a kind of event or tie");
        Err(ApiError {
            field: Some("kinds".to_owned()),
            ..ApiError::new(ErrorCode::Invalid, message).hint("use a name such as summit, visit, statement, alliance")
        })
    }

    fn topic(&self, name: &str) -> Result<TopicId, ApiError> {
        let same = |known: &str| known.to_lowercase() == name.trim().to_lowercase();
        let found = self
            .index()?
            .topics
            .iter()
            .find(|(id, known)| same(known) || id.to_string() == name);
        found.map(|(id, _)| id).ok_or_else(|| {
            ApiError::new(ErrorCode::NotFound, format!("no topic of the dossier is called “{name}”"))
                .hint("use a name as it stands in the dossier")
        })
    }
}
