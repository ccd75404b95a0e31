//! Whole articles with the facts that an analyst would note: `judge DIR [DIR …]`, each folder with its files `*.json`.
//! A draft finds a fact where the sides are right, the quad class or the root agrees, and the dates overlap.

use crate::{
    curve::{Curve, SURE},
    rows::percent,
    show::show,
    verdict::{by_hand, line_of},
};
use domain::{Edtf, Moment, named::Noun};
use reader::{DraftProposal, Reader};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// What was found in the articles of one language.
#[derive(Default)]
struct Tally {
    articles: usize,
    core: (usize, usize),
    all: (usize, usize),
    /// Facts found by a sure draft.
    surely: usize,
    /// Sure drafts that hold nothing false, and all sure drafts.
    sure: (usize, usize),
    drafts: usize,
    /// What the drafts nearest to facts not found do not tell.
    lacking: BTreeMap<&'static str, usize>,
    /// The confidence of drafts, and whether they hold nothing false.
    curve: Curve,
}

/// Judges each folder; `quiet` leaves the single drafts out.
pub fn run(reader: &Reader, folders: &[&str], quiet: bool) -> bool {
    folders.iter().all(|folder| folder_of(reader, Path::new(folder), quiet))
}

/// The articles of a folder, by the names of their files.
pub fn articles(folder: &Path) -> Vec<Value> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("{} cannot be read", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let row = std::fs::read_to_string(file).ok().and_then(|text| serde_json::from_str(&text).ok());
        if row.is_none() {
            eprintln!("{} is no JSON", file.display());
        }
        row
    };
    files.iter().filter_map(read).collect()
}

/// The drafts of an article.
pub fn drafts(reader: &Reader, row: &Value) -> Vec<DraftProposal> {
    let day = row["published"]
        .as_str()
        .and_then(|day| day.get(..10))
        .and_then(|day| day.parse().ok());
    reader
        .read(row["text"].as_str().unwrap_or_default(), day, row["lang"].as_str())
        .drafts
}

/// Whether a draft holds nothing false: as somebody judged, else where it finds a fact.
pub fn is_right(row: &Value, draft: &DraftProposal) -> bool {
    by_hand(row, draft).unwrap_or_else(|| {
        row["facts"]
            .as_array()
            .is_some_and(|facts| facts.iter().any(|fact| finds(draft, fact)))
    })
}

fn folder_of(reader: &Reader, folder: &Path, quiet: bool) -> bool {
    let mut by_language: BTreeMap<String, Tally> = BTreeMap::new();
    for row in articles(folder) {
        let language = row["lang"].as_str().unwrap_or("en").to_owned();
        let one = article(reader, &row, &language, quiet);
        for name in [language, "all".to_owned()] {
            by_language.entry(name).or_default().add(&one);
        }
    }
    println!("== {}", folder.display());
    by_language.iter().for_each(|(language, tally)| tally.print(language));
    !by_language.is_empty()
}

fn article(reader: &Reader, row: &Value, language: &str, quiet: bool) -> Tally {
    let drafts = drafts(reader, row);
    let empty = Vec::new();
    let facts = row["facts"].as_array().unwrap_or(&empty);
    let mut tally = Tally {
        articles: 1,
        drafts: drafts.len(),
        ..Tally::default()
    };
    if !quiet {
        println!("-- {} {} {}", row["id"], language, row["title"]);
    }
    for fact in facts {
        let finders: Vec<&DraftProposal> = drafts.iter().filter(|draft| finds(draft, fact)).collect();
        let (found, core) = (usize::from(!finders.is_empty()), usize::from(fact["core"].as_bool() == Some(true)));
        tally.all = (tally.all.0 + found, tally.all.1 + 1);
        tally.core = (tally.core.0 + found * core, tally.core.1 + core);
        tally.surely += usize::from(finders.iter().any(|draft| draft.confidence >= SURE));
        let why = wanting(&drafts, fact);
        if found == 0 {
            *tally.lacking.entry(why).or_default() += 1;
        }
        if !quiet && found == 0 {
            println!(
                "MISSED{} ({why}) {} {}>{} {} {} {}",
                if core == 1 { " CORE" } else { "" },
                fact["date"],
                fact["sources"],
                fact["targets"],
                fact["root"],
                fact["tie"],
                fact["what"]
            );
        }
    }
    for draft in &drafts {
        let good = is_right(row, draft);
        tally.curve.add(draft.confidence, good);
        if draft.confidence >= SURE {
            tally.sure = (tally.sure.0 + usize::from(good), tally.sure.1 + 1);
        }
        if !quiet {
            print_verdict(row, draft, good);
        }
    }
    tally
}

/// Shows a draft that is wrong or that nobody has judged; a right one of these only with the line to judge it by.
fn print_verdict(row: &Value, draft: &DraftProposal, good: bool) {
    let judged = by_hand(row, draft).is_some();
    if good && judged {
        return;
    }
    let sure = if draft.confidence >= SURE { "SURE " } else { "" };
    print!("{sure}{}", if judged { "WRONG " } else { "TO JUDGE " });
    show(draft);
    println!("     {}| {}", if good { "finds a fact " } else { "" }, line_of(draft));
}

/// What the draft nearest to a fact does not tell.
fn wanting(drafts: &[DraftProposal], fact: &Value) -> &'static str {
    let near = |fits: fn(&DraftProposal, &Value) -> bool| drafts.iter().any(|draft| has_sides(draft, fact) && fits(draft, fact));
    match () {
        () if near(|draft, fact| has_kind(draft, fact) && draft.item.when.is_none()) => "a date",
        () if near(has_kind) => "the date",
        () if near(|_, _| true) => "the kind",
        () => "the sides",
    }
}

fn codes(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn finds(draft: &DraftProposal, fact: &Value) -> bool {
    has_sides(draft, fact) && has_kind(draft, fact) && has_date(draft, fact)
}

/// Every side of the draft: countries, and organisations by their keys.
fn side(draft: &DraftProposal, fact: &BTreeSet<String>, wanted: fn(domain::event::Role) -> bool) -> bool {
    let parts = draft.item.participants.iter().filter(|one| wanted(one.role));
    parts
        .into_iter()
        .any(|one| one.country.as_ref().is_some_and(|code| fact.contains(code)) || fact.iter().any(|code| is_body(&one.key, code)))
}

/// Whether an organisation is the one a fact names by its short name, or a body of it.
fn is_body(key: &str, code: &str) -> bool {
    let Some(id) = key.strip_prefix("organisation:") else {
        return false;
    };
    match code {
        "AU" => id.starts_with("african-union"),
        "EU" => id == "eu" || id.starts_with("european-"),
        "UN" => id == "un" || id.starts_with("un-"),
        code => id == code.to_lowercase(),
    }
}

fn has_sides(draft: &DraftProposal, fact: &Value) -> bool {
    use domain::event::Role;
    let (sources, targets) = (codes(&fact["sources"]), codes(&fact["targets"]));
    let any: fn(Role) -> bool = |role| role != Role::Mentioned;
    let both = |left: fn(Role) -> bool, right: fn(Role) -> bool| {
        (sources.is_empty() || side(draft, &sources, left)) && (targets.is_empty() || side(draft, &targets, right))
    };
    let root = draft.cameo.as_deref().and_then(|code| code.get(..2)).unwrap_or_default();
    let mutual = draft.item.noun == Noun::Tie
        || draft.source_countries == draft.target_countries
        || matches!(root, "04")
        || draft.item.participants.iter().any(|one| one.role == Role::Party);
    if mutual {
        // Two different parties, one for each side.
        let members = draft.item.participants.iter().filter(|one| one.role != Role::Mentioned).count();
        return both(any, any) && (members > 1 || targets.is_empty() || sources.is_empty());
    }
    both(Role::is_source, Role::is_target)
}

fn quad(root: &str) -> u8 {
    match root.parse::<u8>().unwrap_or_default() {
        1..=5 => 1,
        6..=8 => 2,
        9..=13 => 3,
        14..=20 => 4,
        _ => 0,
    }
}

fn has_kind(draft: &DraftProposal, fact: &Value) -> bool {
    let root = fact["root"]
        .as_str()
        .map(str::to_owned)
        .or_else(|| fact["root"].as_u64().map(|root| format!("{root:02}")));
    let tie = fact["tie"].as_str().is_some_and(|tie| !tie.is_empty()) || fact["tie"].as_bool() == Some(true);
    match root.filter(|root| quad(root) != 0) {
        Some(root) => {
            let ours = draft.cameo.as_deref().and_then(|code| code.get(..2)).unwrap_or_default();
            ours == root || draft.quad == Some(quad(&root))
        }
        None => tie && draft.item.noun == Noun::Tie,
    }
}

fn has_date(draft: &DraftProposal, fact: &Value) -> bool {
    let Some(wanted) = fact["date"].as_str().and_then(|date| Edtf::parse(date).ok()) else {
        return true;
    };
    let Some(when) = draft.item.when.as_ref() else { return false };
    let day = |moment: Option<Moment>| moment.map(Moment::iso_date);
    let (first, last) = (day(when.edtf.earliest()), day(when.edtf.latest()));
    let (from, to) = (day(wanted.earliest()), day(wanted.latest()));
    let before = |left: &Option<String>, right: &Option<String>| match (left, right) {
        (Some(left), Some(right)) => left <= right,
        _ => true,
    };
    before(&first, &to) && before(&from, &last)
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.core = (self.core.0 + other.core.0, self.core.1 + other.core.1);
        self.all = (self.all.0 + other.all.0, self.all.1 + other.all.1);
        self.surely += other.surely;
        self.sure = (self.sure.0 + other.sure.0, self.sure.1 + other.sure.1);
        self.drafts += other.drafts;
        self.curve.join(&other.curve);
        other
            .lacking
            .iter()
            .for_each(|(why, count)| *self.lacking.entry(why).or_default() += count);
    }

    fn print(&self, language: &str) {
        println!(
            "{language}: {} articles; core facts {}/{} ({:.0} %), all {}/{} ({:.0} %), of those found sure {:.0} %; sure drafts right {}/{} ({:.0} %) of {} drafts",
            self.articles,
            self.core.0,
            self.core.1,
            percent(self.core.0, self.core.1),
            self.all.0,
            self.all.1,
            percent(self.all.0, self.all.1),
            percent(self.surely, self.all.0),
            self.sure.0,
            self.sure.1,
            percent(self.sure.0, self.sure.1),
            self.drafts
        );
        println!("   not found for want of: {:?}", self.lacking);
        println!("   right by confidence: {}", self.curve);
    }
}
