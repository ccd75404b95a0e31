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
