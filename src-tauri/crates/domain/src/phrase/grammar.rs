//! How dates are joined: before, after, since, until, to, between, or, and.

use super::error::PhraseError;
use super::inherit::{resolve_span, share, winter_of_two_years};
use super::partial::Partial;
use super::reader::Reader;
use super::resolved::Resolved;
use super::token::{Lexeme, Token};
use crate::edtf::Edtf;
use chrono::NaiveDate;

/// What stands between two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Through,
    And,
    Or,
}

/// Parses a whole phrase.
pub(super) fn parse(lexemes: &[Lexeme], reference: NaiveDate) -> Result<Edtf, PhraseError> {
    let mut reader = Reader::new(lexemes, reference);
    let text = phrase(&mut reader)?;
    if reader.peek().is_some() {
        return Err(reader.misplaced());
    }
    Edtf::parse(&text).map_err(|error| PhraseError::new(error.problem(), error.hint()))
}

fn phrase(reader: &mut Reader) -> Result<String, PhraseError> {
    reader.skip_fillers();
    let prefix = prefix(reader);
    let mut partials = vec![reader.partial()?];
    let is_tight = matches!(reader.peek(), Some(Token::Dash { tight: true } | Token::Tilde));
    let joint = joint(reader);
    match joint {
        Some(_) => partials.push(reader.partial()?),
        None => return one_date(reader, prefix, &partials[0]),
    }
    if let (true, Some(winter)) = (is_tight, winter_of_two_years(&partials)) {
        return one_date(reader, prefix, &winter);
    }
    while joint == Some(Joint::Or) && reader.eat(Token::Or) || joint == Some(Joint::And) && reader.eat(Token::And) {
        partials.push(reader.partial()?);
    }
    let between = reader.eat(Token::BetweenPost) || prefix == Some(Token::Between);
    reader.eat(Token::UntilPost);
    reader.skip_fillers();
    share(&mut partials)?;
    match (joint, prefix, partials.as_slice()) {
        (Some(Joint::Through | Joint::And), None | Some(Token::Between), [first, second]) if between => {
            within(first, second, reader.reference)
        }
        (Some(Joint::Through), None | Some(Token::From | Token::Since), [first, second]) => span(first, second, reader.reference),
        (Some(Joint::Or), None, all) => list(all, '[', ']', reader.reference),
        (Some(Joint::And), None, all) => list(all, '{', '}', reader.reference),
        _ => Err(PhraseError::new("the words do not join these dates", PhraseError::EXAMPLES)),
    }
}

fn prefix(reader: &mut Reader) -> Option<Token> {
    let token = reader.peek().filter(|token| {
        matches!(
            token,
            Token::Before
                | Token::After
                | Token::OnOrBefore
                | Token::OnOrAfter
                | Token::Since
                | Token::Until
                | Token::From
                | Token::Between
        )
    });
    if token.is_some() {
        reader.advance();
    }
    token
}

/// Takes what joins the date just read to another, if another follows.
fn joint(reader: &mut Reader) -> Option<Joint> {
    let joint = match reader.peek()? {
        Token::To | Token::Until | Token::Dash { .. } | Token::Tilde => Joint::Through,
        Token::FromPost if reader.date_follows() => Joint::Through,
        Token::And => Joint::And,
        Token::Or => Joint::Or,
        _ => return None,
    };
    reader.advance();
    Some(joint)
}

/// One date with the word before or behind it.
fn one_date(reader: &mut Reader, prefix: Option<Token>, partial: &Partial) -> Result<String, PhraseError> {
    let date = partial.resolve(reader.reference)?;
    let postfix = reader.peek();
    let relation = match (prefix, postfix) {
        (prefix, None) => prefix,
        // "from 2025 onwards", "since 2025부터" say the same twice.
        (None | Some(Token::From | Token::Since), Some(Token::FromPost)) => Some(Token::Since),
        (None, Some(Token::UntilPost)) => Some(Token::Until),
        (None, Some(Token::BeforePost)) => Some(Token::Before),
        (None, Some(Token::AfterPost)) => Some(Token::After),
        (None, Some(token @ (Token::OnOrBefore | Token::OnOrAfter))) => Some(token),
        _ => return Err(reader.misplaced()),
    };
    if postfix.is_some() {
        reader.advance();
        reader.skip_fillers();
    }
    let out_of_range = || PhraseError::new("the date is out of range", PhraseError::EXAMPLES);
    Ok(match relation {
        None => date.text(),
        Some(Token::Before) => format!("[..{}]", date.marked(&date.first.neighbour(-1).ok_or_else(out_of_range)?)),
        Some(Token::After) => format!("[{}..]", date.marked(&date.last().neighbour(1).ok_or_else(out_of_range)?)),
        Some(Token::OnOrBefore) => format!("[..{}]", date.marked(date.last())),
        Some(Token::OnOrAfter) => format!("[{}..]", date.marked(&date.first)),
        Some(Token::Since | Token::From) => format!("{}/..", date.end_of_interval()?),
        Some(Token::Until) => format!("/{}", date.end_of_interval()?),
        Some(_) => return Err(reader.misplaced()),
    })
}

/// "From a to b"; parts of one unit ("early to mid January") are still one date within them.
fn span(first: &Partial, second: &Partial, reference: NaiveDate) -> Result<String, PhraseError> {
    let parts_of_one = Partial {
        third: None,
        ..first.clone()
    } == Partial {
        third: None,
        ..second.clone()
    };
    if parts_of_one && first.third.is_some() && second.third.is_some() {
        return within(first, second, reference);
    }
    let (first, second) = resolve_span(first, second, reference)?;
    Ok(format!("{}/{}", first.end_of_interval()?, second.end_of_interval()?))
}

/// One date from `first` through `second`.
fn within(first: &Partial, second: &Partial, reference: NaiveDate) -> Result<String, PhraseError> {
    let (first, second) = resolve_span(first, second, reference)?;
    no_times(&[&first, &second])?;
    Ok(format!("[{}..{}]", first.marked(&first.first), second.marked(second.last())))
}

fn list(all: &[Partial], open: char, close: char, reference: NaiveDate) -> Result<String, PhraseError> {
    let dates = all
        .iter()
        .map(|partial| partial.resolve(reference))
        .collect::<Result<Vec<_>, _>>()?;
    no_times(&dates.iter().collect::<Vec<_>>())?;
    let items: Vec<_> = dates.iter().map(Resolved::item).collect();
    Ok(format!("{open}{}{close}", items.join(",")))
}

fn no_times(dates: &[&Resolved]) -> Result<(), PhraseError> {
    if dates.iter().any(|date| date.has_time()) {
        return Err(PhraseError::new(
            "a list of dates takes no times",
            "leave the times out, or write an interval with '/'",
        ));
    }
    Ok(())
}
