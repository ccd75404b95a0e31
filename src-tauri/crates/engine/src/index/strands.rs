//! What runs between lanes and between marks: ties and links.

use domain::{Item, ItemKind, id::ActorId, period::End, tie::Tie};
use std::sync::Arc;
use store::Read;
use timeline::{LinkMark, Span, TieMark};

use super::Index;
use crate::EngineError;

impl Index {
    pub(super) fn read_strands(&mut self, read: &dyn Read) -> Result<(), EngineError> {
        let (mut ties, mut links) = (Vec::new(), Vec::new());
        for kind in [ItemKind::Tie, ItemKind::Link] {
            read.each(kind, &mut |recorded| {
                match recorded.item {
                    Item::Tie(tie) => ties.push(tie),
                    Item::Link(link) => links.push(LinkMark {
                        from: link.from.0,
                        to: link.to.0,
                        kind: link.kind,
                    }),
                    _ => {}
                }
                Ok(())
            })?;
        }
        let marks: Vec<TieMark> = ties.iter().filter_map(|tie| self.tie_mark(tie)).collect();
        self.columns.relate(links, marks);
        self.ties = Arc::new(ties);
        Ok(())
    }

    fn tie_mark(&self, tie: &Tie) -> Option<TieMark> {
        let lane = |actor: ActorId| self.actors.lane(self.actors.country_of(actor, None).unwrap_or(actor));
        Some(TieMark {
            id: tie.id.0,
            kind: tie.kind,
            sign: tie.sign,
            from: lane(tie.from)?,
            to: lane(tie.to)?,
            span: span(tie),
        })
    }
}

fn span(tie: &Tie) -> Option<Span> {
    let start = tie.period.start().map(domain::Edtf::start);
    let end = match tie.period.end() {
        End::On(date) => Some(date.end()),
        End::Ongoing | End::Unknown => None,
    };
    (start.is_some() || end.is_some()).then(|| Span {
        start_earliest: start.and_then(|bounds| bounds.earliest),
        start_latest: start.and_then(|bounds| bounds.latest),
        end_earliest: end.and_then(|bounds| bounds.earliest),
        end_latest: end.and_then(|bounds| bounds.latest),
    })
}
