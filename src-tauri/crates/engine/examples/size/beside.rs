//! Looking while somebody else writes: the frame of all while as many events are imported.

use domain::Filter;
use engine::{EngineError, Imported, Published, Record};
use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Instant,
};
use testkit::{TestDossier, record, time};
use timeline::FrameRequest;

use crate::Figure;

/// Share of the record that stands before the import.
const BEFORE: usize = 10;
/// Frames asked for at rest, and least so many beside the import.
const FRAMES: usize = 400;
/// Most that a frame may take beside an import, as a multiple of its median at rest.
const MOST: f64 = 2.0;

pub fn beside_an_import(events: usize) -> Figure {
    let mut dossier = TestDossier::with(record(events / BEFORE, 7).items);
    let published = dossier.workspace().published();
    let mut rest: Vec<f64> = (0..FRAMES).map(|_| frame(&published)).collect();
    let items = record(events, 7).items;
    let (begun, ended) = (AtomicBool::new(false), AtomicBool::new(false));
    let mut beside = Vec::new();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let import = dossier.workspace_mut().import("generated", time(1), |put| {
                begun.store(true, Ordering::Release);
                items.into_iter().try_for_each(|item| {
                    put(Imported::Item(domain::record::Recorded {
                        recorded_at: time(1),
                        item,
                    }))
                })
            });
            ended.store(true, Ordering::Release);
            import.unwrap()
        });
        while !ended.load(Ordering::Acquire) {
            if begun.load(Ordering::Acquire) {
                beside.push(frame(&published));
            }
        }
    });
    Figure {
        name: "frame beside an import, 99th",
        milliseconds: at(&mut beside, 0.99),
        most: Some(MOST * at(&mut rest, 0.5)),
    }
}

fn frame(published: &Published) -> f64 {
    let begin = Instant::now();
    let ask = |record: &Record<'_>| {
        let index = record.index()?;
        let lanes = index.actors.countries().filter_map(|actor| index.actors.lane(actor.id)).collect();
        let selection = record.marks(&index, &Filter::default())?;
        let request = FrameRequest {
            start: 631_000_000.0,
            end: 1_767_000_000.0,
            width_px: 1_600,
            lanes,
            depth: 3,
            chosen: None,
        };
        Ok::<_, EngineError>(timeline::encode(&timeline::frame(&index.columns, &selection, &request).unwrap()))
    };
    let bytes = published.read(None, time(2).date_naive(), ask).unwrap();
    let taken = begin.elapsed().as_secs_f64() * 1_000.0;
    assert!(!bytes.is_empty());
    taken
}

fn at(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share) as usize]
}
