use api::{Api, record::FilterWords, wire::Filter};

use crate::{arguments::FilterArguments, failure::Failure};

/// The filter asked for, its names looked up in the dossier.
pub fn filter(api: &Api, asked: &FilterArguments) -> Result<Filter, Failure> {
    Ok(api.filter(&FilterWords {
        actors: asked.actor.clone(),
        kinds: asked.kind.clone(),
        topics: asked.topic.clone(),
        statuses: asked.status.clone(),
        text: asked.text.clone(),
        from: asked.from.clone(),
        to: asked.to.clone(),
        known_on: asked.known_on.clone(),
    })?)
}
