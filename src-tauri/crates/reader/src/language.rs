//! Which language a text is in, by script and the commonest words.

/// How much of a text decides.
const LOOKED_AT: usize = 4_000;

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
    let french = count(&["le", "la", "les", "des", "du", "et", "une", "est", "dans", "pour", "sur", "avec"]);
    let english = count(&["the", "of", "and", "to", "in", "is", "was", "with", "for", "on", "that", "by"]);
    if french > english { "fr" } else { "en" }.to_owned()
}
