//! What a program has used of its machine, so that the load of others does not count.

use std::{sync::OnceLock, time::Instant};

/// The system moves the clock in steps of up to ten milliseconds: what is shorter is repeated until this much is spent.
const LONG_ENOUGH: f64 = 150.0;

/// Milliseconds of processor time of the main thread; of wall time where the system does not tell.
pub fn milliseconds() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    own_file("schedstat")
        .and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok())
        .map_or_else(|| start.elapsed().as_secs_f64() * 1e3, |nanoseconds| nanoseconds / 1e6)
}

/// The milliseconds one piece of work takes.
pub fn taken<T>(work: impl FnOnce() -> T) -> f64 {
    let before = milliseconds();
    let made = work();
    let after = milliseconds();
    drop(made);
    after - before
}

/// The milliseconds of one run of work that can be repeated: the middle of several measurements.
pub fn of_one<T>(times: usize, mut work: impl FnMut() -> T) -> f64 {
    median((0..times).map(|_| repeated(&mut work)).collect())
}

fn repeated<T>(work: &mut impl FnMut() -> T) -> f64 {
    let (mut spent, mut runs) = (0.0, 0.0);
    let before = milliseconds();
    while spent < LONG_ENOUGH {
        drop(work());
        runs += 1.0;
        spent = milliseconds() - before;
    }
    spent / runs
}

/// The middle of several measurements.
pub fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The most memory this program ever held, in MB; absent where the system does not tell.
pub fn peak_memory() -> Option<f64> {
    let status = own_file("status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1_024.0 / 1e6)
}

fn own_file(name: &str) -> Option<String> {
    std::fs::read_to_string(format!("/proc/self/{name}")).ok()
}
