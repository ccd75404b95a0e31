use crate::support::{Told, corpus, damage, told};
use domain::{
    event::Role,
    incoming::{Format, Problem, Thing},
};
use exchange::import::{Out, look, read};
use std::io::{Cursor, Read};

const SMALL: &str = r#"{"entities": [
 {"guid": "p", "name": "Envoy", "entityType": "T1"}, {"guid": "w", "name": "Clerk", "entityType": "T1"}, {"guid": "c", "name": "Geneva", "entityType": "T2"}],
 "template": {
  "types": [{"guid": "T1", "name": "Person", "icon": "person", "roles": [{"guid": "r1", "name": "Participant"}, {"guid": "r2", "name": "Witness"}]},
            {"guid": "T2", "name": "Place", "icon": "map", "roles": []}],
  "properties": [{"guid": "d", "name": "Description", "type": "multitext"}, {"guid": "b", "name": "Complete", "type": "boolean"}],
  "rangeProperties": [{"guid": "date", "calendar": {"hoursInDay": 24, "eras": [{"hasLeapYears": false}, {"hasLeapYears": true}],
    "months": [{"normalDuration": 31}, {"normalDuration": 28}, {"normalDuration": 31}, {"normalDuration": 30}, {"normalDuration": 31}, {"normalDuration": 30},
               {"normalDuration": 31}, {"normalDuration": 31}, {"normalDuration": 30}, {"normalDuration": 31}, {"normalDuration": 30}, {"normalDuration": 31}]}}]},
 "events": [
  {"guid": "e1", "displayId": "7", "title": "Talks", "tags": ["Trade"], "values": [{"property": "d", "value": "They met."}, {"property": "b", "value": "1"}],
   "rangeValues": [{"rangeProperty": "date", "position": {"precision": "day", "timestamp": 60971184000}, "span": {"days": 2}}],
   "relationships": [{"entity": "p", "role": "r1"}, {"entity": "w", "role": "r2"}, {"entity": "c", "role": "x"}, {"entity": "gone", "role": "r1"}]},
  {"guid": "e2", "title": "Elsewhere", "rangeValues": [{"rangeProperty": "other", "position": {"precision": "day", "timestamp": 5}}]},
  {"guid": "e3", "title": "Some day", "rangeValues": []},
  {"guid": "e4", "title": "", "values": []}
 ]}"#;

#[test]
fn events_have_their_people_places_and_dates() {
    let told = told(Format::AeonTimeline, SMALL);
    assert_eq!(told.lines(), ["1933-02-07/1933-02-08 Talks", "- Elsewhere", "- Some day"]);
    assert_eq!(told.problems(), ["1 points-nowhere", "2 date-unread", "3 no-date", "4 no-title"]);
    let talks = told.event("e1");
    let parties: Vec<_> = talks.parties.iter().map(|party| (party.name.as_str(), party.role)).collect();
    assert_eq!(parties, [("Envoy", Role::Party), ("Clerk", Role::Mentioned)]);
    assert_eq!(
        (talks.summary.as_str(), talks.locator.as_str(), talks.topics.as_slice()),
        ("They met.", "7", ["Trade".to_owned()].as_slice())
    );
    assert_eq!(talks.place.as_ref().unwrap().name, "Geneva");
    assert_eq!(told.actor("p").name, "Envoy");
}

fn file(name: &str) -> Option<Told> {
    let bytes = corpus(&format!("import/aeon/{name}"))?;
    let open = move || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Read>);
    let plan = look(&open, &|_| None, crate::support::today()).unwrap();
    assert_eq!(plan.format, Format::AeonTimeline);
    let mut told = Told::default();
    read(&open, &plan, &mut Out::new(&mut told, crate::support::today())).unwrap();
    Some(told)
}

#[test]
fn files_of_the_program_come_out_as_they_are_meant() {
    let Some(told) = file("aeon_normal.aeonzip") else { return };
    assert_eq!((told.events().len(), told.faults.len()), (94, 0));
    let event = told.events().into_iter().find(|event| event.locator == "23").unwrap();
    assert_eq!(event.when.as_ref().unwrap().edtf.as_str(), "1933-02-07T00:00:00");
    let stories: std::collections::BTreeSet<_> = told.events().iter().flat_map(|event| event.topics.clone()).collect();
    let people = told.things.iter().filter(|thing| matches!(thing.thing, Thing::Actor(_))).count();
    assert!(people == 15 && stories.len() > 16, "{people} {stories:?}");
    // Its years all have 365 days: no day of ours answers to them.
    let told = file("aeon_zodiac_zodiac.aeonzip").unwrap();
    assert_eq!(told.lines(), ["- Begin of History", "- End of History"]);
    assert_eq!(
        (told.count(Problem::DateUnread), told.faults[0].value.as_str()),
        (2, "-31346784000")
    );
}

#[test]
fn damaged_files_do_no_harm() {
    damage(Format::AeonTimeline, SMALL);
}
