//! A person's words as an FTS5 query. Nothing a person types is query syntax: every term is quoted.

use super::script::{Stretch, stretches};

/// Terms taken from one query; more would only make it slow.
const MOST_TERMS: usize = 24;

/// One thing that must occur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// As typed, in compatibility form.
    pub text: String,
    pub unspaced: bool,
    /// Words may go on after it.
    pub prefix: bool,
}

/// What a person's words ask for. The last word may be unfinished, except where it is closed with a space.
pub(crate) fn terms(words: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    for word in words.split_whitespace() {
        for stretch in stretches(word) {
            terms.extend(match stretch {
                Stretch::Unspaced(run) => Some(Term {
                    text: run.into_iter().collect(),
                    unspaced: true,
                    prefix: false,
                }),
                Stretch::Spaced(text) if text.chars().any(char::is_alphanumeric) => Some(Term {
                    text,
                    unspaced: false,
                    prefix: false,
                }),
                Stretch::Spaced(_) => None,
            });
        }
    }
    terms.truncate(MOST_TERMS);
    if let Some(last) = terms.last_mut()
        && !words.ends_with(char::is_whitespace)
    {
        last.prefix = true;
    }
    terms
}

/// The FTS5 expression for which every term must occur; `None` when there is no term.
pub(crate) fn expression(terms: &[Term]) -> Option<String> {
    let parts: Vec<String> = terms.iter().map(Term::expression).collect();
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

impl Term {
    fn expression(&self) -> String {
        if !self.unspaced {
            return format!("{}{}", quoted(&self.text), if self.prefix { " *" } else { "" });
        }
        let run: Vec<char> = self.text.chars().collect();
        match run.as_slice() {
            // Every character of a run begins a pair or stands alone at its end.
            [one] => format!("{} *", quoted(&one.to_string())),
            _ => quoted(
                &run.windows(2)
                    .map(|pair| pair.iter().collect::<String>())
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\"").replace('\0', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_quoted_terms() {
        for (words, wanted) in [
            ("summit", "\"summit\" *"),
            ("summit ", "\"summit\""),
            ("Lee Xi", "\"Lee\" AND \"Xi\" *"),
            ("外交部", "\"外交 交部\""),
            ("中", "\"中\" *"),
            ("K-pop", "\"K-pop\" *"),
            ("a\" OR b*", "\"a\"\"\" AND \"OR\" AND \"b*\" *"),
            ("한중summit", "\"한중\" AND \"summit\" *"),
        ] {
            assert_eq!(expression(&terms(words)).as_deref(), Some(wanted), "{words}");
        }
        for nothing in ["", "  ", "-", "\"\" * ()"] {
            assert_eq!(expression(&terms(nothing)), None, "{nothing:?}");
        }
    }
}
