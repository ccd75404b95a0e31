//! What was acknowledged is there after the process was killed at any moment.

use std::{
    env,
    io::{BufRead as _, BufReader, Write as _},
    path::PathBuf,
    process::{Command, Stdio},
};

use super::build::{Dossier, actor, time};
use crate::{Access, Read as _, Store, StoreError};

const DOSSIER: &str = "STORE_TEST_CRASH_DOSSIER";

/// Puts one actor after another into a dossier and says so after each; run and killed by the test below.
#[test]
#[ignore = "the process that the next test kills"]
fn writes_until_killed() {
    let Some(path) = env::var_os(DOSSIER).map(PathBuf::from) else {
        return;
    };
    let mut store = Store::open(&path).unwrap();
    let first = store.list(domain::ItemKind::Actor).unwrap().len() as u64;
    for number in first.. {
        store
            .write(|write| {
                let operation = write.begin("put", "actor", time(1))?;
                write.put(operation, &actor(number, &format!("Country {number}")), time(1))?;
                write
                    .put(operation, &actor(1_000_000, &format!("Last is {number}")), time(1))
                    .map(|_| ())
            })
            .unwrap_or_else(|error: StoreError| panic!("{error}"));
        writeln!(std::io::stdout(), "\nput {number}").unwrap();
    }
}

#[test]
fn acknowledged_changes_survive_a_kill() {
    let Dossier {
        store,
        path,
        folder: _folder,
    } = Dossier::new();
    drop(store);
    for round in 0..10 {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["tests::crash::writes_until_killed", "--exact", "--include-ignored", "--nocapture"])
            .env(DOSSIER, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut acknowledged = lines.filter_map(|line| line.strip_prefix("put ").and_then(|number| number.parse::<u64>().ok()));
        let last = acknowledged.nth(3 + round * 2).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        let last = acknowledged.last().unwrap_or(last);
        let store = Store::open(&path).unwrap();
        assert_eq!(store.access(), &Access::Writable);
        let named = |number: u64| store.get(actor(number, "x").item_ref()).unwrap().map(|item| item.title());
        assert_eq!(named(last), Some(format!("Country {last}")));
        // One more may have been written and not yet acknowledged, but then wholly.
        let highest = if named(last + 1).is_some() { last + 1 } else { last };
        assert_eq!(named(1_000_000), Some(format!("Last is {highest}")));
        assert_eq!(store.check().unwrap().findings, Vec::<String>::new());
    }
}
