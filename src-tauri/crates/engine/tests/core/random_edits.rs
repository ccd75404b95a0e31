//! Any sequence of edits, undone, gives the same record at every step back, and redone, the same at every step forward.

use chrono::{DateTime, TimeDelta, Utc};
use engine::store::{OperationSeq, Read};
use testkit::{Edit, Editor, TestDossier, time, times};

use crate::same_index::assert_same_index;

/// Operations by default; `SUMMITRY_RANDOM_OPERATIONS` asks for more.
const OPERATIONS: usize = 1_200;
/// Operations on one dossier before all of it is undone and redone.
const IN_ONE_DOSSIER: usize = 500;

#[test]
fn whatever_is_done_is_undone_and_redone_exactly() {
    let mut left = times("SUMMITRY_RANDOM_OPERATIONS", OPERATIONS);
    let mut seed = 1;
    while left > 0 {
        let mut life = Life::new(seed);
        let here = left.min(IN_ONE_DOSSIER);
        while life.operations < here {
            life.go_on();
        }
        life.end();
        left = left.saturating_sub(life.operations);
        seed += 1;
    }
}

/// One dossier, with the digest of the record after each operation that can be undone or redone.
struct Life {
    seed: u64,
    dossier: TestDossier,
    editor: Editor,
    now: DateTime<Utc>,
    digests: Vec<String>,
    /// Where the record stands among them.
    at: usize,
    operations: usize,
}

impl Life {
    fn new(seed: u64) -> Self {
        let dossier = TestDossier::new();
        let digests = vec![dossier.workspace().store().digest().unwrap()];
        Self {
            seed,
            dossier,
            editor: Editor::new(seed),
            now: time(10),
            digests,
            at: 0,
            operations: 0,
        }
    }

    fn go_on(&mut self) {
        // Mostly seconds, so that typing goes on; now and then hours, so that plans come due.
        let pause = if self.editor.random().once_in(20) { 30_000 } else { 2 };
        self.now += TimeDelta::seconds(pause);
        match self.editor.random().below(16) {
            0..=2 => self.undo(),
            3 | 4 => self.redo(),
            5 if self.editor.random().once_in(8) => {
                self.dossier.reopen();
                self.check("after it was opened again");
            }
            _ => self.edit(),
        }
    }

    fn edit(&mut self) {
        let edit = self.editor.next(self.dossier.workspace());
        let before = self.last();
        self.operations += 1;
        if edit.make(self.dossier.workspace_mut(), self.now).is_err() {
            // A refused edit has done nothing.
            assert_eq!(self.last(), before, "seed {}: {edit:?}", self.seed);
            self.check(&format!("after a refused {edit:?}"));
            return;
        }
        let goes_on = self.last() == before;
        assert!(
            !goes_on || matches!(edit, Edit::Put { typing: true, .. }),
            "seed {}: {edit:?}",
            self.seed
        );
        if !goes_on {
            self.at += 1;
        }
        self.digests.truncate(self.at);
        self.digests.push(self.digest());
        self.check(&format!("after {edit:?}"));
    }

    fn undo(&mut self) {
        let outcome = self.dossier.workspace_mut().undo(self.now);
        assert_eq!(outcome.is_ok(), self.at > 0, "seed {}: {outcome:?}", self.seed);
        if outcome.is_ok() {
            self.operations += 1;
            self.at -= 1;
            self.check("after an undo");
        }
    }

    fn redo(&mut self) {
        let outcome = self.dossier.workspace_mut().redo(self.now);
        assert_eq!(outcome.is_ok(), self.at + 1 < self.digests.len(), "seed {}: {outcome:?}", self.seed);
        if outcome.is_ok() {
            self.operations += 1;
            self.at += 1;
            self.check("after a redo");
        }
    }

    /// Back to the beginning, and forth to the end again.
    fn end(&mut self) {
        self.sound();
        while self.at > 0 {
            self.undo();
        }
        self.dossier.reopen();
        self.sound();
        while self.at + 1 < self.digests.len() {
            self.redo();
        }
        self.sound();
    }

    fn last(&self) -> Option<OperationSeq> {
        self.dossier.workspace().store().last_done().unwrap().map(|operation| operation.seq)
    }

    fn digest(&self) -> String {
        self.dossier.workspace().store().digest().unwrap()
    }

    fn check(&self, after: &str) {
        assert_eq!(self.digest(), self.digests[self.at], "seed {}, the record {after}", self.seed);
        assert_same_index(&self.dossier, &format!("(seed {}) {after}", self.seed));
    }

    /// Rows, journal, quotes and search index agree.
    fn sound(&self) {
        let integrity = self.dossier.workspace().store().check().unwrap();
        assert_eq!(integrity.findings, Vec::<String>::new(), "seed {}", self.seed);
    }
}
