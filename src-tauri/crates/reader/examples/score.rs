//! Scores the reader on the test corpus: `SUMMITRY_CORPUS=… cargo run -p reader --example score [-- -v]`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::panic)]

#[path = "../tests/support/mod.rs"]
mod support;

use chrono::NaiveDate;
use reader::{DraftProposal, Reader, proposal::DraftType};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    time::Instant,
};

fn main() {
    let verbose = std::env::args().nth(1).unwrap_or_default();
    let Some(corpus) = std::env::var_os("SUMMITRY_CORPUS").map(PathBuf::from).filter(|path| path.is_dir()) else {
        println!("SUMMITRY_CORPUS names no folder: nothing scored");
        return;
    };
    dates(&corpus, verbose.contains('d'));
    let start = Instant::now();
    let reader = support::reader();
    println!("start {:?}", start.elapsed());
    gold(&reader, &corpus, verbose.contains('g'));
    articles(&reader, &corpus, verbose.contains('a'));
    seed(&reader, &corpus, verbose.contains('s'));
    speed(&reader, &corpus);
}

fn lines(path: &Path) -> Vec<Value> {
    std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn code(language: &str) -> &'static str {
    match language {
        "English" => "en",
        "French" => "fr",
        "Korean" => "ko",
        "Chinese" => "zh",
        _ => "ja",
    }
}

fn dates(corpus: &Path, verbose: bool) {
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in lines(&corpus.join("dates/dates.jsonl")) {
        let language = code(row["lang"].as_str().unwrap());
        let Some(reference) = row["ref"]
            .as_str()
            .and_then(|day| day.get(..10))
            .and_then(|day| day.parse::<NaiveDate>().ok())
        else {
            continue;
        };
        for result in row["results"].as_array().unwrap() {
            if !matches!(result["type"].as_str(), Some("date" | "daterange")) {
                continue;
            }
            let phrase = result["text"].as_str().unwrap();
            let values: Vec<&Value> = result["values"].as_array().map(|all| all.iter().collect()).unwrap_or_default();
            if values.is_empty() || values.iter().any(|value| value["value"] == "not resolved") {
                continue;
            }
            let ours = reader::when(phrase, reference, language);
            let right = ours.as_ref().is_some_and(|ours| values.iter().any(|value| agrees(ours, value)));
            let entry = tally.entry(language).or_default();
            entry.0 += usize::from(right);
            entry.1 += 1;
            if verbose && !right {
                println!(
                    "{language} {reference} «{phrase}» ours {:?} gold {}",
                    ours.map(|ours| ours.edtf),
                    values
                        .iter()
                        .map(|value| format!("{}/{}/{}", value["value"], value["start"], value["end"]))
                        .collect::<Vec<_>>()
                        .join(" ")
                );
            }
        }
    }
    for (language, (right, all)) in tally {
        println!("dates {language}: {right}/{all} = {:.1} %", percent(right, all));
    }
}

fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

/// Equal at the gold's precision: its range ends may be written as the day after or the unit named.
fn agrees(ours: &reader::proposal::When, gold: &Value) -> bool {
    if let Some(day) = gold["value"].as_str() {
        return ours.earliest.as_deref() == Some(day) && ours.latest.as_deref() == Some(day);
    }
    let day = |value: &Value| value.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
    let (start, end) = (day(&gold["start"]), day(&gold["end"]));
    let (earliest, latest) = (
        ours.earliest.as_ref().and_then(|day| day.parse::<NaiveDate>().ok()),
        ours.latest.as_ref().and_then(|day| day.parse::<NaiveDate>().ok()),
    );
    let timex = gold["timex"].as_str().unwrap_or_default();
    let near = |ours: Option<NaiveDate>, gold: Option<NaiveDate>, is_end: bool| match (ours, gold) {
        (None, None) => true,
        (Some(ours), Some(gold)) => {
            let apart = ours.signed_duration_since(gold).num_days();
            let unit = (timex.ends_with("Y)") && ours.format("%Y").to_string() == gold.format("%Y").to_string())
                || (timex.ends_with("M)") && ours.format("%Y-%m").to_string() == gold.format("%Y-%m").to_string());
            apart == 0 || (is_end && (apart == -1 || unit)) || (!is_end && end.is_none() && apart == 1)
        }
        _ => false,
    };
    near(earliest, start, false) && near(latest, end, true)
}

type Triple = (String, String, u64);

/// Countries named alike by the annotators of the gold sentences.
fn same(code: &str) -> String {
    if code == "JAP" { "JPN" } else { code }.to_owned()
}

fn is_country(code: &str) -> bool {
    code.len() == 3 && !matches!(code, "IGO" | "NGO" | "IMG" | "ISM")
}

fn pairs_of(draft: &DraftProposal) -> Vec<Triple> {
    let Some(quad) = draft.quad else { return Vec::new() };
    let mut all = Vec::new();
    for source in &draft.source_countries {
        for target in draft.target_countries.iter().filter(|target| *target != source) {
            all.push((source.clone(), target.clone(), u64::from(quad)));
        }
    }
    all
}

/// How many drafts of each confidence are right.
#[derive(Default)]
struct Precision(BTreeMap<u8, (usize, usize)>);

impl Precision {
    fn count(&mut self, draft: &DraftProposal, right: bool) {
        let tenth = (draft.confidence * 10.0 + 1e-9).floor() as u8;
        let entry = self.0.entry(tenth).or_default();
        entry.0 += usize::from(right);
        entry.1 += 1;
    }
}

impl std::fmt::Display for Precision {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sure = self.0.range(8..).fold((0, 0), |sum, (_, one)| (sum.0 + one.0, sum.1 + one.1));
        write!(
            out,
            "at 0.8 and more {}/{} = {:.2};",
            sure.0,
            sure.1,
            percent(sure.0, sure.1) / 100.0
        )?;
        self.0
            .iter()
            .try_for_each(|(tenth, (right, all))| write!(out, " 0.{tenth}: {right}/{all}"))
    }
}

fn gold(reader: &Reader, corpus: &Path, verbose: bool) {
    let mut sure = Precision::default();
    let (mut hit, mut ours_all, mut gold_all, mut pair_hit, mut pair_ours, mut pair_gold, mut root_right) = (0, 0, 0, 0, 0, 0, 0);
    for row in lines(&corpus.join("gold/plover_gold.jsonl")) {
        let text = row["text"].as_str().unwrap();
        let codes = |side: &str| -> Vec<String> {
            row[side]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| same(one["code"].as_str().unwrap_or_default()))
                .collect()
        };
        let (sources, targets) = (codes("source"), codes("target"));
        let quad = row["quad"].as_u64().unwrap();
        let mut wanted: BTreeSet<Triple> = BTreeSet::new();
        let others = if targets.is_empty() { sources.clone() } else { targets };
        for source in &sources {
            for target in &others {
                if source != target && is_country(source) && is_country(target) {
                    wanted.insert((source.clone(), target.clone(), quad));
                }
            }
        }
        if wanted.is_empty() {
            continue;
        }
        let reading = reader.read(text, None, Some("en"));
        let events: Vec<&DraftProposal> = reading.drafts.iter().filter(|draft| draft.draft_type != DraftType::Tie).collect();
        for draft in &events {
            let pairs = pairs_of(draft);
            if !pairs.is_empty() {
                sure.count(draft, pairs.iter().any(|pair| wanted.contains(pair)));
            }
        }
        let ours: BTreeSet<Triple> = events.iter().flat_map(|draft| pairs_of(draft)).collect();
        let pair = |set: &BTreeSet<Triple>| -> BTreeSet<(String, String)> {
            set.iter().map(|(source, target, _)| (source.clone(), target.clone())).collect()
        };
        let (wanted_pairs, our_pairs) = (pair(&wanted), pair(&ours));
        let found = wanted.intersection(&ours).count();
        let common: Vec<_> = wanted_pairs.intersection(&our_pairs).collect();
        let plover = row["event"].as_str().unwrap();
        let rooted = common
            .iter()
            .filter(|(source, target)| {
                events.iter().any(|draft| {
                    pairs_of(draft).iter().any(|(s, t, _)| s == source && t == target)
                        && root_fits(plover, draft.cameo.as_deref().unwrap_or_default())
                })
            })
            .count();
        hit += found;
        ours_all += ours.len();
        gold_all += wanted.len();
        pair_hit += common.len();
        pair_ours += our_pairs.len();
        pair_gold += wanted_pairs.len();
        root_right += rooted;
        if verbose && (found < wanted.len() || ours.len() > found) {
            println!(
                "{plover} wanted {wanted:?}\n   ours {ours:?} by {:?}\n   {text}",
                events
                    .iter()
                    .map(|draft| format!("{} {:?}>{:?}", draft.rule, draft.source_countries, draft.target_countries))
                    .collect::<Vec<_>>()
            );
        }
    }
    let f1 = |hit: usize, ours: usize, gold: usize| 2.0 * hit as f64 / (ours + gold).max(1) as f64;
    println!(
        "gold (source, target, quad): P {:.2} R {:.2} F1 {:.3}",
        hit as f64 / ours_all.max(1) as f64,
        hit as f64 / gold_all.max(1) as f64,
        f1(hit, ours_all, gold_all)
    );
    println!("gold drafts between countries, right where one of their (source, target, quad) is told: {sure}");
    println!(
        "gold pairs: P {:.2} R {:.2} F1 {:.3}; root right given the pair {:.2}",
        pair_hit as f64 / pair_ours.max(1) as f64,
        pair_hit as f64 / pair_gold.max(1) as f64,
        f1(pair_hit, pair_ours, pair_gold),
        root_right as f64 / pair_hit.max(1) as f64
    );
}

/// CAMEO roots of a PLOVER type.
fn root_fits(plover: &str, cameo: &str) -> bool {
    let root = cameo.get(..2).unwrap_or_default();
    match plover {
        "AGREE" => root == "03",
        "CONSULT" => root == "04",
        "SUPPORT" => root == "05",
        "COOPERATE" => root == "06",
        "AID" => root == "07",
        "CONCEDE" | "RETREAT" => root == "08",
        "INVESTIGATE" => root == "09",
        "DEMAND" => root == "10",
        "DISAPPROVE" => root == "11" || root == "09",
        "REJECT" => root == "12",
        "THREATEN" => root == "13",
        "PROTEST" => root == "14",
        "MOBILIZE" => root == "15",
        "SANCTION" => root == "16",
        "COERCE" => root == "17" || root == "16",
        _ => root == "18" || root == "19" || root == "20",
    }
}

fn articles(reader: &Reader, corpus: &Path, verbose: bool) {
    let (mut found, mut all, mut sure, mut told) = (0, 0, 0, 0);
    for row in lines(&corpus.join("wikinews/articles.jsonl")) {
        let day = row["published"].as_str().and_then(|day| day.parse().ok());
        let text = row["text"].as_str().unwrap();
        let reading = reader.read(text, day, Some("en"));
        for draft in reading.drafts.iter().filter(|draft| draft.confidence >= 0.8) {
            sure += 1;
            let fact = row["facts"].as_array().unwrap().iter().any(|fact| fits(draft, fact));
            told += usize::from(fact);
            if verbose && !fact {
                print!("TO JUDGE ");
                show(draft);
            }
        }
        if verbose {
            println!("== {}", row["title"]);
            reading.drafts.iter().for_each(show);
        }
        for fact in row["facts"].as_array().unwrap() {
            let (Some(source), Some(target)) = (fact["source"].as_str(), fact["target"].as_str()) else {
                continue;
            };
            let wanted = fact["date"].as_str().unwrap();
            all += 1;
            let right = reading.drafts.iter().any(|draft| fits(draft, fact));
            found += usize::from(right);
            if verbose && !right {
                println!("MISSED {wanted} {source}>{target} {}", fact["what"]);
            }
        }
    }
    println!("articles: {found}/{all} dated facts with actors and date");
    println!(
        "articles: {sure} drafts at 0.8 or more, {told} of them are listed facts; the others are to be judged by reading (flag a, TO JUDGE)"
    );
}

/// Whether a draft names both actors of a fact and its date.
fn fits(draft: &DraftProposal, fact: &Value) -> bool {
    let (Some(source), Some(target)) = (fact["source"].as_str(), fact["target"].as_str()) else {
        return false;
    };
    let wanted = fact["date"].as_str().unwrap();
    let has = |code: &str| {
        draft.participants.iter().any(|one| {
            one.country.as_deref() == Some(code)
                || one.key == format!("organisation:{}", code.to_lowercase().replace("au", "african-union"))
        })
    };
    let dated = draft.when.as_ref().is_some_and(|when| {
        when.edtf.trim_end_matches(['~', '?']) == wanted
            || (wanted.len() == 7
                && when.earliest.as_deref().is_some_and(|day| day.starts_with(wanted))
                && when.latest.as_deref().is_some_and(|day| day.starts_with(wanted)))
            || within(when.earliest.as_deref(), wanted)
    });
    has(source) && has(target) && dated
}

/// Whether a day lies in a range "a/b".
fn within(day: Option<&str>, range: &str) -> bool {
    day.zip(range.split_once('/'))
        .is_some_and(|(day, (first, last))| first <= day && day <= last)
}

fn show(draft: &DraftProposal) {
    let who: Vec<String> = draft
        .participants
        .iter()
        .map(|one| format!("{}/{}:{:?}", one.key, one.country.as_deref().unwrap_or("-"), one.role))
        .collect();
    println!(
        "{:?} {} [{}] {:?} {:?} {:?} q{:?} {:.2} {}\n     {:?} {:?} topics {:?} links {:?} issue {:?} {}",
        draft.draft_type,
        draft.kind,
        draft.rule,
        draft.status,
        draft.when.as_ref().map(|when| &when.edtf),
        draft.place.as_ref().map(|place| &place.name),
        draft.quad,
        draft.confidence,
        who.join(", "),
        draft.amount,
        draft.quote,
        draft.topics,
        draft.links,
        draft.issue,
        draft.words.chars().take(90).collect::<String>()
    );
}

fn seed(reader: &Reader, corpus: &Path, verbose: bool) {
    let text = std::fs::read_to_string(corpus.join("article-2026-01-08.txt")).unwrap();
    let reading = reader.read(&text, NaiveDate::from_ymd_opt(2026, 1, 8), None);
    if verbose {
        reading.drafts.iter().enumerate().for_each(|(at, draft)| {
            print!("#{at} ");
            show(draft);
        });
    }
    let facts = seed_facts(&reading.drafts);
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for (number, draft) in &facts {
        match draft {
            Some(draft) => {
                used.insert(*draft);
            }
            None => println!("seed fact {number} missing"),
        }
    }
    let found: BTreeSet<u8> = facts
        .iter()
        .filter(|(_, draft)| draft.is_some())
        .map(|(number, _)| *number)
        .collect();
    let missing: BTreeSet<u8> = facts
        .iter()
        .filter(|(_, draft)| draft.is_none())
        .map(|(number, _)| *number)
        .collect();
    println!(
        "seed article: {} of 17 facts, {} further drafts",
        found.difference(&missing).count(),
        reading.drafts.len() - used.len()
    );
}

/// The 17 facts of the model; some are several drafts or parts of one.
fn seed_facts(drafts: &[DraftProposal]) -> Vec<(u8, Option<usize>)> {
    let find = |wanted: &dyn Fn(&DraftProposal) -> bool| drafts.iter().position(wanted);
    let from_to = |draft: &DraftProposal, kind: &str, source: &str, target: &str| {
        draft.kind == kind
            && draft.source_countries.iter().any(|code| code == source)
            && draft.target_countries.iter().any(|code| code == target)
    };
    let place = |draft: &DraftProposal, name: &str| draft.place.as_ref().is_some_and(|place| place.name == name);
    let planned = |draft: &DraftProposal| format!("{:?}", draft.status) == "Announced";
    let summit = find(&|draft| {
        draft.kind == "summit"
            && planned(draft)
            && place(draft, "Beijing")
            && draft
                .participants
                .iter()
                .any(|one| one.key == "person:xi-jinping" && format!("{:?}", one.role) == "Host")
            && draft
                .participants
                .iter()
                .any(|one| one.key == "person:lee-jae-myung" && format!("{:?}", one.role) == "Guest")
    });
    let has_topics = |draft: &DraftProposal| {
        [
            "supply-chains",
            "tourism",
            "transnational-crime",
            "critical-minerals",
            "green-industry",
            "ai",
        ]
        .iter()
        .all(|topic| draft.topics.iter().any(|known| known == topic))
    };
    vec![
        (1, summit),
        (
            2,
            find(&|draft| draft.kind == "visit" && place(draft, "Shanghai") && planned(draft) && !draft.links.is_empty()),
        ),
        (3, summit.filter(|at| drafts.get(*at).is_some_and(has_topics))),
        (
            4,
            find(&|draft| {
                from_to(draft, "appeal", "KOR", "CHN")
                    && planned(draft)
                    && draft.participants.iter().any(|one| one.country.as_deref() == Some("PRK"))
            }),
        ),
        (
            5,
            find(&|draft| draft.kind == "summit" && draft.when.as_ref().is_some_and(|when| when.edtf == "2025-11~"))
                .filter(|at| drafts.iter().any(|draft| draft.links.iter().any(|link| link.draft == *at))),
        ),
        (
            6,
            find(&|draft| {
                draft.kind == "summit"
                    && planned(draft)
                    && from_to(draft, "summit", "CHN", "JPN")
                    && draft.when.is_none()
                    && !draft.links.is_empty()
            }),
        ),
        (
            7,
            find(&|draft| {
                from_to(draft, "warning", "JPN", "CHN") && draft.participants.iter().any(|one| one.country.as_deref() == Some("TWN"))
            }),
        ),
        (
            8,
            find(&|draft| draft.kind == "dispute" && draft.sign < 0 && draft.participants.len() == 2)
                .filter(|at| drafts.iter().any(|draft| draft.links.iter().any(|link| link.draft == *at))),
        ),
        (
            9,
            find(&|draft| {
                draft.kind == "statement"
                    && draft.topics.iter().any(|topic| topic == "one-china")
                    && draft.stance.as_deref() == Some("supports")
            }),
        ),
        (
            9,
            find(&|draft| {
                draft.draft_type == DraftType::Tie
                    && draft.participants.iter().any(|one| one.key == "country:TWN")
                    && draft.participants.iter().any(|one| one.key == "country:KOR")
            }),
        ),
        (
            9,
            find(&|draft| draft.kind == "policy" && draft.participants.iter().any(|one| one.key == "country:CHN")),
        ),
        (
            10,
            find(&|draft| {
                draft.kind == "statement"
                    && draft.quote.as_deref() == Some("practical diplomacy")
                    && draft.participants.iter().any(|one| one.country.as_deref() == Some("KOR"))
            }),
        ),
        (
            11,
            find(&|draft| draft.kind == "alliance" && draft.participants.iter().any(|one| one.country.as_deref() == Some("USA"))),
        ),
        (
            11,
            find(&|draft| {
                from_to(draft, "presence", "USA", "KOR")
                    && draft
                        .amount
                        .as_ref()
                        .is_some_and(|amount| amount.value == Some(28_500.0) && amount.qualifier.as_deref() == Some("roughly"))
            }),
        ),
        (
            12,
            find(&|draft| {
                draft.kind == "partnership"
                    && draft.participants.iter().any(|one| one.country.as_deref() == Some("PRK"))
                    && draft.participants.iter().any(|one| one.country.as_deref() == Some("CHN"))
            }),
        ),
        (
            13,
            find(&|draft| {
                from_to(draft, "dependence", "KOR", "CHN")
                    && draft
                        .amount
                        .as_ref()
                        .is_some_and(|amount| amount.qualifier.as_deref() == Some("nearly half"))
            }),
        ),
        (
            14,
            find(&|draft| {
                from_to(draft, "dependence", "KOR", "CHN")
                    && draft
                        .amount
                        .as_ref()
                        .is_some_and(|amount| amount.qualifier.as_deref() == Some("largest market"))
            }),
        ),
        (
            15,
            find(&|draft| {
                from_to(draft, "launch", "CHN", "KOR") && draft.when.as_ref().is_some_and(|when| when.edtf == "2027") && planned(draft)
            }),
        ),
        (
            16,
            summit.filter(|at| {
                drafts.get(*at).is_some_and(|draft| {
                    draft
                        .participants
                        .iter()
                        .any(|one| one.key.starts_with("new:") && one.name.contains("cultural leaders"))
                })
            }),
        ),
        (17, find(&|draft| from_to(draft, "restriction", "CHN", "KOR"))),
    ]
}

fn speed(reader: &Reader, corpus: &Path) {
    let all: Vec<String> = lines(&corpus.join("wikinews/articles.jsonl"))
        .iter()
        .map(|row| row["text"].as_str().unwrap().to_owned())
        .collect();
    let text = all.join("\n\n").repeat(40);
    let start = Instant::now();
    let drafts = reader.read(&text, NaiveDate::from_ymd_opt(2020, 1, 1), None).drafts.len();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "speed: {:.2} MB in {seconds:.2} s = {:.2} MB/s, {drafts} drafts",
        text.len() as f64 / 1e6,
        text.len() as f64 / 1e6 / seconds
    );
}
