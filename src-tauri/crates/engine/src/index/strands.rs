//! What runs between lanes and between marks: ties and links.

use domain::{Item, ItemKind, id::ActorId, period::End, tie::Tie};
use timeline::{LinkMark, Span, TieMark};

use super::{Index, Snapshot};
use crate::EngineError;

impl Index {
    pub(super) fn read_strands(&mut self, snapshot: &Snapshot<'_>) -> Result<(), EngineError> {
        let (mut ties, mut links) = (Vec::new(), Vec::new());
        snapshot.each(ItemKind::Tie, &mut |item| {
            if let Item::Tie(tie) = item {
                ties.push(tie);
            }
        })?;
        snapshot.each(ItemKind::Link, &mut |item| {
            if let Item::Link(link) = item {
                links.push(LinkMark {
                    from: link.from.0,
                    to: link.to.0,
                    kind: link.kind,
                });
            }
        })?;
        self.columns.set_links(links);
        let marks: Vec<TieMark> = ties.iter().filter_map(|tie| self.tie_mark(tie)).collect();
        self.columns.set_ties(marks);
        self.ties = ties;
        Ok(())
    }

    fn tie_mark(&self, tie: &Tie) -> Option<TieMark> {
        let lane = |actor: ActorId| self.actors.lane(self.country_of(actor, None).unwrap_or(actor));
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
