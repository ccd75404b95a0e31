use chrono::NaiveDate;
use domain::{Edtf, Invalid, Moment};

/// An ISO day.
pub fn day(field: &str, text: &str) -> Result<NaiveDate, Invalid> {
    text.trim().parse().map_err(|_| {
        Invalid::new(field, format!("“{}” is not a day", text.chars().take(30).collect::<String>())).hint("write it as 2026-01-08")
    })
}

/// The last moment of a date, which is what *as of* and *to* mean by it.
pub fn end_of(field: &str, text: &str) -> Result<Moment, Invalid> {
    let date = Edtf::parse(text).map_err(|error| Invalid::new(field, error.to_string()).hint("write a date such as 2026-01-08"))?;
    date.latest()
        .ok_or_else(|| Invalid::new(field, "has no end").hint("write a date such as 2026-01-08"))
}

/// The first moment of a date, which is what *from* means by it.
pub fn start_of(field: &str, text: &str) -> Result<Moment, Invalid> {
    let date = Edtf::parse(text).map_err(|error| Invalid::new(field, error.to_string()).hint("write a date such as 2026-01-08"))?;
    date.earliest()
        .ok_or_else(|| Invalid::new(field, "has no beginning").hint("write a date such as 2026-01-08"))
}
