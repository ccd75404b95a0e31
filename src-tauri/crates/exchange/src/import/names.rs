use domain::incoming::Party;

/// Other names that one actor may have; nobody has more, and each is looked for among the rest.
const MOST: usize = 500;

/// Adds other names, each once.
pub(super) fn add<'a>(party: &mut Party, names: impl Iterator<Item = &'a str>) {
    for name in names.filter(|name| !name.is_empty()) {
        let known = name == party.name || party.other_names.iter().any(|other| other == name);
        if !known && party.other_names.len() < MOST {
            party.other_names.push(name.to_owned());
        }
    }
}
