//! What a row becomes: events, a tenure or a source.

use domain::{
    Edtf,
    event::{Role, When},
    incoming::{Act, IncomingEvent, IncomingTenure, Mapping, Party, Thing, Use},
    period::End,
};

use super::row::{Dated, Row};

/// The events of a row: one, or one for each of its dates, with what tells them apart.
pub(super) fn events(row: &mut Row<'_, '_>) -> Vec<(String, Thing)> {
    let mapping = row.mapping();
    let dates = row.dates();
    let (title, act, parties) = (row.title(), act(row), row.parties());
    if title.is_empty() && act.is_none() && parties.is_empty() {
        return Vec::new();
    }
    let kind = Some(row.known(Use::Kind)).filter(|kind| !kind.is_empty()).map(str::to_owned);
    let event = IncomingEvent {
        title,
        kind: kind.or_else(|| mapping.kind.clone()),
        act,
        when: None,
        status: row.status().or(mapping.status),
        parties,
        place: row.place(),
        topics: row.topics(),
        summary: row.summary(),
        source: row.source(),
        locator: row.known(Use::Locator).to_owned(),
        links: Vec::new(),
        both_ways: mapping.both_ways,
    };
    if dates.is_empty() {
        row.without_date();
        return vec![(String::new(), Thing::Event(Box::new(event)))];
    }
    let several = dates.len() > 1;
    let of_date = |dated: Dated<'_>| {
        let mut event = event.clone();
        event.when = Some(doubted(dated.when, &event, mapping));
        if several && !event.title.is_empty() {
            event.title = format!("{}: {}", event.title, dated.column);
        }
        let suffix = if several { dated.column.to_owned() } else { String::new() };
        (suffix, Thing::Event(Box::new(event)))
    };
    dates.into_iter().map(of_date).collect()
}

pub(super) fn source(row: &mut Row<'_, '_>) -> Option<(String, Thing)> {
    let mut source = row.source()?;
    if source.title.is_empty() {
        source.title = row.title();
    }
    source.text = row.summary();
    Some((String::new(), Thing::Source(Box::new(source))))
}

fn act(row: &mut Row<'_, '_>) -> Option<Act> {
    let mapping = row.mapping();
    let scheme = mapping.scheme.clone()?;
    let code = row.code(scheme == "CAMEO");
    let mode = row.known(Use::CodeMode);
    let act = Act {
        scheme,
        code: if mode.is_empty() {
            code.to_owned()
        } else {
            format!("{code}/{mode}")
        },
        version: mapping.version.clone(),
        value: row.number(Use::CodeValue),
    };
    (!code.is_empty()).then_some(act)
}

/// A date that may be that of publication, and is the same, is marked as uncertain.
fn doubted(when: When, event: &IncomingEvent, mapping: &Mapping) -> When {
    let published = event.source.as_ref().and_then(|source| source.published.as_ref());
    if !mapping.date_may_be_published || published != Some(&when.edtf) {
        return when;
    }
    let uncertain = Edtf::parse(&format!("{}?", when.edtf));
    uncertain.map_or(when.clone(), |edtf| When { edtf, ..when })
}

/// Who held what: the first actor of the row, the post, and the country of the actor or of the mapping.
pub(super) fn tenure(row: &mut Row<'_, '_>) -> Option<(String, Thing)> {
    let mapping = row.mapping();
    let start = row.dates().into_iter().next().map(|dated| dated.when.edtf);
    let mut parties = row.parties();
    let holder = Some(parties.first()?.clone()).filter(|party| !party.name.is_empty())?;
    let Some(country) = holder.country.clone().or_else(|| parties.pop()?.code) else {
        row.without_country(&holder.name);
        return None;
    };
    let post = Some(row.known(Use::Post)).filter(|post| !post.is_empty()).unwrap_or("Leader");
    let (from, end) = match start.as_ref().map(|start| start.as_str().split_once('/')) {
        Some(Some((from, to))) => (Edtf::parse(from).ok(), Edtf::parse(to).map_or(End::Unknown, End::On)),
        _ => (start, row.end().map_or(End::Ongoing, End::On)),
    };
    let tenure = IncomingTenure {
        holder,
        post: post.to_owned(),
        of: Party::country(country, Role::Party),
        start: from,
        end,
        acting: post.to_lowercase().starts_with("acting "),
    };
    let suffix = if mapping.columns.iter().any(|column| column.is == Use::Id) {
        ""
    } else {
        post
    };
    Some((suffix.to_owned(), Thing::Tenure(Box::new(tenure))))
}
