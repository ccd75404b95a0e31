use crate::support::{damage, text, told, told_of};
use domain::incoming::Format;
use exchange::import::recognise;

const MARKWHEN: &str = "title: Talks
dateFormat: d/M/y
#Summit: #ff0000

// no event
group Early years: #Summit
1953: Armistice
Signed at the border.
[Panmunjom](location)

See: the text [here](https://example.org).
1995 - now: Office #Trade
endGroup
March 21, 2007: First round
16 April 1971-1 june 2009: Second
2026-01-05T10:30: Call
25/12/2009: Holiday
2010-06-34: Never
2026-01/2026-03: Spring
12: things to remember
";

const CHRONOS: &str = "> DEFAULTVIEW 2020|2030
# a comment of the format
- [2026-01-05] Summit | in Beijing
@ [2020-01~2021-03-02] #red {Talks} Round
* [-0044-03-15] Ides
= [2026-02-30] Never
- [ ] something to do
";

#[test]
fn a_line_with_a_date_is_an_event() {
    let told = told(Format::Markwhen, MARKWHEN);
    assert_eq!(
        told.lines(),
        [
            "1953 Armistice",
            "1995/.. Office",
            "2007-03-21 First round",
            "1971-04-16/2009-06-01 Second",
            "2026-01-05T10:30:00 Call",
            "2009-12-25 Holiday",
            "- Never",
            "2026-01/2026-03 Spring",
        ]
    );
    let events = told.events();
    assert_eq!(events[0].place.as_ref().unwrap().name, "Panmunjom");
    assert_eq!(
        events[0].summary,
        "Signed at the border.\n\nSee: the text [here](https://example.org)."
    );
    assert_eq!(events[1].topics, ["Trade", "Early years"]);
    assert_eq!(
        (events[2].topics.len(), told.things[0].row, told.problems()),
        (0, 7, vec!["18 date-unread".to_owned()])
    );
    assert_eq!(events[7].summary, "12: things to remember");
}

#[test]
fn lines_of_chronos_are_events() {
    let told = told(
        Format::Markwhen,
        CHRONOS.trim_start_matches("> DEFAULTVIEW 2020|2030\n# a comment of the format\n"),
    );
    assert_eq!(
        told.lines(),
        ["2026-01-05 Summit", "2020-01/2021-03-02 Round", "-0044-03-15 Ides", "- Never"]
    );
    assert_eq!(
        (told.events()[0].summary.as_str(), told.events()[1].topics.as_slice()),
        ("in Beijing", ["Talks".to_owned()].as_slice())
    );
}

#[test]
fn other_texts_are_none() {
    for text in [
        "",
        "name,date\na,2020: b\n",
        "Once upon a time\n2020: it was\n",
        "{\"a\": 1}",
        "<a/>",
        "title: a\n\nNothing happens\n",
        "---\ntags: a\n---\nSome words\n2020: it was\n",
    ] {
        assert_ne!(recognise(text), Some(Format::Markwhen), "{text}");
    }
}

#[test]
fn a_timeline_of_search_engines() {
    let Some(told) = told_of(Format::Markwhen, "markwhen/search_engines.mw") else {
        return;
    };
    let lines = told.lines();
    assert_eq!((lines.len(), told.faults.len()), (48, 0), "{lines:#?}");
    for expected in [
        "1930/1967 Memex",
        "1995/.. Google",
        "1971-04-16 FTP (File Transfer Protocol)",
        "1969/1983-01 NCP (Network Control Protocol)",
        "2007-03-21 Live Search",
        "2009-06-01/.. Bing",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected}: {lines:#?}");
    }
    assert_eq!(told.events()[0].topics, ["Early Research"]);
}

#[test]
fn damaged_texts_do_no_harm() {
    damage(Format::Markwhen, MARKWHEN);
    damage(Format::Markwhen, CHRONOS);
    if let Some(text) = text("markwhen/search_engines.mw") {
        damage(Format::Markwhen, &text);
    }
}
