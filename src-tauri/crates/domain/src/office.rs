use serde::{Deserialize, Serialize};

use crate::{
    id::{ActorId, OfficeId, TenureId},
    period::Period,
    text::{OtherName, Title},
};

/// A post of an actor: "President", of South Korea.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub id: OfficeId,
    pub post: Title,
    pub of: ActorId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<OtherName>,
}

/// Who held an office, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Tenure {
    pub id: TenureId,
    pub office: OfficeId,
    pub holder: ActorId,
    pub period: Period,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acting: bool,
}
