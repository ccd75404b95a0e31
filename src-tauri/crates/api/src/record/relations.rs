use ::relations::{Contribution, Dyad, Setting};
use domain::{ItemKind, ItemRef, id::ActorId};
use serde::Serialize;

use crate::{
    api::Api,
    view::Viewer,
    wire::{ApiError, ErrorCode, RelationsRequest},
};

/// Where every two countries stand on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelationsRecord {
    pub as_of: String,
    pub half_life_days: u32,
    pub dyads: Vec<DyadRecord>,
}

/// Two countries, `a` first in the alphabet. `prior_share` and the contributions' shares add up to the tone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DyadRecord {
    pub a: String,
    pub b: String,
    pub tone: f64,
    pub intensity: f64,
    pub prior: f64,
    pub prior_share: f64,
    pub events: usize,
    pub last: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Vec<StandingRecord>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Vec<ContributionRecord>>,
}

/// A tie behind the prior.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StandingRecord {
    pub tie: String,
    pub title: String,
    pub kind: &'static str,
    /// What it says of the tone by itself.
    pub prior: f64,
    /// What it adds to the prior beside the other ties; the shares add up to it.
    pub share: f64,
}

/// An event behind the tone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContributionRecord {
    pub event: String,
    pub title: String,
    pub weight: f64,
    pub decay: f64,
    pub credibility: f64,
    pub share: f64,
}

impl Api {
    /// All dyads, or the one between two countries, each named by code, name or alias; with what makes up each tone when `explain`.
    pub fn relations_record(
        &self,
        request: &RelationsRequest,
        between: Option<(&str, &str)>,
        explain: bool,
    ) -> Result<RelationsRecord, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let as_of = viewer.as_of(request.as_of.as_deref())?;
            let half_life = viewer.settings.half_life_days;
            let found = viewer.found(Setting::new(as_of, half_life), between)?;
            let mut dyads: Vec<DyadRecord> = found
                .iter()
                .map(|dyad| viewer.dyad_record(dyad, explain))
                .collect::<Result<_, _>>()?;
            dyads.sort_by(|one, other| (&one.a, &one.b).cmp(&(&other.a, &other.b)));
            Ok(RelationsRecord {
                as_of: as_of.iso_date(),
                half_life_days: half_life.days(),
                dyads,
            })
        })
    }
}

impl Viewer<'_> {
    fn found(&self, setting: Setting, between: Option<(&str, &str)>) -> Result<Vec<Dyad>, ApiError> {
        let ontology = &self.record.reference().ontology;
        let Some((a, b)) = between else {
            return Ok(self.index()?.dyads(ontology, setting));
        };
        let (a, b) = (self.country(a)?, self.country(b)?);
        if a == b {
            return Err(ApiError::new(ErrorCode::Invalid, "a relation needs two different countries").hint("name two, such as CHN and JPN"));
        }
        let standing = self.index()?.standing(ontology, setting.as_of);
        Ok(vec![::relations::dyad(self.index()?.acts(), &standing, setting, a, b)])
    }

    fn dyad_record(&self, dyad: &Dyad, explain: bool) -> Result<DyadRecord, ApiError> {
        let code = |country: ActorId| self.code(country).unwrap_or_else(|| self.actor_name(country));
        let (a, b) = (code(dyad.a), code(dyad.b));
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        Ok(DyadRecord {
            a,
            b,
            tone: dyad.tone,
            intensity: dyad.intensity,
            prior: dyad.prior,
            prior_share: dyad.prior_share,
            events: dyad.events,
            last: self.last_event(dyad)?,
            standing: explain.then(|| self.standing_records(dyad)).transpose()?,
            contributions: explain
                .then(|| dyad.contributions.iter().map(|part| self.contribution(part)).collect())
                .transpose()?,
        })
    }

    /// The date of the last event, as its event has it.
    fn last_event(&self, dyad: &Dyad) -> Result<Option<String>, ApiError> {
        let Some(last) = dyad.contributions.last() else { return Ok(None) };
        Ok(self.event_when(last.event)?.map(|when| when.to_string()))
    }

    fn standing_records(&self, dyad: &Dyad) -> Result<Vec<StandingRecord>, ApiError> {
        let record = |standing: &::relations::Standing| {
            Ok(StandingRecord {
                tie: standing.tie.to_string(),
                title: self.label(ItemRef::new(ItemKind::Tie, standing.tie))?.title,
                kind: standing.kind.as_str(),
                prior: standing.prior,
                share: standing.share,
            })
        };
        dyad.standing.iter().map(record).collect()
    }

    fn contribution(&self, part: &Contribution) -> Result<ContributionRecord, ApiError> {
        Ok(ContributionRecord {
            event: part.event.to_string(),
            title: self.label(ItemRef::new(ItemKind::Event, part.event))?.title,
            weight: part.weight,
            decay: part.decay,
            credibility: part.credibility,
            share: part.share,
        })
    }
}
