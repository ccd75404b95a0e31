use super::{Filter, LanguageCode, wire};

wire! {
    /// Which lanes stand beneath each other.
    #[serde(rename_all = "kebab-case")]
    #[derive(Copy)]
    pub enum LaneKind {
        Countries,
        Actors,
        Topics,
        Kinds,
    }

    pub struct LanesRequest {
        pub by: LaneKind,
        pub filter: Filter,
        pub language: LanguageCode,
    }

    pub struct LanesResponse {
        pub lanes: Vec<LaneView>,
    }

    pub struct LaneView {
        /// The key frames use.
        pub key: u32,
        pub reference: Option<String>,
        pub label: String,
        pub flag: Option<String>,
        pub count: u32,
    }

    /// Asks for what to draw. The answer is bytes: see `timeline::encode`.
    pub struct FrameRequest {
        pub by: LaneKind,
        pub lanes: Vec<u32>,
        pub filter: Filter,
        /// Seconds since 1970-01-01, without a time zone.
        pub start: f64,
        pub end: f64,
        pub width_px: u32,
        /// How many marks a lane can show one above the other.
        pub depth: u8,
    }

    /// Density of the whole record, for the overview strip.
    pub struct DensityRequest {
        pub filter: Filter,
        pub buckets: u32,
    }

    pub struct DensityResponse {
        pub start: f64,
        pub end: f64,
        pub counts: Vec<u32>,
        pub undated: u32,
    }

    /// Titles and dates of the marks that get a label or a tooltip.
    pub struct DescribeRequest {
        /// Event ids, without `event:`.
        pub ids: Vec<String>,
        pub language: LanguageCode,
    }

    pub struct DescribeResponse {
        pub marks: Vec<MarkLabel>,
    }

    pub struct MarkLabel {
        pub id: String,
        pub title: String,
        pub when_label: Option<String>,
        pub status: String,
        pub kind: String,
        pub kind_label: String,
        pub countries: Vec<String>,
    }

    /// Standing ties and links to draw beside the marks.
    pub struct StrandsRequest {
        pub start: f64,
        pub end: f64,
        pub language: LanguageCode,
    }

    pub struct StrandsResponse {
        pub ties: Vec<TieStrand>,
        pub links: Vec<LinkStrand>,
    }

    pub struct TieStrand {
        pub reference: String,
        pub title: String,
        pub kind: String,
        pub sign: i8,
        /// Country lane keys.
        pub from: u32,
        pub to: u32,
        /// Seconds; absent where unknown or open.
        pub start: Option<f64>,
        pub end: Option<f64>,
        pub end_unknown: bool,
    }

    pub struct LinkStrand {
        pub reference: String,
        pub kind: String,
        pub from: String,
        pub to: String,
    }
}
