use super::{EventRow, Filter, ItemRef, Language, wire};

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
        pub known_on: Option<String>,
        pub language: Language,
    }

    pub struct LanesResponse {
        pub lanes: Vec<LaneView>,
    }

    pub struct LaneView {
        /// The key frames use.
        pub key: u32,
        pub reference: Option<ItemRef>,
        pub label: String,
        /// ISO alpha-3, or the actor's own code.
        pub code: Option<String>,
        pub flag: Option<String>,
        pub count: u32,
    }

    /// Asks for what to draw. The answer is bytes: see `timeline::encode`.
    pub struct FrameRequest {
        pub by: LaneKind,
        pub lanes: Vec<u32>,
        pub filter: Filter,
        pub known_on: Option<String>,
        /// Seconds since 1970-01-01, without a time zone.
        pub start: f64,
        pub end: f64,
        pub width_px: u32,
        /// How many marks a lane can show one above the other.
        pub depth: u8,
        /// Id of the event that is selected, without `event:`: it is drawn however crowded its place.
        pub chosen: Option<String>,
    }

    /// Density of the whole record, for the overview strip.
    pub struct DensityRequest {
        pub filter: Filter,
        pub known_on: Option<String>,
        pub buckets: u32,
    }

    pub struct DensityResponse {
        pub start: f64,
        pub end: f64,
        pub counts: Vec<u32>,
        /// Sum of the weights in each bucket.
        pub balances: Vec<f32>,
        pub undated: u32,
    }

    /// Titles and dates of the marks that get a label or a tooltip.
    pub struct DescribeRequest {
        /// Event ids, without `event:`.
        pub ids: Vec<String>,
        pub known_on: Option<String>,
        pub language: Language,
    }

    /// In no order; events that are gone are left out.
    pub struct DescribeResponse {
        pub marks: Vec<EventRow>,
    }

    pub struct StrandsRequest {
        pub known_on: Option<String>,
        pub language: Language,
    }

    /// Standing ties in words, for those a frame draws.
    pub struct StrandsResponse {
        pub ties: Vec<TieStrand>,
    }

    pub struct TieStrand {
        /// The tie's id, without `tie:`.
        pub id: String,
        pub title: String,
        /// Its period in words; absent where nothing of it is known.
        pub date: Option<String>,
    }
}
