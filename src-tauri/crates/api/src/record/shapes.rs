use domain::{event::Role, named::Noun, statement::Stance, status::Status};
use serde::Serialize;

/// An event, a statement or a tie.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordItem {
    pub id: String,
    #[serde(rename = "type")]
    pub noun: Noun,
    pub kind: String,
    pub title: String,
    /// The code of the kind; while only planned, that of the intent. Ties have none.
    pub cameo: Option<String>,
    /// 1 verbal cooperation … 4 material conflict. Ties have none.
    pub quad: Option<u8>,
    /// −10 to +10. Ties have none.
    pub weight: Option<f64>,
    /// Ties have none.
    pub status: Option<Status>,
    pub when: Option<RecordWhen>,
    pub place: Option<RecordPlace>,
    pub participants: Vec<RecordParticipant>,
    pub source_countries: Vec<String>,
    pub target_countries: Vec<String>,
    pub topics: Vec<String>,
    pub amount: Option<RecordAmount>,
    /// −1, 0 or 1: of an event's weight, or a tie's own.
    pub sign: i8,
    pub stance: Option<Stance>,
    pub issue: Option<String>,
    pub quote: Option<String>,
    /// Sources differ on the date, the place or another attribute.
    pub contested: bool,
    pub links: Vec<RecordLink>,
    /// The event that brought a tie about.
    pub cause: Option<String>,
    pub citations: Vec<RecordCitation>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordWhen {
    pub edtf: String,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    /// As written in the source.
    pub text: Option<String>,
    pub relative: Option<RecordRelative>,
}

/// "after E12", "within 62 days before E7".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordRelative {
    pub relation: domain::event::TemporalRelation,
    pub event: String,
    pub within_days: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordPlace {
    pub name: String,
    pub country: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordParticipant {
    pub actor: String,
    pub kind: &'static str,
    /// The country acted for on that day.
    pub country: Option<String>,
    pub role: Role,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordAmount {
    pub value: Option<f64>,
    pub unit: Option<String>,
    pub qualifier: Option<String>,
}

/// From this event to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordLink {
    pub kind: &'static str,
    pub to: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordCitation {
    pub source: String,
    pub source_title: String,
    /// Reliability and credibility: `B2`.
    pub grade: String,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    pub start: usize,
    pub end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}
