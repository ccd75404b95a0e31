use domain::{
    actor::ActorKind,
    incoming::{Format, IncomingTenure, Problem},
};
use exchange::import::recognise;

use crate::support::{damage, told, told_of};

const SMALL: &str = r#"{"entities": {
 "Q1": {"type": "item", "id": "Q1", "labels": {"en": {"language": "en", "value": "Liv Berg"}, "ru": {"language": "ru", "value": "Лив Берг"}},
  "aliases": {"en": [{"language": "en", "value": "L. Berg"}]},
  "claims": {
   "P31": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}],
   "P27": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q20"}}}, "rank": "normal"}],
   "P569": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"time": "+1960-00-00T00:00:00Z", "precision": 9}}}}],
   "P39": [
    {"id": "s1", "rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q2"}}},
     "qualifiers": {"P580": [{"snaktype": "value", "datavalue": {"value": {"time": "+1995-01-01T00:00:00Z", "precision": 9}}}],
      "P582": [{"snaktype": "value", "datavalue": {"value": {"time": "+1997-03-01T00:00:00Z", "precision": 10}}}]}},
    {"id": "s2", "rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q9"}}},
     "qualifiers": {"P580": [{"snaktype": "value", "datavalue": {"value": {"time": "+1990-00-00T00:00:00Z", "precision": 8}}}], "P582": [{"snaktype": "somevalue"}]}},
    {"id": "s3", "rank": "deprecated", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q2"}}}},
    {"id": "s4", "rank": "normal", "mainsnak": {"snaktype": "somevalue"}}]}},
 "Q2": {"type": "item", "id": "Q2", "labels": {"en": {"language": "en", "value": "acting minister"}}, "claims": {}},
 "Q20": {"type": "item", "id": "Q20", "labels": {"en": {"language": "en", "value": "Norway"}}}
}}"#;

fn line(tenure: &IncomingTenure) -> String {
    let start = tenure.start.as_ref().map_or("-".to_owned(), ToString::to_string);
    format!("{} of {} {start} {}", tenure.post, tenure.of.name, tenure.end)
}

#[test]
fn offices_are_tenures_as_exact_as_they_are_known() {
    let told = told(Format::Wikidata, SMALL);
    let tenures: Vec<String> = told.tenures().into_iter().map(line).collect();
    assert_eq!(tenures, ["acting minister of Norway 1995 1997-03", "Q9 of Norway 199X unknown"]);
    assert!(told.tenures()[0].acting);
    let liv = told.actor("Q1");
    assert_eq!(
        (liv.name.as_str(), liv.kind, liv.other_names.as_slice()),
        (
            "Liv Berg",
            Some(ActorKind::Person),
            ["Лив Берг".to_owned(), "L. Berg".to_owned()].as_slice()
        )
    );
    assert_eq!(told.note("Q1#note").body, "Born: 1960");
    assert_eq!(told.problems(), ["1 points-nowhere", "1 nothing-to-keep"]);
}

#[test]
fn other_json_is_no_entity() {
    for text in ["{}", r#"{"entities": {}}"#, r#"{"type": "item", "name": "x"}"#] {
        assert_ne!(recognise(text), Some(Format::Wikidata), "{text}");
    }
}

#[test]
fn a_president_of_the_corpus() {
    let Some(told) = told_of(Format::Wikidata, "office/wikidata_q7747.json") else {
        return;
    };
    assert_eq!(told.actor("Q7747").name, "Vladimir Putin");
    let tenures: Vec<String> = told.tenures().into_iter().map(line).collect();
    assert_eq!(tenures.len(), 21, "the deprecated one is left out");
    let has = |start: &str| tenures.iter().any(|tenure| tenure.starts_with(start));
    for expected in ["2012-05-07 ongoing", "2000-05-07 2008-05-07", "1999-12-31 2000-05-07", "1995 1997"] {
        assert!(tenures.iter().any(|tenure| tenure.ends_with(expected)), "{expected}: {tenures:?}");
    }
    assert!(has("Q218295 of ") && !has("Q2350808"), "{tenures:?}");
    assert_eq!(tenures.iter().filter(|tenure| tenure.ends_with(" - ongoing")).count(), 5);
    assert_eq!(told.count(Problem::DateUnread), 0);
}

#[test]
fn damaged_entities_do_no_harm() {
    damage(Format::Wikidata, SMALL);
}
