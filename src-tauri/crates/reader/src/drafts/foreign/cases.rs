//! In what case a name stands: told by the particle behind it (Korean, Japanese) or the word before it (Chinese, French).

use super::{names::Span, particles};
use crate::{context::Party, drafts::Sentence, lexicon::Meetings};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Who does it.
    Subject,
    /// Of whom the sentence tells, who does what it ends with.
    Topic,
    /// To whom it is done.
    Object,
    /// With whom.
    With,
    /// Whose.
    Of,
    /// Where.
    Place,
    /// By whom, in a passive.
    Agent,
    /// None that is known.
    Loose,
}

impl Case {
    pub fn acts(self) -> bool {
        matches!(self, Self::Subject | Self::Topic)
    }
}

/// A name and its case; offsets are bytes of the sentence.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub parties: Vec<Party>,
    pub case: Case,
    pub start: usize,
    pub end: usize,
    pub place: Option<String>,
}

/// The names of a sentence from left to right; neighbours that are joined by "and" or are of one side are one.
pub(super) fn named(sentence: &Sentence<'_>, words: &Meetings, spans: Vec<Span>) -> Vec<Named> {
    let written = sentence.text.get(sentence.range.clone()).unwrap_or_default();
    let limits: Vec<usize> = spans.iter().map(|span| span.start).chain([written.len()]).collect();
    let mut found: Vec<Named> = Vec::new();
    for (index, span) in spans.into_iter().enumerate() {
        let next = limits.get(index + 1).copied().unwrap_or(written.len());
        let (start, end) = (span.start, span.end);
        let case = match sentence.language {
            "ko" => particles::korean(written.get(end..).unwrap_or_default(), next.saturating_sub(end)),
            "ja" => particles::japanese(
                written.get(end..next).unwrap_or_default(),
                written.get(next..).is_some_and(|rest| !rest.is_empty()),
                &words.titles,
            ),
            "zh" => particles::chinese(written, start, &found),
            _ => particles::french(written, start, &found),
        };
        let movable = matches!(case, Case::Loose | Case::Object | Case::Subject | Case::Topic | Case::With);
        let case = if span.town && movable { Case::Place } else { case };
        push(
            &mut found,
            Named {
                parties: span.parties,
                case,
                start,
                end,
                place: span.place,
            },
            written,
        );
    }
    found
}

/// Joins a name to the one before: of the same side right behind it ("the French president Macron"), or with "and" between.
fn push(found: &mut Vec<Named>, next: Named, written: &str) {
    if let Some(last) = found.last_mut() {
        let gap = written.get(last.end..next.start).unwrap_or_default();
        let near = gap.chars().count() <= 10 && !gap.contains(['，', '。', '.', ',']);
        let same = last.parties.first().map(Party::side) == next.parties.first().map(Party::side) && last.parties.len() == 1;
        let person = next.parties.iter().any(|party| party.is_person);
        if same && near && matches!(last.case, Case::Loose | Case::Of) && next.place.is_none() {
            last.end = next.end;
            last.case = next.case;
            if person {
                last.parties = next.parties;
            }
            return;
        }
        let and = matches!(
            gap.trim(),
            "와" | "과" | "·" | "및" | "と" | "、" | "与" | "與" | "和" | "及" | "、 " | "et" | "및 "
        );
        if are_places(last, &next)
            && (and
                || matches!(
                    gap.trim(),
                    "et en" | "et au" | "et aux" | ", en" | ", au" | ", aux" | ", et en" | ", et au"
                ))
        {
            last.parties.extend(next.parties);
            last.end = next.end;
            return;
        }
        let titled_and =
            gap.chars().count() <= 14 && ["와 ", "과 ", "與", "与", "和"].iter().any(|word| gap.ends_with(word)) && last.case == Case::With;
        if (and || titled_and)
            && last.case != Case::Place
            && matches!(
                next.case,
                Case::Subject | Case::Topic | Case::Object | Case::With | Case::Loose | Case::Of
            )
        {
            let parties = next
                .parties
                .into_iter()
                .filter(|party| last.parties.iter().all(|known| known.side() != party.side()));
            let parties: Vec<Party> = parties.collect();
            last.parties.extend(parties);
            last.end = next.end;
            // "中国与日本断交": where the preposition before a name tells its case, that of the first holds for both.
            if !(last.case.acts() && next.case == Case::With) {
                last.case = next.case;
            }
            return;
        }
    }
    found.push(next);
}

/// "en Géorgie et en Arménie": one journey goes to both.
fn are_places(one: &Named, next: &Named) -> bool {
    [one, next].iter().all(|named| named.case == Case::Place && named.place.is_none())
}
