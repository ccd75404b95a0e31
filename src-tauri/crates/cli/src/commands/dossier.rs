use api::wire::{CountsView, DossierView};
use serde::Serialize;
use std::path::Path;

use crate::{
    answer::{Answer, Form},
    arguments::NewArguments,
    failure::Failure,
    files, session,
    wording::Wording,
};

#[derive(Serialize)]
struct Made {
    file: String,
    title: String,
    counts: CountsView,
}

pub fn new(form: Form, asked: &NewArguments) -> Result<Answer, Failure> {
    let path = &asked.dossier;
    let named = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let title = asked.title.as_deref().unwrap_or(&named);
    files::make_dossier(path, asked.force, |path| {
        let api = session::api();
        let request = api::wire::NewRequest {
            title: title.to_owned(),
            language: asked.language,
        };
        let made = match &asked.sample {
            Some(sample) => api.create_from_sample(path, sample),
            None => api.new_at(path, &request),
        };
        made.map(drop).map_err(|error| Failure::at(path, &error))
    })?;
    let dossier = session::dossier(&session::open(path)?)?;
    let made = Made {
        file: path.display().to_string(),
        title: dossier.title,
        counts: dossier.counts,
    };
    Answer::of(form, &made, |made| {
        format!(
            "{}: “{}”, {}, {} sources",
            made.file,
            made.title,
            events(&made.counts),
            made.counts.sources
        )
    })
}

#[derive(Serialize)]
struct About {
    /// Its `file` is the path as it was given.
    #[serde(flatten)]
    dossier: DossierView,
    schema_version: u32,
    /// What opening it found, which refuses what it finds: nothing. `check` reads all of it.
    findings: [String; 0],
}

pub fn info(form: Form, path: &Path) -> Result<Answer, Failure> {
    let api = session::open(path)?;
    let about = About {
        dossier: DossierView {
            file: path.display().to_string(),
            ..session::dossier(&api)?
        },
        schema_version: api.schema_version()?,
        findings: [],
    };
    let wording = Wording::of(&api, about.dossier.language)?;
    Answer::of(form, &about, |about| describe(about, &wording))
}

fn describe(about: &About, wording: &Wording) -> String {
    let DossierView { counts, change, .. } = &about.dossier;
    let namings = about.dossier.namings.iter().map(|naming| match &naming.grouped_under {
        Some(code) => format!("{} “{}” (under {code})", naming.code, naming.name),
        None => format!("{} “{}”", naming.code, naming.name),
    });
    let range = format!(
        "{} to {}",
        wording.date_or_dash(about.dossier.first.as_deref()),
        wording.date_or_dash(about.dossier.last.as_deref())
    );
    let lines = [
        ("Title", about.dossier.title.clone()),
        (
            "Record",
            format!("{}, {} ties, {} actors", events(counts), counts.ties, counts.actors),
        ),
        ("Sources", counts.sources.to_string()),
        ("Notes", counts.notes.to_string()),
        ("Overdue", format!("{} plans came due without an outcome", counts.overdue)),
        ("Range", range),
        (
            "Conventions",
            format!("{}; half-life {} days", about.dossier.time_zone, about.dossier.half_life_days),
        ),
        (
            "Opens as of",
            about
                .dossier
                .opens_as_of
                .as_deref()
                .map_or_else(String::new, |day| wording.date(day)),
        ),
        ("Names", namings.collect::<Vec<_>>().join(", ")),
        ("Format", format!("version {}, revision {}", about.schema_version, change.revision)),
        (
            "Access",
            about
                .dossier
                .read_only
                .as_ref()
                .map_or_else(|| "can be changed".to_owned(), |why| format!("only to read: {}", why.message)),
        ),
        ("Integrity", "“summitry check” reads all of it".to_owned()),
    ];
    let shown = lines.iter().filter(|(_, text)| !text.is_empty());
    shown.map(|(head, text)| format!("{head:<12} {text}\n")).collect()
}

fn events(counts: &CountsView) -> String {
    format!("{} events ({} of them statements)", counts.events, counts.statements)
}

#[derive(Serialize)]
struct Checked {
    file: String,
    sound: bool,
    findings: Vec<String>,
}

pub fn check(form: Form, path: &Path) -> Result<Answer, Failure> {
    let findings = session::open(path)?.check().map_err(|error| Failure::at(path, &error))?;
    let checked = Checked {
        file: path.display().to_string(),
        sound: findings.is_empty(),
        findings,
    };
    let refused = (!checked.sound).then(|| {
        let count = checked.findings.len();
        Failure::failed(format!(
            "{}: it is damaged ({count} findings); restore a backup with “summitry restore”",
            path.display()
        ))
    });
    let answer = Answer::of(form, &checked, |checked| match checked.sound {
        true => format!("{}: sound", checked.file),
        false => checked.findings.join("\n"),
    })?;
    Ok(answer.refusing(refused))
}
