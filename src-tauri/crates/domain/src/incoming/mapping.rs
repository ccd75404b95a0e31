//! What the columns of a table mean.

use serde::{Deserialize, Serialize};

use super::CodeList;
use crate::{actor::ActorKind, event::Role, status::Status};

words! {
    /// What a row of a table is.
    #[derive(Default)]
    pub enum RowNoun ("noun": "what a row is") {
        #[default]
        Event = "event",
        /// Who held which office from when to when.
        Tenure = "tenure",
        Source = "source",
    }
}

words! {
    /// In which order numbers make a date, where the year does not stand first.
    pub enum DateOrder ("date_order": "an order of day and month") {
        DayFirst = "day-first",
        MonthFirst = "month-first",
    }
}

words! {
    /// What a column says of its row.
    #[derive(Default)]
    pub enum Use ("is": "a use of a column") {
        /// Nothing that the record keeps.
        #[default]
        Nothing = "nothing",
        /// What the file calls the row: the same in its next edition. Several make one.
        Id = "id",
        Title = "title",
        Date = "date",
        Year = "year",
        Month = "month",
        Day = "day",
        Time = "time",
        EndDate = "end-date",
        EndYear = "end-year",
        EndMonth = "end-month",
        EndDay = "end-day",
        EndTime = "end-time",
        /// How exact the dates with the same `side` are: 9, 10, 11 for year, month, day (Wikidata); 1, 2, 3 for day, week, month (ACLED).
        DatePrecision = "date-precision",
        /// The date in the file's own words.
        DateWords = "date-words",
        /// One of our kinds, by its name.
        Kind = "kind",
        /// What was done, in the code of the mapping's scheme.
        Code = "code",
        /// The number that comes with the code.
        CodeValue = "code-value",
        /// The finer mode of what was done, where the scheme has one.
        CodeMode = "code-mode",
        /// Somebody by a name, in the role given. With the same `side`, a name, a code and a country are one actor.
        ActorName = "actor-name",
        /// The code of the actor itself.
        ActorCode = "actor-code",
        /// Whom the actor acts for.
        ActorCountry = "actor-country",
        Place = "place",
        PlaceCountry = "place-country",
        Latitude = "latitude",
        Longitude = "longitude",
        Summary = "summary",
        /// Kept in the summary, after the column's name.
        Remark = "remark",
        Topic = "topic",
        Status = "status",
        SourceTitle = "source-title",
        SourceUrl = "source-url",
        Publisher = "publisher",
        Author = "author",
        Published = "published",
        /// Where in the source: a page, a sentence.
        Locator = "locator",
        /// The office of a tenure: "President".
        Post = "post",
        /// A condition: rows of which it does not hold are left out.
        OnlyIf = "only-if",
    }
}

/// What one column means.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its header as it stands in the file; its number, counted from 1, where there is none.
    pub header: String,
    pub is: Use,
    /// Of codes and countries: the list they are from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<CodeList>,
    /// Of actors: their part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Of actors: columns with the same number are about the same one.
    #[serde(default)]
    pub side: u8,
    /// Of actors: what they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActorKind>,
    /// Where one cell holds several: what stands between them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<String>,
    /// Of actors: the cell holds ids of other rows of the table, whose titles are their names.
    #[serde(default)]
    pub by_id: bool,
    /// Of a condition: what the cell must say, in any case; where nothing is listed, anything but blank, `0`, `FALSE`, `no` and `NA`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
}

/// Somebody who has a part in every row and stands in no column: the host of a list of visits to one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Always {
    /// ISO 3166 alpha-3.
    pub country: String,
    pub role: Role,
}

/// What the columns of a table mean: guessed, corrected by a person, shipped for known data sets, or read from a TOML file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the data set is called: part of the ids of what it tells, so that its next edition is known again.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub noun: RowNoun,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// The kind of every row that says none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The scheme of the codes: `CAMEO`, `PLOVER`, `ACLED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Where every row stands as it is now; by its date where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What is mutual is listed once a side: two rows of one meeting are one event.
    #[serde(default)]
    pub both_ways: bool,
    /// The date may be the day on which it was reported: where both are the same, it is marked as uncertain.
    #[serde(default)]
    pub date_may_be_published: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub always: Vec<Always>,
    pub columns: Vec<Column>,
}
