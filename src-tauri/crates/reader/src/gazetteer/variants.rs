//! Ways a person's name is written besides the one in the table.

use super::ActorRow;

/// Orders, hyphens and capitals: "Lee Jae Myung" also as "Lee Jae-myung", "LEE Jae-myung", "Jae-myung Lee".
pub(super) fn of_person(row: &ActorRow) -> Vec<String> {
    let (Some(family), Some(given)) = (&row.family, &row.given) else {
        return Vec::new();
    };
    let mut givens = vec![given.clone()];
    if let Some((first, second)) = given.split_once([' ', '-'])
        && !second.contains([' ', '-', '.'])
        && !first.ends_with('.')
    {
        let lower = second.to_lowercase();
        givens.extend([
            format!("{first} {second}"),
            format!("{first}-{lower}"),
            format!("{first}-{second}"),
            format!("{first}{lower}"),
        ]);
    }
    let upper = family.to_uppercase();
    let mut names = Vec::new();
    for family in of_family(family) {
        names.push(format!("{given} {family}"));
    }
    for given in givens {
        names.extend([
            format!("{family} {given}"),
            format!("{given} {family}"),
            format!("{upper} {given}"),
            format!("{upper}, {given}"),
            format!("{given} {upper}"),
        ]);
        names.push(format!("{upper} {}", given.to_uppercase()));
    }
    names
}

/// "el-Sisi" also as "El-Sisi", "al-Sisi", "Al-Sisi".
pub(super) fn of_family(family: &str) -> Vec<String> {
    const ARTICLES: [&str; 4] = ["al-", "Al-", "el-", "El-"];
    let Some(rest) = ARTICLES.iter().find_map(|article| family.strip_prefix(article)) else {
        return Vec::new();
    };
    let all = ARTICLES.iter().map(|article| format!("{article}{rest}"));
    all.filter(|name| name != family).collect()
}

/// A name without its accents, where it has any that English-language news drops.
pub(super) fn unaccented(name: &str) -> Option<String> {
    let plain: String = name.chars().map(plain_letter).collect();
    (plain != name).then_some(plain)
}

fn plain_letter(letter: char) -> char {
    const PAIRS: [(&str, char); 14] = [
        ("áàâäãåăā", 'a'),
        ("éèêëęěē", 'e'),
        ("íìîïıī", 'i'),
        ("óòôöõøőō", 'o'),
        ("úùûüůűū", 'u'),
        ("çćč", 'c'),
        ("ñńň", 'n'),
        ("šśş", 's'),
        ("žźż", 'z'),
        ("ğ", 'g'),
        ("ýÿ", 'y'),
        ("ł", 'l'),
        ("ŠŚŞ", 'S'),
        ("ČĆÇ", 'C'),
    ];
    PAIRS
        .iter()
        .find(|(accented, _)| accented.contains(letter))
        .map_or(letter, |(_, plain)| *plain)
}
