//! Labels as flags on poles: each stands to the right of its thread, above those it reaches over, so that no pole crosses a text.

use super::Measure;

/// Most rows of labels over the lanes.
const ROWS: usize = 9;

/// Longest label.
const LONGEST: f64 = 156.0;

/// Shorter is no label at all.
const SHORTEST: f64 = 22.0;

/// What is written beside one thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flag {
    /// Rows above the lanes, 0 nearest.
    pub row: usize,
    /// Empty where only the number fits.
    pub label: String,
}

/// Flags for threads at ascending `xs`; `number_width` is the room a number takes, `right` the edge no label crosses.
pub fn flags(xs: &[f64], labels: &[&str], number_width: f64, right: f64, measure: Measure<'_>) -> Vec<Flag> {
    let mut flags = vec![Flag::default(); xs.len()];
    for index in (0..xs.len()).rev() {
        let text_left = xs[index] + number_width;
        let wanted = measure(labels[index]).min(LONGEST).min(right - text_left);
        let mut edge = text_left + wanted;
        let mut row = 0;
        for next in index + 1..xs.len() {
            if xs[next] > edge + 3.0 {
                break;
            }
            if flags[next].row + 1 >= ROWS {
                edge = xs[next] - 3.0;
                break;
            }
            row = row.max(flags[next].row + 1);
        }
        let label = if edge - text_left < SHORTEST.min(wanted) {
            String::new()
        } else {
            fitted(labels[index], edge - text_left, measure)
        };
        flags[index] = if label.is_empty() { Flag::default() } else { Flag { row, label } };
    }
    flags
}

/// The text, cut with an ellipsis where it is wider than `room`.
pub fn fitted(text: &str, room: f64, measure: Measure<'_>) -> String {
    // A hair of room for what addition rounds away.
    if measure(text) <= room + 0.01 {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = measure("…");
    for character in text.chars() {
        used += measure(character.encode_utf8(&mut [0; 4]));
        if used > room {
            break;
        }
        kept.push(character);
    }
    let kept = kept.trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}
