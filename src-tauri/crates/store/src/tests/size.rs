//! A large record: nothing may grow faster than it.

use std::time::{Duration, Instant};

use super::build::{Dossier, actor, event, time};
use crate::{Read as _, StoreError};

/// Puts events `from..to` between thirty countries in one operation.
fn put_events(dossier: &mut Dossier, from: u64, to: u64) -> Duration {
    let start = Instant::now();
    dossier
        .store
        .write(|write| {
            let operation = write.begin("import", "events", time(2))?;
            for number in from..to {
                let title = format!("Talks {number} on trade and security of the region 회담 {}", number % 97);
                write.put(
                    operation,
                    &event(1_000 + number, &title, &[number % 30, (number + 1 + number % 7) % 30]),
                    time(2),
                )?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    start.elapsed()
}

fn countries() -> Dossier {
    Dossier::with(
        &(0..30)
            .map(|number| actor(number, &format!("Country {number}")))
            .collect::<Vec<_>>(),
    )
}

fn timed<T>(what: &str, run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = run();
    eprintln!("{what}: {:?}", start.elapsed());
    (value, start.elapsed())
}

#[test]
fn twice_the_events_take_no_more_than_about_twice_as_long() {
    let mut dossier = countries();
    let first = put_events(&mut dossier, 0, 3_000);
    let second = put_events(&mut dossier, 3_000, 6_000);
    assert!(second < first * 3, "{first:?}, then {second:?}");
    let mut rows = 0;
    dossier.store.event_columns(&mut |row| rows += row.parts.len()).unwrap();
    assert_eq!(rows, 12_000);
}

#[test]
#[ignore = "a minute; run it by name when the write path or the columns change"]
fn a_hundred_thousand_events() {
    let mut dossier = countries();
    let (_, put) = timed("put", || put_events(&mut dossier, 0, 100_000));
    let mut rows = 0;
    let (_, columns) = timed("columns", || dossier.store.event_columns(&mut |_| rows += 1).unwrap());
    assert_eq!(rows, 100_000);
    for words in ["ta", "talks", "회담", "회", "trade 33", "talks 4242"] {
        let (hits, took) = timed(words, || dossier.store.search(words, 50).unwrap());
        assert!(!hits.is_empty() && took < Duration::from_secs(2));
    }
    for prefix in ["ta", "country 2", "회", "tr"] {
        timed(prefix, || dossier.store.complete(prefix, &[], 10).unwrap());
    }
    timed("digest", || dossier.store.digest().unwrap());
    timed("check", || assert!(dossier.store.check().unwrap().is_sound()));
    timed("undo", || dossier.undo(9));
    timed("redo", || dossier.redo(9));
    eprintln!("{} bytes", std::fs::metadata(&dossier.path).unwrap().len());
    assert!(
        put < Duration::from_secs(60) && columns < Duration::from_secs(10),
        "{put:?}, {columns:?}"
    );
}
