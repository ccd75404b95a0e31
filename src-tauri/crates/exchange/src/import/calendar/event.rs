//! One occurrence → an event.

use chrono::{NaiveDate, TimeDelta};
use domain::{
    event::When,
    incoming::{IncomingEvent, IncomingPlace, IncomingSource},
    link::LinkKind,
    place::Coordinates,
    status::Status,
};

use super::components::Component;
use super::times::{Time, lasting};
use crate::import::words;

/// So many topics of one event are read.
const MOST_TOPICS: usize = 100;

/// What an event says, whenever it happens.
pub(super) fn event(component: &Component) -> IncomingEvent {
    let summary = words::plain(&component.text("DESCRIPTION"));
    let url = component.first("URL").and_then(|url| words::web(&url.value));
    IncomingEvent {
        title: words::titled(&component.text("SUMMARY"), &summary),
        status: stated(component),
        place: place(component),
        topics: topics(component),
        summary,
        source: url.map(|url| IncomingSource {
            url,
            ..IncomingSource::default()
        }),
        links: links(component),
        ..IncomingEvent::default()
    }
}

/// The event at a time. What is still to come is on the calendar, and so scheduled.
pub(super) fn at(event: &IncomingEvent, time: Time, length: TimeDelta, today: NaiveDate) -> IncomingEvent {
    let mut event = event.clone();
    event.when = lasting(time, length).map(When::on);
    if event.status.is_none() && time.day() > today {
        event.status = Some(Status::Scheduled);
    }
    event
}

fn stated(component: &Component) -> Option<Status> {
    match component.text("STATUS").trim().to_ascii_uppercase().as_str() {
        "CANCELLED" => Some(Status::Cancelled),
        "TENTATIVE" => Some(Status::Announced),
        _ => None,
    }
}

fn place(component: &Component) -> Option<IncomingPlace> {
    let coordinates = component.first("GEO").and_then(|geo| {
        let (latitude, longitude) = geo.value.split_once(';')?;
        Coordinates::new(latitude.trim().parse().ok()?, longitude.trim().parse().ok()?).ok()
    });
    words::place(&component.text("LOCATION"), coordinates)
}

fn topics(component: &Component) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for topic in component
        .values("CATEGORIES")
        .iter()
        .flat_map(|property| property.texts())
        .take(MOST_TOPICS)
    {
        let topic = words::line(&topic);
        if !topic.is_empty() && !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

/// What it is related to came before it; a child says the same of its parent itself.
fn links(component: &Component) -> Vec<(LinkKind, String)> {
    let related = component.values("RELATED-TO");
    let earlier = related.iter().filter(|property| property.parameter("RELTYPE") != Some("CHILD"));
    earlier
        .map(|property| (LinkKind::FollowsUp, property.text().trim().to_owned()))
        .collect()
}
