//! In what case a name stands: told by the particle behind it (Korean, Japanese) or the word before it (Chinese, French).

use crate::{
    context::{Context, Party},
    drafts::Sentence,
    lexicon::Meetings,
    mention::Standing,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Who does it.
    Subject,
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
pub(super) fn named(sentence: &Sentence<'_>, words: &Meetings, context: &Context<'_>) -> Vec<Named> {
    let written = sentence.text.get(sentence.range.clone()).unwrap_or_default();
    let offset = sentence.range.start;
    let mut spans: Vec<(usize, usize, Vec<Party>, Option<String>)> = sentence
        .mentions
        .iter()
        .filter(|mention| mention.bytes.end > mention.bytes.start)
        .map(|mention| {
            let place = mention
                .place
                .clone()
                .filter(|_| mention.standing == Standing::Place || mention.place.is_some());
            (
                mention.bytes.start - offset,
                mention.bytes.end - offset,
                mention.parties.clone(),
                place,
            )
        })
        .collect();
    for (codes, all) in &words.pairs {
        for word in all {
            let parties: Vec<Party> = codes.split('-').filter_map(|code| context.country(code)).collect();
            for (at, _) in written.match_indices(word.as_str()) {
                let free = spans.iter().all(|(start, end, ..)| at + word.len() <= *start || *end <= at);
                let goes_on = written
                    .get(at + word.len()..)
                    .and_then(|rest| rest.chars().next())
                    .is_some_and(|next| next == '전' || next == '로' || next == '시' || next == '을');
                if free && !goes_on {
                    spans.push((at, at + word.len(), parties.clone(), None));
                }
            }
        }
    }
    spans.sort_by_key(|(start, end, ..)| (*start, std::cmp::Reverse(*end)));
    let limits: Vec<usize> = spans.iter().map(|(start, ..)| *start).chain([written.len()]).collect();
    let mut found: Vec<Named> = Vec::new();
    for (index, (start, end, parties, place)) in spans.into_iter().enumerate() {
        let next = limits.get(index + 1).copied().unwrap_or(written.len());
        let case = match sentence.language {
            "ko" => korean(written.get(end..).unwrap_or_default(), next.saturating_sub(end)),
            "ja" => japanese(
                written.get(end..next).unwrap_or_default(),
                written.get(next..).is_some_and(|rest| !rest.is_empty()),
            ),
            "zh" => chinese(written, start, &found),
            _ => french(written, start, &found),
        };
        let case = if place.is_some()
            && matches!(case, Case::Loose | Case::Object | Case::Subject | Case::With)
            && is_town(sentence, start + offset)
        {
            Case::Place
        } else {
            case
        };
        push(
            &mut found,
            Named {
                parties,
                case,
                start,
                end,
                place,
            },
            written,
        );
    }
    found
}

fn is_town(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .mentions
        .iter()
        .any(|mention| mention.bytes.start == at && mention.standing == Standing::Place)
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
        let titled_and =
            gap.chars().count() <= 14 && ["와 ", "과 ", "與", "与", "和"].iter().any(|word| gap.ends_with(word)) && last.case == Case::With;
        if (and || titled_and)
            && last.case != Case::Place
            && matches!(next.case, Case::Subject | Case::Object | Case::With | Case::Loose | Case::Of)
        {
            let parties = next
                .parties
                .into_iter()
                .filter(|party| last.parties.iter().all(|known| known.side() != party.side()));
            let parties: Vec<Party> = parties.collect();
            last.parties.extend(parties);
            last.end = next.end;
            last.case = next.case;
            return;
        }
    }
    found.push(next);
}

/// The particle at the end of the words behind a name, titles passed over.
fn korean(rest: &str, room: usize) -> Case {
    let mut passed = 0;
    for piece in rest.split(' ').take(5) {
        let word = piece.trim_end_matches([',', '.', '"', '”', ')', '』', '」']);
        let word = word
            .split_once('(')
            .map_or(word, |(head, tail)| tail.rsplit_once(')').map_or(head, |(_, tail)| tail));
        let ends = |all: &[&str]| all.iter().any(|particle| word.ends_with(particle));
        passed += piece.len() + 1;
        match () {
            () if word.is_empty() => {}
            () if ends(&["에서", "에서는", "에서도"]) => return Case::Place,
            () if ends(&["에게", "에게서", "에", "에는", "으로", "한테", "에도", "에 대해"]) => return Case::Object,
            () if ends(&["와", "과", "와의", "과의", "와는", "과는"]) => return Case::With,
            () if ends(&["을", "를"]) => return Case::Object,
            () if ends(&["의", "측의"]) => return Case::Of,
            () if ends(&["은", "는", "이", "가", "께서", "도"]) && word.chars().count() < 12 => return Case::Subject,
            () => {}
        }
        if passed > room || piece.ends_with(',') {
            return Case::Loose;
        }
    }
    Case::Loose
}

/// The first particle behind a name, with the characters of a title passed over.
fn japanese(rest: &str, goes_on: bool) -> Case {
    let letters = rest.char_indices().take(16);
    for (at, letter) in letters {
        let tail = rest.get(at..).unwrap_or_default();
        match letter {
            'は' | 'が' | 'も' => return Case::Subject,
            'を' | 'に' | 'へ' => return Case::Object,
            'と' => return Case::With,
            'で' => return Case::Place,
            'か' if tail.starts_with("から") => return Case::Of,
            'の' => return Case::Of,
            '、' | '。' | ' ' => return Case::Loose,
            '\u{3040}'..='\u{309F}' => return Case::Loose,
            _ => {}
        }
    }
    if goes_on { Case::Of } else { Case::Loose }
}

/// The word before a name: 对, 与, 在, 被; the first name without one is the subject.
fn chinese(written: &str, start: usize, before: &[Named]) -> Case {
    let head = written.get(..start).unwrap_or_default();
    let ends = |all: &[&str]| all.iter().any(|word| head.ends_with(word));
    match () {
        () if ends(&["被", "遭"]) => Case::Agent,
        () if ends(&[
            "对", "對", "向", "给", "給", "对于", "對於", "针对", "針對", "要求", "敦促", "呼吁", "呼籲", "会见", "會見", "会晤", "接见",
        ]) =>
        {
            Case::Object
        }
        () if ends(&["与", "與", "同", "和", "跟", "及"]) => Case::With,
        () if ends(&["在", "抵达", "抵達", "访问", "訪問", "赴", "抵", "于", "於", "到"]) => Case::Place,
        () => {
            // Behind a mark or at the beginning somebody new may act.
            let opens = head.is_empty()
                || head.ends_with(['，', '。', '；', '、', '：', '「', '“', ' ', '\n'])
                || before.iter().all(|one| one.case != Case::Subject);
            if opens { Case::Subject } else { Case::Loose }
        }
    }
}

/// The preposition before a name; the first name without one is the subject.
fn french(written: &str, start: usize, before: &[Named]) -> Case {
    let head = written
        .get(..start)
        .unwrap_or_default()
        .trim_end_matches(['’', '\''])
        .to_lowercase();
    let last = |count: usize| {
        let all: Vec<&str> = head
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        all.into_iter().rev().take(count).map(str::to_owned).collect::<Vec<_>>()
    };
    for word in last(2) {
        match word.as_str() {
            "avec" => return Case::With,
            "contre" | "envers" | "vers" => return Case::Object,
            "en" | "au" | "aux" | "à" | "dans" => return Case::Place,
            "par" => return Case::Agent,
            "de" | "du" | "des" | "d" => return Case::Of,
            "le" | "la" | "les" | "l" => {}
            _ => break,
        }
    }
    if before.iter().all(|one| one.case != Case::Subject) {
        Case::Subject
    } else {
        Case::Loose
    }
}
