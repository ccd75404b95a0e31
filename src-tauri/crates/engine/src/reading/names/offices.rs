//! Offices and who held them: the shipped tables, and what the dossier says instead.

use chrono::NaiveDate;
use domain::{
    Edtf, Moment,
    id::{ActorId, OfficeId},
    office::{Office, Tenure},
    period::{End, Period},
};
use reader::gazetteer::{GazetteerBuilder, PostRow, TenureRow};
use std::collections::{BTreeSet, HashMap};
use store::{Reference, reference::Rank};

use crate::{is_shipped, shipped_id};

/// The offices of a dossier, and who held them. Where it tells of a person in a shipped office, that stands instead of the table's row.
#[derive(Default)]
pub(super) struct Offices {
    own: Vec<PostRow>,
    held: Vec<Held>,
}

struct Held {
    post: String,
    person: String,
    period: Period,
    /// Whether the tables say just this.
    shipped: bool,
}

impl Offices {
    /// `body` gives the code of the country an office belongs to, `person` the key by which the reader knows an actor.
    pub fn of(
        reference: &Reference,
        (offices, tenures): (&[Office], &[Tenure]),
        body: impl Fn(ActorId) -> Option<String>,
        person: impl Fn(ActorId) -> String,
    ) -> Self {
        let shipped: HashMap<OfficeId, &str> = reference
            .offices
            .iter()
            .filter(|_| !offices.is_empty())
            .map(|row| (OfficeId(shipped_id(&format!("office:{}", row.id))), row.id.as_str()))
            .collect();
        let post = |office: OfficeId| shipped.get(&office).map_or_else(|| office.to_string(), |id| (*id).to_owned());
        let own = offices.iter().filter(|office| !shipped.contains_key(&office.id));
        Self {
            own: own.filter_map(|office| Some(own_post(office, body(office.of)?))).collect(),
            held: tenures
                .iter()
                .map(|tenure| Held {
                    post: post(tenure.office),
                    person: person(tenure.holder),
                    period: tenure.period.clone(),
                    shipped: is_shipped(reference, tenure),
                })
                .collect(),
        }
    }

    /// Adds the shipped posts and tenures and the dossier's; `instead` are the shipped persons for whom an actor of the dossier stands.
    pub fn add(&self, builder: &mut GazetteerBuilder, reference: &Reference, instead: &BTreeSet<String>) {
        add_posts(builder, reference);
        for post in &self.own {
            builder.post(post.clone());
        }
        let mut told: HashMap<&str, Vec<&Held>> = HashMap::new();
        for held in &self.held {
            told.entry(&held.post).or_default().push(held);
        }
        let tables_end = last_day(&End::On(reference.as_of.clone()));
        for row in &reference.holders {
            let person = format!("person:{}", row.person);
            let Some(period) = row.period().filter(|_| !instead.contains(&person)) else {
                continue;
            };
            let mut said = told
                .get(row.office.as_str())
                .into_iter()
                .flatten()
                .filter(|held| held.person == person)
                .peekable();
            if said.peek().is_none() || said.any(|held| held.period == period) {
                builder.tenure(TenureRow {
                    told_until: tables_end.filter(|_| *period.end() == End::Ongoing),
                    ..tenure(&row.office, person, &period)
                });
            }
        }
        for held in self.held.iter().filter(|held| !held.shipped) {
            builder.tenure(tenure(&held.post, held.person.clone(), &held.period));
        }
    }
}

fn add_posts(builder: &mut GazetteerBuilder, reference: &Reference) {
    for row in &reference.offices {
        let names = [&row.post_ko, &row.post_zh, &row.post_ja];
        builder.post(PostRow {
            id: row.id.clone(),
            body: row.body.clone(),
            names: std::iter::once(&row.post_en).chain(names.into_iter().flatten()).cloned().collect(),
            head: matches!(row.rank, Rank::HeadOfState | Rank::HeadOfGovernment | Rank::HeadOfOrganisation),
        });
    }
}

fn own_post(office: &Office, body: String) -> PostRow {
    let names = office.other_names.iter().map(|name| name.text.to_string());
    PostRow {
        id: office.id.to_string(),
        body,
        names: std::iter::once(office.post.to_string()).chain(names).collect(),
        head: false,
    }
}

fn tenure(post: &str, person: String, period: &Period) -> TenureRow {
    TenureRow {
        post: post.to_owned(),
        person,
        from: period.start().and_then(first_day),
        to: last_day(period.end()),
        told_until: None,
    }
}

/// The first day a tenure may have begun.
fn first_day(date: &Edtf) -> Option<NaiveDate> {
    date.earliest().and_then(Moment::date)
}

/// The last day a tenure may have ended; `None` where it goes on. One that ended on no known day is taken to have gone on.
fn last_day(end: &End) -> Option<NaiveDate> {
    match end {
        End::On(date) => date.latest().and_then(Moment::date),
        End::Ongoing | End::Unknown => None,
    }
}
