use api::{Api, wire::Filter};

use crate::{arguments::FilterArguments, failure::Failure};

/// The filter asked for, its names looked up in the dossier.
pub fn filter(api: &Api, asked: &FilterArguments) -> Result<Filter, Failure> {
    let named = Filter {
        actors: asked.actor.clone(),
        any_actor: false,
        kinds: asked.kind.clone(),
        topics: asked.topic.clone(),
        statuses: asked.status.clone(),
        grades: Vec::new(),
        text: asked.text.clone(),
        from: asked.from.clone(),
        to: asked.to.clone(),
        known_on: asked.known_on.clone(),
    };
    Ok(api.named_filter(&named)?)
}
