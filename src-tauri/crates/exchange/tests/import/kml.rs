use crate::support::{Told, damage, text, told};
use domain::incoming::Format;

const KML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document><name>Visits</name>
<Style id="s"><IconStyle/></Style>
<Folder><name>Spring</name><TimeSpan><begin>2004-03</begin><end>2004-06</end></TimeSpan>
<Placemark id="p1"><name>Seoul</name><description><![CDATA[<b>Port</b> call]]></description><Point><coordinates>126.97,37.58,0</coordinates></Point></Placemark>
<Placemark><TimeStamp><when>2004-04-01T10:00:00Z</when></TimeStamp><MultiGeometry><LineString><coordinates> 1,2 3,4 </coordinates></LineString></MultiGeometry></Placemark>
</Folder>
<Placemark><name>Nowhere</name><Point><coordinates>1,95</coordinates></Point></Placemark>
<Placemark><name>Later</name><TimeSpan><begin>2004-05-01</begin></TimeSpan></Placemark>
<Placemark><name>Backwards</name><TimeSpan><begin>2004</begin><end>2003</end></TimeSpan></Placemark>
</Document></kml>"#;

#[test]
fn what_has_a_time_is_an_event_at_its_place() {
    let told = told(Format::Kml, KML);
    assert_eq!(
        told.lines(),
        [
            "2004-03/2004-05 Seoul",
            "2004-04-01T10:00:00Z Spring",
            "- Nowhere",
            "2004-05-01/.. Later",
            "2004 Backwards"
        ]
    );
    let place = told.events()[0].place.as_ref().unwrap();
    let at = place.coordinates.unwrap();
    assert_eq!((place.name.as_str(), at.latitude(), at.longitude()), ("Seoul", 37.58, 126.97));
    assert_eq!(
        (told.events()[0].summary.as_str(), told.things[0].id.as_deref(), told.things[0].row),
        ("Port call", Some("p1/Seoul/2004-03/2004-05/37.58, 126.97"), 6)
    );
    assert_eq!(told.problems(), ["9 off-the-globe", "9 no-date", "11 end-before-start"]);
}

fn file(name: &str) -> Option<Told> {
    text(&format!("geo/{name}")).map(|text| told(Format::Kml, &text))
}

#[test]
fn samples_come_out_as_they_are_meant() {
    let Some(told) = file("kmlsamples_time-stamp-point.kml") else {
        return;
    };
    assert_eq!((told.events().len(), told.faults.len()), (361, 0));
    let first = told.events()[0];
    let at = first.place.as_ref().unwrap().coordinates.unwrap();
    assert_eq!(
        (first.when.as_ref().unwrap().edtf.as_str(), at.latitude(), at.longitude()),
        ("2007-01-14T21:05:02Z", 37.86047, -122.536226)
    );
    for name in ["kmlsamples_time-span-overlay.kml", "kmlsamples_Time.Time_Spans.kml"] {
        let lines = file(name).unwrap().lines();
        assert_eq!(
            (lines.len(), lines[0].as_str(), lines[11].as_str()),
            (12, "2004-01 Blue Marble - Jan", "2004-12 Blue Marble - Dec")
        );
    }
    let lines = file("kmlsamples_time-inherits.kml").unwrap().lines();
    assert_eq!(
        (lines.len(), lines[1].as_str(), lines[5].as_str()),
        (6, "2004-10 Blue Marble - Oct", "2004-12 Blue Marble - Dec")
    );
    let lines = file("kmlsamples_Time.Time_Stamps.kml").unwrap().lines();
    assert_eq!(
        lines,
        [
            "2007-01-01 Points with TimeStamps",
            "2007-01-02 Points with TimeStamps",
            "2007-01-03 Points with TimeStamps"
        ]
    );
    let told = file("togeojson_timespan.kml").unwrap();
    assert_eq!(
        (
            told.lines(),
            told.events()[0].place.as_ref().unwrap().coordinates.unwrap().latitude()
        ),
        (vec!["0725/0733 1".to_owned()], 24.93583)
    );
    let told = file("togeojson_cdata.kml").unwrap();
    assert_eq!(
        (
            told.lines(),
            told.events()[0].place.as_ref().unwrap().coordinates.unwrap().longitude()
        ),
        (vec!["- Here is some text".to_owned()], -122.0822035425683)
    );
    assert_eq!(file("togeojson_multigeometry.kml").unwrap().lines(), ["- SF Marina Harbor Master"]);
}

#[test]
fn damaged_maps_do_no_harm() {
    damage(Format::Kml, KML);
}
