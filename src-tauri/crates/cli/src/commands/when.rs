use api::{Api, record::PhraseRecord};
use serde::{Deserialize, Serialize};

use crate::{
    answer::{Answer, Form},
    arguments::WhenArguments,
    failure::Failure,
    print, session,
};

pub fn when(form: Form, asked: &WhenArguments) -> Result<Answer, Failure> {
    let api = session::api();
    let Some(phrase) = &asked.phrase else {
        let form = "{\"id\",\"phrase\",\"reference\",\"language\"}";
        return print::each_line(form, |asked| answer(&api, asked)).map(|()| Answer::nothing());
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

fn answer(api: &Api, asked: Asked) -> Line {
    let found = api.when(&asked.phrase, asked.reference.as_deref(), asked.language.as_deref());
    Line {
        id: asked.id,
        error: found.as_ref().err().map(ToString::to_string),
        found: found.ok(),
    }
}
