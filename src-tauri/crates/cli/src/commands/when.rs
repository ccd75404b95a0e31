use api::{Api, record::PhraseRecord};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead as _, Write as _};

use crate::{
    answer::{Answer, Form},
    arguments::WhenArguments,
    failure::Failure,
    session,
};

pub fn when(form: Form, asked: &WhenArguments) -> Result<Answer, Failure> {
    let api = session::api();
    let Some(phrase) = &asked.phrase else {
        return lines(&api).map(|()| Answer::nothing());
    };
    let found = api.when(phrase, asked.reference.as_deref(), asked.language.as_deref())?;
    Answer::of(form, &found, |found| {
        let bound = |day: &Option<String>| day.clone().unwrap_or_else(|| "..".to_owned());
        format!(
            "{}  {} to {}  {}",
            found.edtf,
            bound(&found.earliest),
            bound(&found.latest),
            found.label
        )
    })
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    id: serde_json::Value,
    phrase: String,
    reference: Option<String>,
    language: Option<String>,
}

#[derive(Serialize)]
struct Line {
    id: serde_json::Value,
    #[serde(flatten)]
    found: Option<PhraseRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// One question a line in, one answer a line out, in order.
fn lines(api: &Api) -> Result<(), Failure> {
    let unreadable = |error: io::Error| Failure::failed(format!("the input could not be read: {error}; give UTF-8 text"));
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(unreadable)?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line).map_err(|error| {
            Failure::failed(format!(
                "line {}: {error}; write {{\"id\",\"phrase\",\"reference\",\"language\"}}",
                number + 1
            ))
        })?;
        let written = serde_json::to_writer(&mut out, &answer(api, asked))
            .map_err(io::Error::from)
            .and_then(|()| out.write_all(b"\n"));
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|error| Failure::failed(format!("the answer could not be written: {error}")))?,
        }
    }
    out.flush()
        .map_err(|error| Failure::failed(format!("the answer could not be written: {error}")))
}

fn answer(api: &Api, asked: Asked) -> Line {
    let found = api.when(&asked.phrase, asked.reference.as_deref(), asked.language.as_deref());
    Line {
        id: asked.id,
        error: found.as_ref().err().map(ToString::to_string),
        found: found.ok(),
    }
}
