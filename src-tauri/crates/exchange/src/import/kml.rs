//! KML: what has a time is an event at its place. Longitude comes first; the time and the name of a folder are those of what is in it.

use domain::{
    Edtf,
    edtf::Precision,
    event::When,
    incoming::{IncomingEvent, Problem},
    place::Coordinates,
};

use super::xml::{Element, Piece, Tree, Walk, begins_with};
use super::{ImportError, Out, Stopped, dates, words};

const FEATURES: [&str; 4] = ["Placemark", "GroundOverlay", "PhotoOverlay", "ScreenOverlay"];

/// Folders in folders beyond this have the name and time of the one they are in.
const DEEPEST: usize = 100;

pub(super) fn is(start: &str) -> bool {
    begins_with(start, "kml")
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let mut walk = Walk::new(text);
    let mut folders = Folders::default();
    while let Some(piece) = walk.next()? {
        match piece {
            Piece::Open(element) => folders.open(element, &mut walk, out)?,
            Piece::Close => folders.close(),
            Piece::Text(_) => {}
        }
    }
    Ok(())
}

/// Those that are open, the innermost last.
#[derive(Default)]
struct Folders {
    open: Vec<Folder>,
    /// How many more are open.
    beyond: u64,
}

/// A document or folder, with what it has from the one it is in.
#[derive(Clone, Default)]
struct Folder {
    name: String,
    time: Option<TimeOf>,
}

impl Folders {
    fn open(&mut self, element: Element, walk: &mut Walk, out: &mut Out<'_>) -> Result<(), ImportError> {
        match element.name.as_str() {
            "kml" | "Document" | "Folder" if self.open.len() >= DEEPEST => self.beyond += 1,
            "kml" | "Document" | "Folder" => self.open.push(self.open.last().cloned().unwrap_or_default()),
            name if FEATURES.contains(&name) => {
                let tree = walk.tree(element)?;
                tell(&tree, self.open.last().unwrap_or(&Folder::default()), out)?;
            }
            _ => {
                let tree = walk.tree(element)?;
                let Some(folder) = self.open.last_mut() else { return Ok(()) };
                match tree.element.name.as_str() {
                    "name" => folder.name = words::line(&tree.text),
                    "TimeSpan" | "TimeStamp" => folder.time = Some(TimeOf::of(&tree)),
                    // What it leads to is in another file.
                    "NetworkLink" => out.fault(tree.element.row, "NetworkLink", tree.text_of("name"), Problem::NothingToKeep)?,
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.open.pop();
        }
    }
}

/// The words of a TimeSpan or TimeStamp.
#[derive(Clone)]
struct TimeOf {
    begin: String,
    end: String,
}

impl TimeOf {
    fn of(tree: &Tree) -> Self {
        let at = tree.text_of("when");
        let or = |name: &str| tree.child(name).map_or(at, |child| child.text.trim()).to_owned();
        Self {
            begin: or("begin"),
            end: or("end"),
        }
    }

    fn read(&self, row: u64, out: &mut Out<'_>) -> Result<Option<Edtf>, Stopped> {
        let (begin, end) = (dates::iso(&self.begin), dates::iso(&self.end));
        if begin.is_none() && !self.begin.is_empty() {
            out.fault(row, "begin", &self.begin, Problem::DateUnread)?;
        }
        if end.is_none() && !self.end.is_empty() && self.end != self.begin {
            out.fault(row, "end", &self.end, Problem::EndUnread)?;
        }
        Ok(match (begin, end) {
            (Some(begin), Some(end)) => match last(&begin, &end).and_then(|last| dates::interval(&begin, &last)) {
                Some(interval) => Some(interval),
                None => {
                    out.fault(row, "end", &self.end, Problem::EndBeforeStart)?;
                    Some(begin)
                }
            },
            (Some(begin), None) if self.end.is_empty() => Edtf::parse(&format!("{begin}/..")).ok(),
            (Some(begin), None) => Some(begin),
            (None, Some(end)) => Edtf::parse(&format!("../{end}")).ok(),
            (None, None) => None,
        })
    }
}

/// The last month or day of a span, which ends where the next begins. Years are written as people say them: 725 to 733.
fn last(begin: &Edtf, end: &Edtf) -> Option<Edtf> {
    if begin == end {
        return Some(end.clone());
    }
    if begin.precision() != Precision::Month || end.precision() != Precision::Month {
        return Some(end.clone());
    }
    let before = end.earliest()?.date()?.pred_opt()?;
    Edtf::parse(&before.format("%Y-%m").to_string()).ok()
}

fn tell(tree: &Tree, folder: &Folder, out: &mut Out<'_>) -> Result<(), Stopped> {
    let row = tree.element.row;
    let own = ["TimeStamp", "TimeSpan"].iter().find_map(|name| tree.child(name)).map(TimeOf::of);
    let place = place(tree, out)?;
    let summary = words::plain(tree.text_of("description"));
    let own_name = words::line(tree.text_of("name"));
    let title = words::titled(if own_name.is_empty() { &folder.name } else { &own_name }, &summary);
    if title.is_empty() {
        return out.fault(row, "name", "", Problem::NoTitle);
    }
    let when = match own.as_ref().or(folder.time.as_ref()) {
        Some(time) => time.read(row, out)?,
        None => {
            out.fault(row, "TimeStamp", &title, Problem::NoDate)?;
            None
        }
    };
    // Ids are of one file, and points of a track have neither id nor name: with time and place each is told apart.
    let at = place.map(|at| format!("{}, {}", at.latitude(), at.longitude())).unwrap_or_default();
    let date = when.as_ref().map(Edtf::as_str).unwrap_or_default();
    let id = [tree.get("id").unwrap_or_default(), &title, date, &at].join("/");
    // The name of a picture on the ground is none of the place that it covers.
    let place_name = if tree.element.name == "Placemark" { own_name.as_str() } else { "" };
    let event = IncomingEvent {
        place: words::place(place_name, place),
        title,
        when: when.map(When::on),
        summary,
        ..IncomingEvent::default()
    };
    out.event(row, Some(id), event)
}

/// The first point of it, on land or on the edge of an area.
fn place(tree: &Tree, out: &mut Out<'_>) -> Result<Option<Coordinates>, Stopped> {
    let written = tree
        .all()
        .into_iter()
        .find(|part| matches!(part.element.name.as_str(), "coordinates" | "coord"));
    let first = written.and_then(|part| part.text.split_whitespace().next()).map(str::to_owned);
    let Some(point) = first.or_else(|| middle(tree)) else {
        return Ok(None);
    };
    let mut numbers = point
        .split(',')
        .map(|number| number.trim().parse::<f64>().ok().filter(|number| number.is_finite()));
    let (Some(Some(longitude)), Some(Some(latitude))) = (numbers.next(), numbers.next()) else {
        out.fault(tree.element.row, "coordinates", &point, Problem::NumberUnread)?;
        return Ok(None);
    };
    match Coordinates::new(latitude, longitude) {
        Ok(coordinates) => Ok(Some(coordinates)),
        Err(_) => {
            out.fault(tree.element.row, "coordinates", &point, Problem::OffTheGlobe)?;
            Ok(None)
        }
    }
}

/// The middle of what a picture on the ground covers.
fn middle(tree: &Tree) -> Option<String> {
    let area = tree.child("LatLonBox")?;
    let side = |name: &str| area.text_of(name).parse::<f64>().ok();
    let (north, south, east, west) = (side("north")?, side("south")?, side("east")?, side("west")?);
    Some(format!("{},{}", f64::midpoint(east, west), f64::midpoint(north, south)))
}
