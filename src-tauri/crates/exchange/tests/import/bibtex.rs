use domain::incoming::{Format, Problem};
use exchange::import::recognise;

use crate::support::{damage, told, told_of};

const SMALL: &str = r#"% a library
@string{jp = "Journal of Plain" # " Things"}
@string{loop = loop}
@comment{groups}
@article{berg2020,
  title = {On {{NATO}} and \"Osterreich},
  subtitle = {A Study},
  author = {Berg, Liv and {Barnes and Noble} and Jean de la Fontaine},
  journal = jp,
  year = 2020, month = aug,
  doi = {10.1000/1},
  langid = {english},
}
@online{x1, title = {Old}, date = {199u}, url = {https://example.org/a_b}, urldate = {2020-01-01}}
@book{x2, author = {Plato}, date = {-0349~}}
@nameonly{x3, author = {Plato}}
@book{x4, title = {Odd}, year = {in press}, journal = loop}
@book{x5, title = {Broken, year = 2001
@book{x6, title = {Whole}, date = {2001}}
"#;

#[test]
fn entries_are_sources() {
    let told = told(Format::BibTex, SMALL);
    assert_eq!(
        told.published(),
        [
            "2020-08 On NATO and Österreich: A Study",
            "199X Old",
            "-0349~ Plato (-0349~)",
            "- Odd",
            "2001 Whole"
        ]
    );
    let first = told.sources()[0];
    assert_eq!(first.author, "Berg, Liv; Barnes and Noble; de la Fontaine, Jean");
    assert_eq!(
        (first.publisher.as_str(), first.url.as_str()),
        ("Journal of Plain Things", "https://doi.org/10.1000/1")
    );
    assert_eq!(first.language, "en");
    assert_eq!(told.sources()[1].url, "https://example.org/a_b");
    assert_eq!(told.problems(), ["4 no-title", "5 date-unread", "6 malformed"]);
}

#[test]
fn other_texts_are_no_bibliography() {
    for text in [
        "",
        "a@b.example wrote {that}",
        "@media screen { a, b }",
        "@import url(x.css);",
        "{\"@type\": 1}",
    ] {
        assert_ne!(recognise(text), Some(Format::BibTex), "{text}");
    }
}

#[test]
fn nothing_nests_without_end() {
    let deep = format!("@book{{a, title = {{{}x{}}}}}", "\\a{".repeat(50_000), "}".repeat(50_000));
    assert_eq!(told(Format::BibTex, &deep).sources().len(), 1);
    let own = "@book{a, title = {A}, crossref = {a}, xdata = {a}}";
    assert_eq!(told(Format::BibTex, own).sources().len(), 1);
}

#[test]
fn dates_of_many_forms() {
    let Some(told) = told_of(Format::BibTex, "refs/bbt_edtf_dates_590.biblatex") else {
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
            "2016-07-18T20:26:06",
            "199X",
            "1273%",
            "19XX",
            "1999-XX",
            "Y-51234",
            "1999-01-XX",
            "1999-XX-XX",
            "2016-07-18T20:26:06+10:00",
            "2016-07-18T20:26:06Z",
            "-0876",
            "Y52000",
            "1723~",
            "1723?",
            "1723%",
            "1988/1992",
            "2017-10-28T04:44:00",
            "2004-22",
            "/2006",
            "2004-06-01/",
            "199X",
            "19XX",
            "1999-XX",
            "1999-01-XX",
            "1999-XX-XX",
            "2004-01-01/..",
            "../2004-01-01"
        ]
    );
    let first = told.sources()[0];
    assert_eq!(first.title, "Turkey Divided between Secular and Islamist Rule");
    assert_eq!(
        (first.publisher.as_str(), first.author.as_str(), first.language.as_str()),
        ("ABC News", "Barker1, Anne", "en-AU")
    );
    assert!(first.url.starts_with("http://www.abc.net.au/news/2016-07-18/"));
    assert_eq!(told.things[0].id.as_deref(), Some("barker1_2016_turkey"));
}

#[test]
fn libraries_of_the_corpus() {
    let Some(told) = told_of(Format::BibTex, "refs/bbt_year1000_515.biblatex") else {
        return;
    };
    assert_eq!(
        told.published(),
        ["2016-06-06T15:26:37+10:00 Swiss Voters Say No to Guaranteed Free Money"]
    );

    let told = told_of(Format::BibTex, "refs/bbt_article_entrysubtype.bib").unwrap();
    let article = told.sources()[0];
    assert_eq!(
        (
            article.published.as_ref().unwrap().as_str(),
            article.publisher.as_str(),
            article.language.as_str()
        ),
        ("2016-03-31", "Ynet", "he")
    );
    assert_eq!(article.author, "גל, ד\"ר איתי");
    assert!(article.title.starts_with("\"בשורה לנשים\""), "{}", article.title);

    let told = told_of(Format::BibTex, "refs/bbt_jabref_groups_1730.bib").unwrap();
    assert_eq!(told.sources().len(), 4);
    assert!(
        told.sources()
            .iter()
            .all(|source| source.published.as_ref().unwrap().as_str().starts_with("2020"))
    );
    assert_eq!(told.sources()[3].published.as_ref().unwrap().as_str(), "2020-08");

    let told = told_of(Format::BibTex, "refs/bbt_plus_field_2660.bib").unwrap();
    assert_eq!(
        told.things
            .iter()
            .map(|thing| thing.row)
            .chain(told.faults.iter().map(|fault| fault.row))
            .max(),
        Some(283)
    );
    assert_eq!(
        (told.count(Problem::Malformed), told.count(Problem::DateUnread)),
        (0, 0),
        "{:?}",
        told.faults
    );
    assert_eq!(told.sources().len() + told.count(Problem::NoTitle), 283);
    assert_eq!(told.sources()[0].title, "Author, A. A.; Author, B. B. (2014)");
}

#[test]
fn damaged_libraries_do_no_harm() {
    damage(Format::BibTex, SMALL);
    if let Some(text) = crate::support::text("refs/bbt_jabref_groups_1730.bib") {
        damage(Format::BibTex, &text);
    }
}
