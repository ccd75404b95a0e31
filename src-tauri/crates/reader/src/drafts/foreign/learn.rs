//! Persons a text introduces with country and post, who then stand by their name alone.

use super::names::Span;
use crate::{
    context::{Context, Party},
    drafts::Sentence,
    lexicon::Meetings,
};

/// The most persons learnt from one text.
const MOST_LEARNT: usize = 64;

/// How many letters a post before or behind a name takes.
const LONGEST_POST: usize = 12;

/// Remembers who is introduced in a sentence, and the letters by which countries and persons go on.
pub(super) fn note(sentence: &Sentence<'_>, words: &Meetings, spans: &[Span], context: &mut Context<'_>) {
    let written = sentence.text.get(sentence.range.clone()).unwrap_or_default();
    for span in spans {
        let Some(party) = span.parties.first().filter(|_| span.parties.len() == 1) else {
            continue;
        };
        let name = written.get(span.start..span.end).unwrap_or_default();
        if let Some(letter) = name.chars().next().filter(|letter| !letter.is_ascii()) {
            context.by_letter.insert((party.is_person, letter), party.clone());
        }
        let Some(country) = party.country.clone().filter(|_| !party.is_person) else {
            continue;
        };
        let name = match sentence.language {
            "zh" => behind_post(written, span, words),
            "ja" => before_post(written, span, words),
            "ko" => before_country(written, span, words),
            _ => None,
        };
        if let Some(name) = name.filter(|_| context.learnt.len() < MOST_LEARNT) {
            learn(&name, country, sentence.language, context);
        }
    }
}

fn learn(name: &str, country: String, language: &str, context: &mut Context<'_>) {
    let person = Party::new_person(name, Some(country));
    let parts: Vec<&str> = name.split([' ', '・', '·']).filter(|part| part.chars().count() > 1).collect();
    for part in &parts {
        context.learnt.insert((*part).to_owned(), person.clone());
    }
    if language == "ko" && name.chars().count() <= 3 {
        let letter = name.chars().next().unwrap_or_default();
        context.by_letter.insert((true, letter), person.clone());
    }
    // A name of four letters opens with that of the family.
    if language == "ja" && parts.len() == 1 && name.chars().count() == 4 && name.chars().all(is_han) {
        let family: String = name.chars().take(2).collect();
        context.learnt.insert(family, person);
    }
}

/// Whether a name found in a text is not the part of a longer word.
pub(super) fn stands_alone(written: &str, start: usize, end: usize) -> bool {
    let before = written.get(..start).and_then(|head| head.chars().next_back());
    let after = written.get(end..).and_then(|rest| rest.chars().next());
    let first = written.get(start..end).and_then(|name| name.chars().next());
    let same = |letter: Option<char>, kind: fn(char) -> bool| letter.is_some_and(kind) && first.is_some_and(kind);
    !same(before, is_hangul) && !same(before, is_katakana) && !same(after, is_katakana)
}

fn is_han(letter: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&letter)
}

fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

fn is_katakana(letter: char) -> bool {
    ('\u{30A0}'..='\u{30FF}').contains(&letter)
}

/// "阿富汗外长穆塔基应约…": what stands behind country and post, up to a word that no name holds.
fn behind_post(written: &str, span: &Span, words: &Meetings) -> Option<String> {
    const ENDS: &str = "与與同和在将將对對向说說称稱表就于於是也已曾会會通访訪见見指强強等发發为為从從的及并並随隨抵赴出接应應周星今昨日月年之以呼警谴譴批宣要敦重再当當正进進即上下一致认認因未不则則还還形致回";
    let rest = written.get(span.end..)?;
    let title = words
        .titles
        .iter()
        .filter_map(|title| Some((rest.find(title.as_str())?, title)))
        .filter(|(at, _)| {
            rest.get(..*at)
                .is_some_and(|gap| gap.chars().count() <= LONGEST_POST && gap.chars().all(is_han))
        })
        .min_by_key(|(at, title)| (*at, std::cmp::Reverse(title.len())))?;
    let behind = rest.get(title.0 + title.1.len()..)?;
    let name: String = behind
        .chars()
        .take_while(|letter| (is_han(*letter) || *letter == '·' || *letter == '・') && !ENDS.contains(*letter))
        .take(9)
        .collect();
    (2..=8).contains(&name.chars().count()).then_some(name)
}

/// "ウクライナのゼレンスキー大統領", "ブリンケン米国務長官": the name right before the post.
fn before_post(written: &str, span: &Span, words: &Meetings) -> Option<String> {
    let rest = written.get(span.end..)?;
    let direct = words.titles.iter().any(|title| rest.starts_with(title.as_str()));
    let head = if direct {
        written.get(..span.start)?
    } else {
        let tail = rest.strip_prefix('の')?;
        let at = words.titles.iter().filter_map(|title| tail.find(title.as_str())).min()?;
        tail.get(..at).filter(|name| name.chars().count() <= LONGEST_POST)?
    };
    let last = head.chars().next_back()?;
    let same = |letter: &char| {
        if is_katakana(last) {
            is_katakana(*letter) || *letter == '・'
        } else {
            is_han(*letter)
        }
    };
    let name: Vec<char> = head.chars().rev().take_while(same).take(LONGEST_POST).collect();
    let name: String = name.into_iter().rev().collect();
    let short = name.chars().count() <= if is_katakana(last) { LONGEST_POST } else { 4 };
    (short && name.chars().count() >= 2).then_some(name)
}

/// "마이크 폼페이오 미국 국무장관", "조현 외교부 장관": the words before country and post.
fn before_country(written: &str, span: &Span, words: &Meetings) -> Option<String> {
    let rest = written.get(span.end..)?.trim_start();
    let post = rest.split(' ').take(3).any(|word| {
        words
            .titles
            .iter()
            .any(|title| word.starts_with(title.as_str()) || word.ends_with(title.as_str()))
    });
    let head = written.get(..span.start)?;
    let is_name = |word: &&str| {
        let count = word.chars().count();
        (2..=5).contains(&count)
            && word.chars().all(is_hangul)
            && !word.ends_with(['은', '는', '을', '를', '에', '의', '로', '서', '고', '며', '인', '한', '된', '던'])
    };
    let before = head.strip_suffix(' ')?;
    let name: Vec<&str> = before.rsplit(' ').take_while(is_name).take(2).collect();
    (post && !name.is_empty()).then(|| name.into_iter().rev().collect::<Vec<_>>().join(" "))
}
