use chrono::NaiveDate;
use domain::{Edtf, Invalid, Moment, Reason};

/// A date as a person writes it, in words or as EDTF: whatever takes a date reads it here. Relative words count from `today`.
pub fn date(field: &str, text: &str, today: NaiveDate) -> Result<Edtf, Invalid> {
    date_in(field, text, today, None)
}

/// The same in the words of one language (ISO 639-1); told by their script where there is none.
pub fn date_in(field: &str, text: &str, today: NaiveDate, language: Option<&str>) -> Result<Edtf, Invalid> {
    dates::typed(text, today, language).map_err(|refusal| refusal.at(field))
}

/// One whole day.
pub fn day(field: &str, text: &str, today: NaiveDate) -> Result<NaiveDate, Invalid> {
    let date = date(field, text, today)?;
    let ends = [date.earliest(), date.latest()].map(|moment| moment.and_then(Moment::date));
    match ends {
        [Some(first), Some(last)] if first == last => Ok(first),
        _ => Err(Invalid::with(field, Reason::DateNotDay, &[("text", &text.trim())])),
    }
}

/// The last moment of a date, which is what *as of* means by it.
pub fn end_of(field: &str, text: &str, today: NaiveDate) -> Result<Moment, Invalid> {
    date(field, text, today)?
        .latest()
        .ok_or_else(|| Invalid::of(field, Reason::DateNoEnd))
}
