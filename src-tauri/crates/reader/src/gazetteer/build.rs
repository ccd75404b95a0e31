use super::{ActorKind, ActorRow, CountryWords, Form, Gazetteer, Meaning, PostRow, TenureRow, names::NameIndex, variants};
use crate::lexicon::Places;
use std::collections::{BTreeMap, HashMap, HashSet};
use thiserror::Error;

/// The most actors a gazetteer holds.
const MOST_ACTORS: usize = 4_000_000;

/// The names could not be made searchable.
#[derive(Debug, Error)]
#[error("{0} actors are more than the {MOST_ACTORS} whose names can be searched for: leave some out")]
pub struct GazetteerError(usize);

/// Collects actors, posts and places; rows added later win where names are the same.
#[derive(Debug, Default)]
pub struct GazetteerBuilder {
    actors: Vec<ActorRow>,
    countries: Vec<CountryWords>,
    posts: Vec<PostRow>,
    tenures: Vec<TenureRow>,
    cities: Vec<(String, String)>,
    metonyms: Vec<(String, String)>,
}

/// Plurals of words for peoples, where English makes one.
fn plural(people: &str) -> Option<String> {
    let last = people.chars().next_back()?;
    let uncountable =
        people.ends_with("ese") || people.ends_with("ish") || people.ends_with("ch") || people.ends_with('s') || people.ends_with('.');
    (last.is_ascii_alphabetic() && !uncountable).then(|| format!("{people}s"))
}

impl GazetteerBuilder {
    pub fn actor(&mut self, row: ActorRow) -> &mut Self {
        self.actors.push(row);
        self
    }

    pub fn country_words(&mut self, words: CountryWords) -> &mut Self {
        self.countries.push(words);
        self
    }

    pub fn post(&mut self, row: PostRow) -> &mut Self {
        self.posts.push(row);
        self
    }

    pub fn tenure(&mut self, row: TenureRow) -> &mut Self {
        self.tenures.push(row);
        self
    }

    /// A city that is no seat of government, with the code of its country.
    pub fn city(&mut self, name: &str, country: &str) -> &mut Self {
        self.cities.push((name.to_owned(), country.to_owned()));
        self
    }

    /// Words that stand for a country's government or people.
    pub fn metonym(&mut self, words: &str, country: &str) -> &mut Self {
        self.metonyms.push((words.to_owned(), country.to_owned()));
        self
    }

    /// Adds cities, words for governments and regions, as the shipped lexicon has them.
    pub fn places(&mut self, places: &Places) -> &mut Self {
        for (code, names) in &places.cities {
            names.iter().for_each(|name| {
                self.city(name, code);
            });
        }
        for (code, names) in &places.governments {
            names.iter().for_each(|name| {
                self.metonym(name, code);
            });
        }
        self
    }

    /// Makes the names searchable.
    pub fn build(self) -> Result<Gazetteer, GazetteerError> {
        if self.actors.len() > MOST_ACTORS {
            return Err(GazetteerError(self.actors.len()));
        }
        let mut names = Names::default();
        let mut families: HashMap<String, Vec<u32>> = HashMap::new();
        let mut keys = HashMap::new();
        for (index, row) in (0_u32..).zip(&self.actors) {
            keys.insert(row.key.as_str(), index);
            names.add_actor(index, row);
            if let (ActorKind::Person, Some(family)) = (row.kind, &row.family) {
                families.entry(family.clone()).or_default().push(index);
                for other in variants::of_family(family) {
                    families.entry(other).or_default().push(index);
                }
                if let Some(plain) = variants::unaccented(family) {
                    families.entry(plain).or_default().push(index);
                }
            }
        }
        let countries: HashMap<String, u32> = (0_u32..)
            .zip(&self.actors)
            .filter(|(_, row)| row.kind == ActorKind::Country)
            .filter_map(|(index, row)| Some((row.country.clone()?, index)))
            .collect();
        names.add_countries(&countries, &self.countries);
        names.add_pairs(&countries, &self.cities, Form::City);
        names.add_pairs(&countries, &self.metonyms, Form::Name);
        let mut tenures: HashMap<u32, Vec<TenureRow>> = HashMap::new();
        let mut holders: HashMap<String, Vec<(u32, TenureRow)>> = HashMap::new();
        for row in &self.tenures {
            if let Some(person) = keys.get(row.person.as_str()) {
                tenures.entry(*person).or_default().push(row.clone());
                holders.entry(row.post.clone()).or_default().push((*person, row.clone()));
            }
        }
        let heading: HashSet<&str> = self.posts.iter().filter(|post| post.head).map(|post| post.id.as_str()).collect();
        let heads = self
            .tenures
            .iter()
            .filter(|row| heading.contains(row.post.as_str()))
            .map(|row| row.person.clone())
            .collect();
        let givens = self.actors.iter().filter_map(|row| row.given.as_deref()?.split([' ', '-']).next());
        let givens = givens.filter(|given| given.chars().count() > 2).map(str::to_owned).collect();
        let by_key = keys.into_iter().map(|(key, index)| (key.to_owned(), index)).collect();
        Ok(Gazetteer {
            actors: self.actors,
            names: NameIndex::of(names.0),
            by_key,
            families,
            countries,
            posts: self.posts,
            tenures,
            holders,
            heads,
            givens,
        })
    }
}

#[derive(Default)]
struct Names(BTreeMap<String, Vec<Meaning>>);

impl Names {
    fn add(&mut self, name: &str, actor: u32, form: Form) {
        let name = name.trim();
        let long_enough = name.chars().count() > 1;
        let is_word = name.chars().any(char::is_uppercase) || !name.is_ascii();
        if !long_enough || !is_word {
            return;
        }
        let meanings = self.0.entry(name.to_owned()).or_default();
        meanings.retain(|meaning| meaning.actor != actor);
        meanings.push(Meaning { actor, form });
    }

    fn add_actor(&mut self, index: u32, row: &ActorRow) {
        for name in std::iter::once(&row.name).chain(&row.names) {
            // Two capital letters are a word more often than an organisation.
            if row.kind != ActorKind::Country
                && name.chars().count() == 2
                && name.chars().all(|letter| letter.is_ascii_alphabetic())
                && name != "UN"
                && name != "EU"
                && name != "AU"
            {
                continue;
            }
            self.add(name, index, Form::Name);
            if let Some(plain) = variants::unaccented(name) {
                self.add(&plain, index, Form::Name);
            }
        }
        if row.kind == ActorKind::Person {
            for name in variants::of_person(row) {
                self.add(&name, index, Form::Name);
            }
        }
    }

    fn add_countries(&mut self, countries: &HashMap<String, u32>, rows: &[CountryWords]) {
        for row in rows {
            let Some(&index) = countries.get(&row.code) else { continue };
            for capital in &row.capitals {
                // Cities that bear the name of their country are the country.
                if !self.0.contains_key(capital) {
                    self.add(capital, index, Form::Capital);
                }
            }
            for people in &row.peoples {
                if self.0.contains_key(people) {
                    continue;
                }
                self.add(people, index, Form::People);
                if let Some(many) = plural(people) {
                    self.add(&many, index, Form::People);
                }
            }
        }
    }

    fn add_pairs(&mut self, countries: &HashMap<String, u32>, pairs: &[(String, String)], form: Form) {
        for (name, code) in pairs {
            if let Some(&index) = countries.get(code) {
                self.0.remove(name);
                self.add(name, index, form);
            }
        }
    }
}
