//! GEXF and GraphML.

use crate::support::{Told, damage, text, told};
use domain::incoming::{Format, IncomingTie, Problem, Thing};

const GEXF: &str = r#"<?xml version="1.0"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="edge" mode="dynamic"><attribute id="w" title="Weight" type="double"><default>1</default></attribute></attributes>
<nodes>
<node id="36088215458816001" label="Japan"/>
<node id="36088215458816002" label="Korea &amp; others"><nodes><node id="x"/></nodes></node>
</nodes>
<edges>
<edge id="1" source="36088215458816001" target="36088215458816002" label="Alliance"><spells><spell start="2004" end="2005-06-01"/><spell start="2010-01-01"/></spells>
<attvalues><attvalue for="w" value="2" start="2004" end="2005"/><attvalue for="w" value="INF" start="2011"/></attvalues></edge>
<edge id="2" source="36088215458816001" target="x" type="undirected" start="1246464700000" end="1246465600000"/>
<edge id="3" source="x" target="x"/>
<edge id="4" source="x" target="nobody" start="3" end="2"/>
</edges>
</graph>
</gexf>"#;

fn ties(told: &Told) -> Vec<&IncomingTie> {
    let ties = told
        .things
        .iter()
        .filter_map(|thing| if let Thing::Tie(tie) = &thing.thing { Some(&**tie) } else { None });
    ties.collect()
}

fn lines(told: &Told) -> Vec<String> {
    let start = |tie: &IncomingTie| tie.start.as_ref().map_or("-".to_owned(), ToString::to_string);
    ties(told)
        .iter()
        .map(|tie| format!("{} {} {}", start(tie), tie.end, tie.title))
        .collect()
}

fn actors(told: &Told) -> Vec<(&str, &str)> {
    let actors = told.things.iter().filter_map(|thing| match &thing.thing {
        Thing::Actor(party) => Some((party.id.as_deref().unwrap(), party.name.as_str())),
        _ => None,
    });
    actors.collect()
}

#[test]
fn nodes_are_actors_and_every_spell_of_an_edge_is_a_tie() {
    let told = told(Format::Gexf, GEXF);
    assert_eq!(
        actors(&told),
        [("36088215458816001", "Japan"), ("36088215458816002", "Korea & others"), ("x", "x")]
    );
    assert_eq!(
        lines(&told),
        [
            "2004 2005-06-01 Alliance",
            "2010-01-01 ongoing Alliance",
            "2009-07-01T16:11:40Z 2009-07-01T16:26:40Z Japan – x",
            "- unknown x – nobody",
        ]
    );
    let ties = ties(&told);
    assert_eq!(
        (ties[0].mutual, ties[2].mutual, ties[0].from.id.as_deref()),
        (false, true, Some("36088215458816001"))
    );
    assert_eq!(
        (ties[0].summary.as_str(), ties[1].summary.as_str(), ties[2].summary.as_str()),
        ("Weight: 2 (2004/2005)", "Weight: INF (2011/..)", "Weight: 1")
    );
    assert_eq!(
        told.problems(),
        ["13 nothing-to-keep", "14 date-unread", "14 end-unread", "14 points-nowhere"]
    );
}

#[test]
fn graphml_takes_names_from_its_keys() {
    let told = told(
        Format::GraphMl,
        r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="all" attr.name="label" attr.type="string"/>
<key id="s" for="edge" attr.name="valid_from"/><key id="e" for="edge" attr.name="valid_to"/>
<key id="t" for="edge" attr.name="treaty"><default>none</default></key>
<graph edgedefault="undirected">
<node id="a"><data key="l"><![CDATA[North & South]]></data><graph id="in"><node id="c"/></graph></node><node id="b"/>
<edge source="a" target="b"><data key="l">Pact</data><data key="s">1953</data><data key="e">1961-07-06</data></edge>
<edge id="e2" source="b" target="c" directed="true"/>
</graph></graphml>"#,
    );
    assert_eq!(actors(&told), [("a", "North & South"), ("c", "c"), ("b", "b")]);
    assert_eq!(lines(&told), ["1953 1961-07-06 Pact", "- ongoing b – c"]);
    assert_eq!(
        (ties(&told)[0].mutual, ties(&told)[1].mutual, ties(&told)[1].summary.as_str()),
        (true, false, "treaty: none")
    );
}

/// What a file says of its nodes.
fn said(told: &Told) -> &str {
    let note = told
        .things
        .iter()
        .find_map(|thing| if let Thing::Note(note) = &thing.thing { Some(note) } else { None });
    &note.unwrap().body
}

fn file(format: Format, name: &str) -> Option<Told> {
    text(&format!("graph/{name}")).map(|text| told(format, &text))
}

#[test]
fn graphs_of_others_come_out_whole() {
    let Some(told) = file(Format::Gexf, "twitter-jan25-stream.gexf") else {
        return;
    };
    assert_eq!((actors(&told).len(), ties(&told).len()), (200, 170));
    assert!(actors(&told).contains(&("145619111", "houbaka")));
    let edge = told
        .things
        .iter()
        .find(|thing| thing.id.as_deref().is_some_and(|id| id.starts_with("36088215458816001: ")))
        .unwrap();
    let Thing::Tie(tie) = &edge.thing else { panic!("no tie") };
    assert_eq!(
        (tie.from.id.as_deref(), tie.to.id.as_deref(), tie.mutual),
        (Some("145619111"), Some("59223509"), false)
    );
    assert_eq!(tie.summary, "weight: 1.0");
    let told = file(Format::Gexf, "ht2009_15min.gexf").unwrap();
    assert_eq!((actors(&told).len(), ties(&told).len(), told.faults.len()), (15, 66, 0));
    assert!(actors(&told).contains(&("1026", "1026")));
    let tie = ties(&told).into_iter().find(|tie| tie.title == "1044-1049").unwrap();
    assert_eq!(
        format!("{} {}", tie.start.as_ref().unwrap(), tie.end),
        "2009-07-01T16:11:40Z 2009-07-01T16:26:40Z"
    );
    assert!(
        tie.summary.contains("Weight: 1 (2009-07-01T16:11:40Z/2009-07-01T16:26:40Z)"),
        "{}",
        tie.summary
    );
    let told = file(Format::GraphMl, "airlines.graphml").unwrap();
    assert_eq!((actors(&told).len(), ties(&told).len()), (235, 2_101));
    assert!(ties(&told).iter().all(|tie| tie.mutual));
    assert!(said(&told).contains("tooltip: LIT(lngx=-92.224444,laty=34.729444)"));
    let told = file(Format::GraphMl, "football.graphml").unwrap();
    assert_eq!((actors(&told).len(), ties(&told).len()), (115, 613));
    assert!(said(&told).contains("- n0: partition: 9\n"));
}

#[test]
fn small_graphs_come_out_as_they_are_meant() {
    let Some(told) = file(Format::Gexf, "gephi_data.gexf") else {
        return;
    };
    assert_eq!((actors(&told), told.count(Problem::NothingToKeep)), (vec![("0", "Node1")], 1));
    assert_eq!(said(&told), "- Node1: url: http://gephi.org; indegree: 1; valid: true\n");
    let told = file(Format::Gexf, "gephi_dynamicedgeweight.gexf").unwrap();
    assert_eq!(
        (ties(&told)[0].title.as_str(), ties(&told)[0].summary.as_str()),
        ("Hello – Word", "Weight: 1 (2004)\nWeight: 2 (2005)")
    );
    let told = file(Format::Gexf, "gephi_slice.gexf").unwrap();
    assert_eq!(
        (lines(&told), ties(&told)[0].summary.as_str()),
        (vec!["2007 2007 Node 1 – Node 2".to_owned()], "weight: 2")
    );
    assert!(said(&told).contains("- Node 1: Price: 12\n"), "{}", said(&told));
    let told = file(Format::Gexf, "gephi_infinity.gexf").unwrap();
    assert_eq!(
        (actors(&told), said(&told)),
        (vec![("0", "0")], "- 0: positive: INF; negative: -INF\n")
    );
    let told = file(Format::GraphMl, "gephi_cdata.graphml").unwrap();
    assert_eq!(
        (actors(&told), ties(&told)[0].title.as_str()),
        (vec![("n0", "foo"), ("n1", "bar")], "foobar")
    );
}

#[test]
fn damaged_graphs_do_no_harm() {
    damage(Format::Gexf, GEXF);
    if let Some(text) = text("graph/gephi_cdata.graphml") {
        damage(Format::GraphMl, &text);
    }
}
