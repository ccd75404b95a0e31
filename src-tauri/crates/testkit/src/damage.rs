use crate::Random;

/// Bytes with one to eight accidents: flipped, overwritten, cut off, cut out, doubled, or spliced from elsewhere in them.
pub fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=random.below(8) {
        if damaged.is_empty() {
            break;
        }
        accident(&mut damaged, random);
    }
    damaged
}

fn accident(bytes: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(bytes.len());
    let length = 1 + random.below((bytes.len() - at).min(64));
    match random.below(16) {
        0..=5 => bytes[at] ^= 1 << random.below(8),
        6..=8 => bytes[at] = random.bits() as u8,
        9 | 10 => bytes[at..at + length].fill(random.pick(&[0, 0xff, b'"', b'9'])),
        11 => bytes.truncate(at),
        12 => drop(bytes.drain(at..at + length)),
        13 | 14 => {
            let piece = bytes[at..at + length].to_vec();
            let to = random.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        _ => {
            let from = random.below(bytes.len() - length + 1);
            bytes.copy_within(from..from + length, at);
        }
    }
}

/// What nobody would write into a field.
const STRANGE: [&str; 14] = [
    "",
    " ",
    "2026-02-30",
    "9999999999",
    "y-170000002",
    "../..",
    "event:",
    "\\u0000",
    "\\ud83d\\ude00",
    "\\u202e",
    "00000000-0000-4000-8000-000000000000",
    "a-very-unlikely-word",
    "[[event:x|",
    "1e400",
];

/// JSON by lines that stays JSON, mostly: lines lost, doubled and moved, values swapped with each other and with strange ones.
pub fn garbled(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=random.below(3) {
        if lines.is_empty() {
            break;
        }
        let at = random.below(lines.len());
        match random.below(10) {
            0 => drop(lines.remove(at)),
            1 => {
                let line = lines[at].clone();
                lines.insert(at, line);
            }
            2 => {
                let other = random.below(lines.len());
                lines.swap(at, other);
            }
            _ => {
                let other = random.below(lines.len());
                let value = values(&lines[other]);
                let value = match value.len() {
                    1.. if random.once_in(2) => lines[other][random.pick(&value)].to_owned(),
                    _ => random.pick(&STRANGE).to_owned(),
                };
                let places = values(&lines[at]);
                if !places.is_empty() {
                    lines[at].replace_range(random.pick(&places), &value);
                }
            }
        }
    }
    lines.join("\n")
}

/// Where the values of a line stand: what is between `:"` and `"`, and numbers after `:`.
fn values(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices(':') {
        let rest = &line[at + 1..];
        let range = match rest.strip_prefix('"') {
            Some(words) => words.find('"').map(|end| at + 2..at + 2 + end),
            None => {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                (end > 0).then_some(at + 1..at + 1 + end)
            }
        };
        found.extend(range);
    }
    found
}
