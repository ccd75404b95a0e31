//! What stands in the way of changing a dossier, by its code.

use engine::store::Obstacle;

use crate::wire::{ObstacleCode, ObstacleView};

pub(crate) fn obstacle(obstacle: &Obstacle) -> ObstacleView {
    let (code, user, bytes) = match obstacle {
        Obstacle::InUse(user) => (ObstacleCode::InUse, user.clone(), None),
        Obstacle::OtherName => (ObstacleCode::OtherName, None, None),
        Obstacle::OtherNameLeft => (ObstacleCode::OtherNameLeft, None, None),
        Obstacle::File(owner) => (ObstacleCode::FileProtected, owner.clone(), None),
        Obstacle::Folder(owner) => (ObstacleCode::FolderProtected, owner.clone(), None),
        Obstacle::Medium => (ObstacleCode::DiskProtected, None, None),
        Obstacle::Full(bytes) => (ObstacleCode::DiskFull, None, (*bytes > 0).then_some(*bytes)),
        Obstacle::OpenedToRead => (ObstacleCode::OpenedToRead, None, None),
        Obstacle::Other(_) => (ObstacleCode::Other, None, None),
    };
    ObstacleView {
        code,
        user,
        // Never fewer than are missing.
        megabytes: bytes.map(|bytes| u32::try_from(bytes.div_ceil(1 << 20)).unwrap_or(u32::MAX)),
        message: obstacle.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obstacle_keeps_who_and_how_much() {
        let shown = obstacle(&Obstacle::InUse(Some("ada".to_owned())));
        assert_eq!((shown.code, shown.user.as_deref()), (ObstacleCode::InUse, Some("ada")));
        let shown = obstacle(&Obstacle::Full((3 << 20) + 1));
        assert_eq!((shown.code, shown.megabytes), (ObstacleCode::DiskFull, Some(4)));
        assert_eq!(obstacle(&Obstacle::Full(0)).megabytes, None);
        assert_eq!(obstacle(&Obstacle::Other("a storm".to_owned())).message, "a storm");
    }
}
