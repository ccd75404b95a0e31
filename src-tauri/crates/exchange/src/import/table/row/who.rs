//! Who takes part in a row.

use domain::{
    event::Role,
    incoming::{CodeList, Coded, Column, Party, Use},
};

use super::Row;
use crate::import::table::cells::is_blank;

impl<'m> Row<'_, 'm> {
    /// Those who take part: cells with the same `side` are one actor; a cell with several names is several.
    pub fn parties(&self) -> Vec<Party> {
        let mut parties: Vec<Party> = Vec::new();
        let mut sides: Vec<u8> = Vec::new();
        for (_, column) in &self.layout.columns {
            let actor = matches!(column.is, Use::ActorName | Use::ActorCode | Use::ActorCountry);
            if actor && !sides.contains(&column.side) {
                sides.push(column.side);
            }
        }
        sides.iter().for_each(|side| self.side(*side, &mut parties));
        let always = self.layout.mapping.always.iter();
        parties.extend(always.filter_map(|always| {
            let code = Coded::new(CodeList::Alpha3, &always.country)?;
            Some(Party::country(code, always.role))
        }));
        parties
    }

    fn side(&self, side: u8, parties: &mut Vec<Party>) {
        let of = |is: Use| self.each(is).filter(move |(column, cell)| column.side == side && !is_blank(cell));
        let coded = |(column, cell): (&Column, &str)| Coded::new(column.list?, cell);
        let code = of(Use::ActorCode).next().and_then(coded);
        let country = of(Use::ActorCountry).next().and_then(coded);
        let names: Vec<(&Column, String)> = of(Use::ActorName).flat_map(|(column, cell)| self.names(column, cell)).collect();
        for (column, name) in &names {
            let named = Party::named(name, column.role.unwrap_or(Role::Party));
            parties.extend(named.map(|party| Party {
                kind: column.kind,
                // A code is that of one actor, not of several in a cell.
                code: code.clone().filter(|_| names.len() == 1),
                country: country.clone(),
                ..party
            }));
        }
        if names.is_empty() {
            let of_code = of(Use::ActorCode).chain(of(Use::ActorCountry)).next();
            if let (Some((column, _)), Some(code)) = (of_code, code.or(country)) {
                parties.push(Party {
                    kind: column.kind,
                    ..Party::country(code, column.role.unwrap_or(Role::Party))
                });
            }
        }
    }

    pub(super) fn names(&self, column: &'m Column, cell: &str) -> Vec<(&'m Column, String)> {
        let parts: Vec<&str> = match column.between.as_deref().filter(|between| !between.is_empty()) {
            Some(between) => cell.split(between).collect(),
            None => vec![cell],
        };
        let named = |part: &str| match self.layout.titles.get(part.trim()) {
            Some(title) if column.by_id => title.clone(),
            _ => part.trim().to_owned(),
        };
        parts
            .into_iter()
            .map(named)
            .filter(|name| !name.is_empty())
            .map(|name| (column, name))
            .collect()
    }
}
