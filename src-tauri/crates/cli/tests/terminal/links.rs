//! One file has one writer, whatever it is called.
#![cfg(unix)]

use std::{fs, os::unix::fs as unix};

use crate::{
    desk::Desk,
    places::{end, holder},
};

const ARTICLE: &str = "Lee met Xi in Beijing on 5 January 2026.";

#[test]
fn a_second_program_does_not_write_through_a_hard_link() {
    let desk = Desk::with_sample();
    fs::create_dir(desk.path("there")).unwrap();
    fs::hard_link(desk.path("a.dossier"), desk.path("there/b.dossier")).unwrap();
    fs::write(desk.path("a.txt"), ARTICLE).unwrap();
    let open = holder(&desk, "a.dossier");
    let (code, refused) = desk.refused(["add", "there/b.dossier", "a.txt"]);
    assert!(
        code == 1 && refused.contains("open elsewhere, under another name") && refused.contains("close it"),
        "{refused}"
    );
    assert!(desk.text(["events", "there/b.dossier"]).contains("summit"));
    end(open);
    // It was not closed: what was last written lies in a log beside the other name.
    let (_, refused) = desk.refused(["add", "there/b.dossier", "a.txt"]);
    assert!(refused.contains("was not closed under that one"), "{refused}");
    desk.text(["add", "a.dossier", "a.txt"]);
    assert!(desk.text(["search", "there/b.dossier", "Fisheries"]).contains("topic"));
    fs::write(desk.path("b.txt"), "Xi met Lee in Seoul on 6 January 2026.").unwrap();
    desk.text(["add", "there/b.dossier", "b.txt"]);
    assert_eq!(desk.json(["info", "a.dossier"])["counts"]["sources"], 7);
    assert!(desk.text(["check", "a.dossier"]).contains("sound"));
}

#[test]
fn of_two_programs_at_once_each_keeps_what_it_says_it_kept() {
    let desk = Desk::with_sample();
    fs::hard_link(desk.path("a.dossier"), desk.path("b.dossier")).unwrap();
    let mut kept = desk.json(["info", "a.dossier"])["counts"]["sources"].as_u64().unwrap();
    for round in 0..12 {
        let start = |name: &str| {
            let text = format!("{round}{name}.txt");
            fs::write(desk.path(&text), format!("{ARTICLE} Round {round} of {name}.")).unwrap();
            desk.command()
                .args(["add", name, &text])
                .stderr(std::process::Stdio::null())
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        };
        let both = ["a.dossier", "b.dossier"].map(start);
        kept += both
            .map(|mut program| u64::from(program.wait().unwrap().success()))
            .iter()
            .sum::<u64>();
        assert_eq!(desk.json(["info", "b.dossier"])["counts"]["sources"], kept, "round {round}");
    }
    assert!(desk.text(["check", "a.dossier"]).contains("sound"));
}

#[test]
fn a_lock_file_is_never_made_through_a_link() {
    let desk = Desk::with_sample();
    unix::symlink(desk.path("elsewhere"), desk.path("a.dossier.lock")).unwrap();
    let (_, refused) = desk.refused(["undo", "a.dossier"]);
    assert!(refused.contains("lock file") && !desk.path("elsewhere").exists(), "{refused}");
    assert!(desk.text(["events", "a.dossier"]).contains("summit"));
}

#[test]
fn a_dossier_reached_through_a_symbolic_link_is_the_same() {
    let desk = Desk::with_sample();
    unix::symlink(desk.path("a.dossier"), desk.path("b.dossier")).unwrap();
    let open = holder(&desk, "a.dossier");
    assert!(desk.refused(["undo", "b.dossier"]).1.contains("open elsewhere"));
    end(open);
}
