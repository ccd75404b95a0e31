//! JSON read strictly: no key stands twice, nothing in it acts on a terminal.

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use std::{collections::BTreeSet, fmt, fs};

use crate::desk::Desk;

/// Reads one document and refuses a key that stands twice.
pub fn read(document: &str) -> Value {
    serde_json::from_str::<Strict>(document)
        .unwrap_or_else(|error| panic!("{error} in {document}"))
        .0
}

struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_str<E>(self, value: &str) -> Result<Value, E> {
                Ok(value.into())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                let mut all = Vec::new();
                while let Some(Strict(item)) = items.next_element()? {
                    all.push(item);
                }
                Ok(all.into())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
                let mut all = Map::new();
                while let Some((key, Strict(value))) = entries.next_entry::<String, Strict>()? {
                    if all.insert(key.clone(), value).is_some() {
                        return Err(A::Error::custom(format!("“{key}” stands twice")));
                    }
                }
                Ok(all.into())
            }
        }
        deserializer.deserialize_any(Read).map(Self)
    }
}

#[test]
fn no_answer_of_any_command_repeats_a_key() {
    let desk = Desk::with_sample();
    fs::write(desk.path("a.txt"), "Lee Jae Myung met Xi Jinping in Beijing on 5 January 2026.").unwrap();
    fs::write(desk.path("b.txt"), "Japan will send 500 troops to Poland on 3 March 2026.").unwrap();
    fs::write(desk.path("c.txt"), "Xi Jinping will visit Seoul on 4 April 2026.").unwrap();
    let mut asked = BTreeSet::new();
    let mut ask = |line: &str| {
        asked.insert(line.split(' ').next().unwrap().to_owned());
        desk.json(line.split(' '))
    };
    ask("new b.dossier --sample beijing-2026");
    let info = ask("info a.dossier");
    assert_eq!(info["file"], "a.dossier");
    for line in [
        "check a.dossier",
        "events a.dossier",
        "relations a.dossier --explain",
        "relations a.dossier --between CHN KOR",
        "triads a.dossier",
        "search a.dossier summit",
        "read a.txt",
        "add a.dossier a.txt b.txt",
        "drafts a.dossier",
        "when 2026-01-05",
        "accept a.dossier --at-least 0.1",
        "undo a.dossier",
        "redo a.dossier",
        "history a.dossier",
        "export a.dossier --format json -o x.json",
        "import c.dossier x.json",
        "brief a.dossier -o a.pdf",
        "backup a.dossier -o d.dossier",
        "restore d.dossier -o e.dossier",
        "add a.dossier c.txt",
        "reject a.dossier --all",
    ] {
        ask(line);
    }
    read(&fs::read_to_string(desk.path("x.json")).unwrap());
    let help = desk.text(["--help"]);
    let commands = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .map_while(|line| line.split_whitespace().next());
    let missing: Vec<_> = commands.filter(|name| *name != "help" && !asked.contains(*name)).collect();
    assert!(missing.is_empty() && asked.len() > 15, "{missing:?} were not asked");
}
