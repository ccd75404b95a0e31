use domain::{
    actor::ActorKind,
    incoming::{Format, IncomingTenure, Problem},
};
use exchange::import::recognise;

use crate::support::{damage, told, told_of};

const SMALL: &str = r#"{
 "persons": [{"id": "p1", "name": "Liv Berg", "other_names": [{"name": "Liv B."}], "birth_date": "1960"}, {"id": "p2", "name": ""}],
 "organizations": [{"id": "o1", "name": "Storting", "classification": "legislature"}, {"id": "-", "name": "-"}, {"id": "o2", "name": "Venstre"}],
 "posts": [{"id": "speaker", "label": "Speaker"}],
 "areas": [{"id": "a1", "name": "Bergen"}],
 "events": [{"id": "t1", "name": "2001-2005", "classification": "legislative period", "start_date": "2001", "end_date": "2005-09-30"},
  {"id": "e1", "name": "Election of 2001", "classification": "general election", "start_date": "2001", "end_date": "2001"}],
 "memberships": [
  {"person_id": "p1", "organization_id": "o1", "legislative_period_id": "t1", "role": "member", "area_id": "a1", "on_behalf_of_id": "o2"},
  {"person_id": "p1", "organization_id": "o1", "legislative_period_id": "t1", "post_id": "speaker", "start_date": "2003-02-01", "on_behalf_of_id": "-"},
  {"person_id": "p9", "organization_id": "o1"},
  {"person_id": "p1", "organization_id": "o1", "role": "member", "start_date": "2004", "end_date": "2003"}]}"#;

fn line(tenure: &IncomingTenure) -> String {
    let start = tenure.start.as_ref().map_or("-".to_owned(), ToString::to_string);
    format!("{} {} {start} {}", tenure.holder.name, tenure.post, tenure.end)
}

#[test]
fn tenures_have_the_dates_of_their_term() {
    let told = told(Format::Popolo, SMALL);
    let tenures: Vec<String> = told.tenures().into_iter().map(line).collect();
    assert_eq!(
        tenures,
        [
            "Liv Berg member (Bergen) 2001 2005-09-30",
            "Liv Berg Speaker 2003-02-01 2005-09-30",
            "Liv Berg member 2004 unknown"
        ]
    );
    let [party] = told.ties()[..] else { panic!() };
    assert_eq!(
        (party.to.name.as_str(), party.start.as_ref().unwrap().as_str()),
        ("Venstre", "2001")
    );
    assert_eq!(told.lines(), ["2001 Election of 2001"]);
    assert_eq!(told.event("e1").kind.as_deref(), Some("election"));
    assert_eq!(
        (told.actor("p1").kind, told.actor("o1").kind),
        (Some(ActorKind::Person), Some(ActorKind::Organisation))
    );
    assert_eq!(told.note("p1#note").body, "Born: 1960");
    assert_eq!(
        told.problems(),
        ["2 no-title", "2 no-title", "3 points-nowhere", "4 end-before-start"]
    );
}

#[test]
fn other_json_is_no_popolo() {
    for text in ["{}", r#"{"people": []}"#, r#"[{"persons": 3}]"#] {
        assert_ne!(recognise(text), Some(Format::Popolo), "{text}");
    }
}

#[test]
fn parliaments_of_the_corpus() {
    let Some(told) = told_of(Format::Popolo, "popolo/burundi-ep-popolo-v1.0.json") else {
        return;
    };
    assert_eq!(told.tenures().len(), 227);
    assert_eq!(told.actors()[0].name, "AHINGEJEJE Alfred");
    let third = told.tenures()[2];
    assert!(third.post.ends_with("(NGOZI)"), "{}", third.post);
    assert_eq!(
        (third.start.as_ref().unwrap().as_str(), third.end.to_string().as_str()),
        ("2015-07-27", "ongoing")
    );
    assert_eq!(told.ties()[2].to.name, "ABIGENGA MIZERO Y’ABARUNDI");
    let first = told.tenures()[0];
    assert_eq!(
        (first.start.as_ref().unwrap().as_str(), first.end.to_string().as_str()),
        ("2010", "2015-04-30")
    );
    assert_eq!(told.lines()[0], "1954 Burundian parliamentary election, 1954");
    assert_eq!(told.events().len(), 9);

    let told = told_of(Format::Popolo, "popolo/zimbabwe-senate-ep-popolo-v1.0.json").unwrap();
    assert_eq!((told.tenures().len(), told.count(Problem::PointsNowhere)), (68, 0));
    assert!(
        told.tenures()
            .iter()
            .all(|tenure| tenure.start.as_ref().unwrap().as_str() == "2013-09-17" && tenure.end.to_string() == "ongoing")
    );
    assert_eq!(told.actors()[0].name, "Address Matiirira");

    let told = told_of(Format::Popolo, "popolo/kenya-ep-popolo-v1.0.json").unwrap();
    assert_eq!(told.tenures().len(), 40);
    assert!(
        told.tenures()
            .iter()
            .any(|tenure| tenure.start.as_ref().is_some_and(|start| start.as_str() == "2014-08-11"))
    );
    assert_eq!(
        told.tenures()
            .iter()
            .filter(|tenure| tenure.post.contains("Representative"))
            .count(),
        7
    );
    assert_eq!(
        (told.events().len(), told.lines()[0].as_str()),
        (22, "1924 Kenyan legislative election, 1924")
    );
}

#[test]
fn damaged_parliaments_do_no_harm() {
    damage(Format::Popolo, SMALL);
    if let Some(text) = crate::support::text("popolo/zimbabwe-senate-ep-popolo-v1.0.json") {
        damage(Format::Popolo, &text);
    }
}
