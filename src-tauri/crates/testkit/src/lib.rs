//! What tests of the core are made of: items of every noun, dossiers in folders of their own, records of any size, random edits and
//! random damage. Everything is deterministic: the same seed gives the same bytes.
//!
//! Only tests and measurements use this crate, so it may panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod build;
mod damage;
mod dossier;
mod edits;
mod generate;
mod random;

pub use damage::{damaged, garbled};
pub use dossier::{TestDossier, time};
pub use edits::{Edit, Editor};
pub use generate::{COUNTRIES, Generated, record};
pub use random::Random;

/// How often to do something: a small number by default, a large one by an environment variable.
pub fn times(variable: &str, by_default: usize) -> usize {
    std::env::var(variable)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(by_default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_record_and_another_another() {
        let (one, again, other) = (record(50, 1).items, record(50, 1).items, record(50, 2).items);
        assert_eq!(one, again);
        assert_ne!(one, other);
        let events = one.iter().filter(|item| item.kind() == domain::ItemKind::Event);
        assert_eq!(events.count(), 50);
        assert!(one.iter().all(|item| item.check().is_ok()));
    }

    #[test]
    fn damage_is_damage_and_garbling_keeps_text() {
        let text = "{\"a\":\"b\",\n\"c\":1}\n".repeat(20);
        for seed in 0..200 {
            assert_eq!(
                damaged(text.as_bytes(), &mut Random::new(seed)),
                damaged(text.as_bytes(), &mut Random::new(seed))
            );
            garbled(&text, &mut Random::new(seed));
        }
        assert!((0..200).any(|seed| damaged(text.as_bytes(), &mut Random::new(seed)) != text.as_bytes()));
        assert_eq!(damaged(b"", &mut Random::new(1)), b"");
    }

    #[test]
    fn numbers_stay_below_their_end_and_reach_all_of_it() {
        let mut random = Random::new(9);
        let mut seen = [false; 5];
        for _ in 0..200 {
            seen[random.below(5)] = true;
        }
        assert_eq!(seen, [true; 5]);
    }
}
