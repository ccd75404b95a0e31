//! Items to test with: one of every noun, with every field set, and small ones by number.

use chrono::{DateTime, Utc};
use domain::{Item, ItemKind, ItemRef, settings::Settings};
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{OperationSeq, Read as _, Store, StoreError};

pub fn uuid(number: u64) -> Uuid {
    Uuid::from_u64_pair(0x0192_0000_0000_7000, 0x8000_0000_0000_0000 | number)
}

pub fn time(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_600_000 + second, 0).unwrap()
}

pub fn item(json: serde_json::Value) -> Item {
    let item: Item = serde_json::from_value(json).unwrap();
    item.check().unwrap();
    item
}

pub fn settings() -> Settings {
    serde_json::from_value(json!({"id": uuid(0), "title": "Beijing", "time_zone": "Asia/Seoul"})).unwrap()
}

pub fn actor(number: u64, name: &str) -> Item {
    item(json!({"type": "actor", "id": uuid(number), "kind": "country", "name": name}))
}

pub fn event(number: u64, title: &str, actors: &[u64]) -> Item {
    let participants: Vec<_> = actors.iter().map(|&actor| json!({"actor": uuid(actor), "role": "party"})).collect();
    item(
        json!({"type": "event", "id": uuid(number), "kind": "summit", "title": title, "when": {"edtf": "2026-01-05"}, "status": [{"status": "occurred"}], "participants": participants}),
    )
}

pub fn source(number: u64, title: &str, text: &str) -> Item {
    item(json!({"type": "source", "id": uuid(number), "title": title, "text": text}))
}

pub fn note(number: u64, title: &str, body: &str) -> Item {
    item(json!({"type": "note", "id": uuid(number), "title": title, "body": body}))
}

/// One of every noun that can be put, with every field set; each points only at earlier ones.
pub fn one_of_each() -> Vec<Item> {
    let text = "Lee Jae Myung met Xi Jinping in Beijing. 한중 정상회담이 열렸다.";
    let of = |kind: &str, number: u64| format!("{kind}:{}", uuid(number));
    vec![
        item(
            json!({"type": "actor", "id": uuid(1), "kind": "country", "name": "South Korea", "other_names": [{"text": "대한민국", "language": "ko"}, {"text": "ROK"}], "code": {"scheme": "iso3166", "code": "KOR"}}),
        ),
        item(json!({"type": "actor", "id": uuid(2), "kind": "country", "name": "China", "code": {"scheme": "iso3166", "code": "CHN"}})),
        item(json!({"type": "actor", "id": uuid(3), "kind": "company", "name": "Huawei", "acts_for": uuid(2)})),
        item(json!({"type": "actor", "id": uuid(4), "kind": "person", "name": "Lee Jae Myung"})),
        item(
            json!({"type": "office", "id": uuid(5), "post": "President", "of": uuid(1), "other_names": [{"text": "대통령", "language": "ko"}]}),
        ),
        item(
            json!({"type": "tenure", "id": uuid(6), "office": uuid(5), "holder": uuid(4), "period": {"start": "2025-06-04", "end": "ongoing"}, "acting": true}),
        ),
        item(
            json!({"type": "place", "id": uuid(7), "name": "Beijing", "other_names": [{"text": "北京", "language": "zh"}], "country": uuid(2), "coordinates": {"latitude": 39.9, "longitude": 116.4}}),
        ),
        item(json!({"type": "topic", "id": uuid(8), "name": "Trade"})),
        item(json!({"type": "topic", "id": uuid(9), "name": "Chips", "parent": uuid(8)})),
        item(json!({"type": "source", "id": uuid(10), "title": "Wire", "text": text})),
        item(
            json!({"type": "source", "id": uuid(11), "title": "Daily", "publisher": "The Daily", "author": "A. Author", "url": "https://example.org/a", "published": "2026-01-08", "accessed": "2026-01-09",
            "language": "en", "reliability": "B", "origin": "other-source", "repeats": uuid(10), "text": text}),
        ),
        item(
            json!({"type": "event", "id": uuid(12), "kind": "summit", "title": "Lee meets Xi", "when": {"edtf": "2026-01-05~", "text": "early January"},
            "status": [{"status": "announced", "on": "2025-12-30", "source": uuid(10), "remark": "by the office"}, {"status": "occurred"}], "place": uuid(7),
            "participants": [{"actor": uuid(2), "role": "host"}, {"actor": uuid(1), "role": "guest"}], "topics": [uuid(9), uuid(8)],
            "amount": {"value": 200.5, "unit": "delegates", "qualifier": "about"}, "summary": "They met.\nIn Beijing.", "salience": 90,
            "weight": {"value": 5.5, "reason": "second in two months"}, "original": {"scheme": "CAMEO", "code": "046", "version": "1.1b3", "value": 7.0}}),
        ),
        item(
            json!({"type": "event", "id": uuid(13), "kind": "statement", "title": "Lee backs dialogue", "when": {"edtf": "2026-01-05/2026-01-07", "relative": {"relation": "after", "event": uuid(12), "within_days": 60}},
            "status": [{"status": "announced"}], "statement": {"speaker": uuid(4), "on_behalf_of": uuid(1), "audience": [uuid(3)], "targets": [uuid(2), uuid(1)], "issue": "dialogue", "stance": "leans-for",
            "quote": {"text": "대화를 지지한다", "language": "ko", "translation": "We support dialogue"}}, "participants": [{"actor": uuid(4), "role": "speaker"}]}),
        ),
        item(
            json!({"type": "tie", "id": uuid(14), "kind": "dependence", "title": "Rare earths", "from": uuid(1), "to": uuid(2), "mutual": true, "sign": -1, "amount": {"qualifier": "nearly half"},
            "period": {"start": "2010", "end": "unknown"}, "cause": uuid(12), "summary": "Supply."}),
        ),
        item(json!({"type": "link", "id": uuid(15), "kind": "follows-up", "from": uuid(13), "to": uuid(12), "remark": "days later"})),
        item(
            json!({"type": "citation", "id": uuid(16), "item": of("event", 12), "source": uuid(11), "anchor": {"exact": "met Xi", "prefix": "Myung ", "suffix": " Jin", "start": 14, "end": 20}, "credibility": 2, "coder": {"rule": "meeting"}}),
        ),
        item(
            json!({"type": "claim", "id": uuid(17), "item": of("event", 12), "value": {"attribute": "place", "value": uuid(7)}, "citation": uuid(16), "chosen": true, "reason": "two sources"}),
        ),
        item(json!({"type": "claim", "id": uuid(18), "item": of("event", 12), "value": {"attribute": "when", "value": "2026-01-06"}})),
        item(
            json!({"type": "claim", "id": uuid(19), "item": of("event", 12), "value": {"attribute": "other", "value": {"name": "place", "words": "the Great Hall"}}}),
        ),
        item(
            json!({"type": "note", "id": uuid(20), "title": "Thaw", "body": format!("See [[{}|the summit]] and [[{}]].", of("event", 12), of("actor", 2)), "attached_to": [of("event", 13)],
            "judgement": {"likelihood": "likely", "confidence": "moderate", "horizon": "2026", "evidence_for": [of("event", 12)], "evidence_against": [of("tie", 14), of("event", 13)], "outcome": {"came_true": true, "on": "2026-05", "remark": "It did."}}}),
        ),
        item(
            json!({"type": "assessment", "id": uuid(21), "a": uuid(1), "b": uuid(2), "direction": "better", "reason": "A second summit", "on": "2026-01-08"}),
        ),
        item(
            json!({"type": "draft", "id": uuid(22), "source": uuid(11), "proposal": {"type": "event", "id": uuid(23), "kind": "visit", "title": "Lee visits Shanghai", "status": [{"status": "announced"}]},
            "anchor": {"exact": "met", "start": 14, "end": 17}, "rule": "visit", "confidence": 0.85, "state": "rejected"}),
        ),
    ]
}

/// A dossier in a folder of its own.
pub struct Dossier {
    pub store: Store,
    pub path: PathBuf,
    pub folder: TempDir,
}

impl Dossier {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("beijing.dossier");
        let store = Store::create(&path, &settings(), time(0)).unwrap();
        Self { store, path, folder }
    }

    pub fn with(items: &[Item]) -> Self {
        let mut dossier = Self::new();
        dossier.put(items, 1);
        dossier
    }

    /// Puts items in one operation, at a second.
    pub fn put(&mut self, items: &[Item], second: i64) -> OperationSeq {
        self.store
            .write(|write| {
                let operation = write.begin("put", "items", time(second))?;
                for item in items {
                    write.put(operation, item, time(second))?;
                }
                Ok::<_, StoreError>(operation)
            })
            .unwrap()
    }

    pub fn remove(&mut self, item: ItemRef, second: i64) -> Result<OperationSeq, StoreError> {
        self.store.write(|write| {
            let operation = write.begin("remove", "item", time(second))?;
            write.remove(operation, item, time(second))?;
            Ok(operation)
        })
    }

    pub fn undo(&mut self, second: i64) {
        let operation = self.store.last_done().unwrap().unwrap().seq;
        self.store.write(|write| write.revert(operation, time(second))).unwrap();
    }

    pub fn redo(&mut self, second: i64) {
        let operation = self.store.next_undone().unwrap().unwrap().seq;
        self.store.write(|write| write.reapply(operation, time(second))).unwrap();
    }

    /// Closes and opens it.
    pub fn reopen(self) -> Self {
        let Self { store, path, folder } = self;
        drop(store);
        Self {
            store: Store::open(&path).unwrap(),
            path,
            folder,
        }
    }

    pub fn all(&self) -> Vec<Item> {
        ItemKind::ALL.iter().flat_map(|&kind| self.store.list(kind).unwrap()).collect()
    }
}
