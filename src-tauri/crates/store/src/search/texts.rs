use domain::{Item, claim::ClaimValue, event::Event, source::Source, text::OtherName};

/// What of an item can be found: its names, and everything else it says.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    pub names: Vec<&'a str>,
    pub bodies: Vec<&'a str>,
}

/// The searchable text of an item. An item without any is not in the index.
pub(crate) fn texts(item: &Item) -> Texts<'_> {
    match item {
        Item::Settings(_) | Item::Tenure(_) => Texts::default(),
        Item::Actor(item) => Texts {
            names: named(item.name.as_str(), &item.other_names),
            bodies: item.code.iter().map(|code| code.code.as_str()).collect(),
        },
        Item::Office(item) => Texts {
            names: named(item.post.as_str(), &item.other_names),
            ..Texts::default()
        },
        Item::Place(item) => Texts {
            names: named(item.name.as_str(), &item.other_names),
            ..Texts::default()
        },
        Item::Topic(item) => Texts {
            names: vec![item.name.as_str()],
            ..Texts::default()
        },
        Item::Source(item) => source(item),
        Item::Event(item) => event(item),
        Item::Tie(item) => Texts {
            names: vec![item.title.as_str()],
            bodies: item
                .amount
                .iter()
                .flat_map(|amount| [amount.qualifier(), amount.unit()])
                .flatten()
                .chain(item.summary.iter().map(|text| text.as_str()))
                .collect(),
        },
        Item::Link(item) => Texts {
            bodies: item.remark.iter().map(|text| text.as_str()).collect(),
            ..Texts::default()
        },
        Item::Citation(item) => Texts {
            bodies: [item.exact()]
                .into_iter()
                .chain(item.locator.iter().map(|text| text.as_str()))
                .collect(),
            ..Texts::default()
        },
        Item::Claim(item) => {
            let said = match &item.value {
                ClaimValue::Title(text) | ClaimValue::Other { words: text, .. } => Some(text.as_str()),
                ClaimValue::Amount(amount) => amount.qualifier(),
                ClaimValue::When(_) | ClaimValue::Place(_) => None,
            };
            Texts {
                bodies: said.into_iter().chain(item.reason.iter().map(|text| text.as_str())).collect(),
                ..Texts::default()
            }
        }
        Item::Note(item) => Texts {
            names: vec![item.title.as_str()],
            bodies: [item.body.as_str()]
                .into_iter()
                .chain(
                    item.judgement
                        .iter()
                        .filter_map(|judgement| judgement.proposition.as_ref())
                        .map(|text| text.as_str()),
                )
                .collect(),
        },
        Item::Assessment(item) => Texts {
            bodies: vec![item.reason.as_str()],
            ..Texts::default()
        },
        Item::Lesson(item) => Texts {
            names: vec![item.words.as_str()],
            ..Texts::default()
        },
        Item::Draft(item) => Texts {
            bodies: texts(&item.proposal).names,
            ..Texts::default()
        },
    }
}

impl Texts<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        self.names.iter().chain(&self.bodies).all(|text| text.trim().is_empty())
    }
}

fn named<'a>(name: &'a str, others: &'a [OtherName]) -> Vec<&'a str> {
    [name].into_iter().chain(others.iter().map(|other| other.text.as_str())).collect()
}

fn source(source: &Source) -> Texts<'_> {
    let said_by = [&source.publisher, &source.author].into_iter().flatten().map(|text| text.as_str());
    let address = source.url.iter().map(|url| url.as_str());
    Texts {
        names: vec![source.title.as_str()],
        bodies: [source.text.as_str()].into_iter().chain(said_by).chain(address).collect(),
    }
}

fn event(event: &Event) -> Texts<'_> {
    let mut bodies: Vec<&str> = event.summary.iter().map(|text| text.as_str()).collect();
    bodies.extend(event.when.iter().filter_map(|when| when.text.as_ref()).map(|text| text.as_str()));
    bodies.extend(event.amount.iter().flat_map(|amount| [amount.qualifier(), amount.unit()]).flatten());
    bodies.extend(
        event
            .status
            .entries()
            .iter()
            .filter_map(|entry| entry.remark.as_ref())
            .map(|text| text.as_str()),
    );
    if let Some(statement) = &event.statement {
        bodies.extend(statement.issue.iter().map(|text| text.as_str()));
        bodies.extend(
            statement
                .quote
                .iter()
                .flat_map(|quote| [Some(&quote.text), quote.translation.as_ref()])
                .flatten()
                .map(|text| text.as_str()),
        );
    }
    Texts {
        names: vec![event.title.as_str()],
        bodies,
    }
}
