//! From rich errors inside to `code + message + hint (+ field)` outside.

use domain::{Invalid, Reason};
use engine::EngineError;
use engine::store::{Obstacle, StoreError};
use exchange::{capture::CaptureError, dossier_json::DossierJsonError, import::ImportError};

use crate::{
    shown,
    wire::{ApiError, ErrorCode, WhyView},
};

impl ApiError {
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: None,
            field: None,
            why: None,
        }
    }

    /// For a reason that has words in every language.
    pub fn because(code: ErrorCode, reason: Reason) -> Self {
        Self {
            code,
            field: None,
            ..Invalid::of("", reason).into()
        }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn no_dossier() -> Self {
        Self::new(ErrorCode::NoDossier, "No dossier is open.").hint("Open one or begin a new one.")
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(field) = &self.field {
            write!(f, "{}: ", shown::line(field))?;
        }
        f.write_str(&shown::line(&self.message))?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, "; {}", shown::line(hint)))
    }
}

impl std::error::Error for ApiError {}

impl From<Invalid> for ApiError {
    fn from(invalid: Invalid) -> Self {
        Self {
            code: ErrorCode::Invalid,
            message: invalid.message,
            hint: invalid.hint,
            field: Some(invalid.field),
            why: invalid.why.map(|(reason, values)| WhyView { reason, values }),
        }
    }
}

impl From<EngineError> for ApiError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Store(error) => error.into(),
            EngineError::Invalid(invalid) => invalid.into(),
            EngineError::NotFound(_) => Self::new(ErrorCode::NotFound, error.to_string()),
            EngineError::Reader(_) | EngineError::Rehearsed => Self::new(ErrorCode::Internal, error.to_string()),
            EngineError::NothingToUndo => Self::because(ErrorCode::NotFound, Reason::NothingToUndo),
            EngineError::NothingToRedo => Self::because(ErrorCode::NotFound, Reason::NothingToRedo),
        }
    }
}

impl From<ImportError> for ApiError {
    fn from(error: ImportError) -> Self {
        let (code, hint) = match &error {
            ImportError::Unknown => (
                ErrorCode::Invalid,
                "a table (CSV, TSV, XLSX, ODS), a calendar, a timeline, a graph, a bundle of STIX or MISP, a list of references or a dossier in JSON can come in",
            ),
            ImportError::OrderOpen => (
                ErrorCode::Invalid,
                "say in the mapping which of them is the day: date_order = \"day-first\" or \"month-first\"",
            ),
            ImportError::Malformed(_) => (ErrorCode::Invalid, "save it again with the program that it is from"),
            ImportError::TooLarge(_) => (ErrorCode::Invalid, "split it, or save it as CSV, which may be of any size"),
            ImportError::SeveralFiles(_) => (ErrorCode::Invalid, "unpack it and import the files"),
            ImportError::Stopped => (ErrorCode::Cancelled, "nothing of it was taken in"),
            ImportError::Io(_) => (ErrorCode::Io, "check that the file is there and may be read"),
        };
        Self::new(code, error.to_string()).hint(hint)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::ReadOnly(obstacle) => return read_only(&error, obstacle),
            StoreError::Invalid(invalid) => return invalid.clone().into(),
            StoreError::Exists(_) => ErrorCode::Exists,
            StoreError::Missing(_) => ErrorCode::NotFound,
            StoreError::Foreign => ErrorCode::Foreign,
            StoreError::Newer { .. } => ErrorCode::Newer,
            StoreError::Damaged(_) => ErrorCode::Damaged,
            StoreError::Busy => ErrorCode::ReadOnly,
            StoreError::DiskFull(_) => ErrorCode::Full,
            StoreError::Astray(_) | StoreError::Io { .. } | StoreError::Unreadable(_) => ErrorCode::Io,
            StoreError::Dangling(_) => ErrorCode::Invalid,
            StoreError::OutOfOrder(_) | StoreError::Sqlite(_) | StoreError::Reference(_) => ErrorCode::Internal,
        };
        Self::new(code, error.to_string())
    }
}

fn read_only(error: &StoreError, obstacle: &Obstacle) -> ApiError {
    let code = match obstacle {
        Obstacle::Full(_) => ErrorCode::Full,
        _ => ErrorCode::ReadOnly,
    };
    ApiError::new(code, error.to_string()).hint(obstacle.hint())
}

impl From<CaptureError> for ApiError {
    fn from(error: CaptureError) -> Self {
        let code = match error {
            CaptureError::Network { .. } | CaptureError::Worker { .. } => ErrorCode::Io,
            _ => ErrorCode::Invalid,
        };
        Self {
            code,
            message: error.to_string(),
            field: None,
            ..error.refusal().into()
        }
    }
}

impl From<DossierJsonError> for ApiError {
    fn from(error: DossierJsonError) -> Self {
        let code = match error {
            DossierJsonError::Malformed(_) => ErrorCode::Foreign,
            DossierJsonError::Newer(_) => ErrorCode::Newer,
            DossierJsonError::Io(_) => ErrorCode::Io,
        };
        Self::new(code, error.to_string())
    }
}
