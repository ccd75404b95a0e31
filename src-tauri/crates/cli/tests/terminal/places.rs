//! Dossiers where little or nothing can be written: reading works wherever the bytes can be read, and leaves nothing behind.
// A test that a system does not allow says so.
#![allow(clippy::print_stdout)]
#![cfg(unix)]

use std::{
    fs,
    io::Write as _,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::desk::Desk;

/// Everything that only reads.
const READING: [&[&str]; 9] = [
    &["info"],
    &["check"],
    &["events"],
    &["relations"],
    &["triads"],
    &["search"],
    &["drafts"],
    &["history"],
    &["backup"],
];

/// Runs a script of the shell among mounts of its own, where the system lets one; `$S` is the program.
fn in_own_mounts(desk: &Desk, script: &str) -> Option<String> {
    let ways: [&[&str]; 2] = [&["--mount"], &["--mount", "--map-root-user"]];
    let works = |way: &&&[&str]| {
        let trial = Command::new("unshare")
            .args(**way)
            .args(["sh", "-c", "mount -t tmpfs none /mnt"])
            .output();
        trial.is_ok_and(|output| output.status.success())
    };
    let Some(way) = ways.iter().find(works) else {
        println!("skipped: this system lets a test mount nothing");
        return None;
    };
    let output = Command::new("unshare")
        .args(*way)
        .args(["sh", "-ec", script])
        .env("S", env!("CARGO_BIN_EXE_summitry"))
        .current_dir(desk.folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stdout));
    Some(String::from_utf8(output.stdout).unwrap() + &said)
}

/// Runs the program as another user, where a test may.
fn run_as(user: u32, desk: &Desk, arguments: &[&str]) -> Output {
    let user = user.to_string();
    let program = desk.command();
    Command::new("setpriv")
        .args(["--reuid", &user, "--regid", &user, "--clear-groups"])
        .arg(program.get_program())
        .args(arguments)
        .current_dir(desk.folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn can_be_others(desk: &Desk) -> bool {
    fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let trial = Command::new("setpriv")
        .args(["--reuid", "2000", "--clear-groups", env!("CARGO_BIN_EXE_summitry"), "--version"])
        .output();
    let can = trial.is_ok_and(|output| output.status.success());
    if !can {
        println!("skipped: only root can run the program as another user");
    }
    can
}

#[track_caller]
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The arguments of a command that reads, the backup going where it can be written.
fn reading(command: &[&str], dossier: &str) -> String {
    let rest = match command[0] {
        "search" => " summit",
        "backup" => " -o backup.dossier --force",
        _ => "",
    };
    format!("{} {dossier}{rest}", command.join(" "))
}

fn read_all(dossier: &str) -> String {
    READING
        .iter()
        .map(|command| format!("$S {} >/dev/null\n", reading(command, dossier)))
        .collect()
}

/// Marks a dossier at rest as one that is read with a log, as earlier versions left it.
fn as_left_by_earlier_versions(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    bytes[18..20].fill(2);
    fs::write(path, bytes).unwrap();
}

const TOPIC: &str = r#"{"format":"summitry-dossier","version":1,"items":[
{"recorded_at":"2026-01-09T09:00:00Z","type":"topic","id":"00000000-0000-4000-8000-0000000000aa","name":"Fisheries"}
],"superseded":[]}"#;

/// A program that has a dossier open to write: it has taken in one document and waits for the next.
pub fn holder(desk: &Desk, dossier: &str) -> Child {
    fs::write(desk.path("topic.json"), TOPIC).unwrap();
    let mut holder = desk
        .command()
        .args(["import", dossier, "topic.json", "/dev/stdin"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let input = holder.stdin.as_mut().unwrap();
    input.write_all(b"{\"format\":\"summitry-dossier\",\"version\":1,\n").unwrap();
    let start = Instant::now();
    while !desk.text(["search", dossier, "Fisheries"]).contains("topic") {
        assert!(start.elapsed() < Duration::from_secs(60));
        thread::sleep(Duration::from_millis(50));
    }
    holder
}

pub fn end(mut holder: Child) {
    holder.kill().unwrap();
    holder.wait().unwrap();
}

#[test]
fn a_write_protected_disk_is_read() {
    let desk = Desk::with_sample();
    fs::copy(desk.path("a.dossier"), desk.path("old.dossier")).unwrap();
    as_left_by_earlier_versions(&desk.path("old.dossier"));
    let script = format!(
        "mkdir disk; mount -t tmpfs none disk; cp a.dossier old.dossier disk; mount -o remount,ro disk
        {}{}
        $S info disk/a.dossier; $S info disk/old.dossier; ls disk; $S undo disk/a.dossier || true",
        read_all("disk/a.dossier"),
        read_all("disk/old.dossier"),
    );
    let Some(said) = in_own_mounts(&desk, &script) else { return };
    let access = "Access       only to read: it lies on a write-protected disk";
    assert_eq!(said.matches(access).count(), 2, "{said}");
    assert!(said.contains("36 events") && said.contains("\na.dossier\nold.dossier\n"), "{said}");
    assert!(
        said.contains("disk/a.dossier: the dossier can only be read") && said.contains("save a copy"),
        "{said}"
    );
}

#[test]
fn what_a_crash_left_in_the_log_is_read_from_a_write_protected_disk() {
    let desk = Desk::with_sample();
    end(holder(&desk, "a.dossier"));
    assert!(fs::metadata(desk.path("a.dossier-wal")).unwrap().len() > 0);
    let script = "mkdir disk; mount -t tmpfs none disk; cp a.dossier a.dossier-wal disk; cp a.dossier* . 2>/dev/null || true
        mount -o remount,ro disk; $S search disk/a.dossier Fisheries; ls disk
        mkdir both; mount -t tmpfs none both; cp a.dossier a.dossier-wal a.dossier-shm both; mount -o remount,ro both; $S search both/a.dossier Fisheries";
    let Some(said) = in_own_mounts(&desk, script) else { return };
    assert_eq!(said.matches("topic").count(), 2, "{said}");
    assert!(said.contains("\na.dossier\na.dossier-wal\n"), "{said}");
    // The owner goes on where the crash was.
    assert!(desk.text(["search", "a.dossier", "Fisheries"]).contains("topic"));
    desk.text(["undo", "a.dossier"]);
}

#[test]
fn a_full_disk_is_read_and_says_what_it_lacks() {
    let desk = Desk::with_sample();
    fs::copy(desk.path("a.dossier"), desk.path("old.dossier")).unwrap();
    as_left_by_earlier_versions(&desk.path("old.dossier"));
    fs::write(desk.path("a.txt"), "Lee met Xi in Beijing on 5 January 2026.").unwrap();
    let script = format!(
        "mkdir disk; mount -t tmpfs -o size=8m none disk; cp a.dossier old.dossier disk; cat /dev/zero >disk/rest 2>/dev/null || true
        {}{}
        $S add disk/a.dossier a.txt && exit 1; $S add disk/old.dossier a.txt && exit 1; ls disk",
        read_all("disk/a.dossier"),
        read_all("disk/old.dossier"),
    );
    let Some(said) = in_own_mounts(&desk, &script) else { return };
    assert_eq!(
        said.matches("the disk is full; it takes about 1 MB to write; free that much")
            .count(),
        2,
        "{said}"
    );
    assert!(said.contains("a.dossier\nold.dossier\nrest\n"), "{said}");
}

#[test]
fn a_disk_that_fills_up_says_how_much_is_wanted() {
    let desk = Desk::with_sample();
    let text = "Lee met Xi in Beijing on 5 January 2026. ".repeat(10_000);
    fs::write(desk.path("long.txt"), text).unwrap();
    let script = "mkdir disk; mount -t tmpfs -o size=1m none disk; cp a.dossier disk
        $S add disk/a.dossier long.txt && exit 1; $S check disk/a.dossier";
    let Some(said) = in_own_mounts(&desk, script) else { return };
    assert!(said.contains("the disk is full; free about ") && said.contains(": sound"), "{said}");
}

#[test]
fn another_users_folder_is_read() {
    let desk = Desk::with_sample();
    if !can_be_others(&desk) {
        return;
    }
    fs::copy(desk.path("a.dossier"), desk.path("old.dossier")).unwrap();
    for name in ["a.dossier", "old.dossier"] {
        fs::set_permissions(desk.path(name), fs::Permissions::from_mode(0o644)).unwrap();
    }
    as_left_by_earlier_versions(&desk.path("old.dossier"));
    for name in ["a.dossier", "old.dossier"] {
        for command in READING.iter().filter(|command| command[0] != "backup") {
            let arguments = reading(command, name);
            let output = run_as(2000, &desk, &arguments.split(' ').collect::<Vec<_>>());
            assert!(output.status.success(), "{arguments}: {}", said(&output));
        }
        let info = said(&run_as(2000, &desk, &["info", name]));
        assert!(
            info.contains("only to read: the file is write-protected and belongs to root"),
            "{info}"
        );
        let undo = said(&run_as(2000, &desk, &["undo", name]));
        assert!(
            undo.contains("can only be read") && undo.contains("save a copy where you may write"),
            "{undo}"
        );
    }
    assert_eq!(names_in(desk.folder.path()), ["a.dossier", "old.dossier"]);
    fs::set_permissions(desk.path("a.dossier"), fs::Permissions::from_mode(0o600)).unwrap();
    let refused = said(&run_as(2000, &desk, &["info", "a.dossier"]));
    assert!(refused.contains("may not be read; it belongs to root"), "{refused}");
}

#[test]
fn who_only_looks_leaves_nothing_behind_and_locks_nobody_out() {
    let desk = Desk::empty();
    if !can_be_others(&desk) {
        return;
    }
    fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let made = run_as(1000, &desk, &["new", "a.dossier", "--sample", "beijing-2026"]);
    assert!(made.status.success(), "{}", said(&made));
    fs::set_permissions(desk.path("a.dossier"), fs::Permissions::from_mode(0o644)).unwrap();
    fs::write(desk.path("a.txt"), "Lee met Xi in Beijing on 5 January 2026.").unwrap();
    for round in 0..2 {
        if round == 1 {
            as_left_by_earlier_versions(&desk.path("a.dossier"));
        }
        for command in READING.iter().filter(|command| command[0] != "backup") {
            let arguments = reading(command, "a.dossier");
            let output = run_as(2000, &desk, &arguments.split(' ').collect::<Vec<_>>());
            assert!(output.status.success(), "{arguments}: {}", said(&output));
        }
        assert_eq!(names_in(desk.folder.path()), ["a.dossier", "a.txt"]);
        let added = run_as(1000, &desk, &["add", "a.dossier", "a.txt"]);
        assert!(added.status.success(), "{}", said(&added));
        assert!(said(&run_as(1000, &desk, &["info", "a.dossier"])).contains("Access       can be changed"));
    }
}

#[test]
fn reading_makes_no_file_and_takes_no_lock() {
    let desk = Desk::with_sample();
    let before = fs::metadata(desk.path("a.dossier")).unwrap().modified().unwrap();
    for command in READING.iter().filter(|command| command[0] != "backup") {
        desk.text(reading(command, "a.dossier").split(' '));
    }
    assert_eq!(fs::metadata(desk.path("a.dossier")).unwrap().modified().unwrap(), before);
    assert_eq!(names_in(desk.folder.path()), ["a.dossier"]);
    let open = holder(&desk, "a.dossier");
    let refused = desk.refused(["undo", "a.dossier"]).1;
    assert!(refused.contains("open elsewhere"), "{refused}");
    assert!(desk.text(["info", "a.dossier"]).contains("only to read: it is open elsewhere"));
    end(open);
}
