use chrono::NaiveDate;
use domain::{
    Edtf, ItemRef,
    event::Event,
    id::ActorId,
    period::{End, Period},
};
use relations::{Dyad, Setting};
use report::model;
use std::collections::BTreeSet;

use super::Builder;
use crate::wire::{ApiError, ContributionView, DyadResponse, StandingView};

/// Dyads printed in full, those with the most to say first.
const MOST_DYADS: usize = 12;
/// Countries in the matrix.
const MOST_COUNTRIES: usize = 16;

impl Builder<'_> {
    fn all_dyads(&self) -> Result<Vec<Dyad>, ApiError> {
        let half_life_days = f64::from(self.viewer.settings.half_life_days.days());
        let in_scope: BTreeSet<ActorId> = self.rows.iter().flat_map(|(row, _)| row.countries.iter().copied()).collect();
        let setting = Setting {
            as_of: self.as_of,
            half_life_days,
        };
        let mut dyads = self.viewer.index()?.dyads(&self.viewer.record.reference().ontology, setting);
        dyads.retain(|dyad| in_scope.contains(&dyad.a) && in_scope.contains(&dyad.b));
        dyads.sort_by(|x, y| y.intensity.total_cmp(&x.intensity).then((x.a, x.b).cmp(&(y.a, y.b))));
        Ok(dyads)
    }

    pub(super) fn matrix(&self) -> Result<model::Matrix, ApiError> {
        let dyads = self.all_dyads()?;
        let mut countries: Vec<ActorId> = Vec::new();
        for country in dyads.iter().flat_map(|dyad| [dyad.a, dyad.b]) {
            if !countries.contains(&country) && countries.len() < MOST_COUNTRIES {
                countries.push(country);
            }
        }
        countries.sort_by_key(|&country| self.viewer.actor_name(country));
        let cell = |row: ActorId, column: ActorId| {
            let dyad = dyads
                .iter()
                .find(|dyad| (dyad.a, dyad.b) == (row, column) || (dyad.a, dyad.b) == (column, row))?;
            Some(model::Cell {
                tone: dyad.tone,
                intensity: dyad.intensity,
                prior_only: dyad.events == 0,
            })
        };
        Ok(model::Matrix {
            cells: countries
                .iter()
                .map(|&row| countries.iter().map(|&column| cell(row, column)).collect())
                .collect(),
            countries: countries.into_iter().map(|country| self.country(country)).collect(),
        })
    }

    pub(super) fn dyads(&self) -> Result<Vec<model::Dyad>, ApiError> {
        self.all_dyads()?
            .into_iter()
            .take(MOST_DYADS)
            .map(|dyad| self.dyad(&dyad))
            .collect()
    }

    fn dyad(&self, dyad: &Dyad) -> Result<model::Dyad, ApiError> {
        let sheet = self.viewer.dyad_sheet(dyad.a, dyad.b, self.as_of)?;
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let ties = dyad.standing.iter().zip(&sheet.standing);
        Ok(model::Dyad {
            a: self.country(dyad.a),
            b: self.country(dyad.b),
            tone: sheet.working.tone,
            intensity: dyad.intensity,
            prior: sheet.working.prior,
            prior_share: sheet.working.prior_share,
            line: sheet
                .series
                .iter()
                .filter_map(|point| Some((day(&point.day)?, point.tone)))
                .collect(),
            cadence: sheet.cadence_label.clone(),
            assessment: self.assessment(&sheet),
            ties: ties
                .map(|(standing, view)| self.tie_line(standing, view))
                .collect::<Result<_, _>>()?,
            contributions: sheet.working.contributions.iter().map(|part| self.contribution(part)).collect(),
        })
    }

    fn assessment(&self, sheet: &DyadResponse) -> Option<model::Assessment> {
        let assessment = sheet.assessment.as_ref()?;
        Some(model::Assessment {
            arrow: match assessment.direction.as_str() {
                "better" => model::Arrow::Better,
                "worse" => model::Arrow::Worse,
                _ => model::Arrow::Unchanged,
            },
            reason: assessment.reason.clone(),
            date: self.day_words(assessment.on.parse().ok()),
        })
    }

    fn tie_line(&self, standing: &relations::Standing, view: &StandingView) -> Result<model::TieLine, ApiError> {
        let tie = self.viewer.index()?.ties.iter().find(|tie| tie.id == standing.tie);
        Ok(model::TieLine {
            text: format!("{}: {}", view.kind_label, view.tie.title),
            period: tie.map(|tie| self.period(&tie.period)).unwrap_or_default(),
            weight: view.prior,
            share: view.share,
        })
    }

    fn period(&self, period: &Period) -> String {
        let dated = |key, date: &Edtf| self.words.with(key, &[("date", &date.describe(self.viewer.language))]);
        let start = period.start().map_or_else(
            || self.words.text("date_start_unknown").to_owned(),
            |date| dated("date_since", date),
        );
        match period.end() {
            End::Ongoing => start,
            End::On(date) => format!("{start}, {}", dated("date_until", date)),
            End::Unknown => format!("{start}, {}", self.words.text("date_end_unknown")),
        }
    }

    /// An event's part of a tone. The title of one that is printed stands there: here its kind does.
    fn contribution(&self, part: &ContributionView) -> model::Contribution {
        let printed = self.event_at(part.event.reference);
        model::Contribution {
            title: printed.map_or_else(|| part.event.title.clone(), |event| self.viewer.kind_label(&event.kind)),
            number: printed.and_then(|event| self.numbers.get(&event.id).copied()),
            date: part
                .event
                .detail
                .clone()
                .unwrap_or_else(|| self.words.text("date_unknown").to_owned()),
            weight: part.weight,
            certainty: part.credibility,
            recency: part.decay,
            share: part.share,
        }
    }

    /// The printed event of a reference.
    fn event_at(&self, item: ItemRef) -> Option<&Event> {
        let number = self.event(item).and_then(|event| self.numbers.get(&event).copied())?;
        self.rows.get(number as usize - 1).map(|(_, event)| event)
    }
}
