//! Names inside longer names: "Jim Jordan", "the China Daily", "New Mexico", "Air France", "US$30 million" are not the country.

use super::Mention;
use crate::{context::Context, gazetteer::Form, text::Word, words};
use std::ops::Range;

/// A name found, and the words around it.
pub(super) struct Around<'a> {
    pub text: &'a str,
    pub list: &'a [Word],
    pub range: Range<usize>,
    pub form: Form,
    /// Where the name ends in the text.
    pub end: usize,
}

impl Around<'_> {
    fn word(&self, at: usize) -> Option<&Word> {
        self.list.get(at)
    }

    fn lower(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.lower.as_str())
    }

    fn next(&self) -> Option<&Word> {
        self.word(self.range.end).filter(|word| !word.is_mark())
    }

    fn previous(&self) -> Option<&Word> {
        self.range
            .start
            .checked_sub(1)
            .and_then(|at| self.word(at))
            .filter(|word| !word.is_mark())
    }

    fn is_single(&self) -> bool {
        self.range.len() == 1 && self.form != Form::People
    }

    /// Whether the name belongs to somebody or something else; what it then stands for in the rest of the text is kept.
    pub fn is_other(&self, before: &[Mention], context: &mut Context<'_>) -> bool {
        let written = self.lower(self.range.start).to_owned();
        if self.is_money() || self.names_thing() || self.is_of_body() || self.is_new_place() {
            return true;
        }
        if self.is_single() && (self.is_family(before, context) || self.is_given() || self.is_state()) {
            context.other_names.insert(written);
            return true;
        }
        let located = self
            .previous()
            .is_some_and(|word| words::is_location(word) || word.is("to") || word.is("from"));
        self.is_single() && !located && context.other_names.contains(&written)
    }

    /// "US$30 million", "30 million US dollars".
    fn is_money(&self) -> bool {
        let sign = self.text.get(self.end..).is_some_and(|rest| rest.starts_with(['$', '€', '£']));
        sign || self.next().is_some_and(words::is_currency)
    }

    /// "the Washington Post", "the London Metal Exchange", "British Airways", "the Paris Agreement".
    fn names_thing(&self) -> bool {
        let run = (self.range.end..self.range.end + 4).map_while(|at| self.word(at).filter(|word| word.capital && !word.is_mark()));
        let named = run.take_while(|word| !words::is_title(word)).any(words::goes_into_name);
        let treaty = self.form != Form::People && self.next().is_some_and(|word| word.capital && words::is_treaty_name(word));
        let city = matches!(self.form, Form::Capital | Form::City);
        named || treaty && city || self.previous().is_some_and(|word| word.capital && word.is("air")) && self.form != Form::People
    }

    /// "the Bank of China", "the University of Jordan".
    fn is_of_body(&self) -> bool {
        let of = self.previous().is_some_and(|word| word.is("of"));
        let body = self.range.start.checked_sub(2).and_then(|at| self.word(at));
        of && self.form != Form::People && body.is_some_and(|word| word.capital && words::is_body_of(word))
    }

    /// "the Peace and Security Council" is not the Security Council.
    pub fn ends_name(&self, before: &[Mention]) -> bool {
        let and = self.previous().is_some_and(|word| word.is("and") || word.is("&"));
        let first = self.range.start.checked_sub(2).and_then(|at| self.word(at));
        let named = before.last().is_some_and(|mention| mention.last + 1 >= self.range.start);
        let task = self.word(self.range.start).is_some_and(words::is_task);
        and && task && !named && first.is_some_and(|word| word.capital && !word.is_mark())
    }

    /// "New Mexico".
    fn is_new_place(&self) -> bool {
        let new = self
            .previous()
            .is_some_and(|word| word.capital && (word.is("new") || word.is("nova")));
        new && self.form != Form::People && words::is_new_place(self.lower(self.range.start))
    }

    /// "Michael Jordan": a given name stands before it.
    fn is_family(&self, before: &[Mention], context: &Context<'_>) -> bool {
        let covered = before.last().is_some_and(|mention| mention.last == self.range.start);
        self.previous().is_some_and(|word| {
            let written = self.text.get(word.start..word.end).unwrap_or_default();
            let given = words::is_given_name(word) || context.gazetteer.is_given(written);
            let other_word = words::is_title(word) || words::is_modal(word) || words::is_calendar(word);
            word.capital && given && !other_word && !covered
        })
    }

    /// "Paris Hilton", "Israel Broussard": a name that persons bear, and a family name behind it.
    fn is_given(&self) -> bool {
        let person = words::is_given_too(self.lower(self.range.start));
        let next = self.next().filter(|word| word.capital && word.end - word.start > 2);
        person
            && next.is_some_and(|word| {
                let body = words::is_title(word) || words::is_institution(word) || words::is_state_body(word) || words::is_calendar(word);
                let acronym = self
                    .text
                    .get(word.start..word.end)
                    .is_some_and(|written| written.chars().all(char::is_uppercase));
                !body && !acronym
            })
            && !self.in_title_case()
    }

    /// "Georgia Governor Brian Kemp": a state of the United States.
    fn is_state(&self) -> bool {
        words::is_us_state_too(self.lower(self.range.start)) && self.next().is_some_and(|word| word.capital && words::is_of_us_state(word))
    }

    /// A headline in which every word is in capitals says nothing by them.
    fn in_title_case(&self) -> bool {
        let long = self.list.iter().filter(|word| !word.is_mark() && word.lower.len() > 3);
        let (capital, all) = long.fold((0_usize, 0_usize), |sum, word| (sum.0 + usize::from(word.capital), sum.1 + 1));
        all > 4 && capital * 4 > all * 3
    }
}

/// Whether a name in Hangul stands for itself: at the beginning of its word, and only particles, posts and bodies joined to it.
pub(super) fn fits_hangul(text: &str, start: usize, end: usize) -> bool {
    const JOINED: &str = "은는이가을를의에와과도로으만측정군인산어대총외국당주내발행간계식제및부까께한핵전유마여";
    let is_hangul = |letter: char| ('가'..='힣').contains(&letter);
    let name = text.get(start..end).unwrap_or_default();
    if !name.chars().next_back().is_some_and(is_hangul) || name.chars().count() > 3 {
        return true;
    }
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let after = text.get(end..).and_then(|rest| rest.chars().next());
    !before.is_some_and(is_hangul) && after.is_none_or(|letter| !is_hangul(letter) || JOINED.contains(letter))
}
