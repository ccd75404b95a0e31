//! Codes of other lists and schemes → our countries and kinds.

use domain::{
    Moment,
    incoming::{CodeList, Coded},
    kind::{Kind, KindId},
    status::Status,
};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

use super::{Country, Entry, Reference, ReferenceError, csv_rows, toml_rows};

/// A row of `cow.csv`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CowLetters {
    letters: String,
    number: String,
}

/// `cow.csv` and `codes.toml`.
#[derive(Debug)]
pub(super) struct Codes {
    cow: HashMap<String, String>,
    /// By scheme, then by the beginning of a code.
    kinds: HashMap<String, BTreeMap<String, (KindId, Option<Status>)>>,
}

impl Codes {
    pub fn parse() -> Result<Self, ReferenceError> {
        let letters: Vec<CowLetters> = csv_rows("cow.csv", include_str!("../../../../../data/reference/cow.csv"))?;
        let schemes: HashMap<String, BTreeMap<String, String>> =
            toml_rows("codes.toml", include_str!("../../../../../data/ontology/codes.toml"))?;
        let mut kinds = HashMap::new();
        for (scheme, codes) in schemes {
            let read = codes.into_iter().map(|(code, kind)| Ok((code, kind_and_status(&kind)?)));
            kinds.insert(scheme, read.collect::<Result<_, ReferenceError>>()?);
        }
        Ok(Self {
            cow: letters.into_iter().map(|row| (row.letters, row.number)).collect(),
            kinds,
        })
    }
}

fn kind_and_status(text: &str) -> Result<(KindId, Option<Status>), ReferenceError> {
    let unread = |error: domain::Invalid| ReferenceError {
        table: "codes.toml",
        message: error.to_string(),
    };
    let (kind, status) = text.split_once(':').map_or((text, None), |(kind, status)| (kind, Some(status)));
    Ok((
        KindId::new(kind).map_err(unread)?,
        status.map(Status::parse).transpose().map_err(unread)?,
    ))
}

impl Reference {
    /// The country of a code in the list it is from. Where several bore it one after the other, the one of that moment, else the one of today.
    pub fn country_coded(&self, coded: &Coded, at: Option<Moment>) -> Option<&Country> {
        let code = coded.code.trim();
        match coded.list {
            CodeList::Alpha2 => self.alpha2(&code.to_uppercase()),
            CodeList::Alpha3 => self.country(&code.to_uppercase()),
            CodeList::Cameo => self.country(cameo_country(code)?),
            CodeList::Name => self.country_named(code),
            CodeList::Numeric => {
                let code = format!("{code:0>3}");
                self.borne(|row| row.numeric.as_deref() == Some(&code), at)
            }
            CodeList::Fips => self.borne(|row| row.fips.as_deref() == Some(code), at),
            CodeList::CowNumber => self.by_cow(code, at),
            CodeList::CowLetters => self.by_cow(self.codes.cow.get(code)?, at),
        }
    }

    fn by_cow(&self, number: &str, at: Option<Moment>) -> Option<&Country> {
        let number = number.trim_start_matches('0');
        self.borne(|row| row.cow.as_deref() == Some(number), at)
    }

    fn borne(&self, bears: impl Fn(&Country) -> bool, at: Option<Moment>) -> Option<&Country> {
        let bearers: Vec<&Country> = self.countries.iter().filter(|row| bears(row)).collect();
        let then = bearers.iter().find(|row| at.is_some_and(|at| row.stood_at(at)));
        let now = || bearers.iter().find(|row| row.still_exists());
        then.or_else(now).or(bearers.first()).copied()
    }

    /// The one country that bears this name; case and accents do not count. "Korea, Republic of" is turned round, and what stands in brackets is
    /// passed over where the whole name is unknown.
    fn country_named(&self, name: &str) -> Option<&Country> {
        let name = name.trim_start_matches("the ").trim_start_matches("The ").trim().replace('’', "'");
        let name = name.as_str();
        let turned = name.split_once(", ").map(|(last, first)| format!("{first} {last}"));
        let (outside, inside) = name.split_once(" (").map_or((None, None), |(outside, inside)| {
            (Some(outside.to_owned()), Some(inside.trim_end_matches(')').to_owned()))
        });
        let spellings = [Some(name.to_owned()), turned, outside, inside].into_iter().flatten();
        spellings.into_iter().find_map(|name| self.country_spelt(&name))
    }

    fn country_spelt(&self, name: &str) -> Option<&Country> {
        let countries = self.named(name).into_iter().filter_map(|entry| match entry {
            Entry::Country(code) => self.country(code),
            _ => None,
        });
        let countries: Vec<&Country> = countries.collect();
        let mut standing = countries.iter().filter(|row| countries.len() == 1 || row.still_exists());
        standing.next().filter(|_| standing.next().is_none()).copied()
    }

    /// The kind of what does not say what it is.
    pub fn unsaid_kind(&self) -> &Kind {
        let unsaid = self.ontology.kinds.iter().find(|kind| kind.id.as_str() == "other");
        // The table has it: a test looks. Without it, the first kind is as good as any.
        unsaid.unwrap_or(&self.ontology.kinds[0])
    }

    /// What a code of a scheme stands for, by its longest beginning that is known.
    pub fn kind_coded(&self, scheme: &str, code: &str) -> Option<&(KindId, Option<Status>)> {
        let kinds = self.codes.kinds.get(scheme)?;
        let ends = code.char_indices().map(|(at, _)| at).chain([code.len()]).rev();
        let mut beginnings = ends.filter_map(|end| code.get(..end)).filter(|start| !start.is_empty());
        beginnings.find_map(|start| kinds.get(start))
    }
}

/// The alpha-3 code in a CAMEO actor code that is a country's own; CAMEO keeps some that ISO has given up.
fn cameo_country(code: &str) -> Option<&str> {
    let country = code.get(..3)?;
    if code.len() > 3 {
        return None;
    }
    Some(match country {
        "ROM" => "ROU",
        "TMP" => "TLS",
        "KSV" => "XKX",
        "ZAR" => "COD",
        "WSB" => "PSE",
        country => country,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference;
    use domain::Edtf;

    #[track_caller]
    fn country(list: CodeList, code: &str, on: &str) -> String {
        let coded = Coded::new(list, code).unwrap();
        let at = Edtf::parse(on).unwrap().earliest();
        let found = reference().unwrap().country_coded(&coded, at);
        found.map_or("-".to_owned(), |row| row.code.as_str().to_owned())
    }

    #[test]
    fn a_code_means_what_its_list_says() {
        for (list, code, expected) in [
            (CodeList::Fips, "CH", "CHN"),
            (CodeList::Fips, "KS", "KOR"),
            (CodeList::Fips, "KR", "KIR"),
            (CodeList::Fips, "AS", "AUS"),
            (CodeList::Alpha2, "CH", "CHE"),
            (CodeList::Alpha2, "KR", "KOR"),
            (CodeList::Numeric, "42", "-"),
            (CodeList::Numeric, "410", "KOR"),
            (CodeList::CowNumber, "710", "CHN"),
            (CodeList::CowLetters, "UKG", "GBR"),
            (CodeList::CowLetters, "ROK", "KOR"),
            (CodeList::CowLetters, "TAW", "TWN"),
            (CodeList::Cameo, "KOR", "KOR"),
            (CodeList::Cameo, "AFR", "-"),
            (CodeList::Cameo, "USAGOV", "-"),
            (CodeList::Name, "South Korea", "KOR"),
            (CodeList::Name, "Republic of Korea", "KOR"),
            (CodeList::Name, "Korea, Republic of", "KOR"),
            (CodeList::Name, "China, People’s Republic of", "CHN"),
            (CodeList::Name, "Siam (Thailand)", "THA"),
            (CodeList::Name, "Atlantis", "-"),
            (CodeList::Alpha3, "TWA", "-"),
        ] {
            assert_eq!(country(list, code, "2020"), expected, "{list} {code}");
        }
    }

    #[test]
    fn states_that_followed_each_other_are_told_by_the_date() {
        assert_eq!(country(CodeList::CowNumber, "365", "1970"), "SUN");
        assert_eq!(country(CodeList::CowNumber, "365", "2020"), "RUS");
        assert_eq!(country(CodeList::CowLetters, "YUG", "1950"), "YUG");
        assert_eq!(country(CodeList::CowLetters, "YUG", "1913"), "SRB");
    }

    #[test]
    fn codes_of_acts_lead_to_kinds_that_exist() {
        let reference = reference().unwrap();
        for codes in reference.codes.kinds.values() {
            for (code, (kind, _)) in codes {
                assert!(reference.ontology.kind(kind).is_some(), "{code} → {kind}");
            }
        }
        let kind = |scheme: &str, code: &str| reference.kind_coded(scheme, code).map_or("-", |(kind, _)| kind.as_str());
        assert_eq!(kind("CAMEO", "042"), "visit");
        assert_eq!(kind("CAMEO", "0353"), "pledge");
        assert_eq!(kind("CAMEO", "010"), "statement");
        assert_eq!(kind("CAMEO", "99"), "-");
        assert_eq!(kind("PLOVER", "CONSULT/visit"), "visit");
        assert_eq!(kind("ACLED", "Protests/Peaceful protest"), "protest");
        let all = reference.cameo.iter().all(|row| reference.kind_coded("CAMEO", &row.code).is_some());
        assert!(all, "every code of the table leads to a kind");
    }
}
