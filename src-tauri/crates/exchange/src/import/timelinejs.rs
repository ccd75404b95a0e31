//! TimelineJS: the form of today, with `events`, and the first, with `timeline.date`.

mod media;
mod time;

use domain::{
    Edtf,
    event::When,
    incoming::{IncomingEvent, Problem},
    text::Title,
};
use serde_json::Value;

use super::{ImportError, Out, Stopped, dates, json, words};

pub(super) fn is(start: &str) -> bool {
    let both = |one: &str, other: &str| json::has_key(start, one) && json::has_key(start, other);
    json::is_object(start) && (both("events", "start_date") || both("timeline", "startDate"))
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let root = json::parse(text)?;
    let timeline = root.get("timeline");
    let first_form = timeline.filter(|timeline| timeline.get("date").is_some() || timeline.get("era").is_some());
    let (events, eras, form) = match first_form {
        Some(timeline) => (json::list(timeline, "date"), json::list(timeline, "era"), &FIRST),
        None => (json::list(&root, "events"), json::list(&root, "eras"), &TODAYS),
    };
    // Eras are counted on from the events, so that no two things have one number.
    for (row, slide) in (1..).zip(events.iter().chain(eras)) {
        form.tell(row, slide, out)?;
    }
    Ok(())
}

/// What things are called in one of the two forms.
struct Form {
    start: &'static str,
    end: &'static str,
    group: &'static str,
    media: &'static str,
}

const TODAYS: Form = Form {
    start: "start_date",
    end: "end_date",
    group: "group",
    media: "media",
};

const FIRST: Form = Form {
    start: "startDate",
    end: "endDate",
    group: "tag",
    media: "asset",
};

impl Form {
    fn tell(&self, row: u64, slide: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
        let (headline, said) = match slide.get("text") {
            Some(text @ Value::Object(_)) => (json::written(text, "headline"), json::written(text, "text")),
            _ => (json::written(slide, "headline"), json::written(slide, "text")),
        };
        let mut summary = words::plain(&said);
        let title = words::titled(&words::plain(&headline), &summary);
        if title.is_empty() {
            return out.fault(row, "headline", "", Problem::NoTitle);
        }
        let when = self.when(row, &title, slide, out)?;
        let media = slide.get(self.media).map(media::read).unwrap_or_default();
        if !media.mention.is_empty() {
            summary = [summary, media.mention].join("\n\n").trim().to_owned();
        }
        let group = words::line(&json::written(slide, self.group));
        let id = Some(json::written(slide, "unique_id")).filter(|id| !id.is_empty());
        let event = IncomingEvent {
            title,
            when,
            topics: if group.is_empty() { Vec::new() } else { vec![group] },
            summary,
            source: media.source,
            ..IncomingEvent::default()
        };
        out.event(row, id, event)
    }

    fn when(&self, row: u64, title: &str, slide: &Value, out: &mut Out<'_>) -> Result<Option<When>, Stopped> {
        let Some(written) = slide.get(self.start).filter(|date| time::is_given(date)) else {
            out.fault(row, self.start, title, Problem::NoDate)?;
            return Ok(None);
        };
        let Some(start) = time::edtf(written) else {
            out.fault(row, self.start, &written.to_string(), Problem::DateUnread)?;
            return Ok(None);
        };
        let edtf = match slide.get(self.end).filter(|date| time::is_given(date)) {
            Some(end) => self.until(row, start, end, out)?,
            None => start,
        };
        let shown = json::written(slide, "display_date");
        let shown = if shown.is_empty() {
            json::written(written, "display_date")
        } else {
            shown
        };
        Ok(Some(When {
            text: Title::of_words(&words::line(&words::plain(&shown))),
            ..When::on(edtf)
        }))
    }

    fn until(&self, row: u64, start: Edtf, written: &Value, out: &mut Out<'_>) -> Result<Edtf, Stopped> {
        let Some(end) = time::edtf(written) else {
            out.fault(row, self.end, &written.to_string(), Problem::EndUnread)?;
            return Ok(start);
        };
        match dates::interval(&start, &end) {
            Some(interval) => Ok(interval),
            None => {
                out.fault(row, self.end, &written.to_string(), Problem::EndBeforeStart)?;
                Ok(start)
            }
        }
    }
}
