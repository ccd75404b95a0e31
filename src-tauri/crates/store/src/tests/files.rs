//! Files that are not what they should be: every one gives an error or a dossier, never a panic, and none is changed.

use rusqlite::Connection;
use std::{fs, path::Path};

use super::build::{Dossier, one_of_each, settings, time};
use crate::{Access, Read as _, Store, StoreError, lock::beside, schema::VERSION};

/// A closed dossier's file.
fn closed() -> (tempfile::TempDir, std::path::PathBuf) {
    let Dossier { store, path, folder } = Dossier::with(&one_of_each());
    drop(store);
    (folder, path)
}

fn alter(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

/// Opening fails and leaves the file as it was.
fn refused(path: &Path) -> StoreError {
    let before = fs::read(path).unwrap();
    let error = Store::open(path).map(|_| ()).unwrap_err();
    assert_eq!(fs::read(path).unwrap(), before);
    assert!(!beside(path, ".lock").exists());
    error
}

#[test]
fn a_new_dossier_never_replaces_a_file() {
    let (folder, path) = closed();
    let before = fs::read(&path).unwrap();
    assert!(matches!(Store::create(&path, &settings(), time(0)), Err(StoreError::Exists(_))));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(matches!(
        Store::create(&folder.path().join("no/such/folder.dossier"), &settings(), time(0)),
        Err(StoreError::Io { .. })
    ));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn newer_foreign_and_missing_files_are_told_apart() {
    let (folder, path) = closed();
    let missing = folder.path().join("none.dossier");
    assert!(matches!(Store::open(&missing), Err(StoreError::Missing(_))));
    assert!(matches!(Store::open(folder.path()), Err(StoreError::Foreign)));
    let other = folder.path().join("other.db");
    alter(&other, "CREATE TABLE t (a)");
    assert!(matches!(refused(&other), StoreError::Foreign));
    for (name, bytes) in [
        ("empty", &b""[..]),
        (
            "text",
            b"just some text, longer than a header of a hundred bytes would be, so that nothing is cut short here at all",
        ),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        assert!(matches!(refused(&file), StoreError::Foreign), "{name}");
    }
    alter(&path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
    assert!(matches!(refused(&path), StoreError::Newer { found: 99, known: VERSION }));
}

#[test]
fn a_schema_that_is_not_ours_is_refused() {
    for change in [
        "CREATE TRIGGER t AFTER INSERT ON actor BEGIN DELETE FROM event; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (a)",
        "CREATE INDEX extra ON actor(name)",
        "DROP INDEX actor_code",
        "ALTER TABLE actor ADD COLUMN extra TEXT",
        "ANALYZE",
    ] {
        let (_folder, path) = closed();
        alter(&path, &format!("PRAGMA journal_mode = DELETE; {change}"));
        assert!(matches!(refused(&path), StoreError::Damaged(_)), "{change}");
    }
}

#[test]
fn copies_are_complete_and_replace_nothing() {
    let dossier = Dossier::with(&one_of_each());
    let copy = dossier.folder.path().join("copy.dossier");
    dossier.store.copy_to(&copy).unwrap();
    assert!(matches!(dossier.store.copy_to(&copy), Err(StoreError::Exists(_))));
    let opened = Store::open_foreign(&copy).unwrap();
    assert_eq!(opened.digest().unwrap(), dossier.store.digest().unwrap());
    assert_eq!(opened.search("summit", 9).unwrap(), dossier.store.search("summit", 9).unwrap());
    assert_eq!(opened.check().unwrap().findings, Vec::<String>::new());
    let second = Store::open(&dossier.path).unwrap();
    assert!(matches!(second.access(), Access::ReadOnly(_)));
    second.copy_to(&dossier.folder.path().join("copy of a copy.dossier")).unwrap();
}

#[test]
fn a_write_protected_file_opens_for_reading() {
    let (_folder, path) = closed();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let store = Store::open(&path).unwrap();
    assert!(matches!(store.access(), Access::ReadOnly(_)));
    assert!(store.search("summit", 5).is_ok());
}

#[test]
fn readers_read_beside_the_writer_on_other_threads() {
    let mut dossier = Dossier::with(&one_of_each());
    let reader = dossier.store.readers().begin().unwrap();
    let counted = std::thread::scope(|scope| {
        let reading = scope.spawn(move || reader.counts().unwrap());
        dossier.put(&[super::build::actor(99, "Mongolia")], 9);
        reading.join().unwrap()
    });
    assert!(counted.of(domain::ItemKind::Actor) >= 4);
}

/// Numbers that look random and are the same on every run (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Asks an opened dossier everything; whatever comes is fine.
fn ask_everything(store: &mut Store, with_check: bool) {
    for kind in domain::ItemKind::ALL {
        let _ = store.list(kind);
    }
    let _ = store.search("summit", 9);
    let _ = store.complete("le", &[], 9);
    let _ = store.reliabilities(&mut |_, _| {});
    let _ = store.citations_of_events(&mut |_, _, _, _| {});
    let _ = store.range();
    let _ = store.readers().past(time(9)).and_then(|past| past.search("summit", 9));
    let _ = store.operations(9);
    let _ = store.each_superseded(&mut |_| Ok(()));
    if with_check {
        let _ = store.check();
        if let Ok(Some(last)) = store.last_done() {
            let _ = store.write(|write| write.revert(last.seq, time(9)));
        }
    }
}

#[test]
fn mutated_and_truncated_files_give_an_error_or_a_dossier() {
    open_mutated(3_000, 0x9e37_79b9_7f4a_7c15);
}

fn open_mutated(rounds: usize, seed: u64) {
    let (folder, path) = closed();
    let sound = fs::read(&path).unwrap();
    let mut numbers = Numbers(seed);
    let mut opened = 0;
    for round in 0..rounds {
        let mut bytes = sound.clone();
        match round % 4 {
            0 => bytes.truncate(numbers.below(sound.len())),
            // The first page holds the header and the schema.
            1 => bytes[numbers.below(4_096)] = numbers.below(256) as u8,
            _ => (0..=numbers.below(16)).for_each(|_| bytes[numbers.below(sound.len())] = numbers.below(256) as u8),
        }
        let mutated = folder.path().join(format!("{round}.dossier"));
        fs::write(&mutated, &bytes).unwrap();
        if let Ok(mut store) = Store::open(&mutated) {
            opened += 1;
            ask_everything(&mut store, round % 5 == 0);
        }
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(beside(&mutated, ending));
        }
    }
    assert!(opened > 100, "{opened} opened: the mutations never reached the rows");
}

#[test]
fn a_log_from_elsewhere_is_not_taken_in() {
    let (_folder, path) = closed();
    let mut numbers = Numbers(42);
    for _ in 0..50 {
        let log: Vec<u8> = (0..8_192).map(|_| numbers.below(256) as u8).collect();
        fs::write(beside(&path, "-wal"), log).unwrap();
        let store = Store::open(&path).unwrap();
        assert!(store.check().unwrap().is_sound());
    }
}

#[test]
fn damage_to_the_words_is_found_by_the_check() {
    let (_folder, path) = closed();
    for (change, word) in [
        ("UPDATE source SET text = replace(text, 'met', 'saw')", "quote"),
        ("UPDATE event SET start_earliest = 0", "derived"),
        ("UPDATE actor SET name = 'Somebody' WHERE name = 'China'", "search index"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM place", "not in"),
        ("DELETE FROM settings", "settings"),
        ("UPDATE event SET revision = 77", "journal left"),
        ("DELETE FROM participant WHERE spoken", "participants"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM office", "names are left"),
    ] {
        let copy = path.with_extension("damaged");
        fs::copy(&path, &copy).unwrap();
        alter(&copy, &format!("PRAGMA journal_mode = DELETE; {change}"));
        let found = Store::open(&copy)
            .map(|store| store.check().unwrap().findings.join("\n"))
            .unwrap_or_else(|error| error.to_string());
        assert!(found.contains(word), "{change}: {found}");
        fs::remove_file(&copy).unwrap();
    }
}

/// What takes a file back from each version to the one before, as an older program would have left it.
const STEPS_BACK: [(u32, &str); 3] = [
    (
        4,
        "ALTER TABLE note DROP COLUMN proposition; ALTER TABLE citation DROP COLUMN locator; PRAGMA user_version = 3;",
    ),
    (3, "ALTER TABLE settings DROP COLUMN opens_as_of; PRAGMA user_version = 2;"),
    (
        2,
        "DROP TABLE lesson; DROP INDEX source_sha256; DROP INDEX source_url;
         ALTER TABLE draft DROP COLUMN details; ALTER TABLE citation DROP COLUMN fate; PRAGMA user_version = 1;",
    ),
];

fn take_back(path: &Path, version: u32) {
    for (_, step) in STEPS_BACK.iter().filter(|(from, _)| *from > version) {
        alter(path, step);
    }
}

#[test]
fn a_dossier_of_any_older_version_is_brought_up_after_a_copy_is_kept() {
    for older in 1..VERSION {
        let Dossier { store, path, folder } = Dossier::with(&one_of_each());
        let before = store.digest().unwrap();
        drop(store);
        take_back(&path, older);
        let opened = Store::open(&path).unwrap();
        assert_eq!(opened.digest().unwrap(), before);
        assert!(opened.check().unwrap().is_sound());
        drop(opened);
        let copy = beside(&path, &format!(".v{older}-copy"));
        let version: u32 = Connection::open(&copy)
            .unwrap()
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .unwrap();
        assert_eq!(version, older);
        let kept = folder.path().join("kept.dossier");
        fs::rename(&copy, &kept).unwrap();
        assert_eq!(Store::open(&kept).unwrap().digest().unwrap(), before);
    }
}

#[test]
fn a_dossier_of_an_older_version_is_read_without_being_touched() {
    let Dossier { store, path, folder } = Dossier::with(&one_of_each());
    let before = store.digest().unwrap();
    drop(store);
    take_back(&path, 1);
    let bytes = fs::read(&path).unwrap();
    let read = Store::open_to_read(&path).unwrap();
    assert_eq!((read.access(), read.digest().unwrap()), (&Access::Writable, before));
    assert!(read.readers().begin().unwrap().counts().unwrap().of(domain::ItemKind::Actor) >= 4);
    drop(read);
    assert!(fs::read(&path).unwrap() == bytes);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn the_copy_before_a_migration_is_the_owners_alone_and_follows_no_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, path) = closed();
    take_back(&path, 1);
    let elsewhere = tempfile::tempdir().unwrap();
    for ending in [".v1-copy", ".copying"] {
        symlink(elsewhere.path().join("planted"), beside(&path, ending)).unwrap();
    }
    drop(Store::open(&path).unwrap());
    let copy = fs::symlink_metadata(beside(&path, ".v1-copy")).unwrap();
    assert!(copy.is_file());
    assert_eq!(copy.permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_closed_dossier_is_one_file_that_asks_for_no_log() {
    let mut dossier = Dossier::with(&one_of_each());
    assert!(beside(&dossier.path, "-wal").exists());
    let reader = Store::open_to_read(&dossier.path).unwrap();
    assert!(matches!(reader.access(), Access::ReadOnly(crate::Obstacle::InUse(_))));
    dossier.put(&[super::build::actor(99, "Mongolia")], 9);
    let digest = dossier.store.digest().unwrap();
    // Somebody who looks meanwhile sees the change, and keeps nobody from leaving.
    assert_eq!(reader.digest().unwrap(), digest);
    let Dossier { store, path, folder } = dossier;
    drop(store);
    assert_eq!(reader.digest().unwrap(), digest);
    drop(reader);
    drop(Store::open(&path).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(fs::read(&path).unwrap()[18..20], [1, 1]);
    assert_eq!(Store::open_to_read(&path).unwrap().digest().unwrap(), digest);
}

#[test]
fn a_new_dossier_is_not_filled_from_the_log_of_a_deleted_one() {
    let Dossier { store, path, folder } = Dossier::with(&one_of_each());
    // As after a crash: the log is not taken in yet.
    let log = fs::read(beside(&path, "-wal")).unwrap();
    assert!(!log.is_empty());
    drop(store);
    fs::remove_file(&path).unwrap();
    fs::write(beside(&path, "-wal"), log).unwrap();
    let anew = Store::create(&path, &settings(), time(0)).unwrap();
    assert_eq!(anew.counts().unwrap().of(domain::ItemKind::Actor), 0);
    drop(anew);
    drop(folder);
}
