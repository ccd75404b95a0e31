//! The open dossier as everybody may look at it, whatever is being written.

use chrono::NaiveDate;
use domain::{ItemKind, settings::Naming};
use engine::{Published, Record, Workspace};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{parse, recent::name, view, wire::*};

pub(crate) struct Dossier {
    published: Arc<Published>,
    /// As it was named when it was opened.
    path: PathBuf,
    /// The file itself, however it was named.
    pub file: PathBuf,
    pub read_only: Option<ObstacleView>,
}

impl Dossier {
    pub fn of(workspace: &Workspace, path: &Path) -> Self {
        Self {
            published: workspace.published(),
            path: path.to_owned(),
            file: workspace.store().path().to_owned(),
            read_only: workspace.read_only().map(view::obstacle),
        }
    }

    /// Asks a question of the record as it stands, or as it was known by the end of a day.
    pub fn read<T>(
        &self,
        known_on: Option<&str>,
        today: NaiveDate,
        ask: impl FnOnce(&Record<'_>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let known_on = known_on.filter(|day| !day.trim().is_empty());
        let day = known_on.map(|day| parse::day("known_on", day, today)).transpose()?;
        self.published.read(day, today, ask)
    }

    /// Builds the index for whoever asks next; what stands in the way is told to them.
    pub fn index_ahead(&self, today: NaiveDate) {
        let _ = self.read(None, today, |record| Ok(record.index().map(drop)?));
    }

    pub fn view(&self, today: NaiveDate) -> Result<DossierView, ApiError> {
        self.read(None, today, |record| {
            let settings = record.settings()?;
            let (first, last) = record.range()?;
            let naming = |naming: Naming| NamingView {
                code: naming.code.into(),
                name: naming.name.into(),
                grouped_under: naming.grouped_under.map(String::from),
            };
            Ok(DossierView {
                id: settings.id.to_string(),
                title: settings.title.into(),
                file: name(&self.path),
                language: settings.language,
                time_zone: settings.time_zone.into(),
                half_life_days: settings.half_life_days.days(),
                namings: settings.namings.into_iter().map(naming).collect(),
                read_only: self.read_only.clone(),
                counts: counts(record)?,
                first: first.map(|moment| moment.iso_date()),
                last: last.map(|moment| moment.iso_date()),
                opens_as_of: settings.opens_as_of.map(|day| day.to_string()),
                today: today.to_string(),
                change: state(record)?,
            })
        })
    }
}

pub(crate) fn counts(record: &Record<'_>) -> Result<CountsView, ApiError> {
    let (counts, tally) = (record.counts()?, record.tally()?);
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let of = |kind| number(counts.of(kind));
    Ok(CountsView {
        events: of(ItemKind::Event),
        statements: number(tally.statements),
        ties: of(ItemKind::Tie),
        actors: of(ItemKind::Actor),
        sources: of(ItemKind::Source),
        notes: of(ItemKind::Note),
        overdue: number(tally.overdue),
        drafts: number(record.open_drafts()?),
    })
}

/// What undo and redo would do.
pub(crate) fn state(record: &Record<'_>) -> Result<ChangeState, ApiError> {
    let label = |row: engine::store::OperationRow| OperationLabel {
        name: row.name,
        subject: row.subject,
    };
    Ok(ChangeState {
        revision: record.revision(),
        undo: record.last_done()?.map(label),
        redo: record.next_undone()?.map(label),
    })
}
