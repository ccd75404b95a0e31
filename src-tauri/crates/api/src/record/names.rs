use domain::{ItemKind, ItemRef, tie::TieKind};

use crate::{
    api::Api,
    view::Viewer,
    wire::{ApiError, ErrorCode, Filter, Language},
};

impl Api {
    /// A filter with its actors named by code, name or alias, its topics by name, turned into one with references. Unknown names and kinds are refused.
    pub fn named_filter(&self, filter: &Filter) -> Result<Filter, ApiError> {
        self.view(Language::English, filter.known_on.as_deref(), |viewer| {
            filter.kinds.iter().try_for_each(|kind| viewer.require_kind(kind))?;
            Ok(Filter {
                any_actor: filter.any_actor,
                actors: filter
                    .actors
                    .iter()
                    .map(|name| Ok(ItemRef::new(ItemKind::Actor, viewer.actor(name)?).to_string()))
                    .collect::<Result<_, ApiError>>()?,
                topics: filter.topics.iter().map(|name| viewer.topic(name)).collect::<Result<_, _>>()?,
                ..filter.clone()
            })
        })
    }
}

impl Viewer<'_> {
    fn require_kind(&self, kind: &str) -> Result<(), ApiError> {
        let known = self.index()?.kinds.iter().any(|known| known.as_str() == kind) || TieKind::parse(kind).is_ok();
        if known {
            return Ok(());
        }
        let message = format!("“{kind}” is not a kind of event or tie");
        Err(ApiError {
            field: Some("kinds".to_owned()),
            ..ApiError::new(ErrorCode::Invalid, message).hint("use a name such as summit, visit, statement, alliance")
        })
    }

    fn topic(&self, name: &str) -> Result<String, ApiError> {
        let same = |known: &str| known.to_lowercase() == name.trim().to_lowercase();
        let found = self
            .index()?
            .topics
            .iter()
            .find(|(id, known)| same(known) || id.to_string() == name);
        let (id, _) = found.ok_or_else(|| {
            ApiError::new(ErrorCode::NotFound, format!("no topic of the dossier is called “{name}”"))
                .hint("use a name as it stands in the dossier")
        })?;
        Ok(ItemRef::new(ItemKind::Topic, id).to_string())
    }
}
