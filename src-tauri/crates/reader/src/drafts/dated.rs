//! Which date belongs to an act.

use super::Sentence;
use crate::{
    act::{self, Act},
    context::Context,
    found_dates::FoundDate,
    proposal::{Doubt, DraftProposal},
    words,
};
use dates::Tense as DateTense;
use domain::{Edtf, Moment, event::When, named::Noun, status::Status};

/// The date of the clause of an act: the one nearest to the verb, after it or before.
pub(super) fn of_act(sentence: &Sentence<'_>, act: &Act<'_>, next: usize) -> Option<When> {
    let ahead = matches!(act.tense, act::Tense::Future | act::Tense::Possible);
    let (past, future) = ((sentence.dates)(DateTense::Past), (sentence.dates)(DateTense::Future));
    let quoted = quoted_bytes(sentence);
    let dates: Vec<_> = past
        .into_iter()
        .zip(future)
        .map(|(past, future)| if ahead || is_ahead(sentence, future.start) { future } else { past })
        .filter(|date| !quoted.iter().any(|range| range.contains(&date.start)) && !is_of_person(sentence, date.start))
        .collect();
    let verb = sentence.list.get(act.verb)?.start - sentence.range.start;
    let to = sentence
        .list
        .get(next.saturating_sub(1))
        .map_or(usize::MAX, |word| word.end - sentence.range.start);
    // "has sanctioned X since its invasion of Y in 2022": the date of what it goes back to.
    let since = (act.verb..next)
        .find(|at| sentence.word(*at) == "since")
        .and_then(|at| sentence.list.get(at));
    let other = since.map_or(usize::MAX, |word| word.end - sentence.range.start);
    let after = dates
        .iter()
        .filter(|date| date.start >= verb && date.start <= other && date.end <= to);
    // "said on Tuesday it would visit": the day of saying it.
    let told = ahead && (0..act.chain).any(|at| words::is_speech(sentence.list.get(at)) || words::decides(sentence.list.get(at)));
    let before = dates.iter().rev().filter(|date| date.end <= verb && !told);
    after
        .chain(before)
        .find(|date| !date.when.text.as_ref().is_some_and(|text| is_part_of_name(text.as_str())))
        .map(|date| date.when.clone())
}

/// The day on which was said or decided what is to be done.
pub(super) fn of_telling(sentence: &Sentence<'_>, act: &Act<'_>) -> Option<When> {
    let chain = place_of(sentence, act.chain);
    first(sentence, |date| date.end <= chain)
}

/// The day beside a verb of speech, before it or right behind it: when it was said.
pub(super) fn beside(sentence: &Sentence<'_>, verb: usize) -> Option<When> {
    let (verb, behind) = (place_of(sentence, verb), place_of(sentence, verb + 4));
    let quoted = quoted_bytes(sentence);
    first(sentence, |date| {
        (date.end <= verb || date.start <= behind) && !quoted.iter().any(|range| range.contains(&date.start))
    })
}

/// The only date of the clause in which a noun stands.
pub(super) fn only_of_clause(sentence: &Sentence<'_>, noun: usize) -> Option<When> {
    let start = sentence.list.get(noun)?.start - sentence.range.start;
    let dates = (sentence.dates)(DateTense::Past);
    let [date] = dates.as_slice() else { return None };
    let (from, to) = if date.end <= start {
        (date.end, start)
    } else {
        (start, date.start)
    };
    let written = sentence.text.get(sentence.range.clone())?;
    let apart = written.get(from..to)?.contains([',', ';', '—', '"', '“']);
    (!apart && !is_of_person(sentence, date.start)).then(|| date.when.clone())
}

/// The date outside a quote: when it was said.
pub(super) fn outside(sentence: &Sentence<'_>, quote: (usize, usize)) -> Option<When> {
    let within = place_of(sentence, quote.0)..place_of(sentence, quote.1);
    first(sentence, |date| !within.contains(&date.start))
}

/// The first date told as past that fits, and is not part of a name.
fn first(sentence: &Sentence<'_>, fits: impl Fn(&FoundDate) -> bool) -> Option<When> {
    let mut dates = (sentence.dates)(DateTense::Past).into_iter();
    let found = dates.find(|date| fits(date) && !is_of_person(sentence, date.start));
    found.map(|date| date.when)
}

/// Where a word stands in its sentence, in bytes; the end of the sentence where there is no such word.
fn place_of(sentence: &Sentence<'_>, word: usize) -> usize {
    sentence.list.get(word).map_or(sentence.range.end, |word| word.start) - sentence.range.start
}

/// The date nearest to a noun that tells a deed, behind it in its clause or before.
pub(super) fn of_noun(sentence: &Sentence<'_>, noun: usize, ahead: bool) -> Option<When> {
    let start = sentence.list.get(noun)?.start - sentence.range.start;
    let (past, future) = ((sentence.dates)(DateTense::Past), (sentence.dates)(DateTense::Future));
    let dates: Vec<_> = past
        .into_iter()
        .zip(future)
        .map(|(past, future)| if ahead || is_ahead(sentence, future.start) { future } else { past })
        .filter(|date| !is_of_person(sentence, date.start))
        .collect();
    let after = dates.iter().find(|date| date.start >= start);
    after.or_else(|| dates.last().filter(|_| !ahead)).map(|date| date.when.clone())
}

/// "Theresa May": no month.
fn is_of_person(sentence: &Sentence<'_>, start: usize) -> bool {
    let at = sentence.range.start + start;
    sentence.mentions.iter().any(|mention| {
        let word = |index: usize| sentence.list.get(index);
        let span = word(mention.first).zip(word(mention.last.saturating_sub(1)));
        span.is_some_and(|(first, last)| first.start <= at && at < last.end)
    })
}

/// Words told in the present are told as news, but for what is held all the time.
fn kind_of_news(draft: &DraftProposal) -> bool {
    matches!(draft.item.kind.as_str(), "summons" | "appeal" | "demand" | "accusation" | "warning")
}

/// Words told without a day of their own were said about the day the text was published, as far as one can tell.
pub(super) fn on_publication(sentence: &Sentence<'_>, context: &Context<'_>, act: &Act<'_>, draft: &mut DraftProposal) {
    let perfect = (act.chain..act.verb).any(|at| matches!(sentence.word(at), "has" | "have"));
    let in_words = draft.item.noun == Noun::Statement && (act.tense != act::Tense::Present || act.quoted.is_some() || kind_of_news(draft));
    let had = (act.chain..act.verb).any(|at| sentence.word(at) == "had");
    let lead = act.tense != act::Tense::Future && !act.bare && !act.purpose && is_lead(sentence) && context.day.is_none();
    if (perfect || in_words || lead) && !had {
        said(sentence, context, draft);
    }
}

/// Whether a sentence stands at the head of the text, where the news is told.
pub(super) fn is_lead(sentence: &Sentence<'_>) -> bool {
    sentence
        .text
        .get(..sentence.range.start)
        .is_some_and(|before| before.chars().take(LEAD + 1).count() <= LEAD)
}

/// How many letters at the head of a text tell its news.
const LEAD: usize = 500;

/// The same of words that no act tells.
pub(super) fn said(sentence: &Sentence<'_>, context: &Context<'_>, draft: &mut DraftProposal) {
    let dated = draft.item.when.is_some() || !(sentence.dates)(DateTense::Past).is_empty() || is_told_from_other(sentence);
    let Some(day) = context.published.filter(|_| !dated && draft.item.status == Status::Occurred) else {
        return;
    };
    draft.item.when = Edtf::parse(&format!("{day}?")).ok().map(When::on);
    draft.doubts.push(Doubt::DayOfPublication);
}

/// "a week after the vote": on a day told from another that nobody names.
fn is_told_from_other(sentence: &Sentence<'_>) -> bool {
    let unit = |word: &str| matches!(word.trim_end_matches('s'), "day" | "week" | "month" | "year");
    (1..sentence.list.len()).any(|at| matches!(sentence.word(at), "after" | "before") && unit(sentence.word(at - 1)))
}

/// Whether the words right before a date look ahead: "is to take effect on December 10".
fn is_ahead(sentence: &Sentence<'_>, start: usize) -> bool {
    let at = sentence
        .list
        .iter()
        .position(|word| word.start >= sentence.range.start + start)
        .unwrap_or(sentence.list.len());
    let from = at.saturating_sub(6);
    let near = sentence.list.get(from..at).unwrap_or_default();
    let clause = near
        .iter()
        .rposition(|word| word.is(",") || word.is(";"))
        .map_or(near, |comma| near.get(comma + 1..).unwrap_or_default());
    let until = near.last().is_some_and(|word| word.is("until") || word.is("till"));
    until || clause.windows(2).any(|pair| matches!(pair, [first, second] if first.is("will") || first.is("would") || ((words::is_be(first) || first.is("set") || first.is("scheduled") || first.is("due")) && second.is("to")) || words::is_planned(first) && (second.is("for") || second.is("on") || second.is("in"))))
}

/// Stretches between quotation marks, in bytes of the sentence.
fn quoted_bytes(sentence: &Sentence<'_>) -> Vec<std::ops::Range<usize>> {
    let marks: Vec<usize> = sentence
        .list
        .iter()
        .filter(|word| words::is_quote(word))
        .map(|word| word.start - sentence.range.start)
        .collect();
    marks
        .chunks(2)
        .map(|pair| pair.first().copied().unwrap_or_default()..pair.get(1).copied().unwrap_or(usize::MAX))
        .collect()
}

/// The day a sentence begins with holds for what follows it.
pub(super) fn note_day(sentence: &Sentence<'_>, context: &mut Context<'_>) {
    let early = sentence.list.get(8).map_or(usize::MAX, |word| word.start - sentence.range.start);
    let quoted = quoted_bytes(sentence);
    let date = (sentence.dates)(DateTense::Past)
        .into_iter()
        .find(|date| !quoted.iter().any(|range| range.contains(&date.start)));
    match date {
        Some(date) if (date.start < early || context.day.is_none()) && is_one_day(&date.when) && !is_ahead(sentence, date.start) => {
            context.day = Some((date.when, sentence.range.end))
        }
        Some(_) => {}
        None => {
            context.day = context.day.take().and_then(|(when, end)| {
                let between = sentence.text.get(end..sentence.range.start)?;
                (between.matches('\n').count() <= 2).then_some((when, sentence.range.end))
            });
        }
    }
}

/// A paragraph that began with a day goes on on that day, as far as one can tell.
pub(super) fn told_before(sentence: &Sentence<'_>, context: &Context<'_>, draft: &mut DraftProposal) {
    let Some((when, end)) = &context.day else { return };
    let between = sentence.text.get(*end..sentence.range.start).unwrap_or("\n\n\n");
    let own = (sentence.dates)(DateTense::Past);
    if between.matches('\n').count() > 2
        || !own.is_empty()
        || is_told_from_other(sentence)
        || (sentence.open_date)()
        || when.edtf.as_str().contains(['/', '~', '['])
    {
        return;
    }
    draft.item.when = Edtf::parse(&format!("{}?", when.edtf))
        .ok()
        .map(|edtf| When { edtf, ..when.clone() });
    draft.doubts.push(Doubt::DayCarried);
    draft.confidence -= 0.15;
}

fn is_one_day(when: &When) -> bool {
    when.edtf.earliest().map(Moment::iso_date) == when.edtf.latest().map(Moment::iso_date)
}

fn is_part_of_name(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit()) && text.len() < 4
}
