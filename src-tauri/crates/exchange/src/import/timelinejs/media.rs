//! What stands beside an event: the page that tells of it is its source; a picture, film or map is mentioned.

use domain::incoming::IncomingSource;
use serde_json::Value;

use crate::import::{json, words};

/// Where what is shown is a picture, a film, a sound or a map, and not a page that says something.
const SHOWS: [&str; 16] = [
    "youtube.com",
    "youtu.be",
    "vimeo.com",
    "dailymotion.com",
    "vine.co",
    "soundcloud.com",
    "spotify.com",
    "flickr.com",
    "flic.kr",
    "instagram.com",
    "imgur.com",
    "giphy.com",
    "maps.google.com",
    "openstreetmap.org",
    "storymap.knightlab.com",
    "upload.wikimedia.org",
];

const ENDINGS: [&str; 14] = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "tif", "mp3", "wav", "m4a", "mp4", "webm", "ogg",
];

#[derive(Default)]
pub(super) struct Media {
    pub source: Option<IncomingSource>,
    /// A paragraph for the summary.
    pub mention: String,
}

pub(super) fn read(media: &Value) -> Media {
    let written = ["url", "media"]
        .iter()
        .map(|key| json::written(media, key))
        .find(|url| !url.is_empty())
        .unwrap_or_default();
    let [caption, credit] = ["caption", "credit"].map(|key| words::line(&words::plain(&json::written(media, key))));
    if let Some(url) = words::web(&written).filter(|url| is_page(url)) {
        let source = IncomingSource {
            title: caption,
            publisher: credit,
            url,
            ..IncomingSource::default()
        };
        return Media {
            source: Some(source),
            mention: String::new(),
        };
    }
    // A piece of HTML, such as a quotation, is put there by its words.
    let shown = words::line(&words::plain(&written));
    let parts: Vec<String> = [caption, shown, credit].into_iter().filter(|part| !part.is_empty()).collect();
    Media {
        source: None,
        mention: parts.join("; "),
    }
}

fn is_page(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return false };
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.");
    let shows = SHOWS
        .iter()
        .any(|shows| host == *shows || host.strip_suffix(shows).is_some_and(|rest| rest.ends_with('.')));
    let ending = url
        .path()
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default();
    let map = host.starts_with("google.") && url.path().starts_with("/maps");
    !shows && !map && !ENDINGS.contains(&ending.as_str())
}
