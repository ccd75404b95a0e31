use domain::{id::SourceId, source::Source};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values, bounds_of},
};

impl Noun for Source {
    const TABLE: &'static str = "source";
    const COLUMNS: &'static [&'static str] = &[
        "title",
        "publisher",
        "author",
        "url",
        "published_edtf",
        "published_earliest",
        "published_latest",
        "accessed",
        "language",
        "reliability",
        "origin",
        "repeats",
        "sha256",
        "text",
    ];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let (start, end) = bounds_of(self.published.as_ref());
        values
            .plain(self.title.to_string())
            .optional_word(self.publisher.as_ref())?
            .optional_word(self.author.as_ref())?;
        values.optional_word(self.url.as_ref())?.optional_word(self.published.as_ref())?;
        values
            .plain(start.earliest.map(|moment| moment.0))
            .plain(end.latest.map(|moment| moment.0));
        values
            .optional_word(self.accessed.as_ref())?
            .optional_word(self.language.as_ref())?;
        values.word(&self.reliability)?.word(&self.origin)?.optional_id(self.repeats);
        values.plain(self.sha256()).plain(self.text.to_string());
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (title, publisher, author) = (columns.word()?, columns.optional_word()?, columns.optional_word()?);
        let (url, published) = (columns.optional_word()?, columns.optional_word()?);
        columns.skip(2);
        let (accessed, language) = (columns.optional_word()?, columns.optional_word()?);
        let (reliability, origin) = (columns.word()?, columns.word()?);
        let repeats = columns.optional_id()?.map(SourceId);
        columns.skip(1);
        let text = columns.word()?;
        Ok(Self {
            id: SourceId(id),
            title,
            publisher,
            author,
            url,
            published,
            accessed,
            language,
            reliability,
            origin,
            repeats,
            text,
        })
    }
}
