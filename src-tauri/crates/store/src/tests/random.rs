//! Any sequence of operations, undone, gives the same record, and redone, the other.

use domain::{Item, ItemKind, ItemRef};
use proptest::prelude::*;
use serde_json::json;

use super::build::{Dossier, actor, event, item, note, time, uuid};
use crate::{OperationSeq, Read as _, StoreError};

#[derive(Clone, Debug)]
enum Step {
    Put(Vec<Item>),
    PutMore(Box<Item>),
    Remove(ItemRef),
    Undo,
    Redo,
    Reopen,
}

fn any_item() -> impl Strategy<Value = Item> {
    let name = prop_oneof!["[a-c]{1,3}", "[外交部회담]{1,4}", "Élysée [a-c]"];
    (0..6_u8, 0..3_u64, name, proptest::collection::vec(0..3_u64, 0..3)).prop_map(|(kind, number, name, mut others)| {
        others.sort_unstable();
        others.dedup();
        match kind {
            0 | 1 => actor(number, &name),
            2 | 3 => event(10 + number, &name, &others),
            4 => note(20 + number, &name, &format!("See [[event:{}]]", uuid(10 + number))),
            _ => item(json!({"type": "tie", "id": uuid(30 + number), "kind": "alliance", "title": name, "from": uuid(number), "to": uuid((number + 1) % 3), "sign": 1, "period": {}})),
        }
    })
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => proptest::collection::vec(any_item(), 1..4).prop_map(Step::Put),
        2 => any_item().prop_map(|item| Step::PutMore(Box::new(item))),
        3 => any_item().prop_map(|item| Step::Remove(item.item_ref())),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

/// The digests of the record after each operation that can be undone or redone, and where the record stands among them.
struct Model {
    digests: Vec<String>,
    at: usize,
}

impl Model {
    fn done(&mut self, digest: String) {
        self.digests.truncate(self.at + 1);
        self.digests.push(digest);
        self.at += 1;
    }
}

fn put(dossier: &mut Dossier, items: &[Item], second: i64) -> Result<(), StoreError> {
    dossier.store.write(|write| {
        let operation = write.begin("put", "items", time(second))?;
        items
            .iter()
            .try_for_each(|item| write.put(operation, item, time(second)).map(|_| ()))
    })
}

fn put_more(dossier: &mut Dossier, operation: OperationSeq, item: &Item, second: i64) -> Result<(), StoreError> {
    dossier.store.write(|write| write.put(operation, item, time(second)).map(|_| ()))
}

fn take(mut dossier: Dossier, model: &mut Model, step: &Step, second: i64) -> Dossier {
    match step {
        Step::Put(items) => {
            if put(&mut dossier, items, second).is_ok() {
                model.done(dossier.store.digest().unwrap());
            }
        }
        Step::PutMore(item) => {
            if let Some(last) = dossier.store.last_done().unwrap()
                && put_more(&mut dossier, last.seq, item, second).is_ok()
            {
                model.digests[model.at] = dossier.store.digest().unwrap();
            }
        }
        Step::Remove(item) => {
            if dossier.remove(*item, second).is_ok() {
                model.done(dossier.store.digest().unwrap());
            }
        }
        Step::Undo if model.at > 0 => {
            dossier.undo(second);
            model.at -= 1;
        }
        Step::Redo if model.at + 1 < model.digests.len() => {
            dossier.redo(second);
            model.at += 1;
        }
        Step::Reopen => return dossier.reopen(),
        Step::Undo | Step::Redo => {}
    }
    dossier
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn undone_and_redone_records_are_equal(steps in proptest::collection::vec(any_step(), 1..40)) {
        let mut dossier = Dossier::new();
        let mut model = Model { digests: vec![dossier.store.digest().unwrap()], at: 0 };
        for (second, step) in (1..).zip(&steps) {
            dossier = take(dossier, &mut model, step, second);
            prop_assert_eq!(&dossier.store.digest().unwrap(), &model.digests[model.at], "after {:?}", step);
        }
        prop_assert_eq!(dossier.store.check().unwrap().findings, Vec::<String>::new());
        while model.at > 0 {
            dossier = take(dossier, &mut model, &Step::Undo, 1_000);
            prop_assert_eq!(&dossier.store.digest().unwrap(), &model.digests[model.at]);
        }
        prop_assert_eq!(dossier.store.counts().unwrap().0.iter().filter(|(kind, count)| *kind != ItemKind::Settings && *count > 0).count(), 0);
    }
}
