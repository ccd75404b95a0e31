//! The process that reads documents ends with the program that started it.
#![cfg(target_os = "linux")]

use std::{
    fs,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use crate::desk::Desk;

/// The child of a process that reads a document, once there is one.
fn reading_child(parent: u32) -> Option<u32> {
    fs::read_dir("/proc").unwrap().flatten().find_map(|entry| {
        let process: u32 = entry.file_name().to_str()?.parse().ok()?;
        let status = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // After the name, which may hold blanks: the state, then the parent.
        let of: u32 = status.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
        let command = fs::read(format!("/proc/{process}/cmdline")).ok()?;
        (of == parent && command.windows(16).any(|window| window == b"capture-document")).then_some(process)
    })
}

/// Whether a process runs; one that has ended and that nobody has asked about does not.
fn runs(process: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    status
        .rsplit(')')
        .next()
        .and_then(|rest| rest.split_whitespace().next())
        .is_some_and(|state| state != "Z" && state != "X")
}

fn until(time: Duration, mut holds: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < time {
        if holds() {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    holds()
}

#[test]
fn no_process_is_left_when_the_program_is_killed_while_it_reads() {
    let desk = Desk::with_sample();
    // Each division opens again all that was left open before it: the square of the page's length.
    let page: String = (0..60_000).map(|number| format!("<div><b a={number}></div>")).collect();
    fs::write(desk.path("slow.html"), format!("<html>{page}")).unwrap();
    for arguments in [vec!["read", "slow.html"], vec!["add", "a.dossier", "slow.html"]] {
        let mut program = desk
            .command()
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut child = None;
        assert!(until(Duration::from_secs(20), || {
            child = reading_child(program.id());
            child.is_some_and(|child| limit(child, "Max cpu time") == "20")
        }));
        let child = child.unwrap();
        assert_eq!(limit(child, "Max core file size"), "0");
        // It has the whole page by now and works on it.
        thread::sleep(Duration::from_millis(300));
        assert!(runs(child));
        program.kill().unwrap();
        program.wait().unwrap();
        assert!(until(Duration::from_secs(2), || !runs(child)), "it reads on alone");
    }
}

fn limit(process: u32, name: &str) -> String {
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()).unwrap_or_default().to_owned()
}
