//! The names of a sentence: those of the gazetteer, short ones before a post, bodies of the home country, persons the text introduced.

use super::learn;
use crate::{
    context::{Context, Party},
    drafts::Sentence,
    lexicon::Meetings,
    mention::Standing,
};

/// A name; offsets are bytes of the sentence.
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
    pub parties: Vec<Party>,
    pub place: Option<String>,
    /// Whether the place is a town, in which something happens.
    pub town: bool,
}

/// How many bytes behind a country its posts may stand.
const POST_REACH: usize = 24;

/// The names from left to right, none over another.
pub(super) fn spans(sentence: &Sentence<'_>, words: &Meetings, context: &Context<'_>) -> Vec<Span> {
    let written = sentence.text.get(sentence.range.clone()).unwrap_or_default();
    let mut all = mentioned(sentence);
    add_pairs(written, words, context, &mut all);
    add_learnt(written, words, context, &mut all);
    add_short(written, words, context, &mut all);
    add_both(written, words, context, &mut all);
    all.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    add_home(written, words, context, &mut all);
    all.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    all.retain(|span| !is_source(written, span, words));
    all
}

/// "X에 따르면", "Xによると", "据X报道": who tells it only.
fn is_source(written: &str, span: &Span, words: &Meetings) -> bool {
    let (head, rest) = (
        written.get(..span.start).unwrap_or_default(),
        written.get(span.end..).unwrap_or_default(),
    );
    let near: String = rest
        .chars()
        .take(8)
        .take_while(|letter| !matches!(letter, ',' | '，' | '、'))
        .collect();
    words
        .sources
        .iter()
        .any(|word| head.ends_with(word.as_str()) || near.contains(word.as_str()))
}

fn mentioned(sentence: &Sentence<'_>) -> Vec<Span> {
    let offset = sentence.range.start;
    let mentions = sentence.mentions.iter().filter(|mention| mention.bytes.end > mention.bytes.start);
    mentions
        .map(|mention| Span {
            start: mention.bytes.start - offset,
            end: mention.bytes.end - offset,
            parties: mention.parties.clone(),
            place: mention.place.clone(),
            town: mention.place.is_some() && mention.standing == Standing::Place,
        })
        .collect()
}

fn push(all: &mut Vec<Span>, start: usize, end: usize, parties: Vec<Party>) {
    let free = all.iter().all(|span| end <= span.start || span.end <= start);
    if free && !parties.is_empty() {
        all.push(Span {
            start,
            end,
            parties,
            place: None,
            town: false,
        });
    }
}

/// "한미", "日中": two countries in one word.
fn add_pairs(written: &str, words: &Meetings, context: &Context<'_>, all: &mut Vec<Span>) {
    let pairs = words
        .pairs
        .iter()
        .flat_map(|(codes, all)| all.iter().map(move |word| (codes, word)));
    let mut longest: Vec<(&String, &String)> = pairs.collect();
    longest.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
    for (codes, word) in longest {
        for (at, _) in written.match_indices(word.as_str()) {
            let next = written.get(at + word.len()..).and_then(|rest| rest.chars().next());
            let goes_on = next.is_some_and(|next| matches!(next, '전' | '로' | '시' | '을'));
            if !goes_on {
                let parties = codes.split('-').filter_map(|code| context.country(code)).collect();
                push(all, at, at + word.len(), parties);
            }
        }
    }
}

/// "美方", "米国務長官", "러 외무장관": the short name of a country before a post; by itself where the language has no such posts.
fn add_short(written: &str, words: &Meetings, context: &Context<'_>, all: &mut Vec<Span>) {
    for (code, short) in words.short.iter().flat_map(|(code, all)| all.iter().map(move |word| (code, word))) {
        for (at, _) in written.match_indices(short.as_str()) {
            let end = at + short.len();
            let (head, rest) = (written.get(..at).unwrap_or_default(), written.get(end..).unwrap_or_default());
            let apart = !head.chars().next_back().is_some_and(|letter| joins_on(short, letter));
            if apart && is_post(rest, words) {
                push(all, at, end, context.country(code).into_iter().collect());
            }
        }
    }
    // "阿方": of the countries named before the one whose name begins so.
    for (at, _) in written.match_indices('方').filter(|_| words.posts.iter().any(|post| post == "方")) {
        let letter = written.get(..at).and_then(|head| head.chars().next_back());
        if let Some((letter, country)) = letter.and_then(|letter| Some((letter, context.by_letter.get(&(false, letter))?))) {
            push(all, at - letter.len_utf8(), at + '方'.len_utf8(), vec![country.clone()]);
        }
    }
}

/// Whether a letter before a short name makes one word of the two.
fn joins_on(short: &str, letter: char) -> bool {
    let hangul = |letter: char| ('가'..='힣').contains(&letter);
    if short
        .chars()
        .all(|letter| letter.is_ascii() || letter.is_alphabetic() && letter < '\u{3000}')
    {
        return letter.is_alphanumeric();
    }
    letter.is_ascii_digit() || short.chars().any(hangul) && hangul(letter)
}

fn is_post(rest: &str, words: &Meetings) -> bool {
    if words.posts.is_empty() {
        return !rest.chars().next().is_some_and(char::is_alphanumeric);
    }
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    words.posts.iter().any(|post| rest.starts_with(post.as_str()))
}

/// "양측", "両首脳", "双方": the two last told of.
fn add_both(written: &str, words: &Meetings, context: &Context<'_>, all: &mut Vec<Span>) {
    let two = context.last_two(false);
    for word in words.both.iter().filter(|_| two.len() == 2) {
        for (at, _) in written.match_indices(word.as_str()) {
            push(all, at, at + word.len(), two.clone());
        }
    }
}

/// Persons whom the text introduced with a post: "ゼレンスキー氏", "조 장관", "穆塔基".
fn add_learnt(written: &str, words: &Meetings, context: &Context<'_>, all: &mut Vec<Span>) {
    for (name, party) in context.learnt.iter().rev() {
        for (at, _) in written.match_indices(name.as_str()) {
            if learn::stands_alone(written, at, at + name.len()) {
                push(all, at, at + name.len(), vec![party.clone()]);
            }
        }
    }
    for title in &words.titles {
        for (at, _) in written.match_indices(&format!(" {title}")) {
            let head = written.get(..at).unwrap_or_default();
            let mut letters = head.chars().rev();
            let (Some(letter), before) = (letters.next(), letters.next()) else {
                continue;
            };
            let alone = before.is_none_or(|before| !before.is_alphanumeric());
            if let Some(person) = context.by_letter.get(&(true, letter)).filter(|_| alone) {
                push(all, at - letter.len_utf8(), at, vec![person.clone()]);
            }
        }
    }
}

/// Whether a quote is open at a place.
fn is_quoted(written: &str, at: usize) -> bool {
    let head = written.get(..at).unwrap_or_default();
    let last = |marks: &[char]| head.rfind(marks);
    last(&['“', '「', '『']) > last(&['”', '」', '』']) || head.matches('"').count() % 2 == 1
}

/// "외교부는", "外務大臣は": of the home country, where no other stands before it, and no two that are told of; in a quote of whoever speaks.
fn add_home(written: &str, words: &Meetings, context: &Context<'_>, all: &mut Vec<Span>) {
    for (code, word) in words.home.iter().flat_map(|(code, all)| all.iter().map(move |word| (code, word))) {
        for (at, _) in written.match_indices(word.as_str()) {
            let owned = all.iter().any(|span| {
                let gap = written.get(span.end..at);
                gap.is_some_and(|gap| gap.len() <= POST_REACH && !gap.contains(['、', '。', '，', ',', '.', 'は', 'が', '\n']))
            });
            let two = all
                .iter()
                .filter(|span| span.end <= at)
                .filter_map(|span| span.parties.first())
                .map(Party::side);
            let two = two.collect::<std::collections::BTreeSet<_>>().len() > 1;
            if !owned && !two && !is_quoted(written, at) {
                push(all, at, at + word.len(), context.country(code).into_iter().collect());
            }
        }
    }
}
