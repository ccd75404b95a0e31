//! Ties, tenures and notes of a file, and what points from one of its things to another.

use domain::{
    Edtf, Invalid, Item, ItemKind, ItemRef,
    id::{ActorId, EventId, LinkId, NoteId, OfficeId, TenureId, TieId},
    incoming::{IncomingTenure, IncomingTie, Problem},
    link::Link,
    named::{NamedItem, NamedParticipant, Noun},
    note::Note,
    office::{Office, Tenure},
    period::Period,
    text::Title,
    tie::Tie,
};
use store::Read as _;
use uuid::Uuid;

use super::{Intake, SHOWN, events::printable, folded};
use crate::{EngineError, is_shipped, shipped_id};

/// Items of like names that are looked through for the one that a link means.
const ALIKE: usize = 8;

impl Intake<'_, '_, '_> {
    pub(super) fn tie(&mut self, row: u64, file_id: Option<&str>, tie: &IncomingTie) -> Result<(), EngineError> {
        let at = tie.start.as_ref().and_then(Edtf::earliest);
        let (from, to) = (self.actor(row, &tie.from, at)?, self.actor(row, &tie.to, at)?);
        let names = [self.actors.name(from), self.actors.name(to)].join(" – ");
        let title = Title::of_words(&tie.title).or_else(|| Title::of_words(&names));
        let key = match file_id {
            Some(id) => id.to_owned(),
            None => format!("{} {from} {to} {:?} {}", tie.kind, tie.start, tie.title),
        };
        let item = Tie {
            id: TieId(self.id("tie", &key)),
            kind: tie.kind,
            title: title.ok_or_else(|| Invalid::new("title", "is blank"))?,
            from,
            to,
            mutual: tie.mutual,
            sign: tie.sign,
            amount: None,
            period: Period::new(tie.start.clone(), tie.end.clone())?,
            cause: None,
            summary: Some(printable(&tie.summary)?).filter(|text| !text.as_str().trim().is_empty()),
        };
        if self.taken.shown.len() < SHOWN {
            let [source, target] = item.roles();
            let who = |actor: ActorId, role| NamedParticipant {
                key: format!("actor:{actor}"),
                name: self.actors.name(actor).to_owned(),
                kind: None,
                country: None,
                role,
            };
            let named = NamedItem {
                noun: Noun::Tie,
                kind: item.kind.as_str().to_owned(),
                title: item.title.to_string(),
                when: tie.start.clone().map(domain::event::When::on),
                participants: vec![who(from, source), who(to, target)],
                sign: item.sign,
                ..NamedItem::default()
            };
            self.taken.shown.push((row, named));
        }
        if let Some(file_id) = file_id {
            self.by_file_id.insert(file_id.to_owned(), ItemRef::new(ItemKind::Tie, item.id));
        }
        self.put(&Item::Tie(item))?;
        Ok(())
    }

    /// Who held what. A tenure that stands in the record from the shipped tables is brought up to date.
    pub(super) fn tenure(&mut self, row: u64, tenure: &IncomingTenure) -> Result<(), EngineError> {
        let at = tenure.start.as_ref().and_then(Edtf::earliest);
        let of = self.actor(row, &tenure.of, at)?;
        let holder = self.actor(row, &tenure.holder, at)?;
        let office = self.office(of, tenure)?;
        let start = tenure.start.clone();
        let known = self.tx.read().tenures_of(ItemRef::new(ItemKind::Actor, holder))?;
        let known = known
            .into_iter()
            .find(|known| known.office == office && known.period.start() == start.as_ref());
        let key = format!("{office} {holder} {}", start.as_ref().map_or("", Edtf::as_str));
        let item = Item::Tenure(Tenure {
            id: known.as_ref().map_or(TenureId(Self::shared_id("tenure", &key)), |known| known.id),
            office,
            holder,
            period: Period::new(start, tenure.end.clone())?,
            acting: tenure.acting,
        });
        match known {
            Some(known) if is_shipped(self.reference, &known) && Item::Tenure(known.clone()) != item => {
                self.tx.put(&item)?;
                self.taken.updated += 1;
            }
            _ => {
                self.put(&item)?;
            }
        }
        Ok(())
    }

    fn office(&mut self, of: ActorId, tenure: &IncomingTenure) -> Result<OfficeId, EngineError> {
        let post = Title::of_words(&tenure.post).ok_or_else(|| Invalid::new("post", "is blank"))?;
        let key = (of, folded(post.as_str()));
        if let Some(&known) = self.offices.get(&key) {
            return Ok(known);
        }
        let code = tenure.of.code.as_ref().and_then(|coded| self.reference.country_coded(coded, None));
        let shipped = code.and_then(|country| {
            let mut posts = self.reference.offices.iter();
            posts.find(|row| row.body == country.code.as_str() && folded(&row.post_en) == key.1)
        });
        let id = shipped.map_or_else(
            || Self::shared_id("office", &format!("{of} {}", key.1)),
            |row| shipped_id(&format!("office:{}", row.id)),
        );
        if self.tx.get(ItemRef::new(ItemKind::Office, OfficeId(id)))?.is_none() {
            self.put(&Item::Office(Office {
                id: OfficeId(id),
                post,
                of,
                other_names: Vec::new(),
            }))?;
        }
        self.offices.insert(key, OfficeId(id));
        Ok(OfficeId(id))
    }

    /// Links between events, once all events are there.
    pub(super) fn settle_links(&mut self) -> Result<(), EngineError> {
        for (row, from, kind, to) in std::mem::take(&mut self.links) {
            let Some(target) = self
                .by_file_id
                .get(&to)
                .filter(|item| item.kind == ItemKind::Event && item.id != from)
            else {
                self.fault(row, "", &to, Problem::PointsNowhere);
                continue;
            };
            let link = Link {
                id: LinkId(Uuid::new_v5(&from, format!("{kind} {target}").as_bytes())),
                kind,
                from: EventId(from),
                to: EventId(target.id),
                remark: None,
            };
            self.put(&Item::Link(link))?;
        }
        Ok(())
    }

    /// Notes, once all that they may point at is there.
    pub(super) fn settle_notes(&mut self) -> Result<(), EngineError> {
        let notes = std::mem::take(&mut self.notes);
        for (_, id, note) in &notes {
            let item = ItemRef::new(ItemKind::Note, NoteId(*id));
            self.notes_by_title.insert(folded(&note.title), item);
        }
        for (row, id, note) in notes {
            let title = Title::of_words(&note.title);
            let Some(title) = title else {
                self.fault(row, "", "", Problem::NoTitle);
                continue;
            };
            let mut about: Vec<ItemRef> = Vec::new();
            for pointer in &note.about {
                match self.by_file_id.get(pointer) {
                    Some(item) if item.id != id && !about.contains(item) => about.push(*item),
                    Some(_) => {}
                    None => self.fault(row, "", pointer, Problem::PointsNowhere),
                }
            }
            let body = self.linked(&note.body)?;
            self.put(&Item::Note(Note {
                id: NoteId(id),
                title,
                body: printable(&body)?,
                attached_to: about,
                judgement: None,
            }))?;
        }
        Ok(())
    }

    /// `[[Name|label]]` with the item that bears the name in place of it; what bears none stays as it is written.
    fn linked(&self, body: &str) -> Result<String, EngineError> {
        let mut linked = String::with_capacity(body.len());
        let mut rest = body;
        while let Some((before, after)) = rest.split_once("[[") {
            linked.push_str(before);
            let Some((inside, behind)) = after.split_once("]]") else {
                linked.push_str("[[");
                rest = after;
                continue;
            };
            let (name, label) = inside.split_once('|').unwrap_or((inside, inside));
            let target = name.split('#').next().unwrap_or(name);
            match self.item_named(target.rsplit('/').next().unwrap_or(target))? {
                Some(item) => linked.push_str(&format!("[[{item}|{label}]]")),
                None => linked.push_str(&format!("[[{inside}]]")),
            }
            rest = behind;
        }
        linked.push_str(rest);
        Ok(linked)
    }

    fn item_named(&self, name: &str) -> Result<Option<ItemRef>, EngineError> {
        let known = self.notes_by_title.get(&folded(name)).copied();
        if let Some(known) = known.or_else(|| self.actors.named(name).map(|actor| ItemRef::new(ItemKind::Actor, actor))) {
            return Ok(Some(known));
        }
        let kinds = [ItemKind::Event, ItemKind::Note, ItemKind::Source, ItemKind::Topic, ItemKind::Place];
        let hits = self.tx.read().complete(name, &kinds, ALIKE)?;
        let mut exact = hits.into_iter().filter(|hit| folded(&hit.name) == folded(name));
        Ok(exact.next().filter(|_| exact.next().is_none()).map(|hit| hit.item))
    }
}
