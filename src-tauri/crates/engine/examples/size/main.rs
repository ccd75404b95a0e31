//! What the core takes for a record of a given size: `cargo run --release -p engine --example size -- [EVENTS [FILE]]`.
//! With a file, the rows are written there as `cargo xtask bench` reads them.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod beside;

use domain::{Edtf, Filter, Item, ItemKind, Moment, kind::KindId};
use engine::{Change, store::Read};
use relations::Setting;
use std::time::Instant;
use testkit::{Generated, TestDossier, record, time};
use timeline::FrameRequest;

/// Longest an interactive act may take, in milliseconds.
const STALL: f64 = 100.0;
/// Times each act is measured; the median counts.
const TIMES: usize = 7;

/// One figure with the most it may be.
struct Figure {
    name: &'static str,
    milliseconds: f64,
    most: Option<f64>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let events = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let mut figures = Vec::new();
    let mut dossier = fill(events, &mut figures);
    look(&dossier, &mut figures);
    change(&mut dossier, &mut figures);
    let import = once(|| dossier.workspace_mut().undo(time(90)).unwrap());
    figures.push(Figure::long("undo of the import", import));
    drop(dossier);
    figures.push(beside::beside_an_import(events));
    for figure in &figures {
        println!("{:32} {:>10.1} ms{}", figure.name, figure.milliseconds, figure.verdict());
    }
    if let Some(file) = arguments.next() {
        std::fs::write(file, table(&figures)).unwrap();
    }
}

fn fill(events: usize, figures: &mut Vec<Figure>) -> TestDossier {
    let Generated { items, .. } = record(events, 7);
    println!("{events} events, {} items", items.len());
    let mut dossier = TestDossier::new();
    figures.push(Figure::long(
        "import, searchable",
        once(|| dossier.import(items.iter().cloned()).unwrap()),
    ));
    figures.push(Figure::long("open", once(|| dossier.reopen())));
    dossier
}

fn look(dossier: &TestDossier, figures: &mut Vec<Figure>) {
    let (workspace, index) = (dossier.workspace(), dossier.workspace().index().unwrap());
    let country = index.actors.countries().next().unwrap().id;
    let lanes: Vec<u32> = index.actors.countries().filter_map(|actor| index.actors.lane(actor.id)).collect();
    let frame = |filter: &Filter, start: f64, end: f64| {
        let selection = workspace.record().marks(&index, filter).unwrap();
        let request = FrameRequest {
            start,
            end,
            width_px: 1_600,
            lanes: lanes.clone(),
            depth: 3,
            chosen: None,
        };
        timeline::encode(&timeline::frame(&index.columns, &selection, &request).unwrap())
    };
    let all = Filter::default();
    figures.push(Figure::act("frame of all", || frame(&all, 631_000_000.0, 1_767_000_000.0)));
    figures.push(Figure::act("frame of a month", || frame(&all, 1_500_000_000.0, 1_502_600_000.0)));
    let facets = Filter {
        actors: vec![country],
        kinds: vec![KindId::new("summit").unwrap(), KindId::new("talks").unwrap()],
        from: Some(Edtf::parse("2000-01-01").unwrap()),
        ..Filter::default()
    };
    figures.push(Figure::act("filter of three facets, framed", || {
        frame(&facets, 631_000_000.0, 1_767_000_000.0)
    }));
    let text = Filter {
        text: Some("semiconductors".to_owned()),
        ..Filter::default()
    };
    figures.push(Figure::act("filter by text, framed", || {
        frame(&text, 631_000_000.0, 1_767_000_000.0)
    }));
    figures.push(Figure::act("facets", || workspace.record().facets(&index, &facets).unwrap()));
    for (name, words) in [
        ("search, rare", "Thailand fisher"),
        ("search, common", "officials"),
        ("search, two letters", "me"),
    ] {
        figures.push(Figure::act(name, || workspace.store().search(words, 50).unwrap()));
    }
    figures.push(Figure::act("completion", || workspace.store().complete("Presi", &[], 20).unwrap()));
    let setting = Setting {
        as_of: Moment(1_700_000_000),
        half_life_days: 180.0,
    };
    figures.push(Figure::act("tones of all dyads", || {
        index.dyads(&workspace.reference().ontology, setting)
    }));
}

fn change(dossier: &mut TestDossier, figures: &mut Vec<Figure>) {
    let row = dossier.workspace().index().unwrap().rows().nth(1_000).unwrap().id;
    let event = dossier.workspace().require(domain::ItemRef::new(ItemKind::Event, row)).unwrap();
    let mut number = 0;
    let mut edit = |dossier: &mut TestDossier| -> Change {
        number += 1;
        let mut item = event.clone();
        if let Item::Event(event) = &mut item {
            event.title = testkit::build::title(&format!("Edited {number}"));
        }
        dossier.workspace_mut().put_item(&item, false, time(10 + number)).unwrap()
    };
    figures.push(Figure::act("one edit", || edit(dossier)));
    figures.push(Figure::act("undo of an edit", || dossier.workspace_mut().undo(time(60)).unwrap()));
    figures.push(Figure::act("redo of an edit", || dossier.workspace_mut().redo(time(61)).unwrap()));
    let actor = dossier.workspace().index().unwrap().rows().nth(1_000).unwrap().actors[0].actor;
    let actor = dossier.workspace().require(domain::ItemRef::new(ItemKind::Actor, actor)).unwrap();
    figures.push(Figure::act("rename an actor", || {
        let mut item = actor.clone();
        if let Item::Actor(actor) = &mut item {
            actor.name = testkit::build::title(&format!("Renamed {:?}", Instant::now()));
        }
        dossier.workspace_mut().put_item(&item, false, time(70)).unwrap()
    }));
    for _ in 0..2 * TIMES {
        dossier.workspace_mut().undo(time(80)).unwrap();
    }
}

impl Figure {
    /// The median of several times.
    fn act<T>(name: &'static str, mut work: impl FnMut() -> T) -> Self {
        let mut all: Vec<f64> = (0..TIMES).map(|_| once(&mut work)).collect();
        all.sort_by(f64::total_cmp);
        Self {
            name,
            milliseconds: all[TIMES / 2],
            most: Some(STALL),
        }
    }

    /// Something a person waits for knowingly.
    fn long(name: &'static str, milliseconds: f64) -> Self {
        Self {
            name,
            milliseconds,
            most: None,
        }
    }

    fn verdict(&self) -> &'static str {
        match self.most {
            Some(most) if self.milliseconds > most => "  TOO LONG",
            _ => "",
        }
    }
}

fn once<T>(work: impl FnOnce() -> T) -> f64 {
    let begin = Instant::now();
    let result = work();
    let taken = begin.elapsed().as_secs_f64() * 1_000.0;
    drop(result);
    taken
}

/// Only what has a bound is judged.
fn table(figures: &[Figure]) -> String {
    let row = |figure: &Figure| {
        Some(serde_json::json!({
            "figure": figure.name, "unit": "ms", "ours": figure.milliseconds,
            "rival": figure.most?, "rival_name": "the most it may be", "goal": 1.0,
        }))
    };
    let rows: Vec<_> = figures.iter().filter_map(row).collect();
    serde_json::json!({ "area": "core", "rows": rows }).to_string()
}
