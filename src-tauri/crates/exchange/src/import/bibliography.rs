//! What the readers of reference lists share.

use domain::{
    Edtf,
    incoming::{IncomingSource, Problem, Thing},
};

use super::{Out, Stopped, spoken};

/// The longest mark of a text, in bytes.
const LONGEST_MARK: usize = 100;

/// Hands over a source. One without a title is called by its author and year or, failing that, by where it is; a bare name is no source.
pub(super) fn put(out: &mut Out<'_>, row: u64, id: &str, mut source: IncomingSource) -> Result<(), Stopped> {
    if source.title.is_empty() {
        source.title = match (&source.published, source.author.as_str(), source.url.as_str()) {
            (Some(date), author, _) if !author.is_empty() => format!("{author} ({date})"),
            (_, _, url) => url.to_owned(),
        };
    }
    if source.title.is_empty() {
        return out.fault(row, "title", id, Problem::NoTitle);
    }
    let id = (!id.is_empty()).then(|| id.to_owned());
    out.put(row, id, Thing::Source(Box::new(source)))
}

/// A date as it was read; one that could not be is reported.
pub(super) fn reported(out: &mut Out<'_>, row: u64, column: &str, text: &str, date: Option<Edtf>) -> Result<Option<Edtf>, Stopped> {
    if date.is_none() && !text.trim().is_empty() {
        out.fault(row, column, text, Problem::DateUnread)?;
    }
    Ok(date)
}

/// The page of a DOI, which is written with and without its address.
pub(super) fn page_of_doi(doi: &str) -> String {
    let doi = doi.trim();
    match doi.trim_start_matches("doi:").trim() {
        "" => String::new(),
        address if address.starts_with("http") => address.to_owned(),
        doi => format!("https://doi.org/{doi}"),
    }
}

/// One line, without marks such as `<i>` and `<span class="nocase">`.
pub(super) fn line(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let end = from.bytes().take(LONGEST_MARK).position(|byte| byte == b'>');
        let mark = end.and_then(|end| from.get(..=end)).filter(|mark| is_mark(mark));
        match mark {
            Some(mark) => rest = from.get(mark.len()..).unwrap_or_default(),
            None => {
                plain.push('<');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_mark(mark: &str) -> bool {
    let name = mark.trim_matches(['<', '>', '/']);
    let name = name.split_whitespace().next().unwrap_or_default();
    matches!(name, "i" | "b" | "em" | "strong" | "sub" | "sup" | "sc" | "span" | "p" | "br")
}

/// BCP 47 of a language as reference lists name it; empty where that is not known.
pub(super) fn language(words: &str) -> String {
    let words = words.trim().to_lowercase();
    let tag = match words.as_str() {
        "english" | "american" | "british" | "usenglish" | "ukenglish" | "eng" => "en",
        "australian" => "en-AU",
        "german" | "ngerman" | "deutsch" | "ger" | "deu" => "de",
        "french" | "français" | "fre" | "fra" => "fr",
        "spanish" | "spa" => "es",
        "italian" | "ita" => "it",
        "portuguese" | "por" => "pt",
        "russian" | "rus" => "ru",
        "chinese" | "chi" | "zho" => "zh",
        "japanese" | "jpn" => "ja",
        "korean" | "kor" => "ko",
        "hebrew" | "heb" => "he",
        "arabic" | "ara" => "ar",
        tag if is_tag(tag) => tag,
        _ => "",
    };
    tag.to_owned()
}

fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    first.len() == 2 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && parts.all(|part| (1..=8).contains(&part.len()))
}

/// The number of a month by its English name, whole or shortened to three letters or more, or by its figures.
pub(super) fn month(words: &str) -> Option<u32> {
    let by_number = words.trim().parse().ok().filter(|number| (1..=12).contains(number));
    by_number.or_else(|| spoken::month(words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_signs_kept() {
        assert_eq!(
            line("The  <i>Rule</i> of <span class=\"nocase\">a < b</span>\n<cite>"),
            "The Rule of a < b <cite>"
        );
        assert_eq!(line("<<i"), "<<i");
    }

    #[test]
    fn languages_and_months_by_their_names() {
        assert_eq!(
            (language("en-GB"), language("Hebrew"), language("Klingon")),
            ("en-gb".to_owned(), "he".to_owned(), String::new())
        );
        assert_eq!(
            (month("Aug"), month("8"), month("MAR."), month("Ma"), month("13")),
            (Some(8), Some(8), Some(3), None, None)
        );
    }
}
