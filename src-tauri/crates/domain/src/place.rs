use serde::{Deserialize, Serialize};

use crate::{
    Invalid, Reason,
    id::{ActorId, PlaceId},
    text::{OtherName, Title},
};

/// Decimal degrees on the globe.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "RawCoordinates", into = "RawCoordinates")]
pub struct Coordinates {
    latitude: f64,
    longitude: f64,
}

impl Coordinates {
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, Invalid> {
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(Invalid::with("latitude", Reason::Outside, &[("from", &"−90"), ("to", &"90")]));
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(Invalid::with("longitude", Reason::Outside, &[("from", &"−180"), ("to", &"180")]));
        }
        Ok(Self { latitude, longitude })
    }

    pub fn latitude(self) -> f64 {
        self.latitude
    }

    pub fn longitude(self) -> f64 {
        self.longitude
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCoordinates {
    latitude: f64,
    longitude: f64,
}

impl TryFrom<RawCoordinates> for Coordinates {
    type Error = Invalid;
    fn try_from(raw: RawCoordinates) -> Result<Self, Invalid> {
        Self::new(raw.latitude, raw.longitude)
    }
}

impl From<Coordinates> for RawCoordinates {
    fn from(at: Coordinates) -> Self {
        Self {
            latitude: at.latitude,
            longitude: at.longitude,
        }
    }
}

/// Where something happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: PlaceId,
    pub name: Title,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<OtherName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<ActorId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
}
