//! Hostile texts by the million: `score fuzz SECONDS [SEED]`, and `score fuzz one SEED` for the one that failed.

mod holds;
#[path = "../../../testkit/src/random.rs"]
mod random;
mod texts;

use crate::{clock, corpus::Corpus, support};
use random::Random;
use reader::{Reader, Taught};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};
use texts::Texts;

/// Findings after which a run ends.
const ENOUGH: usize = 20;

const LANGUAGES: [Option<&str>; 6] = [None, Some("en"), Some("ko"), Some("zh"), Some("ja"), Some("fr")];

/// How often each entrance was tried, and what failed.
#[derive(Default)]
struct Count {
    readings: usize,
    bytes: usize,
    phrases: usize,
    taught: usize,
    findings: usize,
    /// The dearest reading of a text of at least 50,000 bytes, in milliseconds for 100 kB, and its seed.
    dearest: (f64, u64),
}

/// Runs for as long as it was told; whether everything held.
pub fn run(arguments: &[String]) -> bool {
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    let mut fuzz = Fuzz {
        reader: support::reader(),
        texts: Texts::new(&Corpus::here()),
        count: Count::default(),
    };
    if arguments.first().is_some_and(|word| word == "one") {
        fuzz.once(number(1).unwrap_or_default());
        return fuzz.report();
    }
    let (seconds, seed) = (number(0).unwrap_or(60), number(1).unwrap_or(1));
    println!("fuzzing for {seconds} s from seed {seed}; mutated: {}", fuzz.texts.origin());
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut seeds = Random::new(seed);
    while Instant::now() < end && fuzz.count.findings < ENOUGH {
        fuzz.once(seeds.bits());
    }
    fuzz.report()
}

struct Fuzz {
    reader: Reader,
    texts: Texts,
    count: Count,
}

impl Fuzz {
    /// Everything that follows from one seed; a failure is told with it.
    fn once(&mut self, seed: u64) {
        let outcome = catch_unwind(AssertUnwindSafe(|| self.try_seed(seed)));
        let told = match outcome {
            Ok(Ok(())) => return,
            Ok(Err(broken)) => broken,
            Err(_) => "a panic".to_owned(),
        };
        self.count.findings += 1;
        let text = self.texts.text(&mut Random::new(seed));
        let shown: String = text.chars().take(300).collect();
        println!("FAILED seed {seed}: {told}; {} bytes: {shown:?}", text.len());
    }

    fn try_seed(&mut self, seed: u64) -> Result<(), String> {
        let mut random = Random::new(seed);
        let text = self.texts.text(&mut random);
        let day = texts::day(&mut random);
        let language = random.pick(&LANGUAGES);
        // A reader of its own, so that a seed fails alone as it does among others; making one takes as long as many readings.
        let taught = random.once_in(256).then(|| self.taught(&text, &mut random));
        let reader = taught.as_ref().unwrap_or(&self.reader);
        let before = clock::milliseconds();
        let reading = reader.read(&text, day, language);
        let taken = clock::milliseconds() - before;
        self.count.readings += 1;
        self.count.bytes += text.len();
        if text.len() >= 50_000 {
            let rate = taken * 1e5 / text.len() as f64;
            self.count.dearest = if rate > self.count.dearest.0 {
                (rate, seed)
            } else {
                self.count.dearest
            };
        }
        holds::reading(&text, &reading)?;
        holds::in_time(&text, taken)?;
        if random.once_in(16) && reader.read(&text, day, language) != reading {
            return Err("read otherwise the second time".to_owned());
        }
        self.phrases(&text, &mut random)
    }

    /// Date phrases cut out of the text.
    fn phrases(&mut self, text: &str, random: &mut Random) -> Result<(), String> {
        for _ in 0..4 {
            let phrase = texts::piece(text, random, 40);
            let day = texts::day(random).unwrap_or_default();
            let language = random.pick(&["en", "fr", "ko", "zh", "ja", "xx"]);
            self.count.phrases += 1;
            if let Ok(date) = dates::typed(&phrase, day, Some(language)) {
                let ordered = date.earliest().zip(date.latest()).is_none_or(|(first, last)| first <= last);
                ordered
                    .then_some(())
                    .ok_or_else(|| format!("{phrase:?} on {day} in {language}: {date}"))?;
            }
        }
        Ok(())
    }

    /// A reader that knows words of the text as words of the dossier; a refusal is as good as success.
    fn taught(&mut self, text: &str, random: &mut Random) -> Reader {
        let mut reader = support::reader();
        let words = reader.taught_words(&texts::piece(text, random, 50));
        let kind = random.pick(&["summit", "attack", "no-such-kind"]).to_owned();
        self.count.taught += usize::from(reader.teach(&[Taught { words, kind }]).is_ok());
        reader
    }

    fn report(&self) -> bool {
        let count = &self.count;
        println!(
            "{} texts read ({:.1} MB), {} date phrases, {} phrases taught: {} findings; dearest text {:.0} ms for 100 kB (seed {})",
            count.readings,
            count.bytes as f64 / 1e6,
            count.phrases,
            count.taught,
            count.findings,
            count.dearest.0,
            count.dearest.1
        );
        count.findings == 0
    }
}
