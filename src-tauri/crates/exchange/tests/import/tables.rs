//! Tables: those of known data sets as they are downloaded, and those that people make.

use chrono::NaiveDate;
use domain::{
    event::Role,
    incoming::{Always, CodeList, Format, Mapping, Problem, Thing, Use},
};
use exchange::import::{ImportError, Out, look, read};
use std::io::{Cursor, Read};

use super::support::{Told, corpus, imported, today};

/// Title or kind or code, date, and parties of the event of a row, as one line.
#[track_caller]
fn event(told: &Told, row: u64) -> String {
    let incoming = told
        .things
        .iter()
        .find(|incoming| incoming.row == row)
        .expect("a thing of that row");
    let Thing::Event(event) = &incoming.thing else { panic!("no event") };
    let parties: Vec<String> = event
        .parties
        .iter()
        .map(|party| {
            let code = |code: &Option<domain::incoming::Coded>| code.as_ref().map_or(String::new(), |code| format!(" {}", code.code));
            format!("{} {}{}{}", party.role, party.name, code(&party.code), code(&party.country))
        })
        .collect();
    format!(
        "{} | {} | {} | {}",
        incoming.id.as_deref().unwrap_or("-"),
        event.when.as_ref().map_or("-", |when| when.edtf.as_str()),
        event.act.as_ref().map_or(event.title.as_str(), |act| act.code.as_str()),
        parties.join(", ")
    )
}

#[test]
fn gdelt_as_it_is_downloaded() {
    let Some(bytes) = corpus("import/gdelt/20150218230000.export.CSV") else {
        return;
    };
    let (plan, told) = imported(&bytes, None);
    assert_eq!((plan.format, told.things.len(), told.faults.len()), (Format::Table, 300, 0));
    assert_eq!(
        event(&told, 7),
        "410412353 | 2014-02-18 | 042 | actor AUSTRALIAN AUS AUS, recipient NEW ZEALAND NZL NZL"
    );
    let Some(older) = corpus("events/gdelt1-mixed-57-58.tsv") else {
        return;
    };
    let (_, told) = imported(&older, None);
    assert_eq!((told.things.len(), told.faults.len()), (710, 0));
}

#[test]
fn icews_lists_meetings_once_a_side() {
    let Some(bytes) = corpus("events/icews-native.tab") else { return };
    let (_, told) = imported(&bytes, None);
    assert_eq!(told.things.len(), 3705);
    assert!(told.events().iter().all(|event| event.both_ways));
    assert_eq!(
        event(&told, 2),
        "32889836 | 2018-06-01 | 040 | actor Foreign Affairs (Bangladesh) Bangladesh, recipient High Ranking Military Personnel (Vietnam) Vietnam"
    );
}

#[test]
fn unknown_days_leave_the_month() {
    let Some(bytes) = corpus("import/mid/MIDA_5.0.csv") else { return };
    let (_, told) = imported(&bytes, None);
    assert_eq!((told.things.len(), told.faults.len()), (600, 0));
    assert_eq!(event(&told, 2), "2 | 1902-07/1903-01-24 | 3 | ");
    let nothing_happened = corpus("import/mid/dyad_month_MID_post1990.csv").unwrap();
    let (_, told) = imported(&nothing_happened, None);
    assert_eq!(told.things.len(), 1);
    assert_eq!(event(&told, 5), "3550/USA/PER/1992/4 | 1992-04 |  | party  USA, party  PER");
}

#[test]
fn a_table_of_offices_gives_tenures() {
    let Some(bytes) = corpus("import/office/reign_leaderlist_3_21.csv") else {
        return;
    };
    let (_, told) = imported(&bytes, None);
    let Thing::Tenure(kennedy) = &told.things[2].thing else { panic!() };
    assert_eq!(kennedy.holder.name, "Kennedy");
    assert_eq!(
        (kennedy.start.as_ref().unwrap().as_str(), kennedy.end.to_string().as_str()),
        ("1961-01-20", "1963-11")
    );
    assert_eq!(told.things.len(), 2524);
}

#[test]
fn an_office_of_nobody_is_asked_for_and_given_by_the_mapping() {
    let text = "position,person,start,end\nPresident,Yoon Suk-yeol,2022-05-10,2025-04-04\nPrime Minister,Han Duck-soo,2022-05-21,\n";
    let (plan, told) = imported(text.as_bytes(), None);
    assert_eq!(told.problems(), ["2 no-country", "3 no-country"]);
    let mut mapping = plan.tables[0].survey.mapping.clone();
    mapping.always.push(Always {
        country: "KOR".to_owned(),
        role: Role::Party,
    });
    let (_, told) = imported(text.as_bytes(), Some(&mapping));
    let Thing::Tenure(yoon) = &told.things[0].thing else { panic!() };
    assert_eq!((yoon.post.as_str(), yoon.end.to_string().as_str()), ("President", "2025-04-04"));
    assert!(told.faults.is_empty());
}

#[test]
fn json_of_no_known_form_is_no_table() {
    let text = "{ \"a\": 1, \"b\": 2 },\n{ \"a\": 3, \"b\": 4 },\n{ \"a\": 5, \"b\": 6 }\n";
    assert!(matches!(look(&open(text), &|_| None, today()), Err(ImportError::Unknown)));
}

#[test]
fn rows_may_point_at_rows_by_their_ids() {
    let Some(bytes) = corpus("import/aeon/aeon_csv_normal.csv") else {
        return;
    };
    let (_, told) = imported(&bytes, None);
    assert_eq!(told.events().len(), 94);
    let first = event(&told, 2);
    assert!(
        first.starts_with("EV68 | 1933-02-07T01:17:00 | The Conductor answers the bell of Mrs Hubbard | party "),
        "{first}"
    );
    assert!(!first.contains("PER5"), "{first}");
}

const VISITS: &str = "\u{feff}Date;Visitor;Host country;City;Remarks\n\
    13/02/2025;Lee Jae-myung;Japan;Tokyo;\"First visit; informal\"\n\
    04/03/2025;Xi Jinping;South Korea;Gyeongju;\n\
    31/02/2025;Nobody;Japan;;\n\
    ;;;;\n\
    05/03/2025;A;B;C;D;E\n";

#[test]
fn a_spreadsheet_of_visits() {
    let (plan, told) = imported(VISITS.as_bytes(), None);
    let uses: Vec<Use> = plan.tables[0].survey.mapping.columns.iter().map(|column| column.is).collect();
    assert_eq!(uses, [Use::Date, Use::ActorName, Use::ActorName, Use::Place, Use::Summary]);
    assert_eq!(plan.tables[0].survey.mapping.kind.as_deref(), Some("visit"));
    assert_eq!(event(&told, 3), "- | 2025-03-04 |  | guest Xi Jinping, host South Korea");
    assert_eq!(told.problems(), ["4 date-unread", "6 ragged"]);
}

/// What a file is in, as bytes on the disk of a person.
fn encoded(label: &str, text: &str) -> Vec<u8> {
    encoding_rs::Encoding::for_label(label.as_bytes())
        .unwrap()
        .encode(text)
        .0
        .into_owned()
}

#[test]
fn encodings_of_spreadsheet_programs() {
    let korean = "날짜,행위자,대상,내용\n2026-01-05,한국,중국,베이징에서 정상회담을 열었다\n2026-01-13,한국,일본,나라에서 회담했다\n";
    for label in ["euc-kr", "utf-8"] {
        let (_, told) = imported(&encoded(label, korean), None);
        assert_eq!(event(&told, 2), "- | 2026-01-05 |  | actor 한국, recipient 중국", "{label}");
    }
    let (_, told) = imported(
        &encoded("gb18030", "日期,主体,对象,内容\n2026-01-05,韩国,中国,双方在北京举行会谈\n"),
        None,
    );
    assert_eq!(event(&told, 2), "- | 2026-01-05 |  | actor 韩国, recipient 中国");
    let wide: Vec<u8> = format!("\u{feff}{korean}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(imported(&wide, None).1.events().len(), 2);
}

fn open(text: &'static str) -> impl Fn() -> std::io::Result<Box<dyn Read>> {
    move || Ok(Box::new(Cursor::new(text.as_bytes())) as Box<dyn Read>)
}

#[test]
fn an_open_order_of_dates_is_asked_not_guessed() {
    let text = "date,actor,title\n03/04/2026,Japan,Talks\n05/06/2026,Japan,Talks again\n";
    let plan = look(&open(text), &|_| None, today()).unwrap();
    assert!(plan.tables[0].order_open);
    let mut told = Told::default();
    let refused = read(&open(text), &plan, &mut Out::new(&mut told, today())).unwrap_err();
    assert!(matches!(refused, ImportError::OrderOpen));
    let mapping = Mapping {
        date_order: Some(domain::incoming::DateOrder::MonthFirst),
        ..plan.tables[0].survey.mapping.clone()
    };
    let (_, told) = imported(text.as_bytes(), Some(&mapping));
    assert_eq!(told.lines(), ["2026-03-04 Talks", "2026-05-06 Talks again"]);
}

#[test]
fn several_dates_are_several_events() {
    let Some(bytes) = corpus("import/treaty/un_26-4.csv") else { return };
    let (plan, _) = imported(&bytes, None);
    let mut mapping = plan.tables[0].survey.mapping.clone();
    mapping.columns.iter_mut().for_each(|column| {
        column.is = if column.header == "Participant" {
            Use::ActorCode
        } else {
            Use::Date
        };
        column.list = (column.header == "Participant").then_some(CodeList::Name);
    });
    mapping.kind = Some("accession".to_owned());
    let (_, told) = imported(&bytes, Some(&mapping));
    let algeria: Vec<_> = told.things.iter().filter(|incoming| incoming.row == 4).collect();
    assert_eq!(algeria.len(), 2);
    assert!(event(&told, 4).contains("1996-10-15"));
}

#[test]
fn workbooks_are_read_sheet_by_sheet() {
    let Some(bytes) = corpus("import/xlsx/readxl_deaths.xlsx") else {
        return;
    };
    let (plan, told) = imported(&bytes, None);
    assert_eq!(plan.format, Format::Workbook);
    assert_eq!(
        plan.tables.iter().map(|table| table.sheet.as_str()).collect::<Vec<_>>(),
        ["arts", "other"]
    );
    let lines = told.lines();
    for line in [
        "1947-01-08 David Bowie: Date of birth",
        "2016-01-10 David Bowie: Date of death",
        "2016-12-25 Vera Rubin: Date of death",
    ] {
        assert!(lines.iter().any(|told| told == line), "{line}");
    }
}

/// Cut, doubled and changed bytes, the same in every run.
fn mutated(sample: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap()
    };
    let mut bytes = sample.to_vec();
    for _ in 0..=random(6) {
        let at = random(bytes.len());
        match random(4) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, b"\"\0\r,;\t\xff"[random(7)]),
            2 => {
                let part: Vec<u8> = bytes[at..].iter().copied().take(200).collect();
                bytes.splice(at..at, part);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(random(256)).unwrap();
                }
            }
        }
    }
    bytes
}

#[test]
fn damaged_tables_cost_rows_and_nothing_else() {
    for seed in 0..1_000 {
        let bytes = mutated(VISITS.as_bytes(), seed);
        let held = bytes.clone();
        let open = move || Ok(Box::new(Cursor::new(held.clone())) as Box<dyn Read>);
        let Ok(plan) = look(&open, &|_| None, today()) else { continue };
        let mut told = Told::default();
        let _ = read(&open, &plan, &mut Out::new(&mut told, today()));
        let bad = told.faults.iter().filter(|fault| fault.problem == Problem::NotText).count();
        assert!(bad <= bytes.len());
        assert!(told.things.iter().all(|incoming| incoming.row > 0));
    }
}

#[test]
fn years_of_two_figures_are_near_today() {
    let text = "date,actor,title\n13.02.31,Japan,a\n13.02.40,Japan,b\n";
    let (_, told) = imported(text.as_bytes(), None);
    assert_eq!(told.lines(), ["2031-02-13 a", "1940-02-13 b"]);
    assert_eq!(NaiveDate::from_ymd_opt(2026, 1, 31), Some(today()));
}
