//! One file per group of commands. To add a command: a variant in `arguments.rs`, a function here, a line in `run`.

mod brief;
mod copies;
mod dossier;
mod events;
mod exchange;
mod filter;
mod import;
mod journal;
mod read;
mod relations;
mod review;
mod search;
mod when;

use crate::{
    answer::Answer,
    arguments::{Arguments, Command},
    failure::Failure,
};

/// Does what was asked.
pub fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let form = arguments.form();
    match &arguments.command {
        Command::New(new) => dossier::new(form, new),
        Command::Info { dossier } => dossier::info(form, dossier),
        Command::Check { dossier } => dossier::check(form, dossier),
        Command::Events { dossier, filter } => events::events(form, dossier, filter),
        Command::Relations(asked) => relations::relations(form, asked),
        Command::Triads { dossier, as_of, known_on } => relations::triads(form, dossier, as_of.as_deref(), known_on.as_deref()),
        Command::Search { dossier, words, limit } => search::search(form, dossier, &words.join(" "), *limit),
        Command::Add(asked) => review::add(form, asked),
        Command::Read(asked) => read::read(form, asked),
        Command::Drafts { dossier, all, at_least } => review::drafts(form, dossier, *all, *at_least),
        Command::Accept(asked) => review::decide(form, asked, review::Decision::Accept),
        Command::Reject(asked) => review::decide(form, asked, review::Decision::Reject),
        Command::When(when) => when::when(form, when),
        Command::Undo { dossier } => journal::step(form, dossier, journal::Step::Undo),
        Command::Redo { dossier } => journal::step(form, dossier, journal::Step::Redo),
        Command::History { dossier, limit } => journal::history(form, dossier, *limit),
        Command::Import(arguments) => import::import(form, arguments),
        Command::Export { dossier, output, .. } => exchange::export(form, dossier, output),
        Command::Brief(brief) => brief::brief(form, brief),
        Command::Backup { dossier, output, force } => copies::backup(form, dossier, output.as_deref(), *force),
        Command::Restore { backup, output } => copies::restore(form, backup, output),
    }
}
