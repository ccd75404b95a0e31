use api::{
    record::{DyadRecord, RelationsRecord, StandingRecord, in_hundredths},
    wire::{AssessmentView, CadenceView, DyadRequest, DyadResponse, FlowView, IssueView, Language, RelationsRequest, TriadView},
};
use serde::Serialize;
use std::path::Path;

use crate::{
    answer::{Answer, Form},
    arguments::RelationsArguments,
    failure::Failure,
    session,
    table::Table,
    wording::Wording,
};

/// The relations, with the rest of the dyad sheet where two countries were named.
#[derive(Serialize)]
struct Sheet {
    #[serde(flatten)]
    relations: RelationsRecord,
    #[serde(flatten)]
    rest: Option<Rest>,
}

#[derive(Serialize)]
struct Rest {
    flow: Vec<FlowView>,
    cadence: CadenceView,
    /// The same in words.
    #[serde(skip)]
    cadence_label: String,
    statements: Vec<IssueView>,
    assessment: Option<AssessmentView>,
}

pub fn relations(form: Form, asked: &RelationsArguments) -> Result<Answer, Failure> {
    let api = session::open(&asked.dossier)?;
    let dossier = session::dossier(&api)?;
    let language = dossier.language;
    let request = RelationsRequest {
        as_of: asked.as_of.clone(),
        known_on: asked.known_on.clone(),
        language,
    };
    let between = match asked.between.as_deref() {
        Some([a, b]) => Some((a.as_str(), b.as_str())),
        _ => None,
    };
    // A person reads the sheet with its working; in JSON it is there when asked for.
    let explain = asked.explain || (between.is_some() && form == Form::Text);
    let relations = api.relations_record(&request, between, explain)?;
    let rest = between
        .map(|(a, b)| rest(api.dyad(dyad_request(a, b, &request, language))?))
        .transpose()?;
    let wording = Wording::of(&api, language)?;
    let day = session::day_taken(&dossier, asked.as_of.as_deref(), &relations.as_of);
    Answer::of(form, &Sheet { relations, rest }, |sheet| show(sheet, &day, &wording))
}

fn dyad_request(a: &str, b: &str, request: &RelationsRequest, language: Language) -> DyadRequest {
    DyadRequest {
        a: a.to_owned(),
        b: b.to_owned(),
        as_of: request.as_of.clone(),
        known_on: request.known_on.clone(),
        language,
    }
}

fn rest(sheet: DyadResponse) -> Result<Rest, Failure> {
    Ok(Rest {
        flow: sheet.flow,
        cadence: sheet.cadence,
        cadence_label: sheet.cadence_label,
        statements: sheet.statements,
        assessment: sheet.assessment,
    })
}

fn show(sheet: &Sheet, day: &str, wording: &Wording) -> String {
    let relations = &sheet.relations;
    let mut text = format!("As of {day}, half-life {} days\n\n", relations.half_life_days);
    let mut table = Table::new(&["a", "b", "tone", "intensity", "prior", "events", "last"]).right(&[2, 3, 4, 5]);
    for dyad in &relations.dyads {
        table.row([
            dyad.a.clone(),
            dyad.b.clone(),
            signed(dyad.tone),
            format!("{:.2}", dyad.intensity),
            signed(dyad.prior),
            dyad.events.to_string(),
            wording.date_or_dash(dyad.last.as_deref()),
        ]);
    }
    text += &table.show();
    for dyad in &relations.dyads {
        text += &working(dyad, wording);
    }
    if let Some(rest) = &sheet.rest {
        text += &show_rest(rest, wording);
    }
    text
}

/// Every part of a tone; as they are printed, the shares add up to it.
fn working(dyad: &DyadRecord, wording: &Wording) -> String {
    let Some(contributions) = &dyad.contributions else {
        return String::new();
    };
    let shares = contributions.iter().map(|part| part.share);
    let (shares, tone) = in_hundredths(&[dyad.prior_share].into_iter().chain(shares).collect::<Vec<_>>());
    let mut shares = shares.into_iter().map(signed);
    let mut share = || shares.next().unwrap_or_default();
    let mut table = Table::new(&["adds", "weight", "recency", "certainty", "what"]).right(&[0, 1, 2, 3]);
    let blank = String::new;
    let (prior, ties) = standing(dyad, wording);
    table.row([share(), prior, blank(), blank(), "prior, from the ties in force".to_owned()]);
    for tie in ties {
        table.row([blank(), blank(), blank(), blank(), tie]);
    }
    for part in contributions {
        table.row([
            share(),
            signed(part.weight),
            format!("{:.2}", part.decay),
            format!("{:.2}", part.credibility),
            part.title.clone(),
        ]);
    }
    table.row([signed(tone), blank(), blank(), blank(), "tone".to_owned()]);
    format!("\n{}–{}\n{}", dyad.a, dyad.b, table.show())
}

/// The prior, and a line for each tie behind it; as they are printed, they add up to it.
fn standing(dyad: &DyadRecord, wording: &Wording) -> (String, Vec<String>) {
    let ties = dyad.standing.as_deref().unwrap_or_default();
    let (shares, prior) = in_hundredths(&ties.iter().map(|tie| tie.share).collect::<Vec<_>>());
    let line = |(tie, share): (&StandingRecord, f64)| {
        let (kind, title, alone) = (wording.kind(tie.kind), &tie.title, signed(tie.prior));
        format!("  {} to the prior ({alone} by itself): {kind}: {title}", signed(share))
    };
    (signed(prior), ties.iter().zip(shares).map(line).collect())
}

fn show_rest(rest: &Rest, wording: &Wording) -> String {
    let words = wording.words;
    let mut lines: Vec<String> = rest.flow.iter().map(|flow| flowing(flow, wording)).collect();
    lines.push(rest.cadence_label.clone());
    for issue in &rest.statements {
        for said in &issue.statements {
            let stance = said.stance.map_or("no stance", |stance| words.of_list(stance));
            lines.push(format!("{}: {} ({stance}), {}", issue.issue, said.speaker.title, said.event.title));
        }
    }
    if let Some(assessment) = &rest.assessment {
        let (day, direction) = (wording.date(&assessment.on), words.of_list(assessment.direction));
        lines.push(format!("Assessment of {day}: {direction}. {}", assessment.reason));
    }
    format!("\n{}\n", lines.join("\n"))
}

/// "KOR → CHN: 3 events (2 verbal cooperation, 1 verbal conflict)".
fn flowing(flow: &FlowView, wording: &Wording) -> String {
    let classes = (1..).zip(flow.counts).filter(|(_, count)| *count > 0);
    let classes: Vec<String> = classes
        .map(|(quad, count)| format!("{count} {}", wording.words.text(&format!("quad_{quad}"))))
        .collect();
    let total = flow.counts.iter().sum::<u32>();
    format!("{} → {}: {total} events ({})", flow.from, flow.to, classes.join(", "))
}

/// A number with its sign, and a minus that is one.
fn signed(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    match rounded {
        rounded if rounded > 0.0 => format!("+{rounded:.2}"),
        rounded if rounded < 0.0 => format!("−{:.2}", -rounded),
        _ => "0.00".to_owned(),
    }
}

#[derive(Serialize)]
struct Triads {
    as_of: String,
    triads: Vec<TriadView>,
}

pub fn triads(form: Form, path: &Path, as_of: Option<&str>, known_on: Option<&str>) -> Result<Answer, Failure> {
    let api = session::open(path)?;
    let dossier = session::dossier(&api)?;
    let found = api.relations(RelationsRequest {
        as_of: as_of.map(str::to_owned),
        known_on: known_on.map(str::to_owned),
        language: dossier.language,
    })?;
    let day = session::day_taken(&dossier, as_of, &found.as_of);
    let triads = Triads {
        as_of: found.as_of,
        triads: found.triads,
    };
    Answer::of(form, &triads, |found| {
        let mut table = Table::new(&["a", "b", "c", "a–b", "b–c", "a–c"]).right(&[3, 4, 5]);
        for triad in &found.triads {
            table.row(triad.countries.iter().cloned().chain(triad.tones.iter().map(|tone| signed(*tone))));
        }
        format!(
            "As of {day}, {} triads in tension: a lens, not a prediction\n\n{}",
            found.triads.len(),
            table.show()
        )
    })
}
