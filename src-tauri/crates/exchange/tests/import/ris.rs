use domain::incoming::Format;
use exchange::import::recognise;

use crate::support::{damage, told, told_of};

const SMALL: &str = "Provider: Somebody\r\n1.\r\nTY  - NEWS\r\nAU  - Berg, Liv\r\nAU  - Dal, Ann\r\nTI  - A visit\r\n of two days\r\nPY  - 2021\r\nDA  - 2021/03/04/spring\r\nJF  - The Paper\r\nUR  - http://a.example; http://b.example\r\nLA  - eng\r\nER  - \r\n\r\nRecord 2\r\nTY  - JOUR\r\nDO  - 10.1000/2\r\nPY  - soon\r\nER  -\r\nTY  - JOUR\r\nTI  - Cut off";

const WEB_OF_SCIENCE: &str = "FN Somebody\nVR 1.0\nPT J\nAU Berg, L\n   Dal, A\nTI A title of\n   two lines\nSO THE PAPER\nPD MAR 25\nPY 2003\nDI 10.1000/3\nER\n\nEF\n";

#[test]
fn records_are_sources() {
    let told = told(Format::Ris, SMALL);
    assert_eq!(
        told.published(),
        ["2021-03-04 A visit of two days", "- https://doi.org/10.1000/2", "- Cut off"]
    );
    let first = told.sources()[0];
    assert_eq!(
        (first.author.as_str(), first.publisher.as_str()),
        ("Berg, Liv; Dal, Ann", "The Paper")
    );
    assert_eq!((first.url.as_str(), first.language.as_str()), ("http://a.example", "en"));
    assert_eq!(told.problems(), ["2 date-unread", "3 malformed"]);
}

#[test]
fn tags_of_the_web_of_science_are_read_too() {
    let told = told(Format::Ris, WEB_OF_SCIENCE);
    assert_eq!(told.published(), ["2003-03-25 A title of two lines"]);
    let first = told.sources()[0];
    assert_eq!((first.author.as_str(), first.publisher.as_str()), ("Berg, L; Dal, A", "THE PAPER"));
    assert_eq!(first.url, "https://doi.org/10.1000/3");
}

#[test]
fn other_texts_are_no_records() {
    for text in ["", "TY - x", "PT is a place\nAU is gold", "Title: TY  - JOUR"] {
        assert_ne!(recognise(text), Some(Format::Ris), "{text}");
    }
}

#[test]
fn records_of_the_corpus() {
    let Some(told) = told_of(Format::Ris, "refs/rispy_example_urls.ris") else {
        return;
    };
    assert_eq!(told.published(), ["1948-07 A Mathematical Theory of Communication"; 4]);
    assert!(
        told.sources()
            .iter()
            .all(|source| source.url == "http://example.com" && source.author == "Shannon,Claude E.")
    );

    let told = told_of(Format::Ris, "refs/rispy_example_bom.ris").unwrap();
    assert_eq!(told.sources()[0].url, "https://doi.org/10.1186/s40981-020-0316-0");
    assert_eq!(told.sources().len(), 1);

    let told = told_of(Format::Ris, "refs/rispy_example_extraneous_data.ris").unwrap();
    assert_eq!(told.published(), ["2014 Title of reference", "2006 The title of the reference"]);
    assert_eq!(told.sources()[0].author, "Marx, Karl; Lindgren, Astrid");
    assert_eq!(told.things[0].id.as_deref(), Some("12345"));

    let told = told_of(Format::Ris, "refs/rispy_example_wos.ris").unwrap();
    assert_eq!(told.sources().len(), 2);
    assert!(told.published()[0].starts_with("2004-06-08 Interactions stabilizing the structure of the core light-harvesting complex"));
    assert_eq!(told.sources()[0].author, "Parkes-Loach, PS; Majeed, AP; Law, CJ; Loach, PA");
    assert_eq!(told.sources()[0].publisher, "BIOCHEMISTRY");
    assert!(told.faults.is_empty());
}

#[test]
fn damaged_records_do_no_harm() {
    damage(Format::Ris, SMALL);
    damage(Format::Ris, WEB_OF_SCIENCE);
    if let Some(text) = crate::support::text("refs/rispy_example_extraneous_data.ris") {
        damage(Format::Ris, &text);
    }
}
