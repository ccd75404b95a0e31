//! Files a person has chosen to be captured. The page knows them by key and name; their paths stay here.

use api::wire::{ApiError, ChosenView, ErrorCode, Reason};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The files of the last choice. A new choice makes the keys of the one before void.
#[derive(Default)]
pub struct Chosen(Mutex<Choice>);

#[derive(Default)]
struct Choice {
    number: u64,
    files: Vec<PathBuf>,
}

impl Chosen {
    /// Takes files in place of those chosen before.
    pub fn take(&self, files: Vec<PathBuf>) -> Vec<ChosenView> {
        let mut choice = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        choice.number += 1;
        choice.files = files;
        let number = choice.number;
        let view = |(place, file): (usize, &PathBuf)| ChosenView {
            key: format!("{number}-{place}"),
            file: file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned(),
        };
        choice.files.iter().enumerate().map(view).collect()
    }

    /// The path behind a key.
    pub fn path(&self, key: &str) -> Result<PathBuf, ApiError> {
        let choice = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = key
            .split_once('-')
            .filter(|(number, _)| *number == choice.number.to_string())
            .and_then(|(_, place)| place.parse::<usize>().ok());
        place
            .and_then(|place| choice.files.get(place))
            .cloned()
            .ok_or_else(|| ApiError::because(ErrorCode::NotFound, Reason::FileNotChosen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_last_choice_have_a_path() {
        let chosen = Chosen::default();
        let first = chosen.take(vec!["a/one.pdf".into(), "a/two.txt".into()]);
        assert_eq!(first[1].file, "two.txt");
        assert_eq!(chosen.path(&first[1].key).unwrap(), PathBuf::from("a/two.txt"));
        let second = chosen.take(vec!["b/three.html".into()]);
        assert!(chosen.path(&first[0].key).is_err());
        assert!(chosen.path(&second[0].key).is_ok());
        for key in ["", "2", "2-", "2-1", "2--1", "/etc/passwd", "../2-0"] {
            assert!(chosen.path(key).is_err(), "{key}");
        }
    }
}
