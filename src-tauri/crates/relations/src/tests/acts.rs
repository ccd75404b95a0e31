use domain::{
    Moment,
    amount::Number,
    event::{Event, Role, WeightOverride},
    id::ActorId,
    kind::Quad,
    statement::Statement,
    status::{Status, StatusEntry, StatusHistory},
    text::Title,
};
use proptest::prelude::*;

use super::fixtures::*;
use crate::{Act, Counted, act::phase, intervals};

fn on(event: &Event, date: &str) -> Option<Act> {
    with_credibility(event, 1.0, date)
}

fn with_credibility(event: &Event, credibility: f64, date: &str) -> Option<Act> {
    let intervals = intervals(event, &ontology(), &affiliations(), credibility);
    intervals
        .into_iter()
        .find(|interval| interval.counts_on(moment(date)))
        .map(|interval| interval.act)
}

/// The status an event counts by on a date, and the second it counts at.
fn counted(event: &Event, date: &str) -> Option<(Status, i64)> {
    on(event, date).map(|act| (act.status, act.at.0))
}

fn noon(date: &str) -> i64 {
    moment(date).0 - 43_200
}

fn pairs(kind: &str, parts: &[(ActorId, Role)]) -> Vec<(ActorId, ActorId)> {
    on(&event(kind, "2025-09-01", vec![step(Status::Occurred, "")], parts), "2026-01-01").map_or_else(Vec::new, |act| act.pairs)
}

fn summit(when: &str, steps: Vec<StatusEntry>) -> Event {
    event("summit", when, steps, &[(CHN, Role::Host), (LEE, Role::Guest)])
}

#[test]
fn a_life_counts_once_by_the_step_in_force() {
    let event = summit(
        "2026-01-05",
        vec![
            step(Status::Announced, "2025-12-30"),
            step(Status::Scheduled, "2026-01-02"),
            step(Status::Occurred, "2026-01-05"),
        ],
    );
    assert_eq!(counted(&event, "2025-12-29"), None);
    assert_eq!(counted(&event, "2025-12-31"), Some((Status::Announced, noon("2025-12-30"))));
    assert_eq!(counted(&event, "2026-01-04"), Some((Status::Scheduled, noon("2026-01-02"))));
    assert_eq!(counted(&event, "2026-01-08"), Some((Status::Occurred, noon("2026-01-05"))));
}

#[test]
fn before_an_undated_occurrence_the_plan_counts() {
    let event = summit(
        "2026-01-05",
        vec![step(Status::Announced, "2025-12-30"), step(Status::Occurred, "")],
    );
    assert_eq!(counted(&event, "2026-01-04"), Some((Status::Announced, noon("2025-12-30"))));
    assert_eq!(counted(&event, "2026-01-05"), Some((Status::Occurred, noon("2026-01-05"))));
}

#[test]
fn what_came_to_nothing_counts_for_nothing() {
    for status in [Status::Cancelled, Status::Postponed, Status::Denied, Status::Rumoured] {
        let event = summit(
            "2026-01-05",
            vec![step(Status::Announced, "2025-12-30"), step(status, "2026-01-03")],
        );
        assert_eq!(
            counted(&event, "2026-01-02").map(|(status, _)| status),
            Some(Status::Announced),
            "{status:?}"
        );
        assert_eq!(counted(&event, "2026-01-08"), None, "{status:?}");
    }
    let withdrawn = summit("2026-01-05", vec![step(Status::Occurred, ""), step(Status::Denied, "2026-02-01")]);
    assert_eq!(counted(&withdrawn, "2026-01-31").map(|(status, _)| status), Some(Status::Occurred));
    assert_eq!(counted(&withdrawn, "2026-02-01"), None);
}

#[test]
fn an_undated_plan_counts_from_the_day_it_was_planned_for() {
    let event = summit("2026-01-05", vec![step(Status::Announced, "")]);
    assert_eq!(counted(&event, "2026-01-04"), None);
    assert_eq!(counted(&event, "2026-03-01"), Some((Status::Announced, moment("2026-01-04").0 + 1)));
    assert_eq!(counted(&summit("", vec![step(Status::Announced, "")]), "2026-03-01"), None);
}

#[test]
fn an_overdue_plan_stays_a_plan() {
    let event = summit("2026-01-05", vec![step(Status::Scheduled, "2026-01-02")]);
    assert_eq!(counted(&event, "2026-06-01"), Some((Status::Scheduled, noon("2026-01-02"))));
}

#[test]
fn an_occurrence_counts_at_the_middle_of_its_start() {
    let at = |when: &str| counted(&summit(when, vec![step(Status::Occurred, "")]), "2030-01-01").map(|(_, at)| at);
    assert_eq!(at("2026-01-05/2026-01-09"), Some(noon("2026-01-05")));
    assert_eq!(at("2025-11"), Some((moment("2025-10-31").0 + 1).midpoint(moment("2025-11-30").0)));
    assert_eq!(at("[..2026-01-08]"), Some(moment("2026-01-08").0));
    assert_eq!(at("[2026-01-08..]"), Some(moment("2026-01-07").0 + 1));
    assert_eq!(at("../2026-01-08"), Some(noon("2026-01-08")));
    assert_eq!(at(""), None);
    assert_eq!(
        counted(&summit("", vec![step(Status::Occurred, "2026-01-05")]), "2026-02-01"),
        Some((Status::Occurred, noon("2026-01-05")))
    );
}

#[test]
fn roles_make_directed_pairs() {
    use Role::*;
    type Case<'a> = (&'a str, &'a [(ActorId, Role)], &'a [(ActorId, ActorId)]);
    let cases: &[Case] = &[
        ("visit", &[(KOR, Guest), (CHN, Host)], &[(KOR, CHN)]),
        ("summit", &[(KOR, Guest), (CHN, Host)], &[(CHN, KOR), (KOR, CHN)]),
        ("warning", &[(CHN, Actor), (JPN, Recipient)], &[(CHN, JPN)]),
        ("warning", &[(CHN, Party), (JPN, Party)], &[(CHN, JPN), (JPN, CHN)]),
        ("aid", &[(CHN, Actor), (JPN, Actor), (PRK, Recipient)], &[(CHN, PRK), (JPN, PRK)]),
        ("summit", &[(CHN, Actor), (JPN, Actor)], &[(CHN, JPN), (JPN, CHN)]),
        ("visit", &[(CHN, Actor), (JPN, Actor)], &[]),
        ("visit", &[(CHN, Actor), (JPN, Mentioned)], &[]),
        ("visit", &[(CHN, Host), (JPN, Host)], &[]),
        (
            "mediation",
            &[(USA, Mediator), (KOR, Party), (PRK, Party)],
            &[(KOR, PRK), (PRK, KOR), (USA, KOR), (USA, PRK)],
        ),
        ("clash", &[(USA, Mediator), (KOR, Party), (PRK, Party)], &[(KOR, PRK), (PRK, KOR)]),
        ("ceremony", &[(USA, Mediator), (KOR, Recipient)], &[(USA, KOR)]),
        ("summit", &[(CHN, Host), (HUAWEI, Guest)], &[]),
        ("summit", &[(CHN, Host), (UN, Guest)], &[]),
        ("unheard-of", &[(CHN, Actor), (JPN, Recipient)], &[(CHN, JPN)]),
    ];
    for (kind, parts, expected) in cases {
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(pairs(kind, parts), expected, "{kind} {parts:?}");
    }
}

#[test]
fn people_and_companies_count_for_their_country_of_that_day() {
    use Role::*;
    assert_eq!(pairs("visit", &[(LEE, Guest), (CHN, Host)]), [(KOR, CHN)]);
    assert_eq!(pairs("visit", &[(YOON, Guest), (CHN, Host)]), []);
    assert_eq!(pairs("aid", &[(HUAWEI, Actor), (KOR, Recipient)]), [(CHN, KOR)]);
    let planned = event(
        "visit",
        "2025-07-01",
        vec![step(Status::Announced, "2025-01-10")],
        &[(YOON, Guest), (CHN, Host)],
    );
    assert_eq!(
        on(&planned, "2025-08-01").unwrap().pairs,
        [(KOR, CHN)],
        "he announced it while in office"
    );
}

#[test]
fn a_statement_acts_on_its_targets_not_its_audience() {
    let mut event = event("warning", "2025-11-07", vec![step(Status::Occurred, "")], &[]);
    event.statement = Some(Statement {
        speaker: JPN,
        on_behalf_of: None,
        audience: vec![USA],
        targets: vec![CHN],
        issue: None,
        stance: None,
        quote: None,
    });
    assert_eq!(on(&event, "2026-01-01").unwrap().pairs, [(JPN, CHN)]);
}

#[test]
fn the_weight_is_the_kinds_unless_set_by_hand() {
    let parts = [(CHN, Role::Actor), (JPN, Role::Recipient)];
    let mut warning = event("warning", "2025-09-01", vec![step(Status::Occurred, "")], &parts);
    let told = on(&warning, "2026-01-01").unwrap();
    assert_eq!((told.weight, told.quad), (-4.4, Quad::VerbalConflict));
    warning.weight = Some(WeightOverride::new(Number::new(-8.0).unwrap(), Title::new("graver than usual").unwrap()).unwrap());
    assert_eq!(on(&warning, "2026-01-01").unwrap().weight, -8.0);
    warning.kind = kind("unheard-of");
    assert_eq!(on(&warning, "2026-01-01").unwrap().quad, Quad::VerbalConflict);
    warning.weight = None;
    let unknown = on(&warning, "2026-01-01").unwrap();
    assert_eq!((unknown.weight, unknown.quad), (0.0, Quad::VerbalCooperation));
    warning.kind = kind("broken");
    assert_eq!(on(&warning, "2026-01-01").unwrap().weight, 0.0);
}

#[test]
fn credibility_and_status_make_the_worth() {
    let event = summit("2026-01-05", vec![step(Status::Announced, "2025-12-30")]);
    let worth = |credibility: f64| with_credibility(&event, credibility, "2026-01-01").unwrap().worth();
    assert_eq!(worth(0.5), 0.5 * Status::Announced.weight());
    assert_eq!((worth(f64::NAN), worth(-3.0), worth(9.0)), (0.0, 0.0, Status::Announced.weight()));
}

#[test]
fn a_crowd_beyond_all_countries_counts_for_nothing() {
    let crowd = |count: u128| -> Vec<(ActorId, Role)> { (1_000..1_000 + count).map(|number| (country(number), Role::Party)).collect() };
    assert_eq!(pairs("summit", &crowd(400)).len(), 400 * 399);
    assert_eq!(pairs("summit", &crowd(401)), []);
}

const ODD_DATES: &[&str] = &[
    "/",
    "../..",
    "/2026",
    "2026/",
    "Y-170000002",
    "Y170000002",
    "Y1E11",
    "-9999",
    "9999-12-31",
    "XXXX",
    "2026-XX-XX",
    "[..2026]",
    "{2026..}",
    "2026-21~",
];

fn any_history() -> impl Strategy<Value = StatusHistory> {
    let step = (prop::sample::select(Status::ALL.to_vec()), prop::option::of(1_u32..28));
    prop::collection::vec(step, 1..5).prop_map(|mut steps| {
        let mut days: Vec<u32> = steps.iter().filter_map(|(_, day)| *day).collect();
        days.sort_unstable();
        let mut days = days.into_iter();
        for step in &mut steps {
            step.1 = step.1.and_then(|_| days.next());
        }
        StatusHistory::new(
            steps
                .into_iter()
                .map(|(status, day)| super::fixtures::step(status, &day.map_or_else(String::new, |day| format!("2026-01-{day:02}"))))
                .collect(),
        )
        .unwrap()
    })
}

proptest! {
    #[test]
    fn intervals_are_the_acts_of_all_dates(history in any_history(), day in prop::option::of(1_u32..28), hour in 0_i64..900) {
        let mut event = summit(&day.map_or_else(String::new, |day| format!("2026-01-{day:02}")), vec![step(Status::Occurred, "")]);
        event.status = history;
        let as_of = Moment(moment("2025-12-30").0 + hour * 3_600);
        let lives = intervals(&event, &ontology(), &affiliations(), 0.75);
        let counted: Vec<_> = lives.iter().filter(|interval| interval.counts_on(as_of)).map(|interval| (interval.act.status, interval.act.at)).collect();
        prop_assert!(counted.iter().all(|(_, at)| *at <= as_of));
        prop_assert_eq!(counted, Vec::from_iter(phase(&event, as_of)));
    }

    #[test]
    fn no_date_breaks_it(when in prop::sample::select(ODD_DATES), on in prop::sample::select(ODD_DATES)) {
        let event = summit(when, vec![step(Status::Scheduled, on), step(Status::Occurred, "")]);
        for interval in intervals(&event, &ontology(), &affiliations(), 1.0) {
            prop_assert!(interval.act.at <= interval.from && interval.until.is_none_or(|until| interval.from < until));
        }
    }
}
