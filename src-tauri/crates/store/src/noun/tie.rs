use domain::{
    edtf::Bounds,
    id::{ActorId, EventId, TieId},
    period::{End, Period},
    tie::{Sign, Tie},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Tie {
    const TABLE: &'static str = "tie";
    const COLUMNS: &'static [&'static str] = &[
        "kind",
        "title",
        "from_actor",
        "to_actor",
        "mutual",
        "sign",
        "start_edtf",
        "start_earliest",
        "start_latest",
        "end",
        "end_earliest",
        "end_latest",
        "cause",
        "amount",
        "summary",
    ];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let start = self.period.start();
        let end = match self.period.end() {
            End::On(date) => date.end(),
            End::Ongoing | End::Unknown => Bounds::NONE,
        };
        values.word(&self.kind)?.plain(self.title.to_string()).id(self.from).id(self.to);
        values.plain(self.mutual).plain(i64::from(i8::from(self.sign)));
        values.optional_word(start)?.bounds(start.map_or(Bounds::NONE, |date| date.start()));
        values.plain(self.period.end().to_string()).bounds(end);
        values
            .optional_id(self.cause)
            .optional_json(self.amount.as_ref())?
            .plain(self.summary.as_ref().map(ToString::to_string));
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, title) = (columns.word()?, columns.word()?);
        let (from, to) = (ActorId(columns.id()?), ActorId(columns.id()?));
        let (mutual, sign) = (columns.plain()?, columns.plain::<i8>()?);
        let start = columns.optional_word()?;
        columns.skip(2);
        let end = columns.word()?;
        columns.skip(2);
        let cause = columns.optional_id()?.map(EventId);
        let (amount, summary) = (columns.optional_json()?, columns.optional_word()?);
        let period = Period::new(start, end).map_err(StoreError::damaged)?;
        let sign = Sign::try_from(sign).map_err(StoreError::damaged)?;
        Ok(Self {
            id: TieId(id),
            kind,
            title,
            from,
            to,
            mutual,
            sign,
            amount,
            period,
            cause,
            summary,
        })
    }
}
