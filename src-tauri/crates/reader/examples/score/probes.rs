//! Sentences of one construction each, with what they should give: `probes FILE`.

use crate::{rows::percent, show::show};
use domain::Moment;
use reader::{DraftProposal, Reader};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};

/// Reads the sentences of a file and says which constructions are read; whether the file could be read.
pub fn run(reader: &Reader, file: &Path, verbose: bool) -> bool {
    let Ok(text) = std::fs::read_to_string(file) else {
        eprintln!("{} cannot be read", file.display());
        return false;
    };
    let mut passed: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let day = row["published"].as_str().and_then(|day| day.parse().ok());
        let drafts = reader.read(row["text"].as_str().unwrap_or_default(), day, Some("en")).drafts;
        let good = passes(&row, &drafts);
        let tally = passed
            .entry(row["construction"].as_str().unwrap_or_default().to_owned())
            .or_default();
        tally.0 += usize::from(good);
        tally.1 += 1;
        if verbose && !good {
            println!(
                "FAIL {} {}",
                row["id"].as_str().unwrap_or_default(),
                row["text"].as_str().unwrap_or_default()
            );
            println!(
                "   wanted {} {}>{} {} {}",
                row["kinds"], row["source"], row["target"], row["when"], row["status"]
            );
            drafts.iter().for_each(show);
        }
    }
    let (right, all) = passed.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("probes: {right}/{all} ({:.1} %)", percent(right, all));
    passed.iter().for_each(|(name, (right, all))| println!("   {name}: {right}/{all}"));
    true
}

/// Whether one draft says what is wanted, or where nothing is wanted none speaks of two sides.
fn passes(row: &Value, drafts: &[DraftProposal]) -> bool {
    let list = row["kinds"].as_array().cloned().unwrap_or_default();
    let kinds: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
    let nothing = kinds.contains(&"none");
    if nothing && drafts.iter().all(|draft| draft.confidence < 0.5) {
        return true;
    }
    drafts
        .iter()
        .any(|draft| kinds.contains(&draft.item.kind.as_str()) && has_sides(row, draft) && has_status(row, draft) && has_date(row, draft))
}

fn has_sides(row: &Value, draft: &DraftProposal) -> bool {
    let takes_part = |code: &str| draft.item.participants.iter().any(|one| one.country.as_deref() == Some(code));
    let (source, target) = (
        row["source"].as_str().unwrap_or_default(),
        row["target"].as_str().unwrap_or_default(),
    );
    if draft.source_countries == draft.target_countries
        || source == target
        || matches!(draft.item.kind.as_str(), "visit" | "talks" | "summit")
    {
        let place = |code: &str| draft.item.place.as_ref().and_then(|place| place.country.as_deref()) == Some(code);
        return [source, target]
            .iter()
            .all(|code| code.is_empty() || takes_part(code) || source == target && place(code));
    }
    let has = |codes: &[String], code: &str| code.is_empty() || codes.iter().any(|one| one == code);
    has(&draft.source_countries, source) && has(&draft.target_countries, target)
}

fn has_status(row: &Value, draft: &DraftProposal) -> bool {
    row["status"]
        .as_str()
        .is_none_or(|wanted| wanted.split('|').any(|one| one == draft.item.status.as_str()))
}

fn has_date(row: &Value, draft: &DraftProposal) -> bool {
    let Some(wanted) = row["when"].as_str() else { return true };
    let Some(when) = draft.item.when.as_ref() else { return false };
    if when.edtf.as_str().trim_end_matches(['~', '?']) == wanted {
        return true;
    }
    let Ok(wanted) = domain::Edtf::parse(wanted) else { return false };
    let day = |moment: Option<Moment>| moment.map(Moment::iso_date);
    day(wanted.earliest()) <= day(when.edtf.earliest()) && day(when.edtf.latest()) <= day(wanted.latest())
}
