use ::relations::{Act, Cadence, Dyad, PRIOR_WEIGHT, Setting, Shown, is_meeting, tone_series, triads};
use domain::{
    Item, ItemKind, ItemRef, Moment,
    id::{ActorId, EventId},
};
use std::collections::BTreeMap;
use words::{Gap, LastMeeting, Meetings, Words};

use crate::{api::Api, parse, view::Viewer, wire::*};

/// Tones weaker than this are not counted as a side of a triad.
pub const TRIAD_THRESHOLD: f64 = 0.5;
/// Points of the tone line.
const SERIES_STEPS: usize = 120;
/// Days the tone line reaches back where the record begins later.
const SHORTEST_SERIES_DAYS: i64 = 365;

impl Api {
    pub fn relations(&self, request: RelationsRequest) -> Result<RelationsResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            viewer.relations(viewer.as_of(request.as_of.as_deref())?)
        })
    }

    pub fn dyad(&self, request: DyadRequest) -> Result<DyadResponse, ApiError> {
        self.view(request.language, request.known_on.as_deref(), |viewer| {
            let as_of = viewer.as_of(request.as_of.as_deref())?;
            let (a, b) = (viewer.country(&request.a)?, viewer.country(&request.b)?);
            if a == b {
                return Err(ApiError::because(ErrorCode::Invalid, Reason::TwoCountries));
            }
            viewer.dyad_sheet(a, b, as_of)
        })
    }
}

impl Viewer<'_> {
    /// The last moment of the as-of date; where none is given, of the day the dossier opens as of, or else of today.
    pub(crate) fn as_of(&self, text: Option<&str>) -> Result<Moment, ApiError> {
        match text.filter(|text| !text.trim().is_empty()) {
            Some(text) => Ok(parse::end_of("as_of", text, self.today)?),
            None => Ok(Moment::end_of_date(self.settings.opens_as_of.unwrap_or(self.today))),
        }
    }

    fn setting(&self, as_of: Moment) -> Result<Setting, ApiError> {
        Ok(Setting {
            as_of,
            half_life_days: f64::from(self.settings.half_life_days.days()),
        })
    }

    /// A country of the dossier by code, by reference, or by a name or alias that only one has.
    pub fn country(&self, text: &str) -> Result<ActorId, ApiError> {
        let actor = self.actor(text)?;
        self.country_today(actor)
            .ok_or_else(|| ApiError::new(ErrorCode::Invalid, format!("“{text}” acts for no country")).hint("name a country, such as KOR"))
    }

    /// An actor of the dossier by code, by reference, or by a name or alias that only one has.
    pub fn actor(&self, text: &str) -> Result<ActorId, ApiError> {
        if text.contains(':') {
            return Ok(ActorId(parse::reference("actor", text, ItemKind::Actor)?));
        }
        if let Some(actor) = self
            .actors
            .iter()
            .find(|actor| actor.code.as_ref().is_some_and(|code| code.code.as_str() == text))
        {
            return Ok(actor.id);
        }
        let same = |name: &str| name.to_lowercase() == text.trim().to_lowercase();
        let named =
            |actor: &&domain::actor::Actor| same(actor.name.as_str()) || actor.other_names.iter().any(|name| same(name.text.as_str()));
        let mut found = self.actors.iter().filter(named);
        match (found.next(), found.next()) {
            (Some(actor), None) => Ok(actor.id),
            (None, _) => Err(
                ApiError::new(ErrorCode::NotFound, format!("no actor of the dossier is called “{text}”"))
                    .hint("use a code such as KOR, or a name as it stands in the dossier"),
            ),
            (Some(_), Some(_)) => {
                Err(ApiError::new(ErrorCode::Invalid, format!("more than one actor is called “{text}”")).hint("use a code such as KOR"))
            }
        }
    }

    fn relations(&self, as_of: Moment) -> Result<RelationsResponse, ApiError> {
        let setting = self.setting(as_of)?;
        let dyads = self.index()?.dyads(&self.record.reference().ontology, setting);
        let coded = |id: ActorId| self.code(id).unwrap_or_default();
        let mut events: BTreeMap<ActorId, u32> = BTreeMap::new();
        for dyad in &dyads {
            for country in [dyad.a, dyad.b] {
                *events.entry(country).or_default() += u32::try_from(dyad.events).unwrap_or(u32::MAX);
            }
        }
        let mut views: Vec<DyadView> = dyads.iter().map(|dyad| self.dyad_view(dyad)).collect::<Result<_, _>>()?;
        views.sort_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
        let mut countries: Vec<CountryNode> = events.into_iter().map(|(id, events)| self.node(id, events)).collect();
        countries.sort_by(|x, y| x.code.cmp(&y.code));
        let triads = triads(&dyads, TRIAD_THRESHOLD).into_iter().map(|triad| TriadView {
            countries: triad.countries.map(coded),
            tones: triad.tones,
        });
        Ok(RelationsResponse {
            as_of: as_of.iso_date(),
            half_life_days: setting.half_life_days as u32,
            countries,
            dyads: views,
            triads: triads.collect(),
        })
    }

    fn node(&self, id: ActorId, events: u32) -> CountryNode {
        CountryNode {
            reference: ItemRef::new(ItemKind::Actor, id),
            code: self.code(id).unwrap_or_default(),
            name: self.actor_name(id),
            flag: self.flag(id),
            events,
        }
    }

    /// `a` and `b` in the order of their codes.
    fn dyad_view(&self, dyad: &Dyad) -> Result<DyadView, ApiError> {
        let (mut a, mut b) = (self.code(dyad.a).unwrap_or_default(), self.code(dyad.b).unwrap_or_default());
        if a > b {
            std::mem::swap(&mut a, &mut b);
        }
        let last = dyad.contributions.last().map(|part| self.event_date(part.event));
        Ok(DyadView {
            a,
            b,
            tone: dyad.tone,
            intensity: dyad.intensity,
            prior: dyad.prior,
            events: u32::try_from(dyad.events).unwrap_or(u32::MAX),
            last: Self::day(dyad.last),
            last_label: last.transpose()?,
        })
    }

    fn working(&self, dyad: &Dyad, shown: &Shown) -> Result<WorkingView, ApiError> {
        let parts = dyad.contributions.iter().zip(&shown.shares);
        let view = |(part, &share): (&::relations::Contribution, &f64)| {
            Ok::<_, ApiError>(ContributionView {
                event: self.label(ItemRef::new(ItemKind::Event, part.event))?,
                weight: part.weight,
                decay: part.decay,
                credibility: part.credibility,
                share,
            })
        };
        let mut contributions = parts.map(view).collect::<Result<Vec<_>, _>>()?;
        contributions.sort_by(|one, other| other.share.abs().total_cmp(&one.share.abs()));
        Ok(WorkingView {
            tone: shown.tone,
            prior: shown.prior,
            prior_weight: PRIOR_WEIGHT,
            prior_share: shown.prior_share,
            contributions,
        })
    }

    pub(crate) fn dyad_sheet(&self, a: ActorId, b: ActorId, as_of: Moment) -> Result<DyadResponse, ApiError> {
        let setting = self.setting(as_of)?;
        let ontology = &self.record.reference().ontology;
        let dyad = ::relations::dyad(self.index()?.acts(), &self.index()?.standing(ontology, as_of), setting, a, b);
        let events = u32::try_from(dyad.events).unwrap_or(u32::MAX);
        let shown = dyad.shown();
        let (mut first, mut second) = (dyad.a, dyad.b);
        if self.code(first) > self.code(second) {
            std::mem::swap(&mut first, &mut second);
        }
        let (cadence, cadence_label) = self.cadence(a, b, as_of)?;
        Ok(DyadResponse {
            as_of: as_of.iso_date(),
            half_life_days: setting.half_life_days as u32,
            a: self.node(first, events),
            b: self.node(second, events),
            ticks: self.ticks(&dyad)?,
            dyad: self.dyad_view(&dyad)?,
            working: self.working(&dyad, &shown)?,
            standing: self.standing_views(&dyad, &shown)?,
            series: self.series(a, b, &dyad, setting)?,
            flow: self.flow(&dyad),
            cadence,
            cadence_label,
            statements: self.statements(a, b, as_of)?,
            assessment: self.assessment(a, b, as_of)?,
        })
    }

    fn standing_views(&self, dyad: &Dyad, shown: &Shown) -> Result<Vec<StandingView>, ApiError> {
        let view = |(standing, &share): (&::relations::Standing, &f64)| {
            Ok(StandingView {
                tie: self.label(ItemRef::new(ItemKind::Tie, standing.tie))?,
                kind_label: self.tie_label(standing.kind),
                prior: standing.prior,
                share,
            })
        };
        dyad.standing.iter().zip(&shown.tie_shares).map(view).collect()
    }

    fn series(&self, a: ActorId, b: ActorId, dyad: &Dyad, setting: Setting) -> Result<Vec<TonePoint>, ApiError> {
        const DAY: i64 = 86_400;
        let to = setting.as_of;
        let shortest = Moment(to.0.saturating_sub(SHORTEST_SERIES_DAYS * DAY));
        let from = dyad
            .contributions
            .iter()
            .map(|part| part.at)
            .min()
            .map_or(shortest, |first| first.min(shortest));
        let ontology = &self.record.reference().ontology;
        let index = self.index()?;
        let standing = |at| index.standing(ontology, at);
        let points = tone_series(index.acts(), standing, a, b, from, to, SERIES_STEPS, setting.half_life_days);
        Ok(points
            .into_iter()
            .map(|(at, tone, intensity)| TonePoint {
                day: at.iso_date(),
                tone,
                intensity,
            })
            .collect())
    }

    /// The events of the tone line.
    fn ticks(&self, dyad: &Dyad) -> Result<Vec<TickView>, ApiError> {
        let index = self.index()?;
        let tick = |part: &::relations::Contribution| {
            Ok(TickView {
                event: self.label(ItemRef::new(ItemKind::Event, part.event))?,
                day: part.at.iso_date(),
                weight: part.weight,
                plan: index.row(part.event).is_some_and(|row| row.status.is_plan()),
            })
        };
        dyad.contributions.iter().map(tick).collect()
    }

    fn flow(&self, dyad: &Dyad) -> Vec<FlowView> {
        let way = |from, to, tallies: &[::relations::Tally; 4]| FlowView {
            from: self.code(from).unwrap_or_default(),
            to: self.code(to).unwrap_or_default(),
            counts: tallies.map(|tally| tally.count),
            weights: tallies.map(|tally| tally.weight),
        };
        vec![way(dyad.a, dyad.b, &dyad.flow.a_to_b), way(dyad.b, dyad.a, &dyad.flow.b_to_a)]
    }

    /// The cadence, and as one sentence.
    fn cadence(&self, a: ActorId, b: ActorId, as_of: Moment) -> Result<(CadenceView, String), ApiError> {
        let ontology = &self.record.reference().ontology;
        let between = |act: &&Act| act.pairs.contains(&(a, b)) || act.pairs.contains(&(b, a));
        let acts: Vec<Act> = self
            .index()?
            .acts()
            .map(|interval| &interval.act)
            .filter(between)
            .cloned()
            .collect();
        let cadence = ::relations::cadence(&acts, a, b, as_of, |kind| is_meeting(ontology, kind));
        let days = |days: Option<i64>| days.and_then(|days| u32::try_from(days).ok());
        let last = cadence.last_event.map(|event| self.event_when(event)).transpose()?.flatten();
        let view = CadenceView {
            meetings_24_months: u32::try_from(cadence.meetings_in_24_months).unwrap_or(u32::MAX),
            last: last.map(|when| when.to_string()),
            days_since_last: days(cadence.days_since_last),
            longest_gap_days: days(cadence.longest_gap_days),
        };
        Ok((view, self.cadence_words(&cadence)?))
    }

    fn cadence_words(&self, cadence: &Cadence) -> Result<String, ApiError> {
        let days = |days: Option<i64>| days.and_then(|days| usize::try_from(days).ok());
        let last = match (cadence.last_event, days(cadence.days_since_last)) {
            (Some(event), Some(_)) if !self.is_day(event)? => Some(LastMeeting::On(self.event_date(event)?)),
            (_, days) => days.map(LastMeeting::DaysAgo),
        };
        let longest_gap = match (cadence.longest_gap, days(cadence.longest_gap_days)) {
            (Some([one, other]), Some(days)) => {
                let exact = self.is_day(one)? && self.is_day(other)?;
                Some(Gap { days, exact })
            }
            _ => None,
        };
        Ok(Words::of(self.language).cadence(Meetings {
            in_24_months: cadence.meetings_in_24_months,
            last,
            longest_gap,
        }))
    }

    /// Whether the day an event began on is known.
    fn is_day(&self, event: EventId) -> Result<bool, ApiError> {
        Ok(self.event_when(event)?.is_some_and(|when| {
            let start = when.start();
            let day = |moment: Option<Moment>| moment.and_then(Moment::date);
            day(start.earliest).is_some() && day(start.earliest) == day(start.latest) && !when.approximate() && !when.uncertain()
        }))
    }

    /// What the two said by the date, by issue.
    fn statements(&self, a: ActorId, b: ActorId, as_of: Moment) -> Result<Vec<IssueView>, ApiError> {
        let both = |row: &&engine::index::Row| row.countries.contains(&a) && row.countries.contains(&b);
        let said = |row: &&engine::index::Row| row.flags.has(::timeline::Flags::STATEMENT) && row.earliest().is_none_or(|at| at <= as_of);
        let mut issues: BTreeMap<String, Vec<StanceView>> = BTreeMap::new();
        for row in self.index()?.rows().filter(both).filter(said) {
            let Some(Item::Event(event)) = self.record.get(ItemRef::new(ItemKind::Event, row.id))? else {
                continue;
            };
            let Some(statement) = &event.statement else { continue };
            let issue = statement.issue.as_ref().map_or_else(String::new, ToString::to_string);
            issues.entry(issue).or_default().push(StanceView {
                event: self.label_of(&Item::Event(event.clone()))?,
                speaker: self.label(ItemRef::new(ItemKind::Actor, statement.speaker))?,
                stance: statement.stance,
            });
        }
        Ok(issues
            .into_iter()
            .map(|(issue, statements)| IssueView { issue, statements })
            .collect())
    }

    /// The analyst's last word by the date.
    fn assessment(&self, a: ActorId, b: ActorId, as_of: Moment) -> Result<Option<AssessmentView>, ApiError> {
        let all = self.record.assessments_of(a, b)?;
        let last = all
            .into_iter()
            .filter(|assessment| Moment::from_date(assessment.on) <= as_of)
            .max_by_key(|assessment| (assessment.on, assessment.id));
        Ok(last.map(|assessment| AssessmentView {
            reference: ItemRef::new(ItemKind::Assessment, assessment.id),
            direction: assessment.direction,
            reason: assessment.reason.to_string(),
            on: assessment.on.to_string(),
        }))
    }
}
