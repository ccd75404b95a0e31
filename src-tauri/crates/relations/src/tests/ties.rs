use domain::tie::TieKind;
use proptest::prelude::*;

use super::fixtures::*;
use crate::{Act, Setting, dyad, in_hundredths, prior, standing_on};

fn prior_of(kind: TieKind, sign: i8) -> f64 {
    standing_on(
        &tie(kind, CHN, JPN, sign, "2000", "ongoing"),
        &ontology(),
        &affiliations(),
        moment("2026-01-08"),
    )
    .unwrap()
    .prior
}

#[test]
fn a_tie_with_another_sign_than_usual_counts_with_its_own() {
    assert_eq!([1, 0, -1].map(|sign| prior_of(TieKind::Alliance, sign)), [6.0, 0.0, -6.0]);
    assert_eq!([1, 0, -1].map(|sign| prior_of(TieKind::Dispute, sign)), [4.0, 0.0, -4.0]);
    assert_eq!([1, 0, -1].map(|sign| prior_of(TieKind::Dependence, sign)), [0.5, 0.5, -0.5]);
    assert_eq!(prior_of(TieKind::Policy, 1), 0.0, "a kind no table knows");
}

#[test]
fn a_tie_stands_between_countries_while_it_holds() {
    let stands = |from, to, date: &str| {
        standing_on(
            &tie(TieKind::Dependence, from, to, 0, "2020", "2024"),
            &ontology(),
            &affiliations(),
            moment(date),
        )
        .map(|tie| (tie.from, tie.to))
    };
    assert_eq!(stands(HUAWEI, KOR, "2022-05-05"), Some((CHN, KOR)));
    assert_eq!(stands(HUAWEI, KOR, "2019-05-05"), None);
    assert_eq!(stands(HUAWEI, KOR, "2025-05-05"), None);
    assert_eq!(stands(HUAWEI, CHN, "2022-05-05"), None);
    assert_eq!(stands(UN, CHN, "2022-05-05"), None);
}

#[test]
fn further_ties_close_what_is_left_of_the_scale() {
    let of = |ties: &[(TieKind, f64)]| {
        prior(
            &ties
                .iter()
                .map(|&(kind, value)| standing(kind, KOR, USA, value))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(of(&[]), 0.0);
    assert_eq!(of(&[(TieKind::Alliance, 6.0)]), 6.0);
    assert_eq!(of(&[(TieKind::Dispute, -4.0)]), -4.0);
    assert!((of(&[(TieKind::Alliance, 6.0), (TieKind::Presence, 2.0)]) - 6.8).abs() < 1e-12);
    assert!((of(&[(TieKind::Alliance, 6.0), (TieKind::Dispute, -4.0)]) - 2.0).abs() < 1e-12);
    assert_eq!(of(&[(TieKind::Alliance, 6.0), (TieKind::Policy, 0.0)]), 6.0);
    assert_eq!(
        of(&[(TieKind::Partnership, 3.0), (TieKind::Partnership, 3.0)]),
        3.0,
        "one treaty in two records"
    );
    assert_eq!(of(&[(TieKind::Alliance, f64::NAN), (TieKind::Presence, f64::INFINITY)]), 10.0);
}

#[test]
fn each_tie_has_its_share_of_the_prior() {
    let ties = [
        (TieKind::Policy, 0.0),
        (TieKind::Dependence, 0.5),
        (TieKind::Dependence, 0.5),
        (TieKind::Restriction, -2.0),
        (TieKind::Alliance, 6.0),
    ];
    let ties: Vec<_> = ties.map(|(kind, value)| standing(kind, CHN, KOR, value)).into();
    let setting = Setting {
        as_of: moment("2026-01-08"),
        half_life_days: 180.0,
    };
    let dyad = dyad::<Act>(&[], &ties, setting, CHN, KOR);
    let shares: Vec<(TieKind, f64)> = dyad.standing.iter().map(|tie| (tie.kind, tie.share)).collect();
    for (kind, share) in [
        (TieKind::Policy, 0.0),
        (TieKind::Dependence, 0.2),
        (TieKind::Dependence, 0.0),
        (TieKind::Restriction, -2.0),
        (TieKind::Alliance, 6.0),
    ] {
        assert!(
            shares.iter().any(|(of, found)| *of == kind && (found - share).abs() < 1e-12),
            "{kind:?} {share} in {shares:?}"
        );
    }
}

proptest! {
    #[test]
    fn the_prior_is_monotone_bounded_and_without_order(ties in any_standing(), kind in prop::sample::select(TieKind::ALL.to_vec()), value in -10.0..10.0_f64) {
        let before = prior(&ties);
        prop_assert!((-10.0..=10.0).contains(&before));
        let more: Vec<_> = ties.iter().cloned().chain([standing(kind, CHN, JPN, value)]).collect();
        let change = prior(&more) - before;
        prop_assert!(if value >= 0.0 { change >= -1e-12 } else { change <= 1e-12 }, "{value} changed {before} by {change}");
        prop_assert_eq!(before, prior(ties.iter().rev()));
        let turned: Vec<_> = ties.iter().map(|tie| standing(tie.kind, tie.from, tie.to, -tie.prior)).collect();
        prop_assert!((prior(&turned) + before).abs() < 1e-12);
    }

    #[test]
    fn what_is_shown_adds_up(parts in prop::collection::vec(prop_oneof![-10.0..10.0_f64, Just(0.0), Just(-0.01), (-400_i32..400).prop_map(|eighths| f64::from(eighths) / 8.0)], 0..40)) {
        let (shown, whole) = in_hundredths(&parts);
        let units = |value: f64| (value * 100.0).round() as i64;
        prop_assert_eq!(shown.iter().copied().map(units).sum::<i64>(), units(whole));
        prop_assert!((parts.iter().sum::<f64>() - whole).abs() <= 0.005 + 1e-9);
        for (part, shown) in parts.iter().zip(&shown) {
            prop_assert!((part - shown).abs() < 0.01, "{part} as {shown}");
            prop_assert!(*part != 0.0 || *shown == 0.0);
        }
    }
}
