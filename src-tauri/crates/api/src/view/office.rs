//! The office somebody holds on a day, in words, of those in the record and of those that are shipped.

use domain::{
    Moment,
    event::Role,
    id::ActorId,
    office::{Office, Tenure},
    period::End,
};
use engine::{
    ShippedKey, is_shipped, shipped_id,
    store::reference::{Office as ShippedOffice, Rank},
};
use words::Words;

use super::Viewer;

impl Viewer<'_> {
    /// "President of South Korea"; of several offices the highest. `None` for who held none then.
    pub(crate) fn office_on(&self, holder: ActorId, at: Moment) -> Option<String> {
        let of = |tenure: &Tenure| self.actors.offices().iter().find(|office| office.id == tenure.office);
        let held = self.actors.tenures().iter();
        let mut held: Vec<(&Tenure, &Office)> = held
            .filter(|tenure| tenure.holder == holder && tenure.period.holds_at(at))
            .filter_map(|tenure| Some((tenure, of(tenure)?)))
            .collect();
        if held.len() > 1 {
            held.sort_by_cached_key(|(_, office)| self.rank_of(office));
        }
        let (tenure, office) = held.first()?;
        let post = self.named(office.post.as_str(), &office.other_names);
        let words = Words::of(self.language).office(self.language, &post, &self.actor_name(office.of), tenure.acting);
        let shipped = *tenure.period.end() == End::Ongoing && is_shipped(self.record.reference(), tenure);
        Some(if shipped { self.as_told(words, at) } else { words })
    }

    /// The rank of an office that came from the shipped tables; others come last.
    fn rank_of(&self, office: &Office) -> Rank {
        let shipped = self.record.reference().offices.iter();
        let mut same = shipped.filter(|row| shipped_id(&format!("office:{}", row.id)) == office.id.0);
        same.next().map_or(Rank::Other, |row| row.rank)
    }

    /// The same of a person of the shipped tables.
    pub(crate) fn shipped_office_on(&self, person: &str, at: Moment) -> Option<String> {
        let reference = self.record.reference();
        let held = reference.tenures_of(person).filter(|tenure| tenure.holds_at(at));
        let of = held.filter_map(|tenure| Some((tenure, reference.office(&tenure.office)?)));
        let (tenure, office) = of.min_by_key(|(_, office)| office.rank)?;
        let words = Words::of(self.language).office(self.language, office.post_in(self.language), &self.body(office)?, tenure.acting);
        Some(if tenure.to == End::Ongoing {
            self.as_told(words, at)
        } else {
            words
        })
    }

    /// An office that the shipped tables have as still held, with the day on which they end where it is asked for after that day.
    fn as_told(&self, office: String, at: Moment) -> String {
        let tables_end = &self.record.reference().as_of;
        if tables_end.latest().is_none_or(|last| at <= last) {
            return office;
        }
        Words::of(self.language).with("office_assumed", &[("office", &office), ("date", &self.tables_end())])
    }

    /// The day on which the shipped tables end, in words.
    pub(crate) fn tables_end(&self) -> String {
        self.record.reference().as_of.describe(self.language)
    }

    fn body(&self, office: &ShippedOffice) -> Option<String> {
        let keys = [ShippedKey::Country, ShippedKey::Organisation].map(|key| key(office.body.clone()));
        keys.iter().find_map(|key| self.shipped_name(key))
    }

    /// What is shipped, named in the reader's language.
    pub(crate) fn shipped_name(&self, key: &ShippedKey) -> Option<String> {
        let named = key.named(self.record.reference(), self.language, Role::Party);
        Some(named?.name)
    }
}
