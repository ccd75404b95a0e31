use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    process::Stdio,
};

use crate::desk::Desk;

#[test]
fn every_refusal_says_what_where_and_what_to_do() {
    let desk = Desk::with_sample();
    fs::write(
        desk.path("foreign.dossier"),
        "not a dossier at all, but long enough to be looked at as one",
    )
    .unwrap();
    fs::write(desk.path("foreign.json"), "{\"format\":\"other\"}").unwrap();
    fs::write(desk.path("newer.json"), "{\"format\":\"summitry-dossier\",\"version\":99}").unwrap();
    for (arguments, code, words) in [
        (vec!["info", "none.dossier"], 1, ["none.dossier does not exist", "summitry new"]),
        (vec!["info", "foreign.dossier"], 1, ["foreign.dossier", "not a dossier"]),
        (
            vec!["import", "a.dossier", "foreign.json"],
            1,
            ["foreign.json", "in no format that Summitry reads; a table"],
        ),
        (vec!["import", "a.dossier", "newer.json"], 1, ["newer.json", "use a newer Summitry"]),
        (vec!["import", "a.dossier", "none.json"], 1, ["none.json", "check the path"]),
        (vec!["new", "a.dossier"], 1, ["a.dossier already exists", "--force"]),
        (
            vec!["new", "b.dossier", "--sample", "geneva"],
            1,
            ["no sample “geneva”", "beijing-2026"],
        ),
        (
            vec!["export", "a.dossier", "--format", "json", "-o", "foreign.json"],
            1,
            ["foreign.json already exists", "--force"],
        ),
        (
            vec!["export", "a.dossier", "--format", "json", "-o", "a.dossier", "--force"],
            1,
            ["a.dossier", "it is a dossier"],
        ),
        (vec!["new", "foreign.dossier", "--force"], 1, ["foreign.dossier", "not a dossier"]),
        (vec!["undo", "b.dossier"], 1, ["b.dossier does not exist", "summitry new"]),
        (vec!["events", "a.dossier", "--actor", "ATLANTIS"], 1, ["“ATLANTIS”", "such as KOR"]),
        (vec!["events", "a.dossier", "--kind", "sumit"], 2, ["--kind", "such as summit"]),
        (vec!["events", "a.dossier", "--status", "perhaps"], 2, ["--status", "use rumoured"]),
        (
            vec!["events", "a.dossier", "--from", "yesterdayish"],
            2,
            ["--from", "write for example"],
        ),
        (
            vec!["relations", "a.dossier", "--as-of", "soon"],
            2,
            ["--as-of", "write for example"],
        ),
        (
            vec!["relations", "a.dossier", "--known-on", "January 2026"],
            2,
            ["--known-on", "“January 2026” is not one day; write a day such as 2026-01-08"],
        ),
        (
            vec!["relations", "a.dossier", "--between", "KOR", "KOR"],
            1,
            ["two different countries", "such as CHN and JPN"],
        ),
        (vec!["when", "the day after the party"], 1, ["phrase", "not"]),
        (
            vec!["when", "tomorrow", "--reference", "soon"],
            2,
            ["--reference", "not understood: \"soon\""],
        ),
    ] {
        let (found, line) = desk.refused(&arguments);
        assert_eq!(found, code, "{line}");
        assert!(
            line.starts_with("summitry: ") && words.iter().all(|word| line.contains(word)),
            "{arguments:?}: {line}"
        );
    }
}

#[test]
fn wrong_usage_is_2_and_help_is_0() {
    let desk = Desk::empty();
    for (arguments, code) in [
        (vec!["frobnicate"], 2),
        (vec!["events"], 2),
        (vec!["export", "a.dossier", "--format", "parchment", "-o", "x"], 2),
        (vec!["relations", "a.dossier", "--between", "KOR"], 2),
        (vec!["--help"], 0),
        (vec!["--version"], 0),
    ] {
        assert_eq!(desk.run(&arguments).status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn a_dossier_of_a_newer_format_is_left_alone() {
    let desk = Desk::with_sample();
    let mut bytes = fs::read(desk.path("a.dossier")).unwrap();
    // The version stands at offset 60 of an SQLite file.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(desk.path("newer.dossier"), &bytes).unwrap();
    for arguments in [
        vec!["info", "newer.dossier"],
        vec!["undo", "newer.dossier"],
        vec!["new", "newer.dossier", "--force"],
    ] {
        let (code, line) = desk.refused(&arguments);
        assert!(
            code == 1 && line.contains("newer.dossier") && line.contains("newer version") && line.contains("update"),
            "{line}"
        );
    }
    assert!(fs::read(desk.path("newer.dossier")).unwrap() == bytes);
}

/// One process holds the dossier open while it waits for its input; the other may read and not write.
#[test]
fn a_dossier_open_elsewhere_is_read_and_not_changed() {
    let desk = Desk::with_sample();
    let mut holder = desk
        .command()
        .args(["import", "a.dossier", "/dev/stdin"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = holder.stdin.take().unwrap();
    input
        .write_all(b"{\"format\":\"summitry-dossier\",\"version\":1,\n\"items\":[\n")
        .unwrap();
    input.flush().unwrap();
    while !desk.path("a.dossier.lock").exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(desk.record(&["--kind", "launch"]).len(), 1);
    for arguments in [
        vec!["undo", "a.dossier"],
        vec!["import", "a.dossier", "a.dossier"],
        vec!["new", "a.dossier", "--force"],
    ] {
        let (code, line) = desk.refused(&arguments);
        assert!(
            code == 1 && line.contains("a.dossier") && line.contains("open elsewhere") && line.contains("close it"),
            "{line}"
        );
    }
    drop(input);
    let line = BufReader::new(holder.stderr.take().unwrap()).lines().next().unwrap().unwrap();
    assert!(line.contains("nothing was imported"), "{line}");
    assert_eq!(holder.wait().unwrap().code(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let desk = Desk::with_sample();
    let mut child = desk
        .command()
        .args(["events", "a.dossier", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}
