//! The texts: random bytes, real articles damaged, words of the lexicons and names recombined, letters of every script.

use super::random::Random;
use crate::corpus::{Corpus, DATES, GOLD, SEED};
use chrono::NaiveDate;
use std::path::Path;

/// What texts are made of.
pub struct Texts {
    words: Vec<String>,
    /// Real texts, from the corpus where it is here.
    real: Vec<String>,
    from_corpus: bool,
}

/// What stands in for articles where the corpus is not here.
const OWN: &str = "Seoul, 8 January 2026 — South Korean President Lee Jae Myung said on Monday that he will meet President Xi Jinping \
in Beijing next week. “We keep our alliance with the U.S.,” he said. Roughly 28,500 American troops are stationed in South Korea. \
중국과 한국은 3월 5일 정상회담을 가질 예정이다. 中国外交部长2024年访问了日本。 La France a condamné mardi les attaques.";

/// Marks and letters that rules look at or that letters' cases trip over.
const TRICKY: &[&str] = &[
    ".",
    ",",
    "'s",
    "’s",
    "“",
    "”",
    "\"",
    "(",
    ")",
    "\n",
    "\n\n",
    "-",
    "–",
    "/",
    "~",
    "…",
    ":",
    ";",
    "%",
    "$",
    "€",
    "İ",
    "ß",
    "ŉ",
    "ǰ",
    "K",
    "ſ",
    "ﬁ",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "٣",
    "१",
    "２",
    "二十",
    "제3",
    "第五",
    "1/2",
    "9999",
    "-0001",
    "32",
    "00",
    "99999999999999999999",
    "U.S.",
    "Mr.",
    "No.",
];

/// First and last letter of the scripts and corners of Unicode.
const SCRIPTS: &[(u32, u32)] = &[
    (0x20, 0x7e),
    (0xa0, 0x24f),
    (0x300, 0x36f),
    (0x370, 0x52f),
    (0x590, 0x6ff),
    (0x900, 0x97f),
    (0xe00, 0xe7f),
    (0x1100, 0x11ff),
    (0x2000, 0x206f),
    (0x3040, 0x30ff),
    (0x4e00, 0x9fff),
    (0xac00, 0xd7a3),
    (0xff00, 0xffef),
    (0x1f300, 0x1f64f),
    (0x0, 0x10_ffff),
];

impl Texts {
    /// Reads the lexicons and what there is of the corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let from_corpus = corpus.absence().is_none();
        Self {
            words: lexicon_words(),
            real: if from_corpus { real(corpus) } else { vec![OWN.to_owned()] },
            from_corpus,
        }
    }

    /// What the damaged texts were.
    pub fn origin(&self) -> &'static str {
        if self.from_corpus {
            "the corpus"
        } else {
            "a text of our own, the test corpus is not here"
        }
    }

    /// A text: mostly short, now and then of thousands of letters, seldom of hundreds of thousands.
    pub fn text(&self, random: &mut Random) -> String {
        let length = match random.below(1_000) {
            0 => 30_000,
            1..20 => 800,
            _ => 40,
        };
        let length = random.below(length) + 1;
        match random.below(8) {
            0 => bytes(random, length * 6),
            1 => letters(random, length * 4),
            2..5 => self.recombined(random, length),
            _ => self.damaged(random, length * 8),
        }
    }

    fn recombined(&self, random: &mut Random, words: usize) -> String {
        let blank = random.pick(&[" ", " ", " ", "", "\n"]);
        // Few different words give the repetitions that make careless rules slow.
        let few: Vec<String> = (0..random.below(60) + 1).map(|_| self.word(random)).collect();
        let all = random.once_in(2);
        let list: Vec<String> = (0..words)
            .map(|_| if all { self.word(random) } else { random.pick_early(&few) })
            .collect();
        list.join(blank)
    }

    fn word(&self, random: &mut Random) -> String {
        match random.below(6) {
            0 => random.pick(TRICKY).to_owned(),
            1 | 2 => piece_of_words(&random.pick(&self.real), random),
            _ => random.pick(&self.words),
        }
    }

    fn damaged(&self, random: &mut Random, length: usize) -> String {
        let mut letters: Vec<char> = Vec::new();
        while letters.len() < length {
            letters.extend(piece(&random.pick(&self.real), random, length).chars());
        }
        for _ in 0..random.below(2 + length / 40) {
            self.damage(&mut letters, random);
        }
        letters.into_iter().collect()
    }

    fn damage(&self, letters: &mut Vec<char>, random: &mut Random) {
        let start = random.below(letters.len());
        let end = (start + random.below(30)).min(letters.len());
        match random.below(6) {
            0 => drop(letters.drain(start..end)),
            1 => {
                let again: Vec<char> = letters.get(start..end).unwrap_or_default().repeat(random.below(4) + 1);
                letters.splice(end..end, again);
            }
            2 => drop(letters.splice(start..end, random.pick(TRICKY).chars())),
            3 => drop(letters.splice(start..start, format!(" {} ", self.word(random)).chars())),
            4 => letters.get_mut(start..end).unwrap_or_default().reverse(),
            _ => drop(letters.splice(start..start, letter(random))),
        }
    }
}

/// At most so many letters from anywhere in the text.
pub fn piece(text: &str, random: &mut Random, most: usize) -> String {
    let mut start = random.below(text.len() + 1);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let length = random.below(most) + 1;
    text.get(start..).unwrap_or_default().chars().take(length).collect()
}

/// One to five words from anywhere in the text.
fn piece_of_words(text: &str, random: &mut Random) -> String {
    let count = random.below(5) + 1;
    let piece = piece(text, random, 80);
    piece.split_whitespace().skip(1).take(count).collect::<Vec<_>>().join(" ")
}

/// A day of publication, mostly of our time, now and then at the ends of the calendar, or none.
pub fn day(random: &mut Random) -> Option<NaiveDate> {
    let year = match random.below(10) {
        0 => return None,
        1 => random.pick(&[-9999, -1, 0, 1, 9998, 9999, 10_000, 262_142, -262_143]),
        _ => 1990 + i32::try_from(random.below(50)).unwrap(),
    };
    let ordinal = u32::try_from(random.below(366)).unwrap() + 1;
    NaiveDate::from_yo_opt(year, ordinal)
}

fn bytes(random: &mut Random, length: usize) -> String {
    let bytes: Vec<u8> = (0..length).flat_map(|_| random.bits().to_le_bytes().into_iter().take(1)).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn letters(random: &mut Random, length: usize) -> String {
    (0..length).filter_map(|_| letter(random)).collect()
}

fn letter(random: &mut Random) -> Option<char> {
    let (first, last) = random.pick(SCRIPTS);
    char::from_u32(first + u32::try_from(random.below((last - first) as usize + 1)).unwrap())
}

/// Every word of the shipped lexicons.
fn lexicon_words() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../data/lexicon");
    let mut words: Vec<String> = ["english", "meetings", "places", "topics", "dates"]
        .iter()
        .map(|file| std::fs::read_to_string(folder.join(format!("{file}.toml"))).unwrap())
        .flat_map(|text| text.split(['"', ' ', '|', '\n', '~']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn real(corpus: &Corpus) -> Vec<String> {
    let dates = corpus.lines(DATES);
    let phrases: Vec<&str> = dates.iter().filter_map(|row| row["input"].as_str()).collect();
    let sentences = corpus.lines(GOLD);
    let sentences = sentences.iter().filter_map(|row| row["text"].as_str().map(str::to_owned));
    let articles = corpus.articles().into_iter().chain([corpus.text(SEED)]);
    articles
        .chain(sentences)
        .chain(phrases.chunks(20).map(|some| some.join(". ")))
        .collect()
}
