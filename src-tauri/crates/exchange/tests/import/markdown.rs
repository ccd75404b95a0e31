use std::path::Path;

use crate::support::{Told, damage, today, told, told_of};
use domain::incoming::{Format, Problem, Thing};
use exchange::import::{Out, note};

fn vault(notes: &[(&str, &str)]) -> Told {
    let mut told = Told::default();
    for (name, text) in notes {
        note(name, text, &mut Out::new(&mut told, today())).unwrap();
    }
    told
}

fn notes(told: &Told) -> Vec<(&str, &str)> {
    let notes = told.things.iter().filter_map(|thing| match &thing.thing {
        Thing::Note(note) => Some((note.title.as_str(), note.body.as_str())),
        _ => None,
    });
    notes.collect()
}

#[test]
fn notes_of_a_vault_are_called_as_their_files() {
    let told = vault(&[
        (
            "Trip",
            "---\nstart: 2023-09-12\nend: 2023-09-30\nloc:\n  - \"[[Kyoto]]\"\n  - \"[[Japan]]\"\n---\n",
        ),
        (
            "Talks",
            "---\ndate: 2023-09-12\npeople:\n  - \"[[Steph Ango|Steph]]\"\n---\n## Notes\nOn [[Trade]] and ![[Missing.base]]",
        ),
        ("Post", "---\ndate: 2023-09-12\nauthor: A\n---\nText"),
        ("Event Template", "---\nstart:\n---\n"),
        ("Daily", "{{date}}"),
    ]);
    assert_eq!(
        notes(&told),
        [
            ("Trip", "start: 2023-09-12  \nend: 2023-09-30  \nloc: [[Kyoto]], [[Japan]]"),
            (
                "Talks",
                "date: 2023-09-12  \npeople: [[Steph Ango|Steph]]\n\n## Notes\nOn [[Trade]] and ![[Missing.base]]"
            ),
            ("Post", "date: 2023-09-12  \nauthor: A\n\nText"),
        ]
    );
    assert_eq!(told.lines(), ["2023-09-12/2023-09-30 Trip", "2023-09-12 Talks"]);
    assert_eq!(told.events()[0].place.as_ref().unwrap().name, "Kyoto, Japan");
    assert_eq!(told.events()[1].parties[0].name, "Steph");
    assert_eq!(told.note("Trip").about, ["Trip#event"]);
    assert_eq!(told.count(Problem::NothingToKeep), 2);
}

const DAYS: &str = "# A war in days

Some words.

### **January 30, 2022**

Kyiv urged **Moscow** to pull back. More is said here, and more.

#### Later

It did not.

## February 21th 2022: A meeting

### 2022-03

# Elsewhere
15.08.22: **Kenya**. The winner of the election was declared on Monday evening. Others followed.

21.0822: Somalia
31.08.22 **Ukraine**. Talks
**27.08.22**: Nothing

```
### January 1, 2022
01.01.22: no
```
";

#[test]
fn days_are_headings_or_the_starts_of_paragraphs() {
    let told = told(Format::Markdown, DAYS);
    assert_eq!(
        told.lines(),
        [
            "2022-01-30 Kyiv urged Moscow to pull back. More is said here, and more",
            "2022-02-21 A meeting",
            "2022-08-15 Kenya. The winner of the election was declared on Monday evening",
            "2022-08-21 Somalia",
            "2022-08-31 Ukraine. Talks",
            "2022-08-27 Nothing",
        ]
    );
    assert_eq!(
        told.events()[0].summary,
        "Kyiv urged Moscow to pull back. More is said here, and more.\n\nLater\n\nIt did not."
    );
    assert_eq!(
        (told.events()[2].topics.as_slice(), told.things[1].row),
        (["Elsewhere".to_owned()].as_slice(), 5)
    );
    assert_eq!(notes(&told)[0].0, "A war in days");
}

#[test]
fn other_texts_are_none() {
    for text in ["", "# made by hand\nid,date\n1,2020\n", "a,b\n", "---\nno: end\n", "#\n\n"] {
        assert_ne!(exchange::import::recognise(text), Some(Format::Markdown), "{text}");
    }
}

#[test]
fn examples_of_a_manual_are_events() {
    let Some(told) = told_of(Format::Markdown, "markdown/obsidian-timelines_02_frontmatter_events.md") else {
        return;
    };
    assert_eq!(told.lines(), ["/2020-01-12 A Time Range"]);
    assert_eq!(
        (
            told.problems().len(),
            told.count(Problem::DateUnread),
            told.faults[0].value.as_str()
        ),
        (1, 1, "2010-06-34")
    );
    assert_eq!(told.events()[0].topics, ["timeline", "history"]);
    let told = told_of(Format::Markdown, "markdown/obsidian-timelines_02_adding_events.md").unwrap();
    assert_eq!(
        (told.lines(), told.faults.len()),
        (vec!["2024-05-24 Our First Event".to_owned()], 0)
    );
}

#[test]
fn timelines_of_the_corpus_have_an_event_a_day() {
    let Some(told) = told_of(Format::Markdown, "markdown/unaligned_2022-03-05-un-ukraine-timeline.md") else {
        return;
    };
    let lines = told.lines();
    assert_eq!((lines.len(), told.faults.len()), (15, 0));
    assert!(lines[0].starts_with("2022-01-30 Kyiv has urged Moscow"), "{}", lines[0]);
    assert!(lines[4].starts_with("2022-02-17 The UN political affairs chief"), "{}", lines[4]);
    assert!(lines[14].starts_with("2022-03-01 The US has informed"), "{}", lines[14]);
    let told = told_of(Format::Markdown, "markdown/unaligned_2022-09-07-august-2022-recap.md").unwrap();
    let lines = told.lines();
    assert_eq!(lines.len(), 34);
    assert!(
        lines[0].starts_with("2022-08-15 Kenya. Deputy President William Ruto has been declared the winner"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("2022-08-21 Somalia") && lines[2].starts_with("2022-08-27 Libya"),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.starts_with("2022-08-31 Ukraine")) && lines[33].starts_with("2022-08-27 Negotiations"),
        "{lines:?}"
    );
    assert_eq!(told.events()[0].topics, ["AFRICA"]);
    let told = told_of(
        Format::Markdown,
        "markdown/unaligned_2021-07-03-un-secretaries-general-a-gallery-timeline.md",
    )
    .unwrap();
    assert!(
        told.events().is_empty()
            && notes(&told)[0]
                .1
                .contains("from 1946 until his resignation from his second term in 1952")
    );
}

#[test]
fn a_vault_of_the_corpus() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let folder = std::env::var_os("SUMMITRY_CORPUS").unwrap_or_else(|| "../shared/corpus".into());
    let Ok(folders) = std::fs::read_dir(root.join(folder).join("import/markdown/kepano-obsidian")) else {
        return;
    };
    let mut told = Told::default();
    let mut read = 0;
    for file in folders
        .flatten()
        .filter_map(|folder| std::fs::read_dir(folder.path()).ok())
        .flat_map(Iterator::flatten)
    {
        let (path, text) = (file.path(), std::fs::read_to_string(file.path()).unwrap());
        note(
            path.file_stem().unwrap().to_str().unwrap(),
            &text,
            &mut Out::new(&mut told, today()),
        )
        .unwrap();
        read += 1;
    }
    let made = notes(&told);
    assert_eq!((read, made.len() + told.count(Problem::NothingToKeep)), (102, 102));
    assert!(!made.iter().any(|(name, _)| name.ends_with("Template")));
    let mut lines = told.lines();
    lines.sort();
    assert_eq!(
        lines,
        ["2023-09-12 2023-09-12 Meeting with Steph", "2023-09-12/2023-09-30 2023 Japan Trip"]
    );
    assert_eq!(told.event("2023 Japan Trip#event").place.as_ref().unwrap().name, "Kyoto, Japan");
    assert_eq!(told.event("2023-09-12 Meeting with Steph#event").parties[0].name, "Steph Ango");
    assert!(
        told.note("2023-09-12 Meeting with Steph")
            .body
            .contains("- Discussed the book [[Out of Control]] on the topic of [[Emergence]]")
    );
}

#[test]
fn damaged_notes_do_no_harm() {
    damage(Format::Markdown, DAYS);
    damage(
        Format::Markdown,
        "---\ntitle: a\nstart-date: 2020\ntags: [a, 'b']\nloc:\n - \"[[x|y]]\"\n---\n\n<div class=\"ob-timelines\" data-start-date=\"2024-5-24\"> x </div>\n```\n---\nstart-date: 2010-06-34\n---\n```\n",
    );
}
