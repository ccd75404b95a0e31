use std::path::Path;

use crate::{
    api::Api,
    brief,
    recent::{name, write_whole},
    wire::*,
};

impl Api {
    /// Lays the brief out and saves it, whole or not at all. `extra_fonts` are tried for characters the bundled ones lack.
    pub fn brief_to(&self, request: &BriefRequest, path: &Path, extra_fonts: &[Vec<u8>]) -> Result<BriefResponse, ApiError> {
        let (events, as_of, pdf) = self.brief(request, extra_fonts)?;
        write_whole(path, |file| std::io::Write::write_all(file, &pdf.bytes)).map_err(|error| {
            ApiError::new(ErrorCode::Io, format!("{} could not be written: {error}", path.display())).hint("choose another folder")
        })?;
        Ok(BriefResponse {
            file: name(path),
            pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
            events,
            as_of,
            missing_glyphs: pdf.missing_glyphs.iter().collect(),
        })
    }

    fn brief(&self, request: &BriefRequest, extra_fonts: &[Vec<u8>]) -> Result<(u32, String, report::Pdf), ApiError> {
        let (as_of, brief) = self.view(request.language, request.known_on.as_deref(), |viewer| {
            let as_of = viewer.as_of(request.as_of.as_deref())?;
            Ok((as_of, brief::build(viewer, request, as_of)?))
        })?;
        let events = u32::try_from(brief.chronology.len()).unwrap_or(u32::MAX);
        let pdf = report::pdf(&brief, extra_fonts).map_err(|error| ApiError::new(ErrorCode::Brief, error.to_string()))?;
        Ok((events, as_of.iso_date(), pdf))
    }

    /// A name for the file: the dossier's title and the day, without characters some systems refuse.
    pub fn brief_file_name(&self) -> Result<String, ApiError> {
        self.dossier()?.read(None, self.today(), |record| {
            let title = record.settings()?.title.to_string();
            let safe: String = title
                .chars()
                .map(|c| if c.is_alphanumeric() || matches!(c, ' ' | '-') { c } else { '-' })
                .collect();
            Ok(format!("{} {}.pdf", safe.trim(), self.today()))
        })
    }

    /// Saves a copy of the open dossier, complete and by itself. Where the dossier's own file is gone, work goes on in the copy.
    pub fn save_copy_to(&self, path: &Path) -> Result<SavedResponse, ApiError> {
        let is_astray = self.with(|open| {
            open.workspace.store().copy_to(path)?;
            Ok(open.is_astray)
        })?;
        if is_astray {
            self.open(path)?;
        }
        Ok(SavedResponse { file: name(path) })
    }

    /// Saves the lossless JSON form, whole or not at all.
    pub fn export_json_to(&self, path: &Path) -> Result<SavedResponse, ApiError> {
        let mut trouble = None;
        let written = write_whole(path, |file| {
            self.export_json(std::io::BufWriter::new(file)).map_err(|error| {
                let message = error.to_string();
                trouble = Some(error);
                std::io::Error::other(message)
            })
        });
        match (written, trouble) {
            (Ok(()), _) => Ok(SavedResponse { file: name(path) }),
            (Err(_), Some(error)) => Err(error),
            (Err(error), None) => Err(ApiError::new(
                ErrorCode::Io,
                format!("{} could not be written: {error}", path.display()),
            )),
        }
    }

    /// Opens one dossier of those opened before.
    pub fn open_recent(&self, request: RecentRequest) -> Result<SessionResponse, ApiError> {
        let gone = || ApiError::because(ErrorCode::NotFound, Reason::DossierGone);
        self.open_path(&self.recent.path_of(&request.key).ok_or_else(gone)?)
    }

    /// Begins a dossier at a path the user chose.
    pub fn new_at(&self, path: &Path, request: &NewRequest) -> Result<SessionResponse, ApiError> {
        self.create(path, &request.title, request.language)
    }
}
