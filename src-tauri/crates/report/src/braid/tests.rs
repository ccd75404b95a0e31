use chrono::{Days, NaiveDate};

use super::*;
use crate::model::{Country, Extent, Mark};

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(offset)
}

/// Half an em a character.
fn measure(text: &str) -> f64 {
    text.chars().count() as f64 * 3.3
}

fn figure(days: &[u64]) -> Figure {
    let lanes = ["A", "B", "C", "D"]
        .map(|code| Country {
            code: code.to_owned(),
            name: format!("Country {code}"),
        })
        .to_vec();
    let mark = |(index, offset): (usize, &u64)| Mark {
        number: index as u32 + 1,
        label: format!("event number {index} of the list"),
        lanes: vec![index % 4, (index * 7 + 1) % 4],
        extent: Extent::day(day(*offset)),
        ..Mark::default()
    };
    Figure {
        lanes,
        marks: days.iter().enumerate().map(mark).collect(),
        as_of: Some(day(3)),
        ..Figure::default()
    }
}

fn numbers(braid: &Braid) -> Vec<u32> {
    let mut numbers: Vec<u32> = braid
        .strips
        .iter()
        .flat_map(|strip| &strip.threads)
        .map(|thread| thread.number)
        .chain(braid.undated.iter().copied())
        .collect();
    numbers.sort_unstable();
    numbers
}

/// Every mark once, nothing outside the paper, no label over another label, number or pole.
fn check(figure: &Figure) {
    let braid = lay_out(figure, 471.0, Language::English, &measure);
    assert_eq!(numbers(&braid), (1..=figure.marks.len() as u32).collect::<Vec<_>>());
    for strip in &braid.strips {
        for thread in &strip.threads {
            let end = thread.text_x
                + if thread.label.is_empty() {
                    measure(&thread.number.to_string())
                } else {
                    thread.number_width + measure(&thread.label)
                };
            assert!(thread.x >= NAMES_WIDTH && end <= 471.0 + 0.01, "{thread:?}");
            assert!(thread.top >= -0.01 && thread.nodes.iter().all(|y| *y < strip.axis_y));
            let crossed = strip
                .threads
                .iter()
                .filter(|other| other.text_x > thread.text_x + 0.01 && other.text_x < end && other.top <= thread.top);
            assert_eq!(crossed.count(), 0, "a pole or number stands in the text of {thread:?}");
        }
        for bar in &strip.bars {
            assert!(
                bar.left >= NAMES_WIDTH && bar.right <= 471.01 && bar.left <= bar.right + 0.01,
                "{bar:?}"
            );
        }
        let labelled: Vec<_> = strip
            .segments
            .iter()
            .flat_map(|segment| &segment.ticks)
            .filter(|tick| !tick.label.is_empty())
            .collect();
        assert!(
            labelled.windows(2).all(|pair| pair[0].x + measure(&pair[0].label) <= pair[1].x),
            "{labelled:?}"
        );
    }
}

/// Numbers that only look random, the same ones for a seed.
fn numbers_from(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    }
}

/// A figure of marks on any days, with any kind of bounds.
fn random_figure(seed: u64) -> Figure {
    let mut next = numbers_from(seed);
    let span = [12, 60, 900, 9_000][next(4) as usize];
    let days: Vec<u64> = (0..=next(90)).map(|_| next(span)).collect();
    let mut figure = figure(&days);
    for (mark, start) in figure.marks.iter_mut().zip(&days) {
        let length = next(40);
        mark.extent = match next(8) {
            0 => Extent {
                start_earliest: Some(day(*start)),
                ..Extent::default()
            },
            1 => Extent {
                end_latest: Some(day(*start)),
                ..Extent::default()
            },
            2 => Extent::lasting(day(*start), day(start + length)),
            3 => Extent::within(day(*start), day(start + length)),
            _ => Extent::day(day(*start)),
        };
    }
    figure
}

/// The place of a day number in a strip, by the ends of the segment that it lies in.
fn place_of(strip: &Strip, time: f64) -> Vec<f64> {
    let share = |segment: &SegmentLine| (time - segment.start) / (segment.end - segment.start);
    let holds = |segment: &&SegmentLine| (0.0..=1.0).contains(&share(segment));
    strip
        .segments
        .iter()
        .filter(holds)
        .map(|segment| share(segment).mul_add(segment.right - segment.left, segment.left))
        .collect()
}

#[test]
fn the_place_of_every_node_is_the_place_of_its_instant_inside_its_own_bar() {
    for seed in 1..200 {
        let figure = random_figure(seed);
        let placed = place::placed(&figure.marks);
        for strip in lay_out(&figure, 471.0, Language::English, &measure).strips {
            for thread in &strip.threads {
                let own = placed
                    .iter()
                    .find(|placed| figure.marks[placed.mark].number == thread.number)
                    .unwrap();
                let wanted = place_of(&strip, own.anchor);
                assert!(
                    wanted.iter().any(|x| (x - thread.x).abs() < 1e-6),
                    "{} instead of {wanted:?}: {own:?}",
                    thread.x
                );
                for (time, is_right) in [(own.earliest, false), (own.latest, true)] {
                    let Some(time) = time else { continue };
                    let inside = if is_right { time >= own.anchor } else { time <= own.anchor };
                    assert!(inside, "{own:?}");
                }
                let bars = strip
                    .bars
                    .iter()
                    .filter(|bar| thread.nodes.contains(&bar.y) && bar.sign == thread.sign && !bar.sure);
                let around = bars
                    .filter(|bar| bar.left <= thread.x + 1e-6 && thread.x <= bar.right + 1e-6)
                    .count();
                assert!(!own.spreads() || thread.nodes.is_empty() || around > 0, "no bar around {thread:?}");
            }
        }
    }
}

#[test]
fn nodes_of_one_date_fan_out_and_their_lines_bow_apart() {
    let mut figure = figure(&[5, 5, 5, 5, 5]);
    figure.marks.iter_mut().for_each(|mark| mark.lanes = vec![0, 2]);
    let strip = &lay_out(&figure, 471.0, Language::English, &measure).strips[0];
    let nodes: Vec<f64> = strip.threads.iter().map(|thread| thread.nodes[0]).collect();
    let bows: Vec<f64> = strip.threads.iter().map(|thread| thread.bow).collect();
    for (index, thread) in strip.threads.iter().enumerate() {
        assert_eq!(thread.x, strip.threads[0].x);
        assert!((index + 1..5).all(|other| (nodes[index] - nodes[other]).abs() > 2.0 * strip.node_radius));
        assert!((index + 1..5).all(|other| (bows[index] - bows[other]).abs() > 2.0));
        let lane = (
            strip.lanes[0].y - strip.lane_height / 2.0,
            strip.lanes[0].y + strip.lane_height / 2.0,
        );
        assert!(nodes[index] - strip.node_radius >= lane.0 && nodes[index] + strip.node_radius <= lane.1);
    }
}

#[test]
fn every_mark_is_drawn_once_and_nothing_overlaps() {
    check(&figure(&[]));
    check(&figure(&[5]));
    check(&figure(&[0; 60]));
    check(&figure(&[0, 1, 2, 3, 4, 40, 41, 42, 700, 3_000]));
    check(&figure(&(0..400).map(|index| index * 3).collect::<Vec<_>>()));
    check(&figure(&(0..1_000).map(|index| (index * 7_919) % 5_000).collect::<Vec<_>>()));
}

#[test]
fn open_and_wide_bounds_stay_on_the_paper() {
    let mut figure = figure(&[10, 11, 400, 401, 402, 900]);
    figure.marks[0].extent = Extent {
        end_latest: Some(day(10)),
        ..Extent::default()
    };
    figure.marks[1].extent = Extent {
        start_earliest: Some(day(11)),
        ..Extent::default()
    };
    figure.marks[2].extent = Extent::lasting(day(1), day(2_000));
    figure.marks[3].extent = Extent::default();
    figure.marks[4].extent = Extent::within(NaiveDate::MIN, NaiveDate::MAX);
    figure.marks[5].extent = Extent::lasting(day(800), day(3));
    check(&figure);
    assert_eq!(lay_out(&figure, 471.0, Language::English, &measure).undated, [4]);
}

#[test]
fn a_lasting_event_goes_on_in_later_segments() {
    let mut figure = figure(&[0, 1_000, 2_000, 3_000]);
    figure.marks[0].extent = Extent::lasting(day(0), day(2_500));
    let braid = lay_out(&figure, 471.0, Language::English, &measure);
    let sure = braid.strips.iter().flat_map(|strip| &strip.bars).filter(|bar| bar.sure).count();
    let segments: usize = braid.strips.iter().map(|strip| strip.segments.len()).sum();
    assert!(sure >= segments.min(3), "{sure} bars in {segments} segments");
}

#[test]
fn empty_time_is_left_out_and_the_axis_broken() {
    let braid = lay_out(
        &figure(&[0, 1, 2, 3, 4, 5, 3_000, 3_001, 3_002, 3_003]),
        471.0,
        Language::English,
        &measure,
    );
    assert!(braid.strips.iter().flat_map(|strip| &strip.segments).any(|segment| segment.broken));
    assert_eq!(braid.strips[0].from, "1 January 2020");
}

#[test]
fn links_of_one_strip_are_arcs() {
    let mut figure = figure(&[0, 5, 9]);
    figure.links = vec![(3, 1), (2, 2), (2, 99)];
    let braid = lay_out(&figure, 471.0, Language::English, &measure);
    let strip = &braid.strips[0];
    assert_eq!(strip.arcs.len(), 1);
    let arc = &strip.arcs[0];
    assert!(
        arc.from_x > arc.to_x && arc.sag_y > arc.from_y.min(arc.to_y) && arc.sag_y < strip.axis_y,
        "{arc:?}"
    );
}

#[test]
fn axis_is_written_in_the_language() {
    let label = |language| {
        lay_out(&figure(&[4, 5]), 471.0, language, &measure).strips[0].segments[0].ticks[0]
            .label
            .clone()
    };
    assert!(label(Language::English).contains("Jan 2020"), "{}", label(Language::English));
    assert!(label(Language::Korean).contains("2020년 1월"), "{}", label(Language::Korean));
}
