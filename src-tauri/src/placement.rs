//! Where the window stood when it was last closed: a small JSON file in the application's own folder.

use serde::{Deserialize, Serialize};
use std::path::Path;

const MIN_WIDTH_PX: f64 = 640.0;
const MIN_HEIGHT_PX: f64 = 480.0;
const MAX_SIDE_PX: f64 = 16_384.0;

/// Size and position of a window in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    pub width: f64,
    pub height: f64,
    /// Left and top edge; absent until the window has been moved by its owner, so that the system may choose.
    pub position: Option<(f64, f64)>,
    pub maximized: bool,
}

impl Default for Placement {
    fn default() -> Self {
        Self {
            width: 1440.0,
            height: 900.0,
            position: None,
            maximized: false,
        }
    }
}

impl Placement {
    /// Reads the file. A missing, broken or absurd one counts as absent: a window must always open.
    pub fn read(path: &Path) -> Self {
        std::fs::read(path)
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok())
            .filter(Self::is_sane)
            .unwrap_or_default()
    }

    /// Writes the file beside its final name first, so that a crash leaves the old one.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let beside = path.with_extension("new");
        std::fs::write(&beside, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(&beside, path)
    }

    fn is_sane(&self) -> bool {
        (MIN_WIDTH_PX..=MAX_SIDE_PX).contains(&self.width)
            && (MIN_HEIGHT_PX..=MAX_SIDE_PX).contains(&self.height)
            && self.position.is_none_or(|(x, y)| x.abs() <= MAX_SIDE_PX && y.abs() <= MAX_SIDE_PX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(content: &str) -> Placement {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        std::fs::write(&path, content).unwrap();
        Placement::read(&path)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/window.json");
        let placement = Placement {
            width: 1280.0,
            height: 800.0,
            position: Some((40.0, -8.0)),
            maximized: true,
        };
        placement.write(&path).unwrap();
        assert_eq!(Placement::read(&path), placement);
    }

    #[test]
    fn broken_and_absurd_files_give_the_default() {
        let absurd = r#"{"width":9e99,"height":800,"position":null,"maximized":false}"#;
        let tiny = r#"{"width":1,"height":1,"position":null,"maximized":false}"#;
        for content in ["", "{", "null", absurd, tiny] {
            assert_eq!(read_back(content), Placement::default(), "{content}");
        }
    }
}
