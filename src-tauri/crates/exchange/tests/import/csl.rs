use domain::incoming::Format;
use exchange::import::recognise;

use crate::support::{damage, told, told_of};

const SMALL: &str = r#"[
 {"id": "a", "type": "article-newspaper", "title": "The <i>visit</i>", "container-title": "The Paper", "URL": "https://example.org/v",
  "author": [{"family": "Berg", "given": "Liv"}, {"literal": "Staff"}], "issued": {"date-parts": [["2020", 5, 25]]}, "language": "en-GB",
  "accessed": {"date-parts": [[2024, 1, 1]]}},
 {"id": 2, "type": "book", "title": "About", "issued": {"date-parts": [["2011", 5, 25], ["2012", 6]], "circa": true}},
 {"id": "c", "type": "book", "title": "Old", "issued": {"date-parts": [[-44, 3, 15]]}},
 {"id": "d", "type": "book", "title": "Open", "issued": {"date-parts": [[2014], [0]]}},
 {"id": "e", "type": "book", "title": "Winter", "issued": {"date-parts": [[2017]], "season": 4}},
 {"id": "f", "type": "book", "title": "Words", "issued": {"literal": "long ago"}},
 {"id": "g", "type": "book", "title": "Raw", "issued": {"raw": "2019-02/2019-03"}},
 {"id": "h", "type": "book", "title": "Backwards", "issued": {"date-parts": [[2014], [2013]]}},
 {"id": "i", "type": "book", "issued": {"date-parts": [[2014]]}, "DOI": "10.1000/5"},
 {"id": "j", "type": "book", "issued": {"date-parts": [[2014]]}}
]"#;

const YAML: &str = "---\nreferences:\n- id: a\n  type: book\n  title: >-\n    A title of\n    two lines\n  author:\n  - family: Berg\n    given: Liv\n  issued:\n  - year: -1\n    season: 1\n  - year: 1\n    season: 2\n- id: b\n  type: webpage\n  title: 0000-21/0000-24\n  issued:\n  - literal: soon\n...\n";

#[test]
fn items_are_sources() {
    let told = told(Format::Csl, SMALL);
    assert_eq!(
        told.published(),
        [
            "2020-05-25 The visit",
            "2011-05-25~/2012-06~ About",
            "-0043-03-15 Old",
            "2014/.. Open",
            "2017-24 Winter",
            "- Words",
            "2019-02/2019-03 Raw",
            "2014 Backwards",
            "2014 https://doi.org/10.1000/5"
        ]
    );
    let first = told.sources()[0];
    assert_eq!((first.author.as_str(), first.publisher.as_str()), ("Berg, Liv; Staff", "The Paper"));
    assert_eq!((first.url.as_str(), first.language.as_str()), ("https://example.org/v", "en-gb"));
    assert_eq!(told.things[1].id.as_deref(), Some("2"));
    assert_eq!(told.problems(), ["6 date-unread", "8 end-before-start", "10 no-title"]);
}

#[test]
fn items_in_yaml_are_sources() {
    let told = told(Format::Csl, YAML);
    assert_eq!(told.published(), ["0000-21/0001-22 A title of two lines", "- 0000-21/0000-24"]);
    assert_eq!(told.sources()[0].author, "Berg, Liv");
    assert_eq!(told.problems(), ["2 date-unread"]);
}

#[test]
fn nothing_in_yaml_grows_or_nests_without_end() {
    let deep = format!("references:\n- issued: {}{}\n", "[".repeat(20_000), "]".repeat(20_000));
    let mut bomb = "references:\n- issued: &a0 [x, x]\n".to_owned();
    for level in 1..40 {
        bomb.push_str(&format!("- issued: &a{level} [*a{}, *a{}]\n", level - 1, level - 1));
    }
    for text in [deep, bomb] {
        let mut told = crate::support::Told::default();
        let read = exchange::import::read_text(
            Format::Csl,
            &text,
            &mut exchange::import::Out::new(&mut told, crate::support::today()),
        );
        assert!(read.is_err());
    }
}

#[test]
fn other_texts_are_no_items() {
    for text in [
        "",
        "{}",
        "[1]",
        "title: A\ndate: 2020",
        "---\ntitle: A page\n---\nissued: no",
        r#"{"type": "Feature", "title": 1, "features": []}"#,
    ] {
        assert_ne!(recognise(text), Some(Format::Csl), "{text}");
    }
}

#[test]
fn dates_of_many_forms() {
    let Some(told) = told_of(Format::Csl, "refs/bbt_date_export_360_811.csl.json") else {
        return;
    };
    let dates: Vec<String> = told
        .published()
        .iter()
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        dates,
        [
            "2011-05-25~/2012-06-26~",
            "2011-05-25~/2012-06-26~",
            "2011-05~",
            "2017-24~",
            "2011",
            "2017",
            "1985-21",
            "2017-23",
            "2011-05-25~/2012-06-26~",
            "2014-12-31/2015-01-01",
            "-",
            "2014-12-31/..",
            "2014-12-31",
            "-0333",
            "-0099-07-12/-0043-03-15"
        ]
    );
    assert!(told.faults.is_empty(), "{:?}", told.faults);

    let told = told_of(Format::Csl, "refs/bbt_season_ranges_860.csl.yml").unwrap();
    assert_eq!(
        told.published(),
        [
            "0000-21/0000-24 0000-21/0000-24",
            "-0011-21 -0011-21/-0012-22",
            "0011-21/0012-22 0011-21/0012-22",
            "-2011-21 -2011-21/-2012-22",
            "2017-22/2017-23 months out of range",
            "2017-23/2017-24 Season ranges: EDTF and literal"
        ]
    );
    assert_eq!(told.problems(), ["2 end-before-start", "4 end-before-start"]);
}

#[test]
fn libraries_of_the_corpus() {
    let Some(told) = told_of(Format::Csl, "refs/bbt_deterministic_1178.csl.json") else {
        return;
    };
    assert_eq!(told.sources().len(), 26);
    let paper = told.sources()[16];
    assert_eq!(
        (paper.publisher.as_str(), paper.published.as_ref().unwrap().as_str()),
        ("The Telegraph", "2016-08-21")
    );
    assert!(paper.title.starts_with("Caster Semenya wins 800 m: "), "{}", paper.title);
    assert_eq!(told.sources()[2].published.as_ref().unwrap().as_str(), "2016-06-01");

    let told = told_of(Format::Csl, "refs/bbt_csl_yaml_import.yml").unwrap();
    assert_eq!(told.sources().len(), 11);
    assert_eq!(told.published()[0], "0000-21/0000-24 0000-21/0000-24");
    assert!(
        told.published().contains(&"2016 Le Cinéma, art subversif".to_owned()),
        "{:?}",
        told.published()
    );
    assert!(
        told.published()
            .iter()
            .any(|line| line.starts_with("2014-12-31/2015-01-01 The physical volcanology"))
    );

    let told = told_of(Format::Csl, "refs/citationjs_bibjson.json").unwrap();
    assert_eq!(told.published()[0], "1939 On a family of symmetric Bernoulli convolutions");
    assert!(
        told.published()
            .contains(&"2006-06-21 Gitksan medicinal plants-cultural choice and efficacy".to_owned()),
        "{:?}",
        told.published()
    );
    assert_eq!(told.sources()[0].publisher, "American Journal of Mathematics");
    let erdos = told.sources().iter().filter(|source| source.author == "Erdo\u{308}s, Paul").count();
    assert_eq!(erdos, 4);
}

#[test]
fn damaged_items_do_no_harm() {
    damage(Format::Csl, SMALL);
    damage(Format::Csl, YAML);
    for file in ["refs/bbt_csl_yaml_import.yml", "refs/citationjs_bibjson.json"] {
        if let Some(text) = crate::support::text(file) {
            damage(Format::Csl, &text);
        }
    }
}
