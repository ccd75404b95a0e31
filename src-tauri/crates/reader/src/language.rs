//! Which language a text is in, by script and the commonest words.

/// How much of a text decides.
const LOOKED_AT: usize = 4_000;

/// Languages that are read.
const READ: [&str; 5] = ["ko", "ja", "zh", "fr", "en"];
/// Of a text in a language, at least so many words in a hundred are among its commonest.
const COMMON: usize = 8;

/// The language a text is read in: the one it is said to be in, unless its script or its words are of another one that is read.
pub(crate) fn in_force(said: Option<&str>, text: &str) -> String {
    let found = of(text);
    match said {
        None => found,
        Some(said) if is_asian(&found) && !is_asian(said) => found,
        Some(said) if !READ.contains(&said) && READ.contains(&found.as_str()) && is_clearly(&found, text) => found,
        Some(said) => said.to_owned(),
    }
}

fn is_asian(language: &str) -> bool {
    ["ko", "ja", "zh"].contains(&language)
}

fn is_clearly(language: &str, text: &str) -> bool {
    let words = if language == "fr" { &FRENCH } else { &ENGLISH };
    let start: String = text.chars().take(LOOKED_AT).collect::<String>().to_lowercase();
    let all = start.split_whitespace().count();
    let common: Vec<&str> = start.split_whitespace().filter(|word| words.contains(word)).collect();
    let different = words.iter().filter(|word| common.contains(word)).count();
    different >= 3 && common.len() * 100 >= all * COMMON
}

const FRENCH: [&str; 12] = ["le", "la", "les", "des", "du", "et", "une", "est", "dans", "pour", "sur", "avec"];
const ENGLISH: [&str; 12] = ["the", "of", "and", "to", "in", "is", "was", "with", "for", "on", "that", "by"];

/// ISO 639-1 code: ko, ja, zh, fr or en; `und` where there is nothing to go by.
pub(crate) fn of(text: &str) -> String {
    let (mut hangul, mut kana, mut han, mut latin) = (0_usize, 0_usize, 0_usize, 0_usize);
    for letter in text.chars().take(LOOKED_AT) {
        match letter {
            '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => hangul += 1,
            '\u{3040}'..='\u{30FF}' => kana += 1,
            '\u{4E00}'..='\u{9FFF}' => han += 1,
            'a'..='z' | 'A'..='Z' | 'à'..='ÿ' => latin += 1,
            _ => {}
        }
    }
    let asian = hangul + kana + han;
    if asian * 3 > latin && asian > 0 {
        return if hangul * 3 > asian {
            "ko"
        } else if kana * 5 > asian {
            "ja"
        } else {
            "zh"
        }
        .to_owned();
    }
    if latin == 0 {
        return "und".to_owned();
    }
    let start: String = text.chars().take(LOOKED_AT).collect::<String>().to_lowercase();
    let count = |words: &[&str]| start.split_whitespace().filter(|word| words.contains(word)).count();
    let (french, english) = (count(&FRENCH), count(&ENGLISH));
    if french > english { "fr" } else { "en" }.to_owned()
}
