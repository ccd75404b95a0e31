use domain::{assessment::Direction, statement::Stance};

use super::{ItemLabel, ItemRef, Language, wire};

wire! {
    pub struct RelationsRequest {
        /// Today when absent.
        pub as_of: Option<String>,
        pub known_on: Option<String>,
        pub language: Language,
    }

    pub struct RelationsResponse {
        pub as_of: String,
        pub half_life_days: u32,
        pub countries: Vec<CountryNode>,
        pub dyads: Vec<DyadView>,
        pub triads: Vec<TriadView>,
    }

    pub struct CountryNode {
        pub reference: ItemRef,
        pub code: String,
        pub name: String,
        pub flag: Option<String>,
        pub events: u32,
    }

    /// Where two countries stand. `a` and `b` are codes, `a` first in the alphabet.
    pub struct DyadView {
        pub a: String,
        pub b: String,
        pub tone: f64,
        pub intensity: f64,
        pub prior: f64,
        pub events: u32,
        /// The day the last event counts from.
        pub last: Option<String>,
        /// The last event's own date in words.
        pub last_label: Option<String>,
    }

    /// How a tone came about, in hundredths: what is shown adds up.
    pub struct WorkingView {
        /// The prior's share and those of the contributions.
        pub tone: f64,
        /// The shares of the standing ties.
        pub prior: f64,
        /// How many certain events of the day the prior counts for.
        pub prior_weight: f64,
        pub prior_share: f64,
        /// What counts most comes first.
        pub contributions: Vec<ContributionView>,
    }

    pub struct ContributionView {
        pub event: ItemLabel,
        pub weight: f64,
        pub decay: f64,
        pub credibility: f64,
        /// What it adds to the tone.
        pub share: f64,
    }

    /// Three countries whose tones multiply to less than nothing.
    pub struct TriadView {
        pub countries: [String; 3],
        pub tones: [f64; 3],
    }

    pub struct DyadRequest {
        pub a: String,
        pub b: String,
        pub as_of: Option<String>,
        pub known_on: Option<String>,
        pub language: Language,
    }

    pub struct DyadResponse {
        pub as_of: String,
        pub half_life_days: u32,
        pub a: CountryNode,
        pub b: CountryNode,
        pub dyad: DyadView,
        pub working: WorkingView,
        pub standing: Vec<StandingView>,
        pub series: Vec<TonePoint>,
        pub ticks: Vec<TickView>,
        pub flow: Vec<FlowView>,
        pub cadence: CadenceView,
        /// The cadence as one sentence.
        pub cadence_label: String,
        pub statements: Vec<IssueView>,
        pub assessment: Option<AssessmentView>,
    }

    pub struct StandingView {
        pub tie: ItemLabel,
        pub kind_label: String,
        /// What it says of the tone by itself.
        pub prior: f64,
        /// What it adds to the prior, in hundredths.
        pub share: f64,
    }

    pub struct TonePoint {
        pub day: String,
        pub tone: f64,
        pub intensity: f64,
    }

    /// An event on the tone line.
    pub struct TickView {
        pub event: ItemLabel,
        pub day: String,
        pub weight: f64,
        pub plan: bool,
    }

    /// What went from one to the other, by quad class 1 to 4.
    pub struct FlowView {
        pub from: String,
        pub to: String,
        pub counts: [u32; 4],
        pub weights: [f64; 4],
    }

    pub struct CadenceView {
        pub meetings_24_months: u32,
        /// The date of the last, as its event has it.
        pub last: Option<String>,
        /// From the middle of its date, where that is no day.
        pub days_since_last: Option<u32>,
        pub longest_gap_days: Option<u32>,
    }

    pub struct IssueView {
        pub issue: String,
        pub statements: Vec<StanceView>,
    }

    pub struct StanceView {
        pub event: ItemLabel,
        pub speaker: ItemLabel,
        pub stance: Option<Stance>,
    }

    pub struct AssessmentView {
        pub reference: ItemRef,
        pub direction: Direction,
        pub reason: String,
        pub on: String,
    }
}
