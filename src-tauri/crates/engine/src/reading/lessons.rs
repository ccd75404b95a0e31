use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef, Reason,
    id::{ActorId, LessonId},
    kind::KindId,
    lesson::{Lesson, Teaches},
    text::Title,
};
use reader::Taught;
use store::Read as _;

use crate::{Change, EngineError, Operation, ShippedKey, Workspace, fresh_id, shipped::add_shipped};

impl Workspace {
    /// Remembers words that name an actor: `actor:…` of the record, or the key of a shipped one, which is added.
    pub fn teach_name(&mut self, words: &Title, actor: &str, now: DateTime<Utc>) -> Result<(ItemRef, Change), EngineError> {
        let own: Option<ActorId> = actor.strip_prefix("actor:").map(str::parse).transpose()?;
        let shipped: Option<ShippedKey> = if own.is_none() { Some(actor.parse()?) } else { None };
        if let Some(id) = own {
            self.require(ItemRef::new(ItemKind::Actor, id))?;
        }
        let reference = self.reference();
        self.teach(words, now, |tx| match (own, &shipped) {
            (Some(id), _) => Ok(Teaches::Actor(id)),
            (None, Some(key)) => Ok(Teaches::Actor(ActorId(add_shipped(tx, reference, key)?.id))),
            (None, None) => Err(Invalid::of("actor", Reason::Missing).into()),
        })
    }

    /// Remembers words that tell of a kind of event, as they stand in a text ("held talks with") or as a pattern ("hold ~ talks with").
    pub fn teach_kind(&mut self, words: &Title, kind: KindId, now: DateTime<Utc>) -> Result<(ItemRef, Change), EngineError> {
        let mut reader = super::shipped_reader()?;
        let words = &Title::new(&reader.taught_words(words.as_str())).map_err(|error| error.within("words"))?;
        let phrase = Taught {
            words: words.to_string(),
            kind: kind.to_string(),
        };
        reader
            .teach(&[phrase])
            .map_err(|error| Invalid::new("words", error.to_string()).hint("shorten them to the verb or noun"))?;
        self.teach(words, now, |_| Ok(Teaches::Kind(kind)))
    }

    fn teach(
        &mut self,
        words: &Title,
        now: DateTime<Utc>,
        teaches: impl FnOnce(&mut crate::Transaction<'_, '_>) -> Result<Teaches, EngineError>,
    ) -> Result<(ItemRef, Change), EngineError> {
        let earlier = self.store().list(ItemKind::Lesson)?.into_iter().find_map(|item| match item {
            Item::Lesson(lesson) if lesson.words.as_str().eq_ignore_ascii_case(words.as_str()) => Some(lesson.id),
            _ => None,
        });
        // Words mean one thing: what was taught of them before is replaced.
        let id = earlier.unwrap_or_else(|| LessonId(fresh_id()));
        self.transact(Operation::Teach, words.as_str(), now, |tx| {
            let lesson = Lesson {
                id,
                words: words.clone(),
                teaches: teaches(tx)?,
            };
            tx.put(&Item::Lesson(lesson))?;
            Ok(ItemRef::new(ItemKind::Lesson, id))
        })
    }
}
