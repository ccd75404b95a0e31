//! Which characters are written without spaces between words, and how they are cut.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Han, Hiragana, Katakana, Hangul: searched by parts of words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF // Hangul letters
        | 0x2E80..=0x2FDF // radicals
        | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x3038..=0x303C // iteration marks, numerals
        | 0x3041..=0x30FF | 0x31F0..=0x31FF // kana
        | 0x3130..=0x318F | 0xA960..=0xA97F | 0xAC00..=0xD7FF // Hangul
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF // Han
        | 0x20000..=0x3FFFF)
}

/// A stretch of text of one way of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// Without spaces, every character one of [`is_unspaced`].
    Unspaced(Vec<char>),
    /// Anything else.
    Spaced(String),
}

/// The letter that people type for one which carries no accent that could be taken off: Łódź is found as lodz.
pub(crate) fn plain_letter(c: char) -> char {
    match c {
        'ł' => 'l',
        'Ł' => 'L',
        'đ' => 'd',
        'Đ' => 'D',
        'ø' => 'o',
        'Ø' => 'O',
        'ħ' => 'h',
        'Ħ' => 'H',
        'ı' => 'i',
        other => other,
    }
}

/// A character without case and accents; a Hangul syllable stays whole, or it would match a part of another.
pub(crate) fn folded_char(c: char) -> impl Iterator<Item = char> {
    let whole = is_unspaced(c);
    let composed = whole.then_some(c).into_iter().nfkc();
    let taken_apart = (!whole).then_some(c).into_iter().nfkd();
    composed
        .chain(taken_apart)
        .filter(|part| !is_combining_mark(*part))
        .map(plain_letter)
        .flat_map(char::to_lowercase)
}

/// A text without case and accents.
pub(crate) fn folded(text: &str) -> String {
    text.chars().flat_map(folded_char).collect()
}

/// A text in compatibility form (NFKC), cut where the way of writing changes.
pub(crate) fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for c in text.nfkc().map(plain_letter) {
        match (is_unspaced(c), stretches.last_mut()) {
            (true, Some(Stretch::Unspaced(run))) => run.push(c),
            (false, Some(Stretch::Spaced(run))) => run.push(c),
            (true, _) => stretches.push(Stretch::Unspaced(vec![c])),
            (false, _) => stretches.push(Stretch::Spaced(c.to_string())),
        }
    }
    stretches
}

/// A text as it is given to the index: 外交部 becomes `外交 交部 部`, so that every pair is a word and every character begins one.
pub(crate) fn indexed(text: &str) -> String {
    let mut indexed = String::with_capacity(text.len() * 2);
    for stretch in stretches(text) {
        match stretch {
            Stretch::Spaced(words) => indexed.push_str(&words),
            Stretch::Unspaced(run) => {
                for position in 0..run.len() {
                    indexed.push(' ');
                    indexed.extend(&run[position..run.len().min(position + 2)]);
                }
                indexed.push(' ');
            }
        }
    }
    indexed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unspaced_runs_become_pairs() {
        for (text, words) in [
            ("外交部", "外交 交部 部"),
            ("회담", "회담 담"),
            ("中", "中"),
            ("Lee met 习近平 today", "Lee met 习近 近平 平 today"),
            ("ﾄﾖﾀ", "トヨ ヨタ タ"),
            ("K팝", "K 팝"),
        ] {
            assert_eq!(indexed(text).split_whitespace().collect::<Vec<_>>().join(" "), words, "{text}");
        }
    }
}
